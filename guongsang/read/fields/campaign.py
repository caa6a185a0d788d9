"""The fields of a campaign, its review, and the units' plans."""

from guongsang.i18n.messages import say
from guongsang.read.fields.common import APPROVED, COMMON, DOCUMENT, SIGNER
from guongsang.read.fields.kinds import (
    LABEL,
    PLAIN_OR_LABEL,
    Day,
    Either,
    Flag,
    Group,
    Kind,
    ListOf,
    OneOf,
    Ref,
    Slug,
    Whole,
    Words,
    may,
    must,
    told,
)
from guongsang.stages import STAGES

PLAN = Group(
    {
        "title": told(say("Title"), required=True),
        "completed_on": must(
            Day(), say("Completed on"), say("the day on which the plan was finished, as year-month-day")
        ),
        "lead": must(
            Group(
                {
                    "name": must(Words(), say("Full name"), say("full name of who leads")),
                    "position": may(PLAIN_OR_LABEL, say("Position")),
                }
            ),
            say("Who leads"),
        ),
        "exemplars": must(ListOf(Ref("plan-exemplar"), least=1), say("Exemplars")),
        "activities": must(
            ListOf(
                Group(
                    {
                        "id": must(Slug(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*", "a1"), say("Id")),
                        "part": must(Ref("part"), say("Part of the plan")),
                        "what": told(say("Work"), say("what will be done, for whom"), required=True),
                        "who": may(PLAIN_OR_LABEL, say("Who")),
                        "from": may(Day(), say("From")),
                        "due": may(Day(), say("Due")),
                        "status": may(OneOf(("planned", "under-way", "done")), say("Status")),
                        "result": told(say("Result")),
                    },
                    key="id",
                )
            ),
            say("Activities"),
        ),
        "approved": APPROVED,
        **COMMON,
    }
)


def _window() -> Kind:
    return Group(
        {
            "from": must(Day(), say("From")),
            "to": must(Day(), say("To")),
            "section": may(Words(), say("Section of the plan")),
        }
    )


CAMPAIGN = Group(
    {
        "title": told(say("Title"), required=True),
        "summary": told(say("Summary")),
        "criteria": must(Ref("criteria"), say("Criteria")),
        "document": may(DOCUMENT, say("Document of the campaign")),
        "legal_bases": may(
            ListOf(
                Group(
                    {
                        "number": must(Words(), say("Number")),
                        "on": may(Day(), say("Date")),
                        "issuer": may(PLAIN_OR_LABEL, say("Issuer")),
                        "title": may(PLAIN_OR_LABEL, say("Title")),
                    }
                )
            ),
            say("Legal bases"),
        ),
        "windows": may(
            Group({"register": may(_window(), say("Registration")), "review": may(_window(), say("Review"))}),
            say("Windows"),
        ),
        "plan": may(
            Group(
                {
                    "before": may(Day(), say("To be completed before")),
                    "section": may(Words(), say("Section of the plan")),
                    "parts": may(
                        ListOf(
                            Group(
                                {
                                    "id": must(Slug(example="nurture"), say("Id")),
                                    "label": must(LABEL, say("Label")),
                                    "section": may(Words(), say("Section of the plan")),
                                }
                            )
                        ),
                        say("Parts of the plan"),
                    ),
                }
            ),
            say("Plans of the units"),
        ),
        "review": may(
            Group(
                {
                    "sections": may(ListOf(LABEL), say("Sections of the review")),
                    "section": may(Words(), say("Section of the plan")),
                }
            ),
            say("Review"),
        ),
        "quota": may(
            Group(
                {
                    "min": may(Whole(), say("Least number")),
                    "counts": may(ListOf(Ref("category")), say("Categories that count")),
                    "section": may(Words(), say("Section of the plan")),
                }
            ),
            say("Quota"),
        ),
        "readings": may(
            ListOf(
                Group(
                    {
                        "rule": may(Words(), say("Rule")),
                        "section": may(Words(), say("Section of the plan")),
                        "source_text": may(Words(), say("Words of the source")),
                        "question": told(say("Question")),
                        "reading": told(say("Reading"), required=True),
                        "decided": may(
                            Group({"by": must(PLAIN_OR_LABEL, say("Decided by")), "on": may(Day(), say("Date"))}),
                            say("Decided"),
                        ),
                    }
                )
            ),
            say("Readings of unclear rules"),
        ),
        "office": may(Ref("unit"), say("Office")),
        "office_advice": may(
            Group({"on": must(Day(), say("Date")), "document": may(Words(), say("Document"))}),
            say("Advice of the Office"),
        ),
        "report": may(
            Group(
                {
                    "number": may(Words(), say("Number")),
                    "on": may(Day(), say("Date")),
                    "to": may(PLAIN_OR_LABEL, say("Addressed to")),
                }
            ),
            say("Report"),
        ),
        "recipients": may(
            ListOf(
                Either(
                    (
                        Group({"name": must(PLAIN_OR_LABEL, say("Name")), "note": may(PLAIN_OR_LABEL, say("Note"))}),
                        PLAIN_OR_LABEL,
                    )
                )
            ),
            say("Recipients"),
        ),
        "signer": may(SIGNER, say("Signer")),
        "publish_from": may(OneOf(STAGES), say("Published from stage")),
        "closed": may(Flag(), say("Closed")),
        **COMMON,
    }
)


REVIEW = Group(
    {
        "title": told(say("Title"), required=True),
        "held_on": may(Day(), say("Held on")),
        "document": may(Either((Words(), DOCUMENT)), say("Document")),
        "signer": may(SIGNER, say("Signer")),
        **COMMON,
    }
)
