"""Carries out `new`: asks its questions, lets a writer go back, keeps the answers until the file is written.

To go back is to ask once more from the beginning: what is sure by then is answered without a word, so no kind of file
has to know of it, and questions that depend on an answer are asked anew. Answers of an interrupted run are taken up in
the same way.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import click

from guongsang.cli.call import INTERRUPTED, Call
from guongsang.cli.lookup import content_of
from guongsang.cli.new.kept_answers import Kept, KeptAnswers
from guongsang.cli.new.prompts import Answer, Declined, Known, Options, Prompter, Question, Typed, WentBack
from guongsang.cli.new.readers import read_flag
from guongsang.cli.streams import err
from guongsang.commands import Command, command
from guongsang.findings import Refusal
from guongsang.i18n.messages import Message, say
from guongsang.read.content import Content
from guongsang.text.visible import visible


@dataclass(frozen=True)
class Kind:
    """A kind of new file: its name, what the help says of it, what is asked, how it is made of the answers."""

    name: str
    says: Message
    questions: Mapping[str, Question]
    make: Callable[[Prompter, Content], int]


def ask_and_make(call: Call, kind: Kind, given: Options) -> int:
    """Ask what is not given, make the file, and give the exit status. Raises Refusal."""
    content = content_of(call)
    kept = KeptAnswers(call.root, kind.name)
    typed = Typed(keep=kept.keep)
    asker = Prompter(call, kind.questions, given, typed)
    try:
        if not asker.may_ask:
            return kind.make(asker, content)
        _take_up(asker, kept)
        status = _made(asker, content, kind)
    except Declined:
        kept.delete()
        raise
    except (KeyboardInterrupt, click.Abort):
        if not (kept.written or any(typed.texts.values())):
            raise
        call.report(say("stopped; nothing was changed"))
        _tell_how_to_go_on(asker, kept, kind)
        return INTERRUPTED
    except Refusal as fault:
        if not (kept.written or any(typed.texts.values())):
            raise
        call.report(fault.message)
        _tell_how_to_go_on(asker, kept, kind)
        return fault.status
    kept.delete()
    return status


def _made(asker: Prompter, content: Content, kind: Kind) -> int:
    """Make the file; whenever the writer goes back, begin again. Raises Refusal, click.Abort."""
    assert asker.typed is not None
    while True:
        try:
            return kind.make(asker, content)
        except WentBack:
            asker.typed.go_back()
            asker.missing.clear()


def _take_up(asker: Prompter, kept: KeptAnswers) -> None:
    """Offer the answers of an interrupted run; those that are declined are deleted. Raises click.Abort."""
    old = kept.read(asker.questions)
    if old is None or asker.typed is None:
        return
    kept.written = True
    if not _goes_on(asker.call, old):
        kept.delete()
        return
    asker.typed.texts, asker.typed.sure = old.texts, old.sure
    for name, text in old.texts.items():
        if text and name in old.sure and asker.given[name] is None:
            question = asker.questions[name]
            err(f"  {asker.call.tell(question.asks or question.says)} {visible(text)}")


def _goes_on(call: Call, old: Kept) -> bool:
    """Ask whether to go on with the answers that are kept; an empty answer is yes. Raises click.Abort."""
    asks = say("Go on with the answers of {time} on {day}?", time=f"{old.at:%H:%M}", day=f"{old.at.day}/{old.at.month}")
    while True:
        shown = f"{call.tell(asks)} [{call.tell(say('yes'))}]:"
        text = click.prompt(shown, default="", show_default=False, prompt_suffix=" ", err=True).strip()
        try:
            return not text or read_flag(Answer(text, "", Known(), call))
        except Refusal as fault:
            err("  " + call.tell(fault.message))


def _tell_how_to_go_on(asker: Prompter, kept: KeptAnswers, kind: Kind) -> None:
    """Tell where the answers are kept; where no file could keep them, they stand in the command."""
    call = asker.call
    if not kept.written:
        again = _again(kind, {**asker.given, **_as_options(asker)})
        call.report(say("Your answers could not be kept in a file."))
        call.report(say("To go on with them: {command}", command=again))
        return
    call.report(
        say(
            "Your answers are kept in {file}, personal data too, until the new file is written.",
            file=kept.file,
        )
    )
    call.report(say("To go on with them: {command}", command=_again(kind, asker.given)))


def _as_options(asker: Prompter) -> Options:
    """Return what was typed as the options that say the same."""
    assert asker.typed is not None
    options: dict[str, str | bool] = {}
    for name, text in asker.typed.texts.items():
        question = asker.questions[name]
        if text and name in asker.typed.sure and name != "yes" and asker.given[name] is None:
            is_text = question.metavar is not None
            options[name] = text if is_text else question.read(Answer(text, question.option, Known(), asker.call))
    return options


def _again(kind: Kind, given: Options) -> Command:
    """Return the command that takes the questions up again, with the options that were given."""
    words = [given["name"]] if isinstance(given.get("name"), str) and "name" not in kind.questions else []
    for name, question in kind.questions.items():
        match given[name]:
            case str() as text:
                words += [question.option, text]
            case True:
                words.append(question.option)
            case False if question.off:
                words.append(question.off)
    return command("new", kind.name, *words)
