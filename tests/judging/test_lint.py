"""The lints of texts: copies, achievements that stand twice, years, tone marks in two styles, habits of Word."""

from collections.abc import Callable
from pathlib import Path

from support.good import ABOUT as PAGE
from support.good import P1 as PROFILE
from support.program import Ran, found
from support.site import edit

PLAN = "content/plans/2024/noi.vi.md"
LONG = (
    "Sáng {0} mọi người đọc tên từng người bệnh rồi ghi lên khay thuốc bằng bút không phai và đặt theo thứ tự giường. "
)


def _profile(root: Path, name: str, body: str, evidence: str, registered: str = "2024-03-12") -> None:
    (root / f"content/exemplars/2024/{name}.vi.md").write_text(
        f"---\ntitle: Việc {name}\nname: Nhóm {name} Thử\ncategory: ward\nunit: noi\nsummary: Tóm tắt.\n"
        f"consent: {{name: [site], story: [site]}}\nprogress: {{registered: {{on: {registered}}}}}\n"
        f"evidence:\n  - {{id: e1, serves: [A-1, NOI-1], {evidence}, on: 2024-03-01}}\n---\n## Cách làm\n\n{body}\n",
        encoding="utf-8",
    )


def test_a_copy_is_told_at_the_later_text_with_the_place_of_the_first(
    site: Callable[..., Path], check: Callable[..., Ran]
) -> None:
    """The text registered later is told, whatever the names of the files; new words around a copy do not hide it."""
    root = site()
    body = "".join(LONG.format(n) for n in ("hai", "ba", "tư", "năm"))
    _profile(
        root, "a-1", body.upper() + " Và thêm một câu riêng của nhóm này thôi.", "text: Một, source: S-1", "2024-03-20"
    )
    _profile(root, "b-1", body, "text: Hai, source: S-2", "2024-03-05")
    (finding,) = found(check(root), "similar-text")
    assert finding["file"] == "content/exemplars/2024/a-1.vi.md"
    assert "content/exemplars/2024/b-1.vi.md (from line 12)" in str(finding["message"])


def test_the_same_achievement_twice(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """The same document with the same figures is told in the second profile; a grade that reads alike is not."""
    root = site()
    measure = "source: BC-09, measure: {before: 20, after: 14, label: Ngày}"
    _profile(root, "a-1", "Một cách làm riêng của nhóm một.", f"text: Rút ngắn thời gian chờ., {measure}")
    _profile(root, "b-1", "Một cách khác của nhóm hai hoàn toàn.", f"text: Bớt ngày phải chờ., {measure}")
    _profile(root, "c-1", "Cách thứ ba.", "text: Xếp loại tốt., source: QĐ-1")
    _profile(root, "d-1", "Cách thứ tư.", "text: Xếp loại tốt., source: QĐ-2")
    (finding,) = found(check(root), "similar-text")
    assert finding["file"] == "content/exemplars/2024/b-1.vi.md" and "a-1.vi.md (line 10)" in str(finding["message"])


def test_years(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """A title of another year, a deadline before the campaign and evidence after it are told; history is not."""
    root = site()
    edit(root, PLAN, "title: Kế hoạch của Khoa Nội", "title: Kế hoạch năm 2023 của Khoa Nội")
    text = "Xong trước ngày 10/6/2023. Theo Quyết định 809/QĐ-UBND ngày 04/4/2019, từ năm 2015."
    (root / PLAN).write_text((root / PLAN).read_text(encoding="utf-8") + text, encoding="utf-8")
    edit(root, PROFILE, "period: 2024-01/2024-02", "on: 2025-02-01")
    told = [(f["file"], f["line"], f["column"]) for f in found(check(root), "year-mismatch")]
    assert told == [(PROFILE, 18, 9), (PLAN, 2, 21), (PLAN, 9, 17)]


def test_tone_placement_counts_no_names(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """hòa beside Hoà in a name, and either style alone, pass; both in small letters are told once, at the rarer."""
    root = site()
    edit(root, PAGE, "Trang này", "Ông Phạm Mẫu Hoà giữ hòa khí, khỏe, quý, hoàn, thuở, loài. Trang này")
    assert not found(check(root), "mixed-tone-placement")
    edit(root, PAGE, "Ông Phạm", "Vì thuỷ lợi, ông Phạm")
    (finding,) = found(check(root), "mixed-tone-placement")
    assert (finding["line"], finding["column"]) == (5, 4) and "“thuỷ” and in “hòa”" in str(finding["message"])


def test_habits_spare_real_lists_headings_and_code(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """What Markdown makes of it as meant is not told: inner lists, separate lines, code, sentences."""
    root = site()
    lists = "\n\n- Một\n  + Hai\n\n+ Ba\n+ Bốn\n\na) Một mình\n\n"
    good = lists + "**Một câu in đậm.**\n\n```\na) x\nb) y\n```\n\nIV là bốn.\n"
    (root / PAGE).write_text((root / PAGE).read_text(encoding="utf-8") + good, encoding="utf-8")
    ran = check(root)
    assert not found(ran, "office-list") and not found(ran, "office-heading")
