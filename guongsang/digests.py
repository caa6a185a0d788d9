"""Digests of what goes into something, by which it is known again."""

import hashlib
import io
import pickle

SIZE = 16
"""Bytes of a digest."""


def digest_of(*parts: bytes | str) -> bytes:
    """Return a digest of several parts, each with its length."""
    digest = hashlib.blake2b(digest_size=SIZE)
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
