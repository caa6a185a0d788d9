"""Looks for what Typst cannot read in print templates, without a sheet and without setting anything.

A template is read as a whole before its first line is carried out. So a first line that stops is put in front: whoever
reaches it has been read.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import say
from guongsang.render.typst.typst_words import typst_in_own_words

if TYPE_CHECKING:
    from typst import TypstError

_STOP = "read-as-a-whole"
_PART = re.compile(r'#(?:import|include)\s+"(?:\./|/)?([^"/]+\.typ)"')


def unreadable_print_templates(templates: Mapping[str, str], known: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each print template, by its name, that cannot be read; places are in `templates/print`.

    One that names another which is none of the `known` cannot be read either.
    """
    if not templates:
        return
    import typst

    no_fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[])
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
                else:
                    yield from _lacking(name, text, known)


def _lacking(name: str, text: str, known: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each template that a template names at its margin and that is not there."""
    for number, line in enumerate(text.splitlines(), 1):
        part = _PART.match(line)
        if part and part[1] not in known:
            yield _bad(name, number, part.start(1) + 1, say("there is no template {name}", name=part[1]))


def _finding(name: str, fault: "TypstError") -> Finding:
    places = [part.split(":") for part in fault.diagnostic.split() if "read.typ:" in part]
    line, column = (int(number) for number in places[0][-2:]) if places else (1, 1)
    shift = len(f'#panic("{_STOP}");') if line == 1 else 0
    column = max(column + 1 - shift, 1)
    return _bad(name, line, column, typst_in_own_words(fault.message))


def _bad(name: str, line: int, column: int, reason: object) -> Finding:
    return find(
        "bad-template",
        Place(f"templates/print/{name}", line, column, line, column),
        say("the template cannot be used: {reason}", reason=reason),
        say("correct it, or remove it so that the project's own is used"),
    )
