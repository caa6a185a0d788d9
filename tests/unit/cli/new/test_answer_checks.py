"""What is wrong with an answer."""

import pytest

from guongsang.cli.new.answer_checks import odd_summary, odd_text, wrong_number


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("Một câu", True),
        ("a", True),
        ("", False),
        ("   ", False),
        ("a\x07b", False),
        ("\u200b", False),
        ("a\u200bb", True),
    ],
)
def test_a_text_is_typed_and_not_empty(answer: str, right: bool) -> None:
    """What nobody sees is no text."""
    assert (odd_text(answer) is None) is right


def test_a_summary_is_no_longer_than_its_field() -> None:
    """The answer says how long it is and may be."""
    long = odd_summary("từ " * 200)
    assert long is not None and long.args["n"] == 200
    assert odd_summary("từ " * long.args["limit"]) is None
    assert odd_summary("từ " * (long.args["limit"] + 1)) is not None
    assert odd_summary("") is not None


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("14", True),
        ("0", True),
        ("999999", True),
        ("1000000", False),
        ("014", False),
        ("", False),
        ("-1", False),
        ("1.5", False),
        ("٣", False),
        ("²", False),
    ],
)
def test_a_number_is_typed_in_digits(answer: str, right: bool) -> None:
    """As the tables of fields want it."""
    assert (wrong_number(answer) is None) is right
