"""Values as YAML text that says exactly what was typed."""

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.author.new.yaml_writer import comment, front_lines, quoted, scalar
from guongsang.i18n.messages import say
from guongsang.read.fields.kinds import Date, Group, ListOf, PlainText, optional
from guongsang.read.yaml.node import Node
from guongsang.read.yaml.parser import read_yaml
from unit.support import source_of

NAME = say("Name")
ITEM = Group({"id": optional(PlainText(), NAME), "text": optional(PlainText(), NAME)})
TABLE = Group(
    {
        "title": optional(PlainText(), NAME),
        "on": optional(Date(), NAME),
        "approved": optional(Group({"on": optional(Date(), NAME), "by": optional(PlainText(), NAME)}), NAME),
        "evidence": optional(ListOf(ITEM), NAME),
        "tags": optional(ListOf(PlainText()), NAME),
    }
)


def plain(node: Node) -> Any:
    """Return a tree that was read as values."""
    if node.members is not None:
        return {key: plain(member.node) for key, member in node.members.items()}
    return [plain(item) for item in node.items] if node.items is not None else node.text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Một việc hay", "Một việc hay"),
        ("Nguyễn Văn A (phường 1)", "Nguyễn Văn A (phường 1)"),
        ("", '""'),
        ("no", '"no"'),
        ("Yes", '"Yes"'),
        ("2022", '"2022"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        ("a ", '"a "'),
        ('nó "nói"', '"nó \\"nói\\""'),
        ("a\nb", '"a\\nb"'),
        ("[[tên]]", '"[[tên]]"'),
        ("a\u2028b", '"a\\u2028b"'),
        ("\x07", '"\\u0007"'),
    ],
)
def test_a_text_stands_in_quotes_where_it_could_be_read_otherwise(text: str, written: str) -> None:
    """Plain words stay plain."""
    assert quoted(text) == written


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_text_is_read_back_by_yaml(text: str) -> None:
    """As a value, and between brackets; as text and nothing else."""
    assert yaml.safe_load(f"a: {quoted(text)}") == {"a": text}
    assert yaml.safe_load(f"a: {scalar([text, text])}") == {"a": [text, text]}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (False, "false"),
        (date(2024, 6, 1), "2024-06-01"),
        (5, "5"),
        (2.5, "2.5"),
        ([], "[]"),
        (["qlxd-01", "a b", 3, date(2024, 6, 1), "no"], '[qlxd-01, "a b", 3, 2024-06-01, "no"]'),
        ("true", '"true"'),
    ],
)
def test_bare_values_stand_without_quotes(value: object, written: str) -> None:
    """A date is no text that looks like one."""
    assert scalar(value) == written


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("một", ["# một"]),
        ("một\n  hai", ["# một", "# hai"]),
        ("a\u200bb", ["# a b"]),
        ("", ["#"]),
        ("a\n\nb", ["# a", "#", "# b"]),
    ],
)
def test_a_remark_has_its_sign_on_each_line(text: str, lines: list[str]) -> None:
    """And nothing that nobody sees."""
    assert comment(text) == lines
    assert comment(text, "  ") == [f"  {line}" for line in lines]


def test_fields_stand_in_the_order_of_their_table_with_their_notes() -> None:
    """However they were gathered; a note stands above its field, indented like it."""
    tree = {
        "tags": ["a"],
        "evidence": [{"text": "b", "id": "e1"}, {"id": "e2"}],
        "approved": {"by": "c", "on": date(2024, 6, 1)},
        "title": "d",
    }
    notes = {
        ("title",): ("note",),
        ("approved", "by"): ("who",),
        ("evidence", 0): ("one",),
        ("evidence", 0, "text"): ("say",),
    }
    assert list(front_lines(tree, TABLE, notes)) == [
        "# note",
        "title: d",
        "approved:",
        "  on: 2024-06-01",
        "  # who",
        "  by: c",
        "evidence:",
        "  # one",
        "  - id: e1",
        "    # say",
        "    text: b",
        "  - id: e2",
        "tags: [a]",
    ]


def test_a_field_that_the_table_does_not_know_stands_last() -> None:
    """Nothing that was given is lost."""
    assert list(front_lines({"other": "x", "title": "a"}, TABLE, {})) == ["title: a", "other: x"]


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"], max_codepoint=0x1EFF), min_size=1, max_size=12
)


@settings(deadline=None, max_examples=25)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "title": TEXT,
            "approved": st.fixed_dictionaries({}, optional={"by": TEXT}).filter(bool),
            "evidence": st.lists(st.fixed_dictionaries({"id": TEXT, "text": TEXT}), min_size=1, max_size=3),
            "tags": st.lists(TEXT, min_size=1, max_size=3),
        },
    ).filter(bool)
)
def test_any_tree_is_read_back_by_our_own_reader(tree: dict[str, Any]) -> None:
    """What is written for a writer says what was given, also with notes between the lines."""
    notes = {("title",): ("note\nof two lines",), ("evidence", 0, "text"): ("say",)}
    text = "\n".join(front_lines(tree, TABLE, notes)) + "\n"
    node, findings = read_yaml(source_of(text, "units.yaml"))
    assert node is not None and [f for f in findings if f.severity == "error" and f.code == "bad-yaml"] == []
    clean = yaml.safe_load(text)
    assert clean == tree
