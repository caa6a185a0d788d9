"""What stands around every document of administration: the upper head, the recipients, the signature, the marks.

The layout is that of Decree 30/2020/NĐ-CP: national title, agency, number, place and date, recipients, signer. What is
not known yet is left open, and the word for a draft then stands across every page. Nothing here draws a seal, a
signature or an emblem.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from guongsang.i18n.locale_format import show_date, show_date_in_full
from guongsang.i18n.messages import Label, Message, Text, say
from guongsang.model.site import unit_name
from guongsang.read.documents.entry import Entry
from guongsang.render.paper.writer import SheetWriter


@dataclass(frozen=True)
class Head:
    """What stands around the content of a document: issuer, number, day, kind, signer."""

    kind: Message
    title: Text
    unit: Text
    parent: Text | None
    number: str | None
    day: date | None
    signer: Mapping[str, Any]
    sample: bool


def framed(writer: SheetWriter, head: Head, campaign: Entry) -> dict[str, Any]:
    """Set what is the same in all documents: a sheet without a body and tables."""
    site, lang = writer.context.site, writer.context.lang
    place = site.config.organisation.get("place")
    settings = site.config.formal
    signer = head.signer
    name, position = signer.get("name"), signer.get("position")
    national = settings.national
    return {
        "lang": lang,
        "programme": writer.text(site.config.title.told(lang)),
        "black_only": True,
        "settings": {"fonts": list(writer.families), "size": settings.size, "margins": list(settings.margins)},
        "nation": writer.say(say("SOCIALIST REPUBLIC OF VIET NAM")) if national else None,
        "motto": writer.say(say("Independence - Freedom - Happiness")) if national else None,
        "parent": writer.text(head.parent),
        "unit": writer.text(head.unit),
        "number": writer.say(say("No.: {number}", number=head.number or "…")),
        "place_date": writer.say(
            say(
                "{place}, {day}",
                place=place.told(lang).value if place else "…",
                day=show_date_in_full(head.day, lang) if head.day else writer.say(say("day … month … year …")),
            )
        ),
        "kind": writer.say(head.kind),
        "title": writer.text(head.title),
        "recipients_label": writer.say(say("Recipients:")),
        "recipients": [r for r in (_recipient(writer, campaign, r) for r in campaign.get("recipients") or []) if r],
        "signer": {
            "lines": [
                writer.text(line) for line in _signing(writer, head, label_of(position, campaign.source.lang, lang))
            ],
            "name": writer.text(Text(name, campaign.source.lang)) if name else None,
        },
        "draft": None if head.number and head.day and position else writer.say(say("DRAFT")),
        "sample": writer.say(say("Sample data: people and events are invented")) if head.sample else None,
    }


def annex(writer: SheetWriter, head: Head, title: Message, table: Mapping[str, Any]) -> dict[str, Any]:
    """Set a table as an annex, with what it is attached to: it follows the signature, on a page of its own."""
    attached = say("(attached to {kind} by {issuer})", kind=head.kind, issuer=head.unit)
    if head.number and head.day:
        day = show_date(head.day, writer.context.lang)
        attached = say(
            "(attached to {kind} No. {number} of {day} by {issuer})", **attached.args, number=head.number, day=day
        )
    return {"kicker": writer.say(say("Annex")), "title": writer.say(title), "attached": writer.runs(attached), **table}


def office_of(writer: SheetWriter, campaign: Entry) -> Text:
    """Name the body that a campaign's own documents come from: its office, else the organisation."""
    site, lang = writer.context.site, writer.context.lang
    office = campaign.get("office")
    return unit_name(site, office).told(lang) if office else site.config.organisation["name"].told(lang)


def addressed(writer: SheetWriter, whom: Text | None) -> Any:
    """Address a document to a body, in the language of that body's name."""
    return writer.text(Text(writer.told_in(say("To: {body}", body=whom), whom.lang), whom.lang)) if whom else None


def _signing(writer: SheetWriter, head: Head, position: Text | None) -> list[Text]:
    """Write the lines above a signature: the form with whose place is taken, then the signer's own position.

    A position may name both, as "Director / Chief of Office". For KT. the head is whom the signer is the deputy of; TM.
    is on behalf of the issuing body; Q. stands before the position that is held.
    """
    form = head.signer.get("form")
    if position is None:
        return []
    above, slash, own = (part.strip() for part in position.value.partition(" / "))
    deputy = writer.told_in(say("Deputy {position}", position=""), position.lang).strip()
    if not slash:
        above, own = "", position.value
        if form == "KT" and own.casefold().startswith(f"{deputy} ".casefold()):
            above = own[len(deputy) :].strip()
        elif form == "TM":
            above = head.unit.value
    if form == "Q" and not above:
        return [Text(f"Q. {own}", position.lang)]
    first = f"{form}. {above}".strip() if form else above
    return [Text(line, position.lang) for line in (first, own) if line]


def bases(writer: SheetWriter, campaign: Entry) -> list[Any]:
    """Cite what a document rests on: the campaign's own document and its legal bases."""
    lang = writer.context.lang
    cited = [campaign.get("document") or {}, *(campaign.get("legal_bases") or [])]
    out = []
    for row in cited:
        if not row.get("number"):
            continue
        parts: list[Message | Text | str] = [say("Pursuant to {number}", number=row["number"])]
        if row.get("on"):
            parts += [" ", say("of {day}", day=show_date(row["on"], lang))]
        if issuer := label_of(row.get("issuer"), campaign.source.lang, lang):
            parts += [" ", say("by {issuer}", issuer=issuer)]
        title = label_of(row.get("title"), campaign.source.lang, lang)
        out.append(writer.runs(*parts, *((": ", title) if title else ()), ";"))
    return out


def _recipient(writer: SheetWriter, campaign: Entry, given: Any) -> Any:
    source, lang = campaign.source.lang, writer.context.lang
    if not isinstance(given, Mapping):
        return writer.text(label_of(given, source, lang))
    name, note = label_of(given.get("name"), source, lang), label_of(given.get("note"), source, lang)
    return writer.text(Text(f"{name.value} ({note.value})" if note else name.value, name.lang)) if name else None


def label_of(given: object, source: str, lang: str) -> Text | None:
    """Return what may be a label in several languages or plain text of the source."""
    match given:
        case Label():
            return given.told(lang)
        case str() if given:
            return Text(given, source)
    return None
