"""A language may be dropped from a site: what is written in it is left out and told once, not as an error each."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import PROJECT, edit, tree, write


def dropped(root: Path, languages: str = "[vi]") -> Path:
    """Leave a site with other languages than it was written in."""
    edit(root, "site_config.yaml", "languages: [vi, en]", f"languages: {languages}")
    return root


def test_all_of_it_is_one_warning(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Files, labels of data files and of documents together; the site is published without it."""
    root = dropped(site())
    ran = run("--root", root, "--lang", "en", "check", "--format", "json")
    (found,) = ran.findings()
    assert ran.status == 0 and (found["code"], found["severity"]) == ("unknown-language", "warning")
    assert "files hold words in English, which is none of the languages of this site" in found["message"]
    assert run("--root", root, "build", "--no-print").status == 0
    assert {path.split("/")[0] for path in tree(root / "output/site") if "/" in path} == {"vi", "assets"}


def test_the_sample_content_stands_in_vietnamese_alone(tmp_path: Path, run: Callable[..., Ran]) -> None:
    """With labels wherever the project itself has them."""
    for name in ("content", "static"):
        for file, data in tree(PROJECT / name).items():
            (tmp_path / name / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / file).write_bytes(data)
    config = (PROJECT / "site_config.yaml").read_text(encoding="utf-8")
    write(tmp_path, "site_config.yaml", config)
    dropped(tmp_path)
    ran = run("--root", tmp_path, "check", "--format", "json")
    assert ran.status == 0 and len(ran.findings("unknown-language")) == 1


@pytest.mark.parametrize(
    ("file", "status"),
    [
        ("content/pages/about.fr.md", 0),
        ("content/pages/about.de.md", 0),
        ("content/pages/about.km.md", 0),
        ("content/pages/about.vn.md", 1),
        ("content/pages/about.eng.md", 1),
        ("content/pages/about.xx.md", 1),
        ("content/pages/about.copy.md", 1),
    ],
)
def test_what_is_no_language_or_nearly_one_of_the_site_stays_an_error(
    file: str, status: int, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """A slip is told as one."""
    root = site()
    write(root, file, "---\ntitle: A\n---\nText.\n")
    ran = run("--root", root, "check", "--format", "json")
    assert ran.status == status and [f["file"] for f in ran.findings("unknown-language")] == [file]


def test_several_languages_are_told_one_by_one(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Each with how many files."""
    root = dropped(site())
    for code in ("fr", "de"):
        write(root, f"content/pages/about.{code}.md", "---\ntitle: A\n---\nText.\n")
    told = run("--root", root, "--lang", "en", "check", "--format", "json").findings("unknown-language")
    assert sorted(str(f["message"]).split(", ")[0].split(" in ")[1] for f in told) == ["English", "French", "German"]
