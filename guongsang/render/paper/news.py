"""The news of a campaign in a bulletin: its dates, how far it is, and what was decided, as known on the day of issue.

An issue does not know what comes after it, so printing it again later gives the same page. Units stand in the order of
the units file; the table counts, it does not rank (SAF-11), and shows what the campaign lets the site show.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guongsang.i18n.locale_format import show_date
from guongsang.i18n.messages import Message, say, say_n
from guongsang.model.bulletins import Issue
from guongsang.model.campaign_windows import windows_of
from guongsang.model.profiles import PublicProfile
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.read.tables.units import Unit
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.typst.sheet import SheetValue
from guongsang.stages import STAGES

_HEADS: Mapping[str, Message] = {
    "registered": say("Registered on"),
    "plan": say("Plan completed"),
    "published": say("Approved"),
    "adopted": say("Adopted by"),
}
"""The columns of the table by the part of the board that each belongs to."""


@dataclass(frozen=True)
class UnitNews:
    """How far a unit was on the day of issue: days, or None where nothing was known then, and counts."""

    unit: Unit
    registered: date | None
    planned: date | None
    approved: int
    copied: int


def news(writer: SheetWriter, issue: Issue) -> dict[str, SheetValue] | None:
    """Return how far the campaign of a bulletin was on the day of issue; None where none is or may be told."""
    campaign = _campaign(writer, issue)
    shown = _columns(writer, campaign) if campaign else ()
    if campaign is None or not shown:
        return None
    lang, site, day = writer.context.lang, writer.context.site, issue.day
    profiles = site.by_campaign.get(campaign.slug, ())
    rows = []
    for row in site.progress[campaign.slug].shown:
        own = [p for p in profiles if p.unit.id == row.unit.id]
        rows.append(
            UnitNews(
                unit=row.unit,
                registered=_until(row.registered, day),
                planned=_until(row.planned, day),
                approved=sum(_approved(p, campaign, day) for p in own),
                copied=sum(_copied(p, day) for p in own),
            )
        )
    asked = rows[: len(site.progress[campaign.slug].rows)]
    registered = sum(row.registered is not None for row in asked)
    planned, approved = sum(row.planned is not None for row in asked), sum(row.approved for row in rows)
    copied = sum(row.copied for row in rows)
    figures = {
        "registered": (f"{registered}/{len(asked)}", say("units have registered")),
        "plan": (str(planned), say_n("plan completed", "plans completed", n=planned)),
        "published": (str(approved), say_n("exemplar approved", "exemplars approved", n=approved)),
        "adopted": (str(copied), say_n("time copied", "times copied", n=copied)),
    }
    units = say_n("{n} unit", "{n} units", n=len(asked))
    title = say("Registered: {n} of {units}", n=registered, units=units)
    if "registered" not in shown:
        title = say("Progress of each unit")
    return {
        "kicker": writer.text(campaign.word(("title",), lang)),
        "title": writer.say(title),
        "summary": writer.text(campaign.word(("summary",), lang)),
        "figures": [{"value": figures[part][0], "label": writer.say(figures[part][1])} for part in shown],
        "dates_title": writer.say(say("Dates of the campaign")),
        "dates": [writer.say(window.says) for window in windows_of(campaign)],
        "as_of": writer.say(say("As of {day}", day=show_date(day, lang))),
        "head": [writer.say(h) for h in (say("Unit"), *(_HEADS[part] for part in shown))],
        "rows": [_row(writer, row, shown) for row in rows],
    }


def _columns(writer: SheetWriter, campaign: Entry[Campaign]) -> tuple[str, ...]:
    board = writer.context.site.progress[campaign.slug].board
    return tuple(part for part in _HEADS if part in board)


def decisions(writer: SheetWriter, issue: Issue) -> dict[str, SheetValue] | None:
    """List who was commended and by which document, until the day of issue or in this issue; None where nobody is."""
    lang, day = writer.context.lang, issue.day
    campaign = _campaign(writer, issue)
    known = [p for p in writer.context.site.on_paper.values() if campaign and p.campaign == campaign.slug]
    chosen = {p.id: p for p in known if p.progress.get("honoured", date.max) <= day}
    chosen |= {p.id: p for p in issue.printed if "honoured" in p.progress}
    order = list(writer.context.site.units)
    rows = [
        [
            str(n),
            _who(writer, p),
            writer.text(p.unit.name.text_in(lang)),
            writer.text(p.source_text(p.facts.progress.honoured.document if p.facts.progress.honoured else "")),
            show_date(p.progress["honoured"], lang),
        ]
        for n, p in enumerate(sorted(chosen.values(), key=lambda p: (order.index(p.unit.id), p.id)), 1)
    ]
    heads = (say("No."), say("Name of the person, team or model"), say("Unit"), say("Document"), say("Date"))
    if not rows:
        return None
    return {"title": writer.say(say("Decisions")), "head": [writer.say(h) for h in heads], "rows": rows}


def _campaign(writer: SheetWriter, issue: Issue) -> Entry[Campaign] | None:
    """Return the campaign of most of the exemplars of a bulletin."""
    most = Counter(p.campaign for p in issue.printed).most_common(1)
    return writer.context.site.campaign(most[0][0]) if most else None


def _who(writer: SheetWriter, profile: PublicProfile) -> SheetValue:
    """Return the name of a profile, or its deed where consent does not cover its name."""
    return writer.text(profile.name or profile.word(("title",), writer.context.lang))


def _until(day: date | None, issued: date) -> date | None:
    return day if day and day <= issued else None


def _approved(profile: PublicProfile, campaign: Entry[Campaign], day: date) -> bool:
    """Return whether a published exemplar had reached on a day what makes it public."""
    first = STAGES.index(campaign.facts.publish_from or "approved")
    return any(profile.progress.get(s, date.max) <= day for s in STAGES[first:])


def _copied(profile: PublicProfile, day: date) -> int:
    return sum(copy.on is None or copy.on <= day for copy in profile.facts.adopted_by)


def _row(writer: SheetWriter, row: UnitNews, shown: Sequence[str]) -> list[SheetValue]:
    lang = writer.context.lang
    registered, planned = (show_date(day, lang) if day else "–" for day in (row.registered, row.planned))
    cells = {"registered": registered, "plan": planned, "published": str(row.approved), "adopted": str(row.copied)}
    return [writer.text(row.unit.name.text_in(lang)), *(cells[part] for part in shown)]
