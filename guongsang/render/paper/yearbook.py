"""The yearbook of a campaign as a sheet: all its exemplars, unit by unit, figures, indexes by name and category.

Lists of names have one order in every language: persons by given name where the sources are Vietnamese, else by family
name, teams and models by their own. Who has no consent to the name is told by position and unit in the stories, and is
not in the index.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import groupby

from guongsang.i18n.locale_format import show_date
from guongsang.i18n.messages import Message, say, say_n
from guongsang.model.profiles import PublicProfile
from guongsang.model.progress import CampaignProgress, UnitProgress
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.read.tables.criteria import Category
from guongsang.render.paper.stories import back, frame, is_sample, story, unit_rows
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.typst.sheet import SheetValue, Table

PORTRAIT = (42.0, 52.5)


def yearbook_sheet(writer: SheetWriter, campaign: Entry[Campaign]) -> dict[str, SheetValue]:
    """Make the sheet of a yearbook; its stories stand in the order of the units file, then of their ids."""
    site, lang = writer.context.site, writer.context.lang
    order = list(site.units)
    profiles = sorted(site.printable(campaign.slug), key=lambda p: (order.index(p.unit.id), p.id))
    title = writer.say(say("Yearbook {year}", year=campaign.slug))
    units = [r.unit for r in site.progress[campaign.slug].shown]
    units += [u for u in site.units.values() if u not in units and any(p.unit.id == u.id for p in profiles)]
    units.sort(key=lambda u: order.index(u.id))
    return {
        **frame(writer),
        "issue": {
            "title": title,
            "number": None,
            "date": writer.text(campaign.word(("title",), lang)),
            "licence": None,
            "is_sample": is_sample(profiles) or campaign.sample,
            "is_draft": campaign.draft,
        },
        "summary": writer.text(campaign.word(("summary",), lang)),
        "count": writer.say(say_n("{n} exemplar", "{n} exemplars", n=len(profiles))),
        "street": unit_rows(writer, units, profiles),
        "articles": [story(writer, p, PORTRAIT) for p in profiles],
        **indexes(writer, profiles),
        "tables": [*_progress(writer, site.progress[campaign.slug]), _categories(writer, profiles)],
        "back": back(writer, site.urls.absolute(writer.context.url(campaign))),
    }


def indexes(writer: SheetWriter, profiles: Sequence[PublicProfile]) -> dict[str, SheetValue]:
    """Make the indexes by name and by category; their rows point to stories by number."""
    numbers = {p.id: n for n, p in enumerate(profiles)}
    order = writer.context.site.name_order
    named = sorted((p for p in profiles if p.name), key=lambda p: p.place_by_name(order))
    kinds: dict[str, Category] = {p.category.id: p.category for p in profiles}
    declared = [i for p in profiles for i in p.criteria.categories]
    return {
        "names": [
            {"letter": letter, "rows": [_name_row(writer, p, numbers[p.id]) for p in rows]}
            for letter, rows in groupby(named, lambda p: p.letter(order))
        ],
        "categories": [
            {
                "category": writer.text(kinds[i].label.text_in(writer.context.lang)),
                "rows": [_title_row(writer, p, numbers[p.id]) for p in profiles if p.category.id == i],
            }
            for i in dict.fromkeys(declared)
            if i in kinds
        ],
    }


def _name_row(writer: SheetWriter, profile: PublicProfile, number: int) -> dict[str, SheetValue]:
    return {
        "what": writer.text(profile.name),
        "where": writer.text(profile.unit.name.text_in(writer.context.lang)),
        "article": number,
    }


def _title_row(writer: SheetWriter, profile: PublicProfile, number: int) -> dict[str, SheetValue]:
    return {
        "what": writer.text(profile.word(("title",), writer.context.lang)),
        "where": writer.text(profile.unit.name.text_in(writer.context.lang)),
        "article": number,
    }


def _progress(writer: SheetWriter, progress: CampaignProgress) -> Iterator[SheetValue]:
    """Set the progress of the units as far as the site, on which a yearbook lies, may show it."""
    table = units_table(writer, progress, progress.board)
    if len(table.head) > 1:
        yield table.sheet()


def units_table(writer: SheetWriter, progress: CampaignProgress, board: Collection[str]) -> Table:
    """Set how far each unit is, in the order of the units file, with the totals below: those columns that are asked."""
    lang, rows = writer.context.lang, progress.shown
    columns: dict[str, tuple[Message, Callable[[UnitProgress], str], int]] = {
        "registered": (say("Registered on"), partial(_registered, lang), progress.registered),
        "plan": (say("Plan completed"), partial(_planned, writer, "late" in board), progress.planned),
        "published": (say("Published"), lambda r: str(r.published), sum(r.published for r in rows)),
        "adopted": (say("Adopted by"), lambda r: str(r.adopted), sum(r.adopted for r in rows)),
    }
    shown = [column for part, column in columns.items() if part in board]
    return Table(
        [writer.say(say("Unit")), *(writer.say(head) for head, _, _ in shown)],
        [
            *([writer.text(r.unit.name.text_in(lang)), *(cell(r) for _, cell, _ in shown)] for r in rows),
            [writer.say(say("Total")), *(str(total) for _, _, total in shown)],
        ],
    )


def _registered(lang: str, row: UnitProgress) -> str:
    return show_date(row.registered, lang) if row.registered else "–"


def _planned(writer: SheetWriter, tells_late: bool, row: UnitProgress) -> str:
    if row.planned is None:
        return "–"
    told = show_date(row.planned, writer.context.lang)
    return writer.say(say("{day} (late)", day=told)) if row.late and tells_late else told


def _categories(writer: SheetWriter, profiles: Sequence[PublicProfile]) -> dict[str, SheetValue]:
    lang = writer.context.lang
    kinds = {i: c for p in profiles for i, c in p.criteria.categories.items()}
    rows: list[list[SheetValue]] = []
    counts: list[tuple[int, ...]] = []
    for i, kind in kinds.items():
        own = [p for p in profiles if p.category.id == i]
        honoured, adopted = sum("honoured" in p.progress for p in own), sum(len(p.facts.adopted_by) for p in own)
        counts.append((len(own), honoured, adopted))
        rows.append([writer.text(kind.label.text_in(lang)), *map(str, counts[-1])])
    total = [str(sum(column)) for column in zip(*counts, strict=True)] or ["0", "0", "0"]
    heads = (say("Category"), say("Exemplars"), say("Commended"), say("Times copied"))
    return {"head": [writer.say(h) for h in heads], "rows": [*rows, [writer.say(say("Total")), *total]]}
