"""Pages that stand at another address than before."""

import json
from pathlib import Path

import pytest

from guongsang.publish.moved import moved_pages

OLD = ("site/vi/guong/2024/noi-01.html", "vi", "content/exemplars/2024/noi-01.vi.md")


def before(folder: Path, *rows: tuple[str, str, str]) -> Path:
    """Write the manifest of a last output."""
    files = [
        {"path": path, "sha256": "0", "kind": "page", "lang": lang, "source": source} for path, lang, source in rows
    ]
    (folder / "manifest.json").write_text(json.dumps({"schema_version": 1, "files": files}), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("new", "moved"),
    [
        ([OLD], ()),
        ([("site/vi/nguoi/2024/noi-01.html", *OLD[1:])], (("vi/guong/2024/noi-01.html", "vi/nguoi/2024/noi-01.html"),)),
        ([("site/en/people/2024/noi-01.html", "en", OLD[2])], ()),
        ([("site/vi/nguoi/2024/noi-02.html", "vi", "content/exemplars/2024/noi-02.vi.md")], ()),
        ([("site/vi/nguoi/2024/noi-01.html", *OLD[1:]), OLD], ()),
        ([], ()),
    ],
)
def test_a_page_of_the_same_source_has_moved(
    tmp_path: Path, new: list[tuple[str, str, str]], moved: tuple[tuple[str, str], ...]
) -> None:
    """Unless its old address still leads on."""
    assert moved_pages(before(tmp_path, OLD), new) == moved


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"schema_version": 1, "files": [3]}'])
def test_without_a_last_output_nothing_has_moved(tmp_path: Path, manifest: str) -> None:
    """Nor where its list cannot be read."""
    (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")
    assert moved_pages(tmp_path, [OLD]) == moved_pages(tmp_path / "none", [OLD]) == ()
