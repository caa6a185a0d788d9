"""The time line of a campaign."""

from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from guongsang.i18n.messages import Message
from guongsang.judge.dates import campaign_years
from guongsang.model.campaign_windows import windows_of
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.render.views.context import RenderContext

_YEARS = 20


@dataclass(frozen=True)
class Month:
    """A month: its number, where it begins and its middle, in percent of the width."""

    label: str
    x: str
    middle: str


@dataclass(frozen=True)
class Bar:
    """The bar of a window: lengths in percent of the width, heights in pixels; a narrow one has its key beside it."""

    key: str
    x: str
    width: str
    end: str
    y: str
    text_y: str
    middle: str
    narrow: bool
    kind: str
    says: Message
    section: str | None


@dataclass(frozen=True)
class Timeline:
    """Months and bars of a campaign, and the height of the whole in pixels."""

    months: list[Month]
    bars: list[Bar]
    height: str


def timeline(context: RenderContext, campaign: Entry[Campaign]) -> Timeline | None:
    """Work out the time line: month bubbles, and a bar with a key for each window of the campaign.

    Over more years than a campaign can take, as a slip in a date makes them, there is none.
    """
    bars = list(windows_of(campaign))
    if not bars:
        return None
    years = [year for year in campaign_years(campaign.slug) if year]
    first = min([b.first for b in bars] + [date(y, 1, 1) for y in years])
    last = max([b.last for b in bars] + [date(y, 12, 31) for y in years])
    if last.year - first.year > _YEARS or last.year == MAXYEAR:
        return None
    start, end = first.replace(day=1), _month_after(last)
    whole = (end - start).days

    def at(day: date) -> float:
        return (day - start).days / whole * 100

    months, month = [], start
    while month < end:
        after = _month_after(month)
        months.append(Month(str(month.month), f"{at(month):.2f}", f"{(at(month) + at(after)) / 2:.2f}"))
        month = after
    drawn = [
        Bar(
            key="ABCDEFGH"[i],
            x=f"{at(bar.first):.2f}",
            width=f"{at(bar.last + timedelta(days=1)) - at(bar.first):.2f}",
            end=f"{at(bar.last + timedelta(days=1)):.2f}",
            y=str(34 + i * 28),
            text_y=str(50 + i * 28),
            middle=f"{(at(bar.first) + at(bar.last + timedelta(days=1))) / 2:.2f}",
            narrow=(bar.last - bar.first).days < 21,
            kind=bar.kind,
            says=bar.says,
            section=bar.section,
        )
        for i, bar in enumerate(bars)
    ]
    return Timeline(months, drawn, str(34 + len(bars) * 28 + 6))


def _month_after(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
