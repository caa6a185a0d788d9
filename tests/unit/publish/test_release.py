"""A finished build takes the place of the last one in one step, whatever goes wrong, and of nothing else."""

import os
from pathlib import Path

import pytest

from guongsang.cache import Cache
from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.publish import release
from guongsang.publish.release import File, is_ours, staged
from support.releases import beside, publish, published
from support.site import write


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


def test_something_of_somebody_elses_beside_the_site_keeps_the_output(tmp_path: Path) -> None:
    """It is named; what other programs leave is not."""
    output = tmp_path / "output"
    publish(output, a="1")
    for name in ("notes.txt", "luan-van/1.doc", "office/~$signed.docx"):
        write(output, name, "mine")
    with pytest.raises(Refusal) as caught:
        publish(output, a="2")
    assert caught.value.message.args["names"] == ["luan-van/1.doc", "notes.txt"]
    assert published(output)["a"] == "1" and (output / "notes.txt").exists()


def test_what_no_build_made_is_kept_beside_the_output(tmp_path: Path) -> None:
    """A file that somebody saved among pages or papers is moved, never over one that was moved before."""
    output = tmp_path / "output"
    for n in ("1", "2", "3"):
        publish(output, a=n)
        for name in ("site/b/c.html", "office/2022/signed.docx"):
            write(output, name, n)
    publish(output, a="4")
    kept = tmp_path / "output-kept"
    there = {p.relative_to(kept).as_posix(): p.read_text(encoding="utf-8") for p in kept.rglob("*") if p.is_file()}
    assert there == {
        f"{stem}{number}{ending}": text
        for stem, ending in (("site/b/c", ".html"), ("office/2022/signed", ".docx"))
        for number, text in (("", "1"), ("-2", "2"), ("-3", "3"))
    }
    assert published(output) == {"a": "4"}


def test_what_was_moved_aside_is_put_back_where_the_build_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old output is then as it was, with what somebody saved in it."""
    output = tmp_path / "output"
    publish(output, a="1")
    write(output, "site/mine.txt", "mine")

    def failing(*_: object) -> None:
        assert not (output / "site/mine.txt").exists()
        raise Refusal(say("full"), status=3)

    monkeypatch.setattr(release, "put_in_place", failing)
    with pytest.raises(Refusal):
        publish(output, a="2")
    assert (output / "site/mine.txt").read_text(encoding="utf-8") == "mine" and published(output)["a"] == "1"


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


@pytest.mark.skipif(os.name == "nt", reason="there are no such modes")
def test_a_page_that_a_server_may_not_read_is_written_anew(tmp_path: Path) -> None:
    """It is linked only if everybody may read it."""
    output = tmp_path / "output"
    for _ in range(2):
        with staged(output, Cache(tmp_path / "cache")) as stage:
            stage.add(File("site/b/a.html", b"1", "page"))
        page = output / "site/b/a.html"
        assert page.stat().st_mode & 0o777 == 0o644
        page.chmod(0o600)


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
