"""How many exemplars the last build published, so that one that would publish far fewer stops instead.

A year can vanish over one line: `draft: true` in a campaign, a folder under another name. What was published is known
from the manifest of the last output; notices of withdrawn profiles count as before, so a withdrawal is none of this.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from guongsang.i18n.messages import Message, say
from guongsang.model.publication import LeftOut
from guongsang.model.site import Site
from guongsang.publish.release import manifest_rows
from guongsang.read.content import Content

_SOURCE = re.compile(r"content/exemplars/([^/]+/[^/]+)\.[^./]+\.md")
_ONLY_WITH_DRAFTS = "/_parts.html"
_GONE = say("its file is not there any more")


@dataclass(frozen=True)
class Shrunk:
    """How many exemplars the last build published and this one would, and why the others are not, most often first."""

    before: int
    now: int
    reasons: tuple[tuple[Message, int], ...]


def find_shrunk(output: Path, content: Content, site: Site, left_out: Iterable[LeftOut]) -> Shrunk | None:
    """Compare the exemplars of a site with those of the last output; None where no more than a third is gone."""
    before = _before(output, frozenset() if site.wishes.drafts else _shown_with_drafts(content))
    now = exemplars_among(site.sources.values())
    if not is_far_fewer(len(before), len(now)):
        return None
    reasons = {name: row.reason for row in left_out for name in exemplars_among([row.file])}
    counts = Counter(reasons.get(name, _GONE).text for name in before - now)
    told = {message.text: message for message in (*reasons.values(), _GONE)}
    return Shrunk(len(before), len(now), tuple((told[text], n) for text, n in counts.most_common()))


def exemplars_among(sources: Iterable[str]) -> frozenset[str]:
    """Return the ids of the exemplars to which source files belong."""
    return frozenset(found[1] for source in sources if (found := _SOURCE.fullmatch(source)))


def is_far_fewer(before: int, now: int) -> bool:
    """Return whether more than a third is gone."""
    return (before - now) * 3 > before


def _before(output: Path, drafts: frozenset[str]) -> frozenset[str]:
    """Return the exemplars of the last output; where that showed drafts, without those that are shown only then."""
    rows = [row for row in manifest_rows(output) if row.get("kind") == "page"]
    before = exemplars_among(str(row.get("source")) for row in rows)
    return before - drafts if any(str(row["path"]).endswith(_ONLY_WITH_DRAFTS) for row in rows) else before


def _shown_with_drafts(content: Content) -> frozenset[str]:
    """Return the exemplars that are shown only where drafts are: they or their campaigns are not finished."""
    unfinished = {c.slug for c in content.campaigns if c.draft or c.source.open}
    return frozenset(e.id for e in content.exemplars if e.draft or e.source.open or e.campaign in unfinished)
