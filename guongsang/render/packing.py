"""Packs the small objects of a PDF into compressed streams, which takes a third off a paper without photos.

A paper for everybody is half made of its structure: thousands of short dictionaries that say what is a heading, a
cell, a list. Since PDF 1.5 such objects may stand in object streams and the table of all objects in a stream too
(ISO 32000-1, 7.5.7 and 7.5.8), and PDF/A-2 allows both; the printer does neither. What tells how many pages there are
stays plain.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence

_TAIL = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_SIZE = re.compile(rb"/Size \d+")
_STARTS = re.compile(rb"(\d{10}) 00000 n")
_PLAIN = (b"<</Type/Page/", b"<</Type/Pages/", b"<</Type/Catalog/")
_TOGETHER = 200
"""Objects of one stream: whoever wants one of them reads them all."""
_ROW = struct.Struct(">BIH")
"""A row of the table: free, on its own, or in a stream; where it begins, or the stream's number; its place there."""
_FREE = (0, 0, 65535)


def packed(pdf: bytes) -> bytes:
    """Give a PDF as the printer writes it with its small objects packed; one of another shape is given as it is."""
    tail = _TAIL.search(pdf, max(0, pdf.rfind(b"trailer")))
    table = int(tail[2]) if tail else 0
    starts = [int(start) for start in _STARTS.findall(pdf, table)]
    if tail is None or not starts or not pdf.startswith(b"xref\n0 %d\n" % (len(starts) + 1), table):
        return pdf
    try:
        objects = list(_objects(pdf, starts, table))
    except ValueError:
        return pdf
    return _rewritten(pdf[: min(starts)], objects, tail[1].strip())


def _rewritten(head: bytes, objects: Sequence[tuple[int, bytes]], entries: bytes) -> bytes:
    """Write a file anew with its large objects first, then streams of the small ones, then the table."""
    large: list[tuple[int, bytes]] = []
    small: list[tuple[int, bytes]] = []
    for number, body in objects:
        (large if body.endswith(b"endstream") or body.startswith(_PLAIN) else small).append((number, body))
    groups = [small[at : at + _TOGETHER] for at in range(0, len(small), _TOGETHER)]
    rows, first = {0: _FREE}, len(objects) + 1
    for stream, group in enumerate(groups, first):
        large.append((stream, _together(group)))
        rows |= {number: (2, stream, at) for at, (number, _) in enumerate(group)}
    out, end = [head], len(head)
    for number, body in large:
        rows[number] = (1, end, 0)
        out.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        end += len(out[-1])
    own = first + len(groups)
    rows[own] = (1, end, 0)
    out.append(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF" % (own, _table(rows, entries), end))
    return b"".join(out)


def _objects(pdf: bytes, starts: Sequence[int], table: int) -> Iterator[tuple[int, bytes]]:
    """Give each object with its number, as the table has them. Raises ValueError where one is not as it says."""
    in_file = sorted(starts)
    following = dict(zip(in_file, [*in_file[1:], table], strict=True))
    for number, start in enumerate(starts, 1):
        head, _, body = pdf[start : following[start]].partition(b" 0 obj\n")
        if int(head) != number:
            raise ValueError(head)
        yield number, body[: body.rindex(b"endobj")].rstrip()


def _together(objects: Sequence[tuple[int, bytes]]) -> bytes:
    """Give an object stream: numbers and places first, then the objects."""
    heads, at = [], 0
    for number, body in objects:
        heads.append(b"%d %d" % (number, at))
        at += len(body) + 1
    index = b" ".join(heads) + b"\n"
    data = index + b"\n".join(body for _, body in objects)
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(objects), len(index)), data)


def _table(rows: Mapping[int, tuple[int, int, int]], entries: bytes) -> bytes:
    """Give the table of all objects as a stream."""
    size = max(rows) + 1
    data = b"".join(_ROW.pack(*rows[number]) for number in range(size))
    return _stream(b"/Type/XRef/W[1 4 2]" + _SIZE.sub(b"/Size %d" % size, entries), data)


def _stream(entries: bytes, data: bytes) -> bytes:
    small = zlib.compress(data)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (entries, len(small), small)
