"""Days that have not come yet, where something is said to have happened."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.fields.kinds import FieldPath

_PAST = {
    "exemplar": ("progress", "evidence", "consent", "withdrawn", "adopted_by", "movements"),
    "plan": ("completed_on", "approved"),
    "campaign": ("document", "legal_bases"),
}
"""The fields of each kind of document whose days tell of what has happened."""


def judge_days(entries: Iterable[AnyEntry], today: date) -> Iterator[Finding]:
    """Judge documents as of a day."""
    for entry in entries:
        for path, day in _days_past(entry):
            if day > today:
                yield _future(entry.source, path, day)


def last_day(entry: AnyEntry) -> date | None:
    """Return the last day of which a document tells as past; one that is not later need not be judged."""
    return max((day for _, day in _days_past(entry)), default=None)


def _days_past(entry: AnyEntry) -> Iterator[tuple[FieldPath, date]]:
    for field in _PAST.get(entry.kind, ()):
        yield from _days(entry.source.data.get(field), (field,))


def _days(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, date]]:
    match value:
        case date():
            yield path, value
        case Mapping():
            for name, inner in value.items():
                if name != "until":
                    yield from _days(inner, (*path, name))
        case list():
            for i, inner in enumerate(value):
                yield from _days(inner, (*path, i))


def _future(document: Document, path: FieldPath, day: date) -> Finding:
    return find(
        "contradiction",
        document.place(*path),
        say("{day} has not come yet", day=day),
        say("correct the date, or write it when it has happened"),
    )
