"""The list of what is to be done in a campaign, overdue first."""

from collections.abc import Iterable

from guongsang.i18n.messages import Message, say
from guongsang.model.office.board import OfficeYear
from guongsang.model.office.tasks import Task
from guongsang.model.site import Site, unit_name
from guongsang.render.office.table import Cell, Column, Table


def tasks_table(site: Site, year: OfficeYear) -> Table:
    """Make the list of the tasks of a campaign."""
    columns = (
        Column(say("Due by"), 0.8),
        Column(say("Days overdue"), 0.6),
        Column(say("Unit"), 1.4),
        Column(say("About"), 1.1),
        Column(say("What is missing"), 2.6),
        Column(say("What to do"), 3),
        Column(say("Who"), 1.1),
        Column(say("Where"), 1.6),
    )
    title = say("To do in {year}, on {day}", year=year.campaign.slug, day=year.today)
    return Table(title, columns, list(_rows(site, year)))


def _rows(site: Site, year: OfficeYear) -> Iterable[list[Cell]]:
    for task in year.tasks:
        yield [
            task.due,
            task.days_late(year.today) or None,
            unit_name(site, task.unit) if task.unit else None,
            task.about,
            task.said,
            task.how,
            task.who,
            say("{file}, line {line}", file=task.file, line=str(task.line)),
        ]


def next_step(task: Task) -> Message:
    """Return a task as one line: what, who, by when."""
    if task.due is None:
        return say("{what} ({who})", what=task.what, who=task.who)
    return say("{what} ({who}, by {day})", what=task.what, who=task.who, day=task.due)
