"""What is remembered of an entry is judged beside the others as they are now."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from guongsang.findings import Finding
from guongsang.judge.criteria.kinds import CHECK_FORMS
from guongsang.judge.judgement import Judgement, judge_entries
from guongsang.read.site import read_content
from guongsang.records import Records
from support.site import PROJECT, write
from unit.support import MAI, SITE, TODAY

ABOUT = "content/pages/about.vi.md"
LINKS = "---\ntitle: Về chúng tôi\n---\n## Một\n\nXem [khay thuốc](../exemplars/2024/noi-01.vi.md{anchor}).\n"
SECOND = MAI.replace("noi-01", "noi-02")
STORY = " ".join(f"Việc thứ {n} đã làm trong tuần {n} của năm." for n in range(20))


def judged(root: Path, records: Records, *changes: Mapping[str, str | None], today: date = TODAY) -> Judgement:
    """Judge the small site with some files written anew or removed (None), with what is remembered."""
    for file, text in {file: text for change in changes for file, text in change.items()}.items():
        (root / file).unlink(missing_ok=True) if text is None else write(root, file, text)
    return judge_entries(read_content(root, PROJECT, CHECK_FORMS, records), today)


def told(judgement: Judgement, code: str) -> list[Finding]:
    """Return the findings of a code."""
    return [finding for finding in judgement.findings if finding.code == code]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write the small site."""
    for file, text in SITE.items():
        write(tmp_path, file, text)
    return tmp_path


@pytest.mark.parametrize(
    ("anchor", "change", "found"),
    [
        ("", {}, 0),
        ("", {MAI: None}, 1),
        ("#cach-lam", {}, 0),
        ("#cach-lam", {MAI: SITE[MAI].replace("Cách làm", "Cách khác")}, 1),
        ("#cach-khac", {MAI: SITE[MAI].replace("Cách làm", "Cách khác")}, 0),
        ("#cach-khac", {}, 1),
    ],
)
def test_links_are_judged_again_where_another_document_changed(
    root: Path, anchor: str, change: Mapping[str, str | None], found: int
) -> None:
    """As they would be if nothing were remembered."""
    records = Records()
    judged(root, records, {ABOUT: LINKS.format(anchor=anchor)})
    again = judged(root, records, change)
    assert len(told(again, "dangling-link")) == found
    assert again == judged(root, Records())


def test_a_link_without_words_is_told_where_it_leads_somewhere(root: Path) -> None:
    """And only that it leads nowhere where it does not."""
    records, page = Records(), LINKS.format(anchor="").replace("khay thuốc", "tại đây")
    codes = ("vague-link-text", "dangling-link")
    first = judged(root, records, {ABOUT: page})
    assert [len(told(first, code)) for code in codes] == [1, 0]
    assert [len(told(judged(root, records, {MAI: None}), code)) for code in codes] == [0, 1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_copy_is_told_and_no_longer_told(root: Path, jobs: int) -> None:
    """With the line on which the other text begins, which may move."""
    records, copied = Records(jobs=jobs), SITE[MAI] + STORY
    both = judged(root, records, {MAI: copied, SECOND: copied.replace("Lê Thử Mai", "Trần Mẫu Bình")})
    texts = [f for f in told(both, "similar-text") if "percent" in f.message.args]
    (copy,) = texts
    moved = judged(root, records, {MAI: copied.replace("title:", "tags: [a]\ntitle:")})
    (again,) = [f for f in told(moved, "similar-text") if "percent" in f.message.args]
    assert int(again.message.args["line"]) == int(copy.message.args["line"]) + 1
    alone = judged(root, records, {MAI: SITE[MAI]})
    assert not [f for f in told(alone, "similar-text") if "percent" in f.message.args]
    assert alone == judged(root, Records())


@pytest.mark.parametrize(("day", "found"), [(date(2024, 3, 9), 1), (date(2024, 3, 10), 0), (date(2024, 2, 1), 4)])
def test_days_are_judged_as_of_the_day_though_they_are_remembered(root: Path, day: date, found: int) -> None:
    records = Records()
    assert not [f for f in told(judged(root, records), "contradiction") if f.place.file == MAI]
    later = judged(root, records, today=day)
    assert len([f for f in told(later, "contradiction") if f.place.file == MAI]) == found


def test_verdicts_are_those_of_the_criteria_as_they_are(root: Path) -> None:
    """A criterion is that of the file as it was read now."""
    records = Records()
    first = judged(root, records)
    criteria = SITE["content/criteria/2024.yaml"].replace("A-1", "B-2")
    changed = judged(root, records, {"content/criteria/2024.yaml": criteria})
    assert [v.criterion.id for v in first.verdicts["2024/noi-01"]] == ["A-1"]
    assert [v.criterion.id for v in changed.verdicts["2024/noi-01"]] == ["B-2"]
    assert changed == judged(root, Records())
