"""What follows from a field that is wrong is not told beside it: one slip is one finding.

In come the findings of a site; out go those that no fault of a field explains. A field that cannot be read counts for
its judges as if it were not there, so that they would ask for evidence, consent or dates that stand in the file.
"""

from collections.abc import Iterable, Iterator, Mapping

from guongsang.findings import Finding
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry
from guongsang.text.suggestions import closest, labelled

_CRITERIA = ("criterion-unmet", "thin-evidence", "criterion-not-applicable", "no-unit-criteria")
_FOLLOW: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "exemplar": {
        "category": _CRITERIA,
        "evidence": _CRITERIA,
        "movements": _CRITERIA,
        "leader": _CRITERIA,
        "staff_category": _CRITERIA,
        "unit": ("no-unit-criteria", "not-in-plan", "criterion-not-applicable"),
        "consent": ("no-consent", "stale-consent", "consent-ended"),
        "withdrawn": ("withdrawal-due",),
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
_OF_NAMES = ("year-mismatch", "outside-window", "plan-missing", "quota-unmet", "review-due")
"""What is told of a document that belongs to another campaign than its name says."""
_COUNTED = {"unit", "category", "progress", "withdrawn", "draft"}
"""Fields of a profile by which it counts towards the quota of its unit."""
_UNKNOWN = {
    "exemplar": {"unknown-criterion": "evidence", "unknown-category": "category", "unknown-unit": "unit"},
    "plan": {"unknown-exemplar": "exemplars", "bad-value": "activities"},
    "campaign": {"unknown-category": "quota"},
}
"""For each kind of document, the codes of what names nothing, with the field in which it stands."""


def without_consequences(content: Content, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings that do not follow from a field that is wrong, or from a year that is."""
    told = list(findings)
    wrong: dict[str, set[str]] = {entry.source.file: set(entry.source.wrong) for entry in content.entries}
    kinds = {entry.source.file: entry.kind for entry in content.entries}
    for finding in told:
        if field := _UNKNOWN.get(kinds.get(finding.place.file, ""), {}).get(finding.code):
            wrong[finding.place.file].add(field)
    silent = {
        (document.file, code)
        for entry in content.entries
        if wrong[entry.source.file]
        for document in entry.documents
        for code in _codes(entry, wrong[entry.source.file], own=document is entry.source)
    }
    uncertain = set(_uncertain_quotas(content, wrong))
    other_years = {f.place for f in told if f.code == "year-mismatch"}
    uncertain_texts = set(_cut_texts(content))
    silent |= set(_of_names(content, told))
    for finding in told:
        of_the_year = finding.code == "outside-window" and finding.place in other_years
        of_a_profile = finding.code == "quota-unmet" and (finding.place.file, finding.unit) in uncertain
        of_a_cut = finding.code == "stale-translation" and finding.place.file in uncertain_texts
        if not (of_the_year or of_a_profile or of_a_cut) and (finding.place.file, finding.code) not in silent:
            yield finding


def _of_names(content: Content, told: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    """Yield the files of documents under a wrong name with the codes of what is told only because of it."""
    unknown = {finding.place.file for finding in told if finding.code == "unknown-campaign"}
    for entry in content.entries:
        if entry.source.file in unknown or entry.source.file in content.misnamed:
            yield from ((document.file, code) for document in entry.documents for code in _OF_NAMES)


def _cut_texts(content: Content) -> Iterator[str]:
    """Yield the files of translations whose source has a text that ends at a # by mistake."""
    cut = {finding.place.file for finding in content.findings if finding.code == "cut-by-hash"}
    for entry in content.entries:
        if entry.source.file in cut:
            yield from (document.file for document in entry.documents if document is not entry.source)


def _uncertain_quotas(content: Content, wrong: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Yield the campaign's file and the unit of each profile that would count towards the quota but for a slip."""
    files = {campaign.slug: campaign.source.file for campaign in content.campaigns}
    for entry in content.exemplars:
        if wrong[entry.source.file] & _COUNTED and entry.campaign in files:
            yield files[entry.campaign], _unit_meant(content, entry.facts.unit, entry.slug)
    for kind, name in content.unread:
        campaign, _, slug = name.partition("/")
        if kind == "exemplar" and campaign in files:
            yield files[campaign], _unit_meant(content, "", slug)


def _unit_meant(content: Content, typed: str, slug: str) -> str:
    """Return the unit of a profile: as typed, what was nearly typed, else that after which its file is named."""
    if typed in content.units:
        return typed
    units = {unit.id: unit.name.texts.values() for unit in content.units.values()}
    return labelled(typed, units) or closest(typed, units) or slug.rpartition("-")[0]


def _codes(entry: AnyEntry, wrong: Iterable[str], *, own: bool) -> Iterator[str]:
    """Yield the codes of what follows in a document from the wrong fields of its source."""
    if not own and entry.source.wrong:
        yield from _OF_TRANSLATIONS
    if entry.source.broken:
        yield "no-consent"
    for field in wrong:
        yield from _FOLLOW.get(entry.kind, {}).get(field, ())
