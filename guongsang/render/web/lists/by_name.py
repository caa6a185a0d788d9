"""The list of exemplars by name: persons by given name, as Vietnamese lists have it, teams and models by their own.

Order and letters follow the Vietnamese alphabet (Đ behind D, Ă and Â behind A), whatever the language of the page, so
that a name stands at the same place in each. Who has no consent to the name is not in this list.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from guongsang.i18n.messages import Text, say
from guongsang.model.profiles import PublicProfile
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.layout import BY_NAME, SECTIONS, PageLayout
from guongsang.render.web.lists.listing import Listing, listing_pages, url_of_list

PER_PAGE = 240


def names_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the list by name of a language, 240 names a page."""
    site = context.site
    named = sorted((p for p in site.profiles if p.name), key=attrgetter("place_by_name"))
    index = site.urls.index("exemplars", context.lang)
    listing = Listing(
        title=say("Exemplars by name"),
        profiles=named,
        url=url_of_list(site, "exemplars", BY_NAME),
        template="names.html",
        crumbs=[(SECTIONS["exemplars"], index)],
        per_page=PER_PAGE,
        show=lambda shown: {
            "groups": [_group(context, letter, rows) for letter, rows in groupby(shown, attrgetter("letter"))]
        },
    )
    yield from listing_pages(context, layout, listing)


def _group(context: RenderContext, letter: str, rows: Iterator[PublicProfile]) -> dict[str, object]:
    lang = context.lang
    return {
        "letter": Text(letter, lang),
        "rows": [
            {
                "name": p.name,
                "title": p.word(("title",), lang),
                "unit": p.unit.name.told(lang),
                "year": p.campaign,
                "url": context.url(p),
            }
            for p in rows
        ],
    }
