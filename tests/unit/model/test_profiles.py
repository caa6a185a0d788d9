"""A profile with what may be shown of it."""

from datetime import date
from pathlib import Path

import pytest

from guongsang.model.profiles import Profile
from unit.support import MAI, changed, made_site


def profile(root: Path, *changes: tuple[str, str]) -> Profile:
    """Make the profile of the small site."""
    site = made_site(root, changed(MAI, *changes))
    (one,) = (*site.profiles, *site.withdrawn)
    return one


QUIET = ("Điều dưỡng Lê Thử Mai ghi", "Điều dưỡng ghi")


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ([], (True, False, True, True, False, True)),
        ([("name: [site, print]", "name: [site]"), QUIET], (True, False, True, False, False, False)),
        ([("name: [site, print]", "name: [print]"), QUIET], (False, False, True, False, False, True)),
        ([("name: [site, print]", "name: []"), QUIET], (False, False, True, False, False, False)),
        ([("story: [site, print]", "story: [site]")], (True, False, False, True, False, True)),
        ([("photo: []", "photo: [site, print]")], (True, False, True, True, False, True)),
        (
            [("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-01, reason: revoked}")],
            (False, False, False, False, False, False),
        ),
    ],
)
def test_each_channel_shows_what_consent_covers(
    tmp_path: Path, changes: list[tuple[str, str]], shown: tuple[bool, ...]
) -> None:
    """A name on paper needs consent for both channels, a photo that there is one; withdrawn, nothing is shown."""
    one = profile(tmp_path, *changes)
    assert (
        one.names_on_site,
        one.photo_on_site,
        one.on_paper,
        one.names_on_paper,
        one.photo_on_paper,
        one.name_in_print,
    ) == shown


def test_a_profile_has_its_unit_category_stage_and_verdicts(tmp_path: Path) -> None:
    """All that pages need."""
    one = profile(tmp_path)
    assert (one.id, one.unit.id, one.category.id, one.stage) == ("2024/noi-01", "noi", "nurse", "registered")
    assert [(v.criterion.id, v.status) for v in one.verdicts] == [("A-1", "met")]
    assert one.newest == date(2024, 3, 10)


@pytest.mark.parametrize(
    ("changes", "letter"),
    [
        ([], "M"),
        ([("name: Lê Thử Mai", "name: Đỗ Mẫu Ước"), QUIET], "Ư"),
        ([("name: Lê Thử Mai", "name: Tổ Đúng Giờ"), ("category: nurse", "category: ward")], "T"),
    ],
)
def test_persons_stand_by_given_name_and_teams_by_their_first_word(
    tmp_path: Path, changes: list[tuple[str, str]], letter: str
) -> None:
    """As a reader looks for them."""
    one = profile(tmp_path, *changes)
    assert one.letter == letter
    assert one.place_by_name[1] == one.id
