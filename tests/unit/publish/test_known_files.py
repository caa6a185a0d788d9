"""Files of the last output that are known to come out the same are linked, and only those."""

from dataclasses import replace
from pathlib import Path

import pytest

from guongsang.cache import Cache
from guongsang.publish.known_files import KnownFiles
from guongsang.publish.planned import Planned
from guongsang.publish.release import File, staged
from guongsang.records import Records

PATH = "site/a.pdf"


def planned(given: bytes | None) -> Planned:
    """Plan a paper that is made of something."""
    return Planned(PATH, lambda: b"%PDF", "paper", "vi", "a.md", given=(lambda: iter([given])) if given else None)


def build(folder: Path, paper: Planned, records: Records) -> dict[str, int]:
    """Publish a paper of three pages; return what was known of it."""
    with staged(folder / "output", Cache(folder / "cache")) as stage:
        files = KnownFiles(stage, records)
        known = files.link([paper])
        if not known:
            stage.add(paper.made())
            files.remember(paper, 3)
        stage.add(File("site/index.html", b"", "page"))
    return known


def test_a_paper_made_of_the_same_is_linked_and_its_pages_are_known(tmp_path: Path) -> None:
    """The first time nothing is known of it."""
    records = Records()
    assert build(tmp_path, planned(b"1"), records) == {}
    assert build(tmp_path, planned(b"1"), records) == {PATH: 3}
    assert build(tmp_path, planned(b"2"), records) == {}
    assert build(tmp_path, planned(b"2"), records) == {PATH: 3}


def test_another_process_knows_it_from_the_file_of_records(tmp_path: Path) -> None:
    """What was remembered is written when the build ends."""
    for expected in ({}, {PATH: 3}):
        records = Records(tmp_path / "records.sqlite")
        assert build(tmp_path, planned(b"1"), records) == expected
        records.settle()
        records.close()


@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_what_the_last_output_no_longer_has_is_made(tmp_path: Path, damage: str) -> None:
    """A paper that somebody changed or took away is made again."""
    records, path = Records(), tmp_path / "output" / PATH
    build(tmp_path, planned(b"1"), records)
    path.unlink()
    if damage == "changed":
        path.write_bytes(b"something else")
    assert build(tmp_path, planned(b"1"), records) == {}
    assert path.read_bytes() == b"%PDF"


def test_nothing_is_known_of_a_file_that_does_not_say_what_it_is_made_of(tmp_path: Path) -> None:
    """Nor is anything remembered of it."""
    records, paper = Records(), replace(planned(b"1"), given=None)
    assert build(tmp_path, paper, records) == build(tmp_path, paper, records) == {}
    assert not records.fresh
