"""Sites in other languages: their catalogues, their pages, and what is found in them."""

import json
from collections.abc import Callable
from pathlib import Path

from support.program import Ran
from support.site import tree

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
"""The head of a catalogue."""


def catalogue(root: Path, code: str, text: str) -> None:
    """Write a catalogue of a site."""
    path = root / "locales" / f"{code}.po"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def build(run: Callable[..., Ran], root: Path, *words: str) -> dict[str, str]:
    """Build a site without papers and give its pages."""
    ran = run("--root", root, "--today", "2025-01-15", "build", "--no-print", *words)
    assert ran.status == 0, ran.out + ran.err
    return {n: data.decode() for n, data in tree(root / "output/site").items() if n.endswith((".html", ".xml"))}


def found(run: Callable[..., Ran], root: Path, *codes: str) -> list[dict[str, object]]:
    """Check a site and give the findings of some codes, in English."""
    ran = run("--root", root, "--lang", "en", "--today", "2025-01-15", "check", "--format", "json")
    return [f for f in json.loads(ran.out)["findings"] if f["code"] in codes]
