"""PNG pictures of every kind of points that the format knows, written by hand, so that each point is known."""

import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Numbers of a point by kind: grey, colours, place in a palette, grey and alpha, colours and alpha."""
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


@dataclass(frozen=True)
class Points:
    """What a PNG holds: kind and bits of its numbers, the number of each point, palette, what is transparent."""

    kind: int
    bits: int
    at: Callable[[int, int], Sequence[int]]
    palette: bytes = b""
    clear: bytes = b""
    interlaced: bool = False


def png(points: Points, width: int, height: int) -> bytes:
    """Write a PNG."""
    head = struct.pack(">IIBBBBB", width, height, points.bits, points.kind, 0, 0, points.interlaced)
    passes = _PASSES if points.interlaced else ((0, 0, 1, 1),)
    rows = b"".join(
        _row(points, [points.at(x, y) for x in range(left, width, right)])
        for left, top, right, down in passes
        for y in range(top, height, down)
        if left < width
    )
    chunks = [(b"IHDR", head), (b"PLTE", points.palette), (b"tRNS", points.clear), (b"IDAT", zlib.compress(rows))]
    written = b"".join(_chunk(name, data) for name, data in chunks if data)
    return b"\x89PNG\r\n\x1a\n" + written + _chunk(b"IEND", b"")


def _row(points: Points, row: Sequence[Sequence[int]]) -> bytes:
    """Write a row without a filter; numbers of less than eight bits share bytes, the first in the upper bits."""
    bits = "".join(f"{number:0{points.bits}b}" for point in row for number in point)
    bits += "0" * (-len(bits) % 8)
    return b"\0" + bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits), 8))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
