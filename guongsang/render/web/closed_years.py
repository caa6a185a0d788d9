"""Keeps the pages of a closed year as they are: they lead to no newer year, whatever is published later."""

from guongsang.model.profiles import PublicProfile
from guongsang.model.site import Site


def may_lead_to(site: Site, profile: PublicProfile, other: PublicProfile) -> bool:
    """Return whether the page of a profile may name another one, which would change it once that is there."""
    closed = any(c.slug == profile.campaign and c.facts.closed for c in site.campaigns)
    return not closed or other.campaign <= profile.campaign
