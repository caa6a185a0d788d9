"""The fields of a profile."""

from guongsang.i18n.messages import say
from guongsang.read.fields.common import COMMON
from guongsang.read.fields.kinds import (
    PLAIN_OR_LABEL,
    Date,
    Field,
    Flag,
    Group,
    Integer,
    ListOf,
    LocalizedText,
    Number,
    OneOf,
    Period,
    PlainText,
    Ref,
    Slug,
    optional,
    required,
    translated,
)
from guongsang.stages import LABELS, STAGES

_CHANNELS = ListOf(OneOf(("site", "print")))


_CONSENT = Group(
    {
        "on": optional(Date(), say("Date"), say("the day on which the person agreed, as year-month-day")),
        "document": optional(PlainText(), say("Document"), say("number or name of the paper that the person signed")),
        "name": optional(_CHANNELS, say("Consent to the name")),
        "photo": optional(_CHANNELS, say("Consent to the photo")),
        "story": optional(_CHANNELS, say("Consent to the story")),
    }
)


_PROGRESS = Group(
    {
        stage: optional(
            Group(
                {
                    "on": required(Date(), say("Date")),
                    "document": optional(PlainText(), say("Document")),
                    "by": optional(PLAIN_OR_LABEL, say("By")),
                    **({"fingerprint": optional(PlainText(), say("Fingerprint"))} if stage == "approved" else {}),
                }
            ),
            LABELS[stage],
        )
        for stage in STAGES
    }
)


_MEASURE = Group(
    {
        "before": optional(Number(), say("Before"), say("the figure before, digits only")),
        "after": optional(Number(), say("After"), say("the figure after, digits only")),
        "unit": optional(
            LocalizedText(plain=True), say("Unit of measure"), say("what the figures count, such as days")
        ),
        "label": optional(LocalizedText(plain=True), say("What is measured")),
    }
)


EVIDENCE = Group(
    {
        "id": required(Slug(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*", "e1"), say("Id")),
        "serves": required(ListOf(Ref("criterion"), least=1), say("Criteria served")),
        "text": translated(say("What was done"), say("one deed or result, with its figures"), required=True),
        "on": optional(Date(), say("Date")),
        "period": optional(Period(), say("Period"), say("two months, like {example}", example="2022-01/2022-05")),
        "years": optional(
            ListOf(Integer(1900)), say("Years"), say("the years, like {example}", example="[2021, 2022]")
        ),
        "measure": optional(_MEASURE, say("Measure")),
        "source": optional(
            PlainText(), say("Source"), say("number of the report, decision or minutes where this stands")
        ),
        "attested": optional(
            Group(
                {
                    "by": required(
                        PLAIN_OR_LABEL,
                        say("Attested by"),
                        say("post of the person who attests it, not of the exemplar"),
                    ),
                    "on": optional(Date(), say("Date")),
                    "document": optional(PlainText(), say("Document")),
                }
            ),
            say("Attestation"),
        ),
        "internal": optional(Flag(), say("Internal")),
    },
    key="id",
)


EXEMPLAR = Group(
    {
        "title": translated(
            say("Headline"), say("what was done and what came of it, in one short line"), required=True
        ),
        "name": required(
            PlainText(), say("Name of the person, team or model"), say("full name of the person, team or model")
        ),
        "category": required(Ref("category"), say("Category")),
        "leader": optional(Flag(), say("Holds a leading post")),
        "staff_category": optional(
            OneOf(("cadre", "civil-servant", "public-employee", "worker")), say("Staff category")
        ),
        "position": translated(say("Position"), say("post or work of the person, as it may be shown")),
        "unit": required(Ref("unit"), say("Unit")),
        "summary": translated(
            say("Summary"), say("who did what and what came of it, in 60 words at most"), required=True, limit=60
        ),
        "photo": optional(Ref("picture"), say("Photo")),
        "photo_alt": translated(
            say("Description of the photo"), say("what the photo shows, for those who cannot see it")
        ),
        "consent": optional(_CONSENT, say("Consent")),
        "progress": required(_PROGRESS, say("Progress")),
        "evidence": optional(ListOf(EVIDENCE), say("Evidence")),
        "movements": optional(
            ListOf(
                Group(
                    {
                        "name": translated(
                            say("Name of the movement"), say("name of the movement as it was launched"), required=True
                        ),
                        "launched_by": optional(OneOf(("agency", "union")), say("Launched by")),
                        "role": optional(OneOf(("member", "organiser")), say("Role")),
                        "on": optional(Date(), say("Date")),
                    }
                )
            ),
            say("Emulation movements"),
        ),
        "adopted_by": optional(
            ListOf(
                Group(
                    {
                        "unit": required(Ref("unit"), say("Unit")),
                        "on": optional(Date(), say("Date")),
                        "result": translated(say("Result")),
                    }
                )
            ),
            say("Adopted by"),
        ),
        "lessons": Field(ListOf(PlainText()), say("Lessons learned"), words=True),
        "withdrawn": optional(
            Group(
                {
                    "on": required(Date(), say("Date")),
                    "reason": required(OneOf(("consent", "revoked")), say("Reason")),
                    "document": optional(PlainText(), say("Document")),
                }
            ),
            say("Withdrawn"),
        ),
        "tags": optional(ListOf(PlainText()), say("Tags")),
        "related": optional(ListOf(Ref("exemplar")), say("Related exemplars")),
        **COMMON,
    }
)
