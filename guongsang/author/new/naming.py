"""Names of new files: where a document of a kind lies, and a slug that is free and says nothing of the person."""

import re
from collections.abc import Iterable

from guongsang.i18n.messages import Message, say
from guongsang.read.fields.kinds import Slug
from guongsang.text.file_names import RESERVED
from guongsang.text.vietnamese import slugify

LIMIT = 80


def folder_of(kind: str, campaign: str = "") -> str:
    """Return the folder, from the site's root, in which documents of a kind lie."""
    return f"content/{kind}s/{campaign}" if campaign else f"content/{kind}s"


def taken_in(files: Iterable[str], folder: str) -> frozenset[str]:
    """Return the slugs that documents and pictures of a folder use, without regard to case."""
    names = (file.removeprefix(f"{folder}/") for file in files if file.startswith(f"{folder}/"))
    return frozenset(name.partition(".")[0].casefold() for name in names if "/" not in name)


def numbered(base: str, taken: frozenset[str]) -> str:
    """Return the next free number after a unit's id: qlxd-01, qlxd-02."""
    base = slugify(base, LIMIT - 4) or "new"
    used = [int(m[1]) for name in taken if (m := re.fullmatch(rf"{re.escape(base)}-([0-9]{{1,3}})", name))]
    slug = f"{base}-{max(used, default=0) + 1:02}"
    return f"{base}-no-{max(used, default=0) + 1:02}" if RESERVED.fullmatch(slug) else slug


def free(base: str, taken: frozenset[str]) -> str:
    """Return a slug made of a text, with a number behind it where it is taken or kept for something else."""
    slug = slugify(base, LIMIT - 3)
    if slug and slug not in taken and not RESERVED.fullmatch(slug):
        return slug
    n = 2
    while f"{slug or 'new'}-{n}" in taken:
        n += 1
    return f"{slug or 'new'}-{n}"


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
