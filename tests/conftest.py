"""What tests share: whole sites in temporary folders, and the program run through its front door.

`--renew` writes the golden files anew instead of comparing with them: `python build.py test --renew`.
"""

import os
import re
import shutil
import subprocess
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import page
import pytest

from guongsang import cli

SITES = Path(__file__).parent / "sites"
GOLDEN = Path(__file__).parent / "golden"
PROJECT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that renews golden files."""
    parser.addoption("--renew", action="store_true", help="write golden files anew")


@dataclass(frozen=True)
class Ran:
    """What a run of the program gave."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run the program as a command line would."""
    monkeypatch.setenv("NO_COLOR", "1")

    def ran(*words: object) -> Ran:
        capsys.readouterr()
        status = cli.main([str(w) for w in words])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return ran


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Path]:
    """Make a site in a temporary folder out of fixtures, later ones laid over earlier ones."""

    def made(*layers: str | Path) -> Path:
        root = tmp_path / "trang"
        for layer in layers or ("good",):
            shutil.copytree(SITES / layer, root, dirs_exist_ok=True)
        return root

    return made


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a golden file, or renew it."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--renew"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{name} is new; look at it and run: python build.py test --renew"
        assert text == path.read_text(encoding="utf-8"), f"{name} changed; if rightly so: python build.py test --renew"

    return compare


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Change a file of a site once; the old text must stand there."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} does not stand in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def text_of(pdf: bytes) -> str:
    """Return all text of a PDF in reading order, without any blanks, as poppler reads it."""
    if shutil.which("pdftotext") is None:
        why = "pdftotext (poppler-utils) is not installed, so THE TEXT OF PAPERS WAS NOT CHECKED"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "paper.pdf")
        file.write_bytes(pdf)
        run = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", file, "-"], capture_output=True, check=True)
    return "".join(run.stdout.decode().split())


def plain_objects(pdf: bytes) -> bytes:
    """Return a PDF with the objects of its object streams behind it, so that they can be looked for."""
    streams = re.finditer(rb"/Type/ObjStm/N \d+/First (\d+)/Filter/FlateDecode/Length (\d+)>>\nstream\n", pdf)
    whole = [zlib.decompress(pdf[s.end() : s.end() + int(s[2])])[int(s[1]) :] for s in streams]
    assert whole
    return b"\n".join([pdf, *whole])


def streams_are_as_long_as_said(pdf: bytes) -> bool:
    """Return whether each stream ends where its /Length says."""
    heads = re.finditer(rb"/Length (\d+)[^\0]{0,400}?>>\s*stream\r?\n", pdf)
    return all(re.match(rb"\r?\n?endstream", pdf[head.end() + int(head[1]) :][:12]) for head in heads)


def assert_conforms(pdf: bytes, pages: int | None = None) -> None:
    """Checks a PDF against all rules for PDF/UA-1 and PDF/A-2a.

    The checker takes a stream whose last byte happens to be a carriage return for one of the wrong length; that one
    rule is let pass when counting shows the length to be right.
    """
    for profile, rules in (("ua1", 104), ("2a", 154)):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        failed = [(fault.rule_id, fault.message) for fault in report.failures]
        if {rule for rule, _ in failed} == {"PDFA2A-STREAM-LENGTH-001"} and streams_are_as_long_as_said(pdf):
            failed = []
        assert (report.rules.total, failed) == (rules, [])
    assert pages in (None, report.document.page_count)
