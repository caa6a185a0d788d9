"""Pictures of contributors: the only room that imports Pillow.

What a picture is, is seen from its content, never from its name; only JPEG, PNG and WebP are opened, and never one of
more than 40 million pixels, which is read from the header before a single pixel is. Every published picture is drawn
anew from its pixels, turned the way it was taken, so nothing that a camera or phone wrote beside them (place, time,
comments) remains. Pillow is imported when a picture is opened, as most builds only meet pictures that they know.
"""

import hashlib
import io
import re
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import PIL

from guongsang.cache import Keep
from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Message, say
from guongsang.read.foreign import HEAD, Foreign, picture_cure, recognised
from guongsang.read.picture_parts import has_too_many_layers, has_too_many_parts

if TYPE_CHECKING:
    from PIL import Image

PIXEL_LIMIT = 40_000_000
_SIDE_LIMIT = 65_535
"""Points of a side; no JPEG has more, and Pillow keeps a list of all rows."""
_FORMATS = ("JPEG", "PNG", "WEBP")
_SUFFIXES = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}
SUFFIXES = frozenset(suffix for suffixes in _SUFFIXES.values() for suffix in suffixes)
_ORIENTATION = 0x0112
SMALLER = say("make it smaller: 2,000 points on the longer side are plenty")
DAMAGE = (OSError, SyntaxError, ValueError)
_LOOK = f"2 {PIL.__version__}"
"""Which look gave what is kept; its number is counted up when what is refused or told of a picture changes."""
_KEPT = re.compile(rb"([0-9a-f]{64}) (\d{1,8}) (\d{1,8}) (JPEG|PNG|WEBP) ([01])")


@dataclass(frozen=True)
class PictureInfo:
    """What the header of a picture says: size as it will be shown, format, whether it carries metadata."""

    width: int
    height: int
    format: str
    metadata: bool


Look: TypeAlias = Callable[[bytes, str], PictureInfo | Finding]


class _Unsound(Exception):
    """A picture is not sound, so there is nothing to keep."""

    def __init__(self, finding: Finding) -> None:
        """Keep what is wrong."""
        super().__init__(finding.code)
        self.finding = finding


def inspect_picture(
    data: bytes, file: str, keep: Keep | None = None, look: Look | None = None
) -> PictureInfo | Finding:
    """Look at a picture's header and see that its content is whole; `keep` may know it from an earlier look.

    Only of a sound picture something is kept, under a digest of its bytes, its ending and the versions of the look.
    `look` may look at it in another way than `look_at`.
    """
    look = look or look_at
    if keep is None:
        return look(data, file)

    def make() -> bytes:
        looked = look(data, file)
        if isinstance(looked, Finding):
            raise _Unsound(looked)
        return f"{digest} {looked.width} {looked.height} {looked.format} {looked.metadata:d}".encode()

    ending = next((s for s in SUFFIXES if file.lower().endswith(s)), "")
    digest = hashlib.sha256(f"{_LOOK} {ending} ".encode() + data).hexdigest()
    try:
        kept = keep(f"{digest}.look", make)
    except _Unsound as fault:
        return fault.finding
    return _as_kept(kept, digest, ending) or look(data, file)


def _as_kept(kept: bytes, digest: str, ending: str) -> PictureInfo | None:
    """Read what was kept of a look; None where it is that of another picture, or no look can have given it."""
    match = _KEPT.fullmatch(kept)
    if match is None or match[1].decode() != digest:
        return None
    width, height, form = int(match[2]), int(match[3]), match[4].decode()
    possible = 0 < width * height <= PIXEL_LIMIT and ending in _SUFFIXES[form]
    return PictureInfo(width, height, form, match[5] == b"1") if possible else None


def look_at(data: bytes, file: str) -> PictureInfo | Finding:
    """Look at a picture; raises MemoryError where that is limited."""
    from PIL import Image, UnidentifiedImageError

    if has_too_many_parts(data):
        return _in_parts(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                width, height = image.size
                if width * height > PIXEL_LIMIT or max(width, height) > _SIDE_LIMIT:
                    return _too_large(file, width, height)
                if has_too_many_layers(data, width * height):
                    return _in_parts(file)
                form = _format(image)
                if not file.lower().endswith(_SUFFIXES[form]):
                    return _bad(
                        file,
                        say("the file is a {format} picture under another name", format=form),
                        say("give it the ending {ending}", ending=_SUFFIXES[form][0]),
                    )
                turned, metadata = turn_of(image) in (5, 6, 7, 8), _has_metadata(image)
                decoded(data, None, 1)
                return PictureInfo(height if turned else width, width if turned else height, form, metadata)
    except UnidentifiedImageError:
        return _other(data, file)
    except Image.DecompressionBombError:
        return find(
            "image-too-large",
            Place(file),
            say("the picture has far more than 40 million points"),
            SMALLER,
        )
    except DAMAGE:
        return _damaged(file)


def turn_of(image: "Image.Image") -> int:
    """Return how a picture must be turned to stand upright, as a number of EXIF (1 to 8); 1 where it is unreadable."""
    try:
        turn = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # Pillow raises almost anything over broken EXIF, which is no fault of the pixels
        return 1
    return turn if isinstance(turn, int) else 1


def _has_metadata(image: "Image.Image") -> bool:
    """Return whether anything is written beside the pixels; EXIF that nobody can read counts."""
    try:
        exif = bool(image.getexif())
    except Exception:
        exif = True
    return exif or any(image.info.get(name) for name in ("comment", "xmp", "photoshop"))


def _format(image: "Image.Image") -> str:
    """Name the format; several photos in one file, as some phones write them, are a JPEG to all who know one only."""
    return "JPEG" if image.format == "MPO" else str(image.format)


def decoded(data: bytes, mode: str | None, longest: int) -> "Image.Image":
    """Decode all of a picture. Raises one of `DAMAGE`.

    Of a photo as many points are made as are wanted, though all of its data is read, so damage shows. A kind of photo
    that knows no scale (lossless JPEG) is decoded as it is.
    """
    from PIL import Image

    image = Image.open(io.BytesIO(data), formats=_FORMATS)
    if image.draft(mode, (longest, longest)):
        with suppress(*DAMAGE):
            image.load()
            return image
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    image.load()
    return image


def _other(data: bytes, file: str) -> Finding:
    """Report what a file is that bears the name of a picture and is none of the three kinds."""
    foreign = recognised(data[:HEAD], file)
    if foreign is None:
        return _bad(file, say("this is not a JPEG, PNG or WebP picture"), say("save the picture again as JPEG"))
    return _damaged(file) if f".{foreign.way}" in SUFFIXES else no_picture(file, foreign)


def _damaged(file: str) -> Finding:
    cure = say("copy it again from where it came from, or save it again as JPEG")
    return _bad(file, say("the picture is damaged"), cure)


def _in_parts(file: str) -> Finding:
    cure = say("open it in a program for pictures and save it again as JPEG")
    return _bad(file, say("the picture is made of more parts than a camera or program writes"), cure)


def no_picture(file: str, foreign: Foreign) -> Finding:
    """Report that a file cannot be shown as a picture, what it is, and how it becomes one."""
    message = say("this is {what}; pages show JPEG, PNG and WebP pictures only", what=foreign.what)
    if f".{foreign.way}" in SUFFIXES:
        message = say("this is {what}, but its name does not end as that of one", what=foreign.what)
    return _bad(file, message, picture_cure(foreign, file))


def _bad(file: str, message: Message, hint: Message) -> Finding:
    return find("bad-image", Place(file), message, hint)


def _too_large(file: str, width: int, height: int) -> Finding:
    message = say("the picture has {width} × {height} points; the limit is 40 million", width=width, height=height)
    if width * height <= PIXEL_LIMIT:
        message = say(
            "a side of the picture has {n} points; the limit is {limit}", n=max(width, height), limit=_SIDE_LIMIT
        )
    return find(
        "image-too-large",
        Place(file),
        message,
        SMALLER,
    )


def size_of(data: bytes) -> tuple[int, int]:
    """Return width and height of a sound picture in pixels; its head alone is read."""
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        return image.size


@dataclass(frozen=True)
class Picture:
    """A picture file of the content: path from the site's root and bytes.

    Size in pixels once it is known to be sound.
    """

    file: str
    data: bytes
    width: int
    height: int
    format: str
