"""The fields of a profile."""

from guongsang.i18n.messages import say
from guongsang.read.fields.common import COMMON
from guongsang.read.fields.kinds import (
    PLAIN_OR_LABEL,
    Day,
    Field,
    Figure,
    Flag,
    Group,
    ListOf,
    Named,
    OneOf,
    Period,
    Ref,
    Slug,
    Whole,
    Words,
    may,
    must,
    told,
)
from guongsang.stages import LABELS, STAGES

_CHANNELS = ListOf(OneOf(("site", "print")))


_CONSENT = Group(
    {
        "on": may(Day(), say("Date"), say("the day on which the person agreed, as year-month-day")),
        "document": may(Words(), say("Document"), say("number or name of the paper that the person signed")),
        "name": may(_CHANNELS, say("Consent to the name")),
        "photo": may(_CHANNELS, say("Consent to the photo")),
        "story": may(_CHANNELS, say("Consent to the story")),
    }
)


_PROGRESS = Group(
    {
        stage: may(
            Group(
                {
                    "on": must(Day(), say("Date")),
                    "document": may(Words(), say("Document")),
                    "by": may(PLAIN_OR_LABEL, say("By")),
                    **({"fingerprint": may(Words(), say("Fingerprint"))} if stage == "approved" else {}),
                }
            ),
            LABELS[stage],
        )
        for stage in STAGES
    }
)


_MEASURE = Group(
    {
        "before": may(Figure(), say("Before"), say("the figure before, digits only")),
        "after": may(Figure(), say("After"), say("the figure after, digits only")),
        "unit": may(Named(plain=True), say("Unit of measure"), say("what the figures count, such as days")),
        "label": may(Named(plain=True), say("What is measured")),
    }
)


EVIDENCE = Group(
    {
        "id": must(Slug(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*", "e1"), say("Id")),
        "serves": must(ListOf(Ref("criterion"), least=1), say("Criteria served")),
        "text": told(say("What was done"), say("one deed or result, with its figures"), required=True),
        "on": may(Day(), say("Date")),
        "period": may(Period(), say("Period"), say("two months, like {example}", example="2022-01/2022-05")),
        "years": may(ListOf(Whole(1900)), say("Years"), say("the years, like {example}", example="[2021, 2022]")),
        "measure": may(_MEASURE, say("Measure")),
        "source": may(Words(), say("Source"), say("number of the report, decision or minutes where this stands")),
        "attested": may(
            Group(
                {
                    "by": must(
                        PLAIN_OR_LABEL,
                        say("Attested by"),
                        say("post of the person who attests it, not of the exemplar"),
                    ),
                    "on": may(Day(), say("Date")),
                    "document": may(Words(), say("Document")),
                }
            ),
            say("Attestation"),
        ),
        "internal": may(Flag(), say("Internal")),
    },
    key="id",
)


EXEMPLAR = Group(
    {
        "title": told(say("Headline"), say("what was done and what came of it, in one short line"), required=True),
        "name": must(Words(), say("Name of the person, team or model"), say("full name of the person, team or model")),
        "category": must(Ref("category"), say("Category")),
        "leader": may(Flag(), say("Holds a leading post")),
        "staff_category": may(OneOf(("cadre", "civil-servant", "public-employee", "worker")), say("Staff category")),
        "position": told(say("Position"), say("post or work of the person, as it may be shown")),
        "unit": must(Ref("unit"), say("Unit")),
        "summary": told(
            say("Summary"), say("who did what and what came of it, in 60 words at most"), required=True, limit=60
        ),
        "photo": may(Ref("picture"), say("Photo")),
        "photo_alt": told(say("Description of the photo"), say("what the photo shows, for those who cannot see it")),
        "consent": may(_CONSENT, say("Consent")),
        "progress": must(_PROGRESS, say("Progress")),
        "evidence": may(ListOf(EVIDENCE), say("Evidence")),
        "movements": may(
            ListOf(
                Group(
                    {
                        "name": told(
                            say("Name of the movement"), say("name of the movement as it was launched"), required=True
                        ),
                        "launched_by": may(OneOf(("agency", "union")), say("Launched by")),
                        "role": may(OneOf(("member", "organiser")), say("Role")),
                        "on": may(Day(), say("Date")),
                    }
                )
            ),
            say("Emulation movements"),
        ),
        "adopted_by": may(
            ListOf(
                Group(
                    {
                        "unit": must(Ref("unit"), say("Unit")),
                        "on": may(Day(), say("Date")),
                        "result": told(say("Result")),
                    }
                )
            ),
            say("Adopted by"),
        ),
        "lessons": Field(ListOf(Words()), say("Lessons learned"), words=True),
        "withdrawn": may(
            Group(
                {
                    "on": must(Day(), say("Date")),
                    "reason": must(OneOf(("consent", "revoked")), say("Reason")),
                    "document": may(Words(), say("Document")),
                }
            ),
            say("Withdrawn"),
        ),
        "tags": may(ListOf(Words()), say("Tags")),
        "related": may(ListOf(Ref("exemplar")), say("Related exemplars")),
        **COMMON,
    }
)
