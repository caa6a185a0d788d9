"""A template is blamed only where a template is wrong, and the site's own where it hands something wrong to ours."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.render.html.body_html import _Writer
from guongsang.render.typst import printers
from support.program import Ran
from support.site import PROJECT, tree, write

BUILD = ("--lang", "en", "build", "--no-print")
PAGE = (PROJECT / "templates/web/page.html").read_text(encoding="utf-8")
TEXT = (PROJECT / "templates/web/_text.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("template", "text", "line"),
    [
        ("page.html", '{% from "_pictures.html" import photo with context %}\nx\n{{ photo(nobody, "", "6rem") }}\n', 3),
        ("page.html", '{% from "_pictures.html" import thumb with context %}\n{{ thumb(frame.nobody) }}\n', 2),
        ("page.html", "x\ny\n{{ link(nobody) }}\n", 3),
        ("page.html", "x\n{{ link(7) }}\n", 2),
        ("page.html", "x\n{{ body(title) }}\n", 2),
        ("page.html", "x\n{{ 1 / 0 }}\n", 2),
        (
            "page.html",
            PAGE.replace("{{ sheet(text) }}", "{{ sheet(txt) }}"),
            PAGE[: PAGE.index("{{ sheet(")].count("\n") + 1,
        ),
        ("_text.html", TEXT.replace("macro notes(", "macro notices("), 1),
        ("page.html", '{% include "none.html" %}', 1),
    ],
)
def test_the_own_template_is_named_with_its_line(
    site: Callable[..., Path], run: Callable[..., Ran], template: str, text: str, line: int
) -> None:
    """What a site's own template does wrong is told in it, wherever it shows."""
    root = site()
    write(root, f"templates/web/{template}", text)
    ran = run("--root", root, *BUILD)
    assert ran.status == 2 and "error[bad-template]" in ran.out
    assert f"--> templates/web/{template}:{line}:1" in ran.out
    assert not (root / "output").exists()


@pytest.mark.parametrize("own", [False, True], ids=["templates of the project", "an own template"])
@pytest.mark.parametrize("fault", [ValueError, KeyError, RecursionError, ArithmeticError])
def test_what_a_document_brings_about_is_no_fault_of_a_template(
    site: Callable[..., Path],
    run: Callable[..., Ran],
    monkeypatch: pytest.MonkeyPatch,
    own: bool,
    fault: type[Exception],
) -> None:
    """The page and its document are named, no template is, and what was published stays."""
    root = site()
    if own:
        write(root, "templates/web/page.html", PAGE)
    assert run("--root", root, *BUILD).status == 0
    before = tree(root / "output")
    shutil.rmtree(root / ".cache")

    def broken(*_: object) -> str:
        raise fault("unknown body node: h7")

    monkeypatch.setattr(_Writer, "nodes", broken)
    ran = run("--root", root, *BUILD)
    assert ran.status == 3 and "bad-template" not in ran.out + ran.err and "Traceback" not in ran.err
    assert "(from content/" in ran.err and "unknown body node: h7" in ran.err and "draft: true" in ran.err
    assert tree(root / "output") == before


def test_a_paper_that_our_templates_cannot_set_names_its_document(
    site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same on paper."""

    def refused(*_: object) -> bytes:
        raise printers.PaperError("unknown body node: h7")

    monkeypatch.setattr(printers.TypstPool, "print", refused)
    root = site()
    ran = run("--root", root, "--lang", "en", "build")
    assert ran.status == 3 and "bad-template" not in ran.out and "(from content/" in ran.err
