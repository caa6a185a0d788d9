"""A finished build takes the place of the last one in one step, whatever goes wrong."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.findings import Refusal
from guongsang.publish.release import (
    MANIFEST,
    File,
    Staged,
    is_ours,
    one_at_a_time,
    rows_of,
    staged,
    sweep,
)
from support.site import PROJECT


def publish(output: Path, **files: str) -> None:
    """Publish some files by their names below the site."""
    with staged(output) as stage:
        for name, text in files.items():
            stage.add(File(f"site/{name}.html", text.encode(), "page"))


def published(output: Path) -> dict[str, str]:
    """Return the files of the site in an output."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((output / "site").glob("*.html"))}


def beside(output: Path) -> list[str]:
    """Return what lies beside an output."""
    return sorted(path.name for path in output.parent.iterdir() if path != output)


def test_what_was_added_is_there_with_its_manifest(tmp_path: Path) -> None:
    """Each file with its digest, kind, language and source, sorted by path."""
    output = tmp_path / "output"
    with staged(output) as stage:
        stage.add(File("site/vi/b.html", b"B", "page", "vi", "content/b.vi.md"))
        stage.add(File("office/a.txt", b"A", "office"))
        assert not output.exists()
    assert (output / "site/vi/b.html").read_bytes() == b"B"
    manifest = json.loads((output / MANIFEST).read_bytes())
    assert manifest["files"] == [
        {
            "path": "office/a.txt",
            "sha256": hashlib.sha256(b"A").hexdigest(),
            "kind": "office",
            "lang": None,
            "source": None,
        },
        {
            "path": "site/vi/b.html",
            "sha256": hashlib.sha256(b"B").hexdigest(),
            "kind": "page",
            "lang": "vi",
            "source": "content/b.vi.md",
        },
    ]
    assert rows_of(output) == [(row["path"], row["sha256"]) for row in manifest["files"]]
    assert beside(output) == []


def test_the_next_build_replaces_all_of_the_last(tmp_path: Path) -> None:
    """A page that is gone is gone."""
    output = tmp_path / "output"
    publish(output, a="1", b="1")
    publish(output, b="2", c="2")
    assert published(output) == {"b": "2", "c": "2"}
    assert beside(output) == []


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("before", [True, False])
def test_whatever_goes_wrong_the_old_output_stands(tmp_path: Path, fault: type[BaseException], before: bool) -> None:
    """An error or an interrupt half-way changes nothing and leaves nothing behind."""
    output = tmp_path / "output"
    if before:
        publish(output, a="1")
    with pytest.raises(fault), staged(output) as stage:
        stage.add(File("site/a.html", b"2", "page"))
        raise fault
    assert (published(output) == {"a": "1"}) if before else not output.exists()
    assert beside(output) == []


def test_a_file_that_cannot_be_written_is_one_error(tmp_path: Path) -> None:
    """It names the folder, and what was there stays."""
    output = tmp_path / "output"
    publish(output, a="1")
    with pytest.raises(Refusal) as caught, staged(output) as stage:
        stage.add(File("site/a", b"", "page"))
        stage.add(File("site/a/b.html", b"", "page"))
    assert caught.value.status == 3
    assert caught.value.message.args["folder"] == str(output)
    assert published(output) == {"a": "1"}


@pytest.mark.parametrize(
    "files",
    [
        {"notes.txt": "mine"},
        {"site/a.html": "foreign"},
        {"manifest.json": "{}"},
        {"manifest.json": '{"schema_version": 1, "files": []}'},
        {"manifest.json": '{"schema_version": 1, "files": [{"path": "site/gone.html", "sha256": ""}]}', "site/x": ""},
        {"manifest.json": '{"schema_version": 2, "files": [{"path": "site/x", "sha256": ""}]}', "site/x": ""},
        {"manifest.json": "[" * 10_000},
    ],
    ids=["notes", "site", "empty", "no-files", "none-there", "other-version", "bomb"],
)
def test_a_folder_that_no_build_of_ours_made_is_left_as_it_is(tmp_path: Path, files: dict[str, str]) -> None:
    """Only an output is replaced: its manifest is ours and names a file that is there."""
    output = tmp_path / "output"
    for name, text in files.items():
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_text(text, encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        publish(output, a="1")
    assert caught.value.status == 2
    assert {name: (output / name).read_text(encoding="utf-8") for name in files} == files
    assert not is_ours(output)


def test_something_of_somebody_elses_in_our_output_keeps_it(tmp_path: Path) -> None:
    """A file beside the site would be lost."""
    output = tmp_path / "output"
    publish(output, a="1")
    (output / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Refusal):
        publish(output, a="2")
    assert published(output) == {"a": "1"} and (output / "notes.txt").exists()


def test_an_empty_folder_and_what_systems_leave_in_one_are_no_hindrance(tmp_path: Path) -> None:
    """Somebody made the folder, and looked at it with a file manager."""
    output = tmp_path / "output"
    output.mkdir()
    (output / ".DS_Store").write_bytes(b"")
    publish(output, a="1")
    (output / "Thumbs.db").write_bytes(b"")
    publish(output, a="2")
    assert published(output) == {"a": "2"}


def test_a_file_or_a_link_is_no_output(tmp_path: Path) -> None:
    """Neither is replaced."""
    file = tmp_path / "file"
    file.write_bytes(b"x")
    with pytest.raises(Refusal):
        publish(file, a="1")
    assert file.read_bytes() == b"x"
    (tmp_path / "real").mkdir()
    link = tmp_path / "link"
    try:
        link.symlink_to(tmp_path / "real", target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    with pytest.raises(Refusal):
        publish(link, a="1")
    assert link.is_symlink()


def test_what_killed_builds_left_is_swept_away(tmp_path: Path) -> None:
    """Half-written folders and old outputs beside the output, and nothing of another name."""
    output = tmp_path / "output"
    publish(output, a="1")
    for name in (".output.new-1", ".output.old-2", ".other.new-1", "output.new-1"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x").write_bytes(b"")
    sweep(output)
    assert beside(output) == [".other.new-1", "output.new-1"]
    assert published(output) == {"a": "1"}


def test_a_build_killed_between_two_renames_is_undone(tmp_path: Path) -> None:
    """The old output is put back where it was."""
    output = tmp_path / "output"
    publish(output, a="1")
    output.rename(tmp_path / ".output.old-77")
    sweep(output)
    assert published(output) == {"a": "1"}
    assert beside(output) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be killed so there")
def test_a_killed_build_leaves_the_last_output_as_it_was(tmp_path: Path) -> None:
    """Killed in the midst of writing, with no chance to clean up; the next build works and sweeps."""
    output = tmp_path / "output"
    publish(output, a="1")
    script = (
        "import os, sys; from pathlib import Path; from guongsang.publish.release import File, staged\n"
        "with staged(Path(sys.argv[1])) as stage:\n"
        "    stage.add(File('site/a.html', b'2', 'page')); os.kill(os.getpid(), 9)\n"
    )
    run = subprocess.run([sys.executable, "-c", script, str(output)], cwd=PROJECT, check=False)
    assert run.returncode == -9
    assert published(output) == {"a": "1"} and len(beside(output)) == 1
    publish(output, a="3")
    assert published(output) == {"a": "3"} and beside(output) == []


def test_one_build_at_a_time(tmp_path: Path) -> None:
    """A second one is told so; when the first is done, its lock is gone."""
    output = tmp_path / "deep" / "output"
    with one_at_a_time(output):
        with pytest.raises(Refusal) as caught, one_at_a_time(output):
            pass
        assert caught.value.status == 3
        with one_at_a_time(tmp_path / "deep" / "other"):
            pass
    with one_at_a_time(output):
        pass
    assert beside(output) == []


def test_a_lock_is_freed_when_a_build_fails(tmp_path: Path) -> None:
    """Otherwise nobody could build any more."""
    output = tmp_path / "output"
    with pytest.raises(ValueError), one_at_a_time(output):
        raise ValueError
    with one_at_a_time(output):
        assert (tmp_path / ".output.lock").exists()


def test_a_lock_that_cannot_be_made_is_one_error(tmp_path: Path) -> None:
    """Where the folder around the output is a file."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Refusal), one_at_a_time(tmp_path / "file" / "output"):
        pass


@pytest.mark.parametrize(
    "manifest",
    [b"", b"\xff", b"null", b"[]", b'{"files": 1}', b'{"schema_version": 1}', b'{"schema_version": 1, "files": [{}]}'],
)
def test_a_broken_manifest_lists_nothing(tmp_path: Path, manifest: bytes) -> None:
    """And its folder is none of ours."""
    (tmp_path / MANIFEST).write_bytes(manifest)
    assert rows_of(tmp_path) == []
    assert not is_ours(tmp_path)
    assert rows_of(tmp_path / "nowhere") == []


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(st.text("abc/", min_size=1, max_size=6), st.binary(max_size=8), max_size=5))
def test_a_manifest_depends_only_on_the_files(files: dict[str, bytes]) -> None:
    """Not on the order in which threads write them."""

    def rows(names: list[str]) -> bytes:
        stage = Staged(Path("x"), Path("y"))
        for name in names:
            stage.rows[name] = {"path": name, "sha256": hashlib.sha256(files[name]).hexdigest()}
        return stage.manifest()

    assert rows(list(files)) == rows(list(files)[::-1])


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_that_may_not_be_written_is_one_error(tmp_path: Path) -> None:
    """Nothing is changed."""
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Refusal):
            publish(tmp_path / "output", a="1")
    finally:
        tmp_path.chmod(0o700)
