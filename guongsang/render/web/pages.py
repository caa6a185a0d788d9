"""Which pages there are, in every language: the front door of rendering for the web.

In comes the site; out come pages as values. What each shows is made in the rooms beside this one: lists, profiles,
campaigns, feeds.
"""

from collections.abc import Iterator

from guongsang.i18n.messages import Text
from guongsang.model.bulletins import Issue
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import Site
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.documents import FreePage
from guongsang.render.html.page import Page
from guongsang.render.images import ImageStore
from guongsang.render.views.context import RenderContext, pdf_url
from guongsang.render.views.measures import before_after_rows
from guongsang.render.web.bodies import body_view
from guongsang.render.web.campaign.campaigns import campaign_pages, unit_chart
from guongsang.render.web.cards import card, cards_of, drawings_of, notices, thumbnail
from guongsang.render.web.criteria import criteria_pages
from guongsang.render.web.feeds import feed_pages, site_files, sitemap
from guongsang.render.web.layout import SECTIONS, PageLayout, Styles, make_layout
from guongsang.render.web.lists.by_name import names_pages
from guongsang.render.web.lists.lists import list_pages_of
from guongsang.render.web.lists.topics import topic_pages
from guongsang.render.web.not_found import root_pages
from guongsang.render.web.profiles import profile_page, withdrawn_page
from guongsang.render.web.redirects import redirect_pages
from guongsang.render.web.server_config import server_files
from guongsang.render.web.style_guide import components_page

NEWEST = 3


def list_pages(site: Site, images: ImageStore, styles: Styles) -> list[Page]:
    """List all pages of a site."""
    pages: list[Page] = []
    for lang in site.config.languages:
        context = RenderContext(site, images, lang)
        layout = make_layout(site, lang, styles)
        pages += _language(context, layout)
    layout = make_layout(site, site.config.source_language, styles)
    pages += [*root_pages(site, layout), *site_files(site), *server_files(site)]
    mapped = sitemap(site, pages)
    return [*pages, mapped] if mapped else pages


def _language(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    site = context.site
    yield _home(context, layout)
    for i, profile in enumerate(site.profiles):
        newer = site.profiles[i - 1] if i else None
        older = site.profiles[i + 1] if i + 1 < len(site.profiles) else None
        yield profile_page(context, layout, profile, newer, older)
    yield from (withdrawn_page(context, layout, p) for p in site.withdrawn)
    yield from list_pages_of(context, layout)
    yield from names_pages(context, layout)
    yield from topic_pages(context, layout)
    yield from criteria_pages(context, layout)
    yield from campaign_pages(context, layout)
    yield from _bulletins(context, layout)
    yield from (_free_page(context, layout, entry) for entry in site.pages)
    yield from redirect_pages(context, layout)
    yield from components_page(context, layout)
    yield from feed_pages(context)


def _home(context: RenderContext, layout: PageLayout) -> Page:
    """The front page: a lead with a deed and a figure, the facade of this campaign, what is new, where to go on."""
    site, lang = context.site, context.lang
    lead = _lead(context)
    campaign = site.campaigns[0] if site.campaigns else None
    newest = [card(context, p) for p in [p for p in site.profiles if p is not lead][:NEWEST]]
    lead_window = thumbnail(context, lead) if lead else None
    data = {
        "lead": card(context, lead) if lead else None,
        "lead_dimension": next(iter(before_after_rows(context, lead)), None) if lead else None,
        "lead_window": lead_window,
        "lead_name": lead.name if lead else None,
        "campaign": {
            "title": campaign.word(("title",), lang),
            "summary": campaign.word(("summary",), lang),
            "url": context.url(campaign),
            "year": campaign.slug,
            "facade": unit_chart(context, campaign),
        }
        if campaign
        else None,
        "newest": newest,
        "drawings_needed": drawings_of([lead_window, *(it.window for it in newest)], "open", "half", "shut"),
        "bulletins": [_bulletin_row(context, b) for b in site.bulletins[:3]],
        "count": len(site.profiles),
    }
    urls = layout.everywhere(site.urls.home)
    return layout.page("home.html", urls, site.config.title.told(lang), data)


def _lead(context: RenderContext) -> PublicProfile | None:
    """Choose the lead: the newest profile with a picture and a figure, else with a figure, else the newest."""
    profiles = context.site.profiles
    measured = [p for p in profiles if before_after_rows(context, p)]
    pictured = [p for p in measured if p.photo and p.name]
    return next(iter([*pictured, *measured, *profiles]), None)


def _bulletin_row(context: RenderContext, issue: Issue) -> dict[str, object]:
    entry = issue.entry
    return {
        "title": entry.word(("title",), context.lang),
        "number": Text(entry.facts.number, entry.source.lang),
        "date": entry.facts.date,
        "url": context.url(entry),
        "pdf": pdf_url(context, issue),
    }


def _bulletins(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    site, lang = context.site, context.lang
    index = layout.everywhere(lambda code: site.urls.index("bulletins", code))
    yield layout.page(
        "bulletins.html",
        index,
        SECTIONS["bulletins"],
        {"bulletins": [_bulletin_row(context, b) for b in site.bulletins]},
        section="bulletins",
    )
    for issue in site.bulletins:
        entry = issue.entry
        licence = entry.facts.masthead.licence
        data = {
            "title": entry.word(("title",), lang),
            "notices": notices(context, entry),
            "number": Text(entry.facts.number, entry.source.lang),
            "date": entry.facts.date,
            "licence": Text(licence, entry.source.lang) if licence else None,
            "pdf": pdf_url(context, issue),
            "text": body_view(context, entry),
            **cards_of(context, issue.profiles),
            "recalled": bool(issue.recalled),
        }
        yield layout.page(
            "bulletin.html",
            {code: site.urls_of[code][entry.key] for code in site.config.languages},
            entry.word(("title",), lang),
            data,
            crumbs=[(SECTIONS["bulletins"], index[lang])],
            section="bulletins",
            document=entry,
        )


def _free_page(context: RenderContext, layout: PageLayout, entry: Entry[FreePage]) -> Page:
    title = entry.word(("title",), context.lang)
    data = {"title": title, "notices": notices(context, entry), "text": body_view(context, entry)}
    urls = layout.everywhere(lambda code: context.site.urls.page(code, entry.slug))
    return layout.page("page.html", urls, title, data, section=f"page:{entry.slug}", document=entry)
