"""Pictures: what their header says, and which are not sound."""

import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from guongsang.cache import Keep
from guongsang.findings import Finding
from guongsang.read.pictures import PictureInfo, decoded, inspect_picture, size_of


def picture(form: str = "JPEG", size: tuple[int, int] = (40, 20), mode: str = "RGB", **more: object) -> bytes:
    """Save a picture."""
    out = io.BytesIO()
    Image.new(mode, size, 0).save(out, form, **more)  # type: ignore[arg-type]
    return out.getvalue()


def turned() -> bytes:
    """Save a picture that its camera held upright."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return picture(exif=exif)


def layered(width: int, height: int, layers: int) -> bytes:
    """Save a photo that comes in layers, its last one many times over."""
    data = picture(size=(width, height), progressive=True)
    last = data.rfind(b"\xff\xda")
    return data[:last] + data[last:-2] * layers + data[-2:]


@pytest.mark.parametrize(
    ("data", "file", "info"),
    [
        (picture("JPEG"), "a.jpg", PictureInfo(40, 20, "JPEG", False)),
        (picture("JPEG"), "A.JPEG", PictureInfo(40, 20, "JPEG", False)),
        (picture("PNG"), "a.png", PictureInfo(40, 20, "PNG", False)),
        (picture("WEBP"), "a.webp", PictureInfo(40, 20, "WEBP", False)),
        (turned(), "a.jpg", PictureInfo(20, 40, "JPEG", True)),
        (picture("JPEG", comment=b"x"), "a.jpg", PictureInfo(40, 20, "JPEG", True)),
        (picture("JPEG", (6000, 4000), progressive=True), "a.jpg", PictureInfo(6000, 4000, "JPEG", False)),
    ],
)
def test_a_sound_picture_is_known_by_its_header(data: bytes, file: str, info: PictureInfo) -> None:
    """Its size as it will be shown, its format, and whether it tells more than it shows."""
    assert inspect_picture(data, file) == info


@pytest.mark.parametrize(
    ("data", "file", "code"),
    [
        (b"", "a.jpg", "bad-image"),
        (b"no picture", "a.jpg", "bad-image"),
        (picture("PNG"), "a.jpg", "bad-image"),
        (picture("GIF", mode="P"), "a.png", "bad-image"),
        (picture("JPEG", (400, 300))[:-400], "a.jpg", "bad-image"),
        (picture("PNG", (400, 300))[:-60], "a.png", "bad-image"),
        (picture("PNG", (8000, 6000), mode="1"), "a.png", "image-too-large"),
        (picture("PNG", (1, 65_536), mode="1"), "a.png", "image-too-large"),
        (picture("JPEG")[:2] + b"\xff\xfe\0\3a" * 60_000 + picture("JPEG")[2:], "a.jpg", "bad-image"),
        (picture("JPEG")[:2] + b"\xff" * 60_000 + picture("JPEG")[2:], "a.jpg", "bad-image"),
        (picture("PNG")[:33] + b"\0\0\0\0tEXt\0\0\0\0" * 60_000 + picture("PNG")[33:], "a.png", "bad-image"),
        (layered(4000, 3000, 100), "a.jpg", "bad-image"),
        (layered(8, 8, 1_001), "a.jpg", "bad-image"),
    ],
)
def test_what_is_not_sound_is_told(data: bytes, file: str, code: str) -> None:
    """Another format, another ending, damage, and far too many points."""
    found = inspect_picture(data, file)
    assert isinstance(found, Finding)
    assert (found.code, found.place.file) == (code, file)


def keeper() -> tuple[Keep, dict[str, bytes]]:
    """Return a cache in memory and what it holds."""
    kept: dict[str, bytes] = {}

    def keep(key: str, make: Callable[[], bytes]) -> bytes:
        if key not in kept:
            kept[key] = make()
        return kept[key]

    return keep, kept


def test_a_sound_picture_is_looked_through_once() -> None:
    """The same bytes with the same ending; under another ending they are looked at again."""
    keep, kept = keeper()
    data = picture()
    assert (
        inspect_picture(data, "a.jpg", keep) == inspect_picture(data, "b.jpg", keep) == inspect_picture(data, "a.jpg")
    )
    assert len(kept) == 1
    assert isinstance(inspect_picture(data, "a.png", keep), Finding)
    assert len(kept) == 1


@pytest.mark.parametrize("kept", [b"", b"x", b"0" * 64 + b" 40 20 JPEG 0", b"\xff" * 80])
def test_what_no_look_can_have_given_is_not_believed(kept: bytes) -> None:
    """A broken cache is an empty one."""
    assert inspect_picture(picture(), "a.jpg", lambda key, make: kept) == PictureInfo(40, 20, "JPEG", False)


def test_what_is_kept_fits_the_limits() -> None:
    """Sizes that would have been refused, and formats that do not fit the ending, are looked at again."""
    keep, kept = keeper()
    inspect_picture(picture(), "a.jpg", keep)
    ((key, value),) = kept.items()
    for wrong in (
        value.replace(b" 40 20 ", b" 90000 90000 "),
        value.replace(b"JPEG", b"PNG"),
        value.replace(b" 40 20 ", b" 0 20 "),
    ):
        kept[key] = wrong
        assert inspect_picture(picture(), "a.jpg", keep) == PictureInfo(40, 20, "JPEG", False)


def test_the_size_of_a_picture_is_in_its_head() -> None:
    """Nothing else of it is read."""
    data = picture("PNG", (400, 300))
    assert size_of(data) == size_of(data[:100]) == (400, 300)


def test_a_photo_is_decoded_as_small_as_is_wanted() -> None:
    """A drawing always whole."""
    assert max(decoded(picture("JPEG", (800, 400)), "RGB", 100).size) < 800
    assert decoded(picture("PNG", (800, 400)), "RGB", 100).size == (800, 400)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=60), st.integers(0, 600))
def test_no_damage_is_raised(noise: bytes, at: int) -> None:
    """Whatever stands in a file, there is a header or a finding."""
    data = picture("JPEG", (64, 64))
    at = min(at, len(data))
    assert isinstance(inspect_picture(data[:at] + noise + data[at + len(noise) :], "a.jpg"), (PictureInfo, Finding))


@pytest.mark.parametrize(
    ("data", "file"),
    [
        (b"\x89PNG\r\n\x1a\n", "a.png"),
        (b"\xff\xd8\xff", "a.jpg"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a.jpg"),
        (b"RIFF\x00\x00\x00\x00WEBP", "a.webp"),
        (picture("PNG")[:20], "a.png"),
        (picture("JPEG")[:15], "a.png"),
    ],
)
def test_a_picture_that_is_cut_off_at_once_is_damaged(data: bytes, file: str) -> None:
    """Its first bytes say what it was, so another name would not help."""
    found = inspect_picture(data, file)
    assert isinstance(found, Finding) and found.message.text == "the picture is damaged"
