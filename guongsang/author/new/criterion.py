"""A new criterion: its fields in the shape of the criteria file, a free id, and a first criteria file around it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from guongsang.author.new.appended import Item
from guongsang.author.new.draft import source_words
from guongsang.author.new.yaml_writer import front_lines
from guongsang.i18n.messages import Language, Message, say
from guongsang.judge.criteria.kinds import CRITERIA
from guongsang.read.content import Content
from guongsang.read.data.types import Criteria
from guongsang.read.fields.kinds import Slug
from guongsang.read.fields.table import table
from guongsang.read.tables.criteria import CriterionRow
from guongsang.read.yaml.placeholders import placeholder
from guongsang.text.vietnamese import slugify

DEFAULT_LEVELS = {"registered": "error"}
_ID = table(CriterionRow).fields["id"].kind
_FIRST = "GEN-01"


def criterion_item(fields: Mapping[str, Any]) -> Item:
    """Return a criterion as an item of the list of its file; what is empty or the default is left out."""
    left_out = {"severity": DEFAULT_LEVELS, "internal": False}
    kept = {n: v for n, v in fields.items() if v not in (None, "", [], {}) and left_out.get(n) != v}
    return Item("criteria", CRITERIA, kept)


def label_in_all_languages(content: Content, text: str) -> dict[str, str]:
    """Return a text in the source language, and a mark for each other language of the site."""
    words = source_words(content)
    first, *others = content.config.languages
    return {first: text} | {
        code: placeholder(words.tell(say("in {language}: {text}", language=Language(code), text=text)))
        for code in others
    }


def first_file(content: Content, category: str, item: Item) -> str:
    """Write a first criteria file: one category of exemplars, and the criterion."""
    label = label_in_all_languages(content, category)
    kind = {"id": slugify(category) or "individual", "label": label}
    return "\n".join(front_lines({"categories": [kind], "criteria": [dict(item.fields)]}, CRITERIA, {})) + "\n"


def wrong_id(name: str, taken: Iterable[str]) -> Message | None:
    """Return why an id cannot be that of a new criterion, if so."""
    assert isinstance(_ID, Slug)
    if not re.fullmatch(_ID.pattern, name) or len(name) > 40:
        return say("{name} cannot be an id; write letters without marks, digits and hyphens, like GEN-01", name=name)
    if name.casefold() in {other.casefold() for other in taken}:
        return say("there is a criterion {name} in this file already; choose another id", name=name)
    return None


def proposed_id(criteria: Criteria | None, unit: str | None) -> str:
    """Return a free id: the next number behind those like the last one, of a unit's own behind its own."""
    known = list(criteria.criteria.values()) if criteria else []
    own = [c.id for c in known if (c.set_by.unit if c.set_by else None) == unit]
    last = own[-1] if own else f"{unit.upper()}-00" if unit else known[-1].id if known else ""
    found = re.fullmatch(r"(.*?)(\d+)", last)
    stem, digits = (found[1], found[2]) if found else (f"{last}-" if last else "", "00")
    if not last:
        return _FIRST
    numbers = [int(c.id[len(stem) :]) for c in known if re.fullmatch(re.escape(stem) + r"\d+", c.id)]
    number = max([int(digits), *numbers]) + 1
    while (name := f"{stem}{str(number).zfill(len(digits))}").casefold() in {c.id.casefold() for c in known}:
        number += 1
    return name
