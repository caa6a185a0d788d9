"""The outline of a site: what pages show of it beside the documents that they are about."""

from collections.abc import Iterator, Mapping

from guongsang.digests import digest_of, value_digest
from guongsang.model.site import Site


def outline_of(site: Site, styles: Mapping[str, str]) -> bytes:
    """Return a digest of all that the page of an exemplar or of a list of exemplars may show of the rest of the site.

    These are the configuration, units, criteria and styles; which documents and headings there are, so that links lead
    to them; what the menu and the ways to narrow a list hold. What single exemplars say is not among it.
    """
    config = site.config
    return digest_of(
        value_digest((config.title, config.organisation, config.languages, config.base_url, config.sections)),
        value_digest((site.wishes, site.units, site.criteria, styles)),
        value_digest((site.sample, site.tagged, site.adopted, site.topic_slugs, list(_menu(site)))),
        value_digest((site.urls_of, site.library.by_file)),
        value_digest([(p.unit.id, p.category.id, p.campaign) for p in site.profiles]),
    )


def _menu(site: Site) -> Iterator[object]:
    yield from (bool(documents) for documents in (site.plans, site.campaigns, site.bulletins))
    for page in site.pages:
        yield page.slug, page.facts.menu, [page.word(("title",), lang) for lang in site.config.languages]
