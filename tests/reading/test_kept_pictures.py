"""What is kept of pictures in the cache spares work, and neither changes what is published nor hides damage."""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from support.photos import PHOTO, put_photo, use_photo
from support.program import Ran
from support.site import edit, tree


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


def test_a_check_writes_nothing_else(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A check leaves the folder as it is but for what it remembers, which may be thrown away."""

    def lying_there() -> dict[str, bytes]:
        return {path: data for path, data in tree(root).items() if not path.startswith(".cache/")}

    root = site()
    put_photo(root)
    before = lying_there()
    assert run("--root", root, "check").status == 0
    assert lying_there() == before
    assert run("--root", root, "build", "--no-print").status == 0
    put_photo(root, 1000, 1000)
    before = lying_there()
    assert run("--root", root, "check").status == 0
    assert lying_there() == before
