"""Documents as they are opened: fences and body of any file, facts and words of a source file."""

from datetime import date

import pytest

from guongsang.findings import Finding
from guongsang.read.documents.document import Document, OpenedDocument
from guongsang.read.documents.names import DocumentName
from guongsang.read.documents.opening import open_document, read_facts
from guongsang.read.markdown.engine import Parser
from guongsang.read.source import Source
from unit.support import MAI, SITE, codes, shown

NAME = DocumentName("exemplar", "2024", "noi-01", "vi")


def opened(text: str | bytes) -> tuple[Source | None, OpenedDocument | None, list[Finding]]:
    """Open a file of the profile."""
    return open_document(NAME, MAI, text if isinstance(text, bytes) else text.encode("utf-8"), Parser())


def read(text: str) -> tuple[Document, list[Finding]]:
    """Open the profile and read its facts."""
    _, document, findings = opened(text)
    assert document is not None and findings == []
    return read_facts(document, ("vi", "en"))


def test_a_file_is_opened_into_fields_and_body() -> None:
    """Without a judgement of its fields."""
    source, document, findings = opened("---\ntitle: A\nnonsense: [1]\n---\n## Một\n\nHai.\n")
    assert source is not None and document is not None and findings == []
    assert (document.file, document.kind, document.lang) == (MAI, "exemplar", "vi")
    assert document.source is source
    assert list(document.fields.members or {}) == ["title", "nonsense"]
    assert source.text[slice(*document.fence)].startswith("---")
    assert (document.body.text, [h.text for h in document.body.headings]) == ("## Một\n\nHai.\n", ["Một"])


@pytest.mark.parametrize(
    ("text", "there", "found"),
    [
        (b"\xff\xfe\x00\x00\xff", (False, False), None),
        ("no front matter\n", (True, False), ["no-front-matter"]),
        ("---\ntitle: [\n---\na\n", (True, False), None),
        ("---\ntitle: A\n---\n# Một\n", (True, True), ["heading-level"]),
    ],
)
def test_what_cannot_be_read_is_told_as_far_as_it_was(
    text: str | bytes, there: tuple[bool, bool], found: list[str] | None
) -> None:
    """A file whose text is known has its source, for excerpts."""
    source, document, findings = opened(text)
    assert (source is not None, document is not None) == there
    assert findings and (found is None or codes(findings) == found)


def test_facts_and_words_are_read_by_the_table_of_the_kind() -> None:
    """Words are kept by path too: an item with an id by it, any other by its position."""
    text = SITE[MAI].replace("unit: noi\n", "unit: noi\nlessons: [Một, Hai]\nadopted_by: [{unit: duoc, result: Tốt}]\n")
    document, findings = read(text)
    assert findings == []
    assert document.data["unit"] == "noi"
    assert document.data["consent"] == {
        "on": date(2024, 3, 2),
        "document": "DY-01",
        "name": ["site", "print"],
        "photo": [],
        "story": ["site", "print"],
    }
    assert document.words[("title",)] == "Khay thuốc có tên"
    assert document.words[("evidence", "e1", "text")].startswith("Số lần kiểm lại")
    assert (document.words[("lessons", 1)], document.words[("adopted_by", 0, "result")]) == ("Hai", "Tốt")
    assert ("name",) not in document.words and ("unit",) not in document.words
    assert document.unfilled == {} and not document.open and document.written
    assert document.translates is None


def test_each_value_and_word_has_its_place() -> None:
    """A word by its id stands where it does by its position."""
    text = SITE[MAI]
    document, _ = read(text)
    assert shown(text, document.place("unit")) == "noi"
    assert shown(text, document.key_place("unit")) == "unit"
    words = "Số lần kiểm lại mỗi tuần giảm từ 12 xuống 6."
    assert shown(text, document.place("evidence", "e1", "text")) == words
    assert document.place("evidence", "e1", "text") == document.place("evidence", 0, "text")


def test_what_is_wrong_is_told_and_the_rest_is_kept() -> None:
    """All at once."""
    text = SITE[MAI].replace("unit: noi", "unit: [noi]\nnothing: x").replace("title: Khay thuốc có tên\n", "")
    document, findings = read(text)
    assert sorted(codes(findings)) == ["missing-field", "unknown-field", "wrong-type"]
    assert "unit" not in document.data and document.data["category"] == "nurse"


@pytest.mark.parametrize(
    ("change", "unfilled"),
    [
        (("Điều dưỡng\nunit", "'[[chức vụ]]'\nunit"), {("position",): True}),
        (("{on: 2024-03-10}", "{on: '[[ngày]]'}"), {("progress", "registered", "on"): False}),
        (("Ghi tên lên khay.", "[[viết]]"), {}),
    ],
)
def test_places_to_be_filled_in_are_known(change: tuple[str, str], unfilled: dict[tuple[str, ...], bool]) -> None:
    """Whether any text will do there or a fact is wanting; those of the body are the body's."""
    _, document, _ = opened(SITE[MAI].replace(*change))
    assert document is not None
    facts, _ = read_facts(document, ("vi",))
    assert facts.unfilled == unfilled
    assert facts.open and facts.body.unfilled is not bool(unfilled)
