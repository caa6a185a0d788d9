"""The pictures that are published: drawn anew, in the sizes in which they are shown, under names made of their content.

A name holds a digest of the original and of the recipe, never the contributor's file name, which could be a person's
name. What a page shows is known from the header alone; a picture is drawn when its file is made, and `keep` may give
what was drawn before.
"""

import hashlib
import math
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from threading import Lock

from guongsang.cache import Keep, make_anew
from guongsang.findings import Place, SetupError, find
from guongsang.model.urls import ASSETS
from guongsang.read.pictures import Picture
from guongsang.render.draw import SAVE_AGAIN, Scaled, cannot_draw, draw, fallback_form, fitted, scaled, written

LONGEST = (240, 480, 960)
"""Points on the longer side: the small picture of a list, that of a profile, that of a body or of a dense screen."""
_RECIPE = "4"
_DOTS = 250
_RECENT = 4
"""Pictures that are held for their other form: to decode and scale takes as long as to write."""


@dataclass(frozen=True)
class WebImage:
    """A picture as a page shows it: path, paths with their widths in the old and the new form, width and height."""

    src: str
    sizes: tuple[tuple[str, str], ...]
    modern: tuple[tuple[str, str], ...]
    width: str
    height: str


@dataclass
class ImageStore:
    """Gives pictures to pages and papers, each what may be shown there; gathers the files to be published for pages."""

    pictures: Mapping[str, Picture]
    paper_pictures: Mapping[str, Picture]
    keep: Keep = make_anew
    files: dict[str, Callable[[], bytes]] = field(default_factory=dict)
    shown: dict[str, WebImage] = field(default_factory=dict)
    _recent: dict[tuple[str, int], "Future[Scaled]"] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def web(self, file: str) -> WebImage | None:
        """Return a picture of the content for a page; None where there is no such sound picture."""
        if file not in self.pictures:
            return None
        if file not in self.shown:
            self.shown[file] = self._show(self.pictures[file])
        return self.shown[file]

    def _show(self, picture: Picture) -> WebImage:
        sides = dict.fromkeys(min(longest, max(picture.width, picture.height)) for longest in LONGEST)
        forms = fallback_form(picture.format), "webp"
        shown = [
            [(self._file(picture, side, form), f"{self._width(picture, side)}w") for form in forms] for side in sides
        ]
        old, new = zip(*shown, strict=True)
        width, height = fitted(picture.width, picture.height, max(sides))
        return WebImage(old[-1][0], old, new, str(width), str(height))

    def _width(self, picture: Picture, side: int) -> int:
        return fitted(picture.width, picture.height, side)[0]

    def _file(self, picture: Picture, longest: int, form: str) -> str:
        """Name a picture of one size and form, and note that it is to be published."""
        name = f"{_digest(picture.data, longest)}.{form}"
        path = f"{ASSETS}/{name}"
        self.files[path] = partial(self.keep, name, partial(self._drawn, picture, longest, form))
        return path

    def _drawn(self, picture: Picture, longest: int, form: str) -> bytes:
        return _told(picture, lambda: written(self._scaled(picture, longest), form))

    def _scaled(self, picture: Picture, longest: int) -> Scaled:
        """Return a picture in a size; who asks for its other form at about the same time has it too."""
        key = picture.file, longest
        with self._lock:
            first = key not in self._recent
            if first:
                self._recent[key] = Future()
            for old in list(self._recent)[:-_RECENT]:
                del self._recent[old]
            wanted = self._recent[key]
        if first:
            try:
                wanted.set_result(scaled(picture.data, longest))
            except BaseException as fault:
                wanted.set_exception(fault)
        return wanted.result()

    def paper(self, file: str, longest: int = 1100) -> tuple[str, bytes] | None:
        """Return a name and the bytes of a picture for paper: at most 250 dots an inch over the width of a column."""
        picture = self.paper_pictures.get(file)
        if picture is None:
            return None
        form, longest = fallback_form(picture.format), min(longest, max(picture.width, picture.height))
        name = f"{_digest(picture.data, longest, 'paper')}.{form}"
        return name, self.keep(
            name, lambda: _told(picture, partial(draw, picture.data, longest, form, progressive=False))
        )

    def paper_cover(self, file: str, room: tuple[float, float]) -> tuple[str, bytes] | None:
        """Return a picture for a room on paper, width and height in millimetres, that it fills at 250 dots an inch."""
        picture = self.paper_pictures.get(file)
        if picture is None:
            return None
        scale = max(side / 25.4 * _DOTS / own for side, own in zip(room, (picture.width, picture.height), strict=True))
        return self.paper(file, math.ceil(max(picture.width, picture.height) * scale))


def _told(picture: Picture, draw: Callable[[], bytes]) -> bytes:
    """Draw a picture. Raises SetupError, which names its file, where that cannot be done."""
    try:
        return draw()
    except Exception as fault:
        raise SetupError([find("bad-image", Place(picture.file), cannot_draw(fault), SAVE_AGAIN)]) from fault


def _digest(data: bytes, longest: int, use: str = "") -> str:
    return hashlib.sha256(f"{_RECIPE} {longest} {use}".encode() + data).hexdigest()[:16]
