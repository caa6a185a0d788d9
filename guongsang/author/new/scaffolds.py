"""What a fresh profile offers for each criterion that asks something of it: items, fields, sections, remarks.

The shapes are those of `judge/criteria/check.py`; no kind of check is known here.
"""

import re
from collections.abc import Iterator
from typing import Any

from guongsang.author.new.draft import Draft
from guongsang.author.new.placeholders import ask, ask_at, one_of
from guongsang.i18n.messages import say, say_n
from guongsang.judge.criteria.check import FieldToWrite, ItemsToWrite, RemarkAt, SectionToWrite
from guongsang.judge.criteria.kinds import CHECK_BY_NAME
from guongsang.read.data.types import Criterion
from guongsang.read.tables.exemplar import EVIDENCE, EXEMPLAR, STAFF_CATEGORIES
from guongsang.read.yaml.placeholders import placeholder

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")


def add_scaffold(draft: Draft, criterion: Criterion) -> None:
    """Put into a draft what a criterion asks, with its words above it."""
    match CHECK_BY_NAME[criterion.check].scaffold(criterion):
        case ItemsToWrite() as items:
            _add_items(draft, criterion, items)
        case FieldToWrite() as field:
            _add_field(draft, criterion, field)
        case SectionToWrite() as section:
            _add_section(draft, criterion, section)
        case RemarkAt() as remark:
            name = remark.field
            own = (draft.tell(EXEMPLAR.fields[name].label),)
            draft.notes[(name,)] = (*draft.notes.get((name,), own), *_told(draft, criterion))


def _told(draft: Draft, criterion: Criterion) -> Iterator[str]:
    """Report what a criterion asks, in the words of the criteria file."""
    code = draft.words.code
    where = draft.tell(say("{id}, section {section}", id=criterion.id, section=criterion.section or ""))
    label = criterion.label.text_in(code).value
    yield f"{where if criterion.section else criterion.id}: {label}"
    if criterion.text and (text := criterion.text.text_in(code).value) != label:
        yield text
    if criterion.internal:
        yield draft.tell(say("Internal: it is never published."))


def _add_items(draft: Draft, criterion: Criterion, wanted: ItemsToWrite) -> None:
    items = draft.tree.setdefault("evidence", [])
    for i in range(wanted.number):
        item: dict[str, Any] = {
            "id": f"e{len(items) + 1}",
            "serves": [criterion.id],
            "text": ask(EVIDENCE.fields["text"], draft.words),
        }
        for name in wanted.fields:
            ask_at(item, EVIDENCE, name, draft.words)
        draft.notes["evidence", len(items)] = tuple(_told(draft, criterion)) if i == 0 else (criterion.id,)
        items.append(item)
    draft.notes[("evidence",)] = (
        draft.tell(say("Evidence")),
        draft.tell(say("One item may serve several criteria: write their ids into serves and delete the other items.")),
    )


def _add_field(draft: Draft, criterion: Criterion, field: FieldToWrite) -> None:
    choices = [_choice(draft, field.path, choice) for choice in field.choices]
    ask_at(draft.tree, EXEMPLAR, field.path, draft.words, draft.tell(one_of(choices)) if choices else "")
    first = field.path.split(".")[0].removesuffix("[]")
    label = draft.tell(EXEMPLAR.fields[first].label)
    old = draft.notes.get((first,), (label,))
    draft.notes[(first,)] = (*old, *(line for line in _told(draft, criterion) if line not in old))


def _choice(draft: Draft, path: str, choice: str) -> str:
    label = STAFF_CATEGORIES.label(choice) if path == "staff_category" else None
    return f"{choice} ({draft.tell(label)})" if label else choice


def _add_section(draft: Draft, criterion: Criterion, section: SectionToWrite) -> None:
    title = f"## {_escaped(section.heading.text_in(draft.words.code).value)}"
    note = "<!-- " + "\n".join(_told(draft, criterion)).replace("--", "- -") + " -->"
    least = section.words
    hint = (
        say_n(
            "what belongs under this heading, at least {n} word",
            "what belongs under this heading, at least {n} words",
            n=least,
        )
        if least
        else say("what belongs here")
    )
    known = [part.casefold() for part in draft.body]
    if title.casefold() in known:
        draft.body.insert(known.index(title.casefold()) + 1, note)
    else:
        draft.body.extend([title, note, placeholder(draft.tell(hint))])


def _escaped(heading: str) -> str:
    """Keep the signs of a heading from being read as Markdown."""
    return _MARKDOWN.sub(lambda m: "\\" + m[0], " ".join(heading.split()))
