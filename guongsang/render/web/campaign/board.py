"""The board of a campaign on its page: a row for each unit, with those columns that the campaign lets the site show.

Columns stand in one order, whatever the order in the campaign's file. The Office's own board has all of them, always.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Message, Text, say
from guongsang.model.progress import CampaignProgress, UnitProgress
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.read.tables.criteria import Category
from guongsang.render.views.context import RenderContext
from guongsang.render.web.campaign.progress import DRAWINGS, STATES


@dataclass(frozen=True)
class Share:
    """How much there is of one thing: its name, and a number or so many of so many."""

    label: Text
    says: Message | int


@dataclass(frozen=True)
class BoardCell:
    """What stands below a head: a day, a number or shares, and what came late."""

    head: Message
    day: date | None = None
    number: int | None = None
    shares: tuple[Share, ...] = ()
    late: Message | None = None
    says: Message | None = None

    @property
    def missing(self) -> bool:
        """Return whether nothing stands in it."""
        return self.day is None and self.number is None and not (self.shares or self.late or self.says)


@dataclass(frozen=True)
class BoardHead:
    """The head of a column; `number` where its cells are numbers."""

    says: Message
    number: bool


@dataclass(frozen=True)
class BoardRow:
    """A unit on the board, with its drawing where its state may be shown."""

    unit: Text
    url: str
    drawing: str | None
    says: Message | None
    cells: list[BoardCell]


@dataclass(frozen=True)
class Board:
    """The board of a campaign: its columns but those of unit and state, its rows, and totals that may be shown."""

    has_states: bool
    heads: list[BoardHead]
    units: list[BoardRow]
    registered: int | None
    planned: int | None
    late: int | None
    total: int


def board(context: RenderContext, campaign: Entry[Campaign]) -> Board | None:
    """Return how far each unit of a campaign is, in the order of the units file; None where nothing may be shown."""
    progress = context.site.progress[campaign.slug]
    criteria = context.site.criteria.get(campaign.facts.criteria)
    columns = list(_columns(context.lang, progress, criteria.categories if criteria else {}))
    has_states = "state" in progress.board
    if not (columns or has_states):
        return None
    return Board(
        has_states=has_states,
        heads=[column.head for column in columns],
        units=[
            BoardRow(
                unit=row.unit.name.text_in(context.lang),
                url=context.site.urls.list_of("units", context.lang, row.unit.id),
                drawing=DRAWINGS[row.state] if has_states else None,
                says=STATES[row.state] if has_states else None,
                cells=[column.cell(row) for column in columns],
            )
            for row in progress.shown
        ],
        registered=progress.registered if "registered" in progress.board else None,
        planned=progress.planned if "plan" in progress.board else None,
        late=progress.late if "late" in progress.board else None,
        total=len(progress.rows),
    )


@dataclass(frozen=True)
class _Column:
    head: BoardHead
    cell: Callable[[UnitProgress], BoardCell]


def _columns(lang: str, progress: CampaignProgress, kinds: Mapping[str, Category]) -> Iterator[_Column]:
    """Yield the columns that may be shown; what came late stands beside its day, or in place of a day that may not."""
    shown, late = progress.board, "late" in progress.board
    if "registered" in shown:
        yield _column(say("Registration"), lambda head, row: _registration(head, row, late))
    if "kinds" in shown:
        yield _column(say("Registered by category"), lambda head, row: BoardCell(head, shares=_kinds(row, kinds, lang)))
    if "plan" in shown:
        yield _column(say("Plan"), lambda head, row: BoardCell(head, row.planned, late=_late(row) if late else None))
    elif late:
        yield _column(say("Plan"), _in_time)
    if "parts" in shown:
        yield _column(say("Work of the plan"), lambda head, row: BoardCell(head, shares=_parts(row, lang)))
    numbers: tuple[tuple[str, Message, Callable[[UnitProgress], int]], ...] = (
        ("published", say("Published"), lambda row: row.published),
        ("adopted", say("Adopted by"), lambda row: row.adopted),
        ("honoured", say("Honoured"), lambda row: row.honoured),
    )
    for part, head, count in numbers:
        if part in shown:
            yield _number(head, count)


def _column(head: Message, cell: Callable[[Message, UnitProgress], BoardCell]) -> _Column:
    return _Column(BoardHead(head, number=False), lambda row: cell(head, row))


def _number(head: Message, count: Callable[[UnitProgress], int]) -> _Column:
    return _Column(BoardHead(head, number=True), lambda row: BoardCell(head, number=count(row)))


def _registration(head: Message, row: UnitProgress, late: bool) -> BoardCell:
    return BoardCell(head, row.registered, late=say("outside the window") if late and row.outside else None)


def _late(row: UnitProgress) -> Message | None:
    return say("late") if row.late else None


def _in_time(head: Message, row: UnitProgress) -> BoardCell:
    in_time = say("in time") if row.planned and not row.late else None
    return BoardCell(head, late=_late(row), says=in_time)


def _kinds(row: UnitProgress, kinds: Mapping[str, Category], lang: str) -> tuple[Share, ...]:
    return tuple(Share(kind.label.text_in(lang), row.kinds[name]) for name, kind in kinds.items() if name in row.kinds)


def _parts(row: UnitProgress, lang: str) -> tuple[Share, ...]:
    return tuple(
        Share(one.part.label.text_in(lang), say("{done} of {n}", done=one.done, n=one.activities))
        for one in row.parts
        if one.part.label
    )
