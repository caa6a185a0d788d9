"""Pages at former addresses (`moved_from`): each leads on to where its document stands now, without a server's help."""

from collections.abc import Iterator
from dataclasses import replace

from guongsang.i18n.messages import say
from guongsang.model.redirects import list_redirects
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.layout import PageLayout


def redirect_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the pages at former addresses; their frame is that of the present page."""
    site = context.site
    for redirect in list_redirects(site, context.lang):
        document = redirect.document
        urls = {code: site.urls_of[code][document.key] for code in site.config.languages}
        data = {"target": redirect.new, "name": document.word(("title",), context.lang)}
        page = layout.page("moved.html", urls, say("This page has moved"), data, document=document)
        yield replace(page, url=redirect.old)
