"""Bodies, with the addresses of what they link to and show."""

from collections.abc import Iterable, Mapping

from guongsang.i18n.messages import Text
from guongsang.model.documents import PublicDocument
from guongsang.read.documents.links import Item, Web, picture_file, resolve
from guongsang.read.documents.texts import LocalText, shared_anchors
from guongsang.render.html.body_html import ANCHOR
from guongsang.render.html.page import BodyView
from guongsang.render.views.context import RenderContext


def body_view(context: RenderContext, document: PublicDocument) -> BodyView:
    """Make the body of a document in this language, with paths from the site's root for its links and pictures."""
    texts = document.texts
    text = texts.body(context.lang)
    translated = text.lang != texts.source.lang and texts.name
    pictures = {image.to: attrs for image in text.body.images if (attrs := _picture(context, text, image.to))}
    return BodyView(
        body=text.body,
        anchors=shared_anchors(texts, text),
        lang=text.lang,
        targets={link.to: _target(context, text, link.to) for link in text.body.links},
        pictures=pictures,
        name=Text(texts.name, texts.source.lang) if translated else None,
    )


def pictures_of(context: RenderContext, document: PublicDocument) -> list[str]:
    """Return the files of the pictures that the body of a document names in this language."""
    text = document.texts.body(context.lang)
    return [picture_file(text, image.to) for image in text.body.images]


def _target(context: RenderContext, text: LocalText, target: str) -> str:
    match resolve(context.site.library, text, target):
        case Web(url):
            return url
        case Item(item, anchor) if page := context.url_of_target(item):
            return page + (f"#{ANCHOR}{anchor}" if anchor else "")
    return ""


def _picture(context: RenderContext, text: LocalText, target: str) -> Mapping[str, str] | None:
    """Return the attributes of a picture; None where there is none that may be shown."""
    shown = context.images.web(picture_file(text, target))
    if shown is None:
        return None
    size = {"width": shown.width, "height": shown.height}
    return {"src": shown.src, **size, "srcset": _set(shown.sizes), "webp": _set(shown.modern)}


def _set(sizes: Iterable[tuple[str, str]]) -> str:
    """Write paths with their widths as a `srcset`."""
    return ", ".join(f"{path} {width}" for path, width in sizes)
