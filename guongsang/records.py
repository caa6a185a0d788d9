"""Remembers what stages made, by a digest of all that went in, in memory and in one file that may be thrown away.

Nobody keeps a list of what depends on what: whatever a value is made of goes into its digest, and so does the program
itself. A file that is broken, foreign, of another version of the program or half written is an empty one, and where it
cannot be written nothing is lost but time. Each value is compared with a digest of its own before it is used, and may
hold data and classes of this program only, so that a foreign file cannot make it run anything else.
"""

import hashlib
import io
import pickle
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from guongsang import HOME
from guongsang.workers import number_of_shares, shared_out

if TYPE_CHECKING:
    from sqlite3 import Connection

Made = TypeVar("Made")
Fresh: TypeAlias = dict[bytes, tuple[str, Any]]
"""What was made and is not written yet, with its room, by key."""
_SIZE = 16
_KEPT_DAYS = 30
_WAIT = 1.0
"""Seconds to wait for another run that is writing into the same file."""
_OTHER_CLASSES = {("datetime", "date"), ("builtins", "frozenset"), ("builtins", "set")}
_TABLES = """
CREATE TABLE IF NOT EXISTS program (digest BLOB);
CREATE TABLE IF NOT EXISTS record (key BLOB PRIMARY KEY, room TEXT, value BLOB, day INTEGER) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS rooms ON record (room);
"""


def digest_of(*parts: bytes | str) -> bytes:
    """Return a digest of several parts, each with its length."""
    digest = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()


def value_digest(value: object) -> bytes:
    """Return a digest of a value that pickle can write; equal values have the same one, whatever they share."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, 5)
    pickler.fast = True  # what was met before is written again, not named
    pickler.dump(value)
    return digest_of(buffer.getvalue())


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
        self._database = _opened(file) if file else None

    def recall(self, room: str, given: Iterable[bytes | str], make: Callable[[], Made]) -> Made:
        """Return what a room makes of something, made now or before.

        `make` must depend on nothing but what is given, and what it returns must never be changed.
        """
        key = digest_of(room, *given)
        self._asked.add(key)
        if key in self._values:
            made: Made = self._values[key]
            return made
        value = self._stored(key)
        if value is _NOTHING:
            value = make()
            self._fresh[key] = room, value
        made = self._values[key] = value
        return made

    def make_ahead(self, room: str, wanted: Iterable[tuple[Sequence[bytes | str], Callable[[], Any]]]) -> None:
        """Make what is not known of several values in several processes, where that pays; they are recalled then."""
        makers = {digest_of(room, *given): make for given, make in wanted} if self.jobs > 1 else {}
        missing = [(key, make) for key, make in makers.items() if key not in self._values and not self._is_stored(key)]
        if number_of_shares(self.jobs, len(missing)) > 1:
            for made in shared_out(self.jobs, missing, _made, self.leave_file):
                self.take_in({key: (room, value) for key, value in made.items()})

    def load(self, room: str) -> None:
        """Take all that the file holds of a room into memory, for processes that must leave it alone."""
        rows = self._rows("SELECT key, value FROM record WHERE room = ?", room)
        values = ((key, _unpacked(data)) for key, data in rows)
        self._values |= {key: value for key, value in values if value is not _NOTHING}

    def leave_file(self) -> None:
        """Leave the file alone from now on, in a process that was divided from the one that opened it."""
        self._left_alone.append(self._database)
        self._database = None

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
        if self._database is not None:
            with suppress(*_faults()):
                _write(self._database, self._fresh, self._asked)
        self._fresh, self._asked = {}, set()

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            with suppress(*_faults()):
                self._database.close()
        self._database = None

    def _stored(self, key: bytes) -> Any:
        rows = self._rows("SELECT value FROM record WHERE key = ?", key)
        return _unpacked(rows[0][0]) if rows else _NOTHING

    def _is_stored(self, key: bytes) -> bool:
        return bool(self._rows("SELECT 1 FROM record WHERE key = ?", key))

    def _rows(self, query: str, wanted: bytes | str) -> list[Any]:
        """Ask the file; where it cannot answer, it is left."""
        if self._database is None:
            return []
        try:
            return self._database.execute(query, (wanted,)).fetchall()
        except _faults():
            self.close()
            return []


@contextmanager
def records_of(root: Path, jobs: int) -> Iterator[Records]:
    """Yield the records of a site, and write what is new in the end."""
    records = Records(root / ".cache" / "records.sqlite", jobs)
    try:
        yield records
    finally:
        records.settle()
        records.close()


_NOTHING = object()


def _made(missing: Sequence[tuple[bytes, Callable[[], Any]]]) -> dict[bytes, Any]:
    return {key: make() for key, make in missing}


class _Reader(pickle.Unpickler):
    """Reads values of classes of this program, and a few plain ones."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class. Raises UnpicklingError for all else."""
        found = super().find_class(module, name) if module.startswith("guongsang.") else None
        if isinstance(found, type):
            return found
        if (module, name) in _OTHER_CLASSES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")


def _packed(value: Any) -> bytes:
    data = pickle.dumps(value, 5)
    return _own_digest(data) + data


def _own_digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SIZE).digest()


def _unpacked(data: bytes) -> Any:
    """Return a value from its bytes; `_NOTHING` where they are damaged or hold anything else."""
    own, rest = data[:_SIZE], data[_SIZE:]
    if _own_digest(rest) != own:
        return _NOTHING
    with suppress(Exception):  # whatever a foreign file makes of reading it
        return _Reader(io.BytesIO(rest)).load()
    return _NOTHING


def _opened(file: Path) -> "Connection | None":
    """Open the file of records, anew where it is none of this program; None where there can be none."""
    for _ in range(2):
        try:
            return _connected(file)
        except _faults() as fault:
            if _is_busy(fault):
                return None
            with suppress(OSError):
                file.unlink()
    return None


def _is_busy(fault: Exception) -> bool:
    """Return whether another run holds the file; then there is nothing wrong with it."""
    import sqlite3

    return getattr(fault, "sqlite_errorcode", None) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _connected(file: Path) -> "Connection":
    import sqlite3

    file.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(file, timeout=_WAIT, isolation_level=None)
    try:
        database.execute("PRAGMA synchronous = OFF")
        database.executescript(_TABLES)
        database.execute("SELECT key, room, value, day FROM record LIMIT 1").fetchall()
        program = program_digest()
        if database.execute("SELECT digest FROM program").fetchall() != [(program,)]:
            database.executescript("BEGIN IMMEDIATE; DELETE FROM program; DELETE FROM record;")
            database.execute("INSERT INTO program VALUES (?)", (program,))
            database.execute("COMMIT")
            database.execute("VACUUM")
    except BaseException:
        database.close()
        raise
    return database


def _write(database: "Connection", fresh: Fresh, asked: set[bytes]) -> None:
    today = int(time.time() // 86_400)
    database.execute("BEGIN IMMEDIATE")
    database.executemany(
        "INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?)",
        ((key, room, _packed(value), today) for key, (room, value) in fresh.items()),
    )
    old = {key for (key,) in database.execute("SELECT key FROM record WHERE day < ?", (today,))}
    database.executemany("UPDATE record SET day = ? WHERE key = ?", ((today, key) for key in old & asked))
    database.execute("DELETE FROM record WHERE day < ?", (today - _KEPT_DAYS,))
    database.execute("COMMIT")


def _faults() -> tuple[type[Exception], ...]:
    """Return what goes wrong with a file of records."""
    import sqlite3

    return (sqlite3.Error, OSError)


def program_digest() -> bytes:
    """Return a digest of the program, of its libraries and of Python."""
    files = sorted((HOME / "guongsang").rglob("*.py"))
    return digest_of(sys.version, *(path.read_bytes() for path in (HOME / "requirements.lock.txt", *files)))
