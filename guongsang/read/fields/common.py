"""Fields that several kinds of document share."""

from guongsang.i18n.messages import say
from guongsang.read.fields.kinds import (
    PLAIN_OR_LABEL,
    Day,
    Flag,
    Group,
    ListOf,
    OneOf,
    Slug,
    Words,
    may,
    must,
)

COMMON = {
    "draft": may(Flag(), say("Draft")),
    "sample": may(Flag(), say("Sample data")),
    "allow": may(
        ListOf(Group({"code": must(Words(), say("Code of the finding")), "reason": must(Words(), say("Reason"))})),
        say("Findings that are allowed"),
    ),
    "moved_from": may(ListOf(Slug()), say("Former names in addresses")),
}


APPROVED = may(
    Group(
        {
            "on": must(Day(), say("Date")),
            "document": may(Words(), say("Document")),
            "by": may(PLAIN_OR_LABEL, say("By")),
        }
    ),
    say("Approved"),
)


DOCUMENT = Group(
    {
        "number": may(Words(), say("Number")),
        "on": may(Day(), say("Date")),
        "issuer": may(PLAIN_OR_LABEL, say("Issuer")),
        "title": may(PLAIN_OR_LABEL, say("Title")),
    }
)


SIGNER = Group(
    {
        "form": may(OneOf(("TM", "KT", "TL", "TUQ", "Q")), say("Form of signing")),
        "position": may(PLAIN_OR_LABEL, say("Position")),
        "name": may(Words(), say("Full name")),
    }
)
