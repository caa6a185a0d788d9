"""Figures, spellings, papers and days that disagree are told at their place; what agrees is let pass."""

from pathlib import Path

import pytest

from support.site import PROJECT
from unit.support import MAI, changed, told

TEXT = "Số lần kiểm lại mỗi tuần giảm từ 12 xuống 6."
OTHER = MAI.replace("noi-01", "noi-03")


def contradictions(root: Path, *layers: dict[str, str]) -> list[str]:
    """Return what is marked as a contradiction in a site."""
    return [shown for code, shown in told(root, *layers) if code == "contradiction"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Số lần giảm từ 15 xuống 6.", True),
        ("Số lần giảm từ 12 lần mỗi tuần xuống còn 5 lần.", True),
        ("Checks fell from 12 to 7 a week.", True),
        ("Tăng từ 6 lên 12.", True),
        ("Số lần giảm từ 12 lần xuống 6 lần.", False),
        ("Số lần giảm từ 12,0 còn 6,0.", False),
        ("Làm từ 8 giờ đến 10 giờ.", False),
        ("Từ 2019 đến 2023, số lần giảm còn 6.", False),
        ("Giảm một nửa.", False),
        ("Số lần giảm từ 12 xuống 6; số người giảm từ 3 xuống 1.", False),
        ("Số bước giảm từ 9 xuống 4, số lần giảm từ 12 xuống 6.", False),
        ("Số lần tăng từ 6 lên 12 rồi giảm từ 12 xuống 6.", False),
        ("Chi phí giảm từ 5 triệu xuống 3 triệu.", False),
        ("Chi phí giảm từ 1 triệu xuống 800 nghìn đồng.", False),
        ("Số người giảm từ 3 xuống 1; số lần giảm từ 12 xuống 7.", True),
    ],
)
def test_evidence_agrees_with_its_measure(tmp_path: Path, text: str, found: bool) -> None:
    """A change in words is compared with the figures before and after."""
    measured = ("    source: BC-02/NOI", "    measure: {before: 12, after: 6}\n    source: BC-02/NOI")
    assert bool(contradictions(tmp_path, changed(MAI, (TEXT, text), measured))) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tỷ lệ nhầm từ 12 % xuống 4 %, giảm 8 %.", ["giảm 8 %"]),
        ("Tỷ lệ nhầm từ 12% xuống còn 4%, tức là giảm được 8% so với trước.", ["giảm được 8%"]),
        ("The rate went from 12 % down to 4 %, it fell by 8 %.", ["fell by 8 %"]),
        ("Tỷ lệ tăng từ 85,5 % lên 90 %, tăng 4,5 %.", ["tăng 4,5 %"]),
        ("Tỷ lệ nhầm từ 12 % xuống 4 %, giảm 8 điểm phần trăm.", []),
        ("Tỷ lệ nhầm từ 12 % xuống 4 %, giảm 8 % điểm.", []),
        ("Số lần từ 12 xuống 4, giảm 67 %.", []),
        ("Giảm 8 %.", []),
        ("Giảm 8 % (từ 12 % xuống 4 %).", ["Giảm 8 %"]),
        ("Tỷ lệ nhầm từ 12 % xuống 4 %; chi phí giảm 8 %.", []),
        ("Tỷ lệ đạt tăng từ 80 % lên 90 %, số lượt khám tăng 10 % mỗi quý.", []),
        ("Tỷ lệ từ 5 % lên 10 %, tăng gấp đôi; thuốc hỏng giảm 5 %.", []),
    ],
)
def test_points_are_no_percent(tmp_path: Path, text: str, found: list[str]) -> None:
    """Where two percentages stand beside their difference."""
    assert contradictions(tmp_path, changed(MAI, ("Ghi tên lên khay.", text))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chị Lê Thử Mài kể.", ["Lê Thử Mài"]),
        ("Chị Lê Thứ Mai kể.", ["Lê Thứ Mai"]),
        ("Lê Thử\nMái", ["Lê Thử\nMái"]),
        ("Chị Lê Thử Mai kể. Le Thu Mai.", []),
        ("Chị Lê Mai, chị Thử Mai.", []),
        ("Chị Lê Thử May kể.", ["Lê Thử May"]),
        ("Chị Lê Thửu Mai kể.", ["Lê Thửu Mai"]),
        ("Lê Thử Mai và Lê Thử May cùng làm.", []),
        ("Chị Lê Thu Mai làm thay Lê Thử Mai.", []),
        ("Lê Thử Mai kể. Lê Thử May cười.", ["Lê Thử May"]),
        ("Chị Lê Thử Nai, anh Lê Văn Mai, em Lê Thử Mai Anh kể.", []),
    ],
)
def test_a_name_is_spelt_in_one_way(tmp_path: Path, text: str, found: list[str]) -> None:
    """In the own profile; without any marks it is a way of writing, with fewer words a way of calling."""
    assert contradictions(tmp_path, changed(MAI, ("Ghi tên lên khay.", text))) == found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("discovered: {on: 2024-02-20}", "discovered: {on: 2999-02-20}", True),
        ("attested: {by: Trưởng khoa, on: 2024-03-05}", "attested: {by: Trưởng khoa, on: 2999-03-05}", True),
        ("consent: {on: 2024-03-02", "consent: {on: 2999-03-02", True),
        ("consent: {on: 2024-03-02", "consent: {on: 2024-03-02", False),
    ],
)
def test_what_has_happened_has_a_day_that_has_come(tmp_path: Path, old: str, new: str, found: bool) -> None:
    """Days of the future are told where something is said to be done."""
    assert bool(contradictions(tmp_path, changed(MAI, (old, new)))) is found


@pytest.mark.parametrize(
    ("name", "document", "found"),
    [
        ("Trần Mẫu Bình", "DY-01", ["DY-01"]),
        ("Trần Mẫu Bình", "dy-01", ["dy-01"]),
        ("Trần Mẫu Bình", "DY-02", []),
        ("Lê Thử Mai", "DY-01", []),
    ],
)
def test_a_paper_of_consent_is_one_person_s(tmp_path: Path, name: str, document: str, found: list[str]) -> None:
    """The later file is told; the same person may stand twice."""
    (text,) = changed(MAI).values()
    text = text.replace("Lê Thử Mai", name).replace("document: DY-01", f"document: {document}")
    assert contradictions(tmp_path, {OTHER: text}) == found


REVIEW = "content/reviews/2024.vi.md"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Có 9 hồ sơ đăng ký.", ["9 hồ sơ đăng ký"]),
        ("Năm 2024 đã công nhận 7 gương.", ["công nhận 7 gương"]),
        ("Cả đợt, 5 gương được biểu dương.", ["5 gương được biểu dương"]),
        ("Năm 2023 đăng ký 9 hồ sơ.", []),
        ("Khoa Nội đăng ký 1 gương, Khoa Dược đăng ký 1 gương.", []),
        ("Mỗi đơn vị đăng ký 1 gương.", []),
        ("Phấn đấu đăng ký 10 gương.", []),
        ("Sang năm sẽ biểu dương 4 điển hình.", []),
        ("Chỉ tiêu được giao: đăng ký 3 gương mỗi khoa.", []),
        ("Ít nhất 1 gương được biểu dương trong tháng 5.", []),
        ("Biểu dương 5 gương cấp tỉnh.", []),
        ("Quý I có 1 hồ sơ đăng ký.", []),
    ],
)
def test_a_review_counts_as_the_files_do(tmp_path: Path, text: str, found: list[str]) -> None:
    """What is said of another time, of a part, or is only wished, is no count of the campaign."""
    review = (PROJECT / "tests/sites/good" / REVIEW).read_text(encoding="utf-8")
    assert contradictions(tmp_path, {REVIEW: f"{review}\n\n{text}\n"}) == found
