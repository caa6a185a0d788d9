"""The fields of a profile."""

from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Label, say
from guongsang.read.fields.kinds import (
    PLAIN_OR_LABEL,
    Date,
    Flag,
    Integer,
    ListOf,
    Number,
    OneOf,
    Period,
    PlainText,
    Ref,
    Slug,
    one_of_words,
)
from guongsang.read.fields.table import always, optional, required, shared, table, word_list, words
from guongsang.read.tables.common import ALLOW, DRAFT, MOVED_FROM, PAPER, PROFILE, SAMPLE, UNIT, Allowance
from guongsang.stages import LABELS, STAGES

STAFF_CATEGORIES = OneOf(
    {
        "cadre": say("Cadre"),
        "civil-servant": say("Civil servant"),
        "public-employee": say("Public employee"),
        "worker": say("Contract worker"),
    }
)
UNTIL = Date(
    or_words={
        "employment": say("For as long as the person works here"),
        "permanent": say("Permanently"),
    }
)
"""Until when a consent holds: a day, or one of two words."""
_CHANNELS = ListOf(one_of_words("site", "print"))
_WHERE = say("site (the website) or print (the bulletin); for both, add one more line: - print")
_STEP_BY = say("who took this step, by post, like the head of the unit")


@dataclass(frozen=True)
class Consent:
    """What a person agreed to: the channels (site, print) on which name, photo and story may stand.

    `of` is the fingerprint of the words and pictures that the person saw, `until` the last day on which it holds.
    """

    on: date | None = optional(
        Date(), say("Date"), say("the day on which the person agreed, like {example}", example="2022-06-04")
    )
    document: str = optional(PlainText(), say("Document"), say("number or name of the paper that the person signed"))
    name: tuple[str, ...] = optional(_CHANNELS, say("Consent to the name"), _WHERE)
    photo: tuple[str, ...] = optional(_CHANNELS, say("Consent to the photo"), _WHERE)
    story: tuple[str, ...] = optional(_CHANNELS, say("Consent to the story"), _WHERE)
    of: str = optional(
        PlainText(),
        say("Fingerprint of what the person saw"),
        say(
            "12 signs that stand for the words and pictures that the person saw, like {example}; they are on the form"
            " that the person signed",
            example="7dec494fb6b8",
        ),
    )
    until: date | str | None = optional(
        UNTIL,
        say("Holds until"),
        say(
            "the last day on which it holds, like {example}, or employment (as long as the person works here), or"
            " permanent",
            example="2027-12-31",
        ),
    )

    @property
    def given(self) -> bool:
        """Return whether the person agreed to anything."""
        return bool(self.name or self.photo or self.story)

    def channels(self, what: str) -> tuple[str, ...]:
        """Return the channels on which name, photo or story may stand."""
        return {"name": self.name, "photo": self.photo, "story": self.story}[what]


@dataclass(frozen=True)
class Step:
    """A dated step of the progress, with its paper and who took it."""

    on: date | None = required(Date(), say("Date"))
    document: str = optional(PlainText(), say("Document"), PAPER)
    by: Label | None = optional(PLAIN_OR_LABEL, say("By"), _STEP_BY)


@dataclass(frozen=True)
class ApprovalStep:
    """The step of approval, which may bind a fingerprint of what was approved."""

    on: date | None = required(Date(), say("Date"))
    document: str = optional(PlainText(), say("Document"), PAPER)
    by: Label | None = optional(PLAIN_OR_LABEL, say("By"), _STEP_BY)
    fingerprint: str = optional(
        PlainText(),
        say("Fingerprint"),
        say("12 signs that stand for what was approved, like {example}", example="7dec494fb6b8"),
    )


@dataclass(frozen=True)
class Progress:
    """The steps of an exemplar, in the order of the stages."""

    discovered: Step | None = optional(table(Step), LABELS["discovered"])
    selected: Step | None = optional(table(Step), LABELS["selected"])
    registered: Step | None = optional(table(Step), LABELS["registered"])
    approved: ApprovalStep | None = optional(table(ApprovalStep), LABELS["approved"])
    nurtured: Step | None = optional(table(Step), LABELS["nurtured"])
    replicated: Step | None = optional(table(Step), LABELS["replicated"])
    honoured: Step | None = optional(table(Step), LABELS["honoured"])
    reviewed: Step | None = optional(table(Step), LABELS["reviewed"])

    def steps(self) -> dict[str, Step | ApprovalStep]:
        """Return the steps that stand, by stage, in the order of the stages."""
        found = {stage: getattr(self, stage) for stage in STAGES}
        return {stage: step for stage, step in found.items() if step is not None}

    def dates(self) -> dict[str, date]:
        """Return the days of the steps that have one, by stage, in the order of the stages."""
        return {stage: step.on for stage, step in self.steps().items() if step.on is not None}


@dataclass(frozen=True)
class Measure:
    """A figure before and after, what it counts, and what it measures."""

    before: int | float | None = optional(Number(), say("Before"), say("the figure before, digits only"))
    after: int | float | None = optional(Number(), say("After"), say("the figure after, digits only"))
    unit: Label | None = optional(PLAIN_OR_LABEL, say("Unit of measure"), say("what the figures count, such as days"))
    label: Label | None = optional(
        PLAIN_OR_LABEL, say("What is measured"), say("what the figures measure, such as days to issue a permit")
    )


@dataclass(frozen=True)
class Attestation:
    """Who attests an item of evidence; never the exemplar."""

    by: Label | None = required(
        PLAIN_OR_LABEL, say("Attested by"), say("post of the person who attests it, not of the exemplar")
    )
    on: date | None = optional(Date(), say("Date"))
    document: str = optional(PlainText(), say("Document"), PAPER)


@dataclass(frozen=True)
class Evidence:
    """A deed or result with its source; `internal` is None where nothing says whether it may be published."""

    id: str = required(
        Slug(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*", "e1"), say("Id"), say("a short id, like {example}", example="e1")
    )
    serves: tuple[str, ...] = required(
        ListOf(Ref("criterion"), least=1),
        say("Criteria served"),
        say("id of the criterion, like {example}", example="GEN-01"),
    )
    text: str = words(say("What was done"), say("one deed or result, with its figures"), required=True)
    on: date | None = optional(Date(or_period=True), say("Date"))
    period: str = optional(Period(), say("Period"), say("two months, like {example}", example="2022-01/2022-05"))
    years: tuple[int, ...] = optional(
        ListOf(Integer(1900)),
        say("Years"),
        say("a year, like {example}; for each other year one more line", example="2021"),
    )
    measure: Measure | None = optional(table(Measure), say("Measure"))
    source: str = optional(
        PlainText(), say("Source"), say("number of the report, decision or minutes where this stands")
    )
    attested: Attestation | None = optional(table(Attestation), say("Attestation"))
    internal: bool | None = optional(Flag(), say("Internal"), default=None)


EVIDENCE = table(Evidence, "id")


@dataclass(frozen=True)
class Movement:
    """An emulation movement in which the exemplar took part."""

    name: str = words(say("Name of the movement"), say("name of the movement as it was launched"), required=True)
    launched_by: str = optional(one_of_words("agency", "union"), say("Launched by"))
    role: str = optional(one_of_words("member", "organiser"), say("Role"))
    on: date | None = optional(Date(), say("Date"))


@dataclass(frozen=True)
class Replication:
    """A unit that copied the exemplar's way of working, when, and with what result."""

    unit: str = required(Ref("unit"), say("Unit"), UNIT)
    on: date | None = optional(Date(), say("Date"))
    result: str = words(say("Result"), say("what came of it, with figures"))


@dataclass(frozen=True)
class Withdrawal:
    """That a profile was taken down, when and why."""

    on: date | None = required(Date(), say("Date"))
    reason: str = required(one_of_words("consent", "revoked"), say("Reason"))
    document: str = optional(PlainText(), say("Document"), PAPER)
    requested_on: date | None = optional(
        Date(),
        say("Requested on"),
        say("the day on which the person asked for it, like {example}", example="2022-11-18"),
    )


@dataclass(frozen=True)
class Exemplar:
    """The facts of a profile, and its words in the source language."""

    title: str = words(say("Headline"), say("what was done and what came of it, in one short line"), required=True)
    name: str = required(
        PlainText(), say("Name of the person, team or model"), say("full name of the person, team or model")
    )
    category: str = required(Ref("category"), say("Category"), say("an id of the categories of the criteria file"))
    leader: bool = optional(Flag(), say("Holds a leading post"))
    staff_category: str = optional(STAFF_CATEGORIES, say("Staff category"))
    position: str = words(say("Position"), say("post or work of the person, as it may be shown"))
    unit: str = required(Ref("unit"), say("Unit"), UNIT)
    summary: str = words(
        say("Summary"), say("who did what and what came of it, in 60 words at most"), required=True, limit=60
    )
    photo: str = optional(
        Ref("picture"), say("Photo"), say("name of the picture beside this file, like {example}", example="qlxd-01.jpg")
    )
    photo_alt: str = words(say("Description of the photo"), say("what the photo shows, for those who cannot see it"))
    consent: Consent = always(Consent, say("Consent"))
    progress: Progress = always(Progress, say("Progress"), required=True)
    evidence: tuple[Evidence, ...] = optional(ListOf(EVIDENCE), say("Evidence"))
    movements: tuple[Movement, ...] = optional(ListOf(table(Movement)), say("Emulation movements"))
    adopted_by: tuple[Replication, ...] = optional(ListOf(table(Replication)), say("Adopted by"))
    lessons: tuple[str, ...] = word_list(
        say("Lessons learned"), say("one lesson in one sentence, also of what did not work")
    )
    withdrawn: Withdrawal | None = optional(table(Withdrawal), say("Withdrawn"))
    tags: tuple[str, ...] = optional(ListOf(PlainText()), say("Tags"), say("a topic in a few words"))
    related: tuple[str, ...] = optional(ListOf(Ref("exemplar")), say("Related exemplars"), PROFILE)
    draft: bool = shared(DRAFT)
    sample: bool = shared(SAMPLE)
    allow: tuple[Allowance, ...] = shared(ALLOW)
    moved_from: tuple[str, ...] = shared(MOVED_FROM)


EXEMPLAR = table(Exemplar)
