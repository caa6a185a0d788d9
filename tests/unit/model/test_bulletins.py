"""The issues of the bulletin and what each may print."""

from pathlib import Path

import pytest

from guongsang.model.bulletins import Issue
from unit.support import MAI, SITE, changed, made_site

TWO = MAI.replace("01", "02")
OTHER = SITE[MAI].replace("Lê Thử Mai", "Trần Mẫu Cúc").replace("BC-02", "BC-05").replace("12 xuống 6", "9 xuống 5")


def issue(root: Path, rest: str, *layers: dict[str, str]) -> Issue:
    """Make a site with two profiles and a bulletin, and return the bulletin."""
    head = "title: Bản tin\nnumber: 1\ndate: 2024-05-01\nmasthead: {internal: true}\n"
    files = {TWO: OTHER, "content/bulletins/2024-05.vi.md": f"---\n{head}{rest}\n---\n"}
    (one,) = made_site(root, files, *layers).bulletins
    return one


@pytest.mark.parametrize(
    ("rest", "printed"),
    [
        ("exemplars: [2024/noi-02, 2024/noi-01]", ["noi-02", "noi-01"]),
        ("exemplars: [2024/noi-01, 2024/noi-01]", ["noi-01"]),
        ("select: {campaign: 2024}", ["noi-01", "noi-02"]),
        ("select: {stage: registered}", ["noi-01", "noi-02"]),
        ("select: {stage: approved}", []),
        ("select: {category: ward}", []),
        ("select: {unit: noi}", ["noi-01", "noi-02"]),
        ("select: {unit: duoc}", []),
        ("exemplars: [2024/noi-02]\nselect: {unit: noi}", ["noi-02", "noi-01"]),
        ("layout: newsletter", []),
    ],
)
def test_a_bulletin_prints_what_it_names_then_what_it_selects(tmp_path: Path, rest: str, printed: list[str]) -> None:
    """Each once; without any there is no paper."""
    one = issue(tmp_path, rest)
    assert [p.slug for p in one.profiles] == printed
    assert [p.slug for p in one.printed] == printed
    assert one.has_paper is bool(printed)
    assert one.recalled == ()


def test_without_consent_for_paper_a_profile_is_not_printed(tmp_path: Path) -> None:
    """It stands on the site."""
    one = issue(tmp_path, "select: {campaign: 2024}", changed(MAI, ("story: [site, print]", "story: [site]")))
    assert [p.slug for p in one.profiles] == ["noi-02"]


@pytest.mark.parametrize(
    ("rest", "day", "recalled"),
    [
        ("exemplars: [2024/noi-01]", "2024-04-01", ("2024/noi-01",)),
        ("exemplars: [2024/noi-01]", "2024-06-01", ("2024/noi-01",)),
        ("select: {campaign: 2024}", "2024-06-01", ("2024/noi-01",)),
        ("select: {campaign: 2024}", "2024-05-01", ()),
        ("select: {unit: duoc}", "2024-06-01", ()),
    ],
)
def test_issues_that_hold_a_withdrawn_profile_are_known(
    tmp_path: Path, rest: str, day: str, recalled: tuple[str, ...]
) -> None:
    """By name always; by selection where it was withdrawn after the issue."""
    one = issue(tmp_path, rest, changed(MAI, ("unit: noi", f"unit: noi\nwithdrawn: {{on: {day}, reason: revoked}}")))
    assert one.recalled == recalled
    assert "noi-01" not in [p.slug for p in one.profiles]


def test_the_newest_issue_stands_first(tmp_path: Path) -> None:
    """By date, then by name."""
    head = "---\ntitle: T\nnumber: 1\nmasthead: {internal: true}\nexemplars: [2024/noi-01]\ndate: "
    days = {"a": "2024-05-01", "b": "2024-06-01", "c": "2024-05-01"}
    files = {f"content/bulletins/{name}.vi.md": f"{head}{day}\n---\n" for name, day in days.items()}
    assert [b.entry.slug for b in made_site(tmp_path, files).bulletins] == ["b", "c", "a"]
