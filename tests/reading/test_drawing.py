"""Pictures of any kind of points are drawn in every form that is published, with their shades and transparency."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from guongsang.read.pictures import PictureInfo, inspect_picture
from guongsang.render.draw import draw, fallback_form
from support.program import Ran
from support.site import tree


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """Return the bytes of a picture."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def grey_ramp() -> Image.Image:
    """Draw greys of 16 bits from black to white."""
    image = Image.new("I", (256, 4))
    image.putdata([x * 257 for _ in range(4) for x in range(256)])
    return image.convert("I;16")


def clear_left(mode: str) -> Image.Image:
    """Draw a picture whose left half is transparent and whose right half is blue or dark."""
    image = Image.new("RGBA", (64, 32), (0, 0, 200, 255))
    image.paste((255, 0, 0, 0), (0, 0, 32, 32))
    return image.convert(mode)


KINDS = {
    "webp-clear": (clear_left("RGBA"), "WEBP", {"lossless": True}),
    "webp": (clear_left("RGB"), "WEBP", {}),
    "webp-moving": (clear_left("RGBA"), "WEBP", {"save_all": True, "append_images": [clear_left("RGBA")]}),
    "png-clear": (clear_left("RGBA"), "PNG", {}),
    "png-grey-clear": (clear_left("LA"), "PNG", {}),
    "png-palette": (clear_left("RGBA").quantize(8), "PNG", {}),
    "png-bits": (clear_left("1"), "PNG", {}),
    "png-16": (grey_ramp(), "PNG", {}),
    "png-key": (clear_left("RGB"), "PNG", {"transparency": (255, 0, 0)}),
    "png-grey-key": (clear_left("L"), "PNG", {"transparency": 76}),
    "png-16-key": (grey_ramp(), "PNG", {"transparency": 257 * 200}),
    "jpeg-grey": (clear_left("L"), "JPEG", {}),
    "jpeg-cmyk": (clear_left("RGB").convert("CMYK"), "JPEG", {}),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["webp", "fallback"])
def test_whatever_check_lets_pass_is_drawn(kind: str, form: str) -> None:
    """A picture of any kind of points that a look finds sound can be drawn in every form that is published."""
    image, own, options = KINDS[kind]
    data = saved(image, own, **options)
    looked = inspect_picture(data, f"x.{'jpg' if own == 'JPEG' else own.lower()}")
    assert isinstance(looked, PictureInfo)
    made = Image.open(io.BytesIO(draw(data, 48, "webp" if form == "webp" else fallback_form(looked.format))))
    assert max(made.size) == 48 and made.mode in ("RGB", "RGBA")


@pytest.mark.parametrize("kind", ["webp-clear", "png-key", "png-clear"])
def test_what_is_transparent_stays_so_and_lies_on_white_in_a_jpeg(kind: str) -> None:
    """A WebP or PNG keeps the transparent half; a JPEG shows it white, never black or in the hidden colour."""
    image, own, options = KINDS[kind]
    data = saved(image, own, **options)
    modern = Image.open(io.BytesIO(draw(data, 64, "webp"))).convert("RGBA")
    assert [modern.getpixel((8, 16))[3], modern.getpixel((56, 16))[3]] == [0, 255]  # type: ignore[index]
    flat = Image.open(io.BytesIO(draw(data, 64, "jpg"))).convert("RGB")
    assert min(flat.getpixel((8, 16))) > 245 and flat.getpixel((56, 16))[0] < 40  # type: ignore[index, arg-type]


def test_greys_of_sixteen_bits_keep_their_shades() -> None:
    """A scan with 65,536 greys is published from black to white, not white alone."""
    image, own, options = KINDS["png-16"]
    drawn = Image.open(io.BytesIO(draw(saved(image, own, **options), 256, "png"))).convert("L")
    assert [abs(drawn.getpixel((x, 1)) - x) < 3 for x in (0, 64, 128, 192, 255)] == [True] * 5  # type: ignore[operator]


def test_the_one_grey_that_is_transparent_becomes_so() -> None:
    """A grey of 16 bits that stands for transparent is the only one that is."""
    image, own, options = KINDS["png-16-key"]
    alpha = Image.open(io.BytesIO(draw(saved(image, own, **options), 256, "png"))).getchannel("A")
    assert [alpha.getpixel((x, 1)) for x in (199, 200, 201)] == [255, 0, 255]


@pytest.mark.parametrize("step", ["scaled", "written"])
def test_a_picture_that_cannot_be_drawn_is_named(
    site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Should drawing fail all the same, the finding names the picture, and what was published stays."""
    root = site()
    assert run("--root", root, "build", "--no-print").status == 0
    before = tree(root / "output")
    shutil.rmtree(root / ".cache")

    def refused(*_: object, **__: object) -> bytes:
        raise OSError("cannot write mode XYZ as PNG")

    monkeypatch.setattr(f"guongsang.render.images.{step}", refused)
    ran = run("--root", root, "--lang", "en", "build", "--no-print")
    assert ran.status == 2 and "content/exemplars/2024/noi-02.png" in ran.out and "[bad-image]" in ran.out
    assert tree(root / "output") == before
