"""Questions to a writer: each answer may come as an option, from the keyboard, or not at all.

An option is judged like an answer. At a terminal, what is missing is asked, with numbered choices, and a wrong answer
is asked again with a hint; an empty one means “later”. Without a terminal what cannot be left open must be an option;
with `--yes` nothing is asked.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

import click

from guongsang.cli.call import Call, err
from guongsang.findings import Refusal
from guongsang.i18n.messages import Message, say
from guongsang.read.fields.typed_dates import day_typed
from guongsang.text.suggestions import closest
from guongsang.text.vietnamese import fold

T = TypeVar("T")


@dataclass(frozen=True)
class Question:
    """One question: the option that answers it, what is asked, whether it may be left for later."""

    option: str
    asks: Message
    given: str | None
    needed: bool = False
    default: str | None = None


@dataclass
class Prompter:
    """Asks the questions of one call."""

    call: Call
    yes: bool
    missing: list[str] = field(default_factory=list)

    @property
    def may_ask(self) -> bool:
        """Return whether there is somebody to ask."""
        return not self.yes and sys.stdin is not None and sys.stdin.isatty()

    def text(self, question: Question, wrong: Callable[[str], Message | None] = lambda _: None) -> str | None:
        """Get a text; `wrong` says what is wrong with an answer."""

        def read(answer: str) -> str:
            if fault := wrong(answer):
                raise Refusal(fault)
            return answer

        return self._get(question, read)

    def day(self, question: Question) -> date | None:
        """Get a day."""
        return self._get(question, read_day)

    def flag(self, question: Question) -> bool | None:
        """Get yes or no."""
        words = {fold(self.call.tell(say("yes"))): True, fold(self.call.tell(say("no"))): False}
        words |= {"y": True, "n": False, "true": True, "false": False, "c": True, "k": False}

        def read(answer: str) -> bool:
            if fold(answer) not in words:
                raise Refusal(say("answer {yes} or {no}", yes=say("yes"), no=say("no")))
            return words[fold(answer)]

        return self._get(question, read)

    def choice(self, question: Question, choices: Mapping[str, str]) -> str | None:
        """Get one of some ids; labels stand beside them, and a number or a label is an answer too."""
        if self.may_ask and question.given is None and choices:
            err(self.call.tell(question.asks))
            for n, (name, label) in enumerate(choices.items(), 1):
                err(f"  {n:>2}. {name}" + (f"  {label}" if label != name else ""))
        return self._get(question, lambda answer: pick(answer, choices, question.option))

    def _get(self, question: Question, read: Callable[[str], T]) -> T | None:
        """Get one answer: the option, else the keyboard, else the default, else nothing."""
        if question.given is not None:
            return read(question.given.strip())
        if not self.may_ask:
            if question.needed and not self.yes and question.default is None:
                self.missing.append(question.option)
            return read(question.default) if question.default else None
        while True:
            answer = self._prompt(question)
            if not answer:
                return read(question.default) if question.default else None
            try:
                return read(answer)
            except Refusal as fault:
                err("  " + self.call.tell(fault.message))

    def _prompt(self, question: Question) -> str:
        later = say("[{default}]", default=question.default) if question.default else say("[later]")
        shown = f"{self.call.tell(question.asks)} {self.call.tell(later)}:"
        answer: str = click.prompt(shown, default="", show_default=False, prompt_suffix=" ", err=True)
        return answer.strip()

    def done(self) -> None:
        """End the questions. Raises Refusal where nobody could be asked for what is needed."""
        if self.missing:
            raise Refusal(
                say(
                    "there is no terminal to ask at; give {options}, or --yes to leave them for later",
                    options=", ".join(self.missing),
                )
            )


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
    near = closest(answer, names) or by_label.get(closest(answer, by_label) or "")
    if near:
        raise Refusal(say("{option}: there is no {name}; did you mean {near}?", option=option, name=answer, near=near))
    raise Refusal(say("{option}: there is no {name}; there are: {names}", option=option, name=answer, names=names[:40]))


def read_day(answer: str) -> date:
    """Read a day as year-month-day, or as people here write it. Raises Refusal."""
    try:
        if parts := day_typed(answer):
            return date(*parts)
    except ValueError:
        pass
    raise Refusal(say("{value} is not a day; write it like 2022-06-10", value=answer))
