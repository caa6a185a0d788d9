"""Documents of administration as sheets: a unit's plan, the list of registration, the report of the review.

What stands around each of them is set by `letterhead`; here stand their own parts: text and tables. Names stand
only where consent covers print; else position and unit stand in their place.
"""

from collections.abc import Mapping
from itertools import count
from typing import Any

from guongsang.i18n.locale_format import show_date
from guongsang.i18n.messages import Message, Text, say
from guongsang.model.profiles import Profile
from guongsang.model.site import unit_name
from guongsang.read.documents.entry import Entry
from guongsang.render.paper.letterhead import Head, addressed, annex, bases, framed, label_of, office_of
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.paper.yearbook import units_table


def plan_sheet(writer: SheetWriter, campaign: Entry, plan: Entry) -> dict[str, Any]:
    """Make the sheet of a unit's plan to nurture and replicate."""
    site, lang = writer.context.site, writer.context.lang
    approved = plan.get("approved") or {}
    lead = plan.get("lead") or {}
    source, position = plan.source.lang, approved.get("by")
    same = bool(position) and _plain(position, source) == _plain(lead.get("position"), source)
    signer = {"position": lead.get("position") if same else position, "name": lead.get("name") if same else None}
    head = Head(
        say("Plan"),
        plan.word(("title",), lang),
        unit_name(site, plan.slug).told(lang),
        site.config.organisation["name"].told(lang),
        approved.get("document"),
        approved.get("on"),
        signer,
        bool(plan.get("sample")) or site.sample,
    )
    body, body_lang = plan.body(lang)
    parts = {p["id"]: p["label"].told(lang) for p in campaign.get("plan", "parts") or []}
    return {
        **framed(writer, head, campaign),
        "bases": bases(writer, campaign),
        "body": writer.body(writer.document(plan, body_lang), body.nodes),
        "body_lang": body_lang,
        "tables": [_chosen(writer, campaign, plan), _activities(writer, plan, parts)],
    }


def registration_sheet(writer: SheetWriter, campaign: Entry) -> dict[str, Any]:
    """Make the sheet of the list of registration: A4 across, in the order of the units file, then by given name."""
    site, lang = writer.context.site, writer.context.lang
    advice = campaign.get("office_advice") or {}
    above = "name" if campaign.get("office") else "parent"
    head = Head(
        say("List"),
        Text(writer.say(say("Exemplars registered in {year}", year=campaign.slug)), lang),
        office_of(writer, campaign),
        site.config.organisation[above].told(lang) if above in site.config.organisation else None,
        advice.get("document"),
        advice.get("on"),
        campaign.get("signer") or {},
        site.sample,
    )
    own = [p for p in site.registered if p.entry.campaign == campaign.slug]
    rows = [_registered(writer, n, p) for n, p in enumerate(sorted(own, key=lambda p: _place(writer, p)), 1)]
    with_one = {p.unit.id for p in own}
    without = [r.unit.name.told(lang) for r in site.boards[campaign.slug].rows if r.unit.id not in with_one]
    return {
        **framed(writer, head, campaign),
        "across": True,
        "tables": [
            {
                "title": None,
                "head": _told(
                    writer,
                    say("No."),
                    say("Unit"),
                    say("Name of the person, team or model"),
                    say("Position"),
                    say("Category"),
                    say("What was done, in short"),
                    say("Selected by"),
                    say("Registered on"),
                    say("Criteria not met yet"),
                ),
                "widths": [0.35, 1.2, 1.3, 1.1, 1, 3, 1, 0.85, 1],
                "groups": [{"title": None, "rows": rows}],
            }
        ],
        "after": [
            writer.say(say("Units without a registration: {names}.", names=[t.value for t in without]))
            if without
            else writer.say(say("Every unit that owes a registration has one."))
        ],
    }


def review_sheet(writer: SheetWriter, campaign: Entry, review: Entry) -> dict[str, Any]:
    """Make the sheet of the report of a year's review, with the figures of each unit behind it."""
    site, lang = writer.context.site, writer.context.lang
    report = campaign.get("report") or {}
    number = report.get("number") or _number(review.get("document"))
    head = Head(
        say("Report"),
        review.word(("title",), lang),
        site.config.organisation["name"].told(lang),
        site.config.organisation["parent"].told(lang) if "parent" in site.config.organisation else None,
        number,
        report.get("on") or review.get("held_on"),
        review.get("signer") or campaign.get("signer") or {},
        bool(review.get("sample")) or site.sample,
    )
    body, body_lang = review.body(lang)
    return {
        **framed(writer, head, campaign),
        "to": addressed(writer, label_of(report.get("to"), review.source.lang, lang)),
        "body": writer.body(writer.document(review, body_lang), body.nodes),
        "body_lang": body_lang,
        "annexes": [annex(writer, head, say("Figures of each unit"), _figures(writer, campaign))],
    }


def _chosen(writer: SheetWriter, campaign: Entry, plan: Entry) -> dict[str, Any]:
    """List the exemplars that a plan is about."""
    site, lang = writer.context.site, writer.context.lang
    by_id = {p.id: p for p in (*site.registered, *site.profiles)}
    chosen = [by_id[i] for n in plan.get("exemplars") or [] if (i := f"{campaign.slug}/{n}") in by_id]
    rows = [
        [str(n), _who(writer, p), writer.text(p.category.label.told(lang)), writer.text(p.entry.word(("title",), lang))]
        for n, p in enumerate(chosen, 1)
    ]
    return {
        "title": writer.say(say("Exemplars")),
        "head": _told(writer, say("No."), say("Name of the person, team or model"), say("Category"), say("Deed")),
        "widths": [0.4, 1.6, 1.2, 2.4],
        "groups": [{"title": None, "rows": rows}],
    }


def _activities(writer: SheetWriter, plan: Entry, parts: Mapping[str, Text]) -> dict[str, Any]:
    """List the work of a plan, part by part."""
    lang, source = writer.context.lang, plan.source.lang
    rows: dict[str, list[list[Any]]] = {part: [] for part in parts}
    for activity in plan.get("activities") or []:
        days = [show_date(activity[k], lang) for k in ("from", "due") if activity.get(k)]
        rows.setdefault(activity.get("part", ""), []).append(
            [
                writer.text(plan.word(("activities", activity.get("id"), "what"), lang)),
                writer.text(label_of(activity.get("who"), source, lang)),
                " – ".join(days) or None,
                writer.text(plan.word(("activities", activity.get("id"), "result"), lang)),
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


def _figures(writer: SheetWriter, campaign: Entry) -> dict[str, Any]:
    """Set the progress of every unit that owes a registration, its rows numbered."""
    table = units_table(writer, writer.context.site.boards[campaign.slug])
    *units, total = table["rows"]
    return {
        "head": [writer.say(say("No.")), *table["head"]],
        "widths": [0.4, 1.85, 1.2, 1.25, 0.95, 0.9],
        "groups": [{"title": None, "rows": [*([str(n), *row] for n, row in enumerate(units, 1)), [None, *total]]}],
    }


def _registered(writer: SheetWriter, number: int, profile: Profile) -> list[Any]:
    """Set one row of the list of registration."""
    entry, lang = profile.entry, writer.context.lang
    selected = entry.get("progress", "selected") or {}
    unmet = [v.criterion.id for v in profile.verdicts if v.status == "unmet"]
    return [
        str(number),
        writer.text(profile.unit.name.told(lang)),
        _who(writer, profile),
        writer.text(entry.word(("position",), lang)),
        writer.text(profile.category.label.told(lang)),
        writer.text(entry.word(("summary",), lang)),
        writer.text(Text(selected["document"], entry.source.lang)) if selected.get("document") else None,
        show_date(entry.progress["registered"], lang),
        ", ".join(unmet) or "–",
    ]


def _who(writer: SheetWriter, profile: Profile) -> Any:
    """Name a profile where consent covers print, else say that it is not named."""
    if profile.name_in_print:
        return writer.text(Text(profile.entry.get("name"), profile.entry.source.lang))
    return writer.say(say("(not named)"))


def _place(writer: SheetWriter, profile: Profile) -> tuple[Any, ...]:
    """Return the place in the list: by unit, then by name; who is not named stands before, by the profile's id."""
    order, named = list(writer.context.site.units), profile.name_in_print
    by_name = profile.place_by_name if named else (profile.id,)
    return order.index(profile.unit.id), profile.category.subject, named, *by_name


def _plain(given: object, lang: str) -> str:
    text = label_of(given, "", lang)
    return text.value if text else ""


def _number(document: object) -> str | None:
    number = document.get("number") if isinstance(document, Mapping) else document
    return str(number) if number else None


def _told(writer: SheetWriter, *messages: Message) -> list[str]:
    return [writer.say(m) for m in messages]
