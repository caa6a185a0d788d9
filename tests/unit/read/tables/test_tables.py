"""The tables of fields of all documents and data files, held to what every table promises."""

from collections.abc import Iterator

import pytest

from guongsang.i18n.messages import Message
from guongsang.judge.criteria.kinds import CRITERIA
from guongsang.read.fields.kinds import Either, Field, Group, Kind, ListOf, LocalizedText, MappingOf, OneOf, PlainText
from guongsang.read.fields.table import build, table
from guongsang.read.tables.abbreviations import ABBREVIATIONS
from guongsang.read.tables.common import ALLOW, DRAFT, MOVED_FROM, SAMPLE
from guongsang.read.tables.config import CONFIG, SECTIONS
from guongsang.read.tables.documents import DOCUMENTS, KINDS
from guongsang.read.tables.laws import LAWS
from guongsang.read.tables.units import UNITS

TABLES = {
    **DOCUMENTS,
    "units": UNITS,
    "laws": LAWS,
    "config": CONFIG,
    "criteria": CRITERIA,
    "abbreviations": ABBREVIATIONS,
}
COMMON = {"draft": DRAFT, "sample": SAMPLE, "allow": ALLOW, "moved_from": MOVED_FROM}


def fields_of(kind: Kind, path: str) -> Iterator[tuple[str, Field]]:
    """Yield all fields below a kind, with their paths."""
    match kind:
        case Group():
            for name, spec in kind.fields.items():
                yield f"{path}.{name}", spec
                yield from fields_of(spec.kind, f"{path}.{name}")
        case ListOf() | MappingOf():
            yield from fields_of(kind.kind, path)
        case Either():
            for one in kind.kinds:
                yield from fields_of(one, path)


ALL = [pair for name, table in TABLES.items() for pair in fields_of(table, name)]


@pytest.mark.parametrize(("path", "spec"), ALL, ids=[path for path, _ in ALL])
def test_each_field_can_be_typed_and_named(path: str, spec: Field) -> None:
    """Its name is plain ASCII, its label begins with a capital, choices are words that can be typed."""
    name = path.rpartition(".")[2]
    assert name.isascii() and name == name.lower() and name.replace("_", "").isalnum()
    assert isinstance(spec.label, Message) and spec.label.text[:1].isupper()
    if isinstance(spec.kind, OneOf):
        assert len(set(spec.kind.choices)) == len(spec.kind.choices) > 1
    if spec.translated:
        inner = spec.kind.kind if isinstance(spec.kind, ListOf) else spec.kind
        assert isinstance(inner, (PlainText, LocalizedText))


@pytest.mark.parametrize("kind", sorted(DOCUMENTS))
def test_every_document_has_the_common_fields_and_a_title_or_name(kind: str) -> None:
    """Drafts, allowed findings and former names are told in the same way everywhere."""
    fields = DOCUMENTS[kind].fields
    assert {name: fields.get(name) for name in COMMON} == COMMON
    assert "title" in fields or "name" in fields
    assert any(spec.translated for _, spec in fields_of(DOCUMENTS[kind], kind))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_empty_document_has_facts_all_the_same(kind: str) -> None:
    """What is wrong with it is told by findings, and everything else can still be judged."""
    facts = build(KINDS[kind], {})
    assert (facts.title, facts.draft, facts.sample, facts.allow, facts.moved_from) == ("", False, False, (), ())
    assert DOCUMENTS[kind] is table(KINDS[kind]) and DOCUMENTS[kind].makes is KINDS[kind]


def test_items_that_translations_refer_to_have_the_field_that_names_them() -> None:
    """The key of a group of words is one of its fields."""
    for path, spec in ALL:
        inner = spec.kind.kind if isinstance(spec.kind, ListOf) else spec.kind
        if isinstance(inner, Group) and inner.key:
            assert inner.key in inner.fields, path


def test_sections_have_a_word_in_both_languages_and_no_word_twice() -> None:
    """Two parts of a site cannot lie at the same address."""
    for lang in ("vi", "en"):
        words = [words[lang] for words in SECTIONS.values()]
        assert len(set(words)) == len(words)
        assert all(word.isascii() and word == word.lower() for word in words)
