"""Pictures of contributors: the only room that imports Pillow.

What a picture is, is seen from its content, never from its name; only JPEG, PNG and WebP are opened, and never one of
more than 40 million pixels, which is read from the header before a single pixel is. Every published picture is drawn
anew from its pixels, turned the way it was taken, so nothing that a camera or phone wrote beside them (place, time,
comments) remains.
"""

import io
import warnings
from contextlib import suppress
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

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


def fitted(width: int, height: int, longest: int) -> tuple[int, int]:
    """Give the size of a picture with at most `longest` points on its longer side; none is made larger."""
    scale = min(1.0, longest / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def draw(data: bytes, longest: int, form: str, *, progressive: bool = True) -> bytes:
    """Draw a picture anew as `jpg`, `png` or `webp`, turned as it was taken, in sRGB, with nothing beside its pixels.

    A drawing (PNG) becomes a lossless WebP, a photo one of about the quality of the JPEG. A JPEG that is not
    progressive is a little larger and read in a third of the time.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            drawing = opened.format == "PNG"
            opened.draft("RGB", (longest, longest))
            image = _in_srgb(ImageOps.exif_transpose(opened), opened.info.get("icc_profile"))
    image = image.resize(fitted(*image.size, longest), Image.Resampling.LANCZOS, reducing_gap=3.0)
    clean = Image.new(image.mode, image.size)
    clean.paste(image)
    if clean.mode == "RGBA" and clean.getchannel("A").getextrema() == (255, 255):
        clean = clean.convert("RGB")
    out = io.BytesIO()
    if form == "webp":
        clean.save(out, "WEBP", lossless=drawing, quality=80, method=4)
    elif form == "png":
        clean.save(out, "PNG", optimize=True)
    else:
        clean.save(out, "JPEG", quality=82, optimize=True, progressive=progressive)
    return out.getvalue()


def fallback_form(picture_format: str) -> str:
    """Give the form that every browser and printer reads: `png` for drawings, `jpg` for photos."""
    return "png" if picture_format == "PNG" else "jpg"


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Bring colours of a wider space, as phones write them, to the one that all screens show."""
    mode = "RGBA" if image.format != "JPEG" and image.mode in ("RGBA", "LA", "P", "PA") else "RGB"
    if profile and image.mode in ("RGB", "CMYK"):
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if turned is not None:
                return turned
    return image.convert(mode)
