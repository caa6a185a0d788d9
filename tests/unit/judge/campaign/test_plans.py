"""The plans of the units."""

from datetime import date
from pathlib import Path

import pytest

from unit.support import CAMPAIGN, PLAN, SITE, changed, judge_site, told

DUOC = "content/plans/2024/duoc.vi.md"
SHORT = "---\ntitle: Kế hoạch\ncompleted_on: 2024-04-10\nlead: {name: A B, position: C}\n---\n"


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("completed_on: 2024-04-10", "completed_on: 2024-04-14"), []),
        (("completed_on: 2024-04-10", "completed_on: 2024-04-15"), [("late", "2024-04-15")]),
        (("completed_on: 2024-04-10", "completed_on: 2023-04-10"), [("year-mismatch", "2023-04-10")]),
        (("[noi-01]", "[noi-01, noi-02]"), [("unknown-exemplar", "noi-02")]),
        (("part: teach", "part: teech"), [("bad-value", "teech")]),
        (("due: 2024-05-30", "due: 2024-04-01"), [("date-order", "2024-04-01")]),
        (("due: 2024-05-30", "due: 2025-05-30"), [("year-mismatch", "2025-05-30")]),
    ],
)
def test_what_a_plan_states_wrongly_is_told_at_its_value(
    tmp_path: Path, change: tuple[str, str], found: list[tuple[str, str]]
) -> None:
    """Dates, exemplars, parts."""
    got = told(tmp_path, changed(PLAN, change))
    assert [code for code, _ in got] == [code for code, _ in found]
    assert all(text == wanted for (_, text), (_, wanted) in zip(got, found, strict=True) if wanted)


def test_a_plan_names_exemplars_of_its_own_unit(tmp_path: Path) -> None:
    """One of another unit is told at its name."""
    assert told(tmp_path, {DUOC: SITE[PLAN]}) == [("plan-wrong-unit", "noi-01")]


def test_an_activity_has_an_id_of_its_own(tmp_path: Path) -> None:
    """The second is told."""
    second = "  - {id: a1, part: teach, what: Làm thêm., who: B, from: 2024-04-15, due: 2024-05-30}\n---"
    assert told(tmp_path, changed(PLAN, ("due: 2024-05-30}\n---", f"due: 2024-05-30}}\n{second}"))) == [
        ("duplicate-key", "a1")
    ]


@pytest.mark.parametrize(
    ("today", "layers", "units"),
    [
        (date(2024, 2, 29), {}, []),
        (date(2024, 3, 1), {}, ["duoc"]),
        (date(2024, 6, 1), {PLAN: None}, ["noi", "duoc"]),
        (date(2024, 6, 1), {DUOC: SHORT}, []),
        (date(2024, 6, 1), {DUOC: SHORT.replace("lead:", "draft: true\nlead:")}, ["duoc"]),
        (date(2024, 6, 1), {DUOC: "cannot be read"}, []),
    ],
)
def test_units_without_a_plan_are_told_from_the_day_on_which_registration_opens(
    tmp_path: Path, today: date, layers: dict[str, str | None], units: list[str]
) -> None:
    """A draft is no plan yet; one that cannot be read is told as that; a unit of former years owes nothing."""
    _, judgement = judge_site(tmp_path, layers, today=today)
    assert sorted(str(f.unit) for f in judgement.findings if f.code == "plan-missing") == sorted(units)


def test_a_campaign_that_asks_for_no_plans_misses_none(tmp_path: Path) -> None:
    """Nothing is owed that is not asked."""
    without = changed(
        CAMPAIGN,
        (
            SITE[CAMPAIGN][SITE[CAMPAIGN].index("plan:") : SITE[CAMPAIGN].index("quota:")],
            "",
        ),
    )
    _, judgement = judge_site(tmp_path, without, {PLAN: None})
    assert "plan-missing" not in [f.code for f in judgement.findings]
