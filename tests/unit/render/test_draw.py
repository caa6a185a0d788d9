"""Pictures drawn anew."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from guongsang.render.draw import draw, fallback_form, fitted


def picture(
    size: tuple[int, int] = (40, 20), mode: str = "RGB", form: str = "PNG", colour: object = None, **more: object
) -> bytes:
    """Save a picture of one colour."""
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, form, **more)  # type: ignore[arg-type]
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """Open a picture that was drawn."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("width", "height", "longest", "size"),
    [
        (400, 200, 100, (100, 50)),
        (200, 400, 100, (50, 100)),
        (40, 20, 100, (40, 20)),
        (100, 100, 100, (100, 100)),
        (1000, 1, 10, (10, 1)),
        (3, 2, 2, (2, 1)),
    ],
)
def test_a_picture_fits_its_longer_side(width: int, height: int, longest: int, size: tuple[int, int]) -> None:
    """None is made larger, and none vanishes."""
    assert fitted(width, height, longest) == size


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 5_000), st.integers(1, 5_000), st.integers(1, 2_000))
def test_no_side_is_longer_than_asked_or_than_it_was(width: int, height: int, longest: int) -> None:
    """And the longer side stays the longer."""
    new_width, new_height = fitted(width, height, longest)
    assert 1 <= new_width <= max(1, min(width, longest)) and 1 <= new_height <= max(1, min(height, longest))
    assert (new_width >= new_height) is (width >= height) or new_width == new_height


@pytest.mark.parametrize(("form", "name"), [("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP")])
def test_each_form_is_written_in_the_size_asked(form: str, name: str) -> None:
    """From a photo or a drawing."""
    for original in ("JPEG", "PNG"):
        image = opened(draw(picture((80, 40), form=original, colour=(200, 10, 10)), 20, form))
        assert (image.format, image.size) == (name, (20, 10))


def test_nothing_beside_the_pixels_is_kept() -> None:
    """Place, camera, remarks and profiles of colours stay out of what is published."""
    exif = Image.Exif()
    exif[0x010E] = "Lan o nha"
    data = picture(form="JPEG", exif=exif, comment=b"Lan o nha")
    assert b"Lan o nha" in data
    for form in ("jpg", "png", "webp"):
        drawn = draw(data, 40, form)
        assert b"Lan o nha" not in drawn and "exif" not in opened(drawn).info


def test_a_picture_is_turned_as_it_was_taken() -> None:
    """The note of the camera is gone, so the pixels must be turned."""
    exif = Image.Exif()
    exif[0x0112] = 6
    assert opened(draw(picture((40, 20), form="JPEG", exif=exif), 40, "jpg")).size == (20, 40)


def test_a_transparent_drawing_lies_on_white_where_it_must() -> None:
    """A JPEG cannot be transparent; the other forms stay so."""
    clear = picture(mode="RGBA", colour=(255, 0, 0, 0))
    assert opened(draw(clear, 40, "jpg")).getpixel((5, 5)) == (255, 255, 255)
    assert opened(draw(clear, 40, "webp")).mode == "RGBA"
    assert opened(draw(clear, 40, "png")).mode == "RGBA"


def test_a_drawing_that_hides_nothing_needs_no_transparency() -> None:
    """Which makes it smaller."""
    assert opened(draw(picture(mode="RGBA", colour=(255, 0, 0, 255)), 40, "png")).mode == "RGB"


@pytest.mark.parametrize(
    ("mode", "colour", "seen"),
    [
        ("L", 100, (100, 100, 100)),
        ("1", 1, (255, 255, 255)),
        ("P", 0, None),
        ("I;16", 256 * 100, (100, 100, 100)),
        ("LA", (50, 255), (50, 50, 50)),
    ],
)
def test_every_mode_of_colour_is_drawn(mode: str, colour: object, seen: tuple[int, ...] | None) -> None:
    """Greys, two colours, tables of colours, 16 bits."""
    image = opened(draw(picture(mode=mode, colour=colour), 40, "png"))
    assert image.mode == "RGB" and image.size == (40, 20)
    if seen is not None:
        assert image.getpixel((5, 5)) == seen


def test_a_drawing_becomes_a_lossless_webp() -> None:
    """Its edges stay sharp."""
    image = Image.new("RGB", (40, 20), "white")
    image.putpixel((7, 7), (1, 2, 3))
    out = io.BytesIO()
    image.save(out, "PNG")
    assert opened(draw(out.getvalue(), 40, "webp")).convert("RGB").getpixel((7, 7)) == (1, 2, 3)


def test_the_same_picture_is_always_drawn_alike() -> None:
    """So that a cache and a comparison of builds can rely on it."""
    data = picture(colour=(9, 8, 7))
    assert draw(data, 30, "jpg") == draw(data, 30, "jpg")
    assert b"\xff\xc2" in draw(data, 30, "jpg") and b"\xff\xc0" in draw(data, 30, "jpg", progressive=False)


@pytest.mark.parametrize(("of", "form"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "jpg")])
def test_the_form_that_everybody_reads(of: str, form: str) -> None:
    """PNG for drawings, JPEG for anything else."""
    assert fallback_form(of) == form
