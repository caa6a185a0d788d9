"""Remembers what stages made, by a digest of all that went in, in memory and in one file that may be thrown away.

Nobody keeps a list of what depends on what: whatever a value is made of goes into its digest, and so does the program
itself (`record_file`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from guongsang.digests import digest_of
from guongsang.record_file import NOTHING, Fresh, open_file
from guongsang.workers import number_of_shares, shared_out

Made = TypeVar("Made")


class Records:
    """Values by the digest of what they were made of; without a file they live as long as this does.

    `jobs` is how many processes may make them at once.
    """

    def __init__(self, file: Path | None = None, jobs: int = 1) -> None:
        """Begin with what the file holds, if it can be read."""
        self.jobs = jobs
        self._left_alone: list[object] = []
        self._values: dict[bytes, Any] = {}
        self._asked: set[bytes] = set()
        self._fresh: Fresh = {}
        self._file = open_file(file) if file else None

    def recall(self, room: str, given: Iterable[bytes | str], make: Callable[[], Made]) -> Made:
        """Return what a room makes of something, made now or before.

        `make` must depend on nothing but what is given, and what it returns must never be changed.
        """
        key = digest_of(room, *given)
        self._asked.add(key)
        if key in self._values:
            made: Made = self._values[key]
            return made
        value: Any = self._file.value(key) if self._file else NOTHING
        if value is NOTHING:
            value = make()
            self._fresh[key] = room, value
        made = self._values[key] = value
        return made

    def make_ahead(self, room: str, wanted: Iterable[tuple[Sequence[bytes | str], Callable[[], Any]]]) -> None:
        """Take what the file holds of several values at once; make the others in several processes where that pays.

        They are recalled then.
        """
        makers = {digest_of(room, *given): make for given, make in wanted}
        self._take_from_file(makers)
        missing = [(key, make) for key, make in makers.items() if key not in self._values]
        if number_of_shares(self.jobs, len(missing)) > 1:
            for made in shared_out(self.jobs, missing, _made, self.leave_file):
                self.take_in({key: (room, value) for key, value in made.items()})

    def take_ahead(self, room: str, wanted: Iterable[Sequence[bytes | str]]) -> None:
        """Take what the file holds of several values of a room at once; they are recalled then."""
        self._take_from_file(digest_of(room, *given) for given in wanted)

    def load(self, room: str) -> None:
        """Take all that the file holds of a room into memory, for processes that must leave it alone."""
        if self._file:
            self._values |= self._file.values_of(room)

    def leave_file(self) -> None:
        """Leave the file alone from now on, in a process that was divided from the one that opened it."""
        self._left_alone.append(self._file)
        self._file = None

    @property
    def fresh(self) -> Fresh:
        """Return what was made and is not written yet, to be handed to another process."""
        return self._fresh

    def take_in(self, fresh: Fresh) -> None:
        """Take in what another process made."""
        self._fresh |= fresh
        self._values |= {key: value for key, (_, value) in fresh.items()}
        self._asked |= fresh.keys()

    def settle(self) -> None:
        """Write what is new, and forget what nobody has asked for since the last time."""
        self._values = {key: self._values[key] for key in self._asked & self._values.keys()}
        if self._file:
            self._file.write(self._fresh, self._asked)
        self._fresh, self._asked = {}, set()

    def close(self) -> None:
        """Let go of the file."""
        if self._file:
            self._file.close()
        self._file = None

    def _take_from_file(self, keys: Iterable[bytes]) -> None:
        """Take the values of many keys, which costs a third of asking for each."""
        if self._file:
            self._values |= self._file.values([key for key in keys if key not in self._values])


@contextmanager
def records_of(root: Path, jobs: int) -> Iterator[Records]:
    """Yield the records of a site, and write what is new in the end."""
    records = Records(root / ".cache" / "records.sqlite", jobs)
    try:
        yield records
    finally:
        records.settle()
        records.close()


def _made(missing: Sequence[tuple[bytes, Callable[[], Any]]]) -> dict[bytes, Any]:
    return {key: make() for key, make in missing}
