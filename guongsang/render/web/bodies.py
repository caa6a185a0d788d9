"""Bodies with their links and pictures turned to paths of the site."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import Entry
from guongsang.read.documents.links import Item, Web, anchors, picture_file, resolve
from guongsang.read.markdown.tree import Element, Node
from guongsang.render.html.body_html import ANCHOR
from guongsang.render.html.page import BodyView
from guongsang.render.views.context import RenderContext


def body_view(context: RenderContext, entry: Entry) -> BodyView:
    """Make the body of an entry in this language, its links and pictures turned to paths from the site's root."""
    body, lang = entry.body(context.lang)
    document = entry.translations[lang] if lang in entry.translations and lang != entry.source.lang else entry.source
    marks = tuple(slug for slug, _ in anchors(entry, document))
    nodes = tuple(_resolved(context, document, body.nodes))
    if lang != entry.source.lang and entry.kind == "exemplar":
        nodes = tuple(_named(nodes, str(entry.get("name")), entry.source.lang))
    return BodyView(nodes, marks, lang)


def _named(nodes: tuple[Node, ...], name: str, lang: str) -> Iterator[Node]:
    """Mark the profile's name in a translated body as being of the source language."""
    for node in nodes:
        if isinstance(node, str):
            for i, part in enumerate(node.split(name)):
                if i:
                    yield Element("span", {"lang": lang}, (name,))
                yield part
        else:
            yield replace(node, children=tuple(_named(node.children, name, lang)))


def _resolved(context: RenderContext, document: Document, nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag == "a":
            yield replace(
                node,
                attrs={"href": _target(context, document, node.attrs.get("href", ""))},
                children=tuple(_resolved(context, document, node.children)),
            )
        elif node.tag == "img":
            yield _image(context, document, node)
        else:
            yield replace(node, children=tuple(_resolved(context, document, node.children)))


def _target(context: RenderContext, document: Document, target: str) -> str:
    match resolve(context.library, document, target):
        case Web(url):
            return url
        case Item(entry, anchor) if context.shown(entry):
            return context.url(entry) + (f"#{ANCHOR}{anchor}" if anchor else "")
    return ""


def _image(context: RenderContext, document: Document, node: Element) -> Element:
    shown = context.images.show(picture_file(document, node.attrs.get("src", "")))
    if shown is None:
        return replace(node, attrs={"alt": node.attrs.get("alt", ""), "src": ""})
    size = {"width": shown.width, "height": shown.height}
    sources = {"srcset": _set(shown.sizes), "webp": _set(shown.modern)}
    return replace(node, attrs={"src": shown.src, "alt": node.attrs.get("alt", ""), **size, **sources})


def _set(sizes: Iterable[tuple[str, str]]) -> str:
    """Write paths with their widths as a `srcset`."""
    return ", ".join(f"{path} {width}" for path, width in sizes)
