"""What no telling repeats: personal data."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.commands import command
from guongsang.findings import Place, find
from guongsang.i18n.messages import Catalogue, say
from guongsang.judge.people.masking import masked
from guongsang.report.masking import hint_of, message_of
from guongsang.text.personal_data.search import personal_in

ENGLISH = Catalogue("en")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("gọi 0912 345 678 nhé", "gọi 0912 ••• 678 nhé"),
        ("a 0912345678 b 0987654321", "a 0912•••678 b 0987•••321"),
        ("lan@gmail.com", "la•@•••••.•••"),
        ("Quyết định 12/QĐ-UBND", "Quyết định 12/QĐ-UBND"),
        ("", ""),
    ],
)
def test_personal_data_in_a_text_is_covered(text: str, shown: str) -> None:
    """The rest of the text stays."""
    assert masked(text) == shown


@settings(deadline=None, max_examples=50)
@given(st.text("0123456789 .-+@gmailco\n", max_size=60))
def test_what_is_covered_keeps_its_length_and_gives_nothing_away(text: str) -> None:
    """No number or mail that was there is still there."""
    shown = masked(text)
    assert len(shown) == len(text)
    for found in personal_in(text):
        assert text[found.start : found.end] not in shown


def test_messages_and_hints_are_covered() -> None:
    """Wherever in them the data stands, also in a message inside."""
    finding = find(
        "bad-value",
        Place("a.md"),
        say("{field} cannot be {value}", field=say("number {n}", n="0912345678"), value="x"),
        say("did you mean {name}?", name="0987654321"),
    )
    assert message_of(finding, ENGLISH) == "number 0912•••678 cannot be x"
    assert hint_of(finding, ENGLISH) == "did you mean 0987•••321?"


def test_a_command_stays_as_it_is_because_it_must_work() -> None:
    """What stands before and behind it is covered all the same."""
    file = "content/0912345678.vi.md"
    finding = find(
        "bad-value", Place(file), say("x"), say("of {n}, run: {command}", n="0912345678", command=command("fix", file))
    )
    assert hint_of(finding, ENGLISH) == f"of 0912•••678, run: python build.py fix {file}"
