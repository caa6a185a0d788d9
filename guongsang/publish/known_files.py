"""Files of the last output that are known to come out the same, before they are made.

Such a file is known by a digest of what it is made of; remembered is the digest of what came out, and what had to be
counted in it. Only what is not known here has to be made.
"""

from collections.abc import Iterable

from guongsang.publish.planned import Planned
from guongsang.publish.release import Staged
from guongsang.records import Records

_ROOM = "known file"


class _NotKnown(Exception):
    """Nothing is remembered of a file."""


class KnownFiles:
    """What is remembered of the files of an output; one thread may ask."""

    def __init__(self, stage: Staged, records: Records) -> None:
        """Take what is remembered into memory."""
        self._stage, self._records = stage, records
        records.load(_ROOM)

    def link(self, files: Iterable[Planned]) -> dict[str, int]:
        """Link the files of the last output that were made of the same; return what was counted in each, by path."""
        return {file.path: count for file in files if (count := self._linked(file)) is not None}

    def _linked(self, file: Planned) -> int | None:
        try:
            digest, count = self._records.recall(_ROOM, file.given(), _not_known) if file.given else _not_known()
        except _NotKnown:
            return None
        return count if self._stage.link(file.bare, digest) else None

    def remember(self, file: Planned, count: int) -> None:
        """Remember a file that has just been made, and what was counted in it."""
        if file.given:
            self._records.recall(_ROOM, file.given(), lambda: (self._stage.rows[file.path]["sha256"], count))


def _not_known() -> tuple[str, int]:
    raise _NotKnown
