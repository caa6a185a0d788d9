"""The fields of a campaign and of its year-end review."""

from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Label, say
from guongsang.read.fields.kinds import (
    LABEL,
    PLAIN_OR_LABEL,
    Date,
    Either,
    Flag,
    Integer,
    ListOf,
    OneOf,
    PlainText,
    Ref,
    Slug,
    one_of_words,
)
from guongsang.read.fields.table import always, optional, required, shared, table, words
from guongsang.read.tables.common import (
    ALLOW,
    DRAFT,
    MOVED_FROM,
    PAPER,
    SAMPLE,
    SECTION,
    TITLE,
    UNIT,
    Allowance,
    OfficialDocument,
    Signer,
)
from guongsang.stages import LABELS


@dataclass(frozen=True)
class LegalBasis:
    """A legal document that the campaign rests on."""

    number: str = required(
        PlainText(), say("Number"), say("number of the document, like {example}", example="12/KH-SXD")
    )
    on: date | None = optional(Date(), say("Date"))
    issuer: Label | None = optional(PLAIN_OR_LABEL, say("Issuer"), say("the body that issued it"))
    title: Label | None = optional(PLAIN_OR_LABEL, say("Title"), TITLE)


@dataclass(frozen=True)
class Window:
    """The first and last day of a part of the campaign."""

    from_: date | None = required(Date(), say("From"))
    to: date | None = required(Date(), say("To"))
    section: str = optional(PlainText(), say("Section of the plan"), SECTION)


@dataclass(frozen=True)
class Windows:
    """When units register, and when the Office reviews."""

    register: Window | None = optional(table(Window), say("Registration"))
    review: Window | None = optional(table(Window), say("Review"))


@dataclass(frozen=True)
class PlanPart:
    """A part that each unit's plan must have."""

    id: str = required(Slug(example="nurture"), say("Id"), say("a short id, like {example}", example="nurture"))
    label: Label | None = required(LABEL, say("Label"), say("what it is called, in a few words"))
    section: str = optional(PlainText(), say("Section of the plan"), SECTION)


@dataclass(frozen=True)
class PlanDuty:
    """What the campaign asks of the units' plans."""

    before: date | None = optional(Date(), say("To be completed before"))
    section: str = optional(PlainText(), say("Section of the plan"), SECTION)
    parts: tuple[PlanPart, ...] = optional(ListOf(table(PlanPart)), say("Parts of the plan"))


@dataclass(frozen=True)
class ReviewDuty:
    """What the campaign asks of its review."""

    sections: tuple[Label, ...] = optional(
        ListOf(LABEL), say("Sections of the review"), say("what it is called, in a few words")
    )
    section: str = optional(PlainText(), say("Section of the plan"), SECTION)


@dataclass(frozen=True)
class Quota:
    """How many exemplars each unit owes; `counts` is None where every category counts."""

    min: int | None = optional(Integer(), say("Least number"))
    counts: tuple[str, ...] | None = optional(
        ListOf(Ref("category")),
        say("Categories that count"),
        say("an id of the categories of the criteria file"),
        default=None,
    )
    section: str = optional(PlainText(), say("Section of the plan"), SECTION)


PARTS_OF_BOARD = OneOf(
    {
        "state": say("State"),
        "registered": say("Registration"),
        "kinds": say("Registered by category"),
        "plan": say("Plan"),
        "late": say("What came late"),
        "parts": say("Work of the plan"),
        "published": say("Published"),
        "adopted": say("Adopted by"),
        "honoured": say("Honoured"),
    }
)
"""What the site may show of each unit of a campaign, in the order of the columns."""
_USUAL_PARTS = ("state", "registered", "plan", "late", "published", "adopted")


@dataclass(frozen=True)
class Decision:
    """Who decided on a reading, and when."""

    by: Label | None = required(PLAIN_OR_LABEL, say("Decided by"), say("who decided it, by post"))
    on: date | None = optional(Date(), say("Date"))


@dataclass(frozen=True)
class RuleReading:
    """How the Office reads an unclear rule."""

    rule: str = optional(PlainText(), say("Rule"), say("id of the criterion, like {example}", example="GEN-01"))
    section: str = optional(PlainText(), say("Section of the plan"), SECTION)
    source_text: str = optional(PlainText(), say("Words of the source"), say("the unclear words, as they stand there"))
    question: str = words(say("Question"), say("what is unclear, as a question"))
    reading: str = words(say("Reading"), say("how the Office reads it"), required=True)
    decided: Decision | None = optional(table(Decision), say("Decided"))


@dataclass(frozen=True)
class Advice:
    """The Office's advice, when and by which paper."""

    on: date | None = required(Date(), say("Date"))
    document: str = optional(PlainText(), say("Document"), PAPER)


@dataclass(frozen=True)
class Report:
    """The report of the year: its number, its day, to whom."""

    number: str = optional(
        PlainText(), say("Number"), say("number of the document, like {example}", example="12/KH-SXD")
    )
    on: date | None = optional(Date(), say("Date"))
    to: Label | None = optional(PLAIN_OR_LABEL, say("Addressed to"), say("who gets the report"))


@dataclass(frozen=True)
class Recipient:
    """Who gets a paper, with a note such as “to report”."""

    name: Label | None = required(PLAIN_OR_LABEL, say("Name"), say("who gets a copy"))
    note: Label | None = optional(PLAIN_OR_LABEL, say("Note"), say("what for, such as “to report”"))


@dataclass(frozen=True)
class CouncilMember:
    """A member of the Council, by name, and the unit that the member comes from."""

    name: str = required(PlainText(), say("Full name"), say("full name of the member"))
    position: Label | None = optional(PLAIN_OR_LABEL, say("Position"), say("post of the member, like the Director"))
    unit: str = optional(Ref("unit"), say("Unit"), UNIT)


@dataclass(frozen=True)
class Council:
    """The body that is asked about the candidates: what it is called, and who sits on it."""

    name: Label | None = optional(PLAIN_OR_LABEL, say("Name"), say("what the Council is called"))
    chair: CouncilMember | None = optional(table(CouncilMember), say("Chair of the Council"))
    members: tuple[CouncilMember, ...] = optional(ListOf(table(CouncilMember)), say("Members of the Council"))

    @property
    def all(self) -> tuple[CouncilMember, ...]:
        """Return everybody who sits on the Council, the chair first and once."""
        chair = (self.chair,) if self.chair else ()
        return *chair, *(m for m in self.members if not self.chair or m.name != self.chair.name)


@dataclass(frozen=True)
class Campaign:
    """The facts of a year's campaign, and its words in the source language."""

    title: str = words(say("Title"), say("what the campaign is called, with its year"), required=True)
    summary: str = words(say("Summary"), say("what the campaign is about, in one or two sentences"))
    criteria: str = required(
        Ref("criteria"),
        say("Criteria"),
        say("name of the criteria file without its ending, like {example}", example="2022"),
    )
    document: OfficialDocument | None = optional(table(OfficialDocument), say("Document of the campaign"))
    legal_bases: tuple[LegalBasis, ...] = optional(ListOf(table(LegalBasis)), say("Legal bases"))
    windows: Windows = always(Windows, say("Windows"))
    plan: PlanDuty | None = optional(table(PlanDuty), say("Plans of the units"))
    review: ReviewDuty = always(ReviewDuty, say("Review"))
    quota: Quota | None = optional(table(Quota), say("Quota"))
    readings: tuple[RuleReading, ...] = optional(ListOf(table(RuleReading)), say("Readings of unclear rules"))
    office: str = optional(Ref("unit"), say("Office"), UNIT)
    office_advice: Advice | None = optional(table(Advice), say("Advice of the Office"))
    council: Council = always(Council, say("Council"))
    report: Report = always(Report, say("Report"))
    recipients: tuple[Recipient | Label, ...] = optional(
        ListOf(Either((table(Recipient), PLAIN_OR_LABEL))), say("Recipients")
    )
    signer: Signer = always(Signer, say("Signer"))
    publish_from: str = optional(OneOf(LABELS), say("Published from stage"))
    stale_consent: str = optional(
        one_of_words("warn", "leave-out"),
        say("Where a text was changed after consent"),
        say("warn (by default), or leave-out: the profile is not published until the person agrees to the new text"),
    )
    public_board: tuple[str, ...] | None = optional(
        ListOf(PARTS_OF_BOARD),
        say("Board on the site"),
        say(
            "what the site shows of each unit, like {example}; an empty list shows nothing",
            example=", ".join(_USUAL_PARTS),
        ),
        default=None,
    )
    closed: bool = optional(Flag(), say("Closed"))
    draft: bool = shared(DRAFT)
    sample: bool = shared(SAMPLE)
    allow: tuple[Allowance, ...] = shared(ALLOW)
    moved_from: tuple[str, ...] = shared(MOVED_FROM)

    @property
    def shown_parts(self) -> tuple[str, ...]:
        """Return the parts of the board that the site may show, in the order of its columns."""
        chosen = _USUAL_PARTS if self.public_board is None else self.public_board
        return tuple(part for part in PARTS_OF_BOARD.choices if part in chosen)


CAMPAIGN = table(Campaign)


@dataclass(frozen=True)
class Review:
    """The facts of a year-end review, and its words in the source language."""

    title: str = words(say("Title"), say("what the review is called, with its year"), required=True)
    held_on: date | None = optional(Date(), say("Held on"))
    document: OfficialDocument | str = optional(
        Either((PlainText(), table(OfficialDocument))),
        say("Document"),
        say("number of the minutes, like {example}", example="05/BB-VP"),
        default="",
    )
    signer: Signer = always(Signer, say("Signer"))
    draft: bool = shared(DRAFT)
    sample: bool = shared(SAMPLE)
    allow: tuple[Allowance, ...] = shared(ALLOW)
    moved_from: tuple[str, ...] = shared(MOVED_FROM)


REVIEW = table(Review)
