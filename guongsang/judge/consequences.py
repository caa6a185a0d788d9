"""What follows from a field that is wrong is not told beside it: one slip is one finding.

In come the findings of a site; out go those that no fault of a field explains. A field that cannot be read counts for
its judges as if it were not there, so that they would ask for evidence, consent or dates that stand in the file.
"""

from collections.abc import Iterable, Iterator, Mapping

from guongsang.findings import Finding
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry

_CRITERIA = ("criterion-unmet", "thin-evidence", "criterion-not-applicable", "no-unit-criteria")
_FOLLOW: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "exemplar": {
        "category": _CRITERIA,
        "evidence": _CRITERIA,
        "movements": _CRITERIA,
        "leader": _CRITERIA,
        "staff_category": _CRITERIA,
        "unit": ("no-unit-criteria", "not-in-plan"),
        "consent": ("no-consent", "stale-consent", "consent-ended"),
        "name": ("no-consent", "self-attested"),
        "progress": ("date-order", "outside-window", "year-mismatch", "not-in-plan", "stale-approval", *_CRITERIA),
    },
    "plan": {"exemplars": ("not-in-plan",), "activities": ("plan-part-missing",), "completed_on": ("late",)},
    "campaign": {
        "criteria": ("unknown-category",),
        "windows": ("review-due", "quota-unmet", "outside-window"),
        "quota": ("quota-unmet",),
        "plan": ("plan-missing", "plan-part-missing", "late"),
    },
}
"""For each kind of document and each of its fields, what is told only because the field is wrong."""
_OF_TRANSLATIONS = ("stale-translation", "translation-mismatch", "untranslated")
_UNKNOWN = {"unknown-criterion": "evidence", "unknown-category": "category", "unknown-unit": "unit"}


def without_consequences(content: Content, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings that do not follow from a field that is wrong, or from a year that is."""
    told = list(findings)
    wrong: dict[str, set[str]] = {entry.source.file: set(entry.source.wrong) for entry in content.entries}
    for finding in told:
        if finding.code in _UNKNOWN and finding.place.file in wrong:
            wrong[finding.place.file].add(_UNKNOWN[finding.code])
    silent = {
        (document.file, code)
        for entry in content.entries
        if wrong[entry.source.file]
        for document in entry.documents
        for code in _codes(entry, wrong[entry.source.file], own=document is entry.source)
    }
    other_years = {f.place for f in told if f.code == "year-mismatch"}
    for finding in told:
        of_the_year = finding.code == "outside-window" and finding.place in other_years
        if not of_the_year and (finding.place.file, finding.code) not in silent:
            yield finding


def _codes(entry: AnyEntry, wrong: Iterable[str], *, own: bool) -> Iterator[str]:
    """Yield the codes of what follows in a document from the wrong fields of its source."""
    if not own and entry.source.wrong:
        yield from _OF_TRANSLATIONS
    if entry.source.broken:
        yield "no-consent"
    for field in wrong:
        yield from _FOLLOW.get(entry.kind, {}).get(field, ())
