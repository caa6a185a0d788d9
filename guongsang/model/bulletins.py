"""The issues of the bulletin and the profiles that each may print."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guongsang.judge.references.ids import exemplar_id
from guongsang.model.profiles import Profile
from guongsang.read.documents.entry import Entry
from guongsang.stages import reached


@dataclass(frozen=True)
class Bulletin:
    """An issue of the bulletin with the profiles that it may print, in its order, and those it had to leave out.

    `printed` says whether there is a paper of it: none is made without profiles, or where papers are not wanted.
    """

    entry: Entry
    profiles: tuple[Profile, ...]
    recalled: tuple[str, ...]
    printed: bool


def make_bulletins(
    kept: Iterable[Entry], profiles: list[Profile], withdrawn: list[Profile], papers: bool
) -> tuple[Bulletin, ...]:
    by_id = {p.id: p for p in profiles}
    gone = {p.id for p in withdrawn}
    made = []
    for entry in kept:
        if entry.kind == "bulletin":
            wanted = [exemplar_id(name, entry) for name in entry.get("exemplars") or []]
            wanted += [p.id for p in _selected(entry.get("select"), profiles) if p.id not in wanted]
            printable = tuple(by_id[w] for w in dict.fromkeys(wanted) if w in by_id and by_id[w].on_paper)
            later = [p for p in withdrawn if p.entry.get("withdrawn", "on") > entry.get("date")]
            held = [*wanted, *(p.id for p in _selected(entry.get("select"), later) if p.id not in wanted)]
            recalled = tuple(dict.fromkeys(w for w in held if w in gone))
            made.append(Bulletin(entry, printable, recalled, papers and bool(printable)))
    return tuple(sorted(made, key=lambda b: (b.entry.get("date"), b.entry.slug), reverse=True))


def _selected(select: Mapping[str, str] | None, profiles: list[Profile]) -> list[Profile]:
    """Return the profiles that a bulletin selects: by campaign, stage (at least), category and unit."""
    if not select:
        return []
    return [
        p
        for p in profiles
        if select.get("campaign", p.entry.campaign) == p.entry.campaign
        and reached(p.stage, select.get("stage", p.stage))
        and select.get("category", p.category.id) == p.category.id
        and select.get("unit", p.unit.id) == p.unit.id
    ]
