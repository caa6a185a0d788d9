"""The commands: the only room that prints, reads the clock and the environment, or ends the program.

Each module declares the commands of one kind of work. Findings go to standard output, progress and reports to standard
error. Exit status: 0 done, 1 findings of level error (with `--strict` warnings too), 2 wrong use, configuration, units,
criteria, catalogue or template, 3 environment, 130 interrupted (contract, section 3). `--root`, `--lang` and `--today`
may stand before or after a command. What the program says is told in the language of `--lang`, else the site's source
language.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from guongsang import __version__
from guongsang.cli import check_and_build, explain, fix, schema, serve, translate, withdraw
from guongsang.cli.call import (
    DONE,
    ENVIRONMENT,
    INTERRUPTED,
    WRONG,
    Call,
    day,
    find_catalogue,
    language,
    own_fault,
    site_folder,
)
from guongsang.cli.click_helpers import CONTEXT, Declare, shows_help
from guongsang.cli.command_line import EVERYWHERE, in_front, usage
from guongsang.cli.new import command as new_files
from guongsang.cli.streams import err, open_streams
from guongsang.commands import Command
from guongsang.findings import Refusal
from guongsang.i18n.messages import Catalogue, Message, say
from guongsang.i18n.system_faults import reason_of
from guongsang.report.words import visible

KINDS = (check_and_build, serve, new_files, translate, explain, schema, fix, withdraw)
"""The modules that declare commands."""

GC_THRESHOLDS = (10_000, 20, 20)
"""How seldom commands look for cycles: nearly all that they make lives until their end, and going through all of it
again and again takes a tenth of the time of a check."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the arguments of a command line and give its exit status; never ends in a traceback."""
    gc.set_threshold(*GC_THRESHOLDS)
    open_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    words = in_front(list(given))
    catalogue = find_catalogue(words)
    group = _commands(catalogue)
    if given[-1:] and given[-1] in EVERYWHERE:
        err(catalogue.tell(say("the option {name} lacks its value", name=given[-1])))
        return WRONG
    try:
        status = group.main(words, prog_name=str(catalogue.start), standalone_mode=False)
        return status if isinstance(status, int) else DONE
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.UsageError as fault:
        err(catalogue.tell(usage(fault, _commands_of(fault) or (*group.commands, "test"))))
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


def _commands(catalogue: Catalogue) -> click.Group:
    """Make the commands, their help told in the language of the call."""

    def option(name: str, metavar: str, says: Message) -> Callable[[Any], Any]:
        return click.option(name, metavar=metavar, help=catalogue.tell(says))

    tests = Command(("test",), of_site=False)

    @click.group(
        help=catalogue.tell(say("Gương Sáng builds a website and bulletins of exemplars from a folder of texts.")),
        epilog="\b\n" + catalogue.tell(say("To set up what the tests need and run them all: {command}", command=tests)),
        context_settings=CONTEXT,
    )
    @option("--root", "DIR", say("Folder of the site; by default that of build.py"))
    @option("--lang", "CODE", say("Language of messages, such as vi or en"))
    @option("--today", "DATE", say("The day to judge by, such as 2022-12-01"))
    @click.version_option(__version__, prog_name="Gương Sáng", help=catalogue.tell(say("Tell the version")))
    @shows_help(catalogue)
    @click.pass_context
    def group(context: click.Context, root: str | None, lang: str | None, today: str | None) -> None:
        context.obj = Call(site_folder(root), language(lang, catalogue), day(today))

    for kind in KINDS:
        kind.declare(Declare(group, catalogue))
    return group
