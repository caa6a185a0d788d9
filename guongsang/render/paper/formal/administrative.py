"""Documents of administration as sheets: a unit's plan, the list of registration, the report of the review.

What stands around each of them is set by `letterhead`; here stand their own parts: text and tables. They serve the
procedure and are not published, so everybody who is not withdrawn stands there by name.
"""

from collections.abc import Mapping, Sequence
from itertools import count

from guongsang.i18n.locale_format import show_date
from guongsang.i18n.messages import Label, Message, Text, say
from guongsang.model.office.board import OfficeYear
from guongsang.model.site import unit_name
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import PARTS_OF_BOARD, Advice, Campaign, Review
from guongsang.read.tables.common import Approval, Signer
from guongsang.read.tables.plan import Plan
from guongsang.render.office.registration import registration_table, title_of
from guongsang.render.office.report import report_tables
from guongsang.render.office.table import Table
from guongsang.render.paper.formal.letterhead import Head, addressed, annex, bases, framed, office_of
from guongsang.render.paper.formal.tables import table_on_paper
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.paper.yearbook import units_table
from guongsang.render.typst.sheet import SheetValue
from guongsang.render.views.words import label_in


def plan_sheet(writer: SheetWriter, campaign: Entry[Campaign], plan: Entry[Plan]) -> dict[str, SheetValue]:
    """Make the sheet of a unit's plan to nurture and replicate."""
    site, lang = writer.context.site, writer.context.lang
    approved, lead = plan.facts.approved or Approval(), plan.facts.lead
    source, position = plan.source.lang, approved.by
    same = position is not None and _plain(position, source) == _plain(lead.position, source)
    signer = Signer(position=lead.position, name=lead.name) if same else Signer(position=position)
    head = Head(
        kind=say("Plan"),
        title=plan.word(("title",), lang),
        unit=unit_name(site, plan.slug).text_in(lang),
        parent=site.config.organisation.name.text_in(lang),
        number=approved.document,
        day=approved.on,
        signer=signer,
        sample=plan.sample or site.sample,
    )
    text = plan.texts.body(lang)
    asked = campaign.facts.plan.parts if campaign.facts.plan else ()
    parts = {part.id: part.label.text_in(lang) for part in asked if part.label}
    return {
        **framed(writer, head, campaign),
        "bases": bases(writer, campaign),
        "body": writer.body(text),
        "body_lang": text.lang,
        "tables": [_chosen(writer, campaign, plan), _activities(writer, plan, parts)],
    }


def registration_sheet(writer: SheetWriter, campaign: Entry[Campaign]) -> dict[str, SheetValue]:
    """Make the sheet of the list of registration: A4 across, in the order of the units file, then by name."""
    site = writer.context.site
    table = registration_table(site, campaign.slug, writer.context.lang)
    without = [site.units[name] for name in site.progress[campaign.slug].without]
    after = say("Every unit that owes a registration has one.")
    if without:
        names = [u.name.text_in(writer.context.lang).value for u in without]
        after = say("Units without a registration: {names}.", names=names)
    return {
        **framed(writer, _head_of_registration(writer, campaign), campaign),
        "across": True,
        "tables": [{**table_on_paper(writer, table), "title": None}],
        "after": [writer.say(after)],
    }


def _head_of_registration(writer: SheetWriter, campaign: Entry[Campaign]) -> Head:
    site, lang = writer.context.site, writer.context.lang
    advice, organisation = campaign.facts.office_advice or Advice(), site.config.organisation
    above = organisation.name if campaign.facts.office else organisation.parent
    return Head(
        kind=say("List"),
        title=Text(writer.say(title_of(campaign.slug)), lang),
        unit=office_of(writer, campaign),
        parent=label_in(above, lang),
        number=advice.document,
        day=advice.on,
        signer=campaign.facts.signer,
        sample=site.sample,
    )


def review_sheet(
    writer: SheetWriter, campaign: Entry[Campaign], review: Entry[Review], years: Sequence[OfficeYear] = ()
) -> dict[str, SheetValue]:
    """Make the sheet of the report of a year's review: each unit's figures behind it, then the campaign's with ids."""
    site, lang = writer.context.site, writer.context.lang
    report, document = campaign.facts.report, review.facts.document
    number = report.number or (document if isinstance(document, str) else document.number)
    head = Head(
        kind=say("Report"),
        title=review.word(("title",), lang),
        unit=site.config.organisation.name.text_in(lang),
        parent=label_in(site.config.organisation.parent, lang),
        number=number,
        day=report.on or review.facts.held_on,
        signer=review.facts.signer if review.facts.signer != Signer() else campaign.facts.signer,
        sample=review.sample or site.sample,
    )
    text = review.texts.body(lang)
    own = next((year for year in years if year.campaign.slug == campaign.slug), None)
    behind = report_tables(site, own, years, lang) if own else []
    return {
        **framed(writer, head, campaign),
        "to": addressed(writer, label_in(report.to, lang)),
        "body": writer.body(text),
        "body_lang": text.lang,
        "annexes": [
            annex(writer, head, say("Figures of each unit"), _figures(writer, campaign)),
            *(annex(writer, head, table.title, _without_title(writer, table)) for table in behind),
        ],
    }


def _without_title(writer: SheetWriter, table: Table) -> dict[str, SheetValue]:
    """Return a table as it stands in an annex, whose heading is its title."""
    numbered = table_on_paper(writer, table, numbered=True)
    return {name: value for name, value in numbered.items() if name != "title"}


def _chosen(writer: SheetWriter, campaign: Entry[Campaign], plan: Entry[Plan]) -> dict[str, SheetValue]:
    """List the exemplars that a plan is about."""
    site, lang = writer.context.site, writer.context.lang
    by_id = {p.id: p for p in site.office}
    chosen = [by_id[i] for n in plan.facts.exemplars if (i := f"{campaign.slug}/{n}") in by_id]
    rows = [
        [
            str(n),
            writer.text(p.name),
            writer.text(p.category.label.text_in(lang)),
            writer.text(p.word(("title",), lang)),
        ]
        for n, p in enumerate(chosen, 1)
    ]
    return {
        "title": writer.say(say("Exemplars")),
        "head": _told(writer, say("No."), say("Name of the person, team or model"), say("Category"), say("Deed")),
        "widths": [0.4, 1.6, 1.2, 2.4],
        "groups": [{"title": None, "rows": rows}],
    }


def _activities(writer: SheetWriter, plan: Entry[Plan], parts: Mapping[str, Text]) -> dict[str, SheetValue]:
    """List the work of a plan, part by part."""
    lang = writer.context.lang
    rows: dict[str, list[list[SheetValue]]] = {part: [] for part in parts}
    for activity in plan.facts.activities:
        days = [show_date(day, lang) for day in (activity.from_, activity.due) if day]
        rows.setdefault(activity.part, []).append(
            [
                writer.text(plan.word(("activities", activity.id, "what"), lang)),
                writer.text(label_in(activity.who, lang)),
                " – ".join(days) or None,
                writer.text(plan.word(("activities", activity.id, "result"), lang)),
            ]
        )
    numbers = count(1)
    return {
        "title": writer.say(say("Activities")),
        "head": _told(writer, say("No."), say("Work"), say("Who"), say("Time"), say("Result")),
        "widths": [0.4, 1.75, 1.25, 1.45, 1.2],
        "groups": [
            {
                "title": writer.text(parts[part]) if part in parts else part or None,
                "rows": [[str(next(numbers)), *row] for row in of_part],
            }
            for part, of_part in rows.items()
            if of_part
        ],
    }


def _figures(writer: SheetWriter, campaign: Entry[Campaign]) -> dict[str, SheetValue]:
    """Set the progress of every unit that owes a registration, its rows numbered."""
    table = units_table(writer, writer.context.site.progress[campaign.slug], PARTS_OF_BOARD.choices)
    *units, total = table.rows
    return {
        "head": [writer.say(say("No.")), *table.head],
        "widths": [0.4, 1.85, 1.2, 1.25, 0.95, 0.9],
        "groups": [{"title": None, "rows": [*([str(n), *row] for n, row in enumerate(units, 1)), [None, *total]]}],
    }


def _plain(label: Label | None, lang: str) -> str:
    return label.text_in(lang).value if label else ""


def _told(writer: SheetWriter, *messages: Message) -> list[str]:
    return [writer.say(m) for m in messages]
