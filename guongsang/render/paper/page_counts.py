"""How many pages an issue of the bulletin has, and which issues have too many."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guongsang.model.site import Site
from guongsang.render.paper.papers import is_newsletter

LONGEST = 16
"""Pages that an issue has at most: four sheets, folded and stapled. Posters and yearbooks have as many as they need."""
_PAGE = re.compile(rb"/Type\s*/Page(?!\w)")


@dataclass(frozen=True)
class LongBulletin:
    """A bulletin with more pages than an issue has: its file, its pages by language, how many exemplars it holds."""

    file: str
    pages: tuple[tuple[str, int], ...]
    exemplars: int


Key = tuple[str | None, str | None]
"""The source of a paper and its language."""


def long_bulletins(site: Site, printed: Mapping[Key, int]) -> Iterator[LongBulletin]:
    """Find the issues that came out too long among papers, of which the pages are given."""
    for issue in (b for b in site.bulletins if is_newsletter(b)):
        file = issue.entry.source.file
        counted = [(lang, printed.get((file, lang), 0)) for lang in site.config.languages]
        if pages := tuple((lang, count) for lang, count in counted if count > LONGEST):
            yield LongBulletin(file, pages, len(issue.printed))


def page_count(pdf: bytes) -> int:
    """Count the pages of a paper; they stand in its file as they are, packed or not."""
    return len(_PAGE.findall(pdf))
