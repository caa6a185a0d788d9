"""The ways in which the stories of a book are set, kept from one printing to the next.

To choose a way, a story is laid out several times. What a story is asked with (`asked_with`) is all that its way can
depend on, so the way is kept under a digest of that: after an edit of one story the others need not be asked again.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from guongsang.cache import Keep
from guongsang.digests import digest_of
from guongsang.render.typst.jobs import STORIES
from guongsang.render.typst.sheet import Sheet, SheetValue, nodes_in

_OWN = frozenset("adopt_extent adopted body extent lessons measures quote steps steps_title way".split())
"""What an article holds that only its own story needs."""


class _NotKnown(Exception):
    """No way is kept for a story."""


def articles_in(sheet: Sheet) -> list[Sheet]:
    """Return the articles of a sheet."""
    return [article for article in nodes_in(sheet, "articles") if isinstance(article, Mapping)]


def head_of(article: Sheet) -> Sheet:
    """Return what other stories may need of an article."""
    return {key: value for key, value in article.items() if key not in _OWN}


def asked_with(sheet: Sheet, articles: Sequence[Sheet]) -> Sheet:
    """Return a sheet with some articles in place of its own, and without what stands behind its stories."""
    return {**sheet, "articles": articles, "names": [], "categories": []}


@dataclass
class KeptWays:
    """Ways that are kept, of books of one layout on one day; `printed_by` is a digest of all that prints them."""

    printed_by: bytes
    keep: Keep
    keys: dict[str, str] = field(default_factory=dict)

    def told_in(self, sheet: Sheet) -> Sheet:
        """Return the sheet of a book with the ways that are known of its stories, each in its article."""
        articles = articles_in(sheet)
        if len(articles) <= STORIES or not all(isinstance(article.get("id"), str) for article in articles):
            return sheet
        heads = json.dumps(asked_with(sheet, [head_of(article) for article in articles]), sort_keys=True)
        around = digest_of(self.printed_by, heads)
        return {**sheet, "articles": [self._told(article, around) for article in articles]}

    def _told(self, article: Sheet, around: bytes) -> Sheet:
        digest = digest_of(around, json.dumps(article, sort_keys=True))
        key = self.keys[str(article["id"])] = f"{digest.hex()}.way"
        try:
            way: SheetValue = json.loads(self.keep(key, _not_known))
        except (_NotKnown, ValueError):
            return article
        return {**article, "way": way}

    def put(self, ways: Mapping[str, SheetValue]) -> None:
        """Keep ways that have just been found, by the ids of their stories."""
        for name, way in ways.items():
            self.keep(self.keys[name], json.dumps(way).encode)


def _not_known() -> bytes:
    raise _NotKnown
