"""A place in a tree that is being read: the node, its path, and what it is called in messages."""

from dataclasses import dataclass

from guongsang.findings import find
from guongsang.i18n.messages import Message
from guongsang.read.fields.kinds import FieldPath, Reading, field_name
from guongsang.read.yaml.node import Node


class Wrong(Exception):
    """A value does not fit its kind; the finding is already kept."""


# A frozen class takes three times as long to make, and one is made for each value of a site.
@dataclass(slots=True)
class Cursor:
    """One node of a tree; `key` is the span of its name, where what is missing in it is reported."""

    reading: Reading
    node: Node
    path: FieldPath
    key: tuple[int, int]
    label: Message

    @property
    def name(self) -> Message:
        """Return how messages name the field."""
        return field_name(self.label, self.path)

    def item(self, node: Node, part: str | int, key: tuple[int, int] | None = None) -> "Cursor":
        """Return the cursor of a node inside, which has the same label; `key` is its own span by default."""
        return Cursor(self.reading, node, (*self.path, part), key or (node.start, node.end), self.label)

    def report(self, message: Message, hint: Message, code: str = "wrong-type", replacement: str | None = None) -> None:
        """Keep a finding at the node, with what belongs there; one over several lines is shown by its first."""
        node, source = self.node, self.reading.source
        end = min(node.end, source.line_end(node.start)) if node.text is None else node.end
        self.reading.blame(self.path)
        finding = find(code, source.place(node.start, max(end, node.start + 1)), message, hint)
        self.reading.findings.append(finding.mended_by(replacement if node.plain else None))

    def wrong(self, message: Message, hint: Message, code: str = "wrong-type", replacement: str | None = None) -> Wrong:
        """Keep a finding at the node and return what is to be raised."""
        self.report(message, hint, code, replacement)
        return Wrong()
