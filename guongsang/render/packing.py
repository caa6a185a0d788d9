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
from itertools import accumulate

_TAIL = re.compile(rb"xref\n0 (\d+)\n[\d nf\r\n]+trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_SIZE = re.compile(rb"/Size \d+")
_FIRST = re.compile(rb"%PDF-1\.7\n%.*\s+(?=1 0 obj\n)")
_BEGINS, _ENDS = b" 0 obj\n", b"\nendobj\n"
_PLAIN = (b"<</Type/Page/", b"<</Type/Pages/", b"<</Type/Catalog/")
_TOGETHER = 200
"""Objects of one stream: whoever wants one of them reads them all."""
_ROW = struct.Struct(">BIH")
"""A row of the table: free, on its own, or in a stream; where it begins, or the stream's number; its place there."""
_FREE = _ROW.pack(0, 0, 65535)
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
    if rest.strip() or len(parts) != len(objects) or not all(number.isdigit() for number, _ in parts):
        return pdf
    numbered = [(int(number), body) for number, body in parts]
    if sorted(number for number, _ in numbered) != list(range(1, int(tail[1]))):
        return pdf
    return _rewritten(pdf[: first.end()], numbered, tail[2].strip())


def _rewritten(head: bytes, objects: Sequence[tuple[int, bytes]], entries: bytes) -> bytes:
    """Write a file anew: what stays as it is, then streams of the small objects, then the table of all."""
    large: list[tuple[int, bytes]] = []
    small: list[tuple[int, bytes]] = []
    for number, body in objects:
        (large if body.endswith(b"endstream") or body.startswith(_PLAIN) else small).append((number, body))
    own = len(objects) + 1 + -(-len(small) // _TOGETHER)
    rows = [_FREE] * (own + 1)
    for at in range(0, len(small), _TOGETHER):
        group, stream = small[at : at + _TOGETHER], len(objects) + 1 + at // _TOGETHER
        large.append((stream, _together(group)))
        for place, (number, _) in enumerate(group):
            rows[number] = _ROW.pack(2, stream, place)
    out, end = [head], len(head)
    for number, body in large:
        rows[number] = _ROW.pack(1, end, 0)
        out += (b"%d" % number, _BEGINS, body, _ENDS)
        end += len(out[-4]) + len(_BEGINS) + len(body) + len(_ENDS)
    rows[own] = _ROW.pack(1, end, 0)
    table = b"/Type/XRef/W[1 4 2]" + _SIZE.sub(b"/Size %d" % len(rows), entries)
    out.append(b"%d%b%b%bstartxref\n%d\n%%%%EOF" % (own, _BEGINS, _stream(table, b"".join(rows)), _ENDS, end))
    return b"".join(out)


def _together(objects: Sequence[tuple[int, bytes]]) -> bytes:
    """Give an object stream: numbers and places first, then the objects."""
    places = accumulate((len(body) + 1 for _, body in objects), initial=0)
    heads = " ".join([f"{number} {place}" for (number, _), place in zip(objects, places, strict=False)])
    index = f"{heads}\n".encode()
    data = index + b"\n".join([body for _, body in objects])
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(objects), len(index)), data)


def _stream(entries: bytes, data: bytes) -> bytes:
    small = zlib.compress(data, _QUICK)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (entries, len(small), small)
