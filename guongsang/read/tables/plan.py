"""The fields of a unit's plan to nurture and replicate its exemplars (contract, section 2)."""

from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Label, say
from guongsang.read.fields.kinds import PLAIN_OR_LABEL, Date, ListOf, OneOf, PlainText, Ref, Slug
from guongsang.read.fields.table import always, optional, required, shared, table, words
from guongsang.read.tables.common import ALLOW, DRAFT, MOVED_FROM, SAMPLE, Allowance, Approval

STATUSES = OneOf({"planned": say("Planned"), "under-way": say("Under way"), "done": say("Done")})


@dataclass(frozen=True)
class Lead:
    """Who leads the work."""

    name: str = required(PlainText(), say("Full name"), say("full name of who leads"))
    position: Label | None = optional(PLAIN_OR_LABEL, say("Position"))


@dataclass(frozen=True)
class Activity:
    """A piece of work, of which part of the plan, by whom and when."""

    id: str = required(Slug(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*", "a1"), say("Id"))
    part: str = required(Ref("part"), say("Part of the plan"))
    what: str = words(say("Work"), say("what will be done, for whom"), required=True)
    who: Label | None = optional(PLAIN_OR_LABEL, say("Who"))
    from_: date | None = optional(Date(), say("From"))
    due: date | None = optional(Date(), say("Due"))
    status: str = optional(STATUSES, say("Status"))
    result: str = words(say("Result"))


@dataclass(frozen=True)
class Plan:
    """The facts of a unit's plan, and its words in the source language."""

    title: str = words(say("Title"), required=True)
    completed_on: date | None = required(
        Date(), say("Completed on"), say("the day on which the plan was finished, as year-month-day")
    )
    lead: Lead = always(Lead, say("Who leads"), required=True)
    exemplars: tuple[str, ...] = required(ListOf(Ref("plan-exemplar"), least=1), say("Exemplars"))
    activities: tuple[Activity, ...] = required(ListOf(table(Activity, "id")), say("Activities"))
    approved: Approval | None = optional(table(Approval), say("Approved"))
    draft: bool = shared(DRAFT)
    sample: bool = shared(SAMPLE)
    allow: tuple[Allowance, ...] = shared(ALLOW)
    moved_from: tuple[str, ...] = shared(MOVED_FROM)


PLAN = table(Plan)
