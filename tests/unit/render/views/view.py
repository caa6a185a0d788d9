"""The small site's profile, ready to be shown."""

from pathlib import Path

from guongsang.model.profiles import PublicProfile
from guongsang.render.images import ImageStore
from guongsang.render.views.context import RenderContext
from unit.support import MAI, changed, made_site


def view(root: Path, *changes: tuple[str, str], lang: str = "en") -> tuple[RenderContext, PublicProfile]:
    """Return the context of a language, and the profile of the small site with some texts changed."""
    site = made_site(root, changed(MAI, *changes))
    return RenderContext(site, ImageStore({}, {}), lang), site.profiles[0]
