"""Translations to be filled in, their stamps, and what they lack."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.author.translate import blocks, file_of, missing_words, skeleton, skeletons, stamped, states
from guongsang.i18n.messages import Catalogue
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from unit.support import MAI, PLAN, SITE, changed, codes, read_site

ENGLISH = MAI.replace(".vi.", ".en.")


def profile(content: Content) -> Entry:
    """Return the profile of the small site."""
    return content.by_id["exemplar", "2024/noi-01"]


def test_a_new_translation_is_none_until_somebody_writes_into_it(tmp_path: Path) -> None:
    """It shows every text of the source and holds none of them."""
    content = read_site(tmp_path / "a", changed(MAI, ("unit: noi", "unit: noi\nlessons: [Một, Hai]")))
    entry = profile(content)
    text = skeleton(entry, "en", Catalogue("en"))
    assert "# Khay thuốc có tên" in text and "e1:" in text and "<!--\nGhi tên lên khay.\n-->" in text
    filled = read_site(tmp_path / "b", changed(MAI, ("unit: noi", "unit: noi\nlessons: [Một, Hai]")), {ENGLISH: text})
    assert profile(filled).state("en") == "none"
    assert profile(filled).translations["en"].words == {}
    assert codes(filled.findings) == []


def test_what_is_written_into_a_new_translation_is_read(tmp_path: Path) -> None:
    """Behind its colon, below the remark that shows it."""
    content = read_site(tmp_path / "a")
    text = skeleton(profile(content), "en", Catalogue("en"))
    text = text.replace("\ntitle:\n", "\ntitle: Named trays\n").replace("-->\n", "-->\nWrite it.\n")
    one = profile(read_site(tmp_path / "b", {ENGLISH: text}))
    assert one.word(("title",), "en").value == "Named trays" and one.state("en") == "draft"


def test_translations_of_new_files_are_made_from_their_bytes(tmp_path: Path) -> None:
    """Of documents that can be read; a picture has none."""
    made = skeletons(
        read_site(tmp_path), {PLAN: SITE[PLAN].encode(), "a.jpg": b"x", MAI: b"broken"}, "en", Catalogue("en")
    )
    assert list(made) == [PLAN.replace(".vi.", ".en.")]
    assert b"translate --confirm" in made[PLAN.replace(".vi.", ".en.")]


def test_the_file_of_a_translation_lies_beside_its_source(tmp_path: Path) -> None:
    """With the other language in its name."""
    assert file_of(profile(read_site(tmp_path)), "en") == ENGLISH


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a\n\nb", ["a", "b"]),
        ("a\nb\n\n\nc\n", ["a\nb", "c"]),
        ("```\na\n\nb\n```\n\nc", ["```\na\n\nb\n```", "c"]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_a_body_comes_apart_at_its_empty_lines(text: str, parts: list[str]) -> None:
    """Fenced code stays whole."""
    assert list(blocks(text)) == parts


@settings(deadline=None, max_examples=40)
@given(st.text("ab\n `", max_size=40))
def test_no_word_of_a_body_is_lost(text: str) -> None:
    """The parts hold all of it, in order."""
    assert "".join("".join(blocks(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("front", "stamp"),
    [
        ("---\ntitle: T\n---\n", "---\ntranslates: 0123456789ab\ntitle: T\n---\n"),
        ("---\ntranslates:\ntitle: T\n---\n", "---\ntranslates: 0123456789ab\ntitle: T\n---\n"),
        (
            "---\ntitle: T\ntranslates: ffffffffffff # mine\n---\n",
            "---\ntitle: T\ntranslates: 0123456789ab # mine\n---\n",
        ),
        ("---\r\ntitle: T\r\n---\r\n", "---\r\ntranslates: 0123456789ab\r\ntitle: T\r\n---\r\n"),
        ("\ufeff---\ntitle: T\n---\n", "\ufeff---\ntranslates: 0123456789ab\ntitle: T\n---\n"),
        ("---\n'translates': x\ntitle: T\n---\n", "---\n'translates': 0123456789ab\ntitle: T\n---\n"),
    ],
)
def test_a_stamp_is_one_line_and_all_other_bytes_stay(tmp_path: Path, front: str, stamp: str) -> None:
    """Line ends, remarks and a byte-order mark too."""
    data = (front + "Body.\n").encode()
    content = read_site(tmp_path, {ENGLISH: data})
    made = stamped(data, profile(content).translations["en"], "0123456789ab")
    assert made == (stamp + "Body.\n").encode()


def test_what_a_translation_leaves_out_is_listed(tmp_path: Path) -> None:
    """Its words, then its body."""
    content = read_site(tmp_path / "a", {ENGLISH: "---\ntitle: T\nposition: Nurse\n---\n"})
    assert missing_words(profile(content), profile(content).translations["en"]) == ["summary", "evidence.e1.text", "…"]
    assert states(profile(content), content.config) == {"en": "none"}
