"""Odd sheets: signs, words, names and bodies of every kind are printed, and what cannot be printed is told."""

import struct
import tempfile
from typing import Any

import pytest

from guongsang.render.typst import fonts, printers
from support.pdf import assert_conforms, text_of
from support.sheets import (
    HOSTILE,
    ISSUED,
    LONG_WORD,
    PICTURES,
    SMALL,
    printed,
    replaced,
    sheet_of,
    templates,
    with_body,
)


def test_code_in_a_text_is_printed_as_it_stands() -> None:
    """Signs that mean something to Typst mean nothing in a text, wherever it stands."""
    pdf = printed(replaced(sheet_of("vi"), HOSTILE))
    assert_conforms(pdf)
    assert text_of(pdf).count("".join(HOSTILE.split())) > 30


def test_a_word_too_long_for_its_line_is_broken() -> None:
    """A word of three hundred letters stops nothing and loses no letter."""
    pdf = printed(replaced(sheet_of("en"), LONG_WORD))
    assert_conforms(pdf)
    assert LONG_WORD in text_of(printed(with_body({"tag": "p", "children": [LONG_WORD]})))


def test_nothing_but_the_essential_is_needed() -> None:
    """One article of a title alone makes a bulletin, and so does a sheet of empty strings."""
    assert_conforms(printed(SMALL), pages=4)
    empty = replaced(sheet_of("vi"), "")
    empty["issue"]["title"] = "Bản tin"
    assert_conforms(printed(empty))


def test_fifty_units_make_three_streets() -> None:
    """Each unit is named, however many there are."""
    units = [{"id": f"u{number}", "unit": f"Trung tâm thử số {number}", "lit": number % 9} for number in range(50)]
    pdf = printed({**SMALL, "street": units, "programme": "Gương điển hình tiên tiến của một cơ quan có tên rất dài"})
    assert_conforms(pdf)
    text = text_of(pdf)
    assert all(f"Trungtâmthửsố{number}" in text for number in range(50))


ODD_BODIES: list[list[object]] = [
    [{"tag": "h5", "children": ["a"]}, {"tag": "h2", "children": ["b"]}, {"tag": "h6", "children": ["c"]}],
    [{"tag": "h2", "children": []}, {"tag": "p", "children": []}, {"tag": "ul", "children": []}, {"tag": "pre"}, "  "],
    [{"tag": "ol", "start": None, "children": [{"tag": "li"}]}, {"tag": "table"}, {"tag": "note", "children": []}],
    [
        {
            "tag": "table",
            "children": [{"tag": "tbody", "children": [{"tag": "tr", "children": [{"tag": "td", "children": ["x"]}]}]}],
        }
    ],
    [
        {"tag": "a", "href": "javascript:alert(1)", "children": ["x"]},
        {"tag": "a", "href": "https://songmau.example", "children": []},
    ],
    [
        {"tag": "blockquote", "children": [{"tag": "h2", "children": ["x"]}]},
        {"tag": "span", "lang": "no such", "children": ["x"]},
    ],
    [{"tag": "p", "children": ["a", {"tag": "ul", "children": [{"tag": "li", "children": ["b"]}]}]}],
    [{"tag": "img", "src": "chan-dung.png", "alt": ""}, {"tag": "code", "children": ["`x`"]}],
]


@pytest.mark.parametrize("layout", ["newsletter", "yearbook"])
@pytest.mark.parametrize("body", ODD_BODIES)
def test_odd_bodies_are_printed(body: list[object], layout: str) -> None:
    """What Markdown can bring forth in odd cases is printed, and conforms."""
    assert_conforms(printed(with_body(*body), layout))


@pytest.mark.parametrize("wrap", [lambda node: node, lambda node: {"tag": "p", "children": ["a", node]}])
def test_unknown_node_is_named(wrap: Any) -> None:
    """A node without a print rule is an error that names it, never skipped."""
    with pytest.raises(printers.PaperError, match=r"^unknown body node: marquee$"):
        printed(with_body(wrap({"tag": "marquee", "children": ["x"]})))


def test_what_cannot_be_printed_is_told_in_one_line() -> None:
    """Bad pictures, missing letters and bad templates are PaperErrors that name no folder."""
    picture = {"tag": "img", "src": "no.png", "alt": "x"}
    ours = templates()
    broken = {**ours, "newsletter.typ": b'#import "common.typ": *\n#let x = ('}
    cases: list[tuple[str, dict[str, Any], dict[str, bytes], dict[str, bytes], str]] = [
        ("newsletter", with_body(picture), {}, ours, "no.png"),
        ("newsletter", with_body(picture), {"no.png": b"rubbish"}, ours, "image"),
        ("newsletter", with_body("😀"), {}, ours, "😀"),
        ("nothing", SMALL, {}, ours, "nothing.typ"),
        ("newsletter", SMALL, {}, broken, "newsletter.typ:2"),
        ("newsletter", SMALL, {}, {**ours, "../x.typ": b""}, "../x.typ"),
    ]
    for layout, sheet, pictures, files, cause in cases:
        with pytest.raises(printers.PaperError) as caught:
            printers.TypstPool(files).print(layout, sheet, pictures, ISSUED)
        message = str(caught.value)
        assert cause in message
        assert "\n" not in message
        assert tempfile.gettempdir() not in message


def test_a_picture_may_have_any_name() -> None:
    """A contributor's file name is a key, never a path."""
    sheet = with_body({"tag": "img", "src": "../../Ảnh 1.png", "alt": "x"})
    pictures = {"../../Ảnh 1.png": PICTURES["chan-dung.png"]}
    assert_conforms(printers.TypstPool(templates()).print("newsletter", sheet, pictures, ISSUED))


def test_missing_letters_are_reported() -> None:
    """All Vietnamese letters are there, composed or not; emoji, Han, control and private characters are not."""
    vowels = "aăâeêioôơuưy"
    tones = "\u0300\u0301\u0303\u0309\u0323"
    vietnamese = "".join(v + t for v in vowels + vowels.upper() for t in ("", *tones)) + "đĐ₫“”–…"
    assert fonts.missing_letters(vietnamese + "\n\t") == []
    assert fonts.missing_letters("b漢a\x07😀\ue000😀") == ["\x07", "漢", "\ue000", "😀"]


def test_cmap_segments_leave_out_the_missing_glyph() -> None:
    """A subtable of format 4 may map points to glyph 0, by delta or by its glyph list; those count as missing."""
    lasts, firsts, deltas, offsets = (70, 81, 0xFFFF), (65, 80, 0xFFFF), (-66, 0, 1), (0, 4, 0)
    arrays = [struct.pack(">3H", *lasts), b"\0\0", struct.pack(">3H", *firsts), struct.pack(">3h", *deltas)]
    body = b"".join([*arrays, struct.pack(">3H", *offsets), struct.pack(">2H", 0, 9)])
    subtable = struct.pack(">7H", 4, 14 + len(body), 0, 6, 4, 1, 2) + body
    cmap = struct.pack(">HHHHI", 0, 1, 3, 1, 12) + subtable
    font = struct.pack(">IHHHH", 0x10000, 1, 16, 0, 0) + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap)) + cmap
    assert fonts.code_points(font) == {65, 67, 68, 69, 70, 81}
