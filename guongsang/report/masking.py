"""What no telling repeats from a contributor's file: personal data, be it what a finding is about or not.

Every form in which findings or repairs are told takes its words from here, so that none gives away what another covers.
Only a command stays as it is, because it must work: it holds paths, which stand beside the finding anyway.
"""

from collections.abc import Iterator

from guongsang.commands import Command
from guongsang.findings import Finding, covered
from guongsang.i18n.messages import Catalogue, Message
from guongsang.read.odd_characters import replaced
from guongsang.text.personal_data import personal_in


def message_of(finding: Finding, catalogue: Catalogue) -> str:
    """Return what is wrong."""
    return _told(finding.message, catalogue)


def hint_of(finding: Finding, catalogue: Catalogue) -> str:
    """Return what to do about it."""
    return _told(finding.hint, catalogue)


def _told(message: Message, catalogue: Catalogue) -> str:
    text = catalogue.tell(message)
    for command in _commands_in(message):
        before, typed, after = text.partition(catalogue.form(command))
        return masked(before) + typed + masked(after)
    return masked(text)


def _commands_in(value: object) -> Iterator[Command]:
    """Find the commands in a message and in those inside it."""
    if isinstance(value, Command):
        yield value
    elif isinstance(value, Message):
        for inner in value.args.values():
            yield from _commands_in(inner)


def masked(text: str) -> str:
    """Cover personal data in a text, which stays as long as it was."""
    return replaced(text, [(p.start, p.end, covered(text[p.start : p.end])) for p in personal_in(text)])
