"""The page of one exemplar, and the notice that stands in the place of a withdrawn one."""

from guongsang.i18n.messages import Message, Text, say
from guongsang.judge.references.ids import exemplar_id
from guongsang.model.profiles import Profile
from guongsang.model.urls import paper_beside
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext, name_of
from guongsang.render.views.evidence import evidence_rows
from guongsang.render.views.measures import before_after_rows
from guongsang.render.views.posters import POSTER_SIZES
from guongsang.render.views.words import adoptions, words_list
from guongsang.render.web.bodies import body_view
from guongsang.render.web.cards import Notice, card, notices, stages, thumbnail
from guongsang.render.web.layout import SECTIONS, PageLayout
from guongsang.render.web.lists.topics import topic_links

NAMES: dict[str, Message] = {
    "individual": say("Full name"),
    "collective": say("Team"),
    "model": say("Model"),
}
STAFF: dict[str, Message] = {
    "cadre": say("Cadre"),
    "civil-servant": say("Civil servant"),
    "public-employee": say("Public employee"),
    "worker": say("Contract worker"),
}


def profile_page(
    context: RenderContext, layout: PageLayout, profile: Profile, newer: Profile | None, older: Profile | None
) -> Page:
    """Make the page of a published profile."""
    site, lang, entry = context.site, context.lang, profile.entry
    related = [
        site.by_id[i]
        for i in (exemplar_id(n, entry) for n in entry.get("related") or [])
        if i in site.by_id and i != profile.id
    ]
    dims = before_after_rows(context, profile)
    data = {
        "card": card(context, profile),
        "notices": notices(context, entry),
        "window": thumbnail(context, profile),
        "facts": _facts(context, profile),
        "unnamed": not profile.names_on_site,
        "stages": stages(profile),
        "dimensions": dims,
        "dimension": dims[0] if dims else None,
        "text": body_view(context, entry),
        "topics": topic_links(context, profile),
        "lessons": words_list(entry, "lessons", lang),
        "evidence": evidence_rows(context, profile),
        "movements": [
            {
                "name": entry.word(("movements", i, "name"), lang),
                "by": _launched(m.get("launched_by")),
                "on": m.get("on"),
            }
            for i, m in enumerate(entry.get("movements") or [])
        ],
        "adopted": adoptions(context, profile),
        "related": [card(context, p) for p in related],
        "newer": card(context, newer) if newer else None,
        "older": card(context, older) if older else None,
        "posters": [
            {"size": size.upper(), "url": paper_beside(context.url(entry), f"-{size}")}
            for size in (POSTER_SIZES if site.papers and profile.on_paper else ())
        ],
    }
    return layout.page(
        "exemplar.html",
        layout.everywhere(lambda code: site.urls.entry("exemplar", entry.campaign, entry.slug, code)),
        entry.word(("title",), lang),
        data,
        crumbs=_crumbs(context, profile),
        section="exemplars",
        entry=entry,
        description=entry.word(("summary",), lang),
    )


def _crumbs(context: RenderContext, profile: Profile) -> list[tuple[Message | Text, str]]:
    urls, lang = context.site.urls, context.lang
    year = say("Year {year}", year=profile.entry.campaign)
    return [
        (SECTIONS["exemplars"], urls.index("exemplars", lang)),
        (year, urls.list_of("years", lang, profile.entry.campaign)),
    ]


def _launched(by: str | None) -> Message | None:
    return {"agency": say("launched by the agency"), "union": say("launched by the trade union")}.get(by or "")


def _facts(context: RenderContext, profile: Profile) -> list[dict[str, object]]:
    """List the facts box in its fixed order."""
    entry, urls, lang = profile.entry, context.site.urls, context.lang
    name = name_of(profile)
    position = entry.word(("position",), lang)
    staff = STAFF.get(entry.get("staff_category") or "")
    rows: list[tuple[Message, object, str | None]] = []
    if name:
        rows.append((NAMES[profile.category.subject], name, None))
    if position:
        rows.append((say("Position"), position, None))
    if staff:
        rows.append((say("Staff category"), staff, None))
    rows.append((say("Unit"), profile.unit.name.told(lang), urls.list_of("units", lang, profile.unit.id)))
    rows.append(
        (say("Category"), profile.category.label.told(lang), urls.list_of("categories", lang, profile.category.id))
    )
    campaign = say("Year {year}", year=entry.campaign)
    rows.append((say("Campaign"), campaign, urls.entry("campaign", "", entry.campaign, lang)))
    honoured = entry.get("progress", "honoured", "document")
    if honoured:
        rows.append((say("Commended by"), Text(honoured, entry.source.lang), None))
    return [{"label": label, "value": value, "url": url} for label, value, url in rows]


def withdrawn_page(context: RenderContext, layout: PageLayout, profile: Profile) -> Page:
    """Make the notice that remains of a withdrawn profile: no name, no story."""
    site, lang, entry = context.site, context.lang, profile.entry
    withdrawn = entry.get("withdrawn") or {}
    data = {
        "notices": [Notice("withdrawn", say("This page has been taken down."))],
        "on": withdrawn.get("on"),
        "category": profile.category.label.told(lang),
    }
    return layout.page(
        "withdrawn.html",
        layout.everywhere(lambda code: site.urls.entry("exemplar", entry.campaign, entry.slug, code)),
        say("Page taken down"),
        data,
        crumbs=_crumbs(context, profile),
        section="exemplars",
    )
