"""The page that shows every part of the look at once, for those who change it; it exists only in builds with drafts.

It is made of the site's own exemplars, so a part is seen with the words that it will hold.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from guongsang.i18n.messages import Message, say
from guongsang.render.html.page import BodyView, Page
from guongsang.render.views.context import RenderContext
from guongsang.render.views.measures import BeforeAfter, before_after_rows
from guongsang.render.web.bodies import body_view
from guongsang.render.web.cards import Card, Notice, StageRow, Thumbnail, card, drawings_of, notices, stages
from guongsang.render.web.layout import PageLayout, Pager

COLOURS = "paper wash wall accent eave plinth ink soft link brick leaf glow trim figure line edge focus mark".split()
SIZES = {"name": 140, "h1": 80, "h2": 50, "l": 50, "m": 50, "s": 50}
"""Sizes of type, each with the height in pixels of a line in it."""
PROBE = "Ế Ổ Ễ Ặ ỷ Ỡ Đ đường Nguyễn Thuỷ"
"""Letters with the highest and deepest marks; the large sizes have room for the first three."""


@dataclass(frozen=True)
class TypeSize:
    """A size of type, the height of its line in pixels, and a text to set in it."""

    name: str
    height: int
    text: str


@dataclass(frozen=True)
class ExampleThumbnail:
    """A drawing in place of a picture, and for whom it stands."""

    says: Message
    thumbnail: Thumbnail


@dataclass(frozen=True)
class StyleGuideView:
    """What the page of all parts shows."""

    colours: list[str]
    sizes: list[TypeSize]
    thumbnails: list[ExampleThumbnail]
    cards: list[Card]
    drawings_needed: list[str]
    measures: list[BeforeAfter]
    stages: list[StageRow]
    notes_shown: list[Notice]
    text: BodyView | None
    pager: Pager
    total: int


def components_page(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the page, with a name that no document can have."""
    site, lang = context.site, context.lang
    if not site.wishes.drafts:
        return
    profile = next(iter(site.profiles), None)
    measured = next((p for p in site.profiles if before_after_rows(context, p)), None)
    kinds: list[tuple[Message, Thumbnail]] = [
        (say("a person, by the letter of the name"), Thumbnail("named", letter="Á")),
        (say("a team"), Thumbnail("named")),
        (say("a model"), Thumbnail("model")),
        (say("without consent to name or picture"), Thumbnail("unnamed")),
    ]
    cards = [card(context, p) for p in site.profiles[:4]]
    data = StyleGuideView(
        colours=COLOURS,
        sizes=[TypeSize(name, height, PROBE[:5] if height > 50 else PROBE) for name, height in SIZES.items()],
        thumbnails=[ExampleThumbnail(says, shown) for says, shown in kinds],
        cards=cards,
        drawings_needed=drawings_of([*(shown for _, shown in kinds), *(it.thumbnail for it in cards)], "half"),
        measures=before_after_rows(context, measured)[:2] if measured else [],
        stages=stages(profile) if profile else [],
        notes_shown=[*(notices(context, profile) if profile else []), Notice("stale", say("A notice"))],
        text=body_view(context, profile) if profile else None,
        pager=Pager(2, tuple((str(n), f"{lang}/_parts.html", n == 2) for n in (1, 2, 3)), None, None, 3),
        total=len(site.profiles),
    )
    urls = layout.everywhere(lambda code: f"{code}/_parts.html")
    yield layout.page("components.html", urls, say("All parts of the look"), data)
