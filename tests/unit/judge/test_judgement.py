"""Judging a whole site: findings in order, and what a file allows."""

from pathlib import Path

import pytest

from guongsang.findings import in_order
from unit.support import MAI, SITE, changed, judge_site


def allowed(code: str, reason: str = "vì thế") -> tuple[str, str]:
    """Return the change by which the profile allows a finding."""
    return ("unit: noi\n", f"unit: noi\nallow: [{{code: {code}, reason: {reason}}}]\n")


LATE = ("registered: {on: 2024-03-10}", "registered: {on: 2024-04-01}")


def test_an_allowed_finding_is_information_with_its_reason(tmp_path: Path) -> None:
    """In this file and for this code only."""
    _, judgement = judge_site(tmp_path, changed(MAI, allowed("outside-window"), LATE))
    (finding,) = [f for f in judgement.findings if f.code == "outside-window"]
    assert finding.severity == "info"
    assert finding.message.args["reason"] == "vì thế"
    others = [f for f in judgement.findings if f.place.file == MAI and f.code == "untranslated"]
    assert [f.severity for f in others] == ["warning"]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("bad-yaml", True),
        ("no-consent", True),
        ("outside-windo", True),
        ("outside-window", False),
        ("untranslated", False),
    ],
)
def test_what_cannot_be_allowed_is_told(tmp_path: Path, code: str, told: bool) -> None:
    """Codes that keep a file from being understood or shown, and those that are none."""
    _, judgement = judge_site(tmp_path, changed(MAI, allowed(code)))
    found = [f for f in judgement.findings if f.code == "bad-value"]
    assert [f.message.args["code"] for f in found] == ([code] if told else [])


def test_a_translation_is_allowed_what_its_source_is(tmp_path: Path) -> None:
    """The reason stands in the source, the finding in the other file."""
    english = MAI.replace(".vi.", ".en.")
    text = "---\ntitle: Trays\n---\n## How\n\nWrite 77 names.\n"
    _, judgement = judge_site(tmp_path, changed(MAI, allowed("translation-mismatch")), {english: text})
    found = [f for f in judgement.findings if f.code == "translation-mismatch"]
    assert found and {f.severity for f in found} == {"info"} and {f.place.file for f in found} == {english}


def test_findings_stand_in_order_and_once(tmp_path: Path) -> None:
    """However many rooms find the same."""
    _, judgement = judge_site(tmp_path, changed(MAI, LATE, ("unit: noi", "unit: noii")))
    assert list(judgement.findings) == in_order(judgement.findings)


def test_verdicts_and_consent_are_given_for_pages(tmp_path: Path) -> None:
    """So that nothing is judged twice."""
    _, judgement = judge_site(tmp_path, {"content/exemplars/2024/noi-02.vi.md": SITE[MAI].replace("site, print", "")})
    assert set(judgement.verdicts) == {"2024/noi-01", "2024/noi-02"}
    assert ("exemplar", "2024/noi-02") in judgement.consent.withheld
