"""Which findings are told as one, and how."""

from collections.abc import Callable

import pytest

from guongsang.commands import command
from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Catalogue, Message, say
from guongsang.report.blocks import told_of
from guongsang.report.folding import fold
from guongsang.report.machines import ForMachines
from guongsang.report.terminal import TerminalReport

ENGLISH = Catalogue("en")
EVERY = command("check", "--all")


def places(files: int, lines: int) -> list[Place]:
    """Return places in so many files, so many in each."""
    return [Place(f"content/{file}.md", line, 1, line, 2) for file in range(files) for line in range(1, lines + 1)]


def alike(code: str, at: list[Place], says: Callable[[int], Message] = lambda n: say("wrong")) -> list[Finding]:
    """Make findings of one code."""
    return [find(code, place, says(n), say("mend {n}", n=n)) for n, place in enumerate(at)]


@pytest.mark.parametrize(
    ("files", "lines", "blocks"),
    [(1, 3, 3), (1, 5, 5), (1, 6, 1), (2, 1, 2), (3, 1, 3), (4, 1, 1), (2, 2, 1), (100, 5, 1)],
)
def test_many_are_told_as_one(files: int, lines: int, blocks: int) -> None:
    """More than three in several files, more than five in one."""
    assert len(fold(alike("late", places(files, lines)), ENGLISH)) == blocks


def test_more_than_three_at_one_place_are_told_as_one() -> None:
    """What several units owe stands at the same line of the campaign."""
    at = [Place("content/a.md", 2, 3, 2, 4)] * 4
    units = "{unit} has no plan to nurture and replicate"
    (block,) = fold(alike("plan-missing", at, lambda n: say(units, unit=f"u{n}")), ENGLISH)
    told = told_of(block, ENGLISH, EVERY)
    assert told.headline == "4 units have no plan: u0, u1, u2, u3"
    assert [row.place for row in told.rows] == ["content/a.md:2"] and not told.more


def test_the_first_places_are_shown_with_what_differs() -> None:
    """And how many more there are, with the command that tells each."""
    (block,) = fold(
        alike("late", places(9, 1), lambda n: say("{name} came late to {what}", name=f"n{n}", what="it")), ENGLISH
    )
    told = TerminalReport(ENGLISH, {}).block(block, EVERY).split("\n")
    assert told[0] == "warning[late]: … came late to it (9 places)"
    assert told[1:3] == ["  --> content/0.md:1  n0", "  --> content/1.md:1  n1"]
    assert told[6] == "      … and 4 more; to see each: python build.py check --all"
    assert told[7] == "   = hint for the first: mend 0"


def test_errors_are_one_only_where_they_say_the_same() -> None:
    """And then every file and line of them stands there, with its own hint where hints differ."""
    assert len(fold(alike("bad-value", places(9, 1), lambda n: say("wrong {n}", n=n)), ENGLISH)) == 9
    (block,) = fold(alike("bad-value", places(20, 3)), ENGLISH)
    told = told_of(block, ENGLISH, EVERY)
    assert len(told.rows) == 60 and not told.more and not told.hint
    assert (told.rows[4].place, told.rows[4].what) == ("content/1.md:2", "mend 4")


def test_lines_of_a_file_stand_in_one_row() -> None:
    """Where the same is said of them."""
    findings = [find("bad-value", place, say("wrong"), say("mend")) for place in places(2, 4)]
    (block,) = fold(findings, ENGLISH)
    assert [row.place for row in told_of(block, ENGLISH, EVERY).rows] == [
        "content/0.md:1, 2, 3, 4",
        "content/1.md:1, 2, 3, 4",
    ]


@pytest.mark.parametrize("every", [1, 2, 3, 7])
def test_rows_that_are_not_shown_are_counted(every: int) -> None:
    """Whatever differs only in files that are not shown stands beside the places that are."""
    at = [place for place in places(40, 3) if place.line % every == 0 or place.line == 1]
    found = alike("late", at, lambda n: say("wrong {a} and {b}", a="a" if n < len(at) - 1 else "other", b=f"b{n}"))
    told = told_of(fold(found, ENGLISH)[0], ENGLISH, EVERY)
    assert told.headline == f"wrong … and … ({len(at)} places)"
    shown = [(row.file, line) for row in told.rows for line in row.lines]
    assert shown == [(place.file, place.line) for place in at[:5]]
    assert told.rows[4].what == "a, b4"
    assert told.more.startswith(f"… and {len(at) - 5} more; ")
    assert told.hint == "hint for the first: mend 0"


def test_what_is_to_be_filled_in_is_a_table() -> None:
    """File, line, what; of fields and of texts in one list."""
    fields = alike("to-fill-in", places(1, 3), lambda n: say("{field} is open: {what}", field="f", what=f"w{n}"))
    texts = alike("to-fill-in", places(2, 3)[3:], lambda n: say("open: {what}", what=f"t{n}"))
    (block,) = fold([*fields, *texts], ENGLISH)
    told = TerminalReport(ENGLISH, {}).block(block, EVERY).split("\n")
    assert told[0] == "warning[to-fill-in]: 6 places are still to be filled in"
    assert told[1:7] == [f"      content/{n // 3}.md:{n % 3 + 1}  {'wt'[n // 3]}{n % 3}" for n in range(6)]


@pytest.mark.parametrize("level", ["late", "bad-value", "not-nfc"])
@pytest.mark.parametrize("rules", [("A-1", "A-2"), ("A-1", None)])
def test_other_things_are_told_apart(level: str, rules: tuple[str, str | None]) -> None:
    """Findings of two criteria, of two codes and of two sentences are no list."""
    found = [find(level, place, say("wrong"), say("mend"), rule=rules[n % 2]) for n, place in enumerate(places(8, 1))]
    assert len(fold(found, ENGLISH)) == 2
    mixed = [*alike(level, places(3, 1)), *alike(level, places(3, 1), lambda n: say("odd"))]
    assert len(fold(mixed, ENGLISH)) == 6


def test_a_list_for_github_is_one_command() -> None:
    """At the first place, the lines of the list escaped."""
    told = ForMachines(ENGLISH, "site").github(fold(alike("late", places(4, 1)), ENGLISH), EVERY)
    assert told.startswith("::warning file=site/content/0.md,line=1,") and "\n" not in told
    assert "wrong (4 places)%0Asite/content/0.md:1%0Asite/content/1.md:1" in told


def test_personal_data_is_covered_in_a_list() -> None:
    """In the sentence and beside each place."""
    found = alike("late", places(5, 1), lambda n: say("wrong {m}", m=f"091234567{n}"))
    (block,) = fold(found, ENGLISH)
    assert "0912345" not in TerminalReport(ENGLISH, {}).block(block, EVERY)
