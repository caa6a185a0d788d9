"""The topics: what writers put under `tags`, each with a paged list of its exemplars.

Tags that differ only in case, marks or signs are one topic, told as the first of them is written. A tag of which no
address can be made has no list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guongsang.i18n.messages import Text
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import Site
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.layout import SECTIONS, PageLayout
from guongsang.render.web.lists.listing import IndexRow, IndexView, Listing, listing_pages, url_of_list
from guongsang.text.file_names import RESERVED
from guongsang.text.vietnamese import slugify, sort_key


@dataclass(frozen=True)
class Topic:
    """A topic: its name as written, and the exemplars that bear it, newest first."""

    name: Text
    profiles: tuple[PublicProfile, ...]


def topics_of(site: Site) -> Mapping[str, Topic]:
    """Return the topics of a site by their part of an address, in the order of the Vietnamese alphabet."""
    found: dict[str, tuple[Text, list[PublicProfile]]] = {}
    for profile in site.profiles:
        for tag in profile.facts.tags:
            if slug := topic_slug(tag):
                _, profiles = found.setdefault(slug, (profile.source_text(tag.strip()), []))
                if profile.id not in {p.id for p in profiles}:
                    profiles.append(profile)
    ordered = sorted(found.items(), key=lambda item: (sort_key(item[1][0].value), item[0]))
    return {slug: Topic(name, tuple(profiles)) for slug, (name, profiles) in ordered}


def topic_slug(tag: str) -> str:
    """Return the part of an address for a tag, empty where none can be made; never a name that Windows keeps."""
    slug = slugify(tag)
    return f"{slug}-1" if RESERVED.fullmatch(slug) else slug


def topic_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
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
    """A topic of a profile and its list, if it has one."""

    name: Text
    url: str | None


def topic_links(context: RenderContext, profile: PublicProfile) -> list[TopicLink]:
    """Show the topics of a profile, each with the way to its list, if it has one."""
    site, lang = context.site, context.lang
    return [
        TopicLink(
            profile.source_text(tag), site.urls.list_of("tags", lang, topic_slug(tag)) if topic_slug(tag) else None
        )
        for tag in profile.facts.tags
    ]
