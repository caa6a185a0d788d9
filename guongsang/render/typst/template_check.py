"""Looks for what Typst cannot read in print templates, without a sheet and without setting anything.

A template is read as a whole before its first line is carried out. So a first line that stops is put in front: whoever
reaches it has been read.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from typst import Fonts

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import say

_STOP = "read-as-a-whole"


def unreadable_print_templates(templates: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a finding for each print template, by its name, that cannot be read; places are in `templates/print`."""
    if not templates:
        return
    no_fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[])
    with TemporaryDirectory(prefix="paper-") as folder:
        root = Path(folder).resolve()
        compiler = typst.Compiler(root=root, font_paths=no_fonts, package_path=root, package_cache_path=root)
        for name, text in templates.items():
            (root / "read.typ").write_text(f'#panic("{_STOP}");{text}', encoding="utf-8", newline="\n")
            try:
                compiler.compile(input=root / "read.typ", format="pdf")
            except typst.TypstError as fault:
                if _STOP not in fault.message:
                    yield _finding(name, fault)


def _finding(name: str, fault: typst.TypstError) -> Finding:
    places = [part.split(":") for part in fault.diagnostic.split() if "read.typ:" in part]
    line, column = (int(number) for number in places[0][-2:]) if places else (1, 1)
    shift = len(f'#panic("{_STOP}");') if line == 1 else 0
    column = max(column + 1 - shift, 1)
    return find(
        "bad-template",
        Place(f"templates/print/{name}", line, column, line, column),
        say("the template cannot be used: {reason}", reason=_in_own_words(fault.message)),
        say("correct it, or remove it so that the project's own is used"),
    )


def _in_own_words(reason: str) -> object:
    """Return what is wrong in our own words for what is found most, else as Typst says it."""
    match reason:
        case "unclosed delimiter":
            return say("what opens here is not closed")
        case "unexpected closing delimiter":
            return say("what closes here was not opened")
        case "expected expression":
            return say("an expression is missing")
        case "unclosed string":
            return say("the end of this text is missing")
    return reason
