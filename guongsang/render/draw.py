"""Draws pictures: scaled, turned to sRGB, without metadata."""

import io
import warnings
from contextlib import suppress

from PIL import Image, ImageCms, ImageMath, ImageOps

from guongsang.read.pictures import decoded


def fitted(width: int, height: int, longest: int) -> tuple[int, int]:
    """Return the size of a picture with at most `longest` points on its longer side; none is made larger."""
    scale = min(1.0, longest / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def draw(data: bytes, longest: int, form: str, *, progressive: bool = True) -> bytes:
    """Draw a picture anew as `jpg`, `png` or `webp`, turned as it was taken, in sRGB, with nothing beside its pixels.

    A drawing (PNG) becomes a lossless WebP, a photo one of about the quality of the JPEG. A JPEG that is not
    progressive is a little larger and read in a third of the time.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        opened = decoded(data, "RGB", longest)
        drawing = opened.format == "PNG"
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
        clean = _on_white(clean)
        clean.save(out, "JPEG", quality=82, optimize=True, progressive=progressive)
    return out.getvalue()


def fallback_form(picture_format: str) -> str:
    """Return the form that every browser and printer reads: `png` for drawings, `jpg` for photos."""
    return "png" if picture_format == "PNG" else "jpg"


def _on_white(image: Image.Image) -> Image.Image:
    """Lay a picture on white paper where it is transparent, which a JPEG cannot be."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Bring colours of a wider space, as phones write them, to the one that all screens show."""
    image = _in_eight_bits(image)
    clear = image.mode in ("RGBA", "LA", "La", "RGBa", "PA") or "transparency" in image.info
    if profile and image.mode in ("RGB", "CMYK") and not clear:
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if turned is not None:
                return turned
    return image.convert("RGBA" if clear else "RGB")


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Bring greys of 16 bits to 8; the one grey that stands for transparent becomes so."""
    if not image.mode.startswith("I"):
        return image
    wide = image.convert("I")
    grey = wide.point(lambda value: value * (1 / 256)).convert("L")
    key = image.info.get("transparency")
    if not isinstance(key, int):
        grey.info.pop("transparency", None)
        return grey
    alpha = ImageMath.lambda_eval(lambda bands: (bands["wide"] != key) * 255, wide=wide).convert("L")
    return Image.merge("LA", (grey, alpha))
