"""The check `field`: a field is there, or has one of the values that are asked for."""

from pathlib import Path

import pytest

from guongsang.judge.criteria.check import TOLD_ELSEWHERE, FieldToWrite
from unit.judge.criteria.cases import faults_of, hint_of, is_open, outcome_of, reason_of, scaffold_of


@pytest.mark.parametrize(
    "options",
    [
        "{path: position, present: true}",
        "{path: photo, present: false}",
        "{path: consent.document, present: true}",
        "{path: 'evidence[].source', present: true}",
        "{path: evidence.source, equals: BC-02/NOI}",
        "{path: staff_category, one_of: [worker, public-employee]}",
        "{path: staff_category, equals: public-employee}",
        "{path: leader, equals: 'false'}",
        "{path: progress.registered.on, equals: '2024-03-10'}",
        "{path: 'evidence[].attested.by', equals: Trưởng khoa}",
    ],
)
def test_a_field_as_it_is_asked_for_keeps_the_criterion(tmp_path: Path, options: str) -> None:
    """By dotted path, in any item of a list; a value is compared as it is typed, and a flag left out is false."""
    assert outcome_of(tmp_path, f"{{field: {options}}}").status == "met"


@pytest.mark.parametrize(
    ("options", "reason", "hint"),
    [
        ("{path: photo, present: true}", "“Photo” (photo) is missing", "add it to the front matter"),
        ("{path: position, present: false}", "“Position” (position) should not stand here", "remove it"),
        ("{path: photo, equals: mai.png}", "“Photo” (photo) is missing", "add it to the front matter"),
        (
            "{path: staff_category, one_of: [worker, cadre]}",
            "“Staff category” (staff_category) is public-employee",
            "write one of: worker, cadre",
        ),
        ("{path: leader, equals: 'true'}", "“Holds a leading post” (leader) is false", "write one of: true"),
        ("{path: 'evidence[].id', equals: e9}", "“Id” (evidence[].id) is e1", "write one of: e9"),
    ],
)
def test_a_field_that_is_not_as_it_is_asked_for_breaks_it(tmp_path: Path, options: str, reason: str, hint: str) -> None:
    """The reason names what stands there."""
    outcome = outcome_of(tmp_path, f"{{field: {options}}}")
    assert (outcome.status, reason_of(outcome), hint_of(outcome)) == ("unmet", reason, hint)


def test_a_value_that_cannot_be_read_is_told_by_its_own_finding(tmp_path: Path) -> None:
    """The criterion is unmet without a word."""
    change = ("staff_category: public-employee", "staff_category: [public-employee]")
    outcome = outcome_of(tmp_path, "{field: {path: staff_category, one_of: [worker]}}", change)
    assert outcome == TOLD_ELSEWHERE


@pytest.mark.parametrize(
    ("path", "change", "there"),
    [
        ("position", ("position: Điều dưỡng", "position: '[[chức vụ]]'"), True),
        ("evidence[].source", ("source: BC-02/NOI", "source: '[[số]]'"), True),
        ("evidence", ("source: BC-02/NOI", "source: '[[số]]'"), True),
        ("evidence[].text", ("source: BC-02/NOI", "source: '[[số]]'"), False),
        ("title", ("position: Điều dưỡng", "position: '[[chức vụ]]'"), False),
    ],
)
def test_a_field_is_open_while_it_or_what_is_in_it_is(
    tmp_path: Path, path: str, change: tuple[str, str], there: bool
) -> None:
    """Other fields do not matter to it."""
    assert is_open(tmp_path, f"{{field: {{path: '{path}', present: true}}}}", change) is there


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ("{path: position, present: true}", FieldToWrite("position")),
        ("{path: staff_category, one_of: [worker, cadre]}", FieldToWrite("staff_category", ("worker", "cadre"))),
        ("{path: staff_category, equals: worker}", FieldToWrite("staff_category", ("worker",))),
        ("{path: position, present: false}", None),
    ],
)
def test_a_fresh_file_offers_the_field_with_its_choices(
    tmp_path: Path, options: str, field: FieldToWrite | None
) -> None:
    """Nothing where the field should not stand."""
    assert scaffold_of(tmp_path, f"{{field: {options}}}") == field


ONE_THING = "bad-value: a check of a field asks exactly one thing"


@pytest.mark.parametrize(
    ("options", "faults"),
    [
        ("{path: 'evidence[].measure.unit', present: true}", []),
        ("{path: nothing, present: true}", ["bad-value: there is no field nothing in the table"]),
        ("{path: position}", [ONE_THING]),
        ("{path: position, present: true, equals: x}", [ONE_THING]),
        ("{path: position, one_of: [a], equals: a}", [ONE_THING]),
    ],
)
def test_options_must_name_a_field_and_ask_one_thing(tmp_path: Path, options: str, faults: list[str]) -> None:
    """Else the criteria file is wrong, not a profile."""
    assert faults_of(tmp_path, f"{{field: {options}}}") == faults


def test_the_path_is_required(tmp_path: Path) -> None:
    """Without it nothing can be asked."""
    assert [fault.partition(":")[0] for fault in faults_of(tmp_path, "{field: {present: true}}")] == ["missing-field"]
