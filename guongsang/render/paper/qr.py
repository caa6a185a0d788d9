"""QR codes for paper: the only room that imports segno. The same address always gives the same drawing."""

import hashlib
import io
from functools import lru_cache

import segno

from guongsang.cache import Keep

_MASK = 3
_RECIPE = f"segno {segno.__version__} m {_MASK} 4"
"""What a drawing depends on beside its address: printer, error correction, mask, quiet zone."""


@lru_cache(maxsize=1024)
def qr_svg(url: str, keep: Keep) -> str:
    """Draw an address as a QR code in SVG, with error correction M and the quiet zone of the standard.

    The mask is always the same: weighing all eight takes five times as long as the rest, and serves data with large
    even areas, which addresses do not have. A drawing is kept, because it takes as long as half a poster.
    """
    key = hashlib.sha256(f"{_RECIPE} {url}".encode()).hexdigest()[:16]
    return keep(f"{key}.svg", lambda: _drawn(url)).decode()


def _drawn(url: str) -> bytes:
    out = io.BytesIO()
    segno.make(url, error="m", mask=_MASK).save(out, kind="svg", omitsize=True, svgns=True, xmldecl=False, border=4)
    return out.getvalue()
