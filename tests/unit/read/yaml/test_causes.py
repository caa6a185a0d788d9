"""Why YAML cannot be read, at the place that has to be mended."""

import pytest

from guongsang.findings import Finding
from guongsang.read.yaml.causes import explain
from guongsang.read.yaml.parser import read_yaml
from unit.support import shown, source_of


def fault(text: str) -> Finding:
    """Return the one finding about a text that cannot be read."""
    node, findings = read_yaml(source_of(text, "site_config.yaml"))
    assert node is None
    (finding,) = findings
    return finding


@pytest.mark.parametrize(
    ("text", "line", "at", "message"),
    [
        ("title: Một: hai\n", 1, ":", "a colon followed by a space stands inside the text"),
        ("a: 1\ntitle “Một”\nb: 2\n", 2, "title “Một”", "a colon is missing after the name of the field"),
        ("a: 1\ntitle:Một\nb: 2\n", 2, "title:Một", "a space is missing after the colon"),
        ("a: 1\nb: 'hai\nc: 3\n", 2, "'", "the quotation mark that opens here is never closed"),
        ('a: 1\nb: "hai\nc: 3\n', 2, '"', "the quotation mark that opens here is never closed"),
        ("a: @phuong\n", 1, "@", "a value cannot begin with the sign {sign}"),
        ("a: `ma`\n", 1, "`", "a value cannot begin with the sign {sign}"),
        ("a: %5\n", 1, "%", "a value cannot begin with the sign {sign}"),
        ("a:\n\tb: 1\n", 2, "\t", "a tab is used to indent"),
        ("a:\n  - x: 1\n    y: 2\n  • x: 1\n", 4, "•", "the sign {sign} begins no item of a list here"),
        ("a:\n  - một\n  – hai: x\n", 3, "–", "the sign {sign} begins no item of a list here"),
        ("a: [1, 2\nb: 3\n", 1, "[", "a comma or the closing bracket is missing"),
        ('a: "C:\\qlxd"\n', 1, "", "a backslash inside double quotes means something else"),
        ("a: 1\n  b: 2\n", 2, "", "this line does not fit the fields around it"),
    ],
)
def test_the_cause_is_told_in_plain_words_at_its_place(text: str, line: int, at: str, message: str) -> None:
    """A parser complains where it gets stuck; the finding stands where the slip is."""
    finding = fault(text)
    assert finding.code == "bad-yaml"
    assert finding.message.text == message
    assert finding.place.line == line
    assert shown(text, finding.place).startswith(at)


@pytest.mark.parametrize(
    ("text", "straight"), [("a: “một: hai”\n", True), ("a: «một: hai»\n", True), ("a: một: hai\n", False)]
)
def test_curly_quotes_are_told_not_to_count(text: str, straight: bool) -> None:
    """Who put the text between quotation marks of Word learns why that was not enough."""
    assert ("“ ”" in fault(text).hint.text) is straight


def test_a_quotation_mark_is_found_many_lines_before_the_complaint() -> None:
    """The parser reads on to the end of the file; the finding stays at the line that opens it."""
    text = "a: 1\nb: 'hai\n" + "".join(f"c{n}: x\n" for n in range(60))
    assert fault(text).place.line == 2


def test_quotes_that_are_closed_are_passed_over() -> None:
    """An apostrophe doubled or a mark behind a backslash closes nothing, and what is closed opens nothing."""
    text = 'a: \'một\'\nb: "h\\"ai"\nc: x: y\n'
    finding = fault(text)
    assert (finding.place.line, shown(text, finding.place)) == (3, ":")


def test_a_complaint_that_nobody_knows_has_a_general_answer() -> None:
    """New words of the parser are no reason to say nothing."""
    cause = explain("a: 1", "something quite new", 3, 0)
    assert (cause.start, cause.end) == (3, 4)
    assert cause.message.text == "these fields cannot be read from here on"


def test_an_unclosed_quote_behind_the_complaint_is_not_its_cause() -> None:
    """Only what stands before the place where the parser got stuck can have led it there."""
    cause = explain("a: b: c\nd: 'x\n", "mapping values are not allowed here", 4, 3)
    assert (cause.start, cause.message.text) == (4, "a colon followed by a space stands inside the text")
