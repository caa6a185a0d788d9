"""What reading gives: documents, entries, and the whole content of a site.

A `Document` is one file, `<slug>.<lang>.md`. An `Entry` is what belongs together: the source file, which holds every
fact and its own words, and the translations, which hold words only. Words are kept flat, by path; an item of a list
that has an id is named by it, any other by its position, so that a word has the same path in every language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guongsang.findings import Place
from guongsang.read.fields.documents import DOCUMENTS
from guongsang.read.fields.kinds import FieldPath, Group
from guongsang.read.markdown.tree import Body
from guongsang.read.source import Source


@dataclass(frozen=True)
class Document:
    """One file after reading: its values (source file) or words only (translation), and where each of them stands.

    `unfilled` names the values still to be written: True where a text stands there, False where a fact is wanting.
    """

    file: str
    kind: str
    lang: str
    source: Source
    data: Mapping[str, Any]
    words: Mapping[FieldPath, str]
    body: Body
    spans: Mapping[FieldPath, tuple[int, int]] = field(default_factory=dict)
    keys: Mapping[FieldPath, tuple[int, int]] = field(default_factory=dict)
    fence: tuple[int, int] = (0, 0)
    translates: str | None = None
    unfilled: Mapping[FieldPath, bool] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        """Return whether anything in it is still to be filled in."""
        return bool(self.unfilled) or self.body.unfilled

    @property
    def written(self) -> bool:
        """Return whether it has a body with nothing left to fill in."""
        return bool(self.body.text.strip()) and not self.body.unfilled

    def place(self, *path: str | int) -> Place:
        """Return the place of a value; of a missing one, that of its parent's key, else the opening fence."""
        if path in self.spans:
            start, end = self.spans[path]
            line_end = self.source.text.find("\n", start)
            return self.source.place(start, end if line_end < 0 or end <= line_end else line_end)
        for length in range(len(path) - 1, 0, -1):
            if path[:length] in self.keys:
                return self.source.place(*self.keys[path[:length]])
            if path[:length] in self.spans:
                start, end = self.spans[path[:length]]
                return self.source.place(start, start + 1)
        return self.source.place(*self.fence)

    def key_place(self, *path: str | int) -> Place:
        """Return the place of a field's name."""
        return self.source.place(*self.keys[path]) if path in self.keys else self.place(*path)


def table_of(kind: str) -> Group:
    """Return the table of fields of a kind of document."""
    return DOCUMENTS[kind]
