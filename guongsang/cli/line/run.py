"""Runs the command that the words of a call name, and brings whatever ends it to an exit status and a sentence."""

import os
from collections.abc import Sequence

import click

from guongsang.cli.call import DONE, ENVIRONMENT, INTERRUPTED, WRONG, own_fault
from guongsang.cli.line.catalogue import find_catalogue
from guongsang.cli.line.command_line import usage
from guongsang.cli.line.commands import COMMANDS, commands_in
from guongsang.cli.line.words import EVERYWHERE, in_front
from guongsang.cli.streams import err
from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.i18n.system_faults import reason_of
from guongsang.text.visible import visible


def run(typed: Sequence[str]) -> int:
    """Run the command that was typed and give its exit status."""
    words = in_front(list(typed))
    catalogue = find_catalogue(words)
    if typed and typed[-1] in EVERYWHERE:
        err(catalogue.tell(say("the option {name} lacks its value", name=typed[-1])))
        return WRONG
    try:
        status = commands_in(catalogue).main(words, prog_name=str(catalogue.start), standalone_mode=False)
        return status if isinstance(status, int) else DONE
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.UsageError as fault:
        err(catalogue.tell(usage(fault, _commands_of(fault) or (*COMMANDS, "test"))))
        return WRONG
    except click.ClickException as fault:
        err(fault.format_message())
        return WRONG
    except Refusal as fault:
        err(catalogue.tell(fault.message))
        return fault.status
    except (KeyboardInterrupt, click.Abort):
        err(catalogue.tell(say("stopped; nothing was changed")))
        return INTERRUPTED
    except SystemExit:  # click raises it where whoever read the output has gone
        return DONE
    except MemoryError:
        err(catalogue.tell(say("the machine refused something: {reason}", reason=say("memory ran out"))))
        return ENVIRONMENT
    except OSError as fault:
        named = say("{reason} ({file})", reason=reason_of(fault), file=visible(str(fault.filename)))
        reason = named if fault.filename else reason_of(fault)
        err(catalogue.tell(say("the machine refused something: {reason}", reason=reason)))
        return ENVIRONMENT
    except Exception as fault:
        if os.environ.get("GUONGSANG_DEBUG"):
            raise
        err(catalogue.tell(own_fault(fault)))
        return ENVIRONMENT


def _commands_of(fault: click.UsageError) -> tuple[str, ...]:
    """Return the commands below a command, where the fault is there."""
    inner = fault.ctx.command if fault.ctx and fault.ctx.parent else None
    return tuple(inner.commands) if isinstance(inner, click.Group) else ()
