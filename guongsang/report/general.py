"""What is said of many findings at once: a sentence of its own where there is one, else the sentence left open."""

from collections.abc import Callable, Mapping, Sequence

from guongsang.findings import Finding
from guongsang.i18n.messages import Catalogue, Message, say_n
from guongsang.judge.people.masking import masked
from guongsang.report.folding import TO_FILL_IN
from guongsang.report.words import message_of
from guongsang.text.visible import visible

_NAMES = 12
OPEN = "…"

GENERAL: Mapping[str, tuple[str, Callable[[int, list[str]], Message]]] = {
    "{unit} has no plan to nurture and replicate": (
        "unit",
        lambda n, names: say_n("{n} unit has no plan: {names}", "{n} units have no plan: {names}", n=n, names=names),
    ),
    "{unit} has registered {n} exemplar of at least {least}": (
        "unit",
        lambda n, names: say_n(
            "{n} unit has registered fewer exemplars than it owes: {names}",
            "{n} units have registered fewer exemplars than they owe: {names}",
            n=n,
            names=names,
        ),
    ),
    "the registered exemplar {id} is not in the unit's plan": (
        "id",
        lambda n, names: say_n(
            "{n} registered exemplar is not in the plan of its unit: {names}",
            "{n} registered exemplars are not in the plans of their units: {names}",
            n=n,
            names=names,
        ),
    ),
}
"""For a sentence: the place whose values are listed, and what is said of so many of them."""


def headline(findings: Sequence[Finding], catalogue: Catalogue) -> tuple[str, bool]:
    """Return what is said of findings that are told as one, and whether it names what differs between them."""
    first, n = findings[0], len(findings)
    if first.code == TO_FILL_IN:
        filled = say_n("{n} place is still to be filled in", "{n} places are still to be filled in", n=n)
        return catalogue.tell(filled), False
    if general := GENERAL.get(first.message.text):
        place, sentence = general
        names = list(dict.fromkeys(catalogue.form(f.message.args[place]) for f in findings))
        shown = names[:_NAMES] + ([OPEN] if len(names) > _NAMES else [])
        return visible(masked(catalogue.tell(sentence(n, shown)))), True
    sentence_left_open = masked(visible(_left_open(findings, catalogue)))
    counted = say_n("{sentence} ({n} place)", "{sentence} ({n} places)", n=n, sentence=sentence_left_open)
    return catalogue.tell(counted), False


def _left_open(findings: Sequence[Finding], catalogue: Catalogue) -> str:
    """Return the sentence of findings with … for what differs; the first one's where nothing would be left of it."""
    first = findings[0].message
    told = message_of(findings[0], catalogue)
    if all(message_of(f, catalogue) == told for f in findings):
        return told
    text = _open([f.message for f in findings], catalogue)
    return text if sum(char.isalpha() for char in text) > 3 else catalogue.tell(first)


def _open(messages: Sequence[Message], catalogue: Catalogue) -> str:
    """Return a sentence with … in each place that is not filled alike; a sentence inside it is opened too."""
    values: dict[str, str] = {}
    for name in differing(messages, catalogue):
        inner = [v for m in messages if isinstance(v := m.args[name], Message)]
        alike = len(inner) == len(messages) and len({m.text for m in inner}) == 1
        values[name] = _open(inner, catalogue) if alike else OPEN
    return catalogue.tell_with(messages[0], values)


def differing(messages: Sequence[Message], catalogue: Catalogue) -> list[str]:
    """Return the names of the places of a sentence that are not filled alike, in the order of the sentence."""
    firsts = {name: catalogue.form(value) for name, value in messages[0].args.items()}
    return [
        name for name, first in firsts.items() if any(catalogue.form(m.args.get(name, "")) != first for m in messages)
    ]


def details(findings: Sequence[Finding], shown: Sequence[Finding], catalogue: Catalogue) -> list[str]:
    """Return for those of some findings that are shown in a few words what each has that the others have not."""
    filled = findings[0].code == TO_FILL_IN
    places = ["what"] if filled else differing([f.message for f in findings], catalogue)
    told = [", ".join(catalogue.form(f.message.args.get(place, "")) for place in places) for f in shown]
    return [visible(masked(text)) for text in told]
