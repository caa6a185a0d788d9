"""Pictures that take much to decode, looked at in a process that is stopped where it takes too much.

In come the bytes of a picture; out comes what `look_at` says of it. The others, nearly all, are looked at as they are,
since to start a process takes longer.
"""

import math
import warnings
from contextlib import suppress
from dataclasses import replace

from guongsang.bounded import BoundedWorker, Stopped
from guongsang.findings import Finding
from guongsang.read.files import stopped
from guongsang.read.picture_parts import has_too_many_parts
from guongsang.read.pictures import DAMAGE, SMALLER, PictureInfo, look_at, size_of

MEMORY = 600_000_000
"""Bytes that decoding may take; the largest sound picture takes about four hundred million."""
_USUAL_BYTES = 6_000_000
_USUAL_POINTS = 16_000_000
_SECONDS = 5


def look_within(bounded: BoundedWorker, data: bytes, file: str) -> PictureInfo | Finding:
    """Look at a picture, at a heavy one within the limits of a worker."""
    if not is_heavy(data):
        return look_at(data, file)
    try:
        return bounded.do(_SECONDS, look_at, data, file)
    except Stopped:
        return replace(stopped(file, SMALLER), code="image-too-large")


def is_heavy(data: bytes) -> bool:
    """Return whether a picture has so many bytes or points that only limits bound the time of its decoding."""
    if len(data) > _USUAL_BYTES:
        return True
    with suppress(*DAMAGE), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return not has_too_many_parts(data) and math.prod(size_of(data)) > _USUAL_POINTS
    return False
