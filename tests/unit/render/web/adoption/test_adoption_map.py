"""The map of who copied what."""

import random
import re
from itertools import pairwise

from guongsang.i18n.messages import Text
from guongsang.render.web.adoption.adoption_map import AdoptionMap, MapBox, draw_map


def drawn(pairs: list[tuple[str, str]]) -> AdoptionMap:
    """Draw the map of some pairs, each exemplar and unit with its id as its name."""
    exemplars = {e: Text(f"Mô hình {e} " * len(e), "vi") for e, _ in sorted(pairs)}
    units = {u: Text(f"Phòng {u}", "vi") for u in sorted({u for _, u in pairs})}
    return draw_map(exemplars, units, pairs)


def stretch(box: MapBox) -> tuple[float, float]:
    """Return top and bottom of a box."""
    return float(box.y), float(box.y) + float(box.height)


def test_each_pair_has_one_line_between_its_boxes() -> None:
    """It leads from the box of the exemplar to that of the unit; no two meet a box at one height."""
    rng = random.Random(7)
    for _ in range(30):
        pairs = sorted({(f"m{rng.randrange(6)}", f"u{rng.randrange(5)}") for _ in range(rng.randint(1, 14))})
        made = drawn(pairs)
        assert len(made.links) == len(pairs)
        starts = [tuple(map(float, re.findall(r"[\d.]+", link.path)[:2])) for link in made.links]
        assert len(set(starts)) == len(pairs)
        assert len({(link.x, link.y) for link in made.links}) == len(pairs)
        exemplars = dict(zip(sorted({e for e, _ in pairs}), made.exemplars, strict=True))
        units = dict(zip(sorted({u for _, u in pairs}), made.units, strict=True))
        for (exemplar, unit), (_, y), link in zip(pairs, starts, made.links, strict=True):
            assert stretch(exemplars[exemplar])[0] < y < stretch(exemplars[exemplar])[1]
            assert stretch(units[unit])[0] < float(link.y) < stretch(units[unit])[1]


def test_boxes_stand_apart_inside_the_drawing() -> None:
    """On both sides, whichever is the longer, with their text inside."""
    for pairs in ([("a", f"u{n}") for n in range(9)], [(f"m{n}", "b") for n in range(9)], [("a", "b")]):
        made = drawn(pairs)
        for side in (made.exemplars, made.units):
            assert all(stretch(one)[1] < stretch(two)[0] for one, two in pairwise(side))
            assert stretch(side[0])[0] >= 30 and stretch(side[-1])[1] <= float(made.height)
            assert all(stretch(b)[0] < float(line.y) < stretch(b)[1] for b in side for line in b.lines)
