"""QR codes for paper: the only room that imports segno. The same address always gives the same drawing."""

import io
from functools import lru_cache

import segno

_MASK = 3


@lru_cache(maxsize=1024)
def qr_svg(url: str) -> str:
    """Draw an address as a QR code in SVG, with error correction M and the quiet zone of the standard.

    The mask is always the same: weighing all eight takes five times as long as the rest, and serves data with large
    even areas, which addresses do not have.
    """
    out = io.BytesIO()
    segno.make(url, error="m", mask=_MASK).save(out, kind="svg", omitsize=True, svgns=True, xmldecl=False, border=4)
    return out.getvalue().decode()
