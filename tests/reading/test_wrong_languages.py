"""A slip in `languages` is one finding: it hides no fault of other files, and makes none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import P1
from support.program import Ran
from support.site import edit

WRONG = ["[vi, eng]", "[vi, english]", "[vi, vn]", "[vi, xx]", "[vie, en]", "[vn, en]", "[vi, en, e]", "[vi, en-UK]"]
UNLISTED = ["vi, en", "[]", "vn, en"]
NO_SOURCE = ["[en]", "[en, vi]"]


@pytest.mark.parametrize("languages", [*WRONG, *UNLISTED, *NO_SOURCE])
@pytest.mark.parametrize("slip", [False, True])
def test_a_slip_in_languages_is_told_once_beside_those_of_documents(
    site: Callable[..., Path], run: Callable[..., Ran], languages: str, slip: bool
) -> None:
    """The documents are read in the languages that are meant."""
    root = site()
    edit(root, "site_config.yaml", "languages: [vi, en]", f"languages: {languages}")
    if slip:
        edit(root, P1, "registered: {on: 2024-03-10}", "registered: {on: 10.3}")
    ran = run("--root", root, "check", "--format", "json")
    assert ran.status == 2 and [f["file"] for f in ran.findings()] == [*[P1] * slip, "site_config.yaml"]


def test_the_line_with_the_source_language_first_is_the_cure(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """It was left out, so the translations seemed to be the sources."""
    root = site()
    edit(root, "site_config.yaml", "languages: [vi, en]", "languages: [en]")
    (found,) = run("--root", root, "--lang", "en", "check", "--format", "json").findings()
    assert found["hint"].endswith("languages: [vi, en]") and found["line"] == 5


def test_a_list_without_the_line_is_guessed(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """That it is missing is the only finding."""
    root = site()
    edit(root, "site_config.yaml", "languages: [vi, en]\n", "")
    assert [f["code"] for f in run("--root", root, "check", "--format", "json").findings()] == ["missing-field"]


def test_a_site_in_english_first_is_left_alone(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Its Vietnamese files are the translations."""
    root = site("other")
    assert not run("--root", root, "check", "--format", "json").findings("bad-value")
