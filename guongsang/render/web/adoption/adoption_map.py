"""The map of who copied what: exemplars on one side, units on the other, a line for each that copied.

All coordinates are worked out here, in a drawing 320 wide, which is as legible on a telephone as on paper. Both sides
keep the order in which they are handed in, so nothing is ranked; texts are centred, so that they may run either way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guongsang.i18n.messages import Text
from guongsang.render.web.adoption.wrapping import wrapped

_WIDTH, _COLUMN, _LETTER, _LINE = 320, 134, 13, 16
_PAD, _GAP, _HEAD, _MOST = 8, 14, 30, 6


@dataclass(frozen=True)
class MapLine:
    """A line of text in a box, with its height."""

    text: str
    y: str


@dataclass(frozen=True)
class MapBox:
    """A box with its text: an exemplar or a unit."""

    x: str
    y: str
    width: str
    height: str
    middle: str
    lang: str
    lines: list[MapLine]


@dataclass(frozen=True)
class MapLink:
    """A line from an exemplar to a unit that copied it, and where it ends."""

    path: str
    x: str
    y: str


@dataclass(frozen=True)
class AdoptionMap:
    """The whole drawing: its height, the middle of both columns, boxes and lines."""

    width: str
    height: str
    left: str
    right: str
    exemplars: list[MapBox]
    units: list[MapBox]
    links: list[MapLink]


@dataclass(frozen=True)
class _Placed:
    """A text in lines, with the top and the height of its box."""

    text: Text
    lines: list[str]
    top: float
    height: float

    def port(self, n: int, of: int) -> float:
        """Return the height at which the n-th (from 0) of some lines meets the box."""
        return self.top + self.height * (n + 1) / (of + 1)


def draw_map(exemplars: Mapping[str, Text], units: Mapping[str, Text], pairs: Sequence[tuple[str, str]]) -> AdoptionMap:
    """Draw the map of texts by id; each pair is an exemplar and a unit that copied it, each once."""
    lines = {side: [_lines(text) for text in side_texts.values()] for side, side_texts in enumerate((exemplars, units))}
    whole = max(_height(side) for side in lines.values())
    left = dict(zip(exemplars, _placed(list(exemplars.values()), lines[0], whole), strict=True))
    right = dict(zip(units, _placed(list(units.values()), lines[1], whole), strict=True))
    return AdoptionMap(
        width=str(_WIDTH),
        height=_told(_HEAD + whole + 1),
        left=_told(_COLUMN / 2 + 1),
        right=_told(_WIDTH - _COLUMN / 2 - 1),
        exemplars=[_box(one, 1) for one in left.values()],
        units=[_box(one, _WIDTH - _COLUMN - 1) for one in right.values()],
        links=_links(left, right, pairs),
    )


def _lines(text: Text) -> list[str]:
    return wrapped(text.value, (_COLUMN - 2 * _PAD) / _LETTER, _MOST) or [""]


def _box_height(lines: Sequence[str]) -> float:
    return len(lines) * _LINE + 2 * _PAD


def _height(side: Sequence[Sequence[str]]) -> float:
    return sum(map(_box_height, side)) + _GAP * (len(side) - 1)


def _placed(texts: Sequence[Text], side: Sequence[list[str]], whole: float) -> list[_Placed]:
    """Place the boxes of a side one below the other, with what is left over shared out around them."""
    room = (whole - _height(side)) / (len(side) + 1)
    out, top = [], _HEAD + room
    for text, lines in zip(texts, side, strict=True):
        out.append(_Placed(text, lines, top, _box_height(lines)))
        top += _box_height(lines) + _GAP + room
    return out


def _box(one: _Placed, x: float) -> MapBox:
    lines = [MapLine(line, _told(one.top + _PAD + _LETTER + i * _LINE)) for i, line in enumerate(one.lines)]
    middle = _told(x + _COLUMN / 2)
    return MapBox(_told(x), _told(one.top), str(_COLUMN), _told(one.height), middle, one.text.lang, lines)


def _links(
    left: Mapping[str, _Placed], right: Mapping[str, _Placed], pairs: Sequence[tuple[str, str]]
) -> list[MapLink]:
    """Return the lines; those that meet one box do so one below the other, in the order of the other side."""
    going, coming = _sides(pairs, list(right)), _sides([(u, e) for e, u in pairs], list(left))
    starts, ends = _COLUMN + 1, _WIDTH - _COLUMN - 1
    middle = _told((starts + ends) / 2)
    out = []
    for exemplar, unit in pairs:
        y1 = left[exemplar].port(going[exemplar].index(unit), len(going[exemplar]))
        y2 = right[unit].port(coming[unit].index(exemplar), len(coming[unit]))
        path = f"M{starts} {_told(y1)}C{middle} {_told(y1)} {middle} {_told(y2)} {ends} {_told(y2)}"
        out.append(MapLink(path, _told(ends), _told(y2)))
    return out


def _sides(pairs: Sequence[tuple[str, str]], order: Sequence[str]) -> dict[str, list[str]]:
    """Return for each first of the pairs its seconds, in the order of their side."""
    place = {name: i for i, name in enumerate(order)}
    out: dict[str, list[str]] = {}
    for first, second in sorted(pairs, key=lambda pair: place[pair[1]]):
        out.setdefault(first, []).append(second)
    return out


def _told(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
