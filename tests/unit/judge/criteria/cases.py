"""The small site's profile and one criterion, as a check judges them."""

from pathlib import Path

from guongsang.i18n.messages import Catalogue
from guongsang.judge.criteria.applicable import applies
from guongsang.judge.criteria.check import Case, Outcome
from guongsang.judge.criteria.kinds import CHECK_BY_NAME, CHECK_FORMS
from guongsang.read.data.criteria import read_criteria
from guongsang.read.data.loader import DataLoader
from guongsang.read.data.types import Criterion
from guongsang.read.files import Found
from unit.support import MAI, changed, read_site

ENGLISH = Catalogue("en")
CRITERIA = "content/criteria/2024.yaml"
HEAD = """\
categories:
  - {id: nurse, label: {vi: Điều dưỡng, en: Nurse}}
  - {id: ward, subject: collective, label: {vi: Buồng bệnh, en: Ward}}
criteria:
  - {id: A-1, label: {vi: Một, en: One}, check: {evidence: {}}}
"""
SERVES = ("serves: [A-1]", "serves: [A-1, X]")
"""The change by which the profile's evidence serves the criterion X."""


def row(check: str, more: str = "", id: str = "X") -> str:
    """Write a criterion of section 5 on one line."""
    return f"  - {{id: {id}, section: '5', label: {{vi: Xét, en: X}}, check: {check}{more}}}\n"


def case_of(root: Path, check: str, *changes: tuple[str, str], more: str = "") -> tuple[Case, Criterion]:
    """Read the small site with the criterion X, and after it other rows; return the case of its profile, and X."""
    content = read_site(root, {CRITERIA: HEAD + row(check) + more}, changed(MAI, *changes))
    (entry,), criteria = content.exemplars, content.criteria["2024"]
    applicable = tuple(c for c in criteria.criteria.values() if applies(c, entry.facts, criteria))
    return Case(entry, criteria, 2024, applicable), criteria.criteria["X"]


def outcome_of(root: Path, check: str, *changes: tuple[str, str], more: str = "") -> Outcome:
    """Return what the check of X says."""
    case, criterion = case_of(root, check, *changes, more=more)
    return CHECK_BY_NAME[criterion.check].judge(case, criterion)


def is_open(root: Path, check: str, *changes: tuple[str, str]) -> bool:
    """Return whether what the check of X looks at is still to be filled in."""
    case, criterion = case_of(root, check, *changes)
    return CHECK_BY_NAME[criterion.check].is_open(case, criterion)


def reason_of(outcome: Outcome) -> str:
    """Return the reason of an outcome in English, nothing where it has none."""
    return ENGLISH.tell(outcome.reason or "")


def hint_of(outcome: Outcome) -> str:
    """Return the hint of an outcome in English, nothing where it has none."""
    return ENGLISH.tell(outcome.hint or "")


def scaffold_of(root: Path, check: str) -> object:
    """Return what a fresh file offers for the check of X."""
    _, criterion = case_of(root, check)
    return CHECK_BY_NAME[criterion.check].scaffold(criterion)


def faults_of(root: Path, check: str) -> list[str]:
    """Return what is wrong with the options of a check, as code and message in English."""
    path = root / "2024.yaml"
    path.write_text(HEAD + row(check), encoding="utf-8")
    loader = DataLoader(root)
    read_criteria(loader, Found(CRITERIA, path), ("vi", "en"), {}, CHECK_FORMS)
    return [f"{finding.code}: {ENGLISH.tell(finding.message)}" for finding in loader.findings]
