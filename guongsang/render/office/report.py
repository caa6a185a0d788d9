"""The report on a campaign's review (III.2, IV): the Office's own words, then numbers and lists, each with its ids.

The words come from `content/reviews/`; nobody writes in the file that is made, which is made anew with each build.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from guongsang.i18n.messages import Catalogue, Message, Text, say
from guongsang.judge.dates import campaign_year
from guongsang.model.office.board import OfficeYear
from guongsang.model.site import Site, unit_name
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Review
from guongsang.render.office.board import board_halves, figures_table
from guongsang.render.office.registration import registered_in
from guongsang.render.office.report_document import ReportDocument
from guongsang.render.office.table import Cell, Column, Table, tell_table


def report_tables(site: Site, year: OfficeYear, years: Sequence[OfficeYear], lang: str) -> list[Table]:
    """Return the annexes of a report: figures with their ids, year by year, who is registered."""
    until = years_until(year, years)
    over_years = [_over_years(until)] if len(until) > 1 else []
    return [figures_table(year), *over_years, _registered(site, year, lang)]


def years_until(year: OfficeYear, years: Sequence[OfficeYear]) -> list[OfficeYear]:
    """Return a year and those before it, the oldest first; campaigns without a year in their names are left out."""
    named = [(number, y) for y in years if (number := campaign_year(y.campaign.slug))]
    last = campaign_year(year.campaign.slug)
    return [
        y for number, y in sorted(named, key=lambda pair: (pair[0], pair[1].campaign.slug)) if last and number <= last
    ]


def _over_years(years: Sequence[OfficeYear]) -> Table:
    names = list(dict.fromkeys(name for year in years for name in year.figures))
    columns = [Column(say("Figure"), 3), *(Column(Text(y.campaign.slug, ""), 1) for y in years)]
    rows: list[list[Cell]] = []
    for name in names:
        found = [year.figures.get(name) for year in years]
        says = next(figure.says for figure in reversed(found) if figure)
        rows.append([says, *(figure.count if figure else None for figure in found)])
    return Table(say("Year by year"), columns, rows)


def _registered(site: Site, year: OfficeYear, lang: str) -> Table:
    columns = [
        Column(say("Id"), 1),
        Column(say("Unit"), 1.6),
        Column(say("Name of the person, team or model"), 1.6),
        Column(say("Category"), 1.2),
        Column(say("Deed"), 3),
    ]
    rows: list[list[Cell]] = [
        [p.id, p.unit.name.text_in(lang), p.name, p.category.label.text_in(lang), p.word(("title",), lang)]
        for p in registered_in(site, year.campaign.slug)
    ]
    return Table(say("Exemplars registered in {year}", year=year.campaign.slug), columns, rows)


def report_document(
    site: Site, year: OfficeYear, years: Sequence[OfficeYear], review: Entry[Review], catalogue: Catalogue
) -> bytes:
    """Write the report as a document to be edited further."""
    lang, facts = catalogue.code, year.campaign.facts
    document = ReportDocument(facts.report.on or review.facts.held_on or date(1980, 1, 1), site.config.formal)
    title = review.word(("title",), lang).value
    office = unit_name(site, facts.office) if facts.office else site.config.organisation.name
    document.centred(site.config.organisation.name.text_in(lang).value.upper(), office.text_in(lang).value.upper())
    document.centred(catalogue.tell(say("Report")).upper(), title)
    if facts.report.to:
        document.centred(catalogue.tell(say("To: {body}", body=facts.report.to)), bold=False)
    document.body(review.texts.body(lang).body.nodes)
    for line in _ending(year):
        document.paragraph(catalogue.tell(line))
    for number, table in enumerate([*report_tables(site, year, years, lang), board_halves(year)[0]], 1):
        document.page_break()
        document.heading(catalogue.tell(say("Annex {n}", n=number)) + ". " + catalogue.tell(table.title))
        document.table(tell_table(table, catalogue))
    return document.written(title)


def _ending(year: OfficeYear) -> Iterator[Message]:
    yield say(
        "Numbers are counted from the files of the campaign on {day}; the ids behind each stand in the first annex.",
        day=year.today,
    )
    yield say("Internal, for processing")
