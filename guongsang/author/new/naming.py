"""Names of new files: where a document of a kind lies, and a slug that is free and says nothing of the person."""

import re
from collections.abc import Iterable

from guongsang.i18n.messages import Message, say
from guongsang.read.fields.kinds import Slug
from guongsang.text.file_names import LIMIT, RESERVED
from guongsang.text.vietnamese import slugify


def folder_of(kind: str, campaign: str = "") -> str:
    """Return the folder, from the site's root, in which documents of a kind lie."""
    return f"content/{kind}s/{campaign}" if campaign else f"content/{kind}s"


def taken_in(files: Iterable[str], folder: str) -> frozenset[str]:
    """Return the slugs that documents and pictures of a folder use, without regard to case."""
    names = (file.removeprefix(f"{folder}/") for file in files if file.startswith(f"{folder}/"))
    return frozenset(name.partition(".")[0].casefold() for name in names if "/" not in name)


def wrong_slug(slug: str, taken: frozenset[str]) -> Message | None:
    """Return why a slug cannot be used, if so."""
    if RESERVED.fullmatch(slug):
        return say("the site or Windows keeps the name {name} for itself; choose another", name=slug)
    if not re.fullmatch(Slug().pattern, slug) or len(slug) > LIMIT:
        return say(
            "{name} cannot be part of an address; use small letters without marks, digits and hyphens, like {example}",
            name=slug,
            example=slugify(slug) or Slug().example,
        )
    if slug in taken:
        return say("there is a file named {name} already; choose another name", name=slug)
    return None
