"""Photos as they are published: the sizes and forms in use, turned and coloured right, nothing beside the pixels."""

import io
import re
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from support.photos import put_photo, use_photo
from support.program import Ran
from support.site import tree

PAGE = "vi/guong/2024/noi-02.html"


def pictures(root: Path) -> dict[str, bytes]:
    """All pictures that are published."""
    return {n: d for n, d in tree(root / "output/site").items() if n.endswith((".jpg", ".webp", ".png"))}


def test_a_photo_has_the_sizes_in_use_in_two_forms(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A photo is published at 240, 480 and 960 points as JPEG and WebP, upright, and the page names them all."""
    root = site()
    put_photo(root)
    assert run("--root", root, "build", "--no-print").status == 0
    made = pictures(root)
    sizes = {}
    for name, data in made.items():
        with Image.open(io.BytesIO(data)) as image:
            sizes[name] = (image.format, image.size)
            left, right = image.convert("RGB").getpixel((5, 5)), image.convert("RGB").getpixel((5, image.height - 5))
        assert left[2] > 150 > left[0] and right[0] > 150 > right[2], "the photo stands on its side"  # type: ignore[index]
    assert sorted(sizes.values()) == [
        (form, size) for form in ("JPEG", "WEBP") for size in ((150, 240), (300, 480), (600, 960))
    ]
    html = (root / "output/site" / PAGE).read_text(encoding="utf-8")
    assert all(Path(name).name in html for name in made)
    assert re.search(
        r'<picture><source type="image/webp"[^>]*><img [^>]*width="600" height="960"[^>]*></picture>', html
    )


def test_nothing_but_pixels_is_published(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Place, maker, comment and profile of a photo are in none of its published forms."""
    root = site()
    put_photo(root)
    assert run("--root", root, "build", "--no-print").status == 0
    made = pictures(root)
    assert len(made) == 6
    for data in made.values():
        assert not [w for w in (b"SECRET", b"Exif", b"GPS", b"EXIF", b"ICC", b"noi-02") if w in data]


def test_a_small_picture_is_not_made_larger(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A picture smaller than a size in use is published once, as large as it is."""
    root = site()
    put_photo(root, 200, 100)
    assert run("--root", root, "build", "--no-print").status == 0
    assert len(pictures(root)) == 2
    assert 'width="100" height="200"' in (root / "output/site" / PAGE).read_text(encoding="utf-8")


def test_a_screen_of_any_kind_gets_its_own_colours(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A photo in CMYK, as printers send it, is published in RGB."""
    root = site()
    out = io.BytesIO()
    Image.new("CMYK", (300, 300), (0, 255, 255, 0)).save(out, "JPEG")
    use_photo(root, out.getvalue())
    assert run("--root", root, "build", "--no-print").status == 0
    made = pictures(root)
    assert len(made) == 4
    for data in made.values():
        with Image.open(io.BytesIO(data)) as image:
            assert image.mode == "RGB" and image.getpixel((9, 9))[0] > 200  # type: ignore[index]


def lossless_jpeg(side: int) -> bytes:
    """Make a grey JPEG of the kind without loss: one code, of one bit, which says that a point is as the one before."""

    def part(marker: int, data: bytes) -> bytes:
        return b"\xff" + struct.pack(">BH", marker, len(data) + 2) + data

    codes = part(0xC4, bytes([0, 1, *[0] * 15, 0]))
    frame = part(0xC3, struct.pack(">BHHB", 8, side, side, 1) + bytes([1, 0x11, 0]))
    scan = part(0xDA, bytes([1, 1, 0, 1, 0, 0]))
    return b"\xff\xd8" + codes + frame + scan + bytes(side * side // 8) + b"\xff\xd9"


def several_photos() -> bytes:
    """Make a file of two photos in one, as some phones write it under the name of a JPEG."""
    out = io.BytesIO()
    photo = Image.new("RGB", (480, 480), (200, 30, 30))
    photo.save(out, "MPO", save_all=True, append_images=[photo])
    return out.getvalue()


@pytest.mark.parametrize("data", [lossless_jpeg(480), several_photos()], ids=["lossless", "several"])
def test_rare_kinds_of_jpeg_are_published(site: Callable[..., Path], run: Callable[..., Ran], data: bytes) -> None:
    """A JPEG without loss, which cannot be decoded small, and several photos in one file are published like others."""
    root = site()
    use_photo(root, data)
    for _ in range(2):
        ran = run("--root", root, "build", "--no-print")
        assert ran.status == 0, ran.err
    assert len(pictures(root)) == 4
