"""The pages of the criteria: for each file all its criteria in order, for each public criterion the exemplars that show
it.

Of an internal criterion its wording is public, because it is the plan's; who meets it is not.
"""

from collections.abc import Iterator
from typing import Any

from guongsang.i18n.messages import Message, Text, say
from guongsang.model.profiles import Profile
from guongsang.model.site import unit_name
from guongsang.read.data.types import Criteria, Criterion
from guongsang.render.html.page import Page
from guongsang.render.views.context import Studio
from guongsang.render.views.evidence import evidence_item, public_evidence
from guongsang.render.views.words import told
from guongsang.render.web.cards import card
from guongsang.render.web.layout import SECTIONS, Framer
from guongsang.render.web.lists.listing import paged

SUBJECTS: dict[str, Message] = {
    "individual": say("individuals"),
    "collective": say("collectives"),
    "model": say("models"),
}


def criteria_pages(studio: Studio, framer: Framer) -> Iterator[Page]:
    """Make all pages of all criteria files."""
    site, lang = studio.site, studio.lang
    index = framer.everywhere(lambda code: site.urls.index("criteria", code))
    files = [site.criteria[name] for name in sorted(site.criteria, reverse=True)]
    rows = [
        {
            "name": say("Criteria of {year}", year=c.id),
            "url": site.urls.item("criteria", lang, c.id),
            "count": len(c.criteria),
        }
        for c in files
    ]
    yield framer.page("criteria_files.html", index, SECTIONS["criteria"], {"rows": rows}, section="criteria")
    for criteria in files:
        yield _file(studio, framer, criteria, index[lang])
        for criterion in criteria.criteria.values():
            yield from _criterion(studio, framer, criteria, criterion, index[lang])


def _file(studio: Studio, framer: Framer, criteria: Criteria, index: str) -> Page:
    site = studio.site
    data = {"rows": [_row(studio, criteria, c) for c in criteria.criteria.values()], "year": criteria.id}
    urls = framer.everywhere(lambda code: site.urls.item("criteria", code, criteria.id))
    title = say("Criteria of {year}", year=criteria.id)
    return framer.page("criteria.html", urls, title, data, crumbs=[(SECTIONS["criteria"], index)], section="criteria")


def _row(studio: Studio, criteria: Criteria, criterion: Criterion) -> dict[str, Any]:
    lang = studio.lang
    return {
        "id": criterion.id,
        "label": criterion.label.told(lang),
        "text": told(criterion.text, lang),
        "section": criterion.section,
        "internal": criterion.internal,
        "applies": _applies(studio, criteria, criterion),
        "set_by": _set_by(studio, criterion),
        "count": len(_shown_by(studio, criteria, criterion)),
        "url": studio.site.urls.item("criteria", lang, criteria.id, criterion.id),
    }


def _applies(studio: Studio, criteria: Criteria, criterion: Criterion) -> list[Message | Text]:
    """Tell whom a criterion is for, key by key; nothing means everyone."""
    lang = studio.lang
    out: list[Message | Text] = []
    for key, values in criterion.applies.items():
        if key == "category":
            out += [criteria.categories[v].label.told(lang) for v in values if v in criteria.categories]
        elif key == "unit":
            out += [unit_name(studio.site, v).told(lang) for v in values]
        elif key == "subject":
            out += [SUBJECTS[v] for v in values]
        elif key == "leader":
            out += [say("those who lead") if v == "true" else say("those who do not lead") for v in values]
    return out


def _set_by(studio: Studio, criterion: Criterion) -> Message | None:
    if not criterion.set_by:
        return None
    unit = unit_name(studio.site, criterion.set_by.get("unit", "")).told(studio.lang)
    if criterion.set_by.get("on"):
        return say("Set by {unit} on {day}", unit=unit, day=criterion.set_by["on"])
    return say("Set by {unit}", unit=unit)


def _shown_by(studio: Studio, criteria: Criteria, criterion: Criterion) -> list[Profile]:
    """Give the profiles with public evidence for a public criterion."""
    if criterion.internal:
        return []
    return [
        p
        for p in studio.site.profiles
        if p.criteria.id == criteria.id and any(criterion.id in e.get("serves", ()) for e in public_evidence(p))
    ]


def _criterion(studio: Studio, framer: Framer, criteria: Criteria, criterion: Criterion, index: str) -> Iterator[Page]:
    site, lang = studio.site, studio.lang

    def address(code: str, page: int) -> str:
        whole = site.urls.item("criteria", code, criteria.id, criterion.id)
        return whole if page == 1 else site.urls.list_of("criteria", code, f"{criteria.id}/{criterion.id}", page)

    yield from paged(
        studio,
        framer,
        "criterion.html",
        _shown_by(studio, criteria, criterion),
        address,
        criterion.label.told(lang),
        {"criterion": _row(studio, criteria, criterion)},
        show=lambda profiles: {"shown": [_shown(studio, criterion, p) for p in profiles]},
        crumbs=[
            (SECTIONS["criteria"], index),
            (say("Criteria of {year}", year=criteria.id), site.urls.item("criteria", lang, criteria.id)),
        ],
        section="criteria",
    )


def _shown(studio: Studio, criterion: Criterion, profile: Profile) -> dict[str, Any]:
    """Show a profile with its public evidence for a criterion."""
    mine = [e for e in public_evidence(profile) if criterion.id in e.get("serves", ())]
    return {"card": card(studio, profile), "items": [evidence_item(studio, profile, e) for e in mine]}
