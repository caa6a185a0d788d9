"""A new review of a campaign: its sections as the campaign asks for them, its figures as the campaign stands.

The figures are counted from the profiles and plans, so nobody has to; what they mean is for the writer to say. No
person is named.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guongsang.author.new.draft import Draft, source_words
from guongsang.author.new.placeholders import ask
from guongsang.i18n.messages import Catalogue, Label, Message, say
from guongsang.judge.campaign.quota import is_registered
from guongsang.judge.dates import exemplars_of
from guongsang.model.progress import CampaignProgress, measure_progress
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import REVIEW, Campaign
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.units import Unit
from guongsang.read.yaml.placeholders import placeholder
from guongsang.stages import LABELS

_ASKED = ("title", "held_on", "document")
_STEPS = ("approved", "nurtured", "replicated", "honoured", "reviewed")


def review(content: Content, campaign: Entry[Campaign], answers: Mapping[str, Any]) -> str:
    """Write the review of a campaign: what was answered, the figures, a mark below each heading."""
    draft = Draft("review", source_words(content), {k: v for k, v in answers.items() if v is not None})
    for name in _ASKED:
        draft.tree.setdefault(name, ask(REVIEW.fields[name], draft.words))
    draft.tree["draft"] = True
    draft.body.append(placeholder(draft.tell(say("when and where the review was held, who took part"))))
    draft.body.extend(_Figures.of(content, campaign, draft.words).parts())
    duty = campaign.facts.review
    for section in duty.sections if duty else ():
        heading = " ".join(section.text_in(draft.words.code).value.split())
        found = placeholder(draft.tell(say("what the review found under this heading")))
        draft.body.extend([f"## {heading}", found])
    if not (duty and duty.sections):
        draft.body.append(placeholder(draft.tell(say("what the review found"))))
    return draft.text()


@dataclass(frozen=True)
class _Figures:
    """What is counted of a campaign."""

    words: Catalogue
    registered: tuple[Entry[Exemplar], ...]
    withdrawn: int
    progress: CampaignProgress
    categories: Mapping[str, Label]
    others: tuple[Unit, ...]

    @classmethod
    def of(cls, content: Content, campaign: Entry[Campaign], words: Catalogue) -> "_Figures":
        """Count the profiles of a campaign as it stands."""
        entries, criteria = exemplars_of(content, campaign), content.criteria_of(campaign.slug)
        registered = tuple(e for e in entries if is_registered(e))
        progress = measure_progress(content, campaign, ())
        return cls(
            words=words,
            registered=registered,
            withdrawn=sum(e.withdrawn for e in entries if not e.draft),
            progress=progress,
            others=_others(content, registered, progress),
            categories={c.id: c.label for c in criteria.categories.values()} if criteria else {},
        )

    def parts(self) -> Iterator[str]:
        """Yield a table of all figures, one by category, one by unit."""
        yield self._table((say("Result"), say("How many")), [(self._tell(m), str(n)) for m, n in self._totals()])
        kinds = Counter(e.facts.category for e in self.registered)
        rows = [(self._label(label), str(kinds[id_])) for id_, label in self.categories.items()]
        if rows:
            yield self._table((say("Category"), say("Registered")), rows)
        units = Counter(e.facts.unit for e in self.registered)
        by_unit = [
            (self._label(r.unit.name), str(units[r.unit.id]), self._day(r.planned), str(self._honoured(r.unit.id)))
            for r in self.progress.rows
        ]
        by_unit += [
            (self._label(u.name), str(units[u.id]), self._day(None), str(self._honoured(u.id))) for u in self.others
        ]
        if by_unit:
            head = (say("Unit"), say("Registered"), say("Plan finished on"), LABELS["honoured"])
            yield self._table(head, by_unit)

    def _totals(self) -> Iterator[tuple[Message, int]]:
        """Yield what is counted over the whole campaign."""
        rows = self.progress.rows
        yield say("Units that owe a registration"), len(rows)
        yield say("Units that registered"), self.progress.registered
        yield say("Units with a plan"), self.progress.planned
        yield say("Plans finished late"), self.progress.late
        yield say("Exemplars registered"), len(self.registered)
        for stage in _STEPS:
            yield LABELS[stage], sum(stage in e.progress for e in self.registered)
        yield say("Times that a unit adopted an exemplar"), sum(len(e.facts.adopted_by) for e in self.registered)
        yield say("Withdrawn"), self.withdrawn

    def _honoured(self, unit: str) -> int:
        return sum("honoured" in e.progress for e in self.registered if e.facts.unit == unit)

    def _day(self, day: object) -> str:
        return str(day) if day else "–"

    def _tell(self, message: Message) -> str:
        return self.words.tell(message)

    def _label(self, label: Label) -> str:
        return label.text_in(self.words.code).value

    def _table(self, head: Iterable[Message], rows: Sequence[Sequence[str]]) -> str:
        """Write a table of Markdown; all columns but the first are set to the right."""
        cells = [list(map(self._tell, head)), *map(list, rows)]
        lines = [f"| {' | '.join(' '.join(cell.replace('|', '/').split()) for cell in row)} |" for row in cells]
        return "\n".join([lines[0], "|---" + "|---:" * (len(cells[0]) - 1) + "|", *lines[1:]])


def _others(content: Content, entries: Iterable[Entry[Exemplar]], progress: CampaignProgress) -> tuple[Unit, ...]:
    """Return the units that registered although they owe nothing, in the order of the units file."""
    owing, having = {row.unit.id for row in progress.rows}, {e.facts.unit for e in entries}
    return tuple(unit for unit in content.units.values() if unit.id in having - owing)
