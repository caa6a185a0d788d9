"""What documents refer to by id."""

from pathlib import Path

import pytest

from unit.support import CAMPAIGN, MAI, PLAN, SITE, changed, told

BULLETIN = "content/bulletins/2024-05.vi.md"
HEAD = "---\ntitle: Bản tin\nnumber: 1\ndate: 2024-05-01\n"


@pytest.mark.parametrize(
    ("file", "change", "found"),
    [
        (MAI, ("unit: noi", "unit: noii"), ("unknown-unit", "noii")),
        (MAI, ("unit: noi", "unit: cu"), ("unknown-unit", "cu")),
        (MAI, ("category: nurse", "category: nurs"), ("unknown-category", "nurs")),
        (MAI, ("unit: noi", "unit: noi\nrelated: [noi-02]"), ("unknown-exemplar", "noi-02")),
        (MAI, ("unit: noi", "unit: noi\nrelated: [2023/noi-01]"), ("unknown-exemplar", "2023/noi-01")),
        (MAI, ("unit: noi", "unit: noi\nadopted_by: [{unit: x, on: 2024-05-01}]"), ("unknown-unit", "x")),
        (MAI, ("unit: noi", "unit: noi\nadopted_by: [{unit: cu, on: 2024-05-01}]"), ("unknown-unit", "cu")),
        (CAMPAIGN, ("criteria: 2024", "criteria: 2023"), ("bad-value", "2023")),
        (CAMPAIGN, ("criteria: 2024", "criteria: 2024\noffice: x"), ("unknown-unit", "x")),
        (CAMPAIGN, ("min: 1", "min: 1, counts: [nurs]"), ("unknown-category", "nurs")),
    ],
)
def test_a_name_that_is_none_is_told_at_its_value(
    tmp_path: Path, file: str, change: tuple[str, str], found: tuple[str, str]
) -> None:
    """Units, also those that did not exist then, categories, exemplars, criteria files."""
    assert found in told(tmp_path, changed(file, change))


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("masthead: {internal: true}\nexemplars: [2024/noi-01]", []),
        ("masthead: {internal: true}\nexemplars: [noi-01]", [("unknown-exemplar", "noi-01")]),
        ("masthead: {internal: true}\nselect: {campaign: 2023}", [("unknown-campaign", "2023")]),
        ("masthead: {internal: true}\nselect: {category: nurs}", [("unknown-category", "nurs")]),
        ("masthead: {internal: true}\nselect: {unit: x}", [("unknown-unit", "x")]),
        ("masthead: {internal: true}\nselect: {campaign: 2024, category: ward, unit: cu}", []),
        ("masthead: {internal: false}", [("missing-field", "masthead")]),
    ],
)
def test_a_bulletin_names_what_there_is(tmp_path: Path, rest: str, found: list[tuple[str, str]]) -> None:
    """Its exemplars with their campaign, its selection, a licence or internal circulation."""
    assert told(tmp_path, {BULLETIN: f"{HEAD}{rest}\n---\n"}) == found


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("content/exemplars/2023/noi-01.vi.md", "unknown-campaign"),
        ("content/reviews/2023.vi.md", "unknown-campaign"),
        ("content/plans/2024/noii.vi.md", "unknown-unit"),
        ("content/plans/2024/cu.vi.md", "unknown-unit"),
    ],
)
def test_the_name_of_a_file_refers_too(tmp_path: Path, file: str, code: str) -> None:
    """To its campaign, a plan to its unit."""
    text = (
        SITE[PLAN]
        if "plans" in file
        else SITE[MAI]
        if "exemplars" in file
        else "---\ntitle: T\nheld_on: 2023-11-01\n---\na\n"
    )
    assert (code, "") in told(tmp_path, {file: text})


def test_ids_of_evidence_stand_once(tmp_path: Path) -> None:
    """The second is told."""
    second = "  - {id: e1, serves: [A-1], text: Một việc khác hẳn., source: B}\n---\n## Cách"
    assert told(tmp_path, changed(MAI, ("---\n## Cách", second))) == [("duplicate-key", "e1")]


def test_a_campaign_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    """Not again in each of its files."""
    found = told(tmp_path, {CAMPAIGN: SITE[CAMPAIGN].replace("criteria: 2024", "criteria: [")})
    assert "unknown-campaign" not in [code for code, _ in found]
