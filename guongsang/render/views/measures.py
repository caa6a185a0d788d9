"""Figures before and after."""

from dataclasses import dataclass

from guongsang.i18n.locale_format import show_number
from guongsang.i18n.messages import Message, Text
from guongsang.model.profiles import PublicProfile
from guongsang.read.tables.exemplar import Evidence
from guongsang.render.views.context import RenderContext
from guongsang.render.views.evidence import evidence_item


@dataclass(frozen=True)
class BeforeAfter:
    """A before/after figure: values as told, lengths in percent of the larger, and what the item of evidence says."""

    label: Text
    unit: Text
    before: str
    after: str
    before_width: str
    after_width: str
    change: str
    falls: bool
    meta: tuple[Message, ...]


def before_after_rows(context: RenderContext, profile: PublicProfile) -> list[BeforeAfter]:
    """Return the before/after figures of the evidence; lengths start at zero, the larger value is the full length."""
    return [row for item in profile.facts.evidence if (row := before_after(context, profile, item))]


def before_after(context: RenderContext, profile: PublicProfile, item: Evidence) -> BeforeAfter | None:
    """Return the figure of an item, its meaning told in words too; None where one of its ends is not known."""
    measure, lang = item.measure, context.lang
    if measure is None or measure.before is None or measure.after is None:
        return None
    before, after = measure.before, measure.after
    top = max(abs(before), abs(after)) or 1
    own_label = measure.label.text_in(lang) if measure.label else None
    return BeforeAfter(
        label=own_label or profile.word(("evidence", item.id, "text"), lang),
        unit=measure.unit.text_in(lang) if measure.unit else Text("", lang),
        before=show_number(before, lang),
        after=show_number(after, lang),
        before_width=f"{abs(before) / top * 100:.4g}",
        after_width=f"{abs(after) / top * 100:.4g}",
        change=show_number(round(abs(after - before), 6), lang),
        falls=after < before,
        meta=evidence_item(context, profile, item).meta,
    )
