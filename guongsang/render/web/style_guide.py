"""The page that shows every part of the look at once, for those who change it; it exists only in builds with drafts.

It is made of the site's own exemplars, so a part is seen with the words that it will hold.
"""

from collections.abc import Iterator

from guongsang.i18n.messages import Message, Text, say
from guongsang.render.html.page import Page
from guongsang.render.views.context import Studio
from guongsang.render.views.measures import dimensions
from guongsang.render.web.bodies import body_view
from guongsang.render.web.cards import Notice, Window, card, notices, stages
from guongsang.render.web.layout import Framer, Pager

COLOURS = "paper wash wall accent eave plinth ink soft link brick leaf glow trim figure line edge focus mark".split()
SIZES = "name h1 h2 l m s".split()


def components_page(studio: Studio, framer: Framer) -> Iterator[Page]:
    """Make the page, with a name that no document can have."""
    site, lang = studio.site, studio.lang
    if not site.drafts:
        return
    profile = next(iter(site.profiles), None)
    measured = next((p for p in site.profiles if dimensions(studio, p)), None)
    kinds: list[tuple[Message, Window]] = [
        (say("a person, by the letter of the name"), Window("open", letter="Á")),
        (say("a team"), Window("open")),
        (say("a model"), Window("model")),
        (say("without consent to name or picture"), Window("closed")),
    ]
    data = {
        "colours": COLOURS,
        "sizes": SIZES,
        "probe": Text("Ế Ổ Ễ Ặ ỷ Ỡ Đ đường Nguyễn Thuỷ", "vi"),
        "windows": [{"says": says, "window": window} for says, window in kinds],
        "cards": [card(studio, p) for p in site.profiles[:4]],
        "dimensions": dimensions(studio, measured)[:2] if measured else [],
        "stages": stages(profile) if profile else [],
        "notes_shown": [*(notices(studio, profile.entry) if profile else []), Notice("stale", say("A notice"))],
        "text": body_view(studio, profile.entry) if profile else None,
        "pager": Pager(2, tuple((str(n), f"{lang}/_parts.html", n == 2) for n in (1, 2, 3)), None, None, 3),
        "total": len(site.profiles),
    }
    urls = framer.everywhere(lambda code: f"{code}/_parts.html")
    yield framer.page("components.html", urls, say("All parts of the look"), data)
