"""Pictures of contributors: the only room that imports Pillow.

What a picture is, is seen from its content, never from its name; only JPEG, PNG and WebP are opened, and never one of
more than 40 million pixels, which is read from the header before a single pixel is. Every published picture is drawn
anew from its pixels, turned the way it was taken, so nothing that a camera or phone wrote beside them (place, time,
comments) remains.
"""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from guongsang.findings import Finding, Place, find
from guongsang.i18n import Message, say

PIXEL_LIMIT = 40_000_000
_FORMATS = ("JPEG", "PNG", "WEBP")
_SUFFIXES = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}
SUFFIXES = frozenset(suffix for suffixes in _SUFFIXES.values() for suffix in suffixes)


@dataclass(frozen=True)
class Looked:
    """What the header of a picture says: size as it will be shown, format, whether it carries metadata."""

    width: int
    height: int
    format: str
    metadata: bool


def look_at(data: bytes, file: str) -> Looked | Finding:
    """Look at a picture's header and see that its content is whole."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                width, height = image.size
                if width * height > PIXEL_LIMIT:
                    return _too_large(file, width, height)
                if not file.lower().endswith(_SUFFIXES[str(image.format)]):
                    return _bad(
                        file,
                        say("the file is a {format} picture under another name", format=str(image.format)),
                        say("give it the ending {ending}", ending=_SUFFIXES[str(image.format)][0]),
                    )
                turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
                metadata = bool(
                    image.getexif() or image.info.get("comment") or image.info.get("xmp") or image.info.get("photoshop")
                )
                image.load()
                return Looked(height if turned else width, width if turned else height, str(image.format), metadata)
    except UnidentifiedImageError:
        return _bad(file, say("this is not a JPEG, PNG or WebP picture"), say("save the picture again as JPEG"))
    except Image.DecompressionBombError:
        return find(
            "image-too-large",
            Place(file),
            say("the picture has far more than 40 million points"),
            say("make it smaller: 2,000 points on the longer side are plenty"),
        )
    except (OSError, SyntaxError, ValueError):
        return _bad(
            file, say("the picture is damaged"), say("copy it again from where it came from, or save it again as JPEG")
        )


def _bad(file: str, message: Message, hint: Message) -> Finding:
    return find("bad-image", Place(file), message, hint)


def _too_large(file: str, width: int, height: int) -> Finding:
    return find(
        "image-too-large",
        Place(file),
        say("the picture has {width} × {height} points; the limit is 40 million", width=width, height=height),
        say("make it smaller: 2,000 points on the longer side are plenty"),
    )


def redraw(data: bytes, longest: int) -> tuple[bytes, str, int, int]:
    """Draw a picture anew with at most `longest` points on its longer side; give bytes, ending, width and height."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            flat = opened.format == "PNG"
            image = ImageOps.exif_transpose(opened)
            image = image.convert("RGBA" if image.mode in ("RGBA", "LA", "P", "PA") and flat else "RGB")
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    clean = Image.new(image.mode, image.size)
    clean.paste(image)
    if clean.mode == "RGBA" and clean.getchannel("A").getextrema() == (255, 255):
        clean = clean.convert("RGB")
    out = io.BytesIO()
    if flat:
        clean.save(out, "PNG", optimize=True)
    else:
        clean.save(out, "JPEG", quality=82, optimize=True, progressive=True)
    return out.getvalue(), "png" if flat else "jpg", *clean.size
