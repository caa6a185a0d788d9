"""QR codes for paper: the only room that imports segno. The same address always gives the same drawing."""

import hashlib
import io
from functools import cache, lru_cache

from guongsang.cache import Keep

_MASK = 3


@lru_cache(maxsize=1024)
def qr_svg(url: str, keep: Keep) -> str:
    """Draw an address as a QR code in SVG, with error correction M and the quiet zone of the standard.

    The mask is always the same: weighing all eight takes five times as long as the rest, and serves data with large
    even areas, which addresses do not have. A drawing is kept, because it takes as long as half a poster.
    """
    key = hashlib.sha256(f"{_recipe()} {url}".encode()).hexdigest()[:16]
    return keep(f"{key}.svg", lambda: _drawn(url)).decode()


@cache
def _recipe() -> str:
    """Return what a drawing depends on beside its address: printer, error correction, mask, quiet zone."""
    from importlib.metadata import version

    return f"segno {version('segno')} m {_MASK} 4"


def _drawn(url: str) -> bytes:
    import segno

    out = io.BytesIO()
    segno.make(url, error="m", mask=_MASK).save(out, kind="svg", omitsize=True, svgns=True, xmldecl=False, border=4)
    return out.getvalue()
