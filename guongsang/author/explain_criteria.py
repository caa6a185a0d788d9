"""What a criterion asks, of whom, from which stage on, and which profiles do not meet it yet."""

from collections.abc import Iterator

from guongsang.author.explain import Explanation
from guongsang.i18n.messages import Message, say, say_n
from guongsang.pipeline.checking import Checked
from guongsang.read.data.types import Criterion
from guongsang.report.terminal import LEVELS
from guongsang.stages import LABELS


def explain_criterion(checked: Checked, criterion: Criterion) -> Explanation:
    """Explain a criterion by the file that holds it, with what is told of profiles."""
    findings = tuple(f for f in checked.findings if f.rule == criterion.id)
    return Explanation(tuple(_lines(criterion, len({f.place.file for f in findings}))), findings)


def _lines(criterion: Criterion, lacking: int) -> Iterator[Message]:
    place = criterion.place
    yield say(
        "{id} “{label}”: a criterion, {file}, line {line}",
        id=criterion.id,
        label=criterion.label,
        file=place.file,
        line=str(place.line),
    )
    if criterion.text:
        yield say("- its wording: {text}", text=criterion.text)
    if criterion.section:
        yield say("- section {section} of the plan", section=criterion.section)
    whom = "; ".join(f"{key}: {', '.join(values)}" for key, values in criterion.applies.items())
    yield say("- asked of: {names}", names=whom) if whom else say("- asked of every exemplar")
    for stage, level in criterion.severity.items():
        yield say("- from the stage “{stage}” on: {level}", stage=LABELS[stage], level=LEVELS[level])
    if criterion.internal:
        yield say("- it is internal: nothing of it is published")
    if lacking:
        yield say_n("{n} file is told of below:", "{n} files are told of below:", n=lacking)
    else:
        yield say("Nothing is told of it at present.")
