"""Which pages there are, in every language: the front door of rendering for the web.

In comes the site; out come pages as values. What each shows is made in the rooms beside this one: lists, profiles,
campaigns, feeds.
"""

from collections.abc import Iterator

from guongsang.i18n.messages import Text
from guongsang.model.bulletins import Bulletin
from guongsang.model.profiles import Profile
from guongsang.model.site import Site
from guongsang.read.documents.entry import Entry
from guongsang.render.html.page import Page
from guongsang.render.images import Gallery
from guongsang.render.views.context import Studio, make_studio, name_of, pdf_url
from guongsang.render.views.measures import dimensions
from guongsang.render.web.bodies import body_view
from guongsang.render.web.campaign.campaigns import campaign_pages, facade
from guongsang.render.web.cards import card, notices, window
from guongsang.render.web.criteria import criteria_pages
from guongsang.render.web.feeds import feed_pages, site_files, sitemap
from guongsang.render.web.layout import SECTIONS, Framer, Styles, make_framer
from guongsang.render.web.lists.by_name import names_pages
from guongsang.render.web.lists.lists import list_pages_of
from guongsang.render.web.lists.topics import topic_pages
from guongsang.render.web.not_found import root_pages
from guongsang.render.web.profiles import profile_page, withdrawn_page
from guongsang.render.web.redirects import moved_pages
from guongsang.render.web.server_config import server_files
from guongsang.render.web.style_guide import components_page

NEWEST = 3


def list_pages(site: Site, gallery: Gallery, styles: Styles) -> list[Page]:
    """List all pages of a site."""
    pages: list[Page] = []
    for lang in site.config.languages:
        studio = make_studio(site, gallery, lang)
        framer = make_framer(site, lang, styles)
        pages += _language(studio, framer)
    framer = make_framer(site, site.config.source_language, styles)
    pages += [*root_pages(site, framer), *site_files(site), *server_files(site)]
    mapped = sitemap(site, pages)
    return [*pages, mapped] if mapped else pages


def _language(studio: Studio, framer: Framer) -> Iterator[Page]:
    site = studio.site
    yield _home(studio, framer)
    for i, profile in enumerate(site.profiles):
        newer = site.profiles[i - 1] if i else None
        older = site.profiles[i + 1] if i + 1 < len(site.profiles) else None
        yield profile_page(studio, framer, profile, newer, older)
    yield from (withdrawn_page(studio, framer, p) for p in site.withdrawn)
    yield from list_pages_of(studio, framer)
    yield from names_pages(studio, framer)
    yield from topic_pages(studio, framer)
    yield from criteria_pages(studio, framer)
    yield from campaign_pages(studio, framer)
    yield from _bulletins(studio, framer)
    yield from (_free_page(studio, framer, entry) for entry in site.pages)
    yield from moved_pages(studio, framer)
    yield from components_page(studio, framer)
    yield from feed_pages(studio)


def _home(studio: Studio, framer: Framer) -> Page:
    """The front page: a lead with a deed and a figure, the facade of this campaign, what is new, where to go on."""
    site, lang = studio.site, studio.lang
    lead = _lead(studio)
    campaign = site.campaigns[0] if site.campaigns else None
    newest = [p for p in site.profiles if p is not lead][:NEWEST]
    data = {
        "lead": card(studio, lead) if lead else None,
        "lead_dimension": next(iter(dimensions(studio, lead)), None) if lead else None,
        "lead_window": window(studio, lead) if lead else None,
        "lead_name": name_of(lead) if lead else None,
        "campaign": {
            "title": campaign.word(("title",), lang),
            "summary": campaign.word(("summary",), lang),
            "url": studio.url(campaign),
            "year": campaign.slug,
            "facade": facade(studio, campaign),
        }
        if campaign
        else None,
        "newest": [card(studio, p) for p in newest],
        "bulletins": [_bulletin_row(studio, b) for b in site.bulletins[:3]],
        "count": len(site.profiles),
    }
    urls = framer.everywhere(site.urls.home)
    return framer.page("home.html", urls, site.config.title.told(lang), data)


def _lead(studio: Studio) -> Profile | None:
    """Choose the lead: the newest profile with a picture and a figure, else with a figure, else the newest."""
    profiles = studio.site.profiles
    measured = [p for p in profiles if dimensions(studio, p)]
    pictured = [p for p in measured if p.photo_on_site and p.names_on_site]
    return next(iter([*pictured, *measured, *profiles]), None)


def _bulletin_row(studio: Studio, bulletin: Bulletin) -> dict[str, object]:
    entry = bulletin.entry
    return {
        "title": entry.word(("title",), studio.lang),
        "number": Text(entry.get("number"), entry.source.lang),
        "date": entry.get("date"),
        "url": studio.url(entry),
        "pdf": pdf_url(studio, bulletin),
    }


def _bulletins(studio: Studio, framer: Framer) -> Iterator[Page]:
    site, lang = studio.site, studio.lang
    index = framer.everywhere(lambda code: site.urls.index("bulletins", code))
    yield framer.page(
        "bulletins.html",
        index,
        SECTIONS["bulletins"],
        {"rows": [_bulletin_row(studio, b) for b in site.bulletins]},
        section="bulletins",
    )
    for bulletin in site.bulletins:
        entry = bulletin.entry
        masthead = entry.get("masthead") or {}
        data = {
            "title": entry.word(("title",), lang),
            "notices": notices(studio, entry),
            "number": Text(entry.get("number"), entry.source.lang),
            "date": entry.get("date"),
            "licence": Text(masthead["licence"], entry.source.lang) if masthead.get("licence") else None,
            "pdf": pdf_url(studio, bulletin),
            "text": body_view(studio, entry),
            "cards": [card(studio, p) for p in bulletin.profiles],
            "recalled": bool(bulletin.recalled),
        }
        yield framer.page(
            "bulletin.html",
            framer.everywhere(lambda code, e: site.urls.entry("bulletin", "", e.slug, code), entry),
            entry.word(("title",), lang),
            data,
            crumbs=[(SECTIONS["bulletins"], index[lang])],
            section="bulletins",
            entry=entry,
        )


def _free_page(studio: Studio, framer: Framer, entry: Entry) -> Page:
    title = entry.word(("title",), studio.lang)
    data = {"title": title, "notices": notices(studio, entry), "text": body_view(studio, entry)}
    urls = framer.everywhere(lambda code: studio.site.urls.page(code, entry.slug))
    return framer.page("page.html", urls, title, data, section=f"page:{entry.slug}", entry=entry)
