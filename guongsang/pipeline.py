"""The stages in order, nothing else: read, judge, model, render, publish.

`check_site` gives what is found; `build_site` goes on to publish, unless an error forbids it. Everything is rendered
before anything is published.
"""

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath

from guongsang.cache import Cache, Keep
from guongsang.commands import command
from guongsang.findings import Finding, Place, SetupError, find, in_order
from guongsang.i18n.messages import Message, say
from guongsang.judge.judgement import Judgement, judge_entries
from guongsang.judge.people.consent import Withheld
from guongsang.model.site import LeftOut, Site, make_site
from guongsang.model.urls import ASSETS
from guongsang.publish.gone import gone_files, gone_list
from guongsang.publish.release import File, PublishError, Staged, one_at_a_time, staged, sweep
from guongsang.publish.sources import office_papers, refuse_source
from guongsang.read.content import Content
from guongsang.read.documents.links import pictures_used
from guongsang.read.site import Memory, read_content
from guongsang.render.html.minify import minify
from guongsang.render.html.page import Page
from guongsang.render.html.templates import make_engine, render_page
from guongsang.render.images import ImageStore, make_anew
from guongsang.render.paper.missing_glyphs import unprintable
from guongsang.render.paper.page_counts import Key, LongBulletin, long_bulletins, page_count
from guongsang.render.paper.papers import Paper, list_papers, print_sheet, unknown_layouts
from guongsang.render.paper.system_fonts import SystemFonts, choose_fonts
from guongsang.render.search.pages import search_pages
from guongsang.render.typst.printers import PaperError, PrinterFailed, TypstPool
from guongsang.render.web.layout import Styles
from guongsang.render.web.pages import list_pages
from guongsang.render.web.redirects import list_redirects
from guongsang.text.file_names import is_litter

HOME = Path(__file__).resolve().parent.parent
"""The project's own folder, whose templates, static files and catalogues a site uses where it has none of its own."""

GC_THRESHOLDS = (10_000, 20, 20)
"""How seldom commands look for cycles: nearly all that they make lives until their end, and going through all of it
again and again takes a tenth of the time of a check."""

_PAINTERS, _PRINTERS, _BINDERS = min(4, os.cpu_count() or 1), min(2, os.cpu_count() or 1), 1
"""Threads that draw pictures, print papers, print books: a printer takes 100 MB, one of books three times as much."""

Progress = Callable[[int, int], None]
"""Is told how many files of how many are made."""


def _in_silence(_: int, __: int) -> None:
    """Tell nothing."""


@dataclass(frozen=True)
class Options:
    """What a build is asked to do."""

    root: Path
    output: Path
    today: date
    drafts: bool = False
    skip_invalid: bool = False
    papers: bool = True
    progress: Progress = _in_silence


@dataclass(frozen=True)
class Checked:
    """A site that was read and judged."""

    content: Content
    judgement: Judgement
    findings: tuple[Finding, ...]

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
        campaigns = {d.file for e in self.content.of("campaign") for d in e.documents}
        return [
            f for f in self.blocking if f.place.file in data or (f.code == "no-consent" and f.place.file in campaigns)
        ]


@dataclass(frozen=True)
class Built:
    """What a build did: `published` is False where errors forbade it.

    `recalled` names the files of bulletins whose older prints hold withdrawn exemplars, with the ids of these.
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


@dataclass(frozen=True)
class Planned:
    """A file of the output that is still to be made: its path below it, how, what it is, its language, its source.

    A book is a paper that takes much memory to print.
    """

    path: str
    make: Callable[[], bytes]
    kind: str
    lang: str | None = None
    source: str | None = None
    is_book: bool = False

    def made(self) -> File:
        """Make the file. Raises SetupError where a template is wrong."""
        return File(self.path, self.make(), self.kind, self.lang, self.source)


def check_site(
    root: Path,
    today: date,
    *,
    drafts: bool = False,
    papers: bool = True,
    memory: Memory | None = None,
    keep: Keep | None = None,
    output: Path | None = None,
) -> Checked:
    """Read and judge a site as of a day. Raises SetupError where it cannot be judged.

    Without a `keep` it makes use of what builds kept of pictures, and writes nothing. `output` is the folder to publish
    into, by default the site's own.
    """
    content = read_content(root, HOME, memory, keep or cache_of(root).known)
    judgement = judge_entries(content, today)
    site = make_site(content, judgement, drafts=drafts, papers=papers)
    consent = judgement.consent
    images = ImageStore(content.pictures, consent.photos, consent.photos_on_paper)
    layouts = unknown_layouts(site, print_templates(root))
    secret = _office_papers(root, output or root / "output")
    found = [*judgement.findings, *_collisions(site), *layouts, *unprintable(site, images), *secret]
    judgement = replace(judgement, findings=tuple(in_order(found)))
    return Checked(content, judgement, judgement.findings)


def cache_of(root: Path) -> Cache:
    """Return the cache in which builds of a site keep what they made."""
    return Cache(root / ".cache" / "made")


def build_site(options: Options) -> Built:
    """Check, render and publish. Raises SetupError, PublishError."""
    refuse_source((options.root, HOME), options.output)
    with one_at_a_time(options.output):
        sweep(options.output)
        cache = cache_of(options.root)
        checked = check_site(
            options.root,
            options.today,
            drafts=options.drafts,
            papers=options.papers,
            keep=cache.keep,
            output=options.output,
        )
        if checked.stuck or (checked.blocking and not options.skip_invalid):
            return Built(checked, published=False)
        site = make_site(checked.content, checked.judgement, drafts=options.drafts, papers=options.papers)
        listed = list_files(options.root, site, checked.judgement.consent, cache.keep)
        planned = [*listed.files, *listed.search()]
        gone = gone_files(options.output, (p.path for p in planned))
        with staged(options.output) as stage:
            pages = _make(planned, stage, listed.pool, options.progress)
            if gone:
                head = site.config.catalogues[site.config.source_language].tell(_GONE)
                stage.add(gone_list(gone, head))
        cache.sweep()
    kinds = Counter(p.kind for p in planned)
    left = (*site.left_out, *_unread(checked))
    return Built(
        checked,
        True,
        len(site.profiles),
        kinds["page"],
        kinds["paper"],
        len(planned),
        tuple(sorted(left, key=lambda o: o.file)),
        tuple((b.entry.source.file, b.recalled) for b in site.bulletins if b.recalled),
        tuple(long_bulletins(site, pages)),
        choose_fonts(site) if options.papers else SystemFonts(),
        gone,
    )


_GONE = say("These files were on the site and are not any more. Delete each of them wherever the site was copied to.")


@dataclass(frozen=True)
class Listed:
    """The files of an output, each still to be made; those of the search are listed last, as that means to index.

    `pool` is what prints the papers among them.
    """

    files: tuple[Planned, ...]
    search: Callable[[], list[Planned]]
    pool: TypstPool


def list_files(root: Path, site: Site, consent: Withheld, keep: Keep = make_anew) -> Listed:
    """List every file of the output; `keep` may give pictures and papers made before."""
    statics = static_assets(root)
    styles = Styles({name: path for name, (path, _) in statics.items()})
    images = ImageStore(site.content.pictures, consent.photos, consent.photos_on_paper, keep)
    pages = list_pages(site, images, styles)
    look = make_engine([root / "templates/web", HOME / "templates/web"], site.config.catalogues)
    sources = _sources(site)

    def page(p: Page) -> Planned:
        return Planned(f"site/{p.url}", partial(render_page, look, p), _kind(p), p.lang, sources.get(p.url))

    def search() -> list[Planned]:
        found, index = search_pages(site, pages, styles)
        parts = [Planned(f"site/{path}", partial(bytes, data), "search") for path, data in index.items()]
        return [*map(page, found), *parts]

    pool = TypstPool({name: path.read_bytes() for name, path in print_templates(root).items()})
    files = (
        *map(page, pages),
        *(Planned(f"site/{path}", partial(bytes, data), "static") for path, data in statics.values()),
        *(Planned(f"site/{path}", make, "picture") for path, make in images.files.items()),
        *_papers(site, images, pool, keep),
    )
    return Listed(files, search, pool)


def _make(planned: Sequence[Planned], stage: Staged, pool: TypstPool, progress: Progress) -> dict[Key, int]:
    """Make files and write each at once, so that none is held in memory; give how many pages each paper has.

    Pictures and papers are made beside the rest, as making them keeps no other thread waiting; books one at a time.
    """
    pages: dict[Key, int] = {}

    def made(p: Planned) -> None:
        file = p.made()
        stage.add(file)
        if p.kind == "paper":
            pages[p.source, p.lang] = page_count(file.data)

    with ExitStack() as stack:
        sizes = {"picture": _PAINTERS, "paper": _PRINTERS, "book": _BINDERS}
        pools = {work: stack.enter_context(ThreadPoolExecutor(size)) for work, size in sizes.items()}
        try:
            beside = [(p, "book" if p.is_book else p.kind) for p in planned]
            drawn = {p.path: pools[work].submit(made, p) for p, work in beside if work in pools}
            for number, file in enumerate(planned, 1):
                if file.path in drawn:
                    drawn[file.path].result()
                else:
                    made(file)
                progress(number, len(planned))
        finally:
            for threads in pools.values():
                threads.shutdown(wait=False, cancel_futures=True)
            pool.stop()
    return pages


def _kind(page: Page) -> str:
    return {".html": "page", ".xml": "feed"}.get(PurePosixPath(page.url).suffix, "text")


def _sources(site: Site) -> dict[str, str]:
    return {
        site.urls.entry(e.kind, e.campaign, e.slug, lang): e.translations[lang].file
        if lang in e.translations
        else e.source.file
        for e in site.entries
        for lang in site.config.languages
    }


def static_assets(root: Path) -> dict[str, tuple[str, bytes]]:
    """Return the files of the look by name, with the path under which each is published: its name and a digest."""
    out: dict[str, tuple[str, bytes]] = {}
    for folder in (HOME / "static", root / "static"):
        for name, path in static_files(folder):
            data = path.read_bytes()
            if folder == HOME / "static":
                data = minify(name, data)
            digest = hashlib.sha256(data).hexdigest()[:12]
            out[name] = (f"{ASSETS}/{PurePosixPath(name).with_suffix('')}-{digest}{path.suffix}", data)
    return out


def static_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of a folder that are published as they are, each with its path below it."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        within = path.relative_to(folder)
        hidden = any(is_litter(part) or part.startswith(".") for part in within.parts)
        if not hidden and path.is_file() and not path.is_symlink():
            yield within.as_posix(), path


def _office_papers(root: Path, output: Path) -> list[Finding]:
    """Find papers of the Office among the static files of the site and of the project."""
    found = (item for folder in (HOME, root) for item in static_files(folder / "static"))
    files = {f"static/{name}": (path, path.read_bytes()) for name, path in found}
    return list(office_papers(output, files))


def print_templates(root: Path) -> dict[str, Path]:
    """Return the print templates by name; a site's own stand in the place of the project's."""
    found = (p for folder in (HOME, root) for p in sorted((folder / "templates/print").glob("*.typ")))
    return {p.name: p for p in found if not is_litter(p.name)}


def _papers(site: Site, images: ImageStore, pool: TypstPool, keep: Keep) -> Iterator[Planned]:
    for paper in list_papers(site, images):
        make = partial(_print, paper, pool, keep)
        yield Planned(paper.path, make, "paper", paper.context.lang, paper.source, is_book=paper.is_book)


def _print(paper: Paper, pool: TypstPool, keep: Keep) -> bytes:
    """Print a paper. Raises SetupError where its template is wrong, PublishError where printing itself fails."""
    try:
        return print_sheet(paper, pool, keep)
    except PaperError as fault:
        raise _cannot_print(paper.source, str(fault)) from fault
    except (PrinterFailed, MemoryError) as fault:
        raise PublishError(_stopped(paper, str(fault))) from fault


def _stopped(paper: Paper, reason: str) -> Message:
    """Return at which paper printing came to an end, and what to do; without a reason its process has just ended."""
    if not reason:
        return say(
            "the printer came to an end at {paper} (from {file}), most likely because memory ran out; nothing was"
            " changed. What was printed before is kept: close other programs and run the command again, or"
            " build without papers",
            paper=paper.path,
            file=paper.source,
        )
    return say(
        "{paper} (from {file}) could not be printed: {reason}; nothing was changed. What was printed before is kept:"
        " run the command again, or build without papers",
        paper=paper.path,
        file=paper.source,
        reason=reason,
    )


def _place_in(reason: str) -> Place | None:
    """Find the line of a print template in what the printer says."""
    found = re.search(r"([\w-]+\.typ):(\d+)", reason)
    return Place(f"templates/print/{found[1]}", int(found[2]), 1, int(found[2]), 1) if found else None


def _cannot_print(file: str, reason: str) -> SetupError:
    return SetupError(
        [
            find(
                "bad-template",
                _place_in(reason) or Place(file),
                say("this paper cannot be printed: {reason}", reason=reason),
                say(
                    "see the print templates; to build the site without papers: {command}",
                    command=command("build", "--no-print"),
                ),
            )
        ]
    )


def _collisions(site: Site) -> list[Finding]:
    """Find documents whose pages would have one address, or addresses that differ only in case."""
    taken: dict[str, str] = {}
    findings = []
    for url, file in _addresses(site):
        other = taken.setdefault(url.casefold(), file)
        if other != file:
            findings.append(
                find(
                    "name-collision",
                    Place(file),
                    say("its page would have the same address as that of {other} ({url})", other=other, url=url),
                    say("rename one of the two"),
                )
            )
    return [*findings, *_taken_addresses(site, taken)]


def _taken_addresses(site: Site, taken: Mapping[str, str]) -> Iterator[Finding]:
    """Find former addresses (`moved_from`) at which a page stands, or to which two documents lay claim."""
    former: dict[str, str] = {}
    for lang in site.config.languages:
        for move in list_redirects(site, lang):
            source = move.entry.source
            other = taken.get(move.old.casefold()) or former.setdefault(move.old.casefold(), source.file)
            if other != source.file:
                yield find(
                    "name-collision",
                    source.source.place(*source.spans.get(("moved_from",), source.fence)),
                    say("the former address {url} is that of {other}", other=other, url=move.old),
                    say("take it out of moved_from here, or rename that file"),
                )


def _addresses(site: Site) -> Iterable[tuple[str, str]]:
    sources = _sources(site)
    languages = site.config.languages
    for lang in languages:
        yield site.urls.home(lang), "site_config.yaml"
    yield from sources.items()


def _unread(checked: Checked) -> Iterable[LeftOut]:
    """Name the documents that could not even be read."""
    known = {d.file for e in checked.content.entries for d in e.documents}
    reason: Message = say("it cannot be read")
    for file in checked.content.files:
        path = PurePosixPath(file)
        if (
            path.suffix == ".md"
            and file not in known
            and any(f.severity == "error" and f.place.file == file for f in checked.findings)
        ):
            yield LeftOut(file, reason)
