"""How a command is declared: click's decorators, their help told in the language of the call."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import click

from guongsang.cli.line.command_line import in_words
from guongsang.cli.streams import out
from guongsang.i18n.messages import Catalogue, Message, say

CONTEXT: dict[str, Any] = {"help_option_names": [], "max_content_width": 100}


@dataclass(frozen=True)
class Declare:
    """Declares the commands of one call; `purposes` says what each is for that the list of commands names."""

    group: click.Group
    catalogue: Catalogue
    purposes: Mapping[str, Message]

    def command(self, name: str, says: Message | None = None) -> Callable[[Callable[..., Any]], click.Command]:
        """Declare a command; what it gives is the exit status. Its first parameter is the `Call`."""

        def declared(function: Callable[..., Any]) -> click.Command:
            with_help = shows_help(self.catalogue)(click.pass_obj(function))
            told = self.catalogue.tell(says or self.purposes[name])
            made: click.Command = self.group.command(name, help=told, context_settings=CONTEXT)(with_help)
            return made

        return declared

    def below(self, name: str, metavar: str) -> "Declare":
        """Declare a command that has commands of its own."""
        group = click.Group(
            name,
            help=self.catalogue.tell(self.purposes[name]),
            context_settings=CONTEXT,
            subcommand_metavar=metavar,
            no_args_is_help=False,
        )
        self.group.add_command(shows_help(self.catalogue)(group))
        return Declare(group, self.catalogue, {})

    def option(self, *names: str, says: Message, **rest: Any) -> Callable[[Any], Any]:
        """Declare an option of a command."""
        return click.option(*names, help=self.catalogue.tell(says), **rest)


def shows_help(catalogue: Catalogue) -> Callable[[Any], Any]:
    """Declare the option that tells the help."""

    def helped(context: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked:
            out(in_words(context.get_help(), catalogue))
            context.exit()

    return click.option(
        "-h",
        "--help",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=helped,
        help=catalogue.tell(say("Tell this help and end")),
    )
