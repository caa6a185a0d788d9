"""Judges the plans of the units (source plan III.1.2): whose exemplars they name, what they cover, when they were due.

In come a campaign and its plans; out come findings in the plan files, and at the campaign's due date for units without
one.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from guongsang.findings import Finding, find, suggest
from guongsang.i18n.messages import say
from guongsang.judge.dates import is_open, of_campaign, outside_year, owing_units
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry


def judge_plans(content: Content, campaign: Entry) -> Iterator[Finding]:
    """Judge all plans of a campaign: their dates, their exemplars, their work."""
    rules = campaign.get("plan") or {}
    profiles = {e.slug: e for e in of_campaign(content, "exemplar", campaign)}
    for plan in of_campaign(content, "plan", campaign):
        done = plan.get("completed_on")
        if done and rules.get("before") and done >= rules["before"]:
            yield find(
                "late",
                plan.source.place("completed_on"),
                say("the plan was completed on {day}; it was due before {before}", day=done, before=rules["before"]),
                say("correct the date if it is wrong; if it is right, nothing is to be done"),
                section=rules.get("section"),
            )
        yield from outside_year(campaign, plan, done, "completed_on", section=rules.get("section"))
        yield from outside_year(
            campaign, plan, plan.get("approved", "on"), "approved", "on", section=rules.get("section")
        )
        yield from _exemplars(content, plan, profiles)
        yield from _activities(campaign, plan)


def _exemplars(content: Content, plan: Entry, profiles: Mapping[str, Entry]) -> Iterator[Finding]:
    for i, name in enumerate(plan.get("exemplars") or []):
        place = plan.source.place("exemplars", i)
        profile = profiles.get(name)
        if profile is None and ("exemplar", f"{plan.campaign}/{name}") in content.unread:
            continue
        if profile is None:
            hint = suggest(name, profiles, say("write the file's name without .vi.md, of the same campaign"))
            yield find("unknown-exemplar", place, say("there is no exemplar {name} in this campaign", name=name), hint)
        elif profile.get("unit") in content.units and profile.get("unit") != plan.slug:
            yield find(
                "plan-wrong-unit",
                place,
                say(
                    "{name} belongs to the unit {other}, not to {unit}",
                    name=name,
                    other=str(profile.get("unit")),
                    unit=plan.slug,
                ),
                say("name exemplars of the unit {unit} only", unit=plan.slug),
            )


def _activities(campaign: Entry, plan: Entry) -> Iterator[Finding]:
    parts = {p["id"]: p for p in campaign.get("plan", "parts") or [] if "id" in p}
    activities = plan.get("activities") or []
    seen: dict[str, int] = {}
    for i, activity in enumerate(activities):
        part = activity.get("part")
        if part and part not in parts:
            none = say("write the parts under plan.parts in the campaign's file first")
            hint = suggest(part, parts, say("the parts are: {names}", names=list(parts)) if parts else none)
            yield find(
                "bad-value",
                plan.source.place("activities", i, "part"),
                say("the plan has no part {name}", name=part),
                hint,
            )
        for end in ("from", "due"):
            yield from outside_year(campaign, plan, activity.get(end), "activities", i, end)
        if activity.get("from") and activity.get("due") and activity["from"] > activity["due"]:
            yield find(
                "date-order",
                plan.source.place("activities", i, "due"),
                say("the work is due before it begins"),
                say("correct one of the two dates"),
            )
        mark = activity.get("id")
        if mark in seen:
            yield find(
                "duplicate-key",
                plan.source.place("activities", i, "id"),
                say("the id {name} stands twice in this file", name=mark),
                say("give one of the two another id"),
            )
        elif mark:
            seen[mark] = i
    for name, part in parts.items() if "activities" in plan.source.data else ():
        if all(a.get("part") != name for a in activities):
            yield find(
                "plan-part-missing",
                plan.source.place("activities"),
                say("no work is planned for the part “{label}” ({name})", label=part.get("label", name), name=name),
                say("add an activity with part: {name}", name=name),
                section=part.get("section"),
            )


def missing_plans(content: Content, campaign: Entry, today: date) -> Iterator[Finding]:
    """Report the units that owe a plan and have none, from the day on which registration opens."""
    rules = campaign.get("plan")
    if rules is None or not is_open(campaign, "register", today):
        return
    written = {p.slug for p in of_campaign(content, "plan", campaign) if not p.draft}
    written |= {
        name.partition("/")[2]
        for kind, name in content.unread
        if kind == "plan" and name.startswith(f"{campaign.slug}/")
    }
    place = campaign.source.place("plan", "before") if "before" in rules else campaign.source.key_place("plan")
    for unit in owing_units(content, campaign):
        if unit.id not in written:
            yield find(
                "plan-missing",
                place,
                say("{unit} has no plan to nurture and replicate", unit=unit.name),
                say("write {file}", file=f"content/plans/{campaign.slug}/{unit.id}.{campaign.source.lang}.md"),
                section=rules.get("section"),
            )
