"""What is noted of each release beside it: which exemplars it shows, and what of them was withheld when it was made.

So it is known of an old release whether it shows what may not be shown any more. The note lies with the kept releases,
never in the web root.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from guongsang.publish.contents import read_if_there
from guongsang.publish.release import manifest_rows
from guongsang.publish.shrinking import exemplars_among
from guongsang.publish.web_root.root import WebRoot
from guongsang.publish.withheld import Withheld


@dataclass(frozen=True)
class Note:
    """The ids of the exemplars that a release shows, and what was withheld then (2022/qlxd-01 name)."""

    shown: frozenset[str]
    withheld: frozenset[str]

    @property
    def data(self) -> bytes:
        """Return the note as it is written."""
        return json.dumps({"shown": sorted(self.shown), "withheld": sorted(self.withheld)}).encode()


def note_of(output: Path, withheld: Withheld) -> Note:
    """Make the note of a release from the sources of the pages in an output."""
    pages = (row for row in manifest_rows(output) if row.get("kind") == "page")
    return Note(exemplars_among(str(row.get("source")) for row in pages), withheld.parts)


def read_note(root: WebRoot, number: int) -> Note | None:
    """Return what is noted of a release; None where nothing is that can be understood. Raises OSError."""
    try:
        whole = json.loads(read_if_there(root.place(f"{number}.json")))
        return Note(frozenset(map(str, whole["shown"])), frozenset(map(str, whole["withheld"])))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def shows_withheld(root: WebRoot, number: int, withheld: Withheld) -> bool:
    """Return whether a release shows an exemplar of which something is withheld now and was not then.

    Of a release that nothing is noted of, nobody knows; so it does as soon as any exemplar is withdrawn.
    """
    note = read_note(root, number)
    if note is None:
        return bool(withheld.files)
    return bool({part.partition(" ")[0] for part in withheld.parts - note.withheld} & note.shown)
