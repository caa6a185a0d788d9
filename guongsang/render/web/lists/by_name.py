"""The list of exemplars by name: persons by given name, as Vietnamese lists have it, teams and models by their own.

Order and letters follow the Vietnamese alphabet (Đ behind D, Ă and Â behind A), whatever the language of the page, so
that a name stands at the same place in each. Who has no consent to the name is not in this list.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from guongsang.i18n.messages import Text, say
from guongsang.model.profiles import Profile
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext, name_of
from guongsang.render.web.layout import BY_NAME, SECTIONS, PageLayout
from guongsang.render.web.lists.listing import paged

PER_PAGE = 240


def names_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the list by name of a language, 240 names a page."""
    site = context.site
    named = sorted((p for p in site.profiles if p.names_on_site), key=attrgetter("place_by_name"))
    index = site.urls.index("exemplars", context.lang)
    yield from paged(
        context,
        layout,
        "names.html",
        named,
        lambda code, n: site.urls.list_of("exemplars", code, BY_NAME, n),
        say("Exemplars by name"),
        {},
        per_page=PER_PAGE,
        show=lambda shown: {
            "groups": [_group(context, letter, rows) for letter, rows in groupby(shown, attrgetter("letter"))]
        },
        crumbs=[(SECTIONS["exemplars"], index)],
        section="exemplars",
    )


def _group(context: RenderContext, letter: str, rows: Iterator[Profile]) -> dict[str, Any]:
    lang = context.lang
    return {
        "letter": Text(letter, lang),
        "rows": [
            {
                "name": name_of(p),
                "title": p.entry.word(("title",), lang),
                "unit": p.unit.name.told(lang),
                "year": p.entry.campaign,
                "url": context.url(p.entry),
            }
            for p in rows
        ],
    }
