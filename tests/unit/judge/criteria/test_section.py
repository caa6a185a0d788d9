"""The check `section`: the body has a section under a heading, of enough words."""

from pathlib import Path

import pytest

from guongsang.i18n.messages import Label
from guongsang.judge.criteria.check import TOLD_ELSEWHERE, SectionToWrite
from guongsang.judge.criteria.section import same_heading, words_under
from guongsang.read.markdown.body import read_body
from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.tree import Body
from unit.judge.criteria.cases import faults_of, hint_of, is_open, outcome_of, reason_of, scaffold_of
from unit.support import source_of

BODY = "Ghi tên lên khay."


def body_of(text: str) -> Body:
    """Parse a body."""
    return read_body(source_of(text), 0, Parser())[0]


@pytest.mark.parametrize(
    "options",
    [
        "{heading: {vi: Cách làm, en: How}}",
        "{heading: {vi: cách  làm, en: How}}",
        "{heading: {vi: Cách làm, en: How}, min_words: 4}",
        "{heading: {vi: Cách làm, en: How}, min_words: 0}",
    ],
)
def test_a_section_of_enough_words_keeps_the_criterion(tmp_path: Path, options: str) -> None:
    """Blanks and capitals of its heading do not matter."""
    assert outcome_of(tmp_path, f"{{section: {options}}}").status == "met"


@pytest.mark.parametrize(
    ("options", "changes", "reason", "hint"),
    [
        (
            "{heading: {vi: Bối cảnh, en: Why}}",
            [],
            "the text has no section “Bối cảnh”",
            "add a line “## Bối cảnh” and write below it",
        ),
        (
            "{heading: {vi: Cách làm, en: How}}",
            [("## Cách làm", "## Cách lam")],
            "the text has no section “Cách làm”",
            "did you mean the heading “Cách lam”? It must read “Cách làm”",
        ),
        (
            "{heading: {vi: Cách làm, en: How}, min_words: 5}",
            [],
            "the section “Cách làm” has 4 words; at least 5 are needed",
            "tell step by step what was done, so that others can do it too",
        ),
        (
            "{heading: {vi: Cách làm, en: How}, min_words: 0}",
            [(BODY, "")],
            "the section “Cách làm” has 0 words; at least 1 is needed",
            "tell step by step what was done, so that others can do it too",
        ),
    ],
)
def test_a_section_that_is_missing_or_short_breaks_it(
    tmp_path: Path, options: str, changes: list[tuple[str, str]], reason: str, hint: str
) -> None:
    """A heading alone is no section."""
    outcome = outcome_of(tmp_path, f"{{section: {options}}}", *changes)
    assert (outcome.status, reason_of(outcome), hint_of(outcome)) == ("unmet", reason, hint)


def test_a_body_that_is_refused_is_told_by_its_own_finding(tmp_path: Path) -> None:
    """The criterion is unmet without a word."""
    deep = (BODY, ">" * 200 + " a")
    assert outcome_of(tmp_path, "{section: {heading: {vi: Bối cảnh, en: Why}}}", deep) == TOLD_ELSEWHERE


@pytest.mark.parametrize(
    ("change", "there"), [((BODY, "[[viết ở đây]]"), True), (("Điều dưỡng\nunit", "'[[x]]'\nunit"), False)]
)
def test_a_section_is_open_while_the_body_is(tmp_path: Path, change: tuple[str, str], there: bool) -> None:
    """The front matter does not matter to it."""
    assert is_open(tmp_path, "{section: {heading: {vi: Cách làm, en: How}}}", change) is there


@pytest.mark.parametrize(("options", "words"), [("", 0), (", min_words: 40", 40)])
def test_a_fresh_file_offers_the_heading_with_its_words(tmp_path: Path, options: str, words: int) -> None:
    """In every language that the criterion has."""
    scaffold = scaffold_of(tmp_path, f"{{section: {{heading: {{vi: Bối cảnh, en: Why}}{options}}}}}")
    assert scaffold == SectionToWrite(Label({"vi": "Bối cảnh", "en": "Why"}, "vi"), words)


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ("{heading: {vi: Bối cảnh, en: Why}}", []),
        ("{}", ["missing-field"]),
        ("{heading: {vi: Bối cảnh, en: Why}, min_words: many}", ["wrong-type"]),
    ],
)
def test_options_must_have_a_heading(tmp_path: Path, options: str, codes: list[str]) -> None:
    """And a whole number of words."""
    assert [fault.partition(":")[0] for fault in faults_of(tmp_path, f"{{section: {options}}}")] == codes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## Mot\n\na b c\n", 3),
        ("## Mot\n\na b\n\n### Con\n\nc d\n", 5),
        ("## Mot\n\na b\n\n## Hai\n\nc d\n", 2),
        ("### Mot\n\na b\n\n## Hai\n\nc d\n", 2),
        ("## Mot\n\n- a\n- b c\n", 3),
        ("## *Mot*\n\na\n", 1),
        ("## Mot\n", 0),
        ("## Mot\n\na\n\n## Mot\n\nb c\n", 1),
        ("a b c\n", None),
        ("Mot\n\na\n", None),
    ],
)
def test_words_are_counted_to_the_next_heading_of_the_level_or_above(text: str, words: int | None) -> None:
    """With those of sections inside, headings of these too; the first heading that fits counts."""
    assert words_under(body_of(text), "Mot") == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Cách làm", "CÁCH  LÀM ", True), ("Cách làm", "Cách lam", False), ("", " ", True)],
)
def test_headings_read_the_same_but_for_blanks_and_capitals(one: str, other: str, same: bool) -> None:
    """Marks count."""
    assert same_heading(one, other) is same
