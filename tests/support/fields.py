"""Fields read out of short texts, for a site in Vietnamese and English."""

from typing import Any

from guongsang.i18n.messages import say
from guongsang.read.fields.convert import read_tree
from guongsang.read.fields.kinds import Date, Group, Kind, LocalizedText, PlainText, Reading, optional, required
from guongsang.read.source import read_text
from guongsang.read.yaml.parser import read_yaml

NAME = say("Name")
PLAIN = LocalizedText(plain=True)
LABEL = LocalizedText()
INNER = Group({"on": required(Date(), NAME), "note": optional(PlainText(), NAME)})


def read(text: str, group: Group, *, marks: bool = False) -> tuple[dict[str, Any], Reading]:
    """Read a text by a table of fields, for a site in Vietnamese and English."""
    source, _ = read_text(text.encode("utf-8"), "site_config.yaml")
    assert source is not None
    node, faults = read_yaml(source)
    assert node is not None and faults == []
    reading = Reading(source, ("vi", "en"), marks=marks)
    return read_tree(reading, node, group), reading


def value(typed: str, kind: Kind, *, marks: bool = False) -> tuple[Any, Reading]:
    """Read one field `x` that was typed so."""
    data, reading = read(f"x: {typed}\n", Group({"x": optional(kind, NAME)}), marks=marks)
    return data.get("x"), reading
