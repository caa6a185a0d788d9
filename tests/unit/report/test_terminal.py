"""Findings as text for people and as JSON."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Catalogue, say
from guongsang.report.terminal import TerminalReport
from unit.support import source_of

ENGLISH = Catalogue("en")
FILE = "content/mau.vi.md"


def finding(place: Place, code: str = "bad-value", covered: bool = False) -> Finding:
    """Make a finding at a place."""
    one = find(code, place, say("wrong"), say("mend"))
    return Finding(one.code, one.severity, one.place, one.message, one.hint, covered=covered)


def excerpt(text: str, column: int, end_column: int, *, line: int = 1, end_line: int | None = None) -> list[str]:
    """Return line and marks of the excerpt of a text."""
    report = TerminalReport(ENGLISH, {FILE: source_of(text)})
    place = Place(FILE, line, column, end_line or line, end_column)
    rows = report.text(finding(place)).split("\n")[3:5]
    return [row.partition("| ")[2] for row in rows]


def test_a_finding_is_told_with_place_line_and_hint() -> None:
    """What is wrong first, then where, then the line with the stretch marked, then what to do."""
    report = TerminalReport(ENGLISH, {FILE: source_of("một\nhai ba\n")})
    one = find("bad-value", Place(FILE, 2, 5, 2, 7), say("wrong"), say("mend"), rule="A-1", section="2")
    assert report.text(one).split("\n") == [
        "error[bad-value]: wrong",
        "  --> content/mau.vi.md:2:5",
        "   |",
        " 2 | hai ba",
        "   |     ^^",
        "   = hint: mend",
        "   = criterion A-1, section 2 of the plan",
    ]


@pytest.mark.parametrize(
    ("rule", "section", "told"),
    [("A-1", None, "criterion A-1"), (None, "2", "section 2 of the plan"), (None, None, None)],
)
def test_the_rule_is_told_where_there_is_one(rule: str | None, section: str | None, told: str | None) -> None:
    """The criterion, the section of the plan, or both."""
    one = find("late", Place(FILE), say("wrong"), say("mend"), rule=rule, section=section)
    rows = TerminalReport(ENGLISH, {}).text(one).split("\n")
    assert rows[3:] == ([f"   = {told}"] if told else [])
    assert rows[0].startswith("warning[late]")


@pytest.mark.parametrize(
    ("text", "column", "end", "marks"),
    [
        ("abc", 2, 3, [" ", "^"]),
        ("abc", 1, 1, ["", "^"]),
        ("abc", 4, 4, ["   ", "^"]),
        ("漢字ab", 3, 4, ["    ", "^"]),
        ("漢字ab", 1, 3, ["", "^^^^"]),
        ("a\tb", 3, 4, ["  ", "^"]),
        ("Á" * 3, 2, 4, [" ", "^^"]),
    ],
)
def test_the_stretch_is_marked_below_the_line(text: str, column: int, end: int, marks: list[str]) -> None:
    """Wide letters take two columns, an empty stretch one mark."""
    shown, marked = excerpt(text, column, end)
    assert marked == "".join(marks)
    assert shown == text.replace("\t", " ")


def test_marks_that_are_typed_apart_take_no_column() -> None:
    """The line is shown as it was typed, and the stretch still stands below its letters."""
    _, marked = excerpt("A\u0301n bc", 5, 7)
    assert marked == "   ^^"


def test_a_stretch_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    """Only that line is shown."""
    assert excerpt("abc\ndef", 2, 2, end_line=2) == ["abc", " ^^"]


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    """At most 160 letters, and the marks stand below the right ones."""
    text = "a" * 300 + "XYZ" + "b" * 300
    shown, marked = excerpt(text, 301, 304)
    assert len(shown) == 160
    assert shown[len(marked) - 3 : len(marked)] == "XYZ"


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\u202eb", "a\x07b"])
def test_no_sign_of_a_file_steers_the_terminal(text: str) -> None:
    """What cannot be seen is shown as one that cannot."""
    shown, _ = excerpt(text, 1, 2)
    assert all(char.isprintable() for char in shown) and "\ufffd" in shown


def test_where_there_is_no_line_there_is_no_excerpt() -> None:
    """A file that was not read, and an empty line."""
    report = TerminalReport(ENGLISH, {FILE: source_of("\n")})
    assert len(report.text(finding(Place(FILE))).split("\n")) == 3
    assert len(report.text(finding(Place("other.md"))).split("\n")) == 3


@pytest.mark.parametrize(
    ("text", "column", "end", "covered", "shown"),
    [
        ("gọi 0912345678 nhé", 1, 4, False, "gọi 0912•••678 nhé"),
        ("gọi 0912345678 nhé", 5, 15, True, "gọi 0912•••678 nhé"),
        ("bà Lan mắc bệnh", 4, 7, True, "bà La• mắc bệnh"),
        ("bà Lan mắc bệnh", 4, 7, False, "bà Lan mắc bệnh"),
    ],
)
def test_no_excerpt_gives_personal_data_away(text: str, column: int, end: int, covered: bool, shown: str) -> None:
    """Neither of this finding nor of another on the line."""
    report = TerminalReport(ENGLISH, {FILE: source_of(text)})
    told = report.text(finding(Place(FILE, 1, column, 1, end), covered=covered))
    assert told.split("\n")[3] == f" 1 | {shown}"


def test_colour_is_added_and_changes_no_word() -> None:
    """Without its codes, the coloured text is the plain one."""
    sources = {FILE: source_of("abc")}
    plain = TerminalReport(ENGLISH, sources).text(finding(Place(FILE, 1, 1, 1, 2)))
    coloured = TerminalReport(ENGLISH, sources, colour=True).text(finding(Place(FILE, 1, 1, 1, 2)))
    assert "\033[1;31merror[bad-value]\033[0m" in coloured
    for code in ("\033[1;31m", "\033[1m", "\033[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


@pytest.mark.parametrize(
    ("found", "files", "summary"),
    [
        ([], 1, "0 errors, 0 warnings, 0 notes in 1 file"),
        (["bad-value", "late", "late", "not-nfc"], 12, "1 error, 2 warnings, 1 note in 12 files"),
    ],
)
def test_the_summary_counts_each_level(found: list[str], files: int, summary: str) -> None:
    """In the singular and the plural."""
    findings = [finding(Place(FILE, n + 1), code) for n, code in enumerate(found)]
    assert TerminalReport(ENGLISH, {}).summary(findings, files) == summary


def test_json_holds_every_finding_with_its_place() -> None:
    """And how many of each level there are."""
    one = find("late", Place(FILE, 2, 3, 4, 5), say("wrong {n}", n="0912345678"), say("mend"), rule="A-1")
    whole = json.loads(TerminalReport(ENGLISH, {}).json([one], 7))
    assert whole["schema_version"] == 1
    assert whole["summary"] == {"files": 7, "errors": 0, "warnings": 1, "infos": 0}
    assert whole["findings"] == [
        {
            "code": "late",
            "severity": "warning",
            "file": FILE,
            "line": 2,
            "column": 3,
            "end_line": 4,
            "end_column": 5,
            "message": "wrong 0912•••678",
            "hint": "mend",
            "rule": "A-1",
            "section": None,
        }
    ]


@settings(deadline=None, max_examples=80)
@given(st.text("aÁ漢\t\u0301\x1b ", max_size=30), st.integers(1, 40), st.integers(1, 40))
def test_any_place_on_any_line_can_be_shown(text: str, column: int, end: int) -> None:
    """Nothing is raised, and at least one mark stands below the line."""
    report = TerminalReport(ENGLISH, {FILE: source_of(text)})
    told = report.text(finding(Place(FILE, 1, column, 1, max(column, end))))
    assert "^" in told or not text.strip()
