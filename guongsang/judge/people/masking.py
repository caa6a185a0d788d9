"""What no telling repeats from a contributor's file: personal data, be it what a finding is about or not.

Every form in which findings or repairs are told takes its words from here, so that none gives away what another covers.
Only what comes from a file is covered, value by value: never our own sentences, dates, counts and commands, nor paths,
fingerprints and numbers of documents, which must be read to the letter.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from guongsang.findings import covered
from guongsang.i18n.messages import Message, Text
from guongsang.read.odd_characters import replaced
from guongsang.text.personal_data.search import personal_in_markup

_TO_THE_LETTER = frozenset("file files path folder list paper address url fingerprint code number line whole".split())
"""Places of messages whose values must be read to the letter: names of files, addresses, numbers of documents."""
_PATH = re.compile(r"(?:[\w.-]+/)+[\w.-]*|[\w-]+\.\w{2,5}")


def masked_words(message: Message) -> Message:
    """Return a message in whose values personal data is covered."""
    args: Mapping[str, object] = message.args
    return replace(message, args={name: v if name in _TO_THE_LETTER else _value(v) for name, v in args.items()})


def _value(value: object) -> object:
    match value:
        case Message():
            return masked_words(value)
        case Text():
            return replace(value, value=masked(value.value))
        case list() | tuple():
            return [_value(one) for one in value]
        case str():
            return value if _PATH.fullmatch(value) else masked(value)
    return value


@lru_cache(maxsize=4096)
def masked(text: str) -> str:
    """Cover personal data in a text, which stays as long as it was."""
    return replaced(text, [(p.start, p.end, covered(text[p.start : p.end])) for p in personal_in_markup(text)])
