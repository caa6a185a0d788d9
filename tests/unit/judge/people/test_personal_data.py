"""Personal data in what is published."""

from pathlib import Path

import pytest

from unit.support import MAI, PLAN, changed, judge_site

ENGLISH = MAI.replace(".vi.", ".en.")


@pytest.mark.parametrize(
    ("file", "change", "told"),
    [
        (MAI, ("Ghi tên lên khay.", "Gọi 0912345678."), True),
        (MAI, ("Ghi tên lên khay.", "Gọi <!-- 0912345678 --> nhé."), True),
        (MAI, ("Ghi tên lên khay.", "Gọi `0912345678`."), True),
        (MAI, ("lên từng khay thuốc", "lên khay, gọi 0912345678"), True),
        (MAI, ("giảm từ 12 xuống 6.", "giảm, gọi 0912345678."), True),
        (MAI, ("source: BC-02/NOI", "source: '0912345678'"), False),
        (MAI, ("source: BC-02/NOI", "source: điện thoại 0912345678"), True),
        (MAI, ("document: DY-01", "document: gọi 0912345678"), False),
        (
            MAI,
            ("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-01, reason: revoked, document: gọi 0912345678}"),
            False,
        ),
        (PLAN, ("Hướng dẫn Khoa Dược.", "Gọi lan@gmail.com."), True),
    ],
)
def test_what_can_be_published_is_searched(tmp_path: Path, file: str, change: tuple[str, str], told: bool) -> None:
    """Comments too; consent, numbers of documents and withdrawn profiles are not."""
    _, judgement = judge_site(tmp_path, changed(file, change))
    found = [f for f in judgement.findings if f.code == "personal-data"]
    assert bool(found) is told
    assert all(f.covered and "0912345678" not in str(f.message) and "lan@gmail" not in str(f.message) for f in found)


def test_a_free_page_may_hold_official_contacts(tmp_path: Path) -> None:
    """Nobody is told there; in a translation of a profile, they are."""
    files = {
        "content/pages/about.vi.md": "---\ntitle: A\n---\nGọi 0912345678.\n",
        ENGLISH: "---\ntitle: T\n---\n## How\n\nCall 0912345678.\n",
    }
    _, judgement = judge_site(tmp_path, files)
    assert [f.place.file for f in judgement.findings if f.code == "personal-data"] == [ENGLISH]


def test_internal_evidence_is_not_asked(tmp_path: Path) -> None:
    """It is never published."""
    change = ("giảm từ 12 xuống 6.", "giảm, gọi 0912345678.\n    internal: true")
    _, judgement = judge_site(tmp_path, changed(MAI, change))
    assert "personal-data" not in [f.code for f in judgement.findings]
