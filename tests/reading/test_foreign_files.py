"""Copies, files of other programs and bad names below the content: each is told once, with the right cure."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran

FOLDER = "content/exemplars/2024"
PROFILE = f"{FOLDER}/noi-02.vi.md"
COPIES = (
    "noi-02.vi - Copy.md",
    "noi-02.vi - Copy (2).md",
    "noi-02 - Copy.vi.md",
    "noi-02.vi - Bản sao.md",
    "noi-02.vi - Bản sao (3).md",
    "noi-02.vi (1).md",
    "noi-02.vi(1).md",
    "noi-02 (2).vi.md",
    "noi-02.vi (copy).md",
    "noi-02.vi (bản sao).md",
    "noi-02.vi copy 2.md",
    "Copy of noi-02.vi.md",
    "Bản sao của noi-02.vi.md",
    "noi-02.vi.md.bak",
    "noi-02.vi.bak.md",
    "noi-02.vi.md.orig",
    "noi-02.vi.md.tmp",
    "noi-02.vi (Lan's conflicted copy 2024-05-01).md",
    "noi-02.vi (conflicted copy 2024-05-01 101010).md",
    "noi-02.vi-DESKTOP-AB12CD3.md",
    "noi-02.vi.sync-conflict-20240501-101010-ABCDEFG.md",
    "noi-02 - Copy.md",
)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_a_note_and_no_error(site: Callable[..., Path], check: Callable[..., Ran], name: str) -> None:
    """It is not read, told once, and the name proposed for it is the next number of its unit."""
    root = site()
    (root / FOLDER / name).write_bytes((root / PROFILE).read_bytes())
    ran = check(root)
    told = ran.findings()
    assert ran.status == 0 and [(f["code"], f["severity"], f["file"]) for f in told] == [
        ("stray-file", "info", f"{FOLDER}/{name}")
    ]
    assert told[0]["hint"].endswith("rename it to noi-03.vi.md")


@pytest.mark.parametrize("file", ["content/units - Copy.yaml", "content/criteria/2024 (1).yaml", f"{FOLDER}/a.jpg.bak"])
def test_a_copy_of_anything_is_a_note(site: Callable[..., Path], check: Callable[..., Ran], file: str) -> None:
    """Data files and pictures have copies too."""
    root = site()
    (root / file).write_text("x", encoding="utf-8")
    assert [(f["code"], f["severity"]) for f in check(root).findings()] == [("stray-file", "info")]


@pytest.mark.parametrize("name", ["qlxd-copy", "tmp", "old-1", "desktop-2", "bak", "a-copy-2"])
def test_a_proper_name_is_no_copy(site: Callable[..., Path], check: Callable[..., Ran], name: str) -> None:
    """Words such as copy may stand in an address."""
    root = site()
    page = (root / "content/pages/about.vi.md").read_text(encoding="utf-8")
    (root / f"content/pages/{name}.vi.md").write_text(page, encoding="utf-8", newline="\n")
    assert not [f for f in check(root).findings() if f["code"] == "stray-file"]


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Nguyễn Thử Ánh.vi.md", "noi-03.vi.md"),
        ("nguyen thu anh.vi.md", "noi-03.vi.md"),
        ("Nguyễn Thử Ánh.md", "noi-03.vi.md"),
        ("NOI-07.vi.md", "noi-07.vi.md"),
        ("noi 07.vi.md", "noi-07.vi.md"),
        ("noi_07.vi.md", "noi-07.vi.md"),
        ("Khoa noi.vi.md", "noi-03.vi.md"),
        ("noi-07.docx.md", "noi-07.vi.md"),
        ("noi-07.vi.docx.md", "noi-07.vi.md"),
        ("noi-07.vi.md.md", "noi-07.vi.md"),
        ("noi-07.VI.md", "noi-07.vi.md"),
        ("noi-07.vn.md", "noi-07.vi.md"),
        ("noi-07.md", "noi-07.vi.md"),
        ("vi.md", "noi-03.vi.md"),
        ("noi-07.vi.md.txt", "noi-07.vi.md"),
        ("noi-07.vi.txt", "noi-07.vi.md"),
        ("noi-07.vi.MD", "noi-07.vi.md"),
        ("noi-07.markdown", "noi-07.vi.md"),
        ("Trần Mẫu Bình.txt", "noi-03.vi.md"),
    ],
)
def test_the_name_of_a_profile_is_its_unit_and_number(
    site: Callable[..., Path], check: Callable[..., Ran], name: str, better: str
) -> None:
    """What is proposed can be used at once, and never names the person."""
    root = site()
    (root / FOLDER / name).write_bytes((root / PROFILE).read_bytes())
    told = [f for f in check(root).findings() if f["file"] == f"{FOLDER}/{name}"]
    assert len(told) == 1 and better in told[0]["hint"], told
    (root / FOLDER / name).rename(root / FOLDER / better)
    assert not [f for f in check(root).findings() if f["code"] in ("bad-file-name", "stray-file", "unknown-language")]


@pytest.mark.parametrize(
    ("file", "cure"),
    [
        ("content/pages/Liên hệ.vi.md", "rename it to lien-he.vi.md"),
        ("content/pages/About us.en.md", "rename it to about-us.en.md"),
        ("content/campaigns/Đợt 2025.vi.md", "rename it to 2025.vi.md"),
        ("content/reviews/Tổng kết 2025.vi.md", "rename it to 2025.vi.md"),
        ("content/plans/2024/Kế hoạch DUOC.vi.md", "rename it to duoc.vi.md"),
        ("content/plans/2024/Kế hoạch.vi.md", "name it by its unit, one of: noi, duoc, vp"),
        ("content/exemplars/Năm 2025/noi-01.vi.md", "rename the folder to 2025"),
    ],
)
def test_other_documents_get_the_name_of_their_kind(
    site: Callable[..., Path], check: Callable[..., Ran], file: str, cure: str
) -> None:
    """Campaigns and reviews by year, plans by unit, pages by their own words."""
    root = site()
    (root / file).parent.mkdir(exist_ok=True)
    (root / file).write_text("---\ntitle: Một\n---\nMột.\n", encoding="utf-8", newline="\n")
    assert [f["hint"] for f in check(root).findings() if f["file"] == file] == [cure]


def test_a_text_and_its_translation_get_one_name_and_two_persons_two(
    site: Callable[..., Path], check: Callable[..., Ran]
) -> None:
    """Names proposed in one run can all be used."""
    root = site()
    for name in ("Nguyễn Thử Ánh.vi.md", "Nguyễn Thử Ánh.en.md", "Trần Mẫu Bình.vi.md"):
        (root / FOLDER / name).write_bytes((root / PROFILE).read_bytes())
    hints = [str(f["hint"]).rpartition(" ")[2] for f in check(root).findings() if f["code"] == "bad-file-name"]
    assert hints == ["noi-03.en.md", "noi-03.vi.md", "noi-04.vi.md"]


def test_without_a_unit_the_hint_says_how_profiles_are_named(
    site: Callable[..., Path], check: Callable[..., Ran]
) -> None:
    """A profile without a known unit is told how names are made."""
    root = site()
    (root / FOLDER / "Nguyễn Thử Ánh.vi.md").write_text("---\ntitle: Một\n---\nMột.\n", encoding="utf-8")
    told = [f["hint"] for f in check(root).findings() if f["code"] == "bad-file-name"]
    assert told == ["name it by unit and number, not after the person, like noi-01.vi.md"]


def docx() -> bytes:
    """Return a Word file as far as it is known by the names in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<x/>")
    return out.getvalue()


FOREIGN = {
    "Word": docx(),
    "Word, Excel": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "RTF": b"{\\rtf1\\ansi Mot}",
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "web page": b"<!DOCTYPE html>\n<html><p>M\xe1\xbb\x99t</html>",
    "LibreOffice": b"PK\3\4" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text",
}


@pytest.mark.parametrize("what", FOREIGN)
@pytest.mark.parametrize("file", [f"{FOLDER}/noi-03.vi.md", "content/pages/tin.vi.md", f"{FOLDER}/Nguyễn Thử Ánh.md"])
def test_a_file_of_another_program_is_told_as_what_it_is(
    site: Callable[..., Path], check: Callable[..., Ran], file: str, what: str
) -> None:
    """Under the name of a text it is one error, with the command that makes a text to copy the words into."""
    root = site()
    (root / file).write_bytes(FOREIGN[what])
    told = check(root).findings()
    assert [(f["severity"], f["file"]) for f in told] == [("error", file)]
    assert what in told[0]["message"] and "copy the text" in told[0]["hint"]
    assert f" new {'page' if 'pages' in file else 'exemplar'} " in told[0]["hint"]


def test_explain_tells_of_a_stray_file(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """What becomes of a copy can be asked."""
    root = site()
    (root / FOLDER / "noi-02.vi - Copy.md").write_bytes((root / PROFILE).read_bytes())
    told = run("--root", root, "--lang", "en", "explain", f"{FOLDER}/noi-02.vi - Copy.md").out
    assert "is not on the site" in told and "copy or an older state" in told
