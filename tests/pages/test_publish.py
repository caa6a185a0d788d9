"""What is published where: no output among the sources, no paper of the Office on the site; what is gone is told."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import P1
from support.program import Ran
from support.site import PROJECT, edit, tree, write


@pytest.mark.parametrize(
    "output",
    [
        "{root}/static/out",
        "{root}/static",
        "{root}/content/out",
        "{root}/templates/web/out",
        "{root}/locales/a/b",
        "{root}/fonts/out",
        "{root}/../{name}/static/out",
        "{root}/content/../static/out",
        "{root}/STATIC/out",
        "{root}/Content/out",
        "{root}",
        "{root}/..",
        "{link}/out",
        "{link}/../static/out",
        "{site}/static/out",
    ],
)
def test_no_output_among_the_sources(
    site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path, output: str
) -> None:
    """An output below what a build reads is refused wherever links, `..` or another case lead; nothing is made."""
    root = site()
    (root / "static").mkdir(exist_ok=True)
    links = {"link": root / "static", "site": root}
    if "{link}" in output or "{site}" in output:
        if sys.platform == "win32":
            pytest.skip("LINKS ARE NOT MADE HERE: Windows lets only administrators make them")
        for name, target in links.items():
            (tmp_path / name).symlink_to(target, target_is_directory=True)
    path = output.format(root=root, name=root.name, link=tmp_path / "link", site=tmp_path / "site")
    before = tree(tmp_path)
    ran = run("--root", root, "--lang", "en", "build", "--no-print", "--output", path)
    assert ran.status == 2 and "is no place to publish into" in ran.err
    assert tree(tmp_path) == before


def test_a_source_that_is_a_link_holds_no_output(
    site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path
) -> None:
    """Where `static` itself leads elsewhere, an output there is refused too."""
    if sys.platform == "win32":
        pytest.skip("LINKS ARE NOT MADE HERE: Windows lets only administrators make them")
    root = site()
    (tmp_path / "look").mkdir()
    (root / "static").symlink_to(tmp_path / "look", target_is_directory=True)
    ran = run("--root", root, "build", "--no-print", "--output", tmp_path / "look/out")
    assert ran.status == 2 and not list((tmp_path / "look").iterdir())


def test_an_output_beside_the_sources_is_fine(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A folder whose name only begins like a source is an output like any other."""
    root = site()
    assert run("--root", root, "build", "--no-print", "--output", root / "static-site").status == 0
    assert (root / "static-site/site/index.html").is_file()


def test_an_output_in_static_is_not_published(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """An output that was put into `static/` by hand stops the build, with --skip-invalid too, and check tells it."""
    root = site()
    assert run("--root", root, "build").status == 0
    shutil.copytree(root / "output", root / "static/moved/deep")
    shutil.rmtree(root / "output")
    assert run("--root", root, "check").status == 1
    ran = run("--root", root, "build", "--no-print", "--skip-invalid")
    assert ran.status == 1 and ran.out.count("static/moved/deep/") > 10
    assert not (root / "output").exists()


@pytest.mark.parametrize("words", [(), ("--output", "elsewhere")])
def test_a_copy_of_an_office_paper_is_not_published(
    site: Callable[..., Path], run: Callable[..., Ran], words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A paper of the Office is known by its bytes, whatever its name in `static/` is."""
    root = site()
    monkeypatch.chdir(root)
    assert run("--root", root, "build", *words).status == 0
    output = root / (words[1] if words else "output")
    paper = next((output / "office").rglob("*.pdf"))
    (root / "static").mkdir(exist_ok=True)
    shutil.copy(paper, root / "static/tai-lieu.pdf")
    before = tree(output)
    ran = run("--root", root, "--lang", "en", "build", *words)
    assert ran.status == 1 and "static/tai-lieu.pdf" in ran.out and "[office-paper]" in ran.out
    assert tree(output) == before


@pytest.mark.parametrize("manifest", ["", "[]", "{", '{"files": 3}', '{"files": [{}]}', "[" * 5000])
def test_a_foreign_manifest_in_static_is_a_file_like_any_other(
    site: Callable[..., Path], run: Callable[..., Ran], manifest: str
) -> None:
    """A web app's manifest.json is published; only that of an output marks its folder."""
    root = site()
    (root / "static").mkdir(exist_ok=True)
    (root / "static/manifest.json").write_text(manifest, encoding="utf-8")
    assert run("--root", root, "build", "--no-print").status == 0
    assert [n for n in tree(root / "output/site") if n.startswith("assets/manifest-")]


def listed(root: Path) -> list[str]:
    """Return the paths in the list of what is gone."""
    text = (root / "output/office/gone.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_what_is_gone_is_named(site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path) -> None:
    """A build lists the files that the last output had and it has not, on one line and in a file of the Office.

    A copy that still holds some of them is told whose they were.
    """
    root = site()
    first = run("--root", root, "--lang", "en", "build")
    assert first.status == 0 and "no longer" not in first.err
    assert not (root / "output/office/gone.txt").exists()
    before = set(tree(root / "output/site"))
    edit(root, P1, "sample: true", "withdrawn: {on: 2024-09-01, reason: consent, document: RB-01}\nsample: true")
    ran = run("--root", root, "--lang", "en", "build")
    gone = before - set(tree(root / "output/site"))
    assert "vi/guong/2024/noi-01-a3.pdf" in gone
    assert set(listed(root)) == gone
    (line,) = [line for line in ran.err.splitlines() if "no longer on the site" in line]
    assert line.startswith(f"{len(gone)} files") and "vi/guong/2024/noi-01-a3.pdf" in line and "gone.txt" in line
    manifest = json.loads((root / "output/manifest.json").read_text(encoding="utf-8"))
    assert {f["path"] for f in manifest["files"]} | {"manifest.json"} == set(tree(root / "output"))
    copy = tmp_path / "copy"
    shutil.copytree(root / "output/site", copy)
    for name in ("vi/guong/2024/noi-01-a3.pdf", "vi/guong/2024/noi-01-a4.pdf"):
        (copy / name).write_bytes(b"%PDF")
    ran = run("--root", root, "--lang", "en", "verify", copy)
    assert ran.status == 1 and ran.out.count("of a withdrawn exemplar (2024/noi-01)") == 2
    assert "Mai" not in (root / "output/office/withheld.json").read_text(encoding="utf-8")


def test_what_is_gone_stays_listed_until_it_is_back(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Not every build is copied, so the list is carried on; a file leaves it by coming back, the list by deletion."""
    root = site()
    about = root / "content/pages/about.vi.md"
    text = about.read_text(encoding="utf-8")
    assert run("--root", root, "build", "--no-print").status == 0
    about.unlink()
    (root / "content/pages/about.en.md").rename(root / "about.en.md")
    for _ in range(2):
        assert run("--root", root, "build", "--no-print").status == 0
        assert "vi/about.html" in listed(root)
    about.write_text(text, encoding="utf-8", newline="\n")
    assert run("--root", root, "build", "--no-print").status == 0
    assert "vi/about.html" not in listed(root)
    (root / "output/office/gone.txt").unlink()
    ran = run("--root", root, "--lang", "en", "build", "--no-print")
    assert ran.status == 0 and "no longer" not in ran.err


def test_a_broken_list_of_what_is_gone_is_an_empty_one(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A list that cannot be read, or leads out of the site, hinders no build."""
    root = site()
    assert run("--root", root, "build", "--no-print").status == 0
    (root / "output/office").mkdir(exist_ok=True)
    (root / "output/office/gone.txt").write_bytes(b"../../etc/passwd\n\xff\xfe\n")
    assert run("--root", root, "build", "--no-print").status == 0
    assert not (root / "output/office/gone.txt").exists()


def test_new_addresses_are_told(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """After a word of `sections` was changed, once, with the first of them; not in a build that changes none."""
    root = site()
    assert "new address" not in run("--root", root, "--lang", "en", "build", "--no-print").err
    with (root / "site_config.yaml").open("a", encoding="utf-8") as config:
        config.write("sections: {exemplars: {vi: nguoi}}\n")
    told = run("--root", root, "--lang", "en", "build", "--no-print").err
    assert "2 pages have new addresses" in told and "vi/guong/2024/noi-01.html is now vi/nguoi/2024/noi-01.html" in told
    assert "new address" not in run("--root", root, "--lang", "en", "build", "--no-print").err


def test_an_office_paper_in_the_projects_own_static_is_not_published(
    site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies in the `static/` of the project is on every site, so papers of the Office are looked for there too."""
    root, home = site(), tmp_path / "project"
    for folder in ("static", "templates", "locales"):
        shutil.copytree(PROJECT / folder, home / folder)
    assert run("--root", root, "build").status == 0
    shutil.copy(next((root / "output/office").rglob("*.pdf")), home / "static/tai-lieu.pdf")
    monkeypatch.setattr("guongsang.pipeline.checking.HOME", home)
    ran = run("--root", root, "build", "--no-print")
    assert ran.status == 1 and "static/tai-lieu.pdf" in ran.out and "[office-paper]" in ran.out


def test_what_no_build_made_is_told_and_kept(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A build names the files that somebody put among its own, and where they lie now."""
    root = site()
    assert run("--root", root, "build", "--no-print").status == 0
    write(root, "output/office/2024/bang-cua-toi.xlsx", "mine")
    edit(root, "site_config.yaml", "title: {vi: ", "title: {vi: Trang ")
    ran = run("--root", root, "--lang", "en", "build", "--no-print")
    assert ran.status == 0 and "office/2024/bang-cua-toi.xlsx" in ran.err and "output-kept" in ran.err
    assert (root / "output-kept/office/2024/bang-cua-toi.xlsx").read_text(encoding="utf-8") == "mine"
