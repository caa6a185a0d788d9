"""What may not be published is in no byte: internal evidence, names and photos without consent, who has withdrawn."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import P1, P2
from support.html import Reader
from support.pdf import text_of
from support.program import Ran
from support.site import edit, tree


def test_internal_evidence_is_in_no_byte(published: Callable[[str], Path]) -> None:
    """Internal evidence is nowhere in the output, nor is the verdict on an internal criterion beside a profile."""
    root = published("good")
    assert "text: Xếp loại tốt hai năm liền" in (root / P1).read_text(encoding="utf-8")
    assert not [n for n, d in tree(root / "output").items() if "Xếp loại tốt hai năm liền".encode() in d]
    page = (root / "output/site/vi/guong/2024/noi-01.html").read_text(encoding="utf-8")
    assert "A-3" not in page and "a-3" not in page


@pytest.mark.parametrize("channels", ["[]", "[print]"])
def test_a_name_without_consent_is_in_no_byte(
    site: Callable[..., Path], run: Callable[..., Ran], channels: str
) -> None:
    """Without consent to the name, position and unit stand in its place; no file of the site holds the name."""
    root = site()
    edit(root, P1, "name: [site, print], photo: []", f"name: {channels}, photo: []")
    edit(root, P1, "Điều dưỡng Lê Thử Mai ghi", "Một điều dưỡng ghi")
    edit(root, "content/exemplars/2024/noi-01.en.md", "Nurse Lê Thử Mai writes", "A nurse writes")
    assert run("--root", root, "build").status == 0
    files = tree(root / "output")
    assert "site/vi/guong/2024/noi-01.html" in files
    site_files = {n: d for n, d in files.items() if n.startswith("site/")}
    assert not [n for n, d in site_files.items() if "Thử Mai".encode() in d or b"thu-mai" in d]
    assert "ThửMai" not in text_of((root / "output/site/vi/ban-tin/2024-05.pdf").read_bytes())


def test_a_name_in_a_text_without_consent_keeps_the_file_out(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """A text that uses the name, even broken over lines, in capitals or with markup.

    Is left out as a whole and told.
    """
    root = site()
    edit(root, P1, "name: [site, print], photo: []", "name: [], photo: []")
    edit(root, P1, "Điều dưỡng Lê Thử Mai ghi", "Một điều dưỡng ghi")
    edit(root, "content/exemplars/2024/noi-01.en.md", "Nurse Lê Thử Mai writes", "A nurse writes")
    edit(root, "content/reviews/2024.vi.md", "Hai việc hay", "Nhờ **LÊ**\nThử Mai, hai việc hay")
    ran = run("--root", root, "--lang", "en", "build", "--no-print")
    assert ran.status == 0 and "content/reviews/2024.vi.md: its text uses a name without consent" in ran.err
    assert not (root / "output/site/vi/tong-ket/2024.html").exists()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/exemplars/2024/noi-01.en.md", "forty", "Lê Thử Mai’s forty"),
        (P1, "Khoa có", "Khoa của Lê Thử Mai's có"),
        (P1, "Khoa có", "![Lê Thử Mai phát thuốc](noi-02.png) Khoa có"),
        (P1, "Khoa có", "[Khoa](https://benhvienmau.example/L%C3%AA%20Th%E1%BB%AD%20Mai) có"),
        (P1, "Khoa có", "[Khoa](mailto:Lê.Thử.Mai@benhvienmau.example) có"),
        (P1, "source: BC-02/NOI", "source: Sổ của LÊ THỬ MAI"),
        ("content/pages/about.vi.md", "Trang này", "*Lê* Thử Mai và trang này"),
    ],
)
def test_a_name_does_not_hide(
    site: Callable[..., Path], run: Callable[..., Ran], file: str, old: str, new: str
) -> None:
    """A possessive, a description, an address, a source or another page does not let an unconsented name through."""
    root = site()
    edit(root, P1, "name: [site, print], photo: []", "name: [], photo: []")
    edit(root, P1, "Điều dưỡng Lê Thử Mai ghi", "Một điều dưỡng ghi")
    edit(root, "content/exemplars/2024/noi-01.en.md", "Nurse Lê Thử Mai writes", "A nurse writes")
    edit(root, file, old, new)
    ran = run("--root", root, "build", "--no-print")
    assert ran.status == 0 and "[no-consent]" in ran.out
    said = [d.decode(errors="replace").casefold() for d in tree(root / "output/site").values()]
    assert not [d for d in said if "thử mai" in d or "th%e1%bb%ad%20mai" in d]


@pytest.mark.parametrize(
    ("file", "old"),
    [("content/units.yaml", "Khoa Nội"), ("content/criteria/2024.yaml", "Kể lại"), ("site_config.yaml", "Việc Hay")],
)
def test_a_name_in_a_data_file_stops_the_build(
    site: Callable[..., Path], run: Callable[..., Ran], file: str, old: str
) -> None:
    """Data files cannot be left out, so an unconsented name there is an error, with --skip-invalid too."""
    root = site()
    edit(root, P1, "name: [site, print], photo: []", "name: [], photo: []")
    edit(root, file, old, f"{old} của Lê Thử Mai")
    assert run("--root", root, "build", "--no-print", "--skip-invalid").status == 1
    assert not (root / "output").exists()


def test_a_profile_that_cannot_be_read_keeps_its_name_hidden(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """With --skip-invalid a broken profile is left out, and so is every text that names the person."""
    root = site()
    edit(root, P1, "unit: noi", "unit: [noi")
    edit(root, "content/pages/about.vi.md", "Trang này", "Lê Thử Mai và trang này")
    assert run("--root", root, "build", "--no-print", "--skip-invalid").status == 0
    assert not [n for n, d in tree(root / "output").items() if "Thử Mai".encode() in d]


def test_a_photo_without_consent_is_shown_by_no_document(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A body that names the file of an unconsented photo does not show it, its own nor another's."""
    root = site()
    edit(root, P2, "photo: [site, print]", "photo: [print]")
    edit(root, P2, "Mỗi người ghi", "![Ảnh](noi-02.png) Mỗi người ghi")
    edit(root, "content/pages/about.vi.md", "Trang này", "![Ảnh](../exemplars/2024/noi-02.png) Trang này")
    ran = run("--root", root, "build", "--no-print")
    assert ran.status == 0 and ran.out.count("[no-consent]") == 2
    assert not [n for n in tree(root / "output/site") if n.endswith((".png", ".jpg", ".webp"))]


def test_a_withdrawn_profile_leaves_a_notice_without_a_name(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The page says that it was taken down; the name is nowhere, and lists, feeds and papers have forgotten it."""
    root = site()
    edit(root, P1, "sample: true", "withdrawn: {on: 2024-09-01, reason: consent, document: RB-01}\nsample: true")
    assert run("--root", root, "build").status == 0
    files = {n: d for n, d in tree(root / "output").items() if not n.startswith("office/2024/removed")}
    assert not [n for n, d in files.items() if "Thử Mai".encode() in d]
    assert not [n for n, d in files.items() if "Khay thuốc".encode() in d]
    page = Reader(files["site/vi/guong/2024/noi-01.html"].decode())
    assert [a for _, a in page.tags if a.get("role") == "note"]
    assert "Mai" not in text_of((root / "output/site/vi/ban-tin/2024-05.pdf").read_bytes())


def test_no_photo_without_consent(
    built: Callable[..., Path], site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """A photo without consent is not published.

    And no published picture carries metadata or a contributor's file name.
    """
    root = built("good", Path("broken") / "photo-metadata")
    pictures = [(n, d) for n, d in tree(root / "output/site").items() if n.endswith((".jpg", ".png", ".webp"))]
    assert pictures and not [
        n for n, d in pictures if b"079123456789" in d or b"Exif" in d or b"GPS" in d or "noi-02" in n
    ]
    edit(root, P2, "photo: [site, print]", "photo: [print]")
    assert run("--root", root, "build", "--no-print").status == 0
    assert not [n for n in tree(root / "output/site") if n.endswith((".jpg", ".png", ".webp"))]
