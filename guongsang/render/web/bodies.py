"""Bodies with their links and pictures turned to paths of the site."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guongsang.model.documents import PublicDocument
from guongsang.read.documents.links import Item, Web, picture_file, resolve, shared_anchors
from guongsang.read.documents.texts import LocalText
from guongsang.read.markdown.tree import Element, Node
from guongsang.render.html.body_html import ANCHOR
from guongsang.render.html.page import BodyView
from guongsang.render.views.context import RenderContext


def body_view(context: RenderContext, document: PublicDocument) -> BodyView:
    """Make the body of a document in this language, its links and pictures turned to paths from the site's root."""
    texts = document.texts
    text = texts.body(context.lang)
    nodes = tuple(_resolved(context, text, text.body.nodes))
    if text.lang != texts.source.lang and texts.name:
        nodes = tuple(_named(nodes, texts.name, texts.source.lang))
    return BodyView(nodes, shared_anchors(texts, text), text.lang)


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


def _resolved(context: RenderContext, text: LocalText, nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag == "a":
            yield replace(
                node,
                attrs={"href": _target(context, text, node.attrs.get("href", ""))},
                children=tuple(_resolved(context, text, node.children)),
            )
        elif node.tag == "img":
            yield _image(context, text, node)
        else:
            yield replace(node, children=tuple(_resolved(context, text, node.children)))


def _target(context: RenderContext, text: LocalText, target: str) -> str:
    match resolve(context.site.library, text, target):
        case Web(url):
            return url
        case Item(item, anchor) if page := context.url_of_target(item):
            return page + (f"#{ANCHOR}{anchor}" if anchor else "")
    return ""


def _image(context: RenderContext, text: LocalText, node: Element) -> Element:
    shown = context.images.web(picture_file(text, node.attrs.get("src", "")))
    if shown is None:
        return replace(node, attrs={"alt": node.attrs.get("alt", ""), "src": ""})
    size = {"width": shown.width, "height": shown.height}
    sources = {"srcset": _set(shown.sizes), "webp": _set(shown.modern)}
    return replace(node, attrs={"src": shown.src, "alt": node.attrs.get("alt", ""), **size, **sources})


def _set(sizes: Iterable[tuple[str, str]]) -> str:
    """Write paths with their widths as a `srcset`."""
    return ", ".join(f"{path} {width}" for path, width in sizes)
