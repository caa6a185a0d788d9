"""Dotted paths into the tables of fields."""

import pytest

from guongsang.i18n.messages import say
from guongsang.read.fields.kinds import Date, Flag, Group, ListOf, PlainText, optional
from guongsang.read.fields.paths import field_at, group_at, is_flag, label_at

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
