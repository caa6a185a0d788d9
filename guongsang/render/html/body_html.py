"""A body as HTML, sanitised (the only nh3)."""

import re
from collections.abc import Mapping
from typing import Protocol

import nh3
from markupsafe import Markup, escape

from guongsang.i18n.messages import Message, say
from guongsang.read.markdown.tree import Element, Node
from guongsang.render.html.page import BodyView


class OnPage(Protocol):
    """The page that a body stands on."""

    def link(self, url: str) -> str:
        """Return the way to another page."""

    def tell(self, message: Message) -> str:
        """Return a message as plain text."""

    def language_attributes(self, lang: str) -> Mapping[str, str]:
        """Return the attributes of what is in a language."""


ANCHOR = "h-"
"""What anchors of headings begin with, so that no heading can take an id of the page's own."""


_KEPT = {
    "a": {"href"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading"},
    "source": {"type", "srcset", "sizes"},
    "ol": {"start", "class"},
    "th": {"class", "scope"},
    "td": {"class"},
    "sup": {"id", "class"},
    "li": {"id", "data-mark"},
    "span": {"lang", "dir"},
    "div": {"class", "role", "tabindex", "aria-label"},
    **{f"h{n}": {"id"} for n in range(2, 7)},
}


_TAGS = {*_KEPT, *"picture p ul blockquote pre code strong em del br hr table thead tbody tr".split()}


def write_body(page: OnPage, view: BodyView, prefix: str = "") -> Markup:
    """Write a body as HTML; `prefix` keeps the anchors of two bodies on one page apart."""
    writer = _Writer(page, view, prefix)
    html = writer.nodes(view.body.nodes) + writer.notes()
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_KEPT,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        generic_attribute_prefixes=set(),
    )
    return Markup(clean)


_TEXT_WIDTH = "(min-width: 42rem) 40rem, 100vw"


def attributes_of(attrs: Mapping[str, str]) -> str:
    """Return attributes as HTML, each with a blank before it."""
    return "".join(f' {name}="{escape(value)}"' for name, value in attrs.items())


class _Writer:
    """Writes the nodes of one body and gathers its footnotes."""

    def __init__(self, page: OnPage, view: BodyView, prefix: str) -> None:
        self.page = page
        self.view = view
        self.prefix = prefix
        self.anchors = iter(view.anchors)
        self.footnotes: list[tuple[Node, ...]] = []

    def nodes(self, nodes: tuple[Node, ...]) -> str:
        """Return the HTML of several nodes; text is escaped."""
        return "".join(self.text(n) if isinstance(n, str) else self.element(n) for n in nodes)

    def text(self, text: str) -> str:
        """Return a text, with the name in it marked if that is in another language."""
        name = self.view.name
        if name is None or name.value not in text:
            return str(escape(text))
        marked = f"<span{self.attributes(Element('span', {'lang': name.lang}))}>{escape(name.value)}</span>"
        return marked.join(str(escape(part)) for part in text.split(name.value))

    def element(self, node: Element) -> str:
        """Return the HTML of one element and all that is in it."""
        if node.tag == "note":
            return self.note(node)
        if node.tag in ("br", "hr"):
            return f"<{node.tag}>"
        if node.tag == "img":
            return self.image(node)
        inner = self.nodes(node.children)
        if node.tag == "a" and not self.view.targets.get(node.attrs.get("href", "")):
            return inner
        if node.tag == "table":
            label = escape(self.page.tell(say("Table")))
            return f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"><table>{inner}</table></div>'
        return f"<{node.tag}{self.attributes(node)}>{inner}</{node.tag}>"

    def attributes(self, node: Element) -> str:
        """Return the attributes of an element that its tag may have, each with a blank before it."""
        attrs: dict[str, str] = {}
        if node.tag == "a":
            attrs["href"] = self.page.link(self.view.targets[node.attrs["href"]])
        elif node.tag == "span" and node.attrs.get("lang"):
            attrs |= self.page.language_attributes(node.attrs["lang"])
        elif re.fullmatch(r"h[2-6]", node.tag):
            attrs["id"] = ANCHOR + next(self.anchors, "")
        elif node.tag == "li":
            attrs["data-mark"] = node.attrs.get("mark", "")
        elif node.tag == "ol" and node.attrs.get("start"):
            attrs["start"] = node.attrs["start"]
        elif node.tag in ("th", "td"):
            if node.attrs.get("align") in ("right", "center"):
                attrs["class"] = "n" if node.attrs["align"] == "right" else "c"
            if node.tag == "th":
                attrs["scope"] = "col"
        return "".join(f' {k}="{escape(v)}"' for k, v in attrs.items() if v)

    def image(self, node: Element) -> str:
        """Return a picture in all its sizes and forms; its description where there is no file."""
        alt = node.attrs.get("alt", "")
        picture = self.view.pictures.get(node.attrs.get("src", ""))
        if picture is None:
            return str(escape(alt))
        attrs = {**picture, "src": self.page.link(picture["src"]), "alt": alt, "loading": "lazy"}
        attrs |= {"srcset": self.sources(picture["srcset"]), "sizes": _TEXT_WIDTH}
        modern = {"type": "image/webp", "srcset": self.sources(picture["webp"]), "sizes": _TEXT_WIDTH}
        shown = {k: attrs[k] for k in ("src", "srcset", "sizes", "alt", "width", "height", "loading")}
        return f"<picture><source{attributes_of(modern)}><img{attributes_of(shown)}></picture>"

    def sources(self, given: str) -> str:
        """Bring the paths of a set of sources to the page."""
        pairs = (part.split(" ") for part in given.split(", "))
        return ", ".join(f"{self.page.link(path)} {width}" for path, width in pairs)

    def note(self, node: Element) -> str:
        """Return the mark of a footnote, whose text is kept for the end."""
        self.footnotes.append(node.children)
        n = len(self.footnotes)
        return f'<sup class="note-mark" id="{self.prefix}m{n}"><a href="#{self.prefix}n{n}">{n}</a></sup>'

    def notes(self) -> str:
        """Return the list of footnotes; a note inside a note is one more at its end."""
        if not self.footnotes:
            return ""
        rows, done = [], 0
        while done < len(self.footnotes):
            n = done + 1
            rows.append(
                f'<li id="{self.prefix}n{n}">{self.nodes(self.footnotes[done])} <a href="#{self.prefix}m{n}">↩</a></li>'
            )
            done += 1
        return f'<hr><ol class="notes">{"".join(rows)}</ol>'
