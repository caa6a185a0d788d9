"""What of each exemplar may not be shown, for those who publish and prove copies of the site.

A build notes it in `office/withheld.json`, by ids and without names. So a later publish knows which older releases show
what may not be shown any more, and `verify` knows which files of a copy are those of a withdrawn exemplar.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guongsang.publish.contents import read_if_there
from guongsang.publish.release import File

WITHHELD = "office/withheld.json"
_VERSION = 1


@dataclass(frozen=True)
class Withheld:
    """What may not be shown: `parts` as id and part (2022/qlxd-01 name), `files` of withdrawn exemplars with their id.

    Paths are below the output.
    """

    parts: frozenset[str] = frozenset()
    files: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Nothing withheld is false."""
        return bool(self.parts)

    def as_file(self) -> File:
        """Return the note as a file of the output."""
        whole = {"schema_version": _VERSION, "withheld": sorted(self.parts), "files": dict(self.files)}
        return File(
            WITHHELD, (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode(), "office"
        )


def read_withheld(output: Path) -> Withheld:
    """Read what a build noted; nothing where it noted nothing that can be understood. Raises OSError."""
    try:
        whole = json.loads(read_if_there(output / WITHHELD))
        if whole["schema_version"] != _VERSION:
            return Withheld()
        files = {str(path): str(exemplar) for path, exemplar in whole["files"].items()}
        return Withheld(frozenset(map(str, whole["withheld"])), files)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Withheld()
