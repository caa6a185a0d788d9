"""The topics: what writers put under `tags`, each with a paged list of its exemplars.

A topic is told as the newest exemplar writes it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guongsang.i18n.messages import Text
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import Site
from guongsang.model.topics import topic_key
from guongsang.render.html.page import LaterPage, Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.layout import SECTIONS, PageLayout
from guongsang.render.web.lists.listing import IndexRow, IndexView, Listing, listing_pages, url_of_list


@dataclass(frozen=True)
class Topic:
    """A topic: its name as written, and the exemplars that bear it, newest first."""

    name: Text
    profiles: tuple[PublicProfile, ...]


def topics_of(site: Site) -> Mapping[str, Topic]:
    """Return the topics of a site by their part of an address, in the order of the alphabet."""
    found: dict[str, tuple[Text, dict[str, PublicProfile]]] = {}
    for profile in site.profiles:
        for tag in profile.facts.tags:
            _, profiles = found.setdefault(site.topic_slugs[topic_key(tag)], (profile.source_text(tag.strip()), {}))
            profiles[profile.id] = profile
    ordered = sorted(found.items(), key=lambda item: (site.name_order.place(item[1][0].value), item[0]))
    return {slug: Topic(name, tuple(profiles.values())) for slug, (name, profiles) in ordered}


def topic_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page | LaterPage]:
    """Make the index of topics and the list of each; nothing where no exemplar has a tag."""
    site, lang = context.site, context.lang
    topics = topics_of(site)
    if not topics:
        return
    index = layout.everywhere(lambda code: site.urls.index("tags", code))
    rows = [IndexRow(t.name, site.urls.list_of("tags", lang, slug), len(t.profiles)) for slug, t in topics.items()]
    yield layout.page("tags.html", index, SECTIONS["tags"], IndexView(rows), section="exemplars")
    for slug, topic in topics.items():
        listing = Listing(
            title=topic.name,
            profiles=topic.profiles,
            url=url_of_list(site, "tags", slug),
            crumbs=[(SECTIONS["tags"], index[lang])],
        )
        yield from listing_pages(context, layout, listing)


@dataclass(frozen=True)
class TopicLink:
    """A topic of a profile and its list."""

    name: Text
    url: str


def topic_links(context: RenderContext, profile: PublicProfile) -> list[TopicLink]:
    """Show the topics of a profile, each with the way to its list."""
    site, lang = context.site, context.lang
    return [
        TopicLink(profile.source_text(tag), site.urls.list_of("tags", lang, site.topic_slugs[topic_key(tag)]))
        for tag in profile.facts.tags
    ]
