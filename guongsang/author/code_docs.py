"""The page of codes (`docs/codes.md`) as data: what each code means, in the languages of the page, with examples.

The page is written for people; this is the one place that knows its form: a heading `### `code``, then for each
language, in the order of `LANGUAGES`, paragraphs of which the first begins in bold, then examples as code.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from guongsang.i18n.languages import base_of

LANGUAGES = ("vi", "en")
_HEADING = re.compile(r"### `([a-z0-9-]+)`")
_BLOCK = re.compile(r"```\w*\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Explained:
    """What a code means, by language, and examples of a wrong and a right line."""

    texts: Mapping[str, str]
    examples: tuple[str, ...]

    def text_in(self, lang: str) -> str:
        """Write the meaning in a language, else in English, with the examples behind it."""
        text = self.texts.get(base_of(lang)) or self.texts.get("en", "")
        shown = [
            "\n".join(f"    {line}".rstrip() for line in example.rstrip().split("\n")) for example in self.examples
        ]
        return "\n\n".join([text, *shown])


def read_codes(page: str) -> dict[str, Explained]:
    """Read the page of codes."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    code = False
    for line in page.splitlines():
        code ^= line.startswith("```")
        if line.startswith("##") and not code:
            found = _HEADING.fullmatch(line)
            lines = sections.setdefault(found[1], []) if found else []
        else:
            lines.append(line)
    return {name: _explained("\n".join(section) + "\n") for name, section in sections.items()}


def _explained(section: str) -> Explained:
    examples = tuple(m[1] for m in _BLOCK.finditer(section))
    texts: list[list[str]] = []
    for paragraph in re.split(r"\n{2,}", _BLOCK.sub("\n\n", section).strip()):
        if paragraph.startswith("**"):
            texts.append([])
        if texts and paragraph.strip():
            texts[-1].append(paragraph.replace("**", ""))
    return Explained({lang: "\n\n".join(t) for lang, t in zip(LANGUAGES, texts, strict=False)}, examples)
