"""Declares the command that makes new files: `new exemplar`, `plan`, `bulletin`, `page`, `campaign`, `review`."""

from collections.abc import Callable
from typing import Any

import click

from guongsang.cli import drafting
from guongsang.cli.call import Call
from guongsang.cli.click_helpers import Declare
from guongsang.cli.prompts import Question
from guongsang.cli.questions import QUESTIONS
from guongsang.i18n.messages import Message, say

_KINDS: dict[str, tuple[Message, Callable[[Call, drafting.Options], int]]] = {
    "exemplar": (say("A new profile of an exemplar."), drafting.exemplar),
    "plan": (say("A new plan of a unit to nurture and replicate."), drafting.plan),
    "bulletin": (say("A new issue of the bulletin."), drafting.bulletin),
    "page": (say("A new free page."), drafting.page),
    "campaign": (say("A new campaign out of an old one: rules carried over, dates moved."), drafting.campaign),
    "review": (say("A new review of a campaign, its figures filled in."), drafting.review),
}
_ARGUMENTS = {"campaign": click.argument("name", metavar="YEAR")}


def declare(on: Declare) -> None:
    """Declare `new` with its kinds."""
    below = on.below("new", say("Make a new file by answering questions."), "|".join(_KINDS))
    for kind in _KINDS:
        _declare_kind(below, kind)


def _declare_kind(on: Declare, kind: str) -> None:
    """Declare the command of a kind, with an option for each of its questions."""
    says, make = _KINDS[kind]

    def command(call: Call, **given: Any) -> int:
        return make(call, given)

    for question in reversed(tuple(QUESTIONS[kind].values())):
        command = _option(on, question)(command)
    if kind in _ARGUMENTS:
        command = _ARGUMENTS[kind](command)
    on.command(kind, says=says)(command)


def _option(on: Declare, question: Question) -> Callable[[Any], Any]:
    """Declare the option of a question; None stands for what is not given."""
    if question.metavar:
        return on.option(question.option, metavar=question.metavar, says=question.says)
    names = f"{question.option}/{question.off}" if question.off else question.option
    return on.option(names, is_flag=True, default=None, says=question.says)
