"""The list of people by given name, as Vietnamese lists have it: every name that may be shown, letter by letter.

It is one of the ways in that need no script. Teams and models are not in it; the other lists have them.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from guongsang.i18n import Text, say
from guongsang.model.site import Profile
from guongsang.model.urls import Urls
from guongsang.render.frame import SECTIONS, Framer, Pager
from guongsang.render.html import Page
from guongsang.render.views import Studio, name_of
from guongsang.vietnamese import initial, name_sort_key

PER_PAGE = 240


def people_url(urls: Urls, lang: str, page: int = 1) -> str:
    """Give the address of the list, or of one of its further pages."""
    return urls.list_of("exemplars", lang, "a-z", page)


def people_pages(studio: Studio, framer: Framer) -> Iterator[Page]:
    """Make the list, as many pages as it needs and at least one; letters lead to the page on which they begin."""
    urls, lang = studio.site.urls, studio.lang
    named = [(name, p) for p in studio.site.profiles if p.category.subject == "individual" and (name := name_of(p))]
    named.sort(key=lambda row: (name_sort_key(row[0].value), row[1].id))
    count = max(1, -(-len(named) // PER_PAGE))
    begins: dict[str, int] = {}
    for i, (name, _) in enumerate(named):
        begins.setdefault(initial(name.value), i // PER_PAGE + 1)
    letters = [(letter, f"{people_url(urls, lang, n)}#{_mark(letter)}") for letter, n in begins.items()]
    title = say("People, A to Z")
    for number in range(1, count + 1):
        shown = named[(number - 1) * PER_PAGE : number * PER_PAGE]
        groups = [
            {"letter": letter, "mark": _mark(letter), "rows": [_row(studio, name, p) for name, p in rows]}
            for letter, rows in groupby(shown, lambda row: initial(row[0].value))
        ]
        links = tuple((str(n), people_url(urls, lang, n), n == number) for n in range(1, count + 1))
        pager = Pager(
            number,
            links if count > 1 else (),
            people_url(urls, lang, number - 1) if number > 1 else None,
            people_url(urls, lang, number + 1) if number < count else None,
            count,
        )
        yield framer.page(
            "people.html",
            framer.everywhere(lambda code, n: people_url(urls, code, n), number),
            say("{title}, page {n}", title=title, n=number) if number > 1 else title,
            {"heading": title, "letters": letters, "groups": groups, "pager": pager},
            crumbs=[(SECTIONS["exemplars"], urls.index("exemplars", lang))],
            section="exemplars",
        )


def _mark(letter: str) -> str:
    """Give the id of a letter's heading."""
    return f"letter-{ord(letter[:1] or '-'):x}"


def _row(studio: Studio, name: Text, profile: Profile) -> dict[str, Any]:
    return {
        "name": name,
        "url": studio.url(profile.entry),
        "unit": profile.unit.name.told(studio.lang),
        "year": profile.entry.campaign,
    }
