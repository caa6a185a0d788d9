"""The parts that a picture is made of, counted before it is opened.

In come the bytes of a JPEG or PNG; out comes whether they are in far more parts than cameras and programs write. Some
kilobytes can hold a thousand layers of the same points, or a million empty remarks, and Pillow goes through each.
"""

from collections.abc import Iterator

_JPEG = b"\xff\xd8"
_PNG = b"\x89PNG\r\n\x1a\n"
_LAYER = b"\xff\xda"
_BARE = frozenset((0x01, *range(0xD0, 0xDA)))
"""Marks of a JPEG that no length follows."""
_PARTS_LIMIT = 50_000
"""A PNG of 20 MB in the smallest pieces that are usual has five thousand."""
_LAYERS_LIMIT = 1_000
_POINTS_LIMIT = 1_000_000_000
"""Points of all layers together; photos that come in layers have ten or so."""


def has_too_many_parts(data: bytes) -> bool:
    """Return whether a picture is in more parts than a sound one has."""
    parts = _jpeg_parts(data) if data.startswith(_JPEG) else _png_parts(data) if data.startswith(_PNG) else iter(())
    return any(number > _PARTS_LIMIT for number, _ in enumerate(parts, 1)) or _layers(data) > _LAYERS_LIMIT


def has_too_many_layers(data: bytes, points: int) -> bool:
    """Return whether the layers of a JPEG of so many points would keep the reader busy."""
    return _layers(data) * points > _POINTS_LIMIT


def _layers(data: bytes) -> int:
    return data.count(_LAYER) if data.startswith(_JPEG) else 0


def _jpeg_parts(data: bytes) -> Iterator[int]:
    """Yield where the parts of a JPEG before its points begin; what fills a gap counts as one each."""
    at = 2
    while data[at : at + 1] == b"\xff" and data[at : at + 2] != _LAYER:
        yield at
        code = data[at + 1 : at + 2]
        if code == b"\xff":
            at += 1
        elif code and code[0] in _BARE:
            at += 2
        else:
            at += 2 + max(int.from_bytes(data[at + 2 : at + 4], "big"), 2)


def _png_parts(data: bytes) -> Iterator[int]:
    """Yield where the parts of a PNG begin."""
    at = len(_PNG)
    while at < len(data):
        yield at
        at += 12 + int.from_bytes(data[at : at + 4], "big")
