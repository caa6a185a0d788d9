"""Evidence as it is shown, under the criteria that it serves."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from guongsang.digests import Digested
from guongsang.i18n.languages import base_of
from guongsang.i18n.locale_format import show_date, show_month
from guongsang.i18n.messages import Message, Text, say
from guongsang.model.profiles import PublicProfile
from guongsang.read.tables.exemplar import Evidence
from guongsang.render.views.context import RenderContext


@dataclass(frozen=True)
class EvidenceItem(Digested):
    """An item: its words, and in order its time, source and attestation."""

    text: Text
    meta: tuple[Message, ...]


@dataclass(frozen=True)
class EvidenceRow:
    """A criterion with the items that serve it."""

    id: str
    label: Text
    section: str | None
    url: str
    items: tuple[EvidenceItem, ...]


def evidence_rows(context: RenderContext, profile: PublicProfile) -> list[EvidenceRow]:
    """Return the evidence under the criteria that it serves, in the order of the criteria file."""
    rows = []
    for verdict in profile.verdicts:
        criterion = verdict.criterion
        items = [item for item in profile.facts.evidence if item.id in verdict.evidence]
        if items:
            row = EvidenceRow(
                id=criterion.id,
                label=criterion.label.text_in(context.lang),
                section=criterion.section,
                url=context.site.urls.item("criteria", context.lang, profile.criteria.id, criterion.id),
                items=tuple(evidence_item(context, profile, item) for item in items),
            )
            rows.append(row)
    return rows


def evidence_item(context: RenderContext, profile: PublicProfile, item: Evidence) -> EvidenceItem:
    """Return an item as it is shown."""
    return context.once("evidence", item, lambda: _evidence_item(context, profile, item))


def _evidence_item(context: RenderContext, profile: PublicProfile, item: Evidence) -> EvidenceItem:
    when = time_of(item, context.lang)
    meta: list[Message] = [when] if when else []
    if item.source:
        meta.append(say("Source: {source}", source=profile.source_text(item.source)))
    if item.attested and item.attested.by:
        by = item.attested.by.text_in(context.lang)
        if item.attested.on:
            meta.append(say("Attested by {by} on {day}", by=by, day=item.attested.on))
        else:
            meta.append(say("Attested by {by}", by=by))
    return EvidenceItem(profile.word(("evidence", item.id, "text"), context.lang), tuple(meta))


def time_of(item: Evidence, lang: str) -> Message | None:
    """Return when the deed or result was: a day, a period, or years; None where nothing says so."""
    if item.on:
        return say("On {day}", day=item.on)
    if item.period:
        return say("Period {period}", period=period_text(item.period, lang))
    return say("Years {years}", years=[str(y) for y in item.years]) if item.years else None


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
