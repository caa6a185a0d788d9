"""The pictures that are published, and their names."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from guongsang.findings import SetupError
from guongsang.read.pictures import Picture
from guongsang.render import draw, images
from guongsang.render.images import ImageStore, make_anew


def picture(width: int, height: int, form: str = "PNG", file: str = "content/le-thu-mai.png") -> Picture:
    """Make a picture of the content."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), (200, 100, 50)).save(out, form)
    return Picture(file, out.getvalue(), width, height, form)


def store(one: Picture) -> ImageStore:
    """Return a store of one picture, which may stand on pages and on paper."""
    return ImageStore({one.file: one}, {one.file: one})


@pytest.mark.parametrize(
    ("size", "widths", "shown"),
    [
        ((2000, 1000), ["240w", "480w", "960w"], ("960", "480")),
        ((1000, 2000), ["120w", "240w", "480w"], ("480", "960")),
        ((300, 150), ["240w", "300w"], ("300", "150")),
        ((100, 100), ["100w"], ("100", "100")),
    ],
)
def test_a_page_offers_each_size_that_the_picture_has(
    size: tuple[int, int], widths: list[str], shown: tuple[str, str]
) -> None:
    """In the old and the new form, none larger than the original."""
    image = store(picture(*size)).web("content/le-thu-mai.png")
    assert image is not None
    assert [width for _, width in image.sizes] == [width for _, width in image.modern] == widths
    assert (image.width, image.height) == shown
    assert image.src == image.sizes[-1][0]
    assert all(path.endswith(".webp") for path, _ in image.modern)


def test_names_say_nothing_of_the_file_or_person() -> None:
    """They are made of the content: the same picture under another name has the same, another one another."""
    one, same, other = picture(300, 150), picture(300, 150, file="content/x.png"), picture(300, 151)
    shown = [store(p).web(p.file) for p in (one, same, other)]
    assert shown[0] == shown[1]
    assert shown[0] is not None and shown[2] is not None and shown[0].src != shown[2].src
    assert "mai" not in str(shown[0])


def test_a_picture_is_drawn_only_when_its_file_is_made() -> None:
    """What is listed are ways to make it; each makes what its name says."""
    drawn: list[str] = []

    def keep(name: str, make: Callable[[], bytes]) -> bytes:
        drawn.append(name)
        return make()

    one = picture(300, 150)
    images = ImageStore({one.file: one}, {}, keep=keep)
    images.web(one.file)
    images.web(one.file)
    assert drawn == [] and len(images.files) == 4
    for path, make in images.files.items():
        made = Image.open(io.BytesIO(make()))
        assert (made.format or "").lower() == path.rpartition(".")[2]
        assert path.endswith(drawn[-1])


def test_hidden_and_unknown_pictures_are_not_given() -> None:
    """Neither to a page nor, where that is asked, to paper; nothing of them is published."""
    one = picture(300, 150)
    images = ImageStore({}, {one.file: one})
    assert images.web(one.file) is None and images.files == {}
    assert images.paper(one.file) is not None
    images = ImageStore({one.file: one}, {})
    assert images.paper(one.file) is None and images.paper_cover(one.file, (10, 10)) is None
    assert images.web(one.file) is not None
    assert images.web("content/other.png") is None and images.paper("x") is None
    assert images.paper_cover("x", (1, 1)) is None


@pytest.mark.parametrize(("longest", "size"), [(1100, (1100, 550)), (100, (100, 50)), (5000, (2000, 1000))])
def test_a_picture_for_paper_is_as_large_as_it_is_printed(longest: int, size: tuple[int, int]) -> None:
    """Never larger than it is, and read quickly."""
    one = picture(2000, 1000, "JPEG")
    given = store(one).paper(one.file, longest)
    assert given is not None
    name, data = given
    assert name.endswith(".jpg") and Image.open(io.BytesIO(data)).size == size
    assert b"\xff\xc0" in data


def test_a_picture_covers_its_room() -> None:
    """At 250 dots an inch in both directions, cut neither in width nor in height."""
    one = picture(2000, 1000)
    given = store(one).paper_cover(one.file, (50.8, 50.8))
    assert given is not None
    width, height = Image.open(io.BytesIO(given[1])).size
    assert height >= 500 and width >= 500
    assert height <= 501


def test_a_picture_that_cannot_be_drawn_names_its_file() -> None:
    """A fault that shows only now is told like any other."""
    broken = Picture("content/a.jpg", b"no picture", 10, 10, "JPEG")
    with pytest.raises(SetupError) as caught:
        store(broken).paper(broken.file)
    assert (caught.value.findings[0].code, caught.value.findings[0].place.file) == ("bad-image", "content/a.jpg")


def test_without_a_cache_everything_is_made() -> None:
    """Each time."""
    assert make_anew("key", lambda: b"x") == b"x"


def test_both_forms_of_a_size_are_written_from_pixels_scaled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """By several threads too, and the bytes are those of each drawn by itself."""
    one, scaled = picture(1000, 500), []
    monkeypatch.setattr(images, "scaled", lambda data, side: scaled.append(side) or draw.scaled(data, side))
    pictures = store(one)
    pictures.web(one.file)
    with ThreadPoolExecutor(2) as threads:
        made = dict(zip(pictures.files, threads.map(lambda make: make(), pictures.files.values()), strict=True))
    assert sorted(scaled) == [240, 480, 960]
    sides = dict(zip(made, (240, 240, 480, 480, 960, 960), strict=True))
    assert made == {path: draw.draw(one.data, side, path.rpartition(".")[2]) for path, side in sides.items()}


def test_pixels_of_few_pictures_are_held_at_a_time() -> None:
    """Whoever asks for one form of many pictures, as the preview does, does not fill the memory."""
    many = [picture(300 + n, 150, file=f"content/{n}.png") for n in range(20)]
    pictures = ImageStore({p.file: p for p in many}, {})
    for one in many:
        pictures.web(one.file)
    for path, make in pictures.files.items():
        if path.endswith(".webp"):
            make()
    assert len(pictures._recent) <= 4
