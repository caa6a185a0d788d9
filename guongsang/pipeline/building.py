"""Builds a site: checks it, and publishes it unless an error forbids that.

Everything is rendered before anything is published.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from guongsang import HOME
from guongsang.cache import cache_of
from guongsang.folders import Folders
from guongsang.i18n.messages import say
from guongsang.judge.people.consent import allows
from guongsang.model.office.board import OfficeYear, office_year
from guongsang.model.publication import LeftOut
from guongsang.model.site import Wishes
from guongsang.outputs import Progress, list_files, make_files
from guongsang.pipeline.checking import Checked, Remembered, check_site, left_out_of
from guongsang.publish.gone import gone_files, gone_list
from guongsang.publish.locks import one_at_a_time
from guongsang.publish.moved import moved_pages
from guongsang.publish.planned import Planned
from guongsang.publish.release import foreign_in, staged, sweep
from guongsang.publish.shrinking import Shrunk, find_shrunk
from guongsang.publish.sources import refuse_source
from guongsang.publish.withheld import Withheld
from guongsang.records import records_of
from guongsang.render.paper.page_counts import Key, LongBulletin, long_bulletins
from guongsang.render.paper.system_fonts import SystemFonts, choose_fonts
from guongsang.render.views.removals import copies_of
from guongsang.timings import Timings
from guongsang.workers import processes

_AS_PUBLISHED = Wishes()


def _in_silence(_: int, __: int) -> None:
    """Report nothing."""


@dataclass(frozen=True)
class Options:
    """What a build is asked to do; `key` is a private key of SSH that signs the manifest."""

    root: Path
    output: Path
    today: date
    wishes: Wishes = _AS_PUBLISHED
    skip_invalid: bool = False
    shrink: bool = False
    progress: Progress = _in_silence
    timings: Timings = field(default_factory=Timings)
    jobs: int = field(default_factory=processes)
    key: Path | None = None


@dataclass(frozen=True)
class Built:
    """What a build did: `published` is False where errors forbade it, or where far fewer exemplars would be there.

    `recalled` names the files of bulletins whose older prints hold withdrawn exemplars, with the ids of these.
    `moved` holds the old and the new address of each page that moved. `tasks` is what open campaigns still ask for.
    `kept` are files that lay in the old output and were made by no build.
    """

    checked: Checked
    published: bool
    exemplars: int = 0
    pages: int = 0
    papers: int = 0
    files: int = 0
    left_out: tuple[LeftOut, ...] = ()
    recalled: tuple[tuple[str, tuple[str, ...]], ...] = ()
    long: tuple[LongBulletin, ...] = ()
    fonts: SystemFonts = field(default_factory=SystemFonts)
    gone: tuple[str, ...] = ()
    shrunk: Shrunk | None = None
    moved: tuple[tuple[str, str], ...] = ()
    kept: tuple[str, ...] = ()
    tasks: int = 0
    overdue: int = 0


def build_site(options: Options) -> Built:
    """Check, render and publish. Raises SetupError, Refusal."""
    refuse_source((options.root, HOME), options.output)
    with one_at_a_time(options.output), records_of(options.root, options.jobs) as records:
        sweep(options.output)
        foreign_in(options.output)
        cache = cache_of(options.root)
        remembered = Remembered(records, cache.keep, options.timings)
        checked = check_site(options.root, options.today, options.wishes, remembered=remembered, output=options.output)
        if checked.stuck or (checked.blocking and not options.skip_invalid):
            return Built(checked, published=False)
        shrunk = (
            None if options.shrink else find_shrunk(options.output, checked.content, checked.site, left_out_of(checked))
        )
        if shrunk:
            return Built(checked, published=False, shrunk=shrunk)
        fonts = fonts_of(checked)
        with options.timings.of("list"):
            years = office_years(checked, options.today)
            listed = list_files(Folders(options.root, HOME), checked.site, fonts, cache.keep, years)
        with options.timings.of("search"):
            planned = [*listed.files, *listed.search(records)]
        gone = gone_files(options.output, (p.path for p in planned))
        moved = moved_pages(options.output, ((p.path, p.lang, p.source) for p in planned))
        with options.timings.of("publish"), staged(options.output, cache, key=options.key) as stage:
            with options.timings.of("make"):
                pages = make_files(planned, stage, listed.pool, options.progress, records)
            if withheld := _withheld(checked):
                stage.add(withheld.as_file())
            if gone:
                config = checked.content.config
                stage.add(gone_list(gone, config.catalogues[config.source_language].tell(_GONE)))
        cache.sweep()
    opened = [year for year in years if not year.campaign.facts.closed]
    return replace(
        _built(checked, planned, pages, fonts, gone),
        moved=moved,
        kept=tuple(stage.kept),
        tasks=sum(len(year.tasks) for year in opened),
        overdue=sum(len(year.overdue()) for year in opened),
    )


def fonts_of(checked: Checked) -> SystemFonts:
    """Return the fonts of this machine that documents of administration are set in; none without papers."""
    content = checked.content
    return choose_fonts(content.config, content.sources.values()) if checked.site.wishes.papers else SystemFonts()


def office_years(checked: Checked, today: date) -> list[OfficeYear]:
    """Return the year of each published campaign as the Office sees it on a day."""
    return [office_year(checked.content, checked.findings, c, today) for c in checked.site.campaigns]


def _withheld(checked: Checked) -> Withheld:
    """Return what of each exemplar may not stand on the site, and the files that withdrawn ones had."""
    site = checked.site
    parts = {
        f"{entry.id} {part}"
        for entry in checked.content.exemplars
        for part in ("story", "name", "photo")
        if entry.withdrawn or not allows(entry, part, "site")
    }
    copies = {copy.path: removed.id for removed in site.removed for copy in copies_of(site, removed)}
    return Withheld(frozenset(parts), copies)


_GONE = say("These files were on the site and are not any more. Delete each of them wherever the site was copied to.")


def _built(
    checked: Checked, planned: list[Planned], pages: dict[Key, int], fonts: SystemFonts, gone: tuple[str, ...]
) -> Built:
    site, kinds = checked.site, Counter(p.kind for p in planned)
    return Built(
        checked=checked,
        published=True,
        exemplars=len(site.profiles),
        pages=kinds["page"],
        papers=kinds["paper"],
        files=len(planned),
        left_out=left_out_of(checked),
        recalled=tuple((issue.entry.source.file, issue.recalled) for issue in site.bulletins if issue.recalled),
        long=tuple(long_bulletins(site, pages)),
        fonts=fonts,
        gone=gone,
    )
