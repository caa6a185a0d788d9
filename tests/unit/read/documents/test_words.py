"""The words of a document by path."""

from typing import Any

import pytest

from guongsang.i18n.messages import say
from guongsang.read.documents.words import field_has_words, has_words, word_paths
from guongsang.read.fields.kinds import Date, Field, Group, ListOf, PlainText, Value, optional

NAME = say("Name")
WORD, FACT = Field(PlainText(), NAME, translated=True), optional(PlainText(), NAME)
WORDS = Field(ListOf(PlainText()), NAME, translated=True)
ITEM = Group({"id": FACT, "text": WORD, "on": optional(Date(), NAME)}, key="id")
NAMELESS = Group({"result": WORD})
TABLE = Group(
    {
        "title": WORD,
        "name": FACT,
        "lessons": WORDS,
        "evidence": optional(ListOf(ITEM), NAME),
        "adopted": optional(ListOf(NAMELESS), NAME),
        "lead": optional(Group({"position": WORD}), NAME),
        "facts": optional(ListOf(Group({"a": FACT})), NAME),
    }
)


@pytest.mark.parametrize(
    ("data", "paths"),
    [
        ({}, []),
        ({"title": "a", "name": "b"}, [(("title",), ("title",), "a")]),
        ({"lessons": ["a", "b"]}, [(("lessons", 0), ("lessons", 0), "a"), (("lessons", 1), ("lessons", 1), "b")]),
        (
            {"evidence": [{"id": "e1", "text": "a"}, {"id": "e2", "text": "b"}]},
            [
                (("evidence", "e1", "text"), ("evidence", 0, "text"), "a"),
                (("evidence", "e2", "text"), ("evidence", 1, "text"), "b"),
            ],
        ),
        ({"evidence": [{"text": "a"}]}, [(("evidence", 0, "text"), ("evidence", 0, "text"), "a")]),
        ({"adopted": [{"result": "a"}]}, [(("adopted", 0, "result"), ("adopted", 0, "result"), "a")]),
        ({"lead": {"position": "a"}}, [(("lead", "position"), ("lead", "position"), "a")]),
        ({"facts": [{"a": "x"}]}, []),
        ({"title": "a", "unknown": "b"}, [(("title",), ("title",), "a")]),
    ],
)
def test_words_have_a_path_by_ids_and_one_by_positions(data: dict[str, Any], paths: list[Any]) -> None:
    """An item with an id keeps its path wherever it stands; facts have none."""
    assert list(word_paths(data, TABLE)) == paths


def test_an_item_keeps_its_path_when_others_come_before_it() -> None:
    """So a translation still belongs to it."""
    one: dict[str, Value] = {"id": "e1", "text": "a"}
    two: dict[str, Value] = {"id": "e2", "text": "b"}
    before = {path: text for path, _, text in word_paths({"evidence": [one, two]}, TABLE)}
    after = {path: text for path, _, text in word_paths({"evidence": [two, one]}, TABLE)}
    assert before == after


@pytest.mark.parametrize(
    ("name", "words"),
    [("title", True), ("name", False), ("lessons", True), ("evidence", True), ("lead", True), ("facts", False)],
)
def test_fields_that_hold_words_are_known(name: str, words: bool) -> None:
    """Their own, or those of a group or list of groups in them."""
    assert field_has_words(TABLE.fields[name]) is words
    assert has_words(Group({name: TABLE.fields[name]})) is words
