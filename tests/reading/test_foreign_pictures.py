"""A picture that pages cannot show is one finding that says what it is and how it becomes one, whoever names it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from support.program import Ran
from support.site import edit, tree

PROFILE = "content/exemplars/2024/noi-02.vi.md"
FOLDER = "content/exemplars/2024"


def saved(form: str) -> bytes:
    """Return a small picture of a form."""
    out = io.BytesIO()
    Image.new("RGB", (20, 20), "red").save(out, form)
    return out.getvalue()


def packed(name: str) -> bytes:
    """Return a file of Office as far as it is known by the names in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, "<x/>")
    return out.getvalue()


def box(brand: bytes) -> bytes:
    """Return the head of a file that names its brand, as iPhones and films have it."""
    return b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0mif1" + bytes(200)


PICTURES = {
    "a.heic": (box(b"heic"), "HEIC", "a.jpg"),
    "a.HEIF": (box(b"mif1"), "HEIC", "a.jpg"),
    "a.avif": (box(b"avif"), "AVIF", "a.jpg"),
    "a.gif": (saved("GIF"), "GIF", "a.jpg"),
    "a.tif": (saved("TIFF"), "TIFF", "a.jpg"),
    "a.bmp": (saved("BMP"), "BMP", "a.jpg"),
    "a.ico": (saved("ICO"), "icon", "a.jpg"),
    "a.jfif": (saved("JPEG"), "JPEG", "rename it to a.jpg"),
    "a.jpe": (saved("JPEG"), "JPEG", "rename it to a.jpg"),
    "a.pjpeg": (saved("JPEG"), "JPEG", "rename it to a.jpg"),
    "a": (saved("PNG"), "PNG", "rename it to a.png"),
    "a.svg": (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG", "export"),
    "a.psd": (b"8BPS\0\1" + bytes(50), "Photoshop", "export"),
    "a.nef": (b"MM\0*" + bytes(60), "RAW", "a.jpg"),
    "a.cr3": (box(b"crx "), "RAW", "a.jpg"),
    "a.mp4": (box(b"isom"), "film", "a.jpg"),
    "a.pdf": (b"%PDF-1.7\n", "PDF", "Paint"),
    "a.docx": (packed("word/document.xml"), "Word", "Paint"),
    "a.pptx": (packed("ppt/slides/slide1.xml"), "PowerPoint", "Paint"),
}
UNDER_ANOTHER_NAME = {
    "a.jpg": (box(b"heic"), "HEIC", "a.jpg"),
    "b.jpeg": (b"%PDF-1.7\n", "PDF", "Paint"),
    "c.png": (packed("word/document.xml"), "Word", "Paint"),
    "d.webp": (saved("GIF"), "GIF", "d.jpg"),
    "e.jpg": (b"", "empty", "copy the picture again"),
    "f.png": (b"<!DOCTYPE html><title>x</title>", "web page", "Paint"),
}


@pytest.mark.parametrize("name", [*PICTURES, *UNDER_ANOTHER_NAME])
def test_a_picture_of_another_kind_is_one_finding(
    site: Callable[..., Path], check: Callable[..., Ran], name: str
) -> None:
    """Named in a document it is an error, once, with what it is and what to do, however many documents name it."""
    data, what, cure = {**PICTURES, **UNDER_ANOTHER_NAME}[name]
    root = site()
    (root / FOLDER / name).write_bytes(data)
    (root / FOLDER / "noi-02.png").unlink()
    edit(root, PROFILE, "photo: noi-02.png", f"photo: {name}")
    with (root / FOLDER / "noi-01.vi.md").open("a", encoding="utf-8", newline="\n") as handle:
        handle.write(f"\n![Tờ nhắc việc]({name})\n")
    told = [f for f in check(root).findings() if f["code"] != "stale-translation"]
    assert [(f["code"], f["severity"], f["file"]) for f in told] == [("bad-image", "error", f"{FOLDER}/{name}")]
    assert what in str(told[0]["message"]) and cure in str(told[0]["hint"])


@pytest.mark.parametrize("name", PICTURES)
def test_nobody_need_use_it_to_be_told(site: Callable[..., Path], check: Callable[..., Ran], name: str) -> None:
    """What no document names is a warning, with the same cure where it is a picture."""
    data, what, _ = PICTURES[name]
    root = site()
    (root / FOLDER / name).write_bytes(data)
    ran = check(root)
    told = ran.findings()
    assert ran.status == 0 and [(f["code"], f["severity"]) for f in told] == [("stray-file", "warning")]
    assert what in str(told[0]["message"])


def test_a_document_that_names_the_wished_ending_is_told_what_lies_there(
    site: Callable[..., Path], check: Callable[..., Ran]
) -> None:
    """`photo: a.jpg` where only `a.heic` lies is one finding at the document, with the cure of the photo."""
    root = site()
    (root / FOLDER / "noi-02.heic").write_bytes(PICTURES["a.heic"][0])
    (root / FOLDER / "noi-02.png").unlink()
    edit(root, PROFILE, "photo: noi-02.png", "photo: noi-02.jpg")
    told = check(root).findings()
    assert [(f["code"], f["file"]) for f in told] == [("missing-image", PROFILE)]
    assert "noi-02.heic" in told[0]["message"] and "Photos" in told[0]["hint"]


@pytest.mark.parametrize("target", ["noi-01.vi.md", "../../units.yaml"])
def test_a_text_is_no_picture(site: Callable[..., Path], check: Callable[..., Ran], target: str) -> None:
    """A document that is named as a picture stays a fault of the one that names it."""
    root = site()
    edit(root, PROFILE, "photo: noi-02.png", f"photo: {target}")
    (root / FOLDER / "noi-02.png").unlink()
    assert [(f["code"], f["file"]) for f in check(root).findings()] == [("missing-image", PROFILE)]


def test_one_bad_picture_leaves_out_only_what_uses_it(
    site: Callable[..., Path], run: Callable[..., Ran], check: Callable[..., Ran]
) -> None:
    """With `--skip-invalid` the profile of a broken picture is left out and named; all else is published."""
    root = site()
    (root / FOLDER / "noi-02.png").write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    assert [f["code"] for f in check(root).findings()] == ["bad-image"]
    assert [f["code"] for f in check(root, PROFILE).findings()] == ["bad-image"]
    assert run("--root", root, "build", "--no-print").status == 1 and not (root / "output").exists()
    ran = run("--root", root, "--lang", "en", "build", "--no-print", "--skip-invalid")
    assert ran.status == 0 and f"{PROFILE}: it has errors" in ran.err
    made = tree(root / "output/site")
    assert "vi/guong/2024/noi-01.html" in made and "vi/guong/2024/noi-02.html" not in made
    told = run("--root", root, "--lang", "en", "explain", PROFILE).out
    assert "it has 1 error" in told and "[bad-image]" in told
