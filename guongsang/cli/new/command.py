"""Declares the command that makes new files: `new exemplar`, `plan`, `bulletin`, `page`, `campaign`, `review`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import click

from guongsang.cli.call import Call
from guongsang.cli.click_helpers import Declare
from guongsang.cli.new import bulletin, campaign, documents, exemplar
from guongsang.cli.new.prompts import Options, Question
from guongsang.i18n.messages import Message, say


@dataclass(frozen=True)
class Kind:
    """A kind of new file: what the help says of it, what is asked, how it is made."""

    says: Message
    questions: Mapping[str, Question]
    make: Callable[[Call, Options], int]


KINDS: Mapping[str, Kind] = {
    "exemplar": Kind(say("A new profile of an exemplar."), exemplar.QUESTIONS, exemplar.exemplar),
    "plan": Kind(say("A new plan of a unit to nurture and replicate."), documents.PLAN, documents.plan),
    "bulletin": Kind(say("A new issue of the bulletin."), bulletin.QUESTIONS, bulletin.bulletin),
    "page": Kind(say("A new free page."), documents.PAGE, documents.page),
    "campaign": Kind(
        say("A new campaign out of an old one: rules carried over, dates moved."), campaign.QUESTIONS, campaign.campaign
    ),
    "review": Kind(say("A new review of a campaign, its figures filled in."), documents.REVIEW, documents.review),
}
_ARGUMENTS = {"campaign": click.argument("name", metavar="YEAR")}


def declare(on: Declare) -> None:
    """Declare `new` with its kinds."""
    below = on.below("new", say("Make a new file by answering questions."), "|".join(KINDS))
    for kind in KINDS:
        _declare_kind(below, kind)


def _declare_kind(on: Declare, name: str) -> None:
    """Declare the command of a kind, with an option for each of its questions."""
    kind = KINDS[name]

    def command(call: Call, **given: Any) -> int:
        return kind.make(call, given)

    for question in reversed(tuple(kind.questions.values())):
        command = _option(on, question)(command)
    if name in _ARGUMENTS:
        command = _ARGUMENTS[name](command)
    on.command(name, says=kind.says)(command)


def _option(on: Declare, question: Question) -> Callable[[Any], Any]:
    """Declare the option of a question; None stands for what is not given."""
    if question.metavar:
        return on.option(question.option, metavar=question.metavar, says=question.says)
    names = f"{question.option}/{question.off}" if question.off else question.option
    return on.option(names, is_flag=True, default=None, says=question.says)
