"""What is wrong with an answer."""

import io
from pathlib import Path

import pytest
from PIL import Image

from guongsang.cli.answer_checks import odd_summary, odd_text, wrong_number, wrong_photo


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


def test_a_photo_is_a_picture(tmp_path: Path) -> None:
    """A file that is missing, none, or something else is told."""
    out = io.BytesIO()
    Image.new("RGB", (40, 20)).save(out, "JPEG")
    (tmp_path / "a.jpg").write_bytes(out.getvalue())
    (tmp_path / "b.jpg").write_bytes(b"x")
    assert wrong_photo(str(tmp_path / "a.jpg")) is None
    for wrong in ("", str(tmp_path / "b.jpg"), str(tmp_path / "c.jpg"), str(tmp_path)):
        assert wrong_photo(wrong) is not None
