"""QR codes for paper: the only room that imports segno. The same address always gives the same drawing."""

import io
from functools import lru_cache

import segno


@lru_cache(maxsize=1024)
def qr_svg(url: str) -> str:
    """Draw an address as a QR code in SVG, with error correction M and the quiet zone of the standard."""
    out = io.BytesIO()
    segno.make(url, error="m").save(out, kind="svg", omitsize=True, svgns=True, xmldecl=False, border=4)
    return out.getvalue().decode()
