"""The news of a campaign in a bulletin: its dates, how far it is, and what was decided, as known on the day of issue.

An issue does not know what comes after it, so printing it again later gives the same page. Units stand in the order of
the units file; the table counts, it does not rank (SAF-11).
"""

from collections import Counter
from datetime import date
from typing import Any

from guongsang.i18n.locale_format import show_date
from guongsang.i18n.messages import Text, say, say_n
from guongsang.model.bulletins import Bulletin
from guongsang.model.campaign_windows import spans
from guongsang.model.profiles import Profile
from guongsang.read.documents.entry import Entry
from guongsang.render.paper.writer import SheetWriter
from guongsang.stages import STAGES


def news(writer: SheetWriter, bulletin: Bulletin) -> dict[str, Any] | None:
    """Return how far the campaign of a bulletin was on the day of issue; None where there is none."""
    campaign = _campaign(writer, bulletin)
    if campaign is None:
        return None
    lang, site, day = writer.context.lang, writer.context.site, bulletin.entry.get("date")
    profiles = [p for p in site.profiles if p.entry.campaign == campaign.slug]
    rows = []
    for row in site.boards[campaign.slug].rows:
        own = [p for p in profiles if p.unit.id == row.unit.id]
        rows.append(
            [
                writer.text(row.unit.name.told(lang)),
                _until(row.registered, day),
                _until(row.planned, day),
                sum(_approved(p, campaign, day) for p in own),
                sum(_copied(p, day) for p in own),
            ]
        )
    registered = sum(row[1] is not None for row in rows)
    figures = [
        (f"{registered}/{len(rows)}", say("units have registered")),
        (str(sum(row[2] is not None for row in rows)), say("plans completed")),
        (str(sum(row[3] for row in rows)), say("exemplars approved")),
        (str(sum(row[4] for row in rows)), say("times copied")),
    ]
    heads = (say("Unit"), say("Registered on"), say("Plan completed"), say("Approved"), say("Copied by"))
    title = say_n("{n} of {all} unit has registered", "{n} of {all} units have registered", n=registered, all=len(rows))
    return {
        "kicker": writer.text(campaign.word(("title",), lang)),
        "title": writer.say(title),
        "summary": writer.text(campaign.word(("summary",), lang)),
        "figures": [{"value": value, "label": writer.say(label)} for value, label in figures],
        "dates_title": writer.say(say("Dates of the campaign")),
        "dates": [writer.say(says) for _, _, _, says, _ in spans(campaign)],
        "as_of": writer.say(say("As of {day}", day=show_date(day, lang))),
        "head": [writer.say(h) for h in heads],
        "rows": [[_shown(cell, lang) for cell in row] for row in rows],
    }


def decisions(writer: SheetWriter, bulletin: Bulletin) -> dict[str, Any] | None:
    """List who was commended and by which document, until the day of issue or in this issue; None where nobody is."""
    lang, day = writer.context.lang, bulletin.entry.get("date")
    campaign = _campaign(writer, bulletin)
    known = [p for p in writer.context.site.profiles if campaign and p.entry.campaign == campaign.slug and p.on_paper]
    chosen = [p for p in known if p.entry.progress.get("honoured", date.max) <= day]
    chosen += [p for p in bulletin.profiles if p not in chosen and "honoured" in p.entry.progress]
    order = list(writer.context.site.units)
    rows = [
        [
            str(n),
            _who(writer, p),
            writer.text(p.unit.name.told(lang)),
            writer.text(Text(p.entry.get("progress", "honoured", "document") or "", p.entry.source.lang)),
            show_date(p.entry.progress["honoured"], lang),
        ]
        for n, p in enumerate(sorted(chosen, key=lambda p: (order.index(p.unit.id), p.id)), 1)
    ]
    heads = (say("No."), say("Name of the person, team or model"), say("Unit"), say("Document"), say("Date"))
    if not rows:
        return None
    return {"title": writer.say(say("Decisions")), "head": [writer.say(h) for h in heads], "rows": rows}


def _campaign(writer: SheetWriter, bulletin: Bulletin) -> Entry | None:
    """Return the campaign of most of the exemplars of a bulletin."""
    most = Counter(p.entry.campaign for p in bulletin.profiles).most_common(1)
    return writer.context.site.campaign(most[0][0]) if most else None


def _who(writer: SheetWriter, profile: Profile) -> Any:
    """Name a profile, or tell its deed where consent does not cover its name."""
    if profile.names_on_paper:
        return writer.text(Text(profile.entry.get("name"), profile.entry.source.lang))
    return writer.text(profile.entry.word(("title",), writer.context.lang))


def _until(day: date | None, issued: date) -> date | None:
    return day if day and day <= issued else None


def _approved(profile: Profile, campaign: Entry, day: date) -> bool:
    """Return whether a published exemplar had reached on a day what makes it public."""
    first = STAGES.index(campaign.get("publish_from") or "approved")
    return any(profile.entry.progress.get(s, date.max) <= day for s in STAGES[first:])


def _copied(profile: Profile, day: date) -> int:
    return sum(a.get("on") is None or a["on"] <= day for a in profile.entry.get("adopted_by") or [])


def _shown(cell: Any, lang: str) -> Any:
    if cell is None:
        return "–"
    return show_date(cell, lang) if isinstance(cell, date) else str(cell) if isinstance(cell, int) else cell
