"""How answers are read: texts, days, yes or no, choices. Each reader raises Refusal with a hint."""

from collections.abc import Callable, Mapping
from datetime import date

from guongsang.cli.new.prompts import Answer, Reader
from guongsang.findings import Refusal
from guongsang.i18n.messages import Message, say
from guongsang.read.fields.typed_dates import day_typed
from guongsang.text.suggestions import closest
from guongsang.text.vietnamese import fold

_WHEN_IT_HAS = say("correct the date, or write it when it has happened")
_SHOWN = 60
"""How many characters of a wrong answer are repeated."""


def read_text(wrong: Callable[[str], Message | None]) -> Reader:
    """Return the reader of a text, which raises Refusal where `wrong` says what is wrong with it."""

    def read(answer: Answer) -> str:
        if fault := wrong(answer.text):
            raise Refusal(fault)
        return answer.text

    return read


def read_day(answer: Answer) -> date:
    """Read a day as year-month-day, or as people here write it. Raises Refusal."""
    try:
        if parts := day_typed(answer.text):
            return date(*parts)
    except ValueError:
        pass
    raise Refusal(say("{value} is not a day; write it like 2022-06-10", value=_shortened(answer.text)))


def read_past_day(answer: Answer) -> date:
    """Read a day on which something has happened, so none that has still to come. Raises Refusal."""
    day = read_day(answer)
    if day > answer.call.today:
        raise Refusal(say("{what}; {cure}", what=say("{day} has not come yet", day=day), cure=_WHEN_IT_HAS))
    return day


def read_flag(answer: Answer) -> bool:
    """Read yes or no, in the language of the call or in short. Raises Refusal."""
    words = {fold(answer.call.tell(say("yes"))): True, fold(answer.call.tell(say("no"))): False}
    words |= {"y": True, "n": False, "true": True, "false": False, "c": True, "k": False}
    if fold(answer.text) not in words:
        raise Refusal(say("answer {yes} or {no}", yes=say("yes"), no=say("no")))
    return words[fold(answer.text)]


def read_choice(answer: Answer) -> str:
    """Read one of the ids to choose from; its number or label is an answer too. Raises Refusal."""
    return pick(answer.text, answer.known.choices, answer.option)


def read_choices(answer: Answer) -> list[str]:
    """Read several ids with commas between. Raises Refusal."""
    names = (name.strip() for name in answer.text.split(","))
    return [pick(name, answer.known.choices, answer.option) for name in names if name]


def pick(answer: str, choices: Mapping[str, str], option: str) -> str:
    """Return the id that an answer means. Raises Refusal with what there is, or the nearest."""
    if answer in choices:
        return answer
    names = list(choices)
    if answer.isdecimal() and 0 < int(answer) <= len(names):
        return names[int(answer) - 1]
    by_label = {fold(label): name for name, label in choices.items()}
    if fold(answer) in by_label:
        return by_label[fold(answer)]
    name = _shortened(answer)
    near = closest(answer, names) or by_label.get(closest(answer, by_label) or "")
    if near:
        raise Refusal(say("{option}: there is no {name}; did you mean {near}?", option=option, name=name, near=near))
    raise Refusal(say("{option}: there is no {name}; there are: {names}", option=option, name=name, names=names[:40]))


def _shortened(answer: str) -> str:
    return answer if len(answer) <= _SHOWN else answer[: _SHOWN - 1] + "…"
