"""The board of a campaign on paper, and one page for the leadership: working papers, which bear no number.

They say how things stand on a day. Numbers come from the same figures as workbooks and reports do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from textwrap import shorten

from guongsang.i18n.messages import Label, Message, Text, say
from guongsang.judge.campaign.figures import Figure
from guongsang.model.office.board import OfficeYear
from guongsang.model.office.tasks import Task
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import Site, unit_name
from guongsang.read.tables.common import Signer
from guongsang.render.office.board import board_halves
from guongsang.render.office.consents import requests_table
from guongsang.render.office.registration import registered_in
from guongsang.render.office.table import Cell, Column, Table
from guongsang.render.paper.formal.letterhead import Head, framed, office_of
from guongsang.render.paper.formal.tables import table_on_paper
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.typst.sheet import SheetValue
from guongsang.render.views.words import label_in
from guongsang.stages import reached

_LATE, _TO_DECIDE, _UNITS = 5, 5, 3
"""How many rows of either kind stand on the page for the leadership, and units in a row, so that it stays one page."""
_ASKED = 160
"""How much of a question to be decided stands there, in letters."""
_KINDS: Mapping[str, Message] = {
    "plan-missing": say("no plan to nurture and replicate"),
    "quota-unmet": say("too few registered"),
    "registered": say("found and not registered"),
    "activity": say("planned work not done"),
    "reviewed": say("not reviewed yet"),
    "criterion-unmet": say("criteria not met"),
    "thin-evidence": say("evidence that lacks something"),
    "no-unit-criteria": say("no criteria of the unit's own"),
}


def board_sheet(writer: SheetWriter, year: OfficeYear) -> dict[str, SheetValue]:
    """Make the sheet of the board: A4 across, registrations first, then plans and what comes next."""
    halves = board_halves(year)
    tables = [*halves, *([requests_table(year)] if year.requests else [])]
    return {
        **_framed(writer, year, say("Board"), say("How the units are doing in {year}", year=year.campaign.slug)),
        "across": True,
        "tables": [table_on_paper(writer, table, numbered=True) for table in tables],
        "after": [writer.say(note) for note in halves[1].notes],
    }


def leaders_sheet(writer: SheetWriter, year: OfficeYear) -> dict[str, SheetValue]:
    """Make the page for the leadership: five numbers, what is late, what is to be decided."""
    late = year.overdue()
    waiting = list(_to_decide(writer, year))
    tables = [_numbers(year)]
    if late:
        tables.append(_late(writer, year, late))
    if waiting:
        tables.append(_decisions(waiting))
    return {
        **_framed(writer, year, say("For the leadership"), say("How {year} stands", year=year.campaign.slug)),
        "tables": [table_on_paper(writer, table, numbered=True) for table in tables],
        "after": [] if late else [writer.say(say("Nothing is overdue."))],
        "one_page": True,
    }


def _framed(writer: SheetWriter, year: OfficeYear, kind: Message, title: Message) -> dict[str, SheetValue]:
    """Set what stands around a working paper, without the mark of a draft and without a signature."""
    site, lang, campaign = writer.context.site, writer.context.lang, year.campaign
    organisation = site.config.organisation
    head = Head(
        kind=kind,
        title=Text(writer.say(title), lang),
        unit=office_of(writer, campaign),
        parent=label_in(organisation.name if campaign.facts.office else organisation.parent, lang),
        number=None,
        day=year.today,
        signer=Signer(),
        sample=site.sample,
    )
    return {**framed(writer, head, campaign), "draft": None, "signer": None, "recipients": []}


def _numbers(year: OfficeYear) -> Table:
    figures = year.figures
    shown = [
        (say("Units that registered"), figures["units-registered"], figures["units"]),
        (say("Exemplars registered"), figures["registered"], figures["found"]),
        (say("Units with a plan"), figures["plans"], figures["units"]),
        (say("Activities done"), figures["activities-done"], figures["activities"]),
        (say("Approved"), figures["approved"], figures["registered"]),
    ]
    return Table(
        say("Five numbers"),
        [Column(say("Figure"), 3), Column(say("How many"), 1)],
        [[says, _of(part, whole)] for says, part, whole in shown],
    )


def _of(part: Figure, whole: Figure) -> Message:
    return say("{n} of {all}", n=part.count, all=whole.count)


def _late(writer: SheetWriter, year: OfficeYear, late: tuple[Task, ...]) -> Table:
    """List what is late, a row for each kind, what has been late the longest first."""
    kinds: dict[str, list[Task]] = {}
    for task in late:
        kinds.setdefault(task.kind, []).append(task)
    rows = [_late_row(writer.context.site, year, tasks) for tasks in kinds.values()]
    if len(rows) > _LATE:
        more = say("and {n} more; see the list of what is to be done", n=len(rows) - _LATE)
        rows = [*rows[:_LATE], [more, *[None] * 4]]
    columns = (
        Column(say("What is late"), 2),
        Column(say("Units"), 3),
        Column(say("How many"), 0.7),
        Column(say("Due by"), 1.2),
        Column(say("Days overdue"), 0.9),
    )
    return Table(say("What is late"), columns, rows)


def _late_row(site: Site, year: OfficeYear, tasks: list[Task]) -> list[Cell]:
    first, units = tasks[0], list(dict.fromkeys(task.unit for task in tasks if task.unit))
    names: list[Label | Message] = [unit_name(site, unit) for unit in units[:_UNITS]]
    if len(units) > _UNITS:
        names.append(say("and {n} more", n=len(units) - _UNITS))
    what = _KINDS.get(first.kind) or (first.what if len(tasks) == 1 else say("other things"))
    shown = say("{names}", names=names) if names else None
    return [what, shown, len(tasks), first.due, first.days_late(year.today)]


def _to_decide(writer: SheetWriter, year: OfficeYear) -> Iterator[list[Cell]]:
    """Yield what waits for a decision: approvals, and readings of unclear rules that nobody has decided."""
    if year.campaign.facts.closed:
        return
    for profile in registered_in(writer.context.site, year.campaign.slug):
        if not reached(profile.stage, "approved"):
            yield [say("Approve"), _who(profile, writer.context.lang)]
    for i, reading in enumerate(year.campaign.facts.readings):
        if reading.decided is None and (reading.question or reading.reading):
            field = "question" if reading.question else "reading"
            asked = year.campaign.word(("readings", i, field), writer.context.lang)
            yield [
                say("Decide how to read"),
                asked and replace(asked, value=shorten(asked.value, _ASKED, placeholder="…")),
            ]


def _who(profile: PublicProfile, lang: str) -> Message:
    return say("{name}, {unit}", name=profile.name, unit=profile.unit.name.text_in(lang))


def _decisions(rows: list[list[Cell]]) -> Table:
    shown = rows[:_TO_DECIDE]
    if len(rows) > _TO_DECIDE:
        shown.append([None, say("and {n} more", n=len(rows) - _TO_DECIDE)])
    return Table(say("To be decided"), [Column(say("Decision"), 1), Column(say("About"), 4)], shown)
