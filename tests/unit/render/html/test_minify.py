"""Scripts and style sheets as they are published."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.render.html.minify import minify
from support.site import PROJECT

SCRIPTS = sorted((PROJECT / "static").rglob("*.js"))
STYLES = sorted((PROJECT / "static").rglob("*.css"))


def script(text: str) -> str:
    """Minify a script."""
    return minify("a.js", text.encode()).decode()


def style(text: str) -> str:
    """Minify a style sheet."""
    return minify("a.css", text.encode()).decode()


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("let a = 1;\n", "let a=1;"),
        ("// remark\nlet a\nlet b", "let a\nlet b"),
        ("/* a\n b */ f()", "f()"),
        ("a + +b", "a+ +b"),
        ("a - -b", "a- -b"),
        ("a + -b", "a+-b"),
        ("return x", "return x"),
        ("a\nb", "a\nb"),
        ("a\n(b)", "a\n(b)"),
        ("a;\nb", "a;b"),
        ("f({\n a: 1,\n b })", "f({a:1,b})"),
        ("a\r\nb", "a\nb"),
        ("'a  // b'", "'a  // b'"),
        ('"a /* b */"', '"a /* b */"'),
        ("`a\n  ${b}`", "`a\n  ${b}`"),
        ("'\\' // x'", "'\\' // x'"),
        ("x = /a  b/g", "x=/a  b/g"),
        ("x = /[/ ]/", "x=/[/ ]/"),
        ("a / b / c", "a/b/c"),
        ("const đ = 1", "const đ=1"),
    ],
)
def test_blanks_and_remarks_go_and_texts_stay(text: str, small: str) -> None:
    """What stands in quotes, templates and regular expressions is never touched; ends of statements stay ends."""
    assert script(text).strip() == small


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("a { b: c; }", "a{b:c}"),
        ("a {\n  b: c;\n  d: e;\n}\n", "a{b:c;d:e}"),
        ("/* x */ a { b: c }", "a{b:c}"),
        ("a > b , c { d: e }", "a>b,c{d:e}"),
        ("a b { margin: 0 auto }", "a b{margin:0 auto}"),
        ("a:hover { x: calc(1px + 2px) }", "a:hover{x:calc(1px + 2px)}"),
        ("@media (min-width: 42rem) { a { b: c } }", "@media (min-width:42rem){a{b:c}}"),
        ("a { b: c;; }", "a{b:c}"),
        ("", ""),
    ],
)
def test_a_style_sheet_loses_what_only_its_writers_need(text: str, small: str) -> None:
    """Blanks that part two words of a value or a selector stay."""
    assert style(text).strip() == small


@pytest.mark.parametrize("name", ["a.svg", "a.woff2", "a.json", "a.js.map", "a.html"])
def test_other_files_stay_as_they_are(name: str) -> None:
    """Byte for byte."""
    assert minify(name, b"a  /* b */\r\n") == b"a  /* b */\r\n"


@pytest.mark.parametrize("path", [*SCRIPTS, *STYLES], ids=lambda path: path.name)
def test_what_is_small_stays_small(path: Path) -> None:
    """Minifying twice is minifying once, and saves something."""
    once = minify(path.name, path.read_bytes())
    assert minify(path.name, once) == once
    assert 0 < len(once) < path.stat().st_size


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no node")
@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_our_scripts_are_still_scripts(path: Path, tmp_path: Path) -> None:
    """A JavaScript engine reads what is published."""
    small = tmp_path / path.name
    small.write_bytes(minify(path.name, path.read_bytes()))
    assert subprocess.run(["node", "--check", small], capture_output=True, check=False).returncode == 0


@settings(deadline=None, max_examples=50)
@given(st.text("ab \\'\"`/*\n", max_size=20))
def test_a_text_in_quotes_is_never_touched(text: str) -> None:
    """Whatever stands in it."""
    literal = json.dumps(text)
    assert literal in script(f"x = {literal} ;  y")
