"""Slips of everyday: addresses without their slashes, files of one computer, notes and programs beside the content."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import ABOUT, P1
from support.program import Ran
from support.site import edit, write

LINK = "(https://benhvienmau.example/)"


def _found(run: Callable[..., Ran], root: Path) -> list[dict[str, str]]:
    found = run("--root", root, "--lang", "en", "--today", "2024-12-01", "check", "--format", "json").findings()
    return [f for f in found if f["code"] != "stale-translation"]


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("https:/mau.example", "write it as: https://mau.example"),
        ("http:/mau.example/a", "write it as: http://mau.example/a"),
        ("https:mau.example", "write it as: https://mau.example"),
        ("https:///mau.example", "write it as: https://mau.example"),
        ("https:\\\\mau.example", "write it as: https://mau.example"),
        ("https://", "from https:// on"),
        ("C:\\Users\\mau\\a.docx", "or leave out the link"),
        ("C:/Users/mau/a.docx", "or leave out the link"),
        ("D:\\so lieu\\a b.docx", "or leave out the link"),
        ("\\\\may-chu\\chung\\a.docx", "or leave out the link"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_with_its_cure(
    site: Callable[..., Path], run: Callable[..., Ran], typed: str, cure: str
) -> None:
    """At the link."""
    root = site()
    edit(root, ABOUT, LINK, f"({typed})")
    (found,) = _found(run, root)
    assert found["code"] == "unsafe-link" and found["line"] == 5 and cure in found["hint"]


@pytest.mark.parametrize(
    "text", ["(https://mau.example)", "(http://[::1]/a)", "(mailto:a@mau.example)", "`[a](C:\\\\a)`", "[C:\\Users]"]
)
def test_other_addresses_and_code_are_left_alone(site: Callable[..., Path], run: Callable[..., Ran], text: str) -> None:
    """A path in code is an example."""
    root = site()
    edit(root, ABOUT, LINK, text if text.startswith("(") else f"{LINK} {text}")
    assert _found(run, root) == []


@pytest.mark.parametrize("typed", ["hoi.mau.example", "hoi@", "@mau.example", "hoi @mau.example", "hoi[at]mau.example"])
def test_an_email_without_its_sign_is_told(site: Callable[..., Path], run: Callable[..., Ran], typed: str) -> None:
    """In the configuration."""
    root = site()
    edit(root, "site_config.yaml", "hoi@benhvienmau.example", f'"{typed}"')
    (found,) = _found(run, root)
    assert (found["code"], found["file"], found["line"]) == ("bad-value", "site_config.yaml", 4)


@pytest.mark.parametrize("name", ["a.zip", "a.vi.md.lnk", "noi-09.vi.md.exe", "a.md.zip", "noi-09.vi.md.rar", "a.url"])
def test_programs_and_packed_files_are_never_texts(
    site: Callable[..., Path], run: Callable[..., Ran], name: str
) -> None:
    """No name is proposed for them."""
    root = site()
    write(root, f"content/exemplars/2024/{name}", "PK\x03\x04")
    (found,) = _found(run, root)
    assert (found["code"], found["hint"]) == ("stray-file", "move it out of content/")


@pytest.mark.parametrize(
    "file", ["README.md", "pages/README.md", "exemplars/2024/readme.md", "plans/2024/ReadMe.txt", "pages/README.vi.md"]
)
def test_a_note_for_those_who_work_there_is_passed_over(
    site: Callable[..., Path], run: Callable[..., Ran], file: str
) -> None:
    """It is told as information."""
    root = site()
    write(root, f"content/{file}", "# Ghi chú\n")
    assert [(f["code"], f["severity"]) for f in _found(run, root)] == [("stray-file", "info")]


def test_one_value_in_brackets_is_told_with_its_line(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Ready to be copied."""
    root = site()
    edit(root, P1, "category: nurse", "category: [nurse]")
    (found,) = _found(run, root)
    assert found["hint"] == "write it as category: nurse"
