"""The fields of a campaign, its review, and the units' plans."""

from guongsang.i18n.messages import say
from guongsang.read.fields.common import APPROVED, COMMON, DOCUMENT, SIGNER
from guongsang.read.fields.kinds import (
    LABEL,
    PLAIN_OR_LABEL,
    Date,
    Either,
    Flag,
    Group,
    Integer,
    Kind,
    ListOf,
    OneOf,
    PlainText,
    Ref,
    Slug,
    optional,
    required,
    translated,
)
from guongsang.stages import STAGES

PLAN = Group(
    {
        "title": translated(say("Title"), required=True),
        "completed_on": required(
            Date(), say("Completed on"), say("the day on which the plan was finished, as year-month-day")
        ),
        "lead": required(
            Group(
                {
                    "name": required(PlainText(), say("Full name"), say("full name of who leads")),
                    "position": optional(PLAIN_OR_LABEL, say("Position")),
                }
            ),
            say("Who leads"),
        ),
        "exemplars": required(ListOf(Ref("plan-exemplar"), least=1), say("Exemplars")),
        "activities": required(
            ListOf(
                Group(
                    {
                        "id": required(Slug(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*", "a1"), say("Id")),
                        "part": required(Ref("part"), say("Part of the plan")),
                        "what": translated(say("Work"), say("what will be done, for whom"), required=True),
                        "who": optional(PLAIN_OR_LABEL, say("Who")),
                        "from": optional(Date(), say("From")),
                        "due": optional(Date(), say("Due")),
                        "status": optional(OneOf(("planned", "under-way", "done")), say("Status")),
                        "result": translated(say("Result")),
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
            "from": required(Date(), say("From")),
            "to": required(Date(), say("To")),
            "section": optional(PlainText(), say("Section of the plan")),
        }
    )


CAMPAIGN = Group(
    {
        "title": translated(say("Title"), required=True),
        "summary": translated(say("Summary")),
        "criteria": required(Ref("criteria"), say("Criteria")),
        "document": optional(DOCUMENT, say("Document of the campaign")),
        "legal_bases": optional(
            ListOf(
                Group(
                    {
                        "number": required(PlainText(), say("Number")),
                        "on": optional(Date(), say("Date")),
                        "issuer": optional(PLAIN_OR_LABEL, say("Issuer")),
                        "title": optional(PLAIN_OR_LABEL, say("Title")),
                    }
                )
            ),
            say("Legal bases"),
        ),
        "windows": optional(
            Group({"register": optional(_window(), say("Registration")), "review": optional(_window(), say("Review"))}),
            say("Windows"),
        ),
        "plan": optional(
            Group(
                {
                    "before": optional(Date(), say("To be completed before")),
                    "section": optional(PlainText(), say("Section of the plan")),
                    "parts": optional(
                        ListOf(
                            Group(
                                {
                                    "id": required(Slug(example="nurture"), say("Id")),
                                    "label": required(LABEL, say("Label")),
                                    "section": optional(PlainText(), say("Section of the plan")),
                                }
                            )
                        ),
                        say("Parts of the plan"),
                    ),
                }
            ),
            say("Plans of the units"),
        ),
        "review": optional(
            Group(
                {
                    "sections": optional(ListOf(LABEL), say("Sections of the review")),
                    "section": optional(PlainText(), say("Section of the plan")),
                }
            ),
            say("Review"),
        ),
        "quota": optional(
            Group(
                {
                    "min": optional(Integer(), say("Least number")),
                    "counts": optional(ListOf(Ref("category")), say("Categories that count")),
                    "section": optional(PlainText(), say("Section of the plan")),
                }
            ),
            say("Quota"),
        ),
        "readings": optional(
            ListOf(
                Group(
                    {
                        "rule": optional(PlainText(), say("Rule")),
                        "section": optional(PlainText(), say("Section of the plan")),
                        "source_text": optional(PlainText(), say("Words of the source")),
                        "question": translated(say("Question")),
                        "reading": translated(say("Reading"), required=True),
                        "decided": optional(
                            Group(
                                {"by": required(PLAIN_OR_LABEL, say("Decided by")), "on": optional(Date(), say("Date"))}
                            ),
                            say("Decided"),
                        ),
                    }
                )
            ),
            say("Readings of unclear rules"),
        ),
        "office": optional(Ref("unit"), say("Office")),
        "office_advice": optional(
            Group({"on": required(Date(), say("Date")), "document": optional(PlainText(), say("Document"))}),
            say("Advice of the Office"),
        ),
        "report": optional(
            Group(
                {
                    "number": optional(PlainText(), say("Number")),
                    "on": optional(Date(), say("Date")),
                    "to": optional(PLAIN_OR_LABEL, say("Addressed to")),
                }
            ),
            say("Report"),
        ),
        "recipients": optional(
            ListOf(
                Either(
                    (
                        Group(
                            {
                                "name": required(PLAIN_OR_LABEL, say("Name")),
                                "note": optional(PLAIN_OR_LABEL, say("Note")),
                            }
                        ),
                        PLAIN_OR_LABEL,
                    )
                )
            ),
            say("Recipients"),
        ),
        "signer": optional(SIGNER, say("Signer")),
        "publish_from": optional(OneOf(STAGES), say("Published from stage")),
        "closed": optional(Flag(), say("Closed")),
        **COMMON,
    }
)


REVIEW = Group(
    {
        "title": translated(say("Title"), required=True),
        "held_on": optional(Date(), say("Held on")),
        "document": optional(Either((PlainText(), DOCUMENT)), say("Document")),
        "signer": optional(SIGNER, say("Signer")),
        **COMMON,
    }
)
