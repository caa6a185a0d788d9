"""Every code is found by its own small site, at its level, and every message is under a snapshot in both languages."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.codes import CODES
from guongsang.commands import quoted
from support.program import Ran
from support.site import PROJECT, SITES, tree

BAD_NAMES = ("Giới thiệu.vi.md", "con.vi.md", "lien-he.md")
"""Written by the test and not kept as a site: Windows refuses to check out a repository that holds con.vi.md."""
BROKEN = sorted({*(p.name for p in (SITES / "broken").iterdir()), "bad-file-name"})
SETUP = {"bad-catalogue"}
AT_BUILD = {"bad-template"}
MADE_BY_TESTS = {"symlink", "unreadable-file"}
HEAD = re.compile(r"[^\s\[][^\[\n]*\[([a-z0-9-]+)\]: ")
"""The first line of a finding: its level, its code."""
BY_CRITERIA_FILE = {"criterion-unmet", "no-unit-criteria"}


def broken(site: Callable[..., Path], code: str) -> Path:
    """Make the site that shows a code; skips the test where the system cannot hold the names of its files."""
    if code == "bad-file-name":
        root = site("good")
        names = {f"content/pages/{name}" for name in BAD_NAMES}
        for name in names:
            shutil.copyfile(root / "content/pages/about.vi.md", root / name)
    else:
        root = site("good", Path("broken") / code)
        names = set(tree(SITES / "broken" / code))
    if lost := names - set(tree(root)):
        pytest.skip(f"this system cannot hold {', '.join(sorted(lost))} beside the other files")
    return root


def test_every_code_has_a_site() -> None:
    """No code is without a site that shows it."""
    assert set(BROKEN) | MADE_BY_TESTS == set(CODES)


def test_every_code_is_documented() -> None:
    """The page of codes has exactly the codes that exist."""
    text = (PROJECT / "docs/codes.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^### `([a-z0-9-]+)`", text, re.MULTILINE)) == sorted(CODES)


def test_the_good_site_is_silent(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The site that every broken one is laid over has no finding, so what is told of those is their own."""
    ran = run("--root", site(), "--today", "2025-01-15", "check", "--format", "json")
    assert (ran.status, ran.findings()) == (0, [])


@pytest.mark.parametrize("code", BROKEN)
def test_broken_site_is_told(
    code: str, site: Callable[..., Path], run: Callable[..., Ran], golden: Callable[[str, str], None]
) -> None:
    """The code is found at its level with place, message and hint, told in Vietnamese and English; the status fits."""
    root = broken(site, code)
    command = ["build", "--no-print"] if code in AT_BUILD else ["check"]
    ran = {lang: run("--root", root, "--lang", lang, "--today", "2025-01-15", *command) for lang in ("vi", "en")}
    golden(f"messages/{code}.txt", "\n".join(shown(lang, ran[lang], code, root) for lang in ran))
    expected = 2 if code in SETUP | AT_BUILD else 1 if CODES[code].level == "error" else 0
    assert {r.status for r in ran.values()} == {expected}
    if code not in AT_BUILD:
        findings = run("--root", root, "--today", "2025-01-15", "check", "--format", "json").findings(code)
        assert findings
        for finding in findings:
            assert finding["message"] and finding["hint"] and finding["line"] >= 1 and finding["column"] >= 1
            assert finding["severity"] == CODES[code].level or code in BY_CRITERIA_FILE


def shown(lang: str, ran: Ran, code: str, root: Path) -> str:
    """Return the findings of a code as they were told, headed by the status and the names of other codes."""
    told = [block for block in ran.out.split("\n\n") if HEAD.match(block)]
    found = [HEAD.match(block)[1] for block in told]  # type: ignore[index]
    assert code in found
    others = " ".join(sorted(set(found) - {code}))
    own = "\n\n".join(block for block, its in zip(told, found, strict=True) if its == code)
    head = f"# {lang}, status {ran.status}" + (f", with {others}" if others else "")
    return f"{head}\n\n{own.replace(quoted(str(root)), 'FOLDER').rstrip()}\n"


def test_symlink_is_refused(site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path) -> None:
    """A link inside content is told and never followed."""
    root = site()
    secret = tmp_path / "mat.vi.md"
    secret.write_text("---\ntitle: Mật\n---\n", encoding="utf-8")
    try:
        (root / "content/pages/mat.vi.md").symlink_to(secret)
    except OSError:
        pytest.skip("this system lets no links be made")
    ran = run("--root", root, "check", "--format", "json")
    assert ran.status == 1
    assert "symlink" in [f["code"] for f in json.loads(ran.out)["findings"]]
    assert "Mật" not in ran.out


def test_directory_in_place_of_a_file_is_told(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A folder or missing file where a data file should be is a finding, status 2, no traceback."""
    root = site()
    (root / "content/units.yaml").unlink()
    (root / "content/units.yaml").mkdir()
    ran = run("--root", root, "check", "--format", "json")
    assert ran.status == 2
    assert [f["code"] for f in json.loads(ran.out)["findings"]] == ["unreadable-file"]


def test_a_hundred_bad_files_are_told_at_once(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """All faults of all files come in one run."""
    root = site()
    for n in range(100):
        (root / f"content/pages/trang-{n}.vi.md").write_text("---\ntitel: x\nmenu: mười\n---\n", encoding="utf-8")
    findings = json.loads(run("--root", root, "check", "--format", "json").out)["findings"]
    assert len({f["file"] for f in findings if f["code"] == "unknown-field"}) == 100
    assert len({f["file"] for f in findings if f["code"] == "wrong-type"}) == 100
