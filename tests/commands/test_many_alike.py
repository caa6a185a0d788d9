"""Many findings that say the same are told once, what to open first comes last, and a file can take it all."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import edit


@pytest.fixture
def many(site: Callable[..., Path]) -> Path:
    """Make a site of 30 pages that are not translated."""
    root = site()
    for n in range(30):
        page = root / f"content/pages/trang-{n:02}.vi.md"
        page.write_text(f"---\ntitle: Trang {n}\n---\nChữ của trang.\n", encoding="utf-8")
    return root


@pytest.mark.parametrize(("form", "mark"), [("text", "warning[untranslated]"), ("github", "::warning ")])
def test_many_alike_are_one(form: str, mark: str, many: Path, run: Callable[..., Ran]) -> None:
    """With --all each is told."""
    told = run("--root", many, "--lang", "en", "check", "--format", form).out
    assert told.count(mark) == 1 and "(30 places)" in told and "… and 25 more" in told and "check --all" in told
    every = run("--root", many, "--lang", "en", "check", "--format", form, "--all").out
    assert every.count(mark) == 30 and "places)" not in every


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_what_programs_read_is_never_folded(form: str, many: Path, run: Callable[..., Ran]) -> None:
    """With --all or without."""
    told = run("--root", many, "check", "--format", form).out
    assert told == run("--root", many, "check", "--format", form, "--all").out
    whole = json.loads(told)
    assert len(whole["findings"] if form == "json" else whole["runs"][0]["results"]) == 30


def test_a_build_tells_many_as_one(many: Path, run: Callable[..., Ran]) -> None:
    """As check does."""
    told = run("--root", many, "--lang", "en", "build", "--no-print").out
    assert told.count("warning[untranslated]") == 1 and "Open first: content/pages/trang-00.vi.md, line 1" in told


@pytest.mark.parametrize(
    ("old", "new", "last"),
    [
        ("title: Trang 7", "titel: Trang 7", "Open first: content/pages/trang-07.vi.md, line 2"),
        ("title: Trang 7", "title: Tiáº¿ng Viá»‡t", "fix content/pages/trang-07.vi.md"),
        ("Chữ của trang.", "Chữ của t\u200brang.", "fix content/pages/trang-07.vi.md"),
        ("title: Trang 7", "title: Trang 7\nmenu: x", "Open first: content/pages/trang-07.vi.md, line 3"),
        ("Chữ của", "Chữ  của", "translate content/pages/trang-00.vi.md --to en"),
    ],
)
def test_the_last_lines_say_what_comes_next(old: str, new: str, last: str, many: Path, run: Callable[..., Ran]) -> None:
    """The first error or else warning, then a repair where there is one, a translation, or publishing."""
    edit(many, "content/pages/trang-07.vi.md", old, new)
    lines = run("--root", many, "--lang", "en", "check").out.splitlines()
    summary = next(n for n, line in enumerate(lines) if (" in " in line and "errors" in line) or "1 error," in line)
    assert last in "\n".join(lines[summary:]) and len(lines) - summary <= 3


def test_a_site_without_findings_needs_nothing(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Only the counts stand there."""
    assert run("--root", site(), "--lang", "en", "check").out == "0 errors, 0 warnings, 0 notes in 18 files\n"


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_a_file_takes_the_findings(form: str, many: Path, run: Callable[..., Ran], tmp_path: Path) -> None:
    """As UTF-8 with LF, over an older one, with the same words and the same exit status."""
    file = tmp_path / "kết quả.txt"
    file.write_bytes(b"old")
    shown = run("--root", many, "check", "--format", form)
    ran = run("--root", many, "check", "--format", form, "--out", file)
    assert (ran.status, ran.out) == (shown.status, "") and str(file) in ran.err
    assert file.read_bytes().decode("utf-8") == shown.out and b"\r" not in file.read_bytes()
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


@pytest.mark.parametrize("name", ["none/a.json", ".", "a.json/b.json", "none\\\\x/a.json"])
def test_where_a_file_cannot_lie_it_is_told(name: str, many: Path, run: Callable[..., Ran], tmp_path: Path) -> None:
    """Before anything is judged, in one line, and nothing is written."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a.json").write_text("x", encoding="utf-8")
    if os.name == "posix" and "\\" in name:
        name = name.replace("\\\\", "-")
    ran = run("--root", many, "--lang", "en", "check", "--out", folder / name)
    assert ran.status == 2 and not ran.out and len(ran.err.splitlines()) == 1
    assert "does not exist" in ran.err or "is a folder" in ran.err
    assert (folder / "a.json").read_text(encoding="utf-8") == "x" and len(list(folder.iterdir())) == 1


@pytest.mark.skipif(os.name == "nt", reason="another system names its devices otherwise")
def test_a_device_stays_one(many: Path, run: Callable[..., Ran]) -> None:
    """What is no file is written into, not replaced."""
    assert run("--root", many, "check", "--out", "/dev/null").status == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    ("kept", "base", "path"),
    [
        (None, None, "content/"),
        ("outer", None, "inner/site/content/"),
        ("outer/inner", None, "site/content/"),
        ("outer/inner/site", None, "content/"),
        ("outer", "outer/inner", "site/content/"),
        (None, "outer", "inner/site/content/"),
    ],
)
def test_paths_begin_at_the_repository(
    kept: str | None, base: str | None, path: str, many: Path, run: Callable[..., Ran], tmp_path: Path
) -> None:
    """That is the nearest folder around the site that Git keeps, unless one is named; JSON begins at the site."""
    root = tmp_path / "outer/inner/site"
    root.parent.mkdir(parents=True)
    many.rename(root)
    if kept:
        (tmp_path / kept / ".git").mkdir()
    options = ["--base", tmp_path / base] if base else []
    told = {form: run("--root", root, "check", "--format", form, *options).out for form in ("github", "sarif", "json")}
    assert f"::warning file={path}pages/trang-00.vi.md,line=1," in told["github"]
    (run_of,) = json.loads(told["sarif"])["runs"]
    location = run_of["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == f"{path}pages/trang-00.vi.md" and location["uriBaseId"] in run_of["originalUriBaseIds"]
    assert json.loads(told["json"])["findings"][0]["file"] == "content/pages/trang-00.vi.md"


@pytest.mark.parametrize("form", ["sarif", "text", "json"])
@pytest.mark.parametrize("base", ["none", "content", "../elsewhere", "site_config.yaml", "../none/a"])
def test_a_base_around_no_site_is_told(
    base: str, form: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """In one line, also where nothing else is to be told."""
    root = site()
    (root.parent / "elsewhere").mkdir()
    ran = run("--root", root, "--lang", "en", "check", "--format", form, "--base", root / base)
    assert ran.status == 2 and ("does not exist" in ran.err or "does not lie in" in ran.err) and not ran.out


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_sarif_explains_each_rule(lang: str, many: Path, run: Callable[..., Ran]) -> None:
    """In the language of the call, without a page elsewhere."""
    edit(many, "content/pages/trang-07.vi.md", "title: Trang 7", "titel: Một trang")
    (whole,) = json.loads(run("--root", many, "--lang", lang, "check", "--format", "sarif").out)["runs"]
    for rule in whole["tool"]["driver"]["rules"]:
        assert len(rule["shortDescription"]["text"]) > 20 and "\n" not in rule["shortDescription"]["text"]
        assert ("sai / wrong" in rule["help"]["text"]) and rule["help"]["markdown"] and "helpUri" not in rule
        assert ("Lỗi." in rule["help"]["text"] or "Cảnh báo." in rule["help"]["text"]) == (lang == "vi")
