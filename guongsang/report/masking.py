"""The two sentences of a finding, with personal data from contributors' files covered, as every telling has them."""

from guongsang.findings import Finding
from guongsang.i18n.messages import Catalogue
from guongsang.judge.people.masking import masked_words


def message_of(finding: Finding, catalogue: Catalogue) -> str:
    """Return what is wrong."""
    return catalogue.tell(masked_words(finding.message))


def hint_of(finding: Finding, catalogue: Catalogue) -> str:
    """Return what to do about it."""
    return catalogue.tell(masked_words(finding.hint))
