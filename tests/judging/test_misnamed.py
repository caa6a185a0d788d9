"""A document under a wrong name is one finding: nothing of it is told as missing, and its cure says the right name."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import edit

X = "exemplars/2024"
P = "plans/2024"
STRAY, NAME, LANGUAGE = "stray-file", "bad-file-name", "unknown-language"
ORPHAN, UNIT, CAMPAIGN = "orphan-translation", "unknown-unit", "unknown-campaign"


def _found(run: Callable[..., Ran], root: Path) -> list[dict[str, str]]:
    return run("--root", root, "--today", "2024-12-01", "check", "--format", "json").findings()


def _rename(root: Path, *moves: tuple[str, str]) -> None:
    for old, new in moves:
        path = root / "content" / new
        path.parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / old).rename(path)


@pytest.mark.parametrize(
    ("old", "new", "code", "proposed"),
    [
        (f"{X}/noi-01.vi.md", f"{X}/noi-01.vi.md.txt", STRAY, "noi-01.vi.md"),
        (f"{X}/noi-01.vi.md", f"{X}/noi-01.vi (1).md", STRAY, "noi-01.vi.md"),
        (f"{X}/noi-01.vi.md", f"{X}/noi-01 - Copy.vi.md", STRAY, "noi-01.vi.md"),
        (f"{X}/noi-02.vi.md", f"{X}/noi-02.vi.MD", STRAY, "noi-02.vi.md"),
        (f"{X}/noi-01.vi.md", f"{X}/noi-01.vi.docx.md", NAME, "noi-01.vi.md"),
        (f"{X}/noi-01.vi.md", f"{X}/Lê Thử Mai.vi.md", NAME, "noi-01.vi.md"),
        (f"{X}/noi-01.vi.md", f"{X}/NOI-01.vi.md", NAME, "noi-01.vi.md"),
        (f"{X}/noi-01.vi.md", f"{X}/noi-01.md", NAME, "noi-01.vi.md"),
        (f"{X}/noi-01.vi.md", f"{X}/noi-1.vi.md", NAME, "noi-01.vi.md"),
        (f"{X}/noi-01.vi.md", f"{X}/noi-01.vn.md", LANGUAGE, "noi-01.vi.md"),
        (f"{X}/noi-01.vi.md", f"{X}/noi-01.fr.md", LANGUAGE, "noi-01.vi.md"),
        (f"{X}/noi-01.en.md", f"{X}/noi-01.eng.md", LANGUAGE, "noi-01.en.md"),
        (f"{X}/noi-01.en.md", f"{X}/noi-01.en.md.txt", STRAY, "noi-01.en.md"),
        (f"{X}/noi-01.vi.md", f"{X}/noi-03.vi.md", ORPHAN, "noi-01.vi.md"),
        (f"{X}/noi-01.vi.md", "exemplars/noi-01.vi.md", STRAY, f"{X}/noi-01.vi.md"),
        (f"{X}/noi-01.vi.md", f"{X}/Nội/noi-01.vi.md", STRAY, f"{X}/noi-01.vi.md"),
        (X, "exemplars/Năm 2024", NAME, "2024"),
        (X, "exemplars/2042", CAMPAIGN, "2024"),
        ("exemplars", "exemplar", STRAY, "exemplars"),
        (P, "plans/2023", CAMPAIGN, "2024"),
        (f"{P}/noi.vi.md", f"{P}/Khoa Nội.vi.md", NAME, "noi.vi.md"),
        (f"{P}/noi.vi.md", f"{P}/Kế hoạch.vi.md", NAME, "noi.vi.md"),
        (f"{P}/noi.vi.md", f"{P}/noi.vi.md.txt", STRAY, "noi.vi.md"),
        (f"{P}/noi.vi.md", f"{P}/khoa-noi.vi.md", UNIT, "noi.vi.md"),
        (f"{P}/noi.vi.md", f"{P}/ke-hoach-noi.vi.md", UNIT, "noi.vi.md"),
        ("campaigns/2024.vi.md", "campaigns/2024.vi.md.txt", STRAY, "2024.vi.md"),
        ("campaigns/2024.vi.md", "campaigns/Đợt 2024.vi.md", NAME, "2024.vi.md"),
        ("campaigns/2024.vi.md", "campaigns/2023.vi.md", ORPHAN, "2024.vi.md"),
        ("reviews/2024.vi.md", "reviews/Tổng kết 2024.vi.md", NAME, "2024.vi.md"),
        ("reviews/2024.vi.md", "reviews/tong-ket-2024.vi.md", CAMPAIGN, "2024.vi.md"),
        ("reviews/2024.vi.md", "reviews/2042.vi.md", CAMPAIGN, "2024.vi.md"),
        ("bulletins/2024-05.vi.md", "bulletins/2024-05.vi.txt", STRAY, "2024-05.vi.md"),
        ("pages/about.vi.md", "pages/Giới thiệu.vi.md", NAME, "about.vi.md"),
        ("criteria/2024.yaml", "criteria/2024.yml", STRAY, "2024.yaml"),
        ("criteria/2024.yaml", "criteria/2024.yaml.txt", STRAY, "2024.yaml"),
    ],
)
def test_a_wrong_name_is_one_finding_with_the_right_one(
    site: Callable[..., Path], run: Callable[..., Ran], old: str, new: str, code: str, proposed: str
) -> None:
    """It is an error wherever something else needs the file; links, plans, quota and translations are silent."""
    root = site()
    _rename(root, (old, new))
    (found,) = _found(run, root)
    assert (found["code"], found["severity"]) == (code, "error") and proposed in found["hint"]


@pytest.mark.parametrize("name", ["2042", "2023", "dot-2024", "thi-dua", "2024-2025"])
def test_a_campaign_that_was_renamed_is_told_once_at_its_file(
    site: Callable[..., Path], run: Callable[..., Ran], name: str
) -> None:
    """With the documents that bear its old name."""
    root = site()
    _rename(root, *((f"campaigns/2024.{code}.md", f"campaigns/{name}.{code}.md") for code in ("vi", "en")))
    (found,) = _found(run, root)
    assert (found["code"], found["file"]) == (CAMPAIGN, f"content/campaigns/{name}.vi.md")
    assert "2024.vi.md" in found["hint"] and "content/plans/2024/noi.vi.md" in found["message"]


def test_a_name_that_is_mistyped_once_is_told_where_it_stands(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """The file has its right name."""
    root = site()
    edit(root, "content/plans/2024/noi.vi.md", "[noi-01, noi-02]", "[noi-01, noi-2]")
    assert [f["code"] for f in _found(run, root)] == ["unknown-exemplar"]


@pytest.mark.parametrize("name", ["noi-01.vi (1).md", "noi-01 - Copy.vi.md", "noi-02 - Copy.md", "noi-01.vi.md.bak"])
def test_a_copy_beside_its_original_stays_a_note(site: Callable[..., Path], run: Callable[..., Ran], name: str) -> None:
    """Nothing is missing."""
    root = site()
    (root / "content" / X / name).write_bytes((root / "content" / X / "noi-01.vi.md").read_bytes())
    assert [(f["code"], f["severity"]) for f in _found(run, root)] == [(STRAY, "info")]


def test_a_new_campaign_that_nobody_has_written_yet_is_not_taken_for_another(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Told once for all documents of a folder."""
    root = site()
    for name in ("noi-01", "noi-02"):
        path = root / f"content/exemplars/2025/{name}.vi.md"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes((root / f"content/{X}/{name}.vi.md").read_bytes().replace(b"2024-", b"2025-"))
    found = [f for f in _found(run, root) if f["code"] == CAMPAIGN]
    assert len(found) == 1 and "content/campaigns/2025.vi.md" in found[0]["hint"]


@pytest.mark.parametrize("name", ["A-10", "A-01", "VIEC", "B-1", "a-source"])
def test_a_criterion_that_was_renamed_is_told_once_at_its_new_id(
    site: Callable[..., Path], run: Callable[..., Ran], name: str
) -> None:
    """With the profiles that serve the old one."""
    root = site()
    edit(root, "content/criteria/2024.yaml", "id: A-1\n", f"id: {name}\n")
    (found,) = _found(run, root)
    assert (found["code"], found["file"]) == ("unknown-criterion", "content/criteria/2024.yaml")
    assert f"content/{X}/noi-02.vi.md" in found["message"] and "A-1" in found["hint"]


def test_a_criterion_that_one_profile_mistypes_is_told_there(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """The others serve it rightly."""
    root = site()
    edit(root, f"content/{X}/noi-01.vi.md", "serves: [A-1]", "serves: [A-11]")
    assert [(f["code"], f["file"]) for f in _found(run, root)] == [("unknown-criterion", f"content/{X}/noi-01.vi.md")]
