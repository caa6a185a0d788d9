"""Questions to a writer: each answer may come as an option, from the keyboard, or not at all.

An option is judged like an answer. At a terminal, what is missing is asked, with numbered choices, and a wrong answer
is asked again with a hint; an empty one means “later”. Without a terminal what cannot be left open must be an option;
with `--yes` nothing is asked.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import click

from guongsang.cli.call import Call
from guongsang.cli.streams import err
from guongsang.findings import Refusal
from guongsang.i18n.messages import Message, say


@dataclass(frozen=True)
class Known:
    """What is known before an answer is given: the choices with their labels, names in use, what stands for nothing."""

    choices: Mapping[str, str] = field(default_factory=dict)
    taken: frozenset[str] = frozenset()
    default: str | None = None


@dataclass(frozen=True)
class Answer:
    """What somebody typed, at the keyboard or as the option, and all that it is read by."""

    text: str
    option: str
    known: Known
    call: Call


Options: TypeAlias = Mapping[str, Any]
"""What the options of a call give, by the fields of the questions; None for what is not given."""
Reader: TypeAlias = Callable[[Answer], Any]
"""Returns the value that an answer means. Raises Refusal."""


@dataclass(frozen=True)
class Question:
    """What a command wants to know: the field, the help of its option, what is asked (else the help), how it is read.

    An option without a `metavar` is a switch; `off` is the option that switches it off. What is needed may be left for
    later only with `--yes`.
    """

    field: str
    says: Message
    read: Reader
    metavar: str | None = None
    asks: Message | None = None
    needed: bool = False
    off: str | None = None

    @property
    def option(self) -> str:
        """Return the option that answers the question."""
        return f"--{self.field.replace('_', '-')}"


@dataclass
class Prompter:
    """Asks the questions of one call; `given` are its options by field."""

    call: Call
    questions: Mapping[str, Question]
    given: Mapping[str, Any]
    missing: list[str] = field(default_factory=list)

    @property
    def may_ask(self) -> bool:
        """Return whether there is somebody to ask."""
        return not self.given["yes"] and sys.stdin is not None and sys.stdin.isatty()

    def answers(self, *fields: str) -> dict[str, Any]:
        """Get the answers to several questions, one after the other."""
        return {name: self.answer(name) for name in fields}

    def answer(self, name: str, known: Known | None = None) -> Any:
        """Get one answer: the option, else the keyboard, else the default, else None. Raises Refusal."""
        question, known = self.questions[name], known or Known()

        def read(text: str) -> Any:
            return question.read(Answer(text, question.option, known, self.call))

        given = self.given[name]
        if given is not None:
            return given if isinstance(given, bool) else read(given.strip())
        if self.may_ask:
            return self._asked(question, known, read)
        if question.needed and not self.given["yes"] and known.default is None:
            self.missing.append(question.option)
        return read(known.default) if known.default else None

    def _asked(self, question: Question, known: Known, read: Callable[[str], Any]) -> Any:
        """Ask until an answer can be read; an empty one is the default. Choices stand above the question."""
        asks = self.call.tell(question.asks or question.says)
        if known.choices:
            err(asks)
            for n, (name, label) in enumerate(known.choices.items(), 1):
                err(f"  {n:>2}. {name}" + (f"  {label}" if label != name else ""))
        later = self.call.tell(say("[{default}]", default=known.default) if known.default else say("[later]"))
        while True:
            typed = click.prompt(
                f"{asks} {later}:", default="", show_default=False, prompt_suffix=" ", err=True
            ).strip()
            if not typed:
                return read(known.default) if known.default else None
            try:
                return read(typed)
            except Refusal as fault:
                err("  " + self.call.tell(fault.message))

    def done(self) -> None:
        """End the questions. Raises Refusal where nobody could be asked for what is needed."""
        if self.missing:
            raise Refusal(
                say(
                    "there is no terminal to ask at; give {options}, or --yes to leave them for later",
                    options=", ".join(self.missing),
                )
            )
