"""A list of profiles, a page at a time."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from guongsang.i18n.messages import Message, Text, say
from guongsang.model.profiles import Profile
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.cards import card
from guongsang.render.web.layout import PageLayout, Pager

PER_PAGE = 24


def paged(
    context: RenderContext,
    layout: PageLayout,
    template: str,
    profiles: Sequence[Profile],
    make: Callable[[str, int], str],
    title: Message | Text,
    data: dict[str, Any],
    *,
    per_page: int = PER_PAGE,
    show: Callable[[Sequence[Profile]], dict[str, Any]] | None = None,
    **frame: Any,
) -> Iterator[Page]:
    """Make as many pages as a list of profiles needs, at least one.

    `make` gives the address of a page in a language, `show` what a page shows of its profiles, by default their cards.
    """
    count = max(1, -(-len(profiles) // per_page))
    for number in range(1, count + 1):
        shown = profiles[(number - 1) * per_page : number * per_page]
        urls = layout.everywhere(make, number)
        links = [(str(n), make(context.lang, n), n == number) for n in range(1, count + 1)]
        pager = Pager(
            number,
            tuple(links) if count > 1 else (),
            make(context.lang, number - 1) if number > 1 else None,
            make(context.lang, number + 1) if number < count else None,
            count,
        )
        page_title = say("{title}, page {n}", title=title, n=number) if number > 1 else title
        yield layout.page(
            template,
            urls,
            page_title,
            {
                **data,
                "heading": title,
                **(show(shown) if show else {"cards": [card(context, p) for p in shown]}),
                "total": len(profiles),
                "pager": pager,
            },
            **frame,
        )
