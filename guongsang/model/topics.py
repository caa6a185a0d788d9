"""The addresses of topics, which are what writers put under `tags`.

Tags that differ only in case, blanks or the place of a tone mark are one topic. Tags that differ in marks or signs
(bảo mật and bao mat, C and C#) are different topics. Where their addresses would be the same, the one that was used
first has the plain address and the next ones a number behind it, so a new tag never takes the address of an older one.
"""

from collections.abc import Container, Iterable, Mapping
from functools import lru_cache
from itertools import chain, count

from guongsang.text.file_names import RESERVED
from guongsang.text.vietnamese import slugify, tone_key

_LIMIT = 70
"""Letters of an address, with room for a number behind them."""


@lru_cache(maxsize=8192)
def topic_key(tag: str) -> str:
    """Return what is the same for all ways to write a topic."""
    return tone_key(" ".join(tag.split()))


def topic_slugs(tags: Iterable[str]) -> Mapping[str, str]:
    """Return the part of an address for each tag by its key, those of tags that come first being the plainest."""
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for tag in tags:
        if (key := topic_key(tag)) not in slugs:
            slugs[key] = _free(slugify(tag, _LIMIT) or "tag", taken)
            taken.add(slugs[key])
    return slugs


def _free(slug: str, taken: Container[str]) -> str:
    """Return a part of an address that is not taken; never a name that Windows keeps."""
    names = chain([slug], (f"{slug}-{n}" for n in count(2)))
    fit = (f"{name}-1" if RESERVED.fullmatch(name) else name for name in names)
    return next(name for name in fit if name not in taken)
