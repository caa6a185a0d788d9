"""Packing the small objects of a PDF, and files that are left as they are."""

import re
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.render.typst.pdf_packing import packed


def pdf(objects: list[bytes]) -> bytes:
    """Write a PDF as the printer does: its objects, a table of them, a trailer."""
    out, starts = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n\r\n" % start for start in starts)
    head = b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(objects) + 1)
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + head + table + trailer


def unpacked(data: bytes) -> dict[int, bytes]:
    """Read all objects of a packed PDF by the table at its end."""
    at = int(re.search(rb"startxref\n(\d+)\n%%EOF\Z", data)[1])  # type: ignore[index]
    rows = _stream(data, at)
    found = {}
    for number in range(1, len(rows) // 7):
        row = rows[7 * number : 7 * number + 7]
        kind, where, place = row[0], int.from_bytes(row[1:5]), int.from_bytes(row[5:])
        if kind == 1:
            found[number] = data[where:].split(b" 0 obj\n", 1)[1].split(b"\nendobj\n", 1)[0]
            assert data[where:].startswith(b"%d 0 obj\n" % number)
        elif kind == 2:
            holder = int.from_bytes(rows[7 * where + 1 : 7 * where + 5])
            first = int(re.search(rb"/First (\d+)", data[holder:])[1])  # type: ignore[index]
            body = _stream(data, holder)
            index = [int(part) for part in body[:first].split()]
            assert index[2 * place] == number
            ends = [*index[3::2], len(body) - first + 1]
            found[number] = body[first + index[2 * place + 1] : first + ends[place] - 1]
    return found


def _stream(data: bytes, at: int) -> bytes:
    length = re.compile(rb"/Length (\d+)>>\nstream\n").search(data, at)
    assert length is not None
    return zlib.decompress(data[length.end() : length.end() + int(length[1])])


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R>>"
STREAM = b"<</Length 3>>\nstream\nabc\nendstream"


def small(number: int) -> bytes:
    """Make a small object."""
    return b"<</Type/StructElem/S/P/P %d 0 R>>" % number


def test_every_object_can_be_read_back() -> None:
    """Small ones from streams, of which there are several; the others where they stood."""
    objects = [CATALOGUE, PAGES, PAGE, STREAM, *map(small, range(450))]
    made = packed(pdf(objects))
    read = unpacked(made)
    assert [read[number] for number in range(1, len(objects) + 1)] == objects
    assert made.count(b"/Type/ObjStm") == 3
    assert len(made) < len(pdf(objects)) / 3


def test_pages_catalogue_and_streams_stay_plain() -> None:
    """Whoever counts pages finds them as they were."""
    made = packed(pdf([CATALOGUE, PAGES, PAGE, STREAM, small(1)]))
    for plain in (CATALOGUE, PAGES, PAGE, STREAM):
        assert plain in made
    assert small(1) not in made
    assert b"/Root 1 0 R" in made and b"/Type/XRef" in made
    assert made.startswith(b"%PDF-1.7\n")


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"",
        lambda data: b"no PDF",
        lambda data: data[:-6],
        lambda data: data.replace(b"startxref\n", b"startxref\n1"),
        lambda data: data.replace(b"xref\n0 6\n", b"xref\n0 7\n"),
        lambda data: data.replace(b"5 0 obj", b"6 0 obj"),
        lambda data: data + b"\nmore",
        lambda data: data.replace(b"<</Type/StructElem", b"\n<</Type/Struct"[:18], 1)[:-1] + b"G",
    ],
    ids=["nothing", "other", "cut", "place", "count", "number", "behind", "end"],
)
def test_a_file_of_another_shape_is_left_alone(change: object) -> None:
    """It is given back byte for byte."""
    data = change(pdf([CATALOGUE, PAGES, PAGE, STREAM, small(1)]))  # type: ignore[operator]
    assert packed(data) == data


def test_packing_twice_is_packing_once() -> None:
    """A packed file has another shape and is left alone."""
    once = packed(pdf([CATALOGUE, PAGES, PAGE, STREAM, small(1)]))
    assert packed(once) == once


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from([STREAM, PAGE, small(7), b"[1 2 3]", b"(text)", b"null"]), min_size=1, max_size=12))
def test_any_mix_of_objects_is_kept(objects: list[bytes]) -> None:
    """In any order, none is lost or changed."""
    read = unpacked(packed(pdf(objects)))
    assert [read[number] for number in range(1, len(objects) + 1)] == objects
