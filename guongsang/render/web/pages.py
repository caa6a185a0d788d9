"""Which pages there are, in every language: the front door of rendering for the web.

In comes the site; out come pages as values. What each shows is made in the rooms beside this one: lists, profiles,
campaigns, feeds.
"""

from collections.abc import Iterator

from guongsang.model.profiles import PublicProfile
from guongsang.model.site import Site
from guongsang.render.html.page import LaterPage, Page
from guongsang.render.images import ImageStore
from guongsang.render.views.context import RenderContext
from guongsang.render.web.adoption.pages import adoption_pages
from guongsang.render.web.bulletins import bulletin_pages
from guongsang.render.web.campaign.campaigns import campaign_pages
from guongsang.render.web.closed_years import may_lead_to
from guongsang.render.web.criteria import criteria_pages
from guongsang.render.web.files.feeds import feed_pages, site_files, sitemap
from guongsang.render.web.files.not_found import root_pages
from guongsang.render.web.files.redirects import redirect_pages
from guongsang.render.web.files.server_config import server_files
from guongsang.render.web.free_pages import free_page
from guongsang.render.web.home import home_page
from guongsang.render.web.layout import PageLayout, Styles, make_layout
from guongsang.render.web.lists.by_name import names_pages
from guongsang.render.web.lists.lists import list_pages_of
from guongsang.render.web.lists.topics import topic_pages
from guongsang.render.web.profiles import Neighbours, profile_page, withdrawn_page
from guongsang.render.web.style_guide import components_page


def list_pages(site: Site, images: ImageStore, styles: Styles) -> list[LaterPage]:
    """List all pages of a site."""
    pages: list[LaterPage] = []
    for lang in site.config.languages:
        context = RenderContext(site, images, lang)
        layout = make_layout(site, lang, styles)
        pages += (page if isinstance(page, LaterPage) else made_page(site, page) for page in _language(context, layout))
    layout = make_layout(site, site.config.source_language, styles)
    pages += (made_page(site, page) for page in (*root_pages(site, layout), *site_files(site), *server_files(site)))
    mapped = sitemap(site, pages)
    return [*pages, made_page(site, mapped)] if mapped else pages


def made_page(site: Site, page: Page) -> LaterPage:
    """Return a page that is made already as one of the list of all."""
    original = (
        page.frame is not None and page.url != "404.html" and site.urls.absolute(page.url) == page.frame.canonical
    )
    return LaterPage(page.url, page.lang, lambda: page, original=original)


def _language(context: RenderContext, layout: PageLayout) -> Iterator[Page | LaterPage]:
    site = context.site
    yield home_page(context, layout)
    for profile, neighbours in _with_neighbours(site):
        yield profile_page(context, layout, profile, neighbours)
    yield from (withdrawn_page(context, layout, p) for p in site.withdrawn)
    yield from list_pages_of(context, layout)
    yield from names_pages(context, layout)
    yield from topic_pages(context, layout)
    yield from criteria_pages(context, layout)
    yield from campaign_pages(context, layout)
    yield from adoption_pages(context, layout)
    yield from bulletin_pages(context, layout)
    yield from (free_page(context, layout, entry) for entry in site.pages)
    yield from redirect_pages(context, layout)
    yield from components_page(context, layout)
    yield from feed_pages(context)


def _with_neighbours(site: Site) -> Iterator[tuple[PublicProfile, Neighbours]]:
    """Yield each profile with the next newer and the next older one."""
    profiles = site.profiles
    for i, profile in enumerate(profiles):
        newer = profiles[i - 1] if i and may_lead_to(site, profile, profiles[i - 1]) else None
        yield profile, (newer, profiles[i + 1] if i + 1 < len(profiles) else None)
