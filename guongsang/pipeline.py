"""The stages in order, nothing else: read, judge, model, render, publish.

`check_site` gives what is found; `build_site` goes on to publish, unless an error forbids it. Everything is rendered
before anything is written.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from guongsang.findings import Finding, Place, SetupError, find, in_order
from guongsang.i18n import Catalogue, Message, say
from guongsang.judge import Judgement, judge_entries
from guongsang.judge.links import pictures_used
from guongsang.judge.privacy import Consent
from guongsang.model.site import LeftOut, Site, make_site
from guongsang.model.urls import ASSETS
from guongsang.publish.release import File, one_at_a_time, publish, refuse_source, sweep
from guongsang.read.config import CONFIG_FILE, UNITS_FILE
from guongsang.read.content import read_content
from guongsang.read.entries import Content
from guongsang.render.frame import Styles
from guongsang.render.html import Page, make_look, render_page
from guongsang.render.images import Gallery
from guongsang.render.pages import list_pages, pdf_url
from guongsang.render.paper import PaperError, print_paper
from guongsang.render.scripts import slim
from guongsang.render.search import search_pages
from guongsang.render.sheets import Printer, unprintable
from guongsang.render.views import make_studio

HOME = Path(__file__).resolve().parent.parent
"""The project's own folder, whose templates, static files and catalogues a site uses where it has none of its own."""


@dataclass(frozen=True)
class Options:
    """What a build is asked to do."""

    root: Path
    output: Path
    today: date
    drafts: bool = False
    skip_invalid: bool = False
    papers: bool = True


@dataclass(frozen=True)
class Checked:
    """A site that was read and judged."""

    content: Content
    judgement: Judgement
    findings: tuple[Finding, ...]

    @property
    def blocking(self) -> list[Finding]:
        """Give the errors that forbid publishing: all but those in drafts and in pictures that only drafts use."""
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
        """Give the errors that cannot be left out with their document, because they stand in a data file."""
        data = {CONFIG_FILE, UNITS_FILE, *(c.file for c in self.content.criteria.values())}
        return [f for f in self.blocking if f.place.file in data]


@dataclass(frozen=True)
class Built:
    """What a build did: `published` is False where errors forbade it."""

    checked: Checked
    published: bool
    exemplars: int = 0
    pages: int = 0
    papers: int = 0
    files: int = 0
    left_out: tuple[LeftOut, ...] = ()


def check_site(root: Path, today: date, *, drafts: bool = False, papers: bool = True) -> Checked:
    """Read and judge a site as of a day. Raises SetupError where it cannot be judged."""
    content = read_content(root, HOME)
    judgement = judge_entries(content, today)
    site = make_site(content, judgement, drafts=drafts, papers=papers)
    found = [*judgement.findings, *_collisions(site), *unprintable(site)]
    judgement = replace(judgement, findings=tuple(in_order(found)))
    return Checked(content, judgement, judgement.findings)


def build_site(options: Options) -> Built:
    """Check, render and publish. Raises SetupError, PublishError."""
    refuse_source(options.root, options.output)
    with one_at_a_time(options.output):
        sweep(options.output)
        checked = check_site(options.root, options.today, drafts=options.drafts, papers=options.papers)
        if checked.stuck or (checked.blocking and not options.skip_invalid):
            return Built(checked, published=False)
        site = make_site(checked.content, checked.judgement, drafts=options.drafts, papers=options.papers)
        files, papers = _render(options, site, checked.judgement.consent)
        publish(options.output, files)
    pages = sum(f.kind == "page" for f in files)
    left = (*site.left_out, *_unread(checked))
    return Built(
        checked, True, len(site.profiles), pages, papers, len(files), tuple(sorted(left, key=lambda o: o.file))
    )


def _render(options: Options, site: Site, consent: Consent) -> tuple[list[File], int]:
    """Render every file of the output; give them and the number of papers."""
    statics = _statics(options.root)
    styles = Styles({name: path for name, (path, _) in statics.items()})
    gallery = Gallery(site.content.pictures, consent.photos, consent.photos_on_paper)
    pages = list_pages(site, gallery, styles)
    found, index = search_pages(site, pages, styles)
    pages += found
    look = make_look([options.root / "templates/web", HOME / "templates/web"], site.config.catalogues)
    sources = _sources(site)
    files = [File(f"site/{p.url}", render_page(look, p), _kind(p), p.lang, sources.get(p.url)) for p in pages]
    papers = list(_papers(options, site, gallery))
    files += [File(f"site/{path}", data, "static") for path, data in statics.values()]
    files += [File(f"site/{path}", data, "search") for path, data in index.items()]
    files += [File(f"site/{path}", data, "picture") for path, data in gallery.files.items()]
    return [*files, *papers], len(papers)


def _kind(page: Page) -> str:
    return {".html": "page", ".xml": "feed"}.get(PurePosixPath(page.url).suffix, "text")


def _sources(site: Site) -> dict[str, str]:
    entries = [
        *(p.entry for p in (*site.profiles, *site.withdrawn)),
        *site.plans,
        *site.campaigns,
        *site.reviews,
        *(b.entry for b in site.bulletins),
        *site.pages,
    ]
    return {
        site.urls.entry(e.kind, e.campaign, e.slug, lang): e.translations[lang].file
        if lang in e.translations
        else e.source.file
        for e in entries
        for lang in site.config.languages
    }


def _statics(root: Path) -> dict[str, tuple[str, bytes]]:
    """Give the files of the look by name, with the path under which each is published: its name and a digest."""
    out: dict[str, tuple[str, bytes]] = {}
    for folder in (HOME / "static", root / "static"):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
                name = path.relative_to(folder).as_posix()
                data = path.read_bytes()
                if folder == HOME / "static" and path.suffix == ".js":
                    data = slim(data)
                digest = hashlib.sha256(data).hexdigest()[:12]
                out[name] = (f"{ASSETS}/{PurePosixPath(name).with_suffix('')}-{digest}{path.suffix}", data)
    return out


def _papers(options: Options, site: Site, gallery: Gallery) -> Iterable[File]:
    templates = {
        p.name: p.read_bytes() for f in (HOME, options.root) for p in sorted((f / "templates/print").glob("*.typ"))
    }
    for lang in site.config.languages:
        studio = make_studio(site, gallery, lang)
        for bulletin in site.bulletins:
            pdf_path = pdf_url(studio, bulletin)
            if pdf_path is None:
                continue
            printer = Printer(studio, site.config.catalogues.get(lang, Catalogue(lang)))
            entry = bulletin.entry
            sheet = printer.sheet(bulletin)
            try:
                pdf = print_paper(
                    entry.get("layout") or "newsletter", sheet, printer.pictures, templates, entry.get("date")
                )
            except PaperError as fault:
                raise _cannot_print(entry.source.file, str(fault)) from fault
            yield File(f"site/{pdf_path}", pdf, "paper", lang, entry.source.file)


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
                say("this bulletin cannot be printed: {reason}", reason=reason),
                say("see the print templates; with --no-print the site is built without papers"),
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
    return findings


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
