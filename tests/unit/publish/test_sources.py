"""Sources of a site and its output are kept apart."""

from pathlib import Path

import pytest

from guongsang.findings import Refusal
from guongsang.publish.release import File, staged
from guongsang.publish.sources import SOURCES, office_papers, refuse_source
from unit.support import codes


def refused(root: Path, output: Path) -> bool:
    """Return whether an output is refused for a site in a folder."""
    try:
        refuse_source([root], output)
    except Refusal as fault:
        assert fault.status == 2
        return True
    return False


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("below", ["", "/output", "/a/b", "/../{name}/x"])
def test_no_output_lies_in_a_source(tmp_path: Path, name: str, below: str) -> None:
    """Be the folder there already or not."""
    output = Path(f"{tmp_path}/{name}{below.format(name=name)}")
    assert refused(tmp_path, output)
    (tmp_path / name).mkdir()
    assert refused(tmp_path, output)


@pytest.mark.parametrize("name", ["output", "contents", "my-content", "docs/content", "out/static"])
def test_other_folders_are_fine(tmp_path: Path, name: str) -> None:
    """Also those that have a similar name or lie deeper."""
    assert not refused(tmp_path, tmp_path / name)
    assert not refused(tmp_path / "site", tmp_path / name)


def test_letter_case_makes_no_difference(tmp_path: Path) -> None:
    """On some systems both names are the same folder."""
    assert refused(tmp_path, tmp_path / "CONTENT" / "x")


def test_the_site_itself_and_what_is_around_it_are_no_output(tmp_path: Path) -> None:
    """They would be replaced by it."""
    root = tmp_path / "site"
    root.mkdir()
    assert refused(root, root) and refused(root, tmp_path)
    assert not refused(root, tmp_path / "other")


def test_a_link_to_a_source_is_that_source(tmp_path: Path) -> None:
    """Paths are compared where they really lie."""
    (tmp_path / "site" / "static").mkdir(parents=True)
    try:
        (tmp_path / "link").symlink_to(tmp_path / "site" / "static", target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    assert refused(tmp_path / "site", tmp_path / "link" / "x")


def test_no_output_lies_in_an_output(tmp_path: Path) -> None:
    """It would be lost with the next build of the outer one."""
    with staged(tmp_path / "output") as stage:
        stage.add(File("site/a.html", b"", "page"))
    assert refused(tmp_path / "site", tmp_path / "output" / "site" / "x")
    assert not refused(tmp_path / "site", tmp_path / "output")


def made(root: Path) -> dict[str, tuple[Path, bytes]]:
    """Return the files below a folder as a publisher would list them."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file()]
    return {path.relative_to(root).as_posix(): (path, path.read_bytes()) for path in files}


def test_papers_of_the_office_are_found_by_place_and_by_content(tmp_path: Path) -> None:
    """A whole output among the files, and a single copy of one of its papers."""
    output, static = tmp_path / "output", tmp_path / "static"
    with staged(output) as stage:
        stage.add(File("office/a.pdf", b"secret", "paper"))
        stage.add(File("site/b.html", b"public", "page"))
    static.mkdir()
    (static / "copy.pdf").write_bytes(b"secret")
    (static / "b.html").write_bytes(b"public")
    (static / "c.txt").write_bytes(b"other")
    found = list(office_papers(output, made(static)))
    assert [(f.code, f.place.file) for f in found] == [("office-paper", "copy.pdf")]
    output.rename(static / "old")
    found = list(office_papers(tmp_path / "new", made(static)))
    assert codes(found) == ["office-paper"] * 4
    assert [f.place.file for f in found] == ["copy.pdf", "old/manifest.json", "old/office/a.pdf", "old/site/b.html"]


def test_a_foreign_manifest_is_a_file_like_any_other(tmp_path: Path) -> None:
    """Programs of the web have manifests too."""
    (tmp_path / "manifest.json").write_text('{"name": "app"}', encoding="utf-8")
    assert list(office_papers(tmp_path / "output", made(tmp_path))) == []
