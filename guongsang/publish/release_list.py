"""The list of files that lies in each published release, so that a copy of it can be proved anywhere.

It names what the release put there, each file with its SHA-256, and the number of the release; never a source or a
paper of the Office. As it lies in the folder itself, it changes places together with it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guongsang.publish.contents import read_if_there

RELEASE_LIST = ".guongsang-release.json"
_VERSION = 1


@dataclass(frozen=True)
class Release:
    """A release: its number, and its files with their SHA-256 by path."""

    number: int
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def data(self) -> bytes:
        """Return the list as it lies in the folder."""
        files = [{"path": path, "sha256": self.files[path]} for path in sorted(self.files)]
        whole = {"schema_version": _VERSION, "release": self.number, "files": files}
        return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read_release(folder: Path) -> Release | None:
    """Return the release that lies in a folder; None where there is none of ours. Raises OSError."""
    try:
        whole = json.loads(read_if_there(folder / RELEASE_LIST))
        if whole["schema_version"] != _VERSION:
            return None
        return Release(int(whole["release"]), {str(row["path"]): str(row["sha256"]) for row in whole["files"]})
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
