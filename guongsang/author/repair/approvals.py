"""The fingerprint beside an approval: what has to be written once a profile was approved again as it now stands.

Only a person knows that it was approved, so this is never done unasked.
"""

from collections.abc import Iterator

from guongsang.author.repair.meant_values import Meant
from guongsang.i18n.messages import say
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.exemplar import Exemplar

_APPROVED = ("progress", "approved")
_WHAT = say("the fingerprint of the text as it was approved")


def approval_written(entry: Entry[Exemplar]) -> Iterator[Meant]:
    """Yield what binds the approval of a profile to its present text.

    That is nothing where it is bound, where there is no approval, and where a field is left empty for it.
    """
    approved, document = entry.facts.progress.approved, entry.source
    present = entry.approval_fingerprint
    if approved is None or approved.fingerprint == present:
        return
    if approved.fingerprint:
        yield Meant(document.place(*_APPROVED, "fingerprint"), present, _WHAT)
        return
    if (*_APPROVED, "fingerprint") in document.keys:
        return
    first = min((path for path in document.keys if path[:-1] == _APPROVED), key=document.keys.__getitem__)
    place = document.key_place(*first)
    before = document.source.line(place.line)[: place.column - 1]
    end = f", {first[-1]}" if before.strip() else f"\n{before}{first[-1]}"
    yield Meant(place, f"fingerprint: {present}{end}", _WHAT)
