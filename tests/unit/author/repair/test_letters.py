"""Repairs of letters: bytes in, repaired bytes and what was repaired out."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.author.repair.letters import Change, Repair, difference, repair
from unit.support import MAI, SITE

PAGE = "content/pages/about.vi.md"
HEAD = "---\ntitle: Một\n---\n"


def body(text: str) -> str:
    """Repair the body of a page."""
    made = repair((HEAD + text).encode(), PAGE).data.decode()
    assert made.startswith(HEAD)
    return made.removeprefix(HEAD)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (unicodedata.normalize("NFD", "Bà Ánh"), "Bà Ánh"),
        ("Ðức", "Đức"),
        ("thаnh", "thanh"),
        ("a\u200bb", "ab"),
        ("a\u202eb", "ab"),
        ("a\x07b", "ab"),
        ("Má»™t viá»‡c tá»‘t rồi", "Một việc tốt rồi"),
        ("\uf0b7 một\n\uf0b7 hai", "- một\n- hai"),
        ("một  \n\nhai", "một\n\nhai"),
    ],
)
def test_what_is_certain_is_repaired(typed: str, meant: str) -> None:
    """The form of Unicode, wrong letters, what nobody sees, bullets of Word, blanks at ends of lines."""
    assert body(typed).rstrip("\n") == meant
    assert body(meant) == meant


@pytest.mark.parametrize(
    "text",
    [
        "hoà và hòa",
        "một  \nhai",
        "```\na  \n```",
        "    code  ",
        "“Một” — hai…",
        "Má một mình",
        "",
    ],
)
def test_words_and_what_means_something_stay(text: str) -> None:
    """Spelling, line breaks of two blanks, code, quotation marks."""
    assert body(text) == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(end: str, bom: str) -> None:
    """They belong to the editor of their writer."""
    text = bom + end.join(["---", "title:Một", "---", "Ðức", ""])
    made = repair(text.encode(), PAGE)
    assert made.data.decode() == bom + end.join(["---", "title: Một", "---", "Đức", ""])
    assert [change.lines for change in made.changes] == [(4,), (2,)]


def test_repairs_of_the_same_kind_are_told_together() -> None:
    """With all their lines."""
    made = repair((HEAD + "Ðức\na\nÐông\n").encode(), PAGE)
    (change,) = made.changes
    assert change.lines == (4, 6)


@pytest.mark.parametrize(
    ("data", "changed"),
    [
        ("Gương sáng\n".encode("utf-16"), True),
        (b"nh\xf7ng ng\xad\xeai \xae\xad\xeec t\xc6ng\n", True),
        (b"caf\xe9 noir\n", False),
        (b"\xff\x00\x81", False),
        (SITE[MAI].encode(), False),
    ],
)
def test_another_encoding_is_brought_over_only_where_it_is_certain(data: bytes, changed: bool) -> None:
    """Else every byte stays."""
    made = repair(data, "content/a.vi.md")
    assert (made.data != data) is changed
    assert bool(made.changes) is changed
    if changed:
        made.data.decode("utf-8")


def test_a_difference_shows_what_nobody_sees() -> None:
    """And is empty where nothing was done."""
    made = repair((HEAD + "a\u200bb\n").encode(), PAGE)
    shown = difference(made)
    assert "-a<U+200B>b" in shown and "+ab" in shown and PAGE in shown
    assert difference(Repair(PAGE, b"a", b"a")) == ""


def test_a_difference_gives_no_personal_data_away() -> None:
    """Even where signs that nobody sees part it."""
    made = repair((HEAD + "gọi 0912\u200b345678\n").encode(), PAGE)
    assert "0912345678" not in difference(made) and "345678" not in difference(made)


def test_a_change_says_what_and_where() -> None:
    """Lines are sorted, each once."""
    made = repair((HEAD + "ÐứcÐ Ðông\n").encode(), PAGE)
    assert isinstance(made.changes[0], Change) and made.changes[0].lines == (4,)


@settings(deadline=None, max_examples=80)
@given(st.text("aÁÐ\u0301\u200b\u202e\x07\r\n -:“”\t", max_size=40))
def test_a_repaired_text_has_nothing_left_to_repair(text: str) -> None:
    """Twice is once, and words keep their letters."""
    once = repair((HEAD + text).encode(), PAGE)
    again = repair(once.data, PAGE)
    assert again.data == once.data and again.changes == ()


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=80))
def test_any_bytes_are_repaired_or_left(data: bytes) -> None:
    """Nothing is raised, and nothing is changed without being told."""
    made = repair(data, PAGE)
    assert (made.data == data) is (made.changes == ())
    difference(made)
