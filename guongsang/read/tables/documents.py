"""The kinds of document, and the fields of the small ones: bulletins and free pages."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from guongsang.i18n.messages import say
from guongsang.read.fields.kinds import Date, Flag, Group, Integer, ListOf, OneOf, PlainText, Ref, Slug
from guongsang.read.fields.table import always, optional, required, shared, table, words
from guongsang.read.tables.campaign import Campaign, Review
from guongsang.read.tables.common import ALLOW, DRAFT, MOVED_FROM, PROFILE, SAMPLE, UNIT, Allowance, DocumentFacts
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

    campaign: str = optional(
        Ref("campaign"), say("Campaign"), say("name of the campaign, like {example}", example="2022")
    )
    stage: str = optional(OneOf(LABELS), say("Stage"))
    category: str = optional(PlainText(), say("Category"), say("an id of the categories of the criteria file"))
    unit: str = optional(Ref("unit"), say("Unit"), UNIT)


@dataclass(frozen=True)
class Bulletin:
    """The facts of an issue of the bulletin, and its words in the source language."""

    title: str = words(say("Title"), say("what this issue is called, in one short line"), required=True)
    number: str = required(PlainText(), say("Number"), say("number of the issue, like {example}", example="03"))
    date: datetime.date | None = required(
        Date(), say("Date"), say("the day of the issue, like {example}", example="2022-06-10")
    )
    masthead: Masthead = always(Masthead, say("Masthead"), required=True)
    layout: str = optional(
        Slug(example="newsletter"), say("Layout"), say("name of the layout, like {example}", example="newsletter")
    )
    exemplars: tuple[str, ...] = optional(ListOf(Ref("exemplar")), say("Exemplars"), PROFILE)
    select: Selection | None = optional(table(Selection), say("Selection"))
    draft: bool = shared(DRAFT)
    sample: bool = shared(SAMPLE)
    allow: tuple[Allowance, ...] = shared(ALLOW)
    moved_from: tuple[str, ...] = shared(MOVED_FROM)


@dataclass(frozen=True)
class FreePage:
    """The facts of a free page, and its words in the source language."""

    title: str = words(say("Title"), say("what the page is called, in a few words"), required=True)
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
