"""The pictures that are published: drawn anew, in the sizes in which they are shown, under names made of their content.

A name holds a digest of the original and of the recipe, never the contributor's file name, which could be a person's
name.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from guongsang.model.urls import ASSETS
from guongsang.read.entries import Picture
from guongsang.read.pictures import redraw

WIDTHS = (480, 960)
_RECIPE = "1"


@dataclass(frozen=True)
class Shown:
    """A picture as a page shows it: path, further sizes with their widths, width and height in pixels."""

    src: str
    sizes: tuple[tuple[str, str], ...]
    width: str
    height: str


Drawn = dict[tuple[str, int], tuple[bytes, str, int, int]]
"""Pictures already drawn: by digest of their recipe and longest side, what `redraw` gives."""


@dataclass
class Gallery:
    """Draws pictures when a page first asks for them and keeps the files to publish; hidden ones it does not give."""

    pictures: Mapping[str, Picture]
    hidden: frozenset[str] = frozenset()
    hidden_on_paper: frozenset[str] = frozenset()
    files: dict[str, bytes] = field(default_factory=dict)
    shown: dict[str, Shown] = field(default_factory=dict)
    drawn: Drawn = field(default_factory=dict)

    def show(self, file: str) -> Shown | None:
        """Give a picture of the content for a page; None where there is no such sound picture."""
        if file not in self.pictures or file in self.hidden:
            return None
        if file not in self.shown:
            self.shown[file] = self._draw(self.pictures[file])
        return self.shown[file]

    def _draw(self, picture: Picture) -> Shown:
        drawn: dict[int, tuple[str, int, int]] = {}
        for longest in WIDTHS:
            digest = _digest(picture.data, longest)
            if (digest, longest) not in self.drawn:
                self.drawn[digest, longest] = redraw(picture.data, longest)
            data, ending, width, height = self.drawn[digest, longest]
            if width not in drawn:
                name = f"{ASSETS}/{digest}.{ending}"
                self.files[name] = data
                drawn[width] = (name, width, height)
        sizes = [drawn[w] for w in sorted(drawn)]
        src, width, height = sizes[-1]
        return Shown(src, tuple((name, f"{w}w") for name, w, _ in sizes), str(width), str(height))

    def for_paper(self, file: str, longest: int = 1100) -> tuple[str, bytes] | None:
        """Give a name and the bytes of a picture for paper: at most 250 dots an inch over the width of a column."""
        if file not in self.pictures or file in self.hidden_on_paper:
            return None
        data, ending, _, _ = redraw(self.pictures[file].data, longest)
        return f"{_digest(self.pictures[file].data, longest)}.{ending}", data


def _digest(data: bytes, longest: int) -> str:
    return hashlib.sha256(f"{_RECIPE} {longest} ".encode() + data).hexdigest()[:16]
