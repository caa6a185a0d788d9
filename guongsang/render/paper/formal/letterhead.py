"""What stands around every document of administration: the upper head, the recipients, the signature, the marks.

The layout is that of Decree 30/2020/NĐ-CP: national title, agency, number, place and date, recipients, signer. What is
not known yet is left open, and the word for a draft then stands across every page. Nothing here draws a seal, a
signature or an emblem.
"""

from dataclasses import dataclass
from datetime import date

from guongsang.i18n.locale_format import show_date, show_date_in_full
from guongsang.i18n.messages import Label, Message, Text, say
from guongsang.model.site import unit_name
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign, LegalBasis, Recipient
from guongsang.read.tables.common import OfficialDocument, Signer
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.typst.sheet import Sheet, SheetValue
from guongsang.render.views.words import label_in

INTERNAL = say("Internal, for processing")
"""Stands on all papers of the Office: they name people whatever consent to publication says."""


@dataclass(frozen=True)
class Head:
    """What stands around the content of a document: issuer, number, day, kind, signer."""

    kind: Message
    title: Text
    unit: Text
    parent: Text | None
    number: str | None
    day: date | None
    signer: Signer
    sample: bool


def framed(writer: SheetWriter, head: Head, campaign: Entry[Campaign]) -> dict[str, SheetValue]:
    """Set what is the same in all documents: a sheet without a body and tables."""
    site, lang = writer.context.site, writer.context.lang
    place = site.config.organisation.place
    settings = site.config.formal
    signer = head.signer
    position = label_in(signer.position, lang)
    national = settings.national
    return {
        "lang": lang,
        "programme": writer.text(site.config.title.text_in(lang)),
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
                place=place.text_in(lang).value if place else "…",
                day=show_date_in_full(head.day, lang) if head.day else writer.say(say("day … month … year …")),
            )
        ),
        "kind": writer.say(head.kind),
        "title": writer.text(head.title),
        "recipients_label": writer.say(say("Recipients:")),
        "recipients": [r for r in (_recipient(writer, r) for r in campaign.facts.recipients) if r],
        "signer": {
            "lines": [writer.text(line) for line in _signing(writer, head, position)],
            "name": writer.text(Text(signer.name, campaign.source.lang)),
        },
        "draft": None if head.number and head.day and position else writer.say(say("DRAFT")),
        "internal": writer.say(INTERNAL),
        "sample": writer.say(say("Sample data: people and events are invented")) if head.sample else None,
    }


def annex(writer: SheetWriter, head: Head, title: Message, table: Sheet) -> dict[str, SheetValue]:
    """Set a table as an annex, with what it is attached to: it follows the signature, on a page of its own."""
    attached = say("(attached to {kind} by {issuer})", kind=head.kind, issuer=head.unit)
    if head.number and head.day:
        day = show_date(head.day, writer.context.lang)
        attached = say(
            "(attached to {kind} No. {number} of {day} by {issuer})", **attached.args, number=head.number, day=day
        )
    return {"kicker": writer.say(say("Annex")), "title": writer.say(title), "attached": writer.runs(attached), **table}


def office_of(writer: SheetWriter, campaign: Entry[Campaign]) -> Text:
    """Name the body that a campaign's own documents come from: its office, else the organisation."""
    site, lang = writer.context.site, writer.context.lang
    office = campaign.facts.office
    return unit_name(site, office).text_in(lang) if office else site.config.organisation.name.text_in(lang)


def addressed(writer: SheetWriter, whom: Text | None) -> SheetValue:
    """Address a document to a body, in the language of that body's name."""
    return writer.text(Text(writer.told_in(say("To: {body}", body=whom), whom.lang), whom.lang)) if whom else None


def _signing(writer: SheetWriter, head: Head, position: Text | None) -> list[Text]:
    """Write the lines above a signature: the form with whose place is taken, then the signer's own position.

    A position may name both, as "Director / Chief of Office". For KT. the head is whom the signer is the deputy of; TM.
    is on behalf of the issuing body; Q. stands before the position that is held.
    """
    form = head.signer.form
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


def bases(writer: SheetWriter, campaign: Entry[Campaign]) -> list[SheetValue]:
    """Cite what a document rests on: the campaign's own document and its legal bases."""
    lang = writer.context.lang
    own = campaign.facts.document
    cited: list[OfficialDocument | LegalBasis] = [*([own] if own else []), *campaign.facts.legal_bases]
    out = []
    for document in cited:
        if not document.number:
            continue
        parts: list[Message | Text | str] = [say("Pursuant to {number}", number=document.number)]
        if document.on:
            parts += [" ", say("of {day}", day=show_date(document.on, lang))]
        if issuer := label_in(document.issuer, lang):
            parts += [" ", say("by {issuer}", issuer=issuer)]
        title = label_in(document.title, lang)
        out.append(writer.runs(*parts, *((": ", title) if title else ()), ";"))
    return out


def _recipient(writer: SheetWriter, recipient: Recipient | Label) -> SheetValue:
    lang = writer.context.lang
    if isinstance(recipient, Label):
        return writer.text(recipient.text_in(lang))
    name, note = label_in(recipient.name, lang), label_in(recipient.note, lang)
    return writer.text(Text(f"{name.value} ({note.value})" if note else name.value, name.lang)) if name else None
