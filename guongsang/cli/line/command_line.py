"""The words of a command line: options brought to the front, wrong use and help told in the reader's language."""

import re
from collections.abc import Sequence

import click

from guongsang.commands import command
from guongsang.i18n.messages import Catalogue, Message, say


def usage(fault: click.UsageError, commands: Sequence[str]) -> Message:
    """Write wrong use as a message; click itself speaks English only."""
    told = command(*_names(fault.ctx), "--help")
    match fault:
        case click.NoSuchOption():
            return say(
                "there is no option {name}; to see which there are: {command}", name=fault.option_name, command=told
            )
        case click.BadOptionUsage():
            if "does not take a value" in fault.message:
                return say("the option {name} takes no value", name=fault.option_name)
            return say("the option {name} lacks its value", name=fault.option_name)
        case click.MissingParameter():
            return say("{name} is missing; to see how it is used: {command}", name=_name(fault), command=told)
        case click.BadParameter():
            if wanted := _wanted(fault):
                return say("the option {name} cannot be: {value}; {wanted}", name=_name(fault), **wanted)
            return say("the option {name} cannot be: {value}", name=_name(fault), value=fault.message)
    if fault.message.startswith("Missing command"):
        return say("a word is missing here, one of these: {names}", names=", ".join(commands))
    if found := re.match(r"Got unexpected extra arguments? \((.*)\)", fault.message):
        return say("there is no place for {words} here; to see how it is used: {command}", words=found[1], command=told)
    found = re.match(r"No such command '(.*?)'", fault.message)
    if found:
        return say("there is no command {name}; the commands are: {names}", name=found[1], names=", ".join(commands))
    return say("this cannot be understood: {reason}", reason=fault.message)


def _wanted(fault: click.BadParameter) -> dict[str, object]:
    """Return what was typed for an option that takes one of a few words or a number, and what it takes."""
    typed = re.match(r"'?(.*?)'? is not ", fault.message)
    kind = fault.param.type if fault.param else None
    if typed and isinstance(kind, click.Choice):
        return {"value": typed[1], "wanted": say("it is one of: {names}", names=", ".join(map(str, kind.choices)))}
    if typed and isinstance(kind, click.IntRange):
        return {
            "value": typed[1],
            "wanted": say("it is a whole number from {least} to {most}", least=str(kind.min), most=str(kind.max)),
        }
    return {}


def _names(context: click.Context | None) -> tuple[str, ...]:
    """Return the names of a command and of those that it stands below, without that of the program."""
    inner = context is not None and context.parent is not None
    return (*_names(context.parent), str(context.info_name)) if context and inner else ()


def _name(fault: click.BadParameter) -> str:
    hint = fault.param_hint or ""
    if not hint and fault.param:
        hint = fault.param.opts[0] if isinstance(fault.param, click.Option) else (fault.param.name or "").upper()
    return str(hint)


def in_words(text: str, catalogue: Catalogue) -> str:
    """Write the few words that click itself puts into help; it speaks English only."""
    words = {"Usage:": say("Usage:"), "Options:": say("Options:"), "Commands:": say("Commands:")}
    for word, message in words.items():
        text = re.sub(rf"^{word}", catalogue.tell(message), text, flags=re.MULTILINE)
    return text
