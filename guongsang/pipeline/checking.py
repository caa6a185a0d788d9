"""Reads and judges a site: what is found in it, and the site that would be published."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath

from guongsang import HOME
from guongsang.cache import Keep, cache_of
from guongsang.findings import Finding
from guongsang.folders import Folders
from guongsang.judge.criteria.kinds import CHECK_FORMS
from guongsang.judge.judgement import Judgement, judge_entries
from guongsang.judge.references.layouts import judge_layouts
from guongsang.model.addresses import collisions, root_collisions
from guongsang.model.assembly import make_site
from guongsang.model.publication import UNREAD, LeftOut
from guongsang.model.site import Site, Wishes
from guongsang.publish.sources import office_papers
from guongsang.read.content import Content
from guongsang.read.documents.links import pictures_used
from guongsang.read.site import read_content
from guongsang.records import Records, records_of
from guongsang.render.paper.missing_glyphs import languages_not_printed, unprintable
from guongsang.render.typst.fonts import languages_without_font
from guongsang.render.web.files.assets import root_paths, static_files
from guongsang.timings import Timings
from guongsang.workers import processes

_AS_PUBLISHED = Wishes()


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
        """Return the errors that no document can be left out for: in data and static files, and names in campaigns."""
        data = {*self.content.data_values, *(f.place.file for f in self.findings if f.place.file.startswith("static/"))}
        campaigns = {d.file for e in self.content.campaigns for d in e.documents}
        return [
            f for f in self.blocking if f.place.file in data or (f.code == "no-consent" and f.place.file in campaigns)
        ]


@dataclass(frozen=True)
class Remembered:
    """What earlier runs left: what stages made, in records, and pictures in a cache; and how long stages take."""

    records: Records | None = None
    keep: Keep | None = None
    timings: Timings = field(default_factory=Timings)


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

    Where nothing is named, records and cache of the site are used. `output` is the folder to publish into, by default
    the site's own.
    """
    if remembered.records is None:
        with records_of(root, processes()) as records:
            with_records = replace(remembered, records=records)
            return check_site(root, today, wishes, remembered=with_records, output=output)
    keep = remembered.keep or cache_of(root).keep
    with remembered.timings.of("read"):
        content = read_content(root, HOME, CHECK_FORMS, remembered.records, keep)
    with remembered.timings.of("judge"):
        judgement = judge_entries(content, today)
    with remembered.timings.of("model"):
        wishes = replace(wishes, unprinted=languages_without_font(content.config) if wishes.papers else ())
        site = make_site(content, judgement, wishes)
        late = [
            *collisions(site, content),
            *root_collisions(site, ((at, f"static/{name}") for at, name in root_paths(root / "static").items())),
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


def left_out_of(checked: Checked) -> tuple[LeftOut, ...]:
    """Return all documents that are left out, those that could not be read among them."""
    return tuple(sorted((*checked.site.left_out, *_unread(checked)), key=lambda left: left.file))


def _unread(checked: Checked) -> Iterator[LeftOut]:
    """Name the documents that could not even be read."""
    known = {d.file for e in checked.content.entries for d in e.documents}
    faulty = {f.place.file for f in checked.findings if f.severity == "error"}
    for file in checked.content.files:
        if PurePosixPath(file).suffix == ".md" and file not in known and file in faulty:
            yield LeftOut(file, (UNREAD,))


def _office_papers(root: Path, output: Path) -> list[Finding]:
    """Find papers of the Office among the static files of the site and of the project."""
    found = (item for folder in (HOME, root) for item in static_files(folder / "static"))
    files = {f"static/{name}": (path, path.read_bytes()) for name, path in found}
    return list(office_papers(output, files))
