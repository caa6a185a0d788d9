"""Only text files of the content are opened, by a program of the system and without a shell."""

import os
from pathlib import Path

import pytest

from guongsang.author.preview import editor

FILE = "content/pages/about.vi.md"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return what is handed to the system."""
    paths: list[Path] = []
    monkeypatch.setattr(editor, "_open", paths.append)
    return paths


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a site with files of several kinds, and one beside it."""
    root = tmp_path / "trang web"
    for file in (FILE, "content/pages/a.exe", "content/pages/a.html", "site_config.yaml", "../secret.md"):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text("x")
    return root


def test_a_known_text_is_opened(root: Path, opened: list[Path]) -> None:
    """By its absolute path."""
    assert editor.open_in_editor(root, {FILE}, FILE)
    assert opened == [(root / FILE).resolve()]


@pytest.mark.parametrize(
    "file",
    [
        "content/pages/a.exe",
        "content/pages/a.html",
        "../secret.md",
        "content/../../secret.md",
        "content/pages/no.md",
        "",
    ],
)
def test_anything_else_is_refused(root: Path, opened: list[Path], file: str) -> None:
    """Programs, files that are gone, and what lies elsewhere, even if it were known."""
    assert not editor.open_in_editor(root, {file}, file) and not opened


def test_what_the_build_does_not_know_is_refused(root: Path, opened: list[Path]) -> None:
    """Though it is there."""
    assert not editor.open_in_editor(root, set(), FILE) and not opened


@pytest.mark.skipif(os.name == "nt", reason="a user may not make links there")
def test_a_link_is_refused(root: Path, opened: list[Path]) -> None:
    """Be it the file or a folder above it."""
    (root / "content/pages/link.md").symlink_to(root / "../secret.md")
    (root / "content/out").symlink_to(root / "..")
    for file in ("content/pages/link.md", "content/out/secret.md"):
        assert not editor.open_in_editor(root, {file}, file) and not opened


def test_without_a_program_it_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is raised."""

    def missing(_: Path) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(editor, "_open", missing)
    assert not editor.open_in_editor(root, {FILE}, FILE)
