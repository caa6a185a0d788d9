"""The stages in order: read, judge, model, render, publish.

`check_site` gives what is found and the site that would be published; `build_site` goes on to publish it, unless an
error forbids that. Everything is rendered before anything is published.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath

from guongsang import HOME
from guongsang.cache import Keep, cache_of
from guongsang.findings import Finding
from guongsang.i18n.messages import say
from guongsang.judge.criteria.kinds import CHECK_FORMS
from guongsang.judge.judgement import Judgement, judge_entries
from guongsang.judge.references.layouts import judge_layouts
from guongsang.model.addresses import collisions
from guongsang.model.assembly import make_site
from guongsang.model.publication import UNREAD, LeftOut
from guongsang.model.site import Site, Wishes
from guongsang.outputs import Folders, Planned, Progress, list_files, make_files
from guongsang.publish.gone import gone_files, gone_list
from guongsang.publish.moved import moved_pages
from guongsang.publish.release import one_at_a_time, staged, sweep
from guongsang.publish.shrinking import Shrunk, find_shrunk
from guongsang.publish.sources import office_papers, refuse_source
from guongsang.read.content import Content
from guongsang.read.documents.links import pictures_used
from guongsang.read.site import Memory, read_content
from guongsang.render.paper.missing_glyphs import languages_not_printed, unprintable
from guongsang.render.paper.page_counts import Key, LongBulletin, long_bulletins
from guongsang.render.paper.system_fonts import SystemFonts, choose_fonts
from guongsang.render.typst.fonts import languages_without_font
from guongsang.render.web.files.assets import static_files

_AS_PUBLISHED = Wishes()


def _in_silence(_: int, __: int) -> None:
    """Report nothing."""


@dataclass(frozen=True)
class Options:
    """What a build is asked to do."""

    root: Path
    output: Path
    today: date
    wishes: Wishes = _AS_PUBLISHED
    skip_invalid: bool = False
    shrink: bool = False
    progress: Progress = _in_silence


@dataclass(frozen=True)
class Checked:
    """A site that was read and judged, and the site that would be published."""

    content: Content
    judgement: Judgement
    site: Site

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return all findings, in order."""
        return self.judgement.findings

    @property
    def blocking(self) -> list[Finding]:
        """Return the errors that forbid publishing: all but those in drafts and in pictures that only drafts use."""
        drafts = [e for e in self.content.entries if e.draft]
        stems = tuple(e.source.file.removesuffix(f"{e.source.lang}.md") for e in drafts)
        shown = {p for e in self.content.entries if not e.draft for p in pictures_used(e)}
        theirs = {p for e in drafts for p in pictures_used(e)} - shown
        return [
            f
            for f in self.findings
            if f.severity == "error" and f.place.file not in theirs and not (stems and f.place.file.startswith(stems))
        ]

    @property
    def stuck(self) -> list[Finding]:
        """Return the errors that no document can be left out for: in data files, and names in campaigns."""
        data = {*self.content.data_values, *(f.place.file for f in self.findings if f.code == "office-paper")}
        campaigns = {d.file for e in self.content.campaigns for d in e.documents}
        return [
            f for f in self.blocking if f.place.file in data or (f.code == "no-consent" and f.place.file in campaigns)
        ]


@dataclass(frozen=True)
class Built:
    """What a build did: `published` is False where errors forbade it, or where far fewer exemplars would be there.

    `recalled` names the files of bulletins whose older prints hold withdrawn exemplars, with the ids of these.
    `moved` holds the old and the new address of each page that moved.
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


@dataclass(frozen=True)
class Remembered:
    """What earlier readings of a site left: documents and pictures in memory, pictures in a cache."""

    memory: Memory | None = None
    keep: Keep | None = None


_NOTHING = Remembered()


def check_site(
    root: Path,
    today: date,
    wishes: Wishes = _AS_PUBLISHED,
    *,
    remembered: Remembered = _NOTHING,
    output: Path | None = None,
) -> Checked:
    """Read and judge a site as of a day. Raises SetupError where it cannot be judged.

    Without `remembered.keep`, the picture cache of earlier builds is read but never written. `output` is the folder to
    publish into, by default the site's own.
    """
    keep = remembered.keep or cache_of(root).known
    content = read_content(root, HOME, CHECK_FORMS, remembered.memory, keep)
    judgement = judge_entries(content, today)
    wishes = replace(wishes, unprinted=languages_without_font(content.config) if wishes.papers else ())
    site = make_site(content, judgement, wishes)
    late = [
        *collisions(site, content),
        *judge_layouts(content, Folders(root, HOME).print_templates),
        *languages_not_printed(site),
        *unprintable(site, content.sources),
        *_office_papers(root, output or root / "output"),
    ]
    judgement = judgement.with_findings(late)
    if any(f.severity == "error" for f in late):
        site = make_site(content, judgement, wishes)
    return Checked(content, judgement, site)


def whole_site(checked: Checked) -> Site:
    """Return the site that shows every document, whatever keeps it from being published; only the preview shows it."""
    site = checked.site
    whole = make_site(checked.content, checked.judgement, replace(site.wishes, everything=True))
    return replace(whole, published=site)


def build_site(options: Options) -> Built:
    """Check, render and publish. Raises SetupError, Refusal."""
    refuse_source((options.root, HOME), options.output)
    with one_at_a_time(options.output):
        sweep(options.output)
        cache = cache_of(options.root)
        remembered = Remembered(keep=cache.keep)
        checked = check_site(options.root, options.today, options.wishes, remembered=remembered, output=options.output)
        if checked.stuck or (checked.blocking and not options.skip_invalid):
            return Built(checked, published=False)
        shrunk = (
            None if options.shrink else find_shrunk(options.output, checked.content, checked.site, left_out_of(checked))
        )
        if shrunk:
            return Built(checked, published=False, shrunk=shrunk)
        fonts = fonts_of(checked)
        listed = list_files(Folders(options.root, HOME), checked.site, fonts, cache.keep)
        planned = [*listed.files, *listed.search()]
        gone = gone_files(options.output, (p.path for p in planned))
        moved = moved_pages(options.output, ((p.path, p.lang, p.source) for p in planned))
        with staged(options.output) as stage:
            pages = make_files(planned, stage, listed.pool, options.progress)
            if gone:
                config = checked.content.config
                stage.add(gone_list(gone, config.catalogues[config.source_language].tell(_GONE)))
        cache.sweep()
    return replace(_built(checked, planned, pages, fonts, gone), moved=moved)


def left_out_of(checked: Checked) -> tuple[LeftOut, ...]:
    """Return all documents that are left out, those that could not be read among them."""
    return tuple(sorted((*checked.site.left_out, *_unread(checked)), key=lambda left: left.file))


def fonts_of(checked: Checked) -> SystemFonts:
    """Return the fonts of this machine that documents of administration are set in; none without papers."""
    content = checked.content
    return choose_fonts(content.config, content.sources.values()) if checked.site.wishes.papers else SystemFonts()


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


def _office_papers(root: Path, output: Path) -> list[Finding]:
    """Find papers of the Office among the static files of the site and of the project."""
    found = (item for folder in (HOME, root) for item in static_files(folder / "static"))
    files = {f"static/{name}": (path, path.read_bytes()) for name, path in found}
    return list(office_papers(output, files))


def _unread(checked: Checked) -> Iterator[LeftOut]:
    """Name the documents that could not even be read."""
    known = {d.file for e in checked.content.entries for d in e.documents}
    faulty = {f.place.file for f in checked.findings if f.severity == "error"}
    for file in checked.content.files:
        if PurePosixPath(file).suffix == ".md" and file not in known and file in faulty:
            yield LeftOut(file, (UNREAD,))
