"""The files of the Office beside its papers: workbooks, CSV, the list of what is to be done, dates, ready texts.

They lie in `office/<campaign>/`, in each language; the list of what is to be done and the dates bear the name of a
language only where it is not that of the sources. A file is known by what it tells, before it is written.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from guongsang.digests import digest_of, value_digest
from guongsang.i18n.messages import Catalogue
from guongsang.model.campaign_windows import first_day
from guongsang.model.office.board import OfficeYear
from guongsang.model.site import Site, unit_name
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Review
from guongsang.render.html.page import Page
from guongsang.render.office.board import board_table, figures_table
from guongsang.render.office.calendar import calendar, dates_of
from guongsang.render.office.consents import consents_table, requests_table
from guongsang.render.office.csv_file import csv_file
from guongsang.render.office.registration import registration_table
from guongsang.render.office.reminders import reminders
from guongsang.render.office.removed import removed_table
from guongsang.render.office.report import report_document, report_tables
from guongsang.render.office.table import Table, Told, tell_table
from guongsang.render.office.tasks import tasks_table
from guongsang.render.office.tasks_page import tasks_page
from guongsang.render.office.workbook import workbook

Shown = TypeVar("Shown")


@dataclass(frozen=True)
class OfficeFile:
    """A file of the Office: its path below `output/`, what writes it, and a digest of all that it tells."""

    path: str
    make: Callable[[], bytes]
    given: Callable[[], bytes]
    lang: str
    source: str


def office_files(site: Site, years: Sequence[OfficeYear], render: Callable[[Page], bytes]) -> Iterator[OfficeFile]:
    """List the files of all campaigns in all languages; `render` makes a page of its template.

    The report is a paper, though it can be edited: there is none where no papers are wanted.
    """
    for year in years:
        for lang in site.config.languages:
            catalogue = site.config.catalogues.get(lang, Catalogue(lang))
            yield from _Files(site, year, lang, catalogue).all(render)
            for review in (r for r in site.reviews if r.slug == year.campaign.slug and site.wishes.papers):
                yield _report(site, year, years, review, catalogue)


def _report(
    site: Site, year: OfficeYear, years: Sequence[OfficeYear], review: Entry[Review], catalogue: Catalogue
) -> OfficeFile:
    """Return the report on a review, known by its words, its annexes, and what stands around them."""
    path, lang = f"office/{year.campaign.slug}/review.{catalogue.code}.docx", catalogue.code

    def given() -> bytes:
        annexes = [
            tell_table(table, catalogue) for table in (*report_tables(site, year, years, lang), board_table(year))
        ]
        text, facts = review.texts.body(lang), year.campaign.facts
        office = unit_name(site, facts.office) if facts.office else None
        around = review.word(("title",), lang), review.facts.held_on, facts.report, office, year.today
        return digest_of(path, value_digest((annexes, text.body, around, site.config.organisation, site.config.formal)))

    make = partial(report_document, site, year, years, review, catalogue)
    return OfficeFile(path, make, given, lang, review.source.file)


@dataclass(frozen=True)
class _Files:
    """The files of one campaign in one language."""

    site: Site
    year: OfficeYear
    lang: str
    catalogue: Catalogue

    def all(self, render: Callable[[Page], bytes]) -> Iterator[OfficeFile]:
        """List them."""
        year, slug, issued = self.year, self.year.campaign.slug, first_day(self.year.campaign)
        registration = partial(self._told, registration_table(self.site, slug, self.lang))
        yield self._file(f"registration.{self.lang}.xlsx", registration, lambda told: workbook([told], issued))
        yield self._file(f"registration.{self.lang}.csv", registration, csv_file)
        if year.rows:
            board = [board_table(year), figures_table(year), *([requests_table(year)] if year.requests else [])]
            yield self._file(
                f"board.{self.lang}.xlsx", lambda: [tell_table(t, self.catalogue) for t in board], self._book
            )
        if removed := [one for one in self.site.removed if one.campaign == slug]:
            recall = partial(self._told, removed_table(self.site, removed, slug, self.lang))
            yield self._file(f"removed.{self.lang}.csv", recall, csv_file)
            yield self._file(f"removed.{self.lang}.xlsx", recall, lambda told: workbook([told], issued))
        consents = partial(self._told, consents_table(self.site, year, self.lang))
        yield self._file(f"consents.{self.lang}.xlsx", consents, lambda told: workbook([told], year.today))
        tasks = partial(self._told, tasks_table(self.site, year))
        yield self._file(f"{self._named('to-do')}.xlsx", tasks, lambda told: workbook([told], year.today))
        page = f"{self._named('to-do')}.html"
        yield self._file(page, tasks, lambda told: render(tasks_page(self._path(page), self.lang, told)))
        dates = partial(dates_of, self.site, year, self.catalogue)
        yield self._file(f"{self._named('dates')}.ics", dates, calendar)
        for row in year.rows:
            texts = partial(reminders, self.site, year, row, self.catalogue)
            yield self._file(f"texts/{row.unit.id}.{self.lang}.txt", texts, lambda text: text.encode("utf-8-sig"))

    def _told(self, table: Table) -> Told:
        return tell_table(table, self.catalogue)

    def _book(self, tables: Sequence[Told]) -> bytes:
        return workbook(tables, self.year.today)

    def _named(self, name: str) -> str:
        return name if self.lang == self.site.config.source_language else f"{name}.{self.lang}"

    def _path(self, name: str) -> str:
        return f"office/{self.year.campaign.slug}/{name}"

    def _file(self, name: str, show: Callable[[], Shown], write: Callable[[Shown], bytes]) -> OfficeFile:
        path = self._path(name)
        return OfficeFile(
            path=path,
            make=lambda: write(show()),
            given=lambda: digest_of(path, value_digest(show())),
            lang=self.lang,
            source=self.year.campaign.source.file,
        )
