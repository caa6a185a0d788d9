"""Every kind of PNG, WebP and JPEG is published as it is: shades, colours, transparency, the right way up."""

import io
import struct
from collections.abc import Sequence

import pytest
from PIL import Image, ImageCms

from guongsang.read.pictures import PictureInfo, inspect_picture
from guongsang.render.draw import draw, fallback_form
from support.pngs import Points, png

SIDE = 16
Point = tuple[int, ...]
CLEAR_AT = (5, 1)
"""The point whose colour stands for transparent where a picture has such a one."""


def number(n: int, bits: int) -> int:
    """Bring a number of eight bits to others."""
    return n * 257 if bits == 16 else n >> (8 - bits)


def numbers_at(kind: int, bits: int, x: int, y: int) -> Point:
    """Return the numbers of a point: a ramp of greys or colours, or a place in the palette."""
    i = y * SIDE + x
    if kind == 3:
        return (i % 2**bits,)
    wanted = {0: (i,), 2: (i, 255 - i, 7), 4: (i, i * 3 % 256), 6: (i, 255 - i, 7, i * 5 % 256)}[kind]
    return tuple(number(n, bits) for n in wanted)


def made(kind: int, bits: int, *, clear: bool, interlaced: bool) -> tuple[bytes, list[Point]]:
    """Make a PNG, and the colours with alpha that all its points must have."""
    palette = bytes(v for i in range(2**bits) for v in (i * 37 % 256, 255 - i * 11 % 256, i * 91 % 256))
    key = numbers_at(kind, bits, *CLEAR_AT) if clear else ()
    alphas = bytes([255, 0, 128][: 2**bits]) if clear else b""
    written = alphas if kind == 3 else struct.pack(f">{len(key)}H", *key)
    own = palette if kind == 3 else b""
    data = png(Points(kind, bits, lambda x, y: numbers_at(kind, bits, x, y), own, written, interlaced), SIDE, SIDE)

    def shown(point: Point) -> Point:
        if kind == 3:
            at = point[0]
            return (*palette[3 * at : 3 * at + 3], alphas[at] if at < len(alphas) else 255)
        values = tuple(round(n * 255 / (2**bits - 1)) for n in point)
        alpha = values[-1] if kind in (4, 6) else 0 if point == key else 255
        return (*(values[:1] * 3 if kind in (0, 4) else values[:3]), alpha)

    return data, [shown(numbers_at(kind, bits, x, y)) for y in range(SIDE) for x in range(SIDE)]


def points_of(data: bytes) -> list[Point]:
    """Return the points of a picture, each with its alpha."""
    image = Image.open(io.BytesIO(data)).convert("RGBA")
    return [image.getpixel((x, y)) for y in range(image.height) for x in range(image.width)]  # type: ignore[misc]


def wrong(got: Sequence[Point], wanted: Sequence[Point], by: int = 1) -> list[tuple[Point, Point]]:
    """Return the points that differ; under full transparency no colour is seen."""
    pairs = zip(wanted, got, strict=True)
    return [
        (w, g)
        for w, g in pairs
        if abs(w[3] - g[3]) > by or (w[3] and max(abs(a - b) for a, b in zip(w, g, strict=True)) > by)
    ]


@pytest.mark.parametrize("interlaced", [False, True], ids=["rows", "interlaced"])
@pytest.mark.parametrize("clear", [False, True], ids=["solid", "clear"])
@pytest.mark.parametrize(
    ("kind", "bits"),
    [(k, b) for k, all_bits in {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8)}.items() for b in all_bits]
    + [(4, 8), (4, 16), (6, 8), (6, 16)],
)
def test_each_kind_of_png_is_published_as_it_is(kind: int, bits: int, clear: bool, interlaced: bool) -> None:
    """Greys, colours, palettes and alpha of any number of bits keep every point, and what is transparent stays so."""
    data, wanted = made(kind, bits, clear=clear and kind < 4, interlaced=interlaced)
    assert isinstance(inspect_picture(data, "x.png"), PictureInfo)
    for form in ("png", "webp"):
        assert wrong(points_of(draw(data, SIDE, form)), wanted) == []


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """Return the bytes of a picture."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def quarters(mode: str = "RGB") -> Image.Image:
    """Draw red, green, blue and white quarters, each of 16 by 8 points."""
    image = Image.new("RGB", (32, 16), "white")
    for place, colour in (((0, 0), (200, 0, 0)), ((16, 0), (0, 160, 0)), ((0, 8), (0, 0, 200))):
        image.paste(colour, (*place, place[0] + 16, place[1] + 8))
    return image.convert(mode)


def turned(number: int) -> dict[str, object]:
    """Return EXIF that says how a picture was taken."""
    exif = Image.Exif()
    exif[0x0112] = number
    return {"exif": exif}


GREY = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
KINDS = {
    "jpeg": (quarters(), "JPEG", {}),
    "jpeg-progressive": (quarters(), "JPEG", {"progressive": True}),
    "jpeg-grey": (quarters("L"), "JPEG", {}),
    "jpeg-cmyk": (quarters("CMYK"), "JPEG", {}),
    "jpeg-several": (quarters(), "MPO", {"save_all": True, "append_images": [quarters().rotate(180)]}),
    "webp": (quarters(), "WEBP", {}),
    "webp-lossless": (quarters(), "WEBP", {"lossless": True}),
    "webp-moving": (quarters(), "WEBP", {"save_all": True, "append_images": [quarters().rotate(180)]}),
    "png-moving": (quarters(), "PNG", {"save_all": True, "append_images": [quarters().rotate(180)]}),
    "png-profile": (quarters("RGBA"), "PNG", {"icc_profile": GREY}),
    "png-wrong-profile": (quarters("L"), "PNG", {"icc_profile": GREY}),
}


def middles(data: bytes, size: tuple[int, int]) -> list[Point]:
    """Return the colours in the middle of the four quarters."""
    image = Image.open(io.BytesIO(data)).convert("RGB")
    assert image.size == size
    width, height = size
    return [image.getpixel((x * width // 4, y * height // 4)) for y in (1, 3) for x in (1, 3)]  # type: ignore[misc]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_photo_is_published_in_its_colours(kind: str) -> None:
    """JPEG, WebP and PNG of any kind, of several pictures the first, have the same colours in every form."""
    image, form, options = KINDS[kind]
    data = saved(image, form, **options)
    looked = inspect_picture(data, f"x.{'jpg' if form in ('JPEG', 'MPO') else form.lower()}")
    assert isinstance(looked, PictureInfo)
    wanted = middles(saved(image.convert("RGB"), "PNG"), (32, 16))
    for made_form in ("webp", fallback_form(looked.format)):
        got = middles(draw(data, 32, made_form), (32, 16))
        assert max(abs(a - b) for w, g in zip(wanted, got, strict=True) for a, b in zip(w, g, strict=True)) < 24


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("number", range(1, 9))
def test_a_picture_is_turned_as_it_was_taken(form: str, number: int) -> None:
    """Each of the eight ways in which a picture may lie in its file ends upright."""
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    lying = quarters().transpose(Image.Transpose(back[number])) if number > 1 else quarters()
    drawn = draw(saved(lying, form, **turned(number)), 32, "png")
    for got, wanted in zip(middles(drawn, (32, 16)), middles(saved(quarters(), "PNG"), (32, 16)), strict=True):
        assert max(abs(a - b) for a, b in zip(got, wanted, strict=True)) < 48


def test_exif_that_nobody_can_read_hinders_nothing() -> None:
    """A photo whose EXIF is broken anywhere is drawn as it lies in its file."""
    whole = saved(quarters(), "JPEG", **turned(1))
    begin = whole.index(b"Exif")
    for at in range(begin + 6, begin + 40):
        for value in (0, 2, 255):
            data = whole[:at] + bytes([value]) + whole[at + 1 :]
            if isinstance(inspect_picture(data, "x.jpg"), PictureInfo):
                assert draw(data, 32, "jpg")


@pytest.mark.parametrize("kind", ["webp", "png"])
def test_a_transparent_picture_lies_on_white_in_a_jpeg(kind: str) -> None:
    """What is half transparent is half white, what is wholly transparent is white, whatever colour is hidden there."""
    image = quarters("RGBA")
    image.putalpha(Image.new("L", (32, 16), 128))
    image.paste((255, 0, 0, 0), (16, 0, 32, 8))
    data = saved(image, kind.upper(), **({"lossless": True} if kind == "webp" else {}))
    got = middles(draw(data, 32, "jpg"), (32, 16))
    for point, wanted in zip(got, [(227, 127, 127), (255,) * 3, (127, 127, 227), (255,) * 3], strict=True):
        assert max(abs(a - b) for a, b in zip(point, wanted, strict=True)) < 24
