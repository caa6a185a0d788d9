"""Members of the Council are found by name, however it is written."""

import unicodedata

import pytest

from guongsang.i18n.messages import Label
from guongsang.judge.people.council import Seats
from guongsang.read.tables.campaign import Council, CouncilMember

HEAD = CouncilMember("Trần Mẫu Bình", Label({"vi": "Trưởng khoa"}, "vi"), "noi")
SEATS = Seats.of(Council(chair=HEAD, members=(CouncilMember("Bà Lê Mai"), HEAD)))


def test_the_chair_sits_once() -> None:
    """Whoever stands in both places is one member."""
    assert [member.name for member in SEATS.members] == ["Trần Mẫu Bình", "Bà Lê Mai"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trần Mẫu Bình", True),
        (unicodedata.normalize("NFD", "TRẦN MẪU BÌNH"), True),
        ("Tran Mau Binh", True),
        ("Ông Trần Mẫu Bình, Trưởng khoa", True),
        ("Nguyễn Trần Mẫu Bình", False),
        ("Trần Mẫu Bình An", False),
        ("Trần Mẫu", False),
        ("Lê Mai", True),
        ("Nguyễn Lê Mai", False),
        ("", False),
    ],
)
def test_a_name_is_a_whole_name(text: str, found: bool) -> None:
    """Case, marks and titles make no difference; a part of a longer name is somebody else."""
    assert bool(SEATS.named_in(text)) is found


def test_a_post_counts_in_its_own_unit() -> None:
    """“The head of the unit” is a member only where the unit is the same."""
    by = Label({"vi": "trưởng khoa."}, "vi")
    assert SEATS.meant_by(by, "noi") == [HEAD]
    assert SEATS.meant_by(by, "duoc") == [] and SEATS.meant_by(None, "noi") == []


def test_a_council_without_members_finds_nobody() -> None:
    """Nothing stands in a campaign that names none."""
    assert Seats.of(Council()).named_in("Trần Mẫu Bình") == []
