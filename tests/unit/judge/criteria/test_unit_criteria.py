"""The check `unit_criteria`: the unit has set enough criteria of its own that apply to the profile."""

from pathlib import Path

import pytest

from guongsang.judge.criteria.check import RemarkAt
from guongsang.judge.criteria.kinds import CHECK_BY_NAME
from unit.judge.criteria.cases import faults_of, hint_of, is_open, outcome_of, reason_of, row, scaffold_of

OWN = ", set_by: {unit: noi}"
FIRST = row("{evidence: {}}", OWN, "N-1")
SECOND = row("{evidence: {}}", OWN, "N-2")
OTHERS = row("{evidence: {}}", ", set_by: {unit: duoc}", "D-1")
ELSEWHERE = row("{evidence: {}}", f"{OWN}, for: {{category: ward}}", "N-3")


@pytest.mark.parametrize(
    ("options", "more"),
    [("{}", FIRST), ("{min: 1}", FIRST + OTHERS), ("{min: 2}", FIRST + SECOND + ELSEWHERE)],
)
def test_enough_criteria_of_the_unit_keep_the_criterion(tmp_path: Path, options: str, more: str) -> None:
    """One, where nothing is said of the number."""
    assert outcome_of(tmp_path, f"{{unit_criteria: {options}}}", more=more).status == "met"


@pytest.mark.parametrize(
    ("options", "more", "n", "least"),
    [("{}", "", 0, 1), ("{}", OTHERS, 0, 1), ("{}", ELSEWHERE, 0, 1), ("{min: 2}", FIRST + OTHERS, 1, 2)],
)
def test_too_few_criteria_of_the_unit_break_it(tmp_path: Path, options: str, more: str, n: int, least: int) -> None:
    """Those of other units do not count, nor those that are not meant for the profile."""
    outcome = outcome_of(tmp_path, f"{{unit_criteria: {options}}}", more=more)
    assert outcome.status == "unmet"
    own = f"{n} criterion that applies here" if n == 1 else f"{n} criteria that apply here"
    needed = f"at least {least} {'is' if least == 1 else 'are'} needed"
    assert reason_of(outcome) == f"the unit noi has set {own}; {needed}"
    assert hint_of(outcome) == "add a criterion with set_by and unit: noi to content/criteria/2024.yaml"


@pytest.mark.parametrize(
    ("change", "there"),
    [(("Ghi tên lên khay.", "[[viết]]"), True), (("unit: noi", "unit: '[[đơn vị]]'"), True), (("Khay", "Mâm"), False)],
)
def test_it_is_open_while_anything_of_the_profile_is(tmp_path: Path, change: tuple[str, str], there: bool) -> None:
    """Which criteria apply may still change."""
    assert is_open(tmp_path, "{unit_criteria: {}}", change) is there


def test_a_fresh_file_has_a_remark_at_the_unit(tmp_path: Path) -> None:
    """There is nothing to be written in the profile."""
    assert scaffold_of(tmp_path, "{unit_criteria: {}}") == RemarkAt("unit")


def test_it_has_a_code_of_its_own() -> None:
    """What is to be done is done in the criteria file."""
    assert CHECK_BY_NAME["unit_criteria"].unmet == "no-unit-criteria"


@pytest.mark.parametrize(("options", "right"), [("{min: 3}", True), ("{min: 0}", False), ("{min: many}", False)])
def test_the_number_is_a_whole_one_from_one_on(tmp_path: Path, options: str, right: bool) -> None:
    """None at all would ask nothing."""
    assert (faults_of(tmp_path, f"{{unit_criteria: {options}}}") == []) is right
