"""Questions to a writer: each answer may come as an option, from the keyboard, or not at all.

An option is judged like an answer. At a terminal, what is missing is asked, with numbered choices, and a wrong answer
is asked again with a hint; an empty one means “later”. Without a terminal what cannot be left open must be an option;
with `--yes` nothing is asked. Whoever wants to go back raises `WentBack`; the same questions are then asked once more
from the beginning, and what is sure by then is answered without a word.
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
from guongsang.text.visible import visible


@dataclass(frozen=True)
class Known:
    """What is known before an answer is given: the choices with their labels, names in use, what stands for nothing.

    What `must` be answered cannot be left for later; `wrong` says what is wrong with a value that could be read.
    """

    choices: Mapping[str, str] = field(default_factory=dict)
    taken: frozenset[str] = frozenset()
    default: str | None = None
    must: bool = False
    wrong: Callable[[Any], Message | None] | None = None


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
    later only with `--yes`. `more` is told to who asks for it, else the help. `nothing` is what an empty answer means,
    if it is not “later”.
    """

    field: str
    says: Message
    read: Reader
    metavar: str | None = None
    asks: Message | None = None
    needed: bool = False
    off: str | None = None
    more: Message | None = None
    nothing: Message | None = None

    @property
    def option(self) -> str:
        """Return the option that answers the question."""
        return f"--{self.field.replace('_', '-')}"


class WentBack(Exception):
    """Somebody wants the question before."""


class Declined(click.Abort):
    """Somebody saw what would be written and said no."""


@dataclass
class Typed:
    """What was typed: texts by field, which of them are sure, and which were asked in this pass, in their order.

    The text of a question that somebody went back over is kept as a proposal. `keep` is called with every answer.
    """

    texts: dict[str, str] = field(default_factory=dict)
    sure: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    keep: Callable[["Typed"], None] | None = None
    told: bool = False

    def answered(self, name: str, text: str) -> None:
        """Take down an answer."""
        self.texts[name] = text
        self.sure.add(name)
        if self.keep:
            self.keep(self)

    def go_back(self) -> None:
        """Begin again, so that the question before the last one is asked next."""
        self.sure = set(self.asked[:-2])
        self.asked = []


@dataclass
class Prompter:
    """Asks the questions of one call; `given` are its options by field. Without `typed` nobody can go back."""

    call: Call
    questions: Mapping[str, Question]
    given: Options
    typed: Typed | None = None
    missing: list[str] = field(default_factory=list)
    must: bool = False

    @property
    def may_ask(self) -> bool:
        """Return whether there is somebody to ask."""
        return not self.given["yes"] and sys.stdin is not None and sys.stdin.isatty()

    def answers(self, *fields: str) -> dict[str, Any]:
        """Get the answers to several questions, one after the other."""
        return {name: self.answer(name) for name in fields}

    def answer(self, name: str, known: Known | None = None) -> Any:
        """Get one answer: the option, else the keyboard, else the default, else None. Raises Refusal, WentBack."""
        question, known = self.questions[name], known or Known()
        given = self.given[name]
        if given is not None:
            return given if isinstance(given, bool) else self._read(question, known, given.strip())
        if self.may_ask:
            return self._asked(question, known)
        if known.default is None and (known.must or (question.needed and not self.given["yes"])):
            self.missing.append(question.option)
            self.must |= known.must
        return self._read(question, known, "")

    def _read(self, question: Question, known: Known, text: str) -> Any:
        """Return what a text means, or the default for an empty one that was not given. Raises Refusal."""
        given = self.given[question.field] is not None
        meant = text if text or given else known.default
        if meant is None or (not meant and not given):
            return None
        value = question.read(Answer(meant, question.option, known, self.call))
        if known.wrong and (fault := known.wrong(value)):
            raise Refusal(fault)
        return value

    def _asked(self, question: Question, known: Known) -> Any:
        """Return the answer that is sure, else ask. What was sure and cannot be read any more is asked again."""
        typed = self.typed
        if typed is not None:
            typed.asked.append(question.field)
            if question.field in typed.sure:
                try:
                    return self._read(question, known, typed.texts.get(question.field, ""))
                except Refusal as fault:
                    err("  " + self.call.tell(fault.message))
                    typed.texts.pop(question.field, None)
        return self._ask(question, known)

    def _ask(self, question: Question, known: Known) -> Any:
        """Ask until an answer can be read; an empty one is what was typed before, else the default."""
        name, typed = question.field, self.typed
        before = typed.texts.get(name, "") if typed else ""
        self._tell_keys(question)
        self._show_choices(question, known)
        while True:
            text = self._prompt(question, before or known.default, known)
            if typed is not None and text == "<":
                self._go_back(typed)
                continue
            if typed is not None and text == "?":
                err("  " + self.call.tell(question.more or question.says))
                continue
            text = "" if typed is not None and text == "-" else text or before
            if not text and not known.default and known.must:
                err("  " + self.call.tell(say("this cannot be left for later")))
                continue
            try:
                value = self._read(question, known, text)
            except Refusal as fault:
                err("  " + self.call.tell(fault.message))
                continue
            if typed is not None:
                typed.answered(name, _as_kept(text, value, known))
            return value

    def _prompt(self, question: Question, proposed: str | None, known: Known) -> str:
        """Ask once, with what an empty answer stands for; return what was typed. Raises click.Abort."""
        asks = self.call.tell(question.asks or question.says)
        nothing = say("[{default}]", default=question.nothing) if question.nothing else say("[later]")
        later = "" if known.must else self.call.tell(nothing)
        shown = self.call.tell(say("[{default}]", default=visible(proposed))) if proposed else later
        text: str = click.prompt(
            f"{asks} {shown}".rstrip() + ":", default="", show_default=False, prompt_suffix=" ", err=True
        )
        return text.strip()

    def _tell_keys(self, question: Question) -> None:
        """Tell once, before the first question, which answers are none."""
        if self.typed is None or self.typed.told or question.field == "yes":
            return
        self.typed.told = True
        self.call.report(
            say("`<` goes back to the question before, `?` tells more about a question, `-` takes an answer back.")
        )

    def _show_choices(self, question: Question, known: Known) -> None:
        """Print what there is to choose from above the question, with numbers."""
        if not known.choices:
            return
        err(self.call.tell(question.asks or question.says))
        for n, (name, label) in enumerate(known.choices.items(), 1):
            err(f"  {n:>2}. {name}" + (f"  {label}" if label != name else ""))

    def _go_back(self, typed: Typed) -> None:
        """Raise WentBack, or tell that there is no question before."""
        if len(typed.asked) > 1:
            raise WentBack
        err("  " + self.call.tell(say("this is the first question")))

    def done(self) -> None:
        """End the questions. Raises Refusal where nobody could be asked for what is needed."""
        if self.missing and self.must:
            raise Refusal(say("these cannot be left for later: {options}", options=", ".join(self.missing)))
        if self.missing:
            raise Refusal(
                say(
                    "there is no terminal to ask at; give {options}, or --yes to leave them for later",
                    options=", ".join(self.missing),
                )
            )


def _as_kept(text: str, value: Any, known: Known) -> str:
    """Return how an answer is written down: the ids of what was chosen, because numbers may come to mean others."""
    if known.choices and text and isinstance(value, str):
        return value
    return ", ".join(value) if known.choices and value and isinstance(value, list) else text
