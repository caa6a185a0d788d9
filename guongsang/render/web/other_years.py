"""What the page of an exemplar tells of the same person, team or model in the campaigns of other years."""

from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Message, Text
from guongsang.model.profiles import PublicProfile
from guongsang.render.views.context import RenderContext
from guongsang.render.web.closed_years import may_lead_to
from guongsang.stages import LABELS


@dataclass(frozen=True)
class OtherYear:
    """The same one in another campaign: how far it came there, and in which unit if in another."""

    year: str
    title: Text
    url: str
    stage: Message | None
    on: date | None
    unit: Text | None


def other_years(context: RenderContext, profile: PublicProfile) -> list[OtherYear]:
    """Return the other years of a profile, the newest first; those alone in which the site names it too."""
    site, lang = context.site, context.lang
    return [
        OtherYear(
            year=other.campaign,
            title=other.word(("title",), lang),
            url=context.url(other),
            stage=LABELS[other.stage] if other.stage else None,
            on=other.progress.get(other.stage),
            unit=other.unit.name.text_in(lang) if other.unit.id != profile.unit.id else None,
        )
        for other in (site.by_id[name] for name in site.other_years.get(profile.id, ()))
        if may_lead_to(site, profile, other)
    ]
