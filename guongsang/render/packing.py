"""Packs the small objects of a PDF into compressed streams, which takes a third off a paper without photos.

A paper for everybody is half made of its structure: thousands of short dictionaries that say what is a heading, a
cell, a list. Since PDF 1.5 such objects may stand in object streams and the table of all objects in a stream too
(ISO 32000-1, 7.5.7 and 7.5.8), and PDF/A-2 allows both; the printer does neither. What tells how many pages there are
stays plain.
"""

import re
import struct
import zlib
from collections.abc import Mapping, Sequence

_TAIL = re.compile(rb"xref\n0 (\d+)\n[\d nf\r\n]+trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_SIZE = re.compile(rb"/Size \d+")
_FIRST = re.compile(rb"%PDF-1\.7\n%.*\s+(?=1 0 obj\n)")
_BEGINS, _ENDS = b" 0 obj\n", b"\nendobj\n"
_PLAIN = (b"<</Type/Page/", b"<</Type/Pages/", b"<</Type/Catalog/")
_TOGETHER = 200
"""Objects of one stream: whoever wants one of them reads them all."""
_ROW = struct.Struct(">BIH")
"""A row of the table: free, on its own, or in a stream; where it begins, or the stream's number; its place there."""
_FREE = (0, 0, 65535)
_QUICK = 4
"""How hard to compress: the hardest saves two bytes of a hundred and takes twice as long."""


def packed(pdf: bytes) -> bytes:
    """Give a PDF as the printer writes it with its small objects packed; one of another shape is given as it is."""
    tail = _TAIL.match(pdf, max(0, pdf.rfind(b"xref\n0 ")))
    first = _FIRST.search(pdf)
    if tail is None or first is None or tail.start() != int(tail[3]):
        return pdf
    *objects, rest = pdf[first.end() : tail.start()].split(_ENDS)
    parts = [(number, body) for number, begins, body in (o.partition(_BEGINS) for o in objects) if begins]
    numbers = {number for number, _ in parts}
    if rest.strip() or len(numbers) != len(objects) or numbers != {b"%d" % n for n in range(1, int(tail[1]))}:
        return pdf
    return _rewritten(pdf[: first.end()], parts, tail[2].strip())


def _rewritten(head: bytes, objects: Sequence[tuple[bytes, bytes]], entries: bytes) -> bytes:
    """Write a file anew: what stays as it is, then streams of the small objects, then the table of all."""
    large: list[tuple[bytes, bytes]] = []
    small: list[tuple[bytes, bytes]] = []
    for number, body in objects:
        (large if body.endswith(b"endstream") or body.startswith(_PLAIN) else small).append((number, body))
    groups = [small[at : at + _TOGETHER] for at in range(0, len(small), _TOGETHER)]
    rows, first = {0: _FREE}, len(objects) + 1
    for stream, group in enumerate(groups, first):
        large.append((b"%d" % stream, _together(group)))
        rows |= {int(number): (2, stream, at) for at, (number, _) in enumerate(group)}
    out, end = [head], len(head)
    for number, body in large:
        rows[int(number)] = (1, end, 0)
        out += (number, _BEGINS, body, _ENDS)
        end += len(number) + len(_BEGINS) + len(body) + len(_ENDS)
    own = first + len(groups)
    rows[own] = (1, end, 0)
    out.append(b"%d%b%b%bstartxref\n%d\n%%%%EOF" % (own, _BEGINS, _table(rows, entries), _ENDS, end))
    return b"".join(out)


def _together(objects: Sequence[tuple[bytes, bytes]]) -> bytes:
    """Give an object stream: numbers and places first, then the objects."""
    heads, at = [], 0
    for number, body in objects:
        heads.append(b"%b %d" % (number, at))
        at += len(body) + 1
    index = b" ".join(heads) + b"\n"
    data = index + b"\n".join([body for _, body in objects])
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(objects), len(index)), data)


def _table(rows: Mapping[int, tuple[int, int, int]], entries: bytes) -> bytes:
    """Give the table of all objects as a stream."""
    size = max(rows) + 1
    data = b"".join([_ROW.pack(*rows[number]) for number in range(size)])
    return _stream(b"/Type/XRef/W[1 4 2]" + _SIZE.sub(b"/Size %d" % size, entries), data)


def _stream(entries: bytes, data: bytes) -> bytes:
    small = zlib.compress(data, _QUICK)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (entries, len(small), small)
