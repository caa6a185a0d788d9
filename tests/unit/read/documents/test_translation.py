"""Translations hold words only, each at the place that the source has."""

from pathlib import Path

import pytest

from unit.support import MAI, changed, read_site, shown

ENGLISH = MAI.replace(".vi.", ".en.")
LESSONS = ("unit: noi", "unit: noi\nlessons: [Một, Hai]\nadopted_by: [{unit: duoc, on: 2024-05-01, result: Tốt}]")


def read(root: Path, front: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Read a translation; return its words by path, and what is told of it with the text that is marked."""
    text = f"---\n{front}\n---\nBody.\n"
    content = read_site(root, changed(MAI, LESSONS), {ENGLISH: text})
    document = content.by_id["exemplar", "2024/noi-01"].translations["en"]
    told = [(f.code, shown(text, f.place)) for f in content.findings if f.place.file == ENGLISH]
    return {"/".join(map(str, path)): word for path, word in document.words.items()}, told


@pytest.mark.parametrize(
    ("front", "words"),
    [
        ("title: Trays", {"title": "Trays"}),
        ("title:", {}),
        ("title: ''", {}),
        ("evidence: {e1: Fell}", {"evidence/e1/text": "Fell"}),
        ("evidence:\n  e1: {text: Fell}", {"evidence/e1/text": "Fell"}),
        ("lessons: [One, Two]", {"lessons/0": "One", "lessons/1": "Two"}),
        ("lessons: [One, '']", {"lessons/0": "One"}),
        ("adopted_by: [{result: Good}]", {"adopted_by/0/result": "Good"}),
        ("adopted_by: [Good]", {"adopted_by/0/result": "Good"}),
        ("evidence: {e1: }", {}),
    ],
)
def test_words_have_the_paths_of_the_source(tmp_path: Path, front: str, words: dict[str, str]) -> None:
    """By ids where items have them, else by position; what is empty is not translated."""
    got, told = read(tmp_path, front)
    assert got == words
    assert [one for one in told if one[0] != "translation-mismatch"] == []


@pytest.mark.parametrize(
    ("front", "code", "at"),
    [
        ("unit: noi", "fact-in-translation", "unit"),
        ("consent: {on: 2024-03-02}", "fact-in-translation", "consent"),
        ("titel: Trays", "unknown-field", "titel"),
        ("title: [a]", "wrong-type", "[a]"),
        ("title: '[[write]]'", "to-fill-in", "'[[write]]'"),
        ("photo_alt: A photo", "translation-mismatch", "A photo"),
        ("evidence: {e9: Fell}", "translation-mismatch", "e9"),
        ("evidence: [Fell]", "wrong-type", "[Fell]"),
        ("translates: [a]", "wrong-type", "[a]"),
        ("summary: " + "word " * 200, "bad-value", ""),
    ],
)
def test_what_does_not_belong_there_is_told_at_its_place(tmp_path: Path, front: str, code: str, at: str) -> None:
    """Facts, fields and items that the source lacks, values that are no words."""
    _, told = read(tmp_path, front)
    assert code in [one for one, _ in told]
    assert any(marked.startswith(at) for one, marked in told if one == code)


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("translates: abc123def456", "abc123def456"),
        ("translates:", None),
        ("title: x", None),
        ("translates: 123456789012", "123456789012"),
    ],
)
def test_a_stamp_is_text(tmp_path: Path, line: str, stamp: str | None) -> None:
    """Digits alone are no number."""
    content = read_site(tmp_path, {ENGLISH: f"---\n{line}\n---\nBody.\n"})
    assert content.by_id["exemplar", "2024/noi-01"].translations["en"].translates == stamp
