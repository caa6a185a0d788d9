"""The kinds of document, and the fields of the small ones: bulletins and free pages (contract, section 2)."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from guongsang.i18n.messages import say
from guongsang.read.fields.kinds import Date, Flag, Group, Integer, ListOf, OneOf, PlainText, Ref, Slug
from guongsang.read.fields.table import always, optional, required, shared, table, words
from guongsang.read.tables.campaign import Campaign, Review
from guongsang.read.tables.common import ALLOW, DRAFT, MOVED_FROM, SAMPLE, Allowance, DocumentFacts
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.plan import Plan
from guongsang.stages import LABELS


@dataclass(frozen=True)
class Masthead:
    """Under which licence a bulletin appears, or that it circulates internally."""

    licence: str = optional(PlainText(), say("Licence"), say("number and issuer of the licence to publish"))
    internal: bool = optional(Flag(), say("Internal circulation"))


@dataclass(frozen=True)
class Selection:
    """Which profiles a bulletin takes: all that fit each field that stands; a stage means at least this one."""

    campaign: str = optional(Ref("campaign"), say("Campaign"))
    stage: str = optional(OneOf(LABELS), say("Stage"))
    category: str = optional(PlainText(), say("Category"))
    unit: str = optional(Ref("unit"), say("Unit"))


@dataclass(frozen=True)
class Bulletin:
    """The facts of an issue of the bulletin, and its words in the source language."""

    title: str = words(say("Title"), required=True)
    number: str = required(PlainText(), say("Number"), say("number of the issue, like {example}", example="03"))
    date: datetime.date | None = required(Date(), say("Date"), say("the day of the issue, as year-month-day"))
    masthead: Masthead = always(Masthead, say("Masthead"), required=True)
    layout: str = optional(Slug(example="newsletter"), say("Layout"))
    exemplars: tuple[str, ...] = optional(ListOf(Ref("exemplar")), say("Exemplars"))
    select: Selection | None = optional(table(Selection), say("Selection"))
    draft: bool = shared(DRAFT)
    sample: bool = shared(SAMPLE)
    allow: tuple[Allowance, ...] = shared(ALLOW)
    moved_from: tuple[str, ...] = shared(MOVED_FROM)


@dataclass(frozen=True)
class FreePage:
    """The facts of a free page, and its words in the source language."""

    title: str = words(say("Title"), required=True)
    menu: int | None = optional(Integer(), say("Place in the menu"))
    draft: bool = shared(DRAFT)
    sample: bool = shared(SAMPLE)
    allow: tuple[Allowance, ...] = shared(ALLOW)
    moved_from: tuple[str, ...] = shared(MOVED_FROM)


BULLETIN = table(Bulletin)
PAGE = table(FreePage)
KINDS: Mapping[str, type[DocumentFacts]] = {
    "exemplar": Exemplar,
    "plan": Plan,
    "campaign": Campaign,
    "review": Review,
    "bulletin": Bulletin,
    "page": FreePage,
}
DOCUMENTS: Mapping[str, Group] = {kind: table(cls) for kind, cls in KINDS.items()}
