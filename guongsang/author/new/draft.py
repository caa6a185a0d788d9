"""A new document in the making."""

from dataclasses import dataclass, field
from typing import Any

from guongsang.author.new.placeholders import label_notes
from guongsang.author.new.yaml_writer import front_lines
from guongsang.i18n.messages import Catalogue, Message, say
from guongsang.read.content import Content
from guongsang.read.fields.kinds import FieldPath
from guongsang.read.tables.documents import DOCUMENTS


@dataclass(frozen=True)
class Draft:
    """A new document in the making: its tree of values, notes by path, and the parts of its body."""

    kind: str
    words: Catalogue
    tree: dict[str, Any]
    notes: dict[FieldPath, tuple[str, ...]] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)

    def tell(self, message: Message) -> str:
        """Write a message in the language that the file is written in."""
        return self.words.tell(message)

    def text(self) -> str:
        """Write the whole file."""
        table = DOCUMENTS[self.kind]
        last: dict[FieldPath, tuple[str, ...]] = {
            ("draft",): (self.tell(say("Remove this line when all is written.")),)
        }
        notes = {**label_notes(self.tree, table, self.words), **last, **self.notes}
        head = self.tell(say("Write what is asked in place of every [[ ]], brackets included."))
        lines = ["---", f"# {head}", *front_lines(self.tree, table, notes), "---"]
        return "\n".join(lines) + "\n" + "".join(f"\n{part}\n" for part in self.body).removeprefix("\n")


def source_words(content: Content) -> Catalogue:
    """Return the catalogue of the language that new files are written in."""
    code = content.config.source_language
    return content.config.catalogues.get(code, Catalogue(code))
