"""The codes of all findings: one line for each, with its level and what may be done about it.

Findings about a criterion take their level from the criteria file instead. What a code means stands in `docs/codes.md`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]
ORDER: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True)
class Code:
    """What holds for all findings of a code.

    A file may allow what is about its words, giving a reason (`allowable`), never what hinders its being understood or
    shown. What is asked of a campaign only while it is open is not told of a closed one (`in_open_campaigns`).
    """

    level: Severity
    allowable: bool = False
    in_open_campaigns: bool = False


CODES: Mapping[str, Code] = {
    "not-utf8": Code("error"),
    "legacy-encoding": Code("error"),
    "mojibake": Code("error"),
    "control-character": Code("error"),
    "bidi-control": Code("error"),
    "no-front-matter": Code("error"),
    "unclosed-front-matter": Code("error"),
    "bad-yaml": Code("error"),
    "duplicate-key": Code("error"),
    "yaml-alias": Code("error"),
    "yaml-tag": Code("error"),
    "too-deep": Code("error"),
    "too-large": Code("error"),
    "unknown-field": Code("error"),
    "missing-field": Code("error"),
    "wrong-type": Code("error"),
    "bad-date": Code("error"),
    "bad-value": Code("error"),
    "bad-file-name": Code("error"),
    "unknown-language": Code("error"),
    "orphan-translation": Code("error"),
    "fact-in-translation": Code("error"),
    "name-collision": Code("error"),
    "symlink": Code("error"),
    "unreadable-file": Code("error"),
    "unknown-unit": Code("error"),
    "unknown-category": Code("error"),
    "unknown-criterion": Code("error"),
    "unknown-exemplar": Code("error"),
    "unknown-campaign": Code("error"),
    "unknown-figure": Code("error"),
    "unresolved-reference": Code("error"),
    "unresolved-footnote": Code("error"),
    "dangling-link": Code("error"),
    "missing-image": Code("error"),
    "outside-content": Code("error"),
    "unsafe-link": Code("error"),
    "unsafe-html": Code("error"),
    "criterion-unmet": Code("error", allowable=True),
    "no-unit-criteria": Code("error", allowable=True),
    "date-order": Code("error", allowable=True),
    "plan-part-missing": Code("error", allowable=True),
    "plan-wrong-unit": Code("error"),
    "self-attested": Code("error", allowable=True),
    "personal-data": Code("error", allowable=True),
    "bad-image": Code("error"),
    "image-too-large": Code("error"),
    "missing-alt": Code("error"),
    "unprintable-letter": Code("error", allowable=True),
    "bad-catalogue": Code("error"),
    "bad-template": Code("error"),
    "office-paper": Code("error"),
    "lookalike-letter": Code("warning", allowable=True),
    "invisible-character": Code("warning", allowable=True),
    "stray-file": Code("warning"),
    "missing-font": Code("warning"),
    "thin-evidence": Code("warning", allowable=True),
    "criterion-not-applicable": Code("warning", allowable=True),
    "outside-window": Code("warning", allowable=True, in_open_campaigns=True),
    "late": Code("warning", allowable=True, in_open_campaigns=True),
    "basis-not-in-force": Code("warning", allowable=True),
    "year-mismatch": Code("warning", allowable=True, in_open_campaigns=True),
    "quota-unmet": Code("warning", in_open_campaigns=True),
    "plan-missing": Code("warning", in_open_campaigns=True),
    "not-in-plan": Code("warning", allowable=True, in_open_campaigns=True),
    "review-due": Code("warning", in_open_campaigns=True),
    "untranslated": Code("warning", allowable=True),
    "stale-translation": Code("warning", allowable=True),
    "translation-mismatch": Code("warning", allowable=True),
    "no-consent": Code("warning"),
    "stale-consent": Code("warning"),
    "consent-ended": Code("warning"),
    "withdrawal-due": Code("warning", allowable=True),
    "given-name": Code("warning", allowable=True),
    "stale-approval": Code("warning"),
    "similar-text": Code("warning", allowable=True),
    "mixed-tone-placement": Code("warning", allowable=True),
    "contradiction": Code("warning", allowable=True),
    "office-list": Code("warning", allowable=True),
    "bad-table": Code("warning", allowable=True),
    "unused-definition": Code("warning", allowable=True),
    "vague-link-text": Code("warning", allowable=True),
    "cut-by-hash": Code("warning"),
    "heading-level": Code("warning", allowable=True),
    "review-section-missing": Code("warning"),
    "to-fill-in": Code("warning"),
    "not-nfc": Code("info"),
    "photo-metadata": Code("info"),
    "draft-translation": Code("info"),
    "incomplete-catalogue": Code("info"),
    "office-heading": Code("info", allowable=True),
    "left-open": Code("info", allowable=True),
    "typing-slip": Code("info", allowable=True),
}
