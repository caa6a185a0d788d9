"""The page that shows every part of the look at once, for those who change it; it exists only in builds with drafts.

It is made of the site's own exemplars, so a part is seen with the words that it will hold.
"""

from collections.abc import Iterator

from guongsang.i18n.messages import Message, Text, say
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.views.measures import before_after_rows
from guongsang.render.web.bodies import body_view
from guongsang.render.web.cards import Notice, Thumbnail, card, notices, stages
from guongsang.render.web.layout import PageLayout, Pager

COLOURS = "paper wash wall accent eave plinth ink soft link brick leaf glow trim figure line edge focus mark".split()
SIZES = "name h1 h2 l m s".split()


def components_page(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the page, with a name that no document can have."""
    site, lang = context.site, context.lang
    if not site.wishes.drafts:
        return
    profile = next(iter(site.profiles), None)
    measured = next((p for p in site.profiles if before_after_rows(context, p)), None)
    kinds: list[tuple[Message, Thumbnail]] = [
        (say("a person, by the letter of the name"), Thumbnail("open", letter="Á")),
        (say("a team"), Thumbnail("open")),
        (say("a model"), Thumbnail("model")),
        (say("without consent to name or picture"), Thumbnail("closed")),
    ]
    data = {
        "colours": COLOURS,
        "sizes": SIZES,
        "probe": Text("Ế Ổ Ễ Ặ ỷ Ỡ Đ đường Nguyễn Thuỷ", "vi"),
        "windows": [{"says": says, "window": window} for says, window in kinds],
        "cards": [card(context, p) for p in site.profiles[:4]],
        "dimensions": before_after_rows(context, measured)[:2] if measured else [],
        "stages": stages(profile) if profile else [],
        "notes_shown": [*(notices(context, profile) if profile else []), Notice("stale", say("A notice"))],
        "text": body_view(context, profile) if profile else None,
        "pager": Pager(2, tuple((str(n), f"{lang}/_parts.html", n == 2) for n in (1, 2, 3)), None, None, 3),
        "total": len(site.profiles),
    }
    urls = layout.everywhere(lambda code: f"{code}/_parts.html")
    yield layout.page("components.html", urls, say("All parts of the look"), data)
