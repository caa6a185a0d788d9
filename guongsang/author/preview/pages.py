"""The pages that only the preview has: the list of all documents, and stand-ins for those that cannot be shown.

They are pages as others are, in the frame of the site, but no list of the site knows them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from guongsang.author.explain import use_of_picture
from guongsang.author.preview.backend import DOCUMENTS
from guongsang.author.preview.documents import ContentDocument
from guongsang.i18n.messages import Message, Text, say
from guongsang.model.site import Site
from guongsang.outputs import page_bytes
from guongsang.pipeline.checking import Checked
from guongsang.publish.planned import Planned
from guongsang.read.documents.links import pictures_used
from guongsang.render.html.page import BodyView, Page
from guongsang.render.html.templates import TemplateEngine
from guongsang.render.images import ImageStore
from guongsang.render.views.context import RenderContext
from guongsang.render.web.bodies import body_view
from guongsang.render.web.layout import SECTIONS, PageLayout, Styles, make_layout

_HEADINGS: Mapping[str, Message] = {
    "exemplar": SECTIONS["exemplars"],
    "plan": SECTIONS["plans"],
    "campaign": SECTIONS["campaigns"],
    "review": SECTIONS["reviews"],
    "bulletin": SECTIONS["bulletins"],
    "page": say("Free pages"),
    "": say("files whose name is not understood"),
}
_SECTIONS = {
    "exemplar": "exemplars",
    "plan": "plans",
    "campaign": "campaigns",
    "review": "reviews",
    "bulletin": "bulletins",
}


@dataclass(frozen=True)
class StandInView:
    """What stands in the place of a document: its title, and its text if that can be read."""

    title: Text
    text: BodyView | None


@dataclass(frozen=True)
class FileRow:
    """A file of the content: its title and page, whether it is public, in words too, and why not."""

    title: Text
    file: str
    path: str
    url: str | None
    public: bool
    state: Message | None
    why: str


@dataclass(frozen=True)
class FileGroup:
    """The files of a kind."""

    heading: str
    rows: Sequence[FileRow]


@dataclass(frozen=True)
class DocumentsView:
    """All files of the content, and how many documents are not public."""

    groups: Sequence[FileGroup]
    waiting: int


@dataclass(frozen=True)
class PreviewPages:
    """Makes the pages that only the preview has."""

    root: Path
    checked: Checked
    whole: Site
    styles: Styles
    engine: TemplateEngine

    def stand_ins(self, documents: Iterable[ContentDocument]) -> Iterator[Planned]:
        """Yield the stand-in pages of documents, in every language."""
        layouts = {lang: make_layout(self.whole, lang, self.styles) for lang in self.whole.config.languages}
        images = ImageStore(self.whole.pictures, self.whole.paper_pictures)
        for document in documents:
            for lang, layout in layouts.items() if document.kind else list(layouts.items())[:1]:
                data = StandInView(document.title, self._text(document, RenderContext(self.whole, images, lang)))
                page = layout.page("stand_in.html", document.urls, document.title, data)
                yield self._planned(page, document.file_in(lang))

    def _text(self, document: ContentDocument, context: RenderContext) -> BodyView | None:
        entry = document.entry
        return body_view(context, entry) if entry and not entry.withdrawn else None

    def _planned(self, page: Page, source: str | None) -> Planned:
        return Planned(f"site/{page.url}", partial(page_bytes, self.engine, page, source), "page", page.lang, source)

    def list_of_all(self, documents: Sequence[ContentDocument], lang: str) -> Planned:
        """Return the list of all files of the content in a language; it is drawn up when it is asked for."""
        return Planned(f"site/{DOCUMENTS}", partial(self._list, documents, lang), "page", lang)

    def _list(self, documents: Sequence[ContentDocument], lang: str) -> bytes:
        layout = make_layout(self.whole, lang, self.styles)
        groups = [*self._groups(documents, layout), *self._others(layout)]
        view = DocumentsView(groups, sum(not d.public for d in documents))
        urls = layout.everywhere(lambda _: DOCUMENTS)
        page = layout.page("documents.html", urls, say("All documents of this site"), view)
        return page_bytes(self.engine, page, None)

    def _groups(self, documents: Sequence[ContentDocument], layout: PageLayout) -> Iterator[FileGroup]:
        """Yield the documents of each kind, those that are not public first."""
        for kind, heading in _HEADINGS.items():
            own = sorted((d for d in documents if d.kind == kind), key=lambda d: d.public)
            rows = [self._row(d, file, layout) for d in own for file in d.files]
            if rows:
                yield FileGroup(self._told(heading, layout), rows)

    def _row(self, document: ContentDocument, file: str, layout: PageLayout) -> FileRow:
        lang = next((code for code in document.urls if file.endswith(f".{code}.md")), layout.lang)
        state = say("public") if document.public else say("withdrawn") if document.withdrawn else say("not public yet")
        why = self._told(document.short, layout) if document.short else ""
        return FileRow(document.title, file, str(self.root / file), document.urls[lang], document.public, state, why)

    def _others(self, layout: PageLayout) -> Iterator[FileGroup]:
        """Yield the files that are no documents: what is found in them, or what uses them."""
        content, told = self.checked.content, self._told_of_others()
        files = [f for f in content.files if not f.endswith(".md") or f in content.strays]
        rows = [self._other(file, told.get(file, []), layout) for file in files]
        if rows:
            yield FileGroup(self._told(say("other files"), layout), rows)

    def _told_of_others(self) -> dict[str, list[Message]]:
        """Return by file what is found in it; of a picture in which nothing is, what uses it."""
        content = self.checked.content
        told: dict[str, list[Message]] = {}
        for finding in self.checked.findings:
            if finding.severity != "info":
                told.setdefault(finding.place.file, []).append(finding.message)
        users: dict[str, list[str]] = {picture: [] for picture in content.pictures if picture not in told}
        for entry in content.entries:
            for picture in pictures_used(entry) & users.keys():
                users[picture].append(entry.source.file)
        return told | {file: list(use_of_picture(self.checked, file, names)) for file, names in users.items()}

    def _other(self, file: str, told: Sequence[Message], layout: PageLayout) -> FileRow:
        why = " ".join(self._told(message, layout) for message in told[:3])
        name = Text(file.rpartition("/")[2], layout.lang)
        return FileRow(name, file, str(self.root / file), None, True, None, why)

    def _told(self, message: Message, layout: PageLayout) -> str:
        text = self.engine.catalogues[layout.lang].tell(message)
        return text[:1].upper() + text[1:]


def below_lists(site: Site, documents: Iterable[ContentDocument]) -> dict[str, list[ContentDocument]]:
    """Return by page the documents that are named below its list, because no list of the site knows them."""
    found: dict[str, list[ContentDocument]] = {}
    for document in documents:
        for url in _lists_for(site, document):
            found.setdefault(url, []).append(document)
    return found


def _lists_for(site: Site, document: ContentDocument) -> Iterator[str]:
    """Yield the front page and the lists in which a document would stand."""
    for lang in site.config.languages:
        yield site.urls.home(lang)
        if document.kind in _SECTIONS:
            yield site.urls.index(_SECTIONS[document.kind], lang)
        if document.kind == "exemplar":
            yield site.urls.list_of("years", lang, document.campaign)
