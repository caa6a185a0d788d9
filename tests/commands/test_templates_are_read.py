"""check reads the templates that a site brings, so that no build is needed to find a slip in one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import edit

WEB, PRINT = "templates/web/page.html", "templates/print/newsletter.typ"


def put(root: Path, file: str, text: str) -> None:
    """Write a template of the site."""
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, encoding="utf-8", newline="\n")


@pytest.mark.parametrize(
    ("text", "line", "vi", "en"),
    [
        ("{% if %}", 1, "thiếu một biểu thức trước %}", "an expression is missing before %}"),
        ("<p>\n{{ title }", 2, "không đặt được", "does not fit here"),
        ("<p>\n\n{% for a in b %}{{ a }}", 3, "còn thiếu: {% endfor %}", "this is missing: {% endfor %}"),
        ("\n{% include '_none.html' %}", 2, "không có mẫu _none.html", "there is no template _none.html"),
        ("{{ title|nosuch }}", 1, "ở đây không có nosuch", "there is no nosuch here"),
        ("a\n{% blok x %}", 2, "không có lệnh blok", "there is no tag blok"),
        ("a\n{% if a %}{% endfor %}", 2, "không có lệnh endfor", "there is no tag endfor"),
        ("\n{# a", 2, "chưa có chỗ kết thúc", "the end of this is missing"),
    ],
)
def test_a_slip_in_a_web_template_is_told_at_its_line(
    text: str, line: int, vi: str, en: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """With status 2, in the reader's language."""
    root = site()
    put(root, WEB, text)
    for lang, words in (("vi", vi), ("en", en)):
        ran = run("--root", root, "--lang", lang, "check", "--format", "json")
        (found,) = ran.findings()
        assert ran.status == 2 and (found["code"], found["file"], found["line"]) == ("bad-template", WEB, line)
        assert words in found["message"], found


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"<p>\xe1", b"a\x80", b"\xc0\xaf", "chữ".encode("utf-16")])
def test_a_web_template_in_another_encoding_is_told_in_own_words(
    data: bytes, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Python's words for it are English."""
    root = site()
    put(root, WEB, "")
    (root / WEB).write_bytes(data)
    for lang, words in (("vi", "không lưu bằng mã UTF-8"), ("en", "it is not in UTF-8")):
        (found,) = run("--root", root, "--lang", lang, "check", "--format", "json").findings()
        assert words in found["message"] and "codec" not in found["message"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("#let x = (\n", 1),
        ('#import "common.typ": *\n#let f(x) = {\n  x +\n}\n', 3),
        ("= H\n$ x", 2),
        ("#let a = 1\n\n#if a {", 3),
        ('#text("abc)', 1),
    ],
)
def test_a_slip_in_a_print_template_is_told_at_its_line(
    text: str, line: int, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Without a paper being set."""
    root = site()
    put(root, PRINT, text)
    ran = run("--root", root, "check", "--format", "json")
    assert ran.status == 2
    assert [(f["code"], f["file"], f["line"]) for f in ran.findings()] == [("bad-template", PRINT, line)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('#import "none.typ": a\n', 1),
        ('= H\n#include "none.typ"\n', 2),
        ('#import "common.typ": *\n#import "./none.typ": *\n', 2),
        ('#import  "/none.typ"\n', 1),
        ('// #import "other.typ": a\n\n#import "none.typ" as none-of\n', 3),
    ],
)
def test_a_print_template_that_is_not_there_is_told_where_it_is_named(
    text: str, line: int, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """In the reader's language; one of the site or of the project is there."""
    root = site()
    put(root, PRINT, text)
    for lang, words in (("vi", "không có mẫu none.typ"), ("en", "there is no template none.typ")):
        (found,) = run("--root", root, "--lang", lang, "check", "--format", "json").findings()
        assert (found["file"], found["line"]) == (PRINT, line) and words in found["message"]
    put(root, "templates/print/none.typ", "#let a = 1\n")
    assert run("--root", root, "check").status == 0


def test_all_slips_are_told_at_once(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Those of templates beside those of texts."""
    root = site()
    put(root, WEB, "{% if %}")
    put(root, "templates/web/home.html", "{{ ")
    put(root, PRINT, "#let x = (")
    edit(root, "content/pages/about.vi.md", "title: ", "titel: ")
    ran = run("--root", root, "check", "--format", "json")
    assert {f["file"] for f in ran.findings("bad-template")} == {WEB, "templates/web/home.html", PRINT}
    assert ran.findings("unknown-field") and ran.status == 2
    assert "{% if %}" in run("--root", root, "check").out


@pytest.mark.parametrize("file", ["templates/web/notes.md", "templates/web/logo.png", "templates/web/page.html~"])
def test_other_files_are_no_templates(file: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """What no page is made of is not read."""
    root = site()
    put(root, file, "{% if %}")
    assert run("--root", root, "check").status == 0


def test_the_templates_of_the_project_are_whole(run: Callable[..., Ran], site: Callable[..., Path]) -> None:
    """Copied into a site as they are, nothing is told of them."""
    root, project = site(), Path(__file__).parents[2]
    for folder in ("web", "print"):
        for path in (project / "templates" / folder).iterdir():
            put(root, f"templates/{folder}/{path.name}", path.read_text(encoding="utf-8"))
    assert run("--root", root, "check", "--format", "json").findings() == []
