"""Draws pictures: scaled, turned to sRGB, without metadata. Pillow is imported when a picture is drawn."""

import io
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from guongsang.i18n.messages import Message, say
from guongsang.i18n.system_faults import reason_of
from guongsang.read.pictures import decoded, turn_of

if TYPE_CHECKING:
    from PIL import Image

SAVE_AGAIN = say("save the picture again as JPEG")
_TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
"""What brings a picture upright, as Pillow names it, by the number that EXIF gives for the way it was taken."""
_BITS_OF_PNG = 24
"""Where the head of a PNG says how many bits a number has."""


def fitted(width: int, height: int, longest: int) -> tuple[int, int]:
    """Return the size of a picture with at most `longest` points on its longer side; none is made larger."""
    scale = min(1.0, longest / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


class Scaled(NamedTuple):
    """The pixels of a picture in the size in which it is shown, and whether it is a drawing (PNG)."""

    image: "Image.Image"
    is_drawing: bool


def draw(data: bytes, longest: int, form: str, *, progressive: bool = True) -> bytes:
    """Draw a picture anew in a form."""
    return written(scaled(data, longest), form, progressive=progressive)


def scaled(data: bytes, longest: int) -> Scaled:
    """Return a picture with at most `longest` points on its longer side, turned as it was taken, in sRGB."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        opened = decoded(data, "RGB", longest)
        profile = opened.info.get("icc_profile")
        image = _in_srgb(_upright(_in_eight_bits(opened, data), turn_of(opened)), profile)
    size = fitted(*image.size, longest)
    return Scaled(image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0), opened.format == "PNG")


def written(picture: Scaled, form: str, *, progressive: bool = True) -> bytes:
    """Write a picture as `jpg`, `png` or `webp`, with nothing beside its pixels, of which it takes a copy.

    A drawing becomes a lossless WebP, a photo one of about the quality of the JPEG. A JPEG that is not progressive is a
    little larger and read in a third of the time.
    """
    from PIL import Image

    image = picture.image
    clean = Image.new(image.mode, image.size)
    clean.paste(image)
    if clean.mode == "RGBA" and clean.getchannel("A").getextrema() == (255, 255):
        clean = clean.convert("RGB")
    out = io.BytesIO()
    if form == "webp":
        clean.save(out, "WEBP", lossless=picture.is_drawing, quality=80, method=4)
    elif form == "png":
        clean.save(out, "PNG", optimize=True)
    else:
        clean = _on_white(clean)
        clean.save(out, "JPEG", quality=82, optimize=True, progressive=progressive)
    return out.getvalue()


def fallback_form(picture_format: str) -> str:
    """Return the form that every browser and printer reads: `png` for drawings, `jpg` for photos."""
    return "png" if picture_format == "PNG" else "jpg"


def cannot_draw(fault: Exception) -> Message:
    """Return why a picture cannot be drawn."""
    if isinstance(fault, OSError) and fault.errno:
        return say("the picture cannot be drawn ({reason})", reason=reason_of(fault))
    if isinstance(fault, MemoryError):
        return say("the picture cannot be drawn ({reason})", reason=say("memory ran out"))
    return say("the picture cannot be drawn: its data are damaged")


def _on_white(image: "Image.Image") -> "Image.Image":
    """Lay a picture on white paper where it is transparent, which a JPEG cannot be."""
    if image.mode != "RGBA":
        return image
    from PIL import Image

    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _upright(image: "Image.Image", turn: int) -> "Image.Image":
    """Turn a picture the way it was taken; what else stands in its EXIF may be as broken as it likes."""
    from PIL import Image

    return image.transpose(Image.Transpose[_TURNS[turn]]) if turn in _TURNS else image


def _in_srgb(image: "Image.Image", profile: bytes | None) -> "Image.Image":
    """Bring colours of a wider space, as phones write them, to the one that all screens show."""
    clear = image.mode in ("RGBA", "LA", "La", "RGBa", "PA") or "transparency" in image.info
    alpha = image.convert("RGBA").getchannel("A") if clear else None
    drawn = _turned(image, profile) or (image if image.mode == "RGB" and not clear else _in_rgb(image, clear=clear))
    if alpha:
        drawn.putalpha(alpha)
    return drawn


def _in_rgb(image: "Image.Image", *, clear: bool) -> "Image.Image":
    return image.convert("RGBA" if clear else "RGB").convert("RGB")


def _turned(image: "Image.Image", profile: bytes | None) -> "Image.Image | None":
    """Turn the colours of a picture to sRGB; None where it has no profile, or one of another kind of colours."""
    if profile:
        from PIL import ImageCms

        plain = image if image.mode in ("L", "RGB", "CMYK") else image.convert("L" if image.mode == "LA" else "RGB")
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(plain, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    return None


def _in_eight_bits(image: "Image.Image", data: bytes) -> "Image.Image":
    """Bring greys of 16 bits to 8, and the colour that stands for transparent to the numbers of the decoded points."""
    key = image.info.get("transparency")
    if image.mode.startswith("I"):
        return _eight_bit_grey(image.convert("I"), key)
    if image.format == "PNG" and image.mode in ("L", "RGB") and key is not None:
        bits = data[_BITS_OF_PNG]
        scaled = [number >> 8 if bits == 16 else number * 255 // (2**bits - 1) & 255 for number in _numbers(key)]
        image.info["transparency"] = scaled[0] if image.mode == "L" else tuple(scaled)
    return image


def _numbers(key: int | tuple[int, ...]) -> tuple[int, ...]:
    return (key,) if isinstance(key, int) else key


def _eight_bit_grey(wide: "Image.Image", key: object) -> "Image.Image":
    """Bring greys of 16 bits to 8; the one grey that stands for transparent becomes so."""
    grey = wide.point(lambda value: value * (1 / 256)).convert("L")
    grey.info.pop("transparency", None)
    if not isinstance(key, int):
        return grey
    from PIL import Image, ImageMath

    alpha = ImageMath.lambda_eval(lambda bands: (bands["wide"] != key) * 255, wide=wide).convert("L")
    return Image.merge("LA", (grey, alpha))
