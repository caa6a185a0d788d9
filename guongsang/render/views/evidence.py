"""Evidence that may be published, as it is shown."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from guongsang.i18n.languages import base_of
from guongsang.i18n.locale_format import show_date, show_month
from guongsang.i18n.messages import Message, Text, say
from guongsang.judge.criteria.verdicts import is_internal
from guongsang.model.profiles import Profile
from guongsang.render.views.context import RenderContext


def public_evidence(profile: Profile) -> list[Mapping[str, Any]]:
    """Return the items of evidence that may be published."""
    return [e for e in profile.entry.get("evidence") or [] if not is_internal(e, profile.criteria)]


def evidence_rows(context: RenderContext, profile: Profile) -> list[dict[str, Any]]:
    """Group the public evidence under the public criteria that it serves, in the order of the criteria file."""
    rows = []
    for verdict in profile.verdicts:
        criterion = verdict.criterion
        items = [e for e in public_evidence(profile) if e.get("id") in verdict.evidence]
        if criterion.internal or not items:
            continue
        rows.append(
            {
                "id": criterion.id,
                "label": criterion.label.told(context.lang),
                "section": criterion.section,
                "url": context.site.urls.item("criteria", context.lang, profile.criteria.id, criterion.id),
                "items": [evidence_item(context, profile, e) for e in items],
            }
        )
    return rows


def evidence_item(context: RenderContext, profile: Profile, item: Mapping[str, Any]) -> dict[str, Any]:
    """Show one item: its words, and in order its time, source and attestation."""
    meta: list[Message] = []
    if item.get("on"):
        meta.append(say("On {day}", day=item["on"]))
    elif item.get("period"):
        meta.append(say("Period {period}", period=period_text(item["period"], context.lang)))
    elif item.get("years"):
        meta.append(say("Years {years}", years=[str(y) for y in item["years"]]))
    source_lang = profile.entry.source.lang
    if item.get("source"):
        meta.append(say("Source: {source}", source=Text(item["source"], source_lang)))
    attested = item.get("attested") or {}
    if attested.get("by"):
        by = attested["by"].told(context.lang)
        if attested.get("on"):
            meta.append(say("Attested by {by} on {day}", by=by, day=attested["on"]))
        else:
            meta.append(say("Attested by {by}", by=by))
    return {"text": profile.entry.word(("evidence", item["id"], "text"), context.lang), "meta": meta}


def period_text(period: str, lang: str) -> str:
    """Write a period with both its ends, 01/2022 – 5/2022 or January 2022 – May 2022; once where they are the same."""

    def end(text: str) -> str:
        year, month, *day = (int(part) for part in text.split("-"))
        if day:
            with suppress(ValueError):
                return show_date(date(year, month, day[0]), lang)
            return text
        if base_of(lang) != "vi":
            return show_month(date(year, month, 1), lang)
        return f"{month:02d}/{year}" if month < 3 else f"{month}/{year}"

    first, last = map(end, period.split("/"))
    return first if first == last else f"{first} – {last}"
