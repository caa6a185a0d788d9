"""Published scripts say what their sources say, without comments and blanks."""

import shutil
import subprocess
from pathlib import Path

import pytest

from guongsang.render.html.minify import minify
from support.site import PROJECT


@pytest.mark.parametrize(
    ("source", "published"),
    [
        ("const a = 1 // one\n\n  /* two\n  lines */\nlet b = a + +a\n", "const a=1\nlet b=a+ +a"),
        ("f('// a', \"/* b */\", `two\n  lines ${a + b}`)", "f('// a',\"/* b */\",`two\n  lines ${a + b}`)"),
        ("x = 'it\\'s' + \"a \\\" b\" // 'q'\n", "x='it\\'s'+\"a \\\" b\""),
        ("split(/[/\"' ]+ \\/ x/g, 1)", "split(/[/\"' ]+ \\/ x/g,1)"),
        ("return /a 'b/.test(a)", "return/a 'b/.test(a)"),
        ("n = a / 2 / b | 0", "n=a/2/b|0"),
        ("let a\n  [1, 2].map(f)\nf()\n(b)\n", "let a\n[1,2].map(f)\nf()\n(b)"),
        ("list\n  .map(f)\n  .filter(g)\n", "list.map(f).filter(g)"),
        ("if (a) {\n  b()\n} else if (c in d) {\n  e()\n}\nf()\n", "if(a){b()}else if(c in d){e()}\nf()"),
        ("a\n++b", "a\n++b"),
        ("async x => {\r\n  await y\r\n}\r\n", "async x=>{await y}"),
    ],
)  # fmt: skip
def test_only_comments_and_blanks_are_left_out(source: str, published: str) -> None:
    """Texts, templates and regular expressions stay as they are, and so does what parts statements and words."""
    assert minify("a.js", source.encode()).decode() == published


@pytest.mark.parametrize(
    "path", [PROJECT / "static/search.js", PROJECT / "templates/preview/client.js"], ids=lambda path: path.name
)
def test_our_scripts_stay_scripts(path: Path) -> None:
    """Of a published script nothing more can be left out; where Node is installed, Node can read it."""
    script = minify(path.name, path.read_bytes())
    assert minify(path.name, script) == script
    if node := shutil.which("node"):
        subprocess.run([node, "--check", "-"], input=script, check=True)


def test_other_files_stay_as_they_are() -> None:
    """What is no script or style sheet is published byte by byte."""
    assert minify("a.svg", b"<svg>  // \r\n</svg>") == b"<svg>  // \r\n</svg>"
