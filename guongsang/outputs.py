"""The files of an output: which there are, and how each is made.

A file is listed as a value that can be made when it is wanted, so a build makes all of them and the preview only those
that a browser asks for.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TypeAlias

from guongsang.cache import Keep, make_anew
from guongsang.digests import digest_of, value_digest
from guongsang.findings import Refusal
from guongsang.folders import Folders
from guongsang.i18n.messages import Message, say
from guongsang.model.office.board import OfficeYear
from guongsang.model.site import Site
from guongsang.publish.known_files import KnownFiles
from guongsang.publish.planned import Planned
from guongsang.publish.release import File, Row, Staged
from guongsang.record_file import Fresh
from guongsang.records import Records
from guongsang.render.html.page import LaterPage, Page
from guongsang.render.html.templates import PageError, TemplateEngine, make_engine, render_page
from guongsang.render.images import ImageStore
from guongsang.render.office.files import OfficeFile, office_files
from guongsang.render.paper.page_counts import Key, page_count
from guongsang.render.paper.paper import Paper
from guongsang.render.paper.papers import given_to, list_papers
from guongsang.render.paper.printed import print_paper
from guongsang.render.paper.system_fonts import SystemFonts
from guongsang.render.search.pages import search_pages
from guongsang.render.typst.printers import TypstPool
from guongsang.render.web.files.assets import static_assets
from guongsang.render.web.files.fonts import font_assets
from guongsang.render.web.layout import Styles
from guongsang.render.web.pages import list_pages, made_page
from guongsang.workers import number_of_shares, shared_out

_IMAGE_THREADS, _PRINTERS, _BOOK_PRINTERS = min(4, os.cpu_count() or 1), min(2, os.cpu_count() or 1), 1
"""Threads that draw pictures, print papers, print books: a printer takes 100 MB, one of books three times as much."""

_FILE, _BESIDE = "file", ("picture", "paper")
Progress: TypeAlias = Callable[[int, int], None]
"""Is told how many files of how many are made."""


@dataclass(frozen=True)
class Listed:
    """The files of an output, each still to be made; those of the search are listed last, as that means to index.

    `pool` is what prints the papers among them, `styles` the files of the look that pages name.
    """

    files: tuple[Planned, ...]
    search: Callable[[Records], list[Planned]]
    pool: TypstPool
    styles: Styles


def list_files(
    folders: Folders, site: Site, fonts: SystemFonts, keep: Keep = make_anew, years: Sequence[OfficeYear] = ()
) -> Listed:
    """List every file of the output; `keep` may give pictures and papers made before, `years` are for the Office."""
    real = site.published or site
    statics = static_assets(folders.project, folders.root) | font_assets(site.config)
    styles = Styles({name: asset.path for name, asset in statics.items()})
    images = ImageStore(site.pictures, site.paper_pictures, keep)
    own = {asset.path for asset in statics.values()}
    pages = [page for page in list_pages(site, images, styles) if page.url not in own]
    pages_given = _GivenToPages(folders, site)
    engine = make_engine(folders.web_templates, site.config.catalogues, keep, sample_site=site.sample)

    def page(p: LaterPage) -> Planned:
        source = site.sources.get(p.url)
        return Planned(
            f"site/{p.url}",
            lambda: page_bytes(engine, p.page, source),
            _kind(p),
            p.lang,
            source,
            given=partial(pages_given.digests, p),
        )

    def search(records: Records) -> list[Planned]:
        found, index = search_pages(site, pages, styles, records)
        parts = [Planned(f"site/{path}", partial(bytes, data), "search") for path, data in index.items()]
        return [*(page(made_page(site, p)) for p in found), *parts]

    templates = {name: path.read_bytes() for name, path in folders.print_templates.items()}
    pool = TypstPool(templates, site.config.fonts, keep)
    files = (
        *map(page, pages),
        *(Planned(f"site/{asset.path}", partial(bytes, asset.data), "static") for asset in statics.values()),
        *(_picture(path, make) for path, make in images.files.items()),
        *(_paper(paper, pool, keep) for paper in list_papers(real, images, fonts, years)),
        *(
            _office_file(file, pages_given)
            for file in office_files(real, years, lambda shown: page_bytes(engine, shown, None))
        ),
    )
    return Listed(files, search, pool, styles)


def make_files(
    planned: Sequence[Planned], stage: Staged, pool: TypstPool, progress: Progress, records: Records
) -> dict[Key, int]:
    """Make files and write each at once, so that none is held in memory; return how many pages each paper has.

    Pages come first, as processes can only be divided before there are threads. Pictures and papers are made beside the
    rest, as making them keeps no other thread waiting; books one at a time. Raises SetupError, Refusal.
    """
    ahead = [p for p in planned if p.given and p.kind not in _BESIDE]
    _make_ahead(ahead, stage, records, lambda done: progress(done, len(planned)))
    known = KnownFiles(stage, records)
    counts = known.link(p for p in planned if p.kind in _BESIDE)
    rest = [p for p in planned if p.path not in stage.rows]

    def made(p: Planned) -> None:
        file = p.made()
        stage.add(file)
        counts[p.path] = page_count(file.data) if p.kind == "paper" else 0

    with ExitStack() as stack:
        few = sum(p.is_book for p in rest) <= _PRINTERS  # as after an edit, when little else takes memory
        sizes = {"picture": _IMAGE_THREADS, "paper": _PRINTERS, "book": _PRINTERS if few else _BOOK_PRINTERS}
        threads = {work: stack.enter_context(ThreadPoolExecutor(size)) for work, size in sizes.items()}
        try:
            beside = [(p, "book" if p.is_book else p.kind) for p in rest]
            begun = {p.path: threads[work].submit(made, p) for p, work in beside if work in threads}
            for number, file in enumerate(rest, len(planned) - len(rest) + 1):
                if file.path in begun:
                    begun[file.path].result()
                else:
                    made(file)
                known.remember(file, counts.get(file.path, 0))
                progress(number, len(planned))
        finally:
            for executor in threads.values():
                executor.shutdown(wait=False, cancel_futures=True)
            pool.stop()
    return {(p.source, p.lang): counts[p.path] for p in planned if p.kind == "paper"}


def _make_ahead(pages: Sequence[Planned], stage: Staged, records: Records, tell: Callable[[int], None]) -> None:
    """Make pages, or link what was made of the same before, in several processes where that pays.

    `tell` is told how many are made, as far as that can be known while others work.
    """
    records.load(_FILE)
    shares, this_process = number_of_shares(records.jobs, len(pages)), os.getpid()

    def make(share: Sequence[Planned]) -> tuple[dict[str, Row], Fresh]:
        for number, page in enumerate(share, 1):
            if page.given:
                _take_or_make(page, page.given(), stage, records)
            if os.getpid() == this_process:
                tell(min(number * shares, len(pages)))
        return {page.path: stage.rows[page.path] for page in share}, records.fresh

    for rows, fresh in shared_out(records.jobs, pages, make, records.leave_file):
        stage.rows.update(rows)
        records.take_in(fresh)


def _take_or_make(planned: Planned, given: Iterator[bytes], stage: Staged, records: Records) -> None:
    """Link a file of the last output that was made of the same, by any of the digests; else make it."""
    made: list[File] = []

    def make() -> str:
        for one in given:
            return records.recall(_FILE, (one,), make)
        made.append(planned.made())
        return sha256(made[0].data).hexdigest()

    digest = make()
    if made:
        stage.add(made[0])
    elif not stage.link(planned.bare, digest):
        stage.add(planned.made())


@dataclass(frozen=True)
class _GivenToPages:
    """What all pages of a site are made of beside their own values: templates and words."""

    folders: Folders
    site: Site

    @cached_property
    def look(self) -> bytes:
        """Return a digest of all templates, and of the words of all languages."""
        files = [path for folder in self.folders.web_templates for path in sorted(folder.glob("*")) if path.is_file()]
        words = [value_digest((c.code, dict(c.words), c.plural_rule)) for c in self.site.config.catalogues.values()]
        return digest_of(
            *(part for path in files for part in (str(path), path.read_bytes())), *words, f"{self.site.sample}"
        )

    def digests(self, page: LaterPage) -> Iterator[bytes]:
        """Yield digests of all that goes into a page: before it is made, if that can be known, and of what it shows."""
        if page.given:
            yield digest_of(self.look, page.url, page.known_by())
        yield digest_of(self.look, value_digest(page.page))


def _kind(page: LaterPage) -> str:
    return {".html": "page", ".xml": "feed"}.get(PurePosixPath(page.url).suffix, "text")


def page_bytes(engine: TemplateEngine, page: Page, source: str | None) -> bytes:
    """Render a page. Raises SetupError where its template is wrong, Refusal where what it shows cannot be."""
    try:
        return render_page(engine, page)
    except PageError as fault:
        raise Refusal(_not_made(page, source, str(fault)), status=3) from fault


def _not_made(page: Page, source: str | None, reason: str) -> Message:
    """Return which page cannot be made, of which document, and what can be done until the program is mended."""
    if source is None:
        return say(
            "the page {page} could not be made ({reason}); nothing was changed. This is a fault of the program: please"
            " report it",
            page=page.url,
            reason=reason,
        )
    return say(
        "the page {page} (from {file}) could not be made ({reason}); nothing was changed. This is a fault of the"
        " program: please report it; with the line “draft: true” in that file, everything else is published",
        page=page.url,
        file=source,
        reason=reason,
    )


def _picture(path: str, make: Callable[[], bytes]) -> Planned:
    """Plan a picture; its name is made of all that goes into it."""
    return Planned(f"site/{path}", make, "picture", given=lambda: iter([digest_of(path)]))


def _office_file(file: OfficeFile, around: _GivenToPages) -> Planned:
    def given() -> Iterator[bytes]:
        yield digest_of(around.look, file.given())

    return Planned(file.path, file.make, "office", file.lang, file.source, given=given)


def _paper(paper: Paper, pool: TypstPool, keep: Keep) -> Planned:
    make, part = partial(print_paper, paper, pool, keep), paper.part
    given = (lambda: iter([given_to(paper, part, pool)])) if part else None
    return Planned(paper.path, make, "paper", paper.context.lang, paper.source, paper.is_book, given)
