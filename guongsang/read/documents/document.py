"""A document: one file, `<slug>.<lang>.md`, when only its fences and body are read, and when all of it is.

Words are kept flat, by path; an item of a list that has an id is named by it, any other by its position, so that a
word has the same path in every language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guongsang.findings import Place
from guongsang.read.fields.kinds import FieldPath, Tree
from guongsang.read.markdown.tree import Body
from guongsang.read.source import Source
from guongsang.read.yaml.node import Node


@dataclass(frozen=True)
class OpenedDocument:
    """A file whose fences and body are read; its fields are still a tree of YAML."""

    file: str
    kind: str
    lang: str
    source: Source
    fields: Node
    fence: tuple[int, int]
    body: Body


@dataclass(frozen=True)
class Document:
    """One file after reading: its values (source file) or words only (translation), and where each of them stands.

    `unfilled` names the values still to be written: True where a text stands there, False where a fact is wanting.
    `wrong` are the fields at the top in which something is wrong; `broken` is a file with fields that cannot be read.
    """

    file: str
    kind: str
    lang: str
    source: Source
    data: Tree
    words: Mapping[FieldPath, str]
    body: Body
    spans: Mapping[FieldPath, tuple[int, int]] = field(default_factory=dict)
    keys: Mapping[FieldPath, tuple[int, int]] = field(default_factory=dict)
    fence: tuple[int, int] = (0, 0)
    translates: str | None = None
    unfilled: Mapping[FieldPath, bool] = field(default_factory=dict)
    wrong: frozenset[str] = frozenset()
    broken: bool = False

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
            return self.source.place(start, min(end, self.source.line_end(start)))
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
