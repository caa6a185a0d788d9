"""Names of new files."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.author.new.naming import folder_of, taken_in, wrong_slug
from guongsang.text.file_names import LIMIT, RESERVED, free, numbered

FILES = [
    "content/exemplars/2024/noi-01.vi.md",
    "content/exemplars/2024/NOI-02.en.md",
    "content/exemplars/2024/anh.jpg",
    "content/exemplars/2023/noi-09.vi.md",
    "content/exemplars/2024/deep/noi-10.vi.md",
]


@pytest.mark.parametrize(
    ("kind", "campaign", "folder"),
    [("exemplar", "2024", "content/exemplars/2024"), ("page", "", "content/pages")],
)
def test_a_kind_has_its_folder(kind: str, campaign: str, folder: str) -> None:
    """With the campaign's below it."""
    assert folder_of(kind, campaign) == folder


def test_names_of_a_folder_are_taken_whatever_their_language_ending_and_case() -> None:
    """Those of other folders and of folders below are not."""
    assert taken_in(FILES, "content/exemplars/2024") == {"noi-01", "noi-02", "anh"}
    assert taken_in(FILES, "content/plans/2024") == frozenset()


@pytest.mark.parametrize(
    ("base", "taken", "name"),
    [
        ("noi", [], "noi-01"),
        ("noi", ["noi-01", "noi-02"], "noi-03"),
        ("noi", ["noi-07"], "noi-08"),
        ("noi", ["noi-99"], "noi-100"),
        ("noi", ["noi-1", "duoc-05", "noi-x"], "noi-02"),
        ("Khoa Nội", [], "khoa-noi-01"),
        ("…", [], "new-01"),
        ("page", ["page-09"], "page-no-10"),
    ],
)
def test_a_unit_numbers_its_profiles(base: str, taken: list[str], name: str) -> None:
    """One more than the highest, so that no address is used again."""
    assert numbered(base, frozenset(taken)) == name


@pytest.mark.parametrize(
    ("base", "taken", "name"),
    [
        ("Tổng kết năm", [], "tong-ket-nam"),
        ("a", ["a"], "a-2"),
        ("a", ["a", "a-2", "a-3"], "a-4"),
        ("con", [], "con-2"),
        ("index", [], "index-2"),
        ("…", [], "new-2"),
    ],
)
def test_a_title_becomes_a_free_name(base: str, taken: list[str], name: str) -> None:
    """With a number where it is taken or kept for something else."""
    assert free(base, frozenset(taken)) == name


@pytest.mark.parametrize("slug", ["noi-01", "a", "2024-05", "x" * LIMIT])
def test_right_names(slug: str) -> None:
    """Small letters, digits and hyphens."""
    assert wrong_slug(slug, frozenset()) is None


@pytest.mark.parametrize(
    ("slug", "why"),
    [
        ("noi", "there is a file named"),
        ("con", "keeps the name"),
        ("page-3", "keeps the name"),
        ("Noi", "cannot be part of an address"),
        ("nội", "cannot be part of an address"),
        ("a b", "cannot be part of an address"),
        ("a_b", "cannot be part of an address"),
        ("../a", "cannot be part of an address"),
        ("", "cannot be part of an address"),
        ("x" * (LIMIT + 1), "cannot be part of an address"),
    ],
)
def test_wrong_names_are_told_with_their_reason(slug: str, why: str) -> None:
    """Taken, reserved, or not fit for an address."""
    message = wrong_slug(slug, frozenset(["noi"]))
    assert message is not None and why in message.text


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=100), st.frozensets(st.from_regex(r"[a-z]{1,3}(-[0-9]{1,2})?", fullmatch=True), max_size=6))
def test_whatever_it_is_made_of_a_new_name_is_right_and_free(base: str, taken: frozenset[str]) -> None:
    """Both ways to name a file."""
    for name in (free(base, taken), numbered(base, taken)):
        assert wrong_slug(name, taken) is None
        assert not RESERVED.fullmatch(name)
