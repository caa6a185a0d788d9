"""Fields that several kinds of document share."""

from guongsang.i18n.messages import say
from guongsang.read.fields.kinds import (
    PLAIN_OR_LABEL,
    Date,
    Flag,
    Group,
    ListOf,
    OneOf,
    PlainText,
    Slug,
    optional,
    required,
)

COMMON = {
    "draft": optional(Flag(), say("Draft")),
    "sample": optional(Flag(), say("Sample data")),
    "allow": optional(
        ListOf(
            Group(
                {
                    "code": required(PlainText(), say("Code of the finding")),
                    "reason": required(PlainText(), say("Reason")),
                }
            )
        ),
        say("Findings that are allowed"),
    ),
    "moved_from": optional(ListOf(Slug()), say("Former names in addresses")),
}


APPROVED = optional(
    Group(
        {
            "on": required(Date(), say("Date")),
            "document": optional(PlainText(), say("Document")),
            "by": optional(PLAIN_OR_LABEL, say("By")),
        }
    ),
    say("Approved"),
)


DOCUMENT = Group(
    {
        "number": optional(PlainText(), say("Number")),
        "on": optional(Date(), say("Date")),
        "issuer": optional(PLAIN_OR_LABEL, say("Issuer")),
        "title": optional(PLAIN_OR_LABEL, say("Title")),
    }
)


SIGNER = Group(
    {
        "form": optional(OneOf(("TM", "KT", "TL", "TUQ", "Q")), say("Form of signing")),
        "position": optional(PLAIN_OR_LABEL, say("Position")),
        "name": optional(PlainText(), say("Full name")),
    }
)
