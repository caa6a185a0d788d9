"""Figures before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guongsang.i18n.locale_format import show_number
from guongsang.i18n.messages import Message, Text
from guongsang.model.profiles import Profile
from guongsang.render.views.context import RenderContext
from guongsang.render.views.evidence import evidence_item, public_evidence


@dataclass(frozen=True)
class BeforeAfter:
    """A before/after figure as a dimension line: values as told, lengths in percent of the larger."""

    label: Text
    unit: Text
    before: str | None
    after: str | None
    before_width: str
    after_width: str
    change: str
    falls: bool
    meta: tuple[Message, ...]


def before_after_rows(context: RenderContext, profile: Profile) -> list[BeforeAfter]:
    """Make the before/after figures of the public evidence.

    Lengths start at zero, the larger value is the full length.
    """
    return [
        before_after(context, profile, e)
        for e in public_evidence(profile)
        if "before" in (e.get("measure") or {}) and "after" in e["measure"]
    ]


def before_after(context: RenderContext, profile: Profile, item: Mapping[str, Any]) -> BeforeAfter:
    """Make one figure; its meaning is told in words too."""
    measure, lang = item["measure"], context.lang
    before, after = measure["before"], measure["after"]
    top = max(abs(before), abs(after)) or 1
    label = (
        measure["label"].told(lang)
        if "label" in measure
        else profile.entry.word(("evidence", item["id"], "text"), lang)
    )
    return BeforeAfter(
        label,
        measure["unit"].told(lang) if "unit" in measure else Text("", lang),
        show_number(before, lang),
        show_number(after, lang),
        f"{abs(before) / top * 100:.4g}",
        f"{abs(after) / top * 100:.4g}",
        show_number(round(abs(after - before), 6), lang),
        after < before,
        tuple(evidence_item(context, profile, item)["meta"]),
    )
