"""What people write in place of a value that is chosen from a list, beside its label."""

import re
from collections.abc import Iterable

from guongsang.i18n.messages import Catalogue, say
from guongsang.text.suggestions import labelled

_OTHER_CHOICES = say(
    "finished = done; completed = done; complete = done; ready = done; in progress = under-way; ongoing = under-way; "
    "started = under-way; running = under-way; to do = planned; open = planned; not started = planned; "
    "found = discovered; chosen = selected; accepted = approved; copied = replicated; awarded = honoured; "
    "public servant = public-employee; official = civil-servant; labourer = worker; unfinished = draft"
)
"""What people write beside the labels of choices, as `words = choice`; each language has its own list."""
_PAIR = re.compile(r"(?:^|; )(?P<words>[^=;]+) = (?P<choice>[\w-]+)")


def choice_called(text: str, choices: Iterable[str], catalogues: Iterable[Catalogue]) -> str | None:
    """Return the choice that is called so in one of the languages; None where none or several are."""
    told = [pair for one in catalogues for pair in _PAIR.findall(one.tell(_OTHER_CHOICES))]
    return labelled(
        text.strip(" .,;!"), {choice: [words for words, own in told if own == choice] for choice in choices}
    )
