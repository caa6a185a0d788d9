"""Free pages: a title and a text."""

from dataclasses import dataclass

from guongsang.i18n.messages import Text
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.documents import FreePage
from guongsang.render.html.page import BodyView, Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.bodies import body_view
from guongsang.render.web.cards import Notice, notices
from guongsang.render.web.layout import PageLayout


@dataclass(frozen=True)
class FreePageView:
    """What a free page shows."""

    title: Text
    notices: list[Notice]
    text: BodyView


def free_page(context: RenderContext, layout: PageLayout, entry: Entry[FreePage]) -> Page:
    """Make a free page."""
    title = entry.word(("title",), context.lang)
    data = FreePageView(title, notices(context, entry), body_view(context, entry))
    urls = layout.everywhere(lambda code: context.site.urls.page(code, entry.slug))
    return layout.page("page.html", urls, title, data, section=f"page:{entry.slug}", document=entry)
