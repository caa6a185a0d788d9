"""The manifest of an output: each file with its digest, in one order, and nothing where it is broken."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.publish.earlier import Earlier
from guongsang.publish.release import MANIFEST, File, Staged, is_ours, rows_of, staged
from support.releases import beside


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
        stage = Staged(Path("x"), Path("y"), Earlier(Path("x")))
        for name in names:
            stage.rows[name] = {"path": name, "sha256": hashlib.sha256(files[name]).hexdigest()}
        return stage.manifest()

    assert rows(list(files)) == rows(list(files)[::-1])
