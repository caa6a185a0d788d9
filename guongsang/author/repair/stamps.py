"""The fingerprints beside an approval and a consent: what is to be written once somebody agreed to the present text.

Only a person knows that a profile was approved, or that its person has seen it, so this is never done unasked.
"""

from collections.abc import Iterator

from guongsang.author.repair.meant_values import Meant
from guongsang.i18n.messages import Message, say
from guongsang.judge.people.consent_seen import seen_fingerprint
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.exemplar import Exemplar

_APPROVED = ("progress", "approved", "fingerprint")
_SEEN = ("consent", "of")


def approval_written(entry: Entry[Exemplar]) -> Iterator[Meant]:
    """Yield what binds the approval of a profile to its present text; nothing where there is no approval."""
    if approved := entry.facts.progress.approved:
        says = say("the fingerprint of the text as it was approved")
        yield from _written(entry.source, _APPROVED, (approved.fingerprint, entry.approval_fingerprint), says)


def consent_written(content: Content, entry: Entry[Exemplar]) -> Iterator[Meant]:
    """Yield what binds the consent of a person to what there is to be seen now; nothing where there is no consent."""
    if (consent := entry.facts.consent).given:
        says = say("the fingerprint of what the person has seen")
        yield from _written(entry.source, _SEEN, (consent.of, seen_fingerprint(content, entry)), says)


def _written(document: Document, path: tuple[str, ...], values: tuple[str, str], says: Message) -> Iterator[Meant]:
    """Yield what brings the fingerprint at a path from its old value to the new; nothing where it is left empty."""
    *above, name = path
    old, new = values
    if old == new:
        return
    if old:
        yield Meant(document.place(*path), new, says)
        return
    inside = [own for own in document.keys if own[:-1] == tuple(above)]
    if path in document.keys or not inside:
        return
    first = min(inside, key=document.keys.__getitem__)
    place = document.key_place(*first)
    before = document.source.line(place.line)[: place.column - 1]
    end = f", {first[-1]}" if before.strip() else f"\n{before}{first[-1]}"
    yield Meant(place, f"{name}: {new}{end}", says)
