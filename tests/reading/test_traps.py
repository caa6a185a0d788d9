"""The traps of YAML that office staff fall into: each has its own code, place and hint, however the file was saved."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import edit

PROFILE = "content/exemplars/2024/bay.vi.md"
FILE = """---
title: Bẫy
name: Lê Thử Mai
category: nurse
unit: noi
summary: >
  Một đoạn dài
  gập dòng.
progress: {registered: {on: 2024-03-10}}
tags: [một, hai]
@
---
Bài.
"""
TRAPS = {
    # name: (typed in place of @, code, line, column, the hint begins so)
    "a leading zero": (
        "evidence: [{id: e1, serves: [A-1], text: a, measure: {before: 010}}]",
        "wrong-type",
        11,
        63,
        "write it without the leading zero: 10",
    ),
    "a figure with a comma": (
        "evidence: [{id: e1, serves: [A-1], text: a, measure: {before: 27,5}}]",
        "unknown-field",
        11,
        66,
        "a comma parts two fields here",
    ),
    "yes for true": ("draft: yes", "wrong-type", 11, 8, "did you mean true?"),
    "no for false": ("leader: no", "wrong-type", 11, 9, "did you mean false?"),
    "a day that does not exist": ("consent: {on: 2024-02-31}", "bad-date", 11, 15, "correct the day or the month"),
    "31/02": ("consent: {on: 31/02/2024}", "bad-date", 11, 15, "there is no such day in the calendar"),
    "dd/mm/yyyy": ("consent: {on: 10/6/2024}", "bad-date", 11, 15, "did you mean 2024-06-10?"),
    "a date in words": ("consent: {on: ngày 10 tháng 6 năm 2024}", "bad-date", 11, 15, "did you mean 2024-06-10?"),
    "a date without its year": ("consent: {on: 10/6}", "bad-date", 11, 15, "write the year too"),
    "a time for a date": ("consent: {on: 10:00}", "bad-date", 11, 15, "write the date as year-month-day"),
    "a colon in a text": ("position: Điều dưỡng: trưởng", "bad-yaml", 11, 21, "put the whole text between quotes"),
    "a colon in an item": (
        "lessons:\n  - Một điều: làm ngay",
        "wrong-type",
        12,
        13,
        "put the whole text between quotes",
    ),
    "a tab": ("consent:\n\ton: 2024-06-10", "bad-yaml", 12, 1, "begin the line with 2 blanks"),
    "a tab in a list": ("movements:\n  -\tname: a", "bad-yaml", 12, 4, "use two spaces instead of the tab"),
    "curly quotes around a colon": (
        "position: “Điều dưỡng: trưởng”",
        "bad-yaml",
        11,
        22,
        "put the whole text between straight quotes",
    ),
    "curly quotes around a date": (
        "consent: {on: “2024-06-10”}",
        "bad-date",
        11,
        15,
        "write it without quotation marks: 2024-06-10",
    ),
    "curly quotes in a list": (
        "consent: {name: [“site”]}",
        "wrong-type",
        11,
        18,
        "write it without quotation marks: site",
    ),
    "a quotation mark left open": ('position: "Điều dưỡng', "bad-yaml", 11, 11, "close it with the same sign"),
    "no blank after the colon": ("position:Điều dưỡng", "bad-yaml", 11, 1, "write the name, a colon and a space"),
    "a # in a text": ("position: Tổ #1 của khoa", "cut-by-hash", 11, 14, "put the whole text between quotes"),
    "a star": ("position: *Điều dưỡng*", "bad-yaml", 11, 11, "put the whole text between quotes"),
    "a percent sign": ("position: %50", "bad-yaml", 11, 11, "put the whole text between quotes"),
    "a strange blank as indent": (
        "consent:\n\xa0\xa0on: 2024-06-10",
        "unknown-field",
        12,
        1,
        "before on stands a blank",
    ),
    "a field twice": ("tags: [ba]", "duplicate-key", 11, 1, "keep one of the two"),
    "a capital": ("Position: a", "unknown-field", 11, 1, "did you mean position (“Position”)?"),
}


def _as(text: str, form: str) -> bytes:
    if form == "nfd":
        text = unicodedata.normalize("NFD", text)
    if form == "crlf and bom":
        return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    return text.encode()


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize("form", ["as it is", "crlf and bom", "nfd"])
def test_trap(site: Callable[..., Path], run: Callable[..., Ran], trap: str, form: str) -> None:
    """The trap is told at its line and column with its own hint; in NFD the column counts what was typed."""
    typed, code, line, column, hint = TRAPS[trap]
    root = site()
    (root / PROFILE).write_bytes(_as(FILE.replace("@", typed), form))
    found = json.loads(run("--root", root, "--lang", "en", "check", PROFILE, "--format", "json").out)["findings"]
    (finding,) = [f for f in found if f["code"] == code and f["hint"].startswith(hint)]
    if form == "nfd":
        before = typed.split("\n")[-1 if line > 11 else 0][: column - 1]
        column = len(unicodedata.normalize("NFD", before)) + 1
    assert (finding["line"], finding["column"]) == (line, column)


@pytest.mark.parametrize(
    ("text", "code", "line", "hint"),
    [
        ("–--\ntitle: a\n---\n", "no-front-matter", 1, "write three short hyphens"),
        ("\n---\ntitle: a\n---\n", "no-front-matter", 2, "delete them, so that ---"),
        ("title: a\n---\n", "no-front-matter", 1, "put a line with --- before this one"),
        ("---\ntitle: a\nBài.\n", "unclosed-front-matter", 1, "put a line with --- before line 3"),
        ("---\ntitle: a\n———\nBài.\n", "unclosed-front-matter", 1, "on line 3, write exactly three hyphens"),
        ("", "no-front-matter", 1, "begin the first line with ---"),
    ],
)
def test_fences(site: Callable[..., Path], run: Callable[..., Ran], text: str, code: str, line: int, hint: str) -> None:
    """Long dashes, a line too many, a missing end: each is told with what to type where."""
    root = site()
    (root / "content/pages/bay.vi.md").write_text(text, encoding="utf-8")
    found = json.loads(run("--root", root, "--lang", "en", "check", "--format", "json").out)["findings"]
    (finding,) = [f for f in found if f["file"] == "content/pages/bay.vi.md" and f["severity"] == "error"]
    assert (finding["code"], finding["line"]) == (code, line) and finding["hint"].startswith(hint)


def test_vn_for_vi(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A file named .vn.md is told with the name that was meant."""
    root = site()
    (root / "content/pages/bay.vn.md").write_text("---\ntitle: a\n---\n", encoding="utf-8")
    found = json.loads(run("--root", root, "--lang", "en", "check", "--format", "json").out)["findings"]
    assert [f["hint"] for f in found if f["code"] == "unknown-language"] == ["did you mean bay.vi.md?"]


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "hint"),
    [
        ("  - id: e1", "  – id: e1", 15, 3, "type - and a blank instead"),
        ("  - id: e2", "  • id: e2", 22, 3, "type - and a blank instead"),
        ("name: Lê", "name: |Lê", 3, 7, "put the whole text between quotes"),
        ("title: Khay", "title: > Khay", 2, 8, "put the whole text between quotes"),
        ("before: 12", "before: 1.200", 19, 23, "write 1200 or 1.2"),
        ("unit: noi", "unit: “noi”", 7, 7, "did you mean noi?"),
    ],
)
def test_traps_of_word_and_numbers(
    old: str, new: str, line: int, column: int, hint: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Bullets of Word, signs that begin a block, dots between thousands and curly quotes have hints of their own."""
    root = site()
    edit(root, "content/exemplars/2024/noi-01.vi.md", old, new)
    ran = run("--root", root, "--lang", "en", "check", "content/exemplars/2024/noi-01.vi.md", "--format", "json")
    (finding,) = [f for f in json.loads(ran.out)["findings"] if f["hint"].startswith(hint)]
    assert (finding["line"], finding["column"], ran.status) == (line, column, 1)
