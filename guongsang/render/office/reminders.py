"""Texts ready to be sent to a unit by e-mail or Zalo: a reminder, what is missing, thanks.

Plain text without marks, short lines, so that it can be pasted anywhere. Nobody is thanked for what is not done yet.
"""

from collections.abc import Iterator, Sequence

from guongsang.i18n.messages import Catalogue, Message, say, say_n
from guongsang.model.office.board import OfficeYear, UnitRow
from guongsang.model.office.tasks import Task
from guongsang.model.site import Site, unit_name

_MOST = 12
"""How many tasks a message lists."""


def reminders(site: Site, year: OfficeYear, row: UnitRow, catalogue: Catalogue) -> str:
    """Return the texts for a unit, each below its heading."""
    title = year.campaign.word(("title",), catalogue.code).value
    parts = [("\n".join(map(catalogue.tell, lines))) for lines in _texts(site, year, row, title)]
    return "\r\n".join("\n\n\n".join(parts).split("\n")) + "\r\n"


def _texts(site: Site, year: OfficeYear, row: UnitRow, title: str) -> Iterator[list[Message | str]]:
    greeting: list[Message | str] = [say("To {unit},", unit=row.unit.name), ""]
    tasks = [task for task in year.tasks if task.unit == row.unit.id]
    office = year.campaign.facts.office
    name = unit_name(site, office) if office else site.config.organisation.name
    closing: list[Message | str] = ["", say("Thank you. {office}", office=name)]
    dated = sorted((task for task in tasks if task.due), key=lambda task: task.due or year.today)
    if dated:
        first = dated[0]
        late = first.days_late(year.today)
        due = (
            say_n(
                "It was due on {day}, {n} day ago: {what}.",
                "It was due on {day}, {n} days ago: {what}.",
                late,
                day=first.due,
                what=first.said,
            )
            if late
            else say("It is due on {day}: {what}.", day=first.due, what=first.said)
        )
        yield [say("— REMINDER —"), *greeting, say("A reminder of “{title}”.", title=title), due, *closing]
    if tasks:
        head = say_n(
            "In “{title}”, {n} thing is still missing:",
            "In “{title}”, {n} things are still missing:",
            len(tasks),
            title=title,
        )
        yield [say("— WHAT IS MISSING —"), *greeting, head, *_list(tasks), *closing]
    if row.registered:
        n = len(row.registered)
        thanks = say_n(
            "Thank you for {n} exemplar registered in “{title}”.",
            "Thank you for {n} exemplars registered in “{title}”.",
            n,
            title=title,
        )
        more = [say("Other units already do as yours does.")] if row.adopting_units else []
        yield [say("— THANKS —"), *greeting, thanks, *more, *closing]
    elif not tasks:
        yield [*greeting, say("Nothing is to be done in “{title}”.", title=title), *closing]


def _list(tasks: Sequence[Task]) -> Iterator[Message]:
    for number, task in enumerate(tasks[:_MOST], 1):
        what = task.said if task.about == task.file else say("{about}: {what}", about=task.about, what=task.said)
        line = say("{what}, by {day}", what=what, day=task.due) if task.due else what
        yield say("{number}. {line}", number=number, line=line)
    if len(tasks) > _MOST:
        yield say("and {n} more; see the list of what is to be done", n=len(tasks) - _MOST)
