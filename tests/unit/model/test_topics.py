"""Topics and their parts of an address."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.model.topics import topic_key, topic_slugs
from guongsang.text.file_names import RESERVED


def slugs(*tags: str) -> list[str]:
    """Return the part of an address of each tag."""
    found = topic_slugs(tags)
    return [found[topic_key(tag)] for tag in tags]


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (("bảo mật", "bao mat"), ["bao-mat", "bao-mat-2"]),
        (("bao mat", "bảo mật", "bão mạt"), ["bao-mat", "bao-mat-2", "bao-mat-3"]),
        (("C#", "C++", "C"), ["c", "c-2", "c-3"]),
        (("C", "C#", "C 2", "c"), ["c", "c-2", "c-2-2", "c"]),
        (("Cấp cứu", "cấp  cứu", "CẤP CỨU"), ["cap-cuu"] * 3),
        (("hòa giải", "hoà giải", "hoa giải"), ["hoa-giai", "hoa-giai", "hoa-giai-2"]),
        (("con", "con-1", "index", "page", "Page!"), ["con-1", "con-1-2", "index-1", "page", "page-2-1"]),
        (("保密", "ស្អាត", "“…”"), ["tag", "tag-2", "tag-3"]),
        (("a" * 100, "a" * 101), ["a" * 70, "a" * 70 + "-2"]),
    ],
)
def test_each_topic_has_a_part_of_an_address_of_its_own(tags: tuple[str, ...], found: list[str]) -> None:
    """Case, blanks and the place of a tone mark make no other topic; marks and signs do."""
    assert slugs(*tags) == found


@settings(deadline=None)
@given(st.lists(st.text("cC#+ áà1-第", min_size=1, max_size=6), max_size=12), st.text(min_size=1, max_size=6))
def test_a_later_topic_never_takes_the_address_of_an_older_one(tags: list[str], later: str) -> None:
    """Addresses are unique and lasting, and none is a name that Windows or the site keeps."""
    before, after = topic_slugs(tags), topic_slugs([*tags, later])
    assert before.items() <= after.items()
    assert len(set(after.values())) == len(after)
    assert not any(RESERVED.fullmatch(slug) for slug in after.values())
