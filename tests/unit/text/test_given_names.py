"""A title with the given name, initials and names as in addresses of mail are found, other people's names are not."""

import pytest

from guongsang.text.given_names import PartOfName
from guongsang.text.person_names import Owner

OWNER = Owner("2022/x-1")


def found(text: str, name: str = "Nguyễn Thử Ánh") -> list[str]:
    """Return the stretches of a text that name a person by a part of the name."""
    part = PartOfName.of(name, OWNER)
    return [text[start:end] for start, end in part.found_in(text)] if part else []


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("hôm ấy chị Ánh kể", "chị Ánh"),
        ("CHỊ ÁNH KỂ", "CHỊ ÁNH"),
        ("Đồng chí Ánh nói", "chí Ánh"),
        ("bác sĩ Ánh, trưởng khoa", "sĩ Ánh"),
        ("chị Thử Ánh nói", "chị Thử Ánh"),
        ("cô A\u0301nh", "cô A\u0301nh"),
        ("chị Á\u200bnh", "chị Á\u200bnh"),
        ("Ms Anh said", "Ms Anh"),
        ("Mrs. Ánh said", "Mrs. Ánh"),
        ("Co lan chi Anh ke", "chi Anh"),
        ("lời của N.T.A.", "N.T.A."),
        ("lời của N.T. Ánh", "N.T. Ánh"),
        ("Nguyễn T. Ánh kể", "Nguyễn T. Ánh"),
        ("lời của N T Ánh", "N T Ánh"),
        ("lời của Ng.T. Ánh", "Ng.T. Ánh"),
        ("lời của Ng. Th. Ánh", "Ng. Th. Ánh"),
        ("lời của Ng. Thử Ánh", "Ng. Thử Ánh"),
        ("lời của Nguyễn Thử A. hôm ấy", "Nguyễn Thử A."),
        ("lời của Ánh N.T. hôm ấy", "Ánh N.T."),
        ("bà Nguyễn Ánh kể", "Nguyễn Ánh"),
        ("lời của Ánh Nguyễn", "Ánh Nguyễn"),
        ("as told by Anh Nguyen", "Anh Nguyen"),
        ("mailto:anhnt@mau.example", "anhnt"),
    ],
)
def test_a_part_of_a_name_is_found(text: str, stretch: str) -> None:
    """Whoever knows the person knows from it who is meant."""
    assert found(text) == [stretch]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ánh nắng",
        "chị ánh",
        "chị Anh kể về việc ấy",
        "chị Ánh Nguyệt",
        "Nguyễn Thử Ánh",
        "của Nguyễn Ánh Nguyệt",
        "của Trần Nguyễn Ánh",
        "của Nguyễn, Ánh",
        "của Nguyễn Anh",
        "cùng N. lúc Ánh nắng",
        "người Ánh",
        "chị. Một hôm Ánh",
        "N.T.B.",
        "VNTA",
        "thanhnt",
    ],
)
def test_others_are_left_alone(text: str) -> None:
    """Words, other given names, whole names (which are found elsewhere) and other initials pass."""
    assert found(text) == []


@pytest.mark.parametrize("name", ["Buồng số 3", "Tổ", "Cách làm mới", ""])
def test_a_team_has_no_given_name(name: str) -> None:
    """Only a name of two capitalised words and more is a person's."""
    assert PartOfName.of(name, OWNER) is None
