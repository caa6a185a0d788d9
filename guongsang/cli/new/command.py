"""Declares the command that makes new files, `new exemplar` and its like, and new criteria (`new criterion`)."""

from collections.abc import Callable, Mapping
from typing import Any

import click

from guongsang.cli.call import Call
from guongsang.cli.line.click_helpers import Declare
from guongsang.cli.new import bulletin, campaign, criterion, criterion_questions, documents, exemplar
from guongsang.cli.new.asking import Kind, ask_and_make
from guongsang.cli.new.prompts import Question
from guongsang.i18n.messages import say

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("exemplar", say("A new profile of an exemplar."), exemplar.QUESTIONS, exemplar.make_exemplar),
        Kind("plan", say("A new plan of a unit to nurture and replicate."), documents.PLAN, documents.make_plan),
        Kind("bulletin", say("A new issue of the bulletin."), bulletin.QUESTIONS, bulletin.make_bulletin),
        Kind("page", say("A new free page."), documents.PAGE, documents.make_page),
        Kind(
            "campaign",
            say("A new campaign out of an old one: rules carried over, dates moved."),
            campaign.QUESTIONS,
            campaign.make_campaign,
        ),
        Kind(
            "review",
            say("A new review of a campaign, its figures filled in."),
            documents.REVIEW,
            documents.make_review,
        ),
        Kind(
            "criterion",
            say("A new criterion at the end of a criteria file, with how it is checked."),
            criterion_questions.QUESTIONS,
            criterion.make_criterion,
        ),
    )
}
_ARGUMENTS = {"campaign": click.argument("name", metavar="YEAR")}


def declare(on: Declare) -> None:
    """Declare `new` with its kinds."""
    below = on.below("new", "|".join(KINDS))
    for kind in KINDS:
        _declare_kind(below, kind)


def _declare_kind(on: Declare, name: str) -> None:
    """Declare the command of a kind, with an option for each of its questions."""
    kind = KINDS[name]

    def command(call: Call, **given: Any) -> int:
        return ask_and_make(call, kind, given)

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
