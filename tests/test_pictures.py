"""Pictures as they are published: the sizes and forms in use, turned and coloured right, nothing beside the pixels."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran, edit, tree
from PIL import Image, ImageCms

PHOTO = "content/exemplars/2024/noi-02.jpg"
PAGE = "vi/guong/2024/noi-02.html"


def put_photo(root: Path, width: int = 1600, height: int = 1000) -> None:
    """Put a photo such as a phone takes: lying on its side, with place, comment and a profile of colours."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    image.paste((20, 20, 200), (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SECRETMAKER"
    exif.get_ifd(0x8825)[1] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif, comment=b"SECRETWORD", icc_profile=profile)
    use_photo(root, out.getvalue())


def use_photo(root: Path, data: bytes) -> None:
    """Let the profile use a photo in place of its drawing."""
    (root / PHOTO).write_bytes(data)
    if (root / PHOTO).with_suffix(".png").exists():
        (root / PHOTO).with_suffix(".png").unlink()
        edit(root, "content/exemplars/2024/noi-02.vi.md", "photo: noi-02.png", "photo: noi-02.jpg")


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
    for data in pictures(root).values():
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
    for data in pictures(root).values():
        with Image.open(io.BytesIO(data)) as image:
            assert image.mode == "RGB" and image.getpixel((9, 9))[0] > 200  # type: ignore[index]


@pytest.mark.parametrize("harm", ["broken", "folder", "missing"])
def test_a_broken_cache_is_an_empty_one(site: Callable[..., Path], run: Callable[..., Ran], harm: str) -> None:
    """Whatever happens to the kept pictures, the next build gives the same bytes."""
    root = site()
    put_photo(root)
    assert run("--root", root, "build", "--no-print").status == 0
    before = tree(root / "output")
    kept = sorted((root / ".cache/pictures").iterdir())
    assert kept
    for path in kept:
        path.unlink()
        if harm == "broken":
            path.write_bytes(b"x" * 50)
        elif harm == "folder":
            path.mkdir()
    assert run("--root", root, "build", "--no-print").status == 0
    assert tree(root / "output") == before


def test_kept_pictures_are_not_drawn_again(
    site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build takes its pictures from the cache."""
    root = site()
    put_photo(root)
    assert run("--root", root, "build", "--no-print").status == 0
    drawn: list[object] = []
    resize = Image.Image.resize
    monkeypatch.setattr(Image.Image, "resize", lambda *a, **k: (drawn.append(a), resize(*a, **k))[1])
    assert run("--root", root, "build", "--no-print").status == 0
    assert not drawn
    put_photo(root, 1000, 1000)
    assert run("--root", root, "build", "--no-print").status == 0
    assert drawn
