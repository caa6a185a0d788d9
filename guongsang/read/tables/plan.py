"""The fields of a unit's plan to nurture and replicate its exemplars."""

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
    position: Label | None = optional(PLAIN_OR_LABEL, say("Position"), say("post of who leads"))


@dataclass(frozen=True)
class Activity:
    """A piece of work, of which part of the plan, by whom and when."""

    id: str = required(
        Slug(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*", "a1"), say("Id"), say("a short id, like {example}", example="a1")
    )
    part: str = required(
        Ref("part"), say("Part of the plan"), say("id of a part of the plan, as the campaign names it")
    )
    what: str = words(say("Work"), say("what will be done, for whom"), required=True)
    who: Label | None = optional(PLAIN_OR_LABEL, say("Who"), say("who does it, by post, or which team"))
    from_: date | None = optional(Date(), say("From"))
    due: date | None = optional(Date(), say("Due"))
    status: str = optional(STATUSES, say("Status"))
    result: str = words(say("Result"), say("what came of it, with figures"))


@dataclass(frozen=True)
class Plan:
    """The facts of a unit's plan, and its words in the source language."""

    title: str = words(say("Title"), say("what the plan is called, with the unit and the year"), required=True)
    completed_on: date | None = required(
        Date(), say("Completed on"), say("the day on which the plan was finished, like {example}", example="2022-06-08")
    )
    lead: Lead = always(Lead, say("Who leads"), required=True)
    exemplars: tuple[str, ...] = required(
        ListOf(Ref("plan-exemplar"), least=1),
        say("Exemplars"),
        say("name of the file of a profile of this campaign, like {example}", example="qlxd-01"),
    )
    activities: tuple[Activity, ...] = required(ListOf(table(Activity, "id")), say("Activities"))
    approved: Approval | None = optional(table(Approval), say("Approved"))
    draft: bool = shared(DRAFT)
    sample: bool = shared(SAMPLE)
    allow: tuple[Allowance, ...] = shared(ALLOW)
    moved_from: tuple[str, ...] = shared(MOVED_FROM)


PLAN = table(Plan)
