"""The site of an output gets into a web root as it is, in one step, and nothing of others is lost there."""

import os
from pathlib import Path

import pytest

from guongsang.findings import Refusal
from guongsang.publish.locks import one_at_a_time
from guongsang.publish.release_list import read_release
from guongsang.publish.verify import verify
from guongsang.publish.web_root.put import KEPT, put_release
from guongsang.publish.web_root.root import find_root
from guongsang.publish.withheld import Withheld
from support.site import tree, write
from support.web_roots import Place


def test_the_site_alone_is_published(place: Place) -> None:
    """Its files, byte for byte, with a list by which the root proves itself; nothing of the Office, nothing beside."""
    put = place.publish(a="1")
    assert (put.number, put.files, put.is_new, put.can_go_back) == (1, 2, True, False)
    assert place.shown() == {"index.html": "home", "vi/a.html": "1"}
    assert verify(place.root, place.folder / "nowhere").faults == 0
    listed = (place.root / ".guongsang-release.json").read_text(encoding="utf-8")
    assert "office" not in listed and "content" not in listed
    assert place.kept() == [] and place.beside() == [".guong.releases"]


def test_what_is_gone_is_gone_there(place: Place) -> None:
    """The release before is kept by its number, where no server looks for it."""
    place.publish(a="1", b="1")
    put = place.publish(b="2")
    assert place.shown() == {"index.html": "home", "vi/b.html": "2"}
    assert put.number == 2 and put.can_go_back and place.kept() == ["1"]
    assert (place.store / "1/vi/a.html").read_bytes() == b"1"
    if os.name != "nt":
        assert place.store.stat().st_mode & 0o777 == 0o700


def test_only_so_many_releases_are_kept(place: Place) -> None:
    """The oldest go, and what was noted of them."""
    for number in range(KEPT + 3):
        place.publish(a=str(number))
    assert place.kept() == [str(number) for number in range(3, KEPT + 3)]
    assert sorted(path.stem for path in place.store.glob("*.json")) == [*place.kept(), str(KEPT + 3)]


def test_an_unchanged_site_is_left_alone(place: Place) -> None:
    """Unless somebody altered it there or deleted something; then it is put right, and what was mended is told."""
    place.publish(a="1", b="1")
    before = place.root.stat().st_ino
    assert not place.publish().is_new and place.root.stat().st_ino == before
    write(place.root, "vi/a.html", "defaced")
    (place.root / "vi/b.html").unlink()
    put = place.publish()
    assert put.is_new and set(put.mended) == {"vi/a.html", "vi/b.html"}
    assert place.shown() == {"index.html": "home", "vi/a.html": "1", "vi/b.html": "1"}


def test_what_others_put_there_stays(place: Place) -> None:
    """Files and links with their times, and it is told; one in whose place the site puts its own is kept aside."""
    place.publish(a="1")
    for name in (".well-known/acme/token", "CNAME", "vi/b.html", "tools/x"):
        write(place.root, name, "theirs")
    os.utime(place.root / "CNAME", (1, 1))
    links = os.name != "nt"
    if links:
        (place.root / "link").symlink_to("nowhere")
    put = place.publish(a="2", b="ours")
    assert set(put.along) == {".well-known/acme/token", "CNAME", "tools/x"} | ({"link"} if links else set())
    assert put.replaced == ("vi/b.html",)
    assert place.shown()["CNAME"] == "theirs" and place.shown()["vi/b.html"] == "ours"
    assert (place.root / "CNAME").stat().st_mtime == 1
    assert not links or (place.root / "link").readlink() == Path("nowhere")
    assert (place.store / "1/vi/b.html").read_bytes() == b"theirs"
    place.publish(a="3")
    assert place.shown()["tools/x"] == "theirs"


def test_a_copy_made_by_hand_becomes_a_release(place: Place) -> None:
    """What the site had once goes, though no list says who put it there; what nobody knows stays."""
    place.build(a="1", old="1")
    place.build(a="2")
    for name, text in {"index.html": "x", "vi/a.html": "1", "vi/old.html": "1", "tools/x": "theirs"}.items():
        write(place.root, name, text)
    put = place.publish()
    assert place.shown() == {"index.html": "home", "vi/a.html": "2", "tools/x": "theirs"}
    assert (put.number, put.along) == (2, ("tools/x",)) and place.kept() == ["1"]
    release = read_release(place.store / "1")
    assert release and set(release.files) == {"index.html", "vi/a.html", "vi/old.html"}
    place.back()
    assert place.shown() == {"index.html": "x", "vi/a.html": "1", "vi/old.html": "1", "tools/x": "theirs"}


def test_a_release_that_shows_what_is_withheld_now_is_deleted(place: Place) -> None:
    """One that never showed it, or withheld it too, is kept."""
    place.publish(a="1")
    place.publish(b="1")
    place.build(Withheld(frozenset({"2022/c name"})), a="1", c="without a name")
    place.publish()
    withheld = Withheld(frozenset({"2022/a story", "2022/c name"}), {"site/vi/a.html": "2022/a"})
    place.build(withheld, a="withdrawn", c="without a name")
    put = place.publish()
    assert put.dropped == (1, 3) and place.kept() == ["2"] and put.can_go_back and put.left == ()
    assert not any(data == b"1" for path, data in tree(place.root.parent).items() if path.endswith("a.html"))


def test_of_a_copy_made_by_hand_nobody_knows_whom_it_shows(place: Place) -> None:
    """So it goes as soon as anybody is withdrawn."""
    write(place.root, "index.html", "by hand")
    place.publish(a="1")
    assert place.kept() == ["1"]
    place.build(Withheld(frozenset({"2022/a story"}), {"site/vi/a.html": "2022/a"}), a="notice")
    assert place.publish().dropped == (1, 2)


@pytest.mark.parametrize("name", ["vi/a.html", "index.html"])
def test_an_output_that_was_altered_is_not_published(place: Place, name: str) -> None:
    """Neither a file that somebody edited nor one that is missing; the root stays as it was."""
    place.publish(a="1")
    place.build(a="2")
    write(place.output, f"site/{name}", "edited")
    for _ in range(2):
        with pytest.raises(Refusal) as caught:
            place.publish()
        assert caught.value.status == 2 and Path(caught.value.message.args["file"]).name == Path(name).name
        assert place.shown()["vi/a.html"] == "1" and place.kept() == [] and place.beside() == [".guong.releases"]
        (place.output / "site" / name).unlink(missing_ok=True)


def test_a_manifest_that_leads_out_is_refused(place: Place) -> None:
    """Whoever wrote it."""
    place.build(a="1")
    manifest = place.output / "manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("site/vi/a.html", "site/../../x"), "utf-8")
    with pytest.raises(Refusal):
        place.publish()
    assert not place.root.exists()


@pytest.mark.parametrize("name", ["site", "site/output", "site/output/site", "site/output/x", "site/content", "."])
def test_no_root_among_sources_and_outputs(place: Place, name: str) -> None:
    """Nor one that holds them, nor the output itself, nor a part of it."""
    place.build(a="1")
    before = tree(place.folder)
    with pytest.raises(Refusal) as caught:
        find_root(place.folder / name, place.output, [place.folder / "site"])
    assert caught.value.status == 2 and tree(place.folder) == before


def test_a_root_must_be_a_folder_in_a_folder(place: Place, tmp_path: Path) -> None:
    """Not a file, not a whole disk, not in a folder that is not there."""
    write(tmp_path, "file", "")
    for folder in (tmp_path / "file", tmp_path / "file/x", tmp_path / "no/where", Path(tmp_path.anchor)):
        with pytest.raises(Refusal) as caught:
            find_root(folder, place.output, [])
        assert caught.value.status == 2


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_a_root_stays_a_link(place: Place, tmp_path: Path) -> None:
    """The folder that it leads to is replaced."""
    place.publish(a="1")
    (tmp_path / "link").symlink_to(place.root)
    assert find_root(tmp_path / "link", place.output, []).folder == place.root


def test_without_a_build_there_is_nothing_to_publish(place: Place) -> None:
    """And nothing is made."""
    (place.root.parent).mkdir()
    with pytest.raises(Refusal) as caught:
        put_release(find_root(place.root, place.output, []), place.output)
    assert caught.value.status == 2 and place.beside() == []


def test_a_folder_of_documents_is_no_web_root(place: Place) -> None:
    """Somebody named the wrong folder; an index.html, or what begins with a dot, is the sign of a web root."""
    write(place.root, "Contracts/2022/x.docx", "")
    write(place.root, ".well-known/x", "")
    with pytest.raises(Refusal) as caught:
        place.publish(a="1")
    assert caught.value.message.args["names"] == ["Contracts/2022/x.docx"] and place.beside() == []
    write(place.root, "index.html", "")
    assert place.publish().along == (".well-known/x", "Contracts/2022/x.docx")


def test_one_publish_at_a_time(place: Place) -> None:
    """While another one, or a build of the output, is at work, a publish ends with 3."""
    place.publish(a="1")
    for folder in (place.root, place.output):
        with one_at_a_time(folder), pytest.raises(Refusal) as caught:
            place.publish()
        assert caught.value.status == 3


@pytest.mark.skipif(os.name == "nt", reason="there are no such modes")
def test_a_server_may_read_what_is_published(place: Place) -> None:
    """Whatever the umask of who publishes."""
    before = os.umask(0o077)
    try:
        place.publish(a="1")
    finally:
        os.umask(before)
    folders = [place.root, *(path for path in place.root.rglob("*") if path.is_dir())]
    assert {path.stat().st_mode & 0o777 for path in folders} == {0o755}
    assert {path.stat().st_mode & 0o777 for path in place.root.rglob("*") if path.is_file()} == {0o644}
