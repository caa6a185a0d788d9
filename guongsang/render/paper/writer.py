"""The words and pictures of a paper: what stands in its language, what is marked as another, what may be shown.

Every sheet is made through a `SheetWriter`, so a text in another language cannot lose its mark and a picture cannot be
named without being handed over. Bodies become the nodes that the print templates set.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from guongsang.i18n.messages import Catalogue, Language, Message, Text, say
from guongsang.model.documents import PublicDocument
from guongsang.model.profiles import PublicProfile
from guongsang.read.documents.links import Item, Web, picture_file, resolve
from guongsang.read.documents.texts import LocalText
from guongsang.read.markdown.tree import Node
from guongsang.render.typst.fonts import missing_letters
from guongsang.render.typst.sheet import SheetValue
from guongsang.render.views.context import RenderContext

_DIGITS = 9
"""How many digits the number of a list may have, in Markdown too; Typst cannot count from more."""


@dataclass
class SheetWriter:
    """Sets texts of one language and gathers the pictures of one paper; `families` are fonts of the machine for it."""

    context: RenderContext
    catalogue: Catalogue
    pictures: dict[str, bytes] = field(default_factory=dict)
    families: tuple[str, ...] = ()

    def say(self, message: Message) -> str:
        """Write a message in the paper's language."""
        return self.catalogue.tell(message)

    def text(self, text: Text | None) -> SheetValue:
        """Return a text, with its language where that is not the paper's."""
        if text is None or not text.value:
            return None
        return text.value if text.lang == self.context.lang else {"text": text.value, "lang": text.lang}

    def runs(self, *parts: Message | Text | str) -> SheetValue:
        """Return a sentence of several parts; what is in another language, inside them too, is marked."""
        out: list[SheetValue] = []
        for run in (run for part in parts for run in self._runs(part)):
            if out and isinstance(run, str) and isinstance(out[-1], str):
                out[-1] += run
            elif run:
                out.append(run)
        return out[0] if len(out) == 1 else out

    def _runs(self, part: object) -> Iterator[SheetValue]:
        match part:
            case Message():
                for inner in self.catalogue.parts(part):
                    yield from self._runs(inner)
            case Text():
                yield self.text(part)
            case _:
                yield self.catalogue.form(part)

    def body(self, text: LocalText) -> list[SheetValue]:
        """Turn a body to the paper's nodes: links to full addresses or none, pictures to those that are handed over."""
        return self._nodes(text, text.body.nodes)

    def _nodes(self, text: LocalText, nodes: tuple[Node, ...]) -> list[SheetValue]:
        return [self._node(text, n) for n in nodes]

    def _node(self, text: LocalText, node: Node) -> SheetValue:
        if isinstance(node, str):
            return node
        attrs: dict[str, SheetValue] = dict(node.attrs)
        if node.tag == "a":
            attrs = {"href": self._target(text, node.attrs.get("href", ""))}
        elif node.tag == "img":
            drawn = self.context.images.paper(picture_file(text, node.attrs.get("src", "")))
            if drawn is None:
                return node.attrs.get("alt", "")
            self.pictures[drawn[0]] = drawn[1]
            attrs = {"src": drawn[0], "alt": node.attrs.get("alt", "")}
        elif node.tag == "ol" and "start" in attrs:
            attrs["start"] = int(node.attrs["start"]) if len(node.attrs["start"]) <= _DIGITS else 1
        elif node.tag == "li" and "mark" in attrs:
            attrs["mark"] = self._mark(node.attrs["mark"])
        return {"tag": node.tag, **attrs, "children": self._nodes(text, node.children)}

    def _mark(self, mark: str) -> str:
        """Return the mark of an item as fonts can draw it: 1. for ①, a dash for a sign that says no more than that."""
        plain = unicodedata.normalize("NFKC", mark)
        for drawn in (mark, f"{plain}." if plain.isalnum() else plain):
            if not missing_letters(drawn, self.context.site.config.fonts):
                return drawn
        return "–"

    def _target(self, text: LocalText, target: str) -> str | None:
        match resolve(self.context.site.library, text, target):
            case Web(url):
                return url
            case Item(item, _) if page := self.context.url_of_target(item):
                return self.context.site.urls.absolute(page)
        return None

    def notice(self, document: PublicDocument) -> str | None:
        """Return a message that a text is not, or not freshly, translated."""
        language = Language(document.texts.source.lang)
        message = {
            "none": say("Not translated yet; shown in {language}.", language=language),
            "draft": say("This translation is a draft; the original is in {language}.", language=language),
            "stale": say("This translation is older than the original in {language}.", language=language),
        }.get(document.texts.state(self.context.lang))
        return self.say(message) if message else None

    def told_in(self, message: Message, lang: str) -> str:
        """Write a message in another language of the site, English where it has no words for it."""
        return self.context.site.config.catalogues.get(lang, Catalogue(lang)).tell(message)

    def photo(self, profile: PublicProfile, room: tuple[float, float]) -> dict[str, SheetValue]:
        """Hand over the photo of a profile, if it may be shown, sharp enough for a room in millimetres."""
        drawn = self.context.images.paper_cover(profile.photo, room) if profile.photo else None
        if drawn is None:
            return {"photo": None, "photo_alt": None}
        self.pictures[drawn[0]] = drawn[1]
        return {"photo": drawn[0], "photo_alt": profile.word(("photo_alt",), self.context.lang).value}
