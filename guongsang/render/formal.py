"""Documents of administration as sheets: a unit's plan, the list of registration, the report of the review.

Their layout is that of Decree 30/2020/NĐ-CP: national title, agency, number, place and date, recipients, signer. What
is not known yet is left open, and the word for a draft then stands across every page. Nothing here draws a seal, a
signature or an emblem. Names stand only where consent covers print; else position and unit stand in their place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from guongsang.i18n import Label, Message, Text, say, show_date, show_date_in_full
from guongsang.model.site import Profile, unit_name
from guongsang.read.entries import Entry
from guongsang.render.hand import Hand
from guongsang.render.yearbooks import units_table


@dataclass(frozen=True)
class Head:
    """What stands around the content of a document: issuer, number, day, kind, signer."""

    kind: Message
    title: Text
    unit: Text
    parent: Text | None
    number: str | None
    day: date | None
    signer: Mapping[str, Any]
    sample: bool


def plan_sheet(hand: Hand, campaign: Entry, plan: Entry) -> dict[str, Any]:
    """Make the sheet of a unit's plan to nurture and replicate."""
    site, lang = hand.studio.site, hand.studio.lang
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
        **_framed(hand, head, campaign),
        "bases": _bases(hand, campaign),
        "body": hand.body(hand.document(plan, body_lang), body.nodes),
        "body_lang": body_lang,
        "tables": [_chosen(hand, campaign, plan), _activities(hand, plan, parts)],
    }


def registration_sheet(hand: Hand, campaign: Entry) -> dict[str, Any]:
    """Make the sheet of the list of registration: A4 across, in the order of the units file, then by given name."""
    site, lang = hand.studio.site, hand.studio.lang
    advice = campaign.get("office_advice") or {}
    above = "name" if campaign.get("office") else "parent"
    head = Head(
        say("List"),
        Text(hand.say(say("Exemplars registered in {year}", year=campaign.slug)), lang),
        _office(hand, campaign),
        site.config.organisation[above].told(lang) if above in site.config.organisation else None,
        advice.get("document"),
        advice.get("on"),
        campaign.get("signer") or {},
        site.sample,
    )
    own = [p for p in site.registered if p.entry.campaign == campaign.slug]
    rows = [_registered(hand, n, p) for n, p in enumerate(sorted(own, key=lambda p: _place(hand, p)), 1)]
    with_one = {p.unit.id for p in own}
    without = [r.unit.name.told(lang) for r in site.boards[campaign.slug].rows if r.unit.id not in with_one]
    return {
        **_framed(hand, head, campaign),
        "across": True,
        "tables": [
            {
                "title": None,
                "head": _told(
                    hand,
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
            hand.say(say("Units without a registration: {names}.", names=[t.value for t in without]))
            if without
            else hand.say(say("Every unit that owes a registration has one."))
        ],
    }


def review_sheet(hand: Hand, campaign: Entry, review: Entry) -> dict[str, Any]:
    """Make the sheet of the report of a year's review, with the figures of each unit behind it."""
    site, lang = hand.studio.site, hand.studio.lang
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
        **_framed(hand, head, campaign),
        "to": _to(hand, _label(report.get("to"), review.source.lang, lang)),
        "body": hand.body(hand.document(review, body_lang), body.nodes),
        "body_lang": body_lang,
        "tables": [_figures(hand, campaign)],
    }


def _to(hand: Hand, whom: Text | None) -> Any:
    """Address a report."""
    return hand.text(Text(hand.told_in(say("To: {body}", body=whom), whom.lang), whom.lang)) if whom else None


def _framed(hand: Hand, head: Head, campaign: Entry) -> dict[str, Any]:
    """Set what is the same in all documents."""
    site, lang = hand.studio.site, hand.studio.lang
    place = site.config.organisation.get("place")
    settings = site.config.formal
    signer = head.signer
    name, position = signer.get("name"), signer.get("position")
    national = settings.national
    return {
        "lang": lang,
        "programme": hand.text(site.config.title.told(lang)),
        "black_only": True,
        "settings": {"fonts": list(settings.fonts), "size": settings.size, "margins": list(settings.margins)},
        "nation": hand.say(say("SOCIALIST REPUBLIC OF VIET NAM")) if national else None,
        "motto": hand.say(say("Independence - Freedom - Happiness")) if national else None,
        "parent": hand.text(head.parent),
        "unit": hand.text(head.unit),
        "number": hand.say(say("No.: {number}", number=head.number or "…")),
        "place_date": hand.say(
            say(
                "{place}, {day}",
                place=place.told(lang).value if place else "…",
                day=show_date_in_full(head.day, lang) if head.day else hand.say(say("day … month … year …")),
            )
        ),
        "kind": hand.say(head.kind),
        "title": hand.text(head.title),
        "recipients_label": hand.say(say("Recipients:")),
        "recipients": [r for r in (_recipient(hand, campaign, r) for r in campaign.get("recipients") or []) if r],
        "signer": {
            "lines": [hand.text(line) for line in _signing(hand, head, _label(position, campaign.source.lang, lang))],
            "name": hand.text(Text(name, campaign.source.lang)) if name else None,
        },
        "draft": None if head.number and head.day and position else hand.say(say("DRAFT")),
        "sample": hand.say(say("Sample data: people and events are invented")) if head.sample else None,
    }


def _signing(hand: Hand, head: Head, position: Text | None) -> list[Text]:
    """Write the lines above a signature: the form with whose place is taken, then the signer's own position.

    A position may name both, as "Director / Chief of Office". For KT. the head is whom the signer is the deputy of; TM.
    is on behalf of the issuing body; Q. stands before the position that is held.
    """
    form = head.signer.get("form")
    if position is None:
        return []
    above, slash, own = (part.strip() for part in position.value.partition(" / "))
    deputy = hand.told_in(say("Deputy {position}", position=""), position.lang).strip()
    if not slash:
        above, own = "", position.value
        if form == "KT" and own.casefold().startswith(f"{deputy} ".casefold()):
            above = own[len(deputy) :].strip()
        elif form == "TM":
            above = head.unit.value
    if form == "Q" and not above:
        return [Text(f"Q. {own}", position.lang)]
    first = f"{form}. {above}".strip() if form else above
    return [Text(line, position.lang) for line in (first, own) if line]


def _bases(hand: Hand, campaign: Entry) -> list[Any]:
    """Cite what a plan rests on: the campaign's own document and its legal bases."""
    lang = hand.studio.lang
    cited = [campaign.get("document") or {}, *(campaign.get("legal_bases") or [])]
    out = []
    for row in cited:
        if not row.get("number"):
            continue
        parts: list[Any] = [say("Pursuant to {number}", number=row["number"])]
        if row.get("on"):
            parts.append(say("of {day}", day=show_date(row["on"], lang)))
        if issuer := _label(row.get("issuer"), campaign.source.lang, lang):
            parts.append(say("by {issuer}", issuer=issuer))
        title = _label(row.get("title"), campaign.source.lang, lang)
        whole = " ".join(hand.say(p) for p in parts)
        out.append(f"{whole}: {title.value};" if title else f"{whole};")
    return out


def _chosen(hand: Hand, campaign: Entry, plan: Entry) -> dict[str, Any]:
    """List the exemplars that a plan is about."""
    site, lang = hand.studio.site, hand.studio.lang
    by_id = {p.id: p for p in (*site.registered, *site.profiles)}
    chosen = [by_id[i] for n in plan.get("exemplars") or [] if (i := f"{campaign.slug}/{n}") in by_id]
    rows = [
        [str(n), _who(hand, p), hand.text(p.category.label.told(lang)), hand.text(p.entry.word(("title",), lang))]
        for n, p in enumerate(chosen, 1)
    ]
    return {
        "title": hand.say(say("Exemplars")),
        "head": _told(hand, say("No."), say("Name of the person, team or model"), say("Category"), say("Deed")),
        "widths": [0.4, 1.6, 1.2, 2.4],
        "groups": [{"title": None, "rows": rows}],
    }


def _activities(hand: Hand, plan: Entry, parts: Mapping[str, Text]) -> dict[str, Any]:
    """List the work of a plan, part by part."""
    lang, source = hand.studio.lang, plan.source.lang
    rows: dict[str, list[list[Any]]] = {part: [] for part in parts}
    for activity in plan.get("activities") or []:
        days = [show_date(activity[k], lang) for k in ("from", "due") if activity.get(k)]
        rows.setdefault(activity.get("part", ""), []).append(
            [
                hand.text(plan.word(("activities", activity.get("id"), "what"), lang)),
                hand.text(_label(activity.get("who"), source, lang)),
                " – ".join(days) or None,
                hand.text(plan.word(("activities", activity.get("id"), "result"), lang)),
            ]
        )
    numbers = count(1)
    return {
        "title": hand.say(say("Activities")),
        "head": _told(hand, say("No."), say("Work"), say("Who"), say("Time"), say("Result")),
        "widths": [0.4, 1.75, 1.25, 1.45, 1.2],
        "groups": [
            {
                "title": hand.text(parts[part]) if part in parts else part or None,
                "rows": [[str(next(numbers)), *row] for row in of_part],
            }
            for part, of_part in rows.items()
            if of_part
        ],
    }


def _figures(hand: Hand, campaign: Entry) -> dict[str, Any]:
    """Set the progress of every unit that owes a registration as an annex, its rows numbered."""
    table = units_table(hand, hand.studio.site.boards[campaign.slug])
    *units, total = table["rows"]
    return {
        "title": hand.say(say("Annex: figures of each unit")),
        "head": [hand.say(say("No.")), *table["head"]],
        "widths": [0.4, 1.85, 1.2, 1.25, 0.95, 0.9],
        "groups": [{"title": None, "rows": [*([str(n), *row] for n, row in enumerate(units, 1)), [None, *total]]}],
    }


def _registered(hand: Hand, number: int, profile: Profile) -> list[Any]:
    """Set one row of the list of registration."""
    entry, lang = profile.entry, hand.studio.lang
    selected = entry.get("progress", "selected") or {}
    unmet = [v.criterion.id for v in profile.verdicts if v.status == "unmet"]
    return [
        str(number),
        hand.text(profile.unit.name.told(lang)),
        _who(hand, profile),
        hand.text(entry.word(("position",), lang)),
        hand.text(profile.category.label.told(lang)),
        hand.text(entry.word(("summary",), lang)),
        hand.text(Text(selected["document"], entry.source.lang)) if selected.get("document") else None,
        show_date(entry.progress["registered"], lang),
        ", ".join(unmet) or "–",
    ]


def _who(hand: Hand, profile: Profile) -> Any:
    """Name a profile where consent covers print, else say that it is not named."""
    if profile.name_in_print:
        return hand.text(Text(profile.entry.get("name"), profile.entry.source.lang))
    return hand.say(say("(not named)"))


def _place(hand: Hand, profile: Profile) -> tuple[Any, ...]:
    """Give the place in the list: by unit, then by name; who is not named stands before, by the profile's id."""
    order, named = list(hand.studio.site.units), profile.name_in_print
    by_name = profile.place_by_name if named else (profile.id,)
    return order.index(profile.unit.id), profile.category.subject, named, *by_name


def _office(hand: Hand, campaign: Entry) -> Text:
    site, lang = hand.studio.site, hand.studio.lang
    office = campaign.get("office")
    return unit_name(site, office).told(lang) if office else site.config.organisation["name"].told(lang)


def _recipient(hand: Hand, campaign: Entry, given: Any) -> Any:
    source, lang = campaign.source.lang, hand.studio.lang
    if not isinstance(given, Mapping):
        return hand.text(_label(given, source, lang))
    name, note = _label(given.get("name"), source, lang), _label(given.get("note"), source, lang)
    return hand.text(Text(f"{name.value} ({note.value})" if note else name.value, name.lang)) if name else None


def _label(given: object, source: str, lang: str) -> Text | None:
    """Tell what may be a label in several languages or plain text of the source."""
    match given:
        case Label():
            return given.told(lang)
        case str() if given:
            return Text(given, source)
    return None


def _plain(given: object, lang: str) -> str:
    text = _label(given, "", lang)
    return text.value if text else ""


def _number(document: object) -> str | None:
    number = document.get("number") if isinstance(document, Mapping) else document
    return str(number) if number else None


def _told(hand: Hand, *messages: Message) -> list[str]:
    return [hand.say(m) for m in messages]
