"""How far the units of a campaign are, as a chart of drawings."""

from dataclasses import dataclass

from guongsang.i18n.messages import Message, Text, say
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.render.views.context import RenderContext

STATES: dict[str, Message] = {
    "published": say("Exemplar published"),
    "registered": say("Exemplar registered"),
    "none": say("Nothing registered yet"),
    "withdrawn": say("Registered, later withdrawn"),
}

DRAWINGS = {"published": "open", "registered": "half", "none": "shut", "withdrawn": "shut"}
"""The drawing of a window for each state; to whom an exemplar was withdrawn it does not show from afar."""


@dataclass(frozen=True)
class ChartedUnit:
    """A unit on the chart of a campaign, with the name of its drawing and what that says."""

    unit: Text
    url: str
    drawing: str
    says: Message


@dataclass(frozen=True)
class ChartKey:
    """A drawing of the chart and what it says."""

    drawing: str
    says: Message


@dataclass(frozen=True)
class UnitChart:
    """The units of a campaign, one drawing each; `published` of `total` have a published exemplar."""

    published: int
    total: int
    units: list[ChartedUnit]
    key: list[ChartKey]


def unit_chart(context: RenderContext, campaign: Entry[Campaign]) -> UnitChart | None:
    """Show how far the units of a campaign are, in the order of the units file; None where that may not be shown."""
    progress = context.site.progress[campaign.slug]
    if "state" not in progress.board:
        return None
    return UnitChart(
        published=progress.with_exemplar,
        total=len(progress.rows),
        units=[
            ChartedUnit(
                unit=row.unit.name.text_in(context.lang),
                url=context.site.urls.list_of("units", context.lang, row.unit.id),
                drawing=DRAWINGS[row.state],
                says=STATES[row.state],
            )
            for row in progress.rows
        ],
        key=[ChartKey(DRAWINGS[name], STATES[name]) for name in ("published", "registered", "none")],
    )
