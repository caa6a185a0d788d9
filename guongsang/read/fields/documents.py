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
    Day,
    Flag,
    Group,
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

BULLETIN = Group(
    {
        "title": told(say("Title"), required=True),
        "number": must(Words(), say("Number"), say("number of the issue, like {example}", example="03")),
        "date": must(Day(), say("Date"), say("the day of the issue, as year-month-day")),
        "masthead": must(
            Group(
                {
                    "licence": may(Words(), say("Licence"), say("number and issuer of the licence to publish")),
                    "internal": may(Flag(), say("Internal circulation")),
                }
            ),
            say("Masthead"),
        ),
        "layout": may(Slug(example="newsletter"), say("Layout")),
        "exemplars": may(ListOf(Ref("exemplar")), say("Exemplars")),
        "select": may(
            Group(
                {
                    "campaign": may(Ref("campaign"), say("Campaign")),
                    "stage": may(OneOf(STAGES), say("Stage")),
                    "category": may(Words(), say("Category")),
                    "unit": may(Ref("unit"), say("Unit")),
                }
            ),
            say("Selection"),
        ),
        **COMMON,
    }
)
PAGE = Group(
    {
        "title": told(say("Title"), required=True),
        "menu": may(Whole(), say("Place in the menu")),
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
