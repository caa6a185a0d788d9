"""The file in which records are written: SQLite, thrown away where it is not sound.

A file that is broken, foreign, of another version of the program or half written is an empty one, and where it cannot
be written nothing is lost but time. Each value is compared with a digest of its own before it is used, and may hold
data and classes of this program only, so that a foreign file cannot make it run anything else.
"""

import hashlib
import io
import pickle
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from guongsang import HOME
from guongsang.digests import SIZE, digest_of

if TYPE_CHECKING:
    from sqlite3 import Connection

Fresh: TypeAlias = dict[bytes, tuple[str, Any]]
"""What was made and is not written yet, with its room, by key."""
NOTHING = object()
"""Stands for a value that is not there."""
_KEPT_DAYS = 30
_WAIT = 1.0
"""Seconds to wait for another run that is writing into the same file."""
_AT_ONCE = 500
"""Keys in one question to the file; SQLite takes 999 or more."""
_OTHER_CLASSES = {("datetime", "date"), ("builtins", "frozenset"), ("builtins", "set")}
_TABLES = """
CREATE TABLE IF NOT EXISTS program (digest BLOB);
CREATE TABLE IF NOT EXISTS record (key BLOB PRIMARY KEY, room TEXT, value BLOB, day INTEGER);
CREATE INDEX IF NOT EXISTS rooms ON record (room);
"""


class RecordFile:
    """A file of records that is open."""

    def __init__(self, database: "Connection") -> None:
        """Begin with a sound file."""
        self._database: Connection | None = database

    def value(self, key: bytes) -> Any:
        """Return the value of a key; `NOTHING` where there is none."""
        rows = self._rows("SELECT value FROM record WHERE key = ?", key)
        return _unpacked(rows[0][0]) if rows else NOTHING

    def values(self, keys: Sequence[bytes]) -> dict[bytes, Any]:
        """Return the values that there are of many keys."""
        found: dict[bytes, Any] = {}
        for i in range(0, len(keys), _AT_ONCE):
            some = keys[i : i + _AT_ONCE]
            places = ", ".join("?" * len(some))
            found |= _all_unpacked(self._rows(f"SELECT key, value FROM record WHERE key IN ({places})", *some))
        return found

    def values_of(self, room: str) -> dict[bytes, Any]:
        """Return all values of a room by their keys."""
        return _all_unpacked(self._rows("SELECT key, value FROM record WHERE room = ?", room))

    def write(self, fresh: Fresh, asked: set[bytes]) -> None:
        """Write what is new, and forget what nobody has asked for in thirty days."""
        if self._database is not None:
            with suppress(*_faults()):
                _write(self._database, fresh, asked)

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            with suppress(*_faults()):
                self._database.close()
        self._database = None

    def _rows(self, query: str, *wanted: bytes | str) -> list[Any]:
        """Ask the file; where it cannot answer, it is left."""
        if self._database is None:
            return []
        try:
            return self._database.execute(query, wanted).fetchall()
        except _faults():
            self.close()
            return []


class _Reader(pickle.Unpickler):
    """Reads values of classes of this program, and a few plain ones."""

    _classes: ClassVar[dict[tuple[str, str], type]] = {}
    """The classes that were looked up; thousands of values name the same few."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class. Raises UnpicklingError for all else."""
        if (module, name) not in self._classes:
            self._classes[module, name] = self._class(module, name)
        return self._classes[module, name]

    def _class(self, module: str, name: str) -> type:
        found: Any = super().find_class(module, name) if module.startswith("guongsang.") else None
        if isinstance(found, type):
            return found
        if (module, name) in _OTHER_CLASSES:
            wanted: type = super().find_class(module, name)
            return wanted
        raise pickle.UnpicklingError(f"{module}.{name}")


def _packed(value: Any) -> bytes:
    data = pickle.dumps(value, 5)
    return _own_digest(data) + data


def _own_digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=SIZE).digest()


def _unpacked(data: bytes) -> Any:
    """Return a value from its bytes; `NOTHING` where they are damaged or hold anything else."""
    own, rest = data[:SIZE], data[SIZE:]
    if _own_digest(rest) != own:
        return NOTHING
    with suppress(Exception):  # whatever a foreign file makes of reading it
        return _Reader(io.BytesIO(rest)).load()
    return NOTHING


def _all_unpacked(rows: Iterable[tuple[bytes, bytes]]) -> dict[bytes, Any]:
    """Return the values of some keys, without those that are damaged."""
    values = ((key, _unpacked(data)) for key, data in rows)
    return {key: value for key, value in values if value is not NOTHING}


def open_file(file: Path) -> RecordFile | None:
    """Open the file of records, anew where it is none of this program; None where there can be none."""
    for _ in range(2):
        try:
            return RecordFile(_connected(file))
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


@cache
def program_digest() -> bytes:
    """Return a digest of the program, of its libraries and of Python, as they were when it was first asked for."""
    files = sorted((HOME / "guongsang").rglob("*.py"))
    return digest_of(sys.version, *(path.read_bytes() for path in (HOME / "requirements.lock.txt", *files)))
