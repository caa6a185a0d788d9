"""The words of a command line."""

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.cli.line.command_line import in_words, usage
from guongsang.cli.line.words import EVERYWHERE, in_front
from guongsang.i18n.messages import Catalogue


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", "build"),
        ("check", "check"),
        ("check --root x", "--root x check"),
        ("--root x check", "--root x check"),
        ("check --lang=en --format json", "--lang=en check --format json"),
        ("--skip-invalid", "build --skip-invalid"),
        ("--root x", "--root x build"),
        ("--help", "--help"),
        ("-h", "-h"),
        ("--version", "--version"),
        ("fix -- --root", "fix -- --root"),
        ("check --today", "--today check"),
        ("check --rooted x", "check --rooted x"),
    ],
)
def test_options_that_may_stand_anywhere_are_brought_to_the_front(typed: str, read: str) -> None:
    """Without a command it is `build`; what stands behind -- is left alone."""
    assert in_front(typed.split()) == read.split()


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(["check", "a", "--x", *EVERYWHERE, "--lang=en", "--"]), max_size=6))
def test_no_word_is_lost(words: list[str]) -> None:
    """At most `build` is added."""
    read = in_front(list(words))
    assert sorted(word for word in read if word != "build") == sorted(words)
    assert read.count("build") <= 1


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (click.NoSuchOption("--x"), "there is no option --x"),
        (click.BadOptionUsage("--x", "wrong"), "the option --x lacks its value"),
        (click.BadOptionUsage("--x", "Option '--x' does not take a value."), "the option --x takes no value"),
        (click.UsageError("Got unexpected extra argument (b)"), "there is no place for b here"),
        (click.UsageError("Got unexpected extra arguments (b c)"), "there is no place for b c here"),
        (
            click.BadParameter(
                "'y' is not one of 'a', 'b'.", param=click.Option(["--x"], type=click.Choice(["a", "b"]))
            ),
            "the option --x cannot be: y; it is one of: a, b",
        ),
        (
            click.BadParameter("9 is not in the range.", param=click.Option(["--x"], type=click.IntRange(0, 5))),
            "the option --x cannot be: 9; it is a whole number from 0 to 5",
        ),
        (click.MissingParameter(param_hint="FILE"), "FILE is missing"),
        (click.BadParameter("wrong", param_hint="--x"), "the option --x cannot be: wrong"),
        (click.UsageError("Missing command."), "a word is missing here, one of these: build, check"),
        (click.UsageError("No such command 'x'."), "there is no command x; the commands are: build, check"),
        (click.UsageError("odd"), "this cannot be understood: odd"),
    ],
)
def test_wrong_use_is_told_as_a_message(fault: click.UsageError, told: str) -> None:
    """Which can be told in any language."""
    assert Catalogue("en").tell(usage(fault, ["build", "check"])).startswith(told)


def test_the_words_of_help_are_told_in_the_readers_language() -> None:
    """Only where they begin a line."""
    catalogue = Catalogue("vi", {"Usage:": ("Cách dùng:",), "Options:": ("Tuỳ chọn:",)})
    assert (
        in_words("Usage: x\n\nOptions:\n  --a  Options: b\n", catalogue)
        == "Cách dùng: x\n\nTuỳ chọn:\n  --a  Options: b\n"
    )
