"""Declares the command that makes new files: `new exemplar`, `plan`, `bulletin`, `page`, `campaign`."""

from collections.abc import Callable
from typing import Any

import click

from guongsang.cli import drafting
from guongsang.cli.call import Call
from guongsang.cli.click_helpers import Declare
from guongsang.i18n.messages import Message, say


def declare(on: Declare) -> None:
    """Declare `new` with its kinds."""
    below = on.below("new", say("Make a new file by answering questions."), "exemplar|plan|bulletin|page|campaign")
    _declare_exemplar(below)
    _declare_plan(below)
    _declare_bulletin(below)
    _declare_page(below)
    _declare_campaign(below)


def _with(on: Declare, *names: tuple[str, str, Message]) -> Callable[[Any], Any]:
    """Declare options that hold a text."""

    def declared(function: Any) -> Any:
        for name, metavar, says in reversed(names):
            function = on.option(name, metavar=metavar, says=says)(function)
        return function

    return declared


_ALSO = ("--also", "CODE", say("Make the file of a translation into this language too"))


def _declare_exemplar(on: Declare) -> None:
    @on.command("exemplar", says=say("A new profile of an exemplar."))
    @_with(
        on,
        ("--campaign", "NAME", say("Campaign; by default the newest that is open")),
        ("--category", "ID", say("Category, an id of the criteria file")),
        ("--unit", "ID", say("Unit, an id of units.yaml")),
        ("--name", "TEXT", say("Name of the person, team or model")),
        ("--title", "TEXT", say("Headline")),
        ("--summary", "TEXT", say("Summary")),
        ("--position", "TEXT", say("Position")),
        ("--staff-category", "ID", say("Staff category")),
        ("--discovered", "DATE", say("Day on which the exemplar was identified")),
        ("--registered", "DATE", say("Day of the registration")),
        ("--photo", "FILE", say("Photo; it is copied, turned upright and freed of hidden data")),
        ("--photo-alt", "TEXT", say("Description of the photo")),
        ("--slug", "NAME", say("Name of the file; by default the unit and a number, never the name of a person")),
        _ALSO,
    )
    @on.option("--leader/--no-leader", default=None, says=say("Holds a leading post"))
    @on.option("--sample", is_flag=True, says=say("Sample data"))
    @on.option("--yes", is_flag=True, says=say("Ask nothing; leave what is not given for later"))
    def exemplar(call: Call, **given: Any) -> int:
        return drafting.exemplar(call, given)


def _declare_plan(on: Declare) -> None:
    @on.command("plan", says=say("A new plan of a unit to nurture and replicate."))
    @_with(
        on,
        ("--campaign", "NAME", say("Campaign; by default the newest that is open")),
        ("--unit", "ID", say("Unit, an id of units.yaml")),
        ("--title", "TEXT", say("Title")),
        ("--completed-on", "DATE", say("Day on which the plan was finished")),
        _ALSO,
    )
    @on.option("--yes", is_flag=True, says=say("Ask nothing; leave what is not given for later"))
    def plan(call: Call, **given: Any) -> int:
        return drafting.plan(call, given)


def _declare_bulletin(on: Declare) -> None:
    @on.command("bulletin", says=say("A new issue of the bulletin."))
    @_with(
        on,
        ("--number", "TEXT", say("Number of the issue")),
        ("--title", "TEXT", say("Title")),
        ("--date", "DATE", say("Day of the issue")),
        ("--exemplars", "IDS", say("Exemplars, such as 2022/qlxd-01, with commas between")),
        ("--select", "NAME", say("All published exemplars of this campaign")),
        ("--licence", "TEXT", say("Licence to publish; without it the bulletin is for internal circulation")),
        ("--slug", "NAME", say("Name of the file; by default year and month of the day")),
        _ALSO,
    )
    @on.option("--internal", is_flag=True, says=say("For circulation inside the organisation"))
    @on.option("--yes", is_flag=True, says=say("Ask nothing; leave what is not given for later"))
    def bulletin(call: Call, **given: Any) -> int:
        return drafting.bulletin(call, given)


def _declare_page(on: Declare) -> None:
    @on.command("page", says=say("A new free page."))
    @_with(
        on,
        ("--title", "TEXT", say("Title")),
        ("--menu", "N", say("Place in the menu; without it the page is not in the menu")),
        ("--slug", "NAME", say("Name of the file; by default made of the title")),
        _ALSO,
    )
    @on.option("--yes", is_flag=True, says=say("Ask nothing; leave what is not given for later"))
    def page(call: Call, **given: Any) -> int:
        return drafting.page(call, given)


def _declare_campaign(on: Declare) -> None:
    @on.command("campaign", says=say("A new campaign out of an old one: rules carried over, dates moved."))
    @click.argument("name", metavar="YEAR")
    @_with(on, ("--from", "YEAR", say("The old campaign; by default the newest")))
    @on.option("--yes", is_flag=True, says=say("Ask nothing; leave what is not given for later"))
    def campaign(call: Call, name: str, **given: Any) -> int:
        return drafting.campaign(call, name, given)
