"""Pictures as they are published: the sizes and forms in use, turned and coloured right, nothing beside the pixels."""

import hashlib
import io
import re
import shutil
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from guongsang.read.pictures import PictureInfo, inspect_picture
from guongsang.render.draw import draw, fallback_form
from support.program import Ran
from support.site import edit, tree

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


@pytest.mark.parametrize("harm", ["broken", "folder", "missing"])
def test_a_broken_cache_is_an_empty_one(site: Callable[..., Path], run: Callable[..., Ran], harm: str) -> None:
    """Whatever happens to the kept pictures, the next build gives the same bytes."""
    root = site()
    put_photo(root)
    assert run("--root", root, "build", "--no-print").status == 0
    before = tree(root / "output")
    kept = sorted((root / ".cache/made").iterdir())
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


def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Note from now on each time that a picture is opened, be it to look at it or to draw it."""
    noted: list[object] = []
    really = Image.open
    monkeypatch.setattr(Image, "open", lambda *a, **k: (noted.append(a), really(*a, **k))[1])
    return noted


def looks(root: Path) -> list[Path]:
    """The files in which it is kept that a picture is sound."""
    return sorted((root / ".cache/made").glob("*.look"))


def test_a_known_picture_is_not_opened_again(
    site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a build neither the next one nor a check opens a picture, whatever its name; a new one is opened."""
    root = site()
    put_photo(root)
    assert run("--root", root, "build", "--no-print").status == 0
    noted = opened(monkeypatch)
    assert run("--root", root, "build", "--no-print").status == 0
    assert run("--root", root, "check").status == 0
    (root / PHOTO).rename((root / PHOTO).with_name("noi-03.jpg"))
    edit(root, "content/exemplars/2024/noi-02.vi.md", "photo: noi-02.jpg", "photo: noi-03.jpg")
    assert run("--root", root, "check").status == 0
    assert not noted
    (root / PHOTO).with_name("noi-03.jpg").rename(root / PHOTO)
    edit(root, "content/exemplars/2024/noi-02.vi.md", "photo: noi-03.jpg", "photo: noi-02.jpg")
    put_photo(root, 1000, 1000)
    assert run("--root", root, "check").status == 0
    assert noted


@pytest.mark.parametrize("progressive", [False, True])
def test_a_damaged_picture_is_found_each_time(
    site: Callable[..., Path], run: Callable[..., Ran], progressive: bool
) -> None:
    """A photo that breaks off is refused by every build, though it was sound under the same name before."""
    root = site()
    out = io.BytesIO()
    Image.effect_noise((400, 300), 80).convert("RGB").save(out, "JPEG", progressive=progressive)
    use_photo(root, out.getvalue())
    assert run("--root", root, "build", "--no-print").status == 0
    sound = looks(root)
    for kept in (len(out.getvalue()) // 2, len(out.getvalue()) - 9):
        use_photo(root, out.getvalue()[:kept])
        for command in (("build", "--no-print"), ("build", "--no-print"), ("check",)):
            ran = run("--root", root, "--lang", "en", *command)
            assert ran.status == 1
            assert "bad-image" in ran.out and PHOTO in ran.out
    assert looks(root) == sound, "only what is sound is kept"


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\xff" * 200_000,
        b"{digest} 1 1 GIF 0",
        b"{digest} 1 1 PNG 0",
        b"{digest} 0 9 JPEG 0",
        b"{digest} 99999999 99999999 JPEG 1",
        b"{digest} 9 9 JPEG 1\n",
        b"{digest} \xd9\xa3 9 JPEG 1",
        b"%s 9 9 JPEG 1" % (b"0" * 64),
    ],
)
def test_what_no_look_can_have_said_is_not_believed(
    site: Callable[..., Path], run: Callable[..., Ran], said: bytes
) -> None:
    """What others put into the cache, under a right checksum, changes nothing and hides no damage."""
    root = site()
    put_photo(root)
    assert run("--root", root, "build", "--no-print").status == 0
    before, found = tree(root / "output"), run("--root", root, "check", "--format", "json")
    assert looks(root)
    for path in looks(root):
        forged = said.replace(b"{digest}", path.stem.encode())
        path.write_bytes(hashlib.sha256(forged).digest() + forged)
    assert run("--root", root, "build", "--no-print").status == 0
    assert tree(root / "output") == before
    assert run("--root", root, "check", "--format", "json") == found


def test_a_check_writes_nothing(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A check leaves the folder as it is, with and without a cache there."""
    root = site()
    put_photo(root)
    before = tree(root)
    assert run("--root", root, "check").status == 0
    assert tree(root) == before and not (root / ".cache").exists()
    assert run("--root", root, "build", "--no-print").status == 0
    put_photo(root, 1000, 1000)
    before = tree(root)
    assert run("--root", root, "check").status == 0
    assert tree(root) == before


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


def test_a_picture_that_cannot_be_drawn_is_named(
    site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should drawing fail all the same, the finding names the picture, and what was published stays."""
    root = site()
    assert run("--root", root, "build", "--no-print").status == 0
    before = tree(root / "output")
    shutil.rmtree(root / ".cache")

    def refused(*_: object, **__: object) -> bytes:
        raise OSError("cannot write mode XYZ as PNG")

    monkeypatch.setattr("guongsang.render.images.draw", refused)
    ran = run("--root", root, "--lang", "en", "build", "--no-print")
    assert ran.status == 2 and "content/exemplars/2024/noi-02.png" in ran.out and "[bad-image]" in ran.out
    assert tree(root / "output") == before
