"""The tables of fields: one for each kind of document and data file (contract, section 2).

From these tables come the reader, the split of a document into facts and words, the labels in messages and the
examples in hints, so that a field is described once. A field marked `words` is translated; all others are facts and
stand in the source file only.
"""

from guongsang.i18n.messages import say
from guongsang.read.fields.campaign import CAMPAIGN, PLAN, REVIEW
from guongsang.read.fields.common import COMMON
from guongsang.read.fields.exemplar import EXEMPLAR
from guongsang.read.fields.kinds import (
    Date,
    Flag,
    Group,
    Integer,
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

BULLETIN = Group(
    {
        "title": translated(say("Title"), required=True),
        "number": required(PlainText(), say("Number"), say("number of the issue, like {example}", example="03")),
        "date": required(Date(), say("Date"), say("the day of the issue, as year-month-day")),
        "masthead": required(
            Group(
                {
                    "licence": optional(
                        PlainText(), say("Licence"), say("number and issuer of the licence to publish")
                    ),
                    "internal": optional(Flag(), say("Internal circulation")),
                }
            ),
            say("Masthead"),
        ),
        "layout": optional(Slug(example="newsletter"), say("Layout")),
        "exemplars": optional(ListOf(Ref("exemplar")), say("Exemplars")),
        "select": optional(
            Group(
                {
                    "campaign": optional(Ref("campaign"), say("Campaign")),
                    "stage": optional(OneOf(STAGES), say("Stage")),
                    "category": optional(PlainText(), say("Category")),
                    "unit": optional(Ref("unit"), say("Unit")),
                }
            ),
            say("Selection"),
        ),
        **COMMON,
    }
)
PAGE = Group(
    {
        "title": translated(say("Title"), required=True),
        "menu": optional(Integer(), say("Place in the menu")),
        **COMMON,
    }
)

DOCUMENTS: dict[str, Group] = {
    "exemplar": EXEMPLAR,
    "plan": PLAN,
    "campaign": CAMPAIGN,
    "review": REVIEW,
    "bulletin": BULLETIN,
    "page": PAGE,
}
