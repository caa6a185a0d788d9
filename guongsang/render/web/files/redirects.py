"""Pages at former addresses (`moved_from`): each leads on to where its document stands now, without a server's help."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from guongsang.i18n.messages import Text, say
from guongsang.model.redirects import list_redirects
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.layout import PageLayout


@dataclass(frozen=True)
class MovedView:
    """What a page at a former address shows: where its document is now, and its name."""

    target: str
    name: Text


def redirect_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the pages at former addresses; their frame is that of the present page."""
    site = context.site
    for redirect in list_redirects(site, context.lang):
        document = redirect.document
        urls = {code: site.urls_of[code][document.key] for code in site.config.languages}
        data = MovedView(redirect.new, document.word(("title",), context.lang))
        page = layout.page("moved.html", urls, say("This page has moved"), data, document=document)
        yield replace(page, url=redirect.old)
