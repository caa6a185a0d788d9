"""Digests of what goes into something, by which it is known again."""

import hashlib
import io
import pickle
from collections.abc import Callable
from dataclasses import fields
from functools import cached_property
from typing import Any

SIZE = 16
"""Bytes of a digest."""
_OWN: dict[type, Callable[[Any], Any]] = {}
"""How values that have digests of their own are written, by their class."""


def digest_of(*parts: bytes | str) -> bytes:
    """Return a digest of several parts, each with its length."""
    digest = hashlib.blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()


class Digested:
    """A dataclass of which a value is digested once, however many others hold it."""

    def __init_subclass__(cls) -> None:
        """Have pickle write the digests of such values in their place."""
        _OWN[cls] = lambda value: (bytes, (value.own_digest,))

    @cached_property
    def own_digest(self) -> bytes:
        """Return a digest of all fields."""
        values: Any = self
        return value_digest([type(self).__qualname__, *(getattr(self, field.name) for field in fields(values))])


def value_digest(value: object) -> bytes:
    """Return a digest of a value that pickle can write; equal values have the same one, whatever they share."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, 5)
    pickler.dispatch_table = _OWN
    pickler.fast = True  # what was met before is written again, not named
    pickler.dump(value)
    return digest_of(buffer.getvalue())
