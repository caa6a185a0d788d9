"""What was published before and is not any more."""

from pathlib import Path

import pytest

from guongsang.publish.gone import GONE, gone_files, gone_list
from guongsang.publish.release import File, staged


def publish(output: Path, *names: str, gone: tuple[str, ...] = ()) -> None:
    """Publish empty files of a site, and the list of what is gone."""
    with staged(output) as stage:
        for name in names:
            stage.add(File(f"site/{name}", b"", "page"))
        stage.add(gone_list(gone, "Delete these\nby hand."))


def test_what_the_last_output_had_and_the_new_one_lacks_is_gone(tmp_path: Path) -> None:
    """Sorted, below the site; files of the Office are not on the site."""
    output = tmp_path / "output"
    publish(output, "a.html", "b.html", "c/d.html")
    assert gone_files(output, ["site/b.html", "site/e.html", "office/a.html"]) == ("a.html", "c/d.html")


def test_the_list_is_carried_on_until_a_file_is_back(tmp_path: Path) -> None:
    """Because not every build is copied to where the site is shown."""
    output = tmp_path / "output"
    publish(output, "a.html", "b.html")
    gone = gone_files(output, ["site/b.html"])
    publish(output, "b.html", gone=gone)
    assert gone_files(output, ["site/b.html"]) == ("a.html",)
    publish(output, "b.html", gone=("a.html",))
    assert gone_files(output, ["site/a.html"]) == ("b.html",)


def test_somebody_who_deletes_the_list_begins_anew(tmp_path: Path) -> None:
    """Only what the last output had counts then."""
    output = tmp_path / "output"
    publish(output, "b.html", gone=("a.html",))
    (output / GONE).unlink()
    assert gone_files(output, ["site/b.html"]) == ()


@pytest.mark.parametrize(
    ("data", "gone"),
    [
        (b"", ()),
        (b"\xff\xfe", ()),
        (b"# remark\n\na.html\n", ("a.html",)),
        (b"../../etc/passwd\na.html\n", ("a.html",)),
        (b"a.html\r\nb.html\r\n", ("a.html", "b.html")),
    ],
)
def test_a_list_is_read_with_care(tmp_path: Path, data: bytes, gone: tuple[str, ...]) -> None:
    """Remarks and paths out of the site are passed over, and a broken list is an empty one."""
    (tmp_path / GONE).parent.mkdir()
    (tmp_path / GONE).write_bytes(data)
    assert gone_files(tmp_path, []) == gone


def test_before_the_first_output_nothing_is_gone(tmp_path: Path) -> None:
    """There is neither manifest nor list."""
    assert gone_files(tmp_path / "output", ["site/a.html"]) == ()


def test_a_list_is_no_longer_than_somebody_can_use(tmp_path: Path) -> None:
    """Twenty thousand paths."""
    (tmp_path / GONE).parent.mkdir()
    (tmp_path / GONE).write_text("".join(f"{n}.html\n" for n in range(20_010)), encoding="utf-8")
    assert len(gone_files(tmp_path, [])) == 20_000


def test_the_file_has_its_heading_as_remarks() -> None:
    """Each line of it begins with #, each path stands on a line."""
    file = gone_list(["a.html", "b.html"], "One\ntwo")
    assert file.path == GONE and file.kind == "office"
    assert file.data == b"# One\n# two\na.html\nb.html\n"
