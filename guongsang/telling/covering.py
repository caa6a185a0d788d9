"""What no telling repeats from a contributor's file: personal data, be it what a finding is about or not.

Every form in which findings or repairs are told takes its words from here, so that none gives away what another covers.
"""

from guongsang.findings import Finding, covered
from guongsang.i18n import Catalogue
from guongsang.judge.identifiers import personal_in
from guongsang.read.letters import replaced


def message_of(finding: Finding, catalogue: Catalogue) -> str:
    """Tell what is wrong."""
    return masked(catalogue.tell(finding.message))


def hint_of(finding: Finding, catalogue: Catalogue) -> str:
    """Tell what to do about it."""
    return masked(catalogue.tell(finding.hint))


def masked(text: str) -> str:
    """Cover personal data in a text, which stays as long as it was."""
    return replaced(text, [(p.start, p.end, covered(text[p.start : p.end])) for p in personal_in(text)])
