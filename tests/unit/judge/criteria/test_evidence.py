"""The check `evidence`: enough items serve a criterion, with what it requires, of every year that it asks for."""

from pathlib import Path

import pytest

from guongsang.judge.criteria.check import ItemsToWrite
from guongsang.judge.criteria.evidence import is_internal
from guongsang.read.data.types import Criteria
from guongsang.read.tables.exemplar import Evidence
from unit.judge.criteria.cases import (
    CRITERIA,
    HEAD,
    SERVES,
    faults_of,
    hint_of,
    is_open,
    outcome_of,
    reason_of,
    row,
    scaffold_of,
)
from unit.support import read_site

PERIOD = "period: 2024-01/2024-02"
YEARS = (PERIOD, "years: [2022, 2023]")
TWO = ("---\n## Cách làm", "  - {id: e2, serves: [X], text: Việc khác.}\n---\n## Cách làm")


@pytest.mark.parametrize(
    ("options", "changes"),
    [
        ("{}", [SERVES]),
        ("{min: 2}", [SERVES, TWO]),
        ("{min: 1, requires: [source, when]}", [SERVES, TWO]),
        ("{requires: [source]}", [SERVES]),
        ("{requires: [attested.by, attested.on]}", [SERVES]),
        ("{requires: [when]}", [SERVES]),
        ("{requires: [when]}", [SERVES, (PERIOD, "on: 2024-01-02")]),
        ("{requires: [when]}", [SERVES, YEARS]),
        ("{expects: [source]}", [SERVES]),
        ("{expects: [source]}", [SERVES, TWO]),
        ("{continuous_years: 2}", [SERVES, YEARS]),
        ("{continuous_years: true}", [SERVES, YEARS]),
        ("{continuous_years: false}", [SERVES]),
        ("{continuous_years: 1}", [SERVES, (PERIOD, "on: 2023-05-06")]),
        ("{continuous_years: 2}", [SERVES, (PERIOD, "period: 2022-05/2023-02")]),
    ],
)
def test_evidence_that_is_enough_keeps_the_criterion(
    tmp_path: Path, options: str, changes: list[tuple[str, str]]
) -> None:
    """In number, in what each item has, and in its years; it is told by nothing."""
    outcome = outcome_of(tmp_path, f"{{evidence: {options}}}", *changes)
    assert (outcome.status, outcome.reason, outcome.hint) == ("met", None, None)


@pytest.mark.parametrize(
    ("options", "changes", "reason"),
    [
        ("{}", [], "there are 0 items of evidence; at least 1 is needed"),
        ("{min: 2}", [SERVES], "there is 1 item of evidence; at least 2 are needed"),
        ("{requires: [measure]}", [SERVES], "evidence lacks: measure"),
        (
            "{requires: [measure, when]}",
            [SERVES, (PERIOD + "\n    ", "")],
            "evidence lacks: measure, on, period or years",
        ),
        ("{requires: [measure.before]}", [SERVES], "evidence lacks: measure.before"),
        ("{min: 2, requires: [source]}", [SERVES, TWO], "evidence lacks: source"),
        ("{continuous_years: 3}", [SERVES, YEARS], "years are missing: 2021"),
        ("{continuous_years: true}", [SERVES, (PERIOD, "years: [2021, 2023]")], "years are missing: 2022"),
        ("{continuous_years: true}", [SERVES], "years are missing: 2023"),
        ("{continuous_years: 1}", [SERVES], "years are missing: 2023"),
    ],
)
def test_evidence_that_is_not_enough_breaks_it(
    tmp_path: Path, options: str, changes: list[tuple[str, str]], reason: str
) -> None:
    """The first thing that is wanting is the reason."""
    outcome = outcome_of(tmp_path, f"{{evidence: {options}}}", *changes)
    assert (outcome.status, reason_of(outcome)) == ("unmet", reason)


def test_evidence_without_what_is_expected_is_thin(tmp_path: Path) -> None:
    """One item that has it is enough; the hint says what each lacks, and on which line."""
    outcome = outcome_of(tmp_path, "{evidence: {expects: [measure, source]}}", SERVES, TWO)
    assert (outcome.status, reason_of(outcome)) == ("thin", "no item of evidence has all of: measure, source")
    assert hint_of(outcome) == (
        "complete one of them: e1 on line 14 lacks measure, e2 on line 20 lacks measure, source"
    )


def test_a_hint_names_five_items_at_most(tmp_path: Path) -> None:
    """A long list would hide what to do."""
    more = "".join(f"  - {{id: e{n}, serves: [X], text: Việc {n}.}}\n" for n in range(2, 9))
    outcome = outcome_of(tmp_path, "{evidence: {requires: [measure]}}", (TWO[0], f"{more}{TWO[0]}"))
    hint = hint_of(outcome)
    assert hint.startswith("complete at least 1: e2 on line") and hint.count(" lacks ") == 5 and "e7" not in hint


@pytest.mark.parametrize(
    ("change", "there"),
    [
        (("text: Số lần", "text: '[[việc]]'\n    # Số lần"), True),
        (("source: BC-02/NOI", "source: '[[số]]'"), True),
        (("position: Điều dưỡng", "position: '[[chức vụ]]'"), False),
        (("Ghi tên lên khay.", "[[viết]]"), False),
    ],
)
def test_evidence_is_open_while_an_item_that_serves_it_is(tmp_path: Path, change: tuple[str, str], there: bool) -> None:
    """Other places to be filled in do not matter to it."""
    assert is_open(tmp_path, "{evidence: {}}", SERVES, change) is there


def test_an_open_item_of_another_criterion_does_not_matter(tmp_path: Path) -> None:
    """Only those that name the criterion."""
    assert not is_open(tmp_path, "{evidence: {}}", ("source: BC-02/NOI", "source: '[[số]]'"))


@pytest.mark.parametrize(
    ("options", "items"),
    [
        ("{}", ItemsToWrite(1, ())),
        ("{min: 3}", ItemsToWrite(3, ())),
        ("{min: 40}", ItemsToWrite(5, ())),
        ("{requires: [source], expects: [measure, source]}", ItemsToWrite(1, ("source", "measure"))),
        ("{requires: [when, source]}", ItemsToWrite(1, ("on", "source"))),
        ("{requires: [when, period]}", ItemsToWrite(1, ("period",))),
        ("{requires: [when], continuous_years: 2}", ItemsToWrite(1, ("years",))),
    ],
)
def test_a_fresh_file_offers_the_items_with_their_fields(tmp_path: Path, options: str, items: ItemsToWrite) -> None:
    """Each field once; of several kinds of time the one that is asked for by name."""
    assert scaffold_of(tmp_path, f"{{evidence: {options}}}") == items


@pytest.mark.parametrize(
    ("options", "faults"),
    [
        ("{requires: [source, when, measure.unit], continuous_years: '5'}", []),
        ("{requires: [nothing]}", ["bad-value: there is no field nothing in the table"]),
        ("{expects: [source.x]}", ["bad-value: there is no field source.x in the table"]),
        ("{continuous_years: often}", ["bad-value: “Years without a gap” (continuous_years) cannot be often"]),
        ("{continuous_years: 0}", ["bad-value: “Years without a gap” (continuous_years) cannot be 0"]),
    ],
)
def test_options_must_name_fields_and_years(tmp_path: Path, options: str, faults: list[str]) -> None:
    """Else the criteria file is wrong, not a profile."""
    assert faults_of(tmp_path, f"{{evidence: {options}}}") == faults


@pytest.fixture(scope="module")
def criteria(tmp_path_factory: pytest.TempPathFactory) -> Criteria:
    """Read criteria of which one is internal."""
    rows = HEAD + row("{evidence: {}}", ", internal: true")
    return read_site(tmp_path_factory.mktemp("site"), {CRITERIA: rows}).criteria["2024"]


@pytest.mark.parametrize(
    ("serves", "marked", "internal"),
    [
        (("X",), None, True),
        (("X", "A-1"), None, False),
        (("A-1",), None, False),
        ((), None, False),
        (("unknown",), None, False),
        (("X",), False, False),
        (("A-1",), True, True),
    ],
)
def test_evidence_is_internal_as_marked_or_where_all_that_it_serves_is(
    criteria: Criteria, serves: tuple[str, ...], marked: bool | None, internal: bool
) -> None:
    """What serves one public criterion is public."""
    assert is_internal(Evidence(serves=serves, internal=marked), criteria) is internal


def test_without_criteria_evidence_is_internal_only_if_marked() -> None:
    """Nothing is known of what it serves."""
    assert not is_internal(Evidence(serves=("X",)), None)
    assert is_internal(Evidence(serves=("X",), internal=True), None)
