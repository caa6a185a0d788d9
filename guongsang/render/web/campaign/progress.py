"""How far the units of a campaign are: as a chart of drawings, and as a table of days and numbers."""

from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Message, Text, say
from guongsang.model.progress import UnitProgress
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.render.views.context import RenderContext

STATES: dict[str, Message] = {
    "published": say("Exemplar published"),
    "registered": say("Exemplar registered"),
    "none": say("Nothing registered yet"),
    "withdrawn": say("Registered, later withdrawn"),
}

_DRAWINGS = {"published": "open", "registered": "half", "none": "shut", "withdrawn": "shut"}
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


@dataclass(frozen=True)
class UnitRow:
    """A unit in the table: days of registration and plan, whether they came in time, and how many of what."""

    unit: Text
    url: str
    drawing: str
    says: Message
    registered: date | None
    outside: bool
    planned: date | None
    late: bool
    published: int
    adopted: int


@dataclass(frozen=True)
class ProgressTable:
    """The progress of a campaign, with the totals of its units."""

    units: list[UnitRow]
    registered: int
    planned: int
    late: int
    total: int


def unit_chart(context: RenderContext, campaign: Entry[Campaign]) -> UnitChart:
    """Show how far the units of a campaign are, in the order of the units file."""
    progress = context.site.progress[campaign.slug]
    return UnitChart(
        published=progress.with_exemplar,
        total=len(progress.rows),
        units=[
            ChartedUnit(
                unit=row.unit.name.text_in(context.lang),
                url=context.site.urls.list_of("units", context.lang, row.unit.id),
                drawing=_DRAWINGS[row.state],
                says=STATES[row.state],
            )
            for row in progress.rows
        ],
        key=[ChartKey(_DRAWINGS[name], STATES[name]) for name in ("published", "registered", "none")],
    )


def progress_table(context: RenderContext, campaign: Entry[Campaign]) -> ProgressTable:
    """Return how far each unit of a campaign is, in the order of the units file."""
    progress = context.site.progress[campaign.slug]
    return ProgressTable(
        units=[_unit_row(context, r) for r in progress.shown],
        registered=progress.registered,
        planned=progress.planned,
        late=progress.late,
        total=len(progress.rows),
    )


def _unit_row(context: RenderContext, row: UnitProgress) -> UnitRow:
    return UnitRow(
        unit=row.unit.name.text_in(context.lang),
        url=context.site.urls.list_of("units", context.lang, row.unit.id),
        drawing=_DRAWINGS[row.state],
        says=STATES[row.state],
        registered=row.registered,
        outside=row.outside,
        planned=row.planned,
        late=row.late,
        published=row.published,
        adopted=row.adopted,
    )
