"""Dotted paths into the tables of fields and into values."""

import pytest

from guongsang.i18n.messages import say
from guongsang.read.fields.kinds import Date, Flag, Group, ListOf, PlainText, Tree, Value, optional
from guongsang.read.fields.paths import field_at, group_at, has_value, is_flag, label_at, values_at

ROLE = optional(PlainText(), say("Role"))
WON = optional(Flag(), say("Won"))
ITEM = Group({"role": ROLE, "won": WON})
TABLE = Group(
    {
        "title": optional(PlainText(), say("Title")),
        "movements": optional(ListOf(ITEM), say("Movements")),
        "approved": optional(Group({"on": optional(Date(), say("Date"))}), say("Approved")),
        "tags": optional(ListOf(PlainText()), say("Tags")),
    }
)


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("title", "Title"),
        ("movements", "Movements"),
        ("movements[].role", "Role"),
        ("movements.role", "Role"),
        ("approved.on", "Date"),
        ("tags[]", "Tags"),
        ("nothing", None),
        ("title.on", None),
        ("movements[].nothing", None),
        ("", None),
        ("approved.", None),
    ],
)
def test_a_path_leads_to_its_field(path: str, label: str | None) -> None:
    """Through groups and items of lists; to nothing where a name is not in the table."""
    found = field_at(TABLE, path)
    assert (found.label.text if found else None) == label
    assert label_at(TABLE, path).text == (label or "Field")


@pytest.mark.parametrize(
    ("path", "flag"), [("movements[].won", True), ("movements[].role", False), ("title", False), ("nothing", False)]
)
def test_a_flag_is_known_by_its_path(path: str, flag: bool) -> None:
    """Because it is false where it is left out."""
    assert is_flag(TABLE, path) is flag


@pytest.mark.parametrize(
    ("path", "names"),
    [("movements", ["role", "won"]), ("approved", ["on"]), ("title", []), ("tags", []), ("nothing", [])],
)
def test_the_group_at_a_path(path: str, names: list[str]) -> None:
    """That of a group itself or of the items of a list; elsewhere an empty one."""
    assert list(group_at(TABLE, path).fields) == names


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("a", [1]),
        ("b[].c", [2, 3]),
        ("b.c", [2, 3]),
        ("d", [4, 5]),
        ("d[]", [4, 5]),
        ("e.f", []),
        ("g", []),
        ("h", []),
        ("i", []),
        ("a.b", []),
        ("k", [False]),
        ("l", [0]),
        ("m.n", ["x"]),
        ("m", [{"n": "x"}]),
    ],
)
def test_all_values_at_a_path(path: str, values: list[Value]) -> None:
    """Through groups and lists; empty texts, groups and lists are none, but false and nought are values."""
    data: Tree = {
        "a": 1,
        "b": [{"c": 2}, {"c": 3}, {}],
        "d": [4, 5],
        "g": "",
        "h": [],
        "i": {},
        "k": False,
        "l": 0,
        "m": {"n": "x"},
    }
    assert values_at(data, path) == values
    assert has_value(data, path) is bool(values)


def test_nothing_lies_below_what_is_no_group() -> None:
    """A text, a number or a flag."""
    assert [values_at(value, "a") for value in ("a", 1, True)] == [[], [], []]
