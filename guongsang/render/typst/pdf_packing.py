"""Packs the small objects of a PDF into compressed streams, which takes a third off a paper without photos.

A paper for everybody is half made of its structure: thousands of short dictionaries that say what is a heading, a
cell, a list. Since PDF 1.5 such objects may stand in object streams and the table of all objects in a stream too
(ISO 32000-1, 7.5.7 and 7.5.8), and PDF/A-2 allows both; the printer does neither. What tells how many pages there are
stays plain.
"""

import re
import struct
import zlib
from collections.abc import Sequence
from itertools import accumulate, pairwise

_TAIL = re.compile(rb"(xref\n0 \d+\n)([\d nf\r\n]+)trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_STARTS = re.compile(rb"(\d{10}) 00000 n")
_SIZE = re.compile(rb"/Size \d+")
_ENDS, _STREAM_ENDS = b"\nendobj\n", b"endstream\nendobj\n"
_PLAIN = (b"<</Type/Page/", b"<</Type/Pages/", b"<</Type/Catalog/")
_TOGETHER = 200
"""Objects of one stream: whoever wants one of them reads them all."""
_ROW = struct.Struct(">BIH")
"""A row of the table: free, on its own, or in a stream; where it begins, or the stream's number; its place there."""
_FREE = _ROW.pack(0, 0, 65535)
_QUICK = 4
"""How hard to compress: the hardest saves two bytes of a hundred and takes twice as long."""


def packed(pdf: bytes) -> bytes:
    """Return a PDF as the printer writes it with its small objects packed; one of another shape is given as it is."""
    tail = _TAIL.match(pdf, max(0, pdf.rfind(b"xref\n0 ")))
    starts = [int(start) for start in _STARTS.findall(tail[2])] if tail else []
    if tail is None or tail.start() != int(tail[4]) or tail[1] != b"xref\n0 %d\n" % (len(starts) + 1):
        return pdf
    in_file = [*sorted(starts), tail.start()]
    following = dict(pairwise(in_file))
    large: list[tuple[int, int, int]] = []
    small: list[tuple[int, bytes]] = []
    for number, start in enumerate(starts, 1):
        head, end = b"%d 0 obj\n" % number, following[start]
        if not (pdf.startswith(head, start) and pdf.endswith(_ENDS, start, end)):
            return pdf
        inner = start + len(head)
        if pdf.endswith(_STREAM_ENDS, start, end) or pdf.startswith(_PLAIN, inner):
            large.append((number, start, end))
        else:
            small.append((number, pdf[inner : end - len(_ENDS)]))
    return _rewritten(memoryview(pdf), in_file[0], large, small, tail[3].strip())


def _rewritten(
    pdf: memoryview,
    begin: int,
    large: Sequence[tuple[int, int, int]],
    small: Sequence[tuple[int, bytes]],
    entries: bytes,
) -> bytes:
    """Write a file anew: what stays as it is, then streams of the small objects, then the table of all."""
    first = len(large) + len(small) + 1
    own = first + -(-len(small) // _TOGETHER)
    rows = [_FREE] * (own + 1)
    out: list[bytes | memoryview] = [pdf[:begin]]
    at = begin
    for number, start, end in large:
        rows[number] = _ROW.pack(1, at, 0)
        out.append(pdf[start:end])
        at += end - start
    for stream in range(first, own):
        group = small[(stream - first) * _TOGETHER :][:_TOGETHER]
        for place, (number, _) in enumerate(group):
            rows[number] = _ROW.pack(2, stream, place)
        rows[stream] = _ROW.pack(1, at, 0)
        out.append(b"%d 0 obj\n%b%b" % (stream, _together(group), _ENDS))
        at += len(out[-1])
    rows[own] = _ROW.pack(1, at, 0)
    told = b"/Type/XRef/W[1 4 2]" + _SIZE.sub(b"/Size %d" % len(rows), entries)
    out.append(b"%d 0 obj\n%b%bstartxref\n%d\n%%%%EOF" % (own, _stream(told, b"".join(rows)), _ENDS, at))
    return b"".join(out)


def _together(objects: Sequence[tuple[int, bytes]]) -> bytes:
    """Return an object stream: numbers and places first, then the objects."""
    places = accumulate((len(body) + 1 for _, body in objects), initial=0)
    heads = " ".join([f"{number} {place}" for (number, _), place in zip(objects, places, strict=False)])
    index = f"{heads}\n".encode()
    data = index + b"\n".join([body for _, body in objects])
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(objects), len(index)), data)


def _stream(entries: bytes, data: bytes) -> bytes:
    small = zlib.compress(data, _QUICK)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (entries, len(small), small)
