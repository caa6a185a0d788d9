"""Opening data files and gathering what is wrong with them."""

from pathlib import Path

import pytest

from guongsang.findings import Place, SetupError
from guongsang.i18n.messages import say
from guongsang.read.data.loader import DataLoader, place_of, report_duplicate, report_unknown
from guongsang.read.fields.kinds import Date, Group, ListOf, PlainText, optional, required
from unit.support import codes

TABLE = Group(
    {
        "name": required(PlainText(), say("Name")),
        "days": optional(ListOf(Date()), say("Days")),
    }
)


def loader(root: Path, text: str | bytes | None) -> DataLoader:
    """Return a loader of a folder that holds one data file, if any."""
    if text is not None:
        (root / "data.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return DataLoader(root)


def test_a_data_file_is_read_by_its_table(tmp_path: Path) -> None:
    """Its values are kept with their stretches, and its source for excerpts."""
    one = loader(tmp_path, "name: Một\ndays: [2024-01-02]\n")
    read = one.read("data.yaml", TABLE, ("vi",))
    assert read is not None
    data, reading = read
    assert data["name"] == "Một"
    assert one.findings == []
    assert [text for _, _, text in one.values["data.yaml"]] == ["Một", "2024-01-02"]
    assert one.sources["data.yaml"] is reading.source


@pytest.mark.parametrize(
    ("text", "found", "readable"),
    [
        (None, ["unreadable-file"], False),
        (b"name: \xff", ["not-utf8"], False),
        ("name: [", ["bad-yaml"], False),
        ("", ["wrong-type"], True),
        ("- a", ["wrong-type"], True),
        ("days: []\n", ["missing-field"], True),
        ("name: Một\nnam: x\n", ["unknown-field"], True),
        ("name: Một\ndays: [x, y]\n", ["bad-date", "bad-date"], True),
        ("name: M\u200bột\n", ["invisible-character"], True),
    ],
)
def test_whatever_is_wrong_is_gathered(
    tmp_path: Path, text: str | bytes | None, found: list[str], readable: bool
) -> None:
    """A file that cannot be read at all gives nothing; any other gives what is right in it."""
    one = loader(tmp_path, text)
    assert (one.read("data.yaml", TABLE, ("vi",)) is not None) is readable
    assert codes(one.findings) == found


def test_errors_are_raised_all_at_once_and_warnings_are_not(tmp_path: Path) -> None:
    """A letter that nobody sees keeps no site from being judged."""
    one = loader(tmp_path, "name: M\u200bột\n")
    one.read("data.yaml", TABLE, ("vi",))
    one.raise_errors()
    one.add("bad-value", Place("a.yaml"), say("wrong"), say("mend"))
    with pytest.raises(SetupError) as caught:
        one.raise_errors()
    assert codes(caught.value.findings) == ["bad-value", "invisible-character"]


def test_the_place_of_a_value_or_of_the_nearest_thing_around_it(tmp_path: Path) -> None:
    """A field that is missing has the place of its group, and the file where there is nothing."""
    one = loader(tmp_path, "name: Một\ndays:\n  - 2024-01-02\n")
    read = one.read("data.yaml", TABLE, ("vi",))
    assert read is not None
    _, reading = read
    assert place_of(reading, "days", 0).line == 3
    assert place_of(reading, "days", 5).line == 3
    assert place_of(reading, "name", "x").line == 1
    assert place_of(reading, "other") == Place("data.yaml")


def test_an_id_that_stands_twice_is_named(tmp_path: Path) -> None:
    """At the second one."""
    one = loader(tmp_path, "name: Một\n")
    read = one.read("data.yaml", TABLE, ("vi",))
    assert read is not None
    report_duplicate(one, read[1], ("name",), "Một")
    assert codes(one.findings) == ["duplicate-key"]
    assert one.findings[0].message.args == {"name": "Một"}


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("noi", ["noi", "duoc"], None),
        ("nooi", ["duoc", "noi"], "noi"),
        ("xyz", ["noi", "duoc"], ""),
        ("xyz", [], None),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(
    tmp_path: Path, name: str, known: list[str], hint: str | None
) -> None:
    """Nothing is told where nothing is known, because then another finding says why."""
    one = loader(tmp_path, None)
    report_unknown(one, Place("a.yaml"), "unknown-unit", name, dict.fromkeys(known))
    assert codes(one.findings) == ([] if hint is None else ["unknown-unit"])
    if hint is not None:
        assert one.findings[0].hint.args.get("name", "") == hint
