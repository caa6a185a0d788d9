"""The command `todo`: what is missing in each open campaign, who must act and by when; what is overdue comes first."""

from collections.abc import Sequence

import click

from guongsang.cli.call import DONE, WRONG, Call
from guongsang.cli.line.click_helpers import Declare
from guongsang.cli.streams import out
from guongsang.cli.told.findings import report_setup
from guongsang.findings import SetupError
from guongsang.i18n.messages import Message, say, say_n
from guongsang.model.office.board import OfficeYear, office_year
from guongsang.model.office.tasks import Task
from guongsang.model.site import unit_name
from guongsang.pipeline.checking import Checked, check_site
from guongsang.read.content import Content
from guongsang.report.words import shown_path
from guongsang.text.suggestions import closest, labelled
from guongsang.text.visible import visible


def declare(on: Declare) -> None:
    """Declare `todo`."""

    @on.command("todo")
    @click.argument("unit", required=False, metavar="[UNIT]")
    def todo(call: Call, unit: str | None) -> int:
        try:
            checked = check_site(call.root, call.today)
        except SetupError as fault:
            return report_setup(call, fault)
        wanted = _unit(checked.content, unit) if unit is not None else None
        if unit is not None and wanted is None:
            call.report(_no_unit(checked.content, unit))
            return WRONG
        campaigns = [c for c in checked.content.campaigns if not c.facts.closed and not c.draft]
        years = [office_year(checked.content, checked.findings, c, call.today) for c in campaigns]
        lines = [line for year in years for line in _year(call, checked, year, wanted)]
        out("\n".join(lines) if lines else call.tell(say("Nothing is to be done.")))
        return DONE


def _unit(content: Content, word: str) -> str | None:
    """Return the unit that is meant by its id or by a name."""
    if word in content.units:
        return word
    return labelled(word, {unit.id: unit.name.texts.values() for unit in content.units.values()})


def _no_unit(content: Content, word: str) -> Message:
    missing = say("there is no unit {name} in this site", name=word)
    near = closest(word, content.units)
    if near:
        return say("{missing}; did you mean {near}?", missing=missing, near=near)
    return say("{missing}; its units are {names}", missing=missing, names=list(content.units))


def _year(call: Call, checked: Checked, year: OfficeYear, unit: str | None) -> list[str]:
    """Write the tasks of a campaign, or those of one unit in it."""
    tasks = [task for task in year.tasks if unit in (None, task.unit)]
    if not tasks:
        return []
    overdue = sum(bool(task.days_late(year.today)) for task in tasks)
    head = say("To do in {year}, on {day}", year=year.campaign.slug, day=year.today)
    count = say_n(
        "{n} task, of which {overdue} overdue.", "{n} tasks, of which {overdue} overdue.", len(tasks), overdue=overdue
    )
    lines = [f"{call.tell(head)}: {call.tell(count)}", ""]
    for task in tasks:
        lines += _task(call, checked, year, task)
    return lines


def _task(call: Call, checked: Checked, year: OfficeYear, task: Task) -> Sequence[str]:
    when = _when(year, task)
    where = f"{shown_path(task.file)}:{task.line}"
    unit = unit_name(checked.site, task.unit) if task.unit else None
    head = [*([call.tell(when)] if when else []), *([call.catalogue.form(unit)] if unit else []), where]
    told = say("{what} ({who})", what=task.said, who=task.who)
    return [
        visible(" · ".join(head)),
        f"  {visible(call.tell(told))}",
        f"  = {visible(call.tell(task.how))}",
        "",
    ]


def _when(year: OfficeYear, task: Task) -> Message | None:
    """Return by when a task is to be done, and how long ago that was."""
    if task.due is None:
        return None
    if days := task.days_late(year.today):
        return say_n("{n} day overdue ({day})", "{n} days overdue ({day})", days, day=task.due)
    return say("by {day}", day=task.due)
