"""All commands: what each is for, and the module that declares it, which is imported when it is wanted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from guongsang import __version__
from guongsang.cli.call import Call, day, language, site_folder
from guongsang.cli.line.click_helpers import CONTEXT, Declare, shows_help
from guongsang.commands import Command
from guongsang.i18n.messages import Catalogue, Message, say


@dataclass(frozen=True)
class Listed:
    """A command in the list: the module below this folder whose `declare` makes it, and what it is for."""

    module: str
    says: Message


COMMANDS: Mapping[str, Listed] = {
    "build": Listed("check_and_build", say("Check, render, print and publish into output/.")),
    "check": Listed("check_and_build", say("Judge only; FILES limit what is told.")),
    "serve": Listed("serve", say("Show the site in the browser, live while you write.")),
    "new": Listed("new.command", say("Make a new file by answering questions.")),
    "translate": Listed("translate", say("Make, stamp or list translations.")),
    "explain": Listed(
        "explain", say("Tell what a code means; or whether a file is on the site, where, and if not, why.")
    ),
    "schema": Listed("schema", say("Write schemas, snippets and settings, so that editors complete fields and ids.")),
    "fix": Listed("fix", say("Show safe repairs (letters, dates, invisible characters) as a difference.")),
    "todo": Listed("todo", say("Tell what is missing, who must act and by when, what is overdue first.")),
    "withdraw": Listed(
        "withdraw",
        say("Withdraw an exemplar: show every text, page, picture and paper with the name, and write the withdrawal."),
    ),
    "publish": Listed("publish", say("Put the last build into a web root in one step, or go back to the one before.")),
    "verify": Listed("verify", say("Prove that a copy of the site is complete and unaltered.")),
}


class Commands(click.Group):
    """The group of all commands, which imports what one of them needs when it is named."""

    catalogue = Catalogue("en")

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name all commands, in the order of the alphabet."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; None where there is none of that name."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            module = import_module(f"guongsang.cli.{COMMANDS[cmd_name].module}")
            module.declare(Declare(self, self.catalogue, {name: row.says for name, row in COMMANDS.items()}))
        return self.commands.get(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, without importing any."""
        limit = formatter.width - 6 - max(map(len, COMMANDS))
        rows = [
            (name, click.Command(name, help=self.catalogue.tell(row.says)).get_short_help_str(limit))
            for name, row in sorted(COMMANDS.items())
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def commands_in(catalogue: Catalogue) -> Commands:
    """Return the commands, their help told in the language of the call."""

    def option(name: str, metavar: str, says: Message) -> Callable[[Any], Any]:
        return click.option(name, metavar=metavar, help=catalogue.tell(says))

    tests = Command(("test",), of_site=False)

    @click.group(
        cls=Commands,
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

    group.catalogue = catalogue
    return group
