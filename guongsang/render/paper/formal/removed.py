"""What the Office keeps of profiles that were taken down: the list of what to recall, and a letter to each person.

These papers, and the same list for spreadsheets (`render/office/removed`), are the only files of an output with the
name of somebody who is withdrawn.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from guongsang.i18n.locale_format import show_date
from guongsang.i18n.messages import Message, Text, say
from guongsang.model.removed import Removed
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.render.office.removed import REASONS
from guongsang.render.paper.formal.letterhead import Head, addressed, framed, office_of
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.typst.sheet import SheetValue
from guongsang.render.views.removals import copies_of
from guongsang.render.views.words import label_in


def removed_sheet(writer: SheetWriter, campaign: Entry[Campaign], removed: Sequence[Removed]) -> dict[str, SheetValue]:
    """Make the sheet of the list: who was taken down, by when, and every copy to be recalled."""
    title = Text(writer.say(say("Profiles of {year} that were taken down", year=campaign.slug)), writer.context.lang)
    head = _head(writer, campaign, say("List"), title)
    return {
        **framed(writer, head, campaign),
        "across": True,
        "tables": [_people(writer, removed), _copies(writer, removed)],
    }


def letter_sheet(writer: SheetWriter, campaign: Entry[Campaign], removed: Removed) -> dict[str, SheetValue]:
    """Make the sheet of the letter that tells a person what was done; number, day and signature are left open."""
    lang = writer.context.lang
    head = _head(writer, campaign, say("Notice"), Text(writer.say(say("A profile was taken down")), lang))
    return {
        **framed(writer, head, campaign),
        "internal": None,
        "to": addressed(writer, removed.name) if removed.name.value else None,
        "recipients": [writer.text(removed.name)] if removed.name.value else [],
        "body": [_paragraph(writer.runs(part)) for part in _told(writer, campaign, removed)],
        "body_lang": lang,
        "sample": writer.say(say("Sample data: people and events are invented")) if removed.sample else None,
    }


def _paragraph(runs: SheetValue) -> dict[str, SheetValue]:
    """Return a paragraph of a body; what is in another language is marked there by a node of its own."""
    parts = runs if isinstance(runs, list) else [runs]
    children = [
        {"tag": "span", "lang": part["lang"], "children": [part["text"]]} if isinstance(part, Mapping) else part
        for part in parts
    ]
    return {"tag": "p", "children": children}


def _head(writer: SheetWriter, campaign: Entry[Campaign], kind: Message, title: Text) -> Head:
    site, organisation = writer.context.site, writer.context.site.config.organisation
    above = organisation.name if campaign.facts.office else organisation.parent
    return Head(
        kind=kind,
        title=title,
        unit=office_of(writer, campaign),
        parent=label_in(above, writer.context.lang),
        number=None,
        day=None,
        signer=campaign.facts.signer,
        sample=site.sample,
    )


def _people(writer: SheetWriter, removed: Sequence[Removed]) -> dict[str, SheetValue]:
    columns = (
        say("No."),
        say("Name of the person, team or model"),
        say("Unit"),
        say("Reason"),
        say("Document"),
        say("Requested on"),
        say("Answer by"),
        say("Off by"),
        say("Off by, with others"),
        say("Taken down on"),
    )
    rows = [[str(n), *_person(writer, one)] for n, one in enumerate(removed, 1)]
    return {
        "title": None,
        "head": [writer.say(column) for column in columns],
        "widths": [0.4, 1.5, 1.5, 1.2, 1, 1, 1, 1, 1, 1],
        "groups": [{"title": None, "rows": rows}],
    }


def _person(writer: SheetWriter, one: Removed) -> list[SheetValue]:
    withdrawn, days = one.withdrawn, one.days
    reason = REASONS.get(withdrawn.reason)
    return [
        writer.text(one.name),
        writer.text(one.unit_name.text_in(writer.context.lang)),
        writer.say(reason) if reason else None,
        writer.text(Text(withdrawn.document, one.name.lang)),
        _day(writer, withdrawn.requested_on),
        _day(writer, days.answer_by if days else None),
        _day(writer, days.off_by if days else None),
        _day(writer, days.off_by_with_third_parties if days else None),
        _day(writer, withdrawn.on),
    ]


def _copies(writer: SheetWriter, removed: Sequence[Removed]) -> dict[str, SheetValue]:
    """List for each person every copy to be recalled or deleted, with a place to note that it was."""
    columns = (say("No."), say("Kind of copy"), say("Path below the output"), say("Deleted or recalled on"))
    site = writer.context.site
    groups: list[SheetValue] = [
        {
            "title": writer.text(one.name),
            "rows": [[str(n), writer.say(c.what), c.path, None] for n, c in enumerate(copies_of(site, one), 1)],
        }
        for one in removed
    ]
    return {
        "title": writer.say(say("Copies to be deleted or recalled")),
        "head": [writer.say(column) for column in columns],
        "widths": [0.3, 1.2, 3.6, 1.2],
        "groups": groups,
    }


def _told(writer: SheetWriter, campaign: Entry[Campaign], removed: Removed) -> Iterator[Message]:
    """Yield the sentences of the letter."""
    withdrawn = removed.withdrawn
    title = campaign.word(("title",), writer.context.lang)
    down = _day(writer, withdrawn.on) or "…"
    if withdrawn.reason == "revoked":
        yield say("The recognition of your profile in “{campaign}” was taken back.", campaign=title)
        if withdrawn.document:
            yield say("This was decided by {document}.", document=Text(withdrawn.document, removed.name.lang))
        yield say("On {day} the profile was taken down.", day=down)
    elif withdrawn.requested_on:
        asked = _day(writer, withdrawn.requested_on)
        yield say("On {day} you asked to have your profile in “{campaign}” taken down.", day=asked, campaign=title)
        yield say("This was done on {day}.", day=down)
    else:
        yield say("Your profile in “{campaign}” was taken down on {day}, as you wished.", day=down, campaign=title)
    yield say(
        "Your name, your photo and your story stand no more on the pages, in the lists, in the search, nor on the"
        " posters, in the bulletins and the yearbook of the site. Where the page was stands a notice without your name."
    )
    yield say("Printed copies that lay with the Office were destroyed on: ………………")
    yield say("Paper that was handed out before could not be recalled: ………………")
    yield say("Others who had copies were asked on: ………………")
    yield say("If you meet a copy somewhere, please tell us; we will see to it.")


def _day(writer: SheetWriter, day: date | None) -> str | None:
    return show_date(day, writer.context.lang) if day else None
