"""Judges the plans of the units (source plan III.1.2): whose exemplars they name, what they cover, when they were due.

In come a campaign and its plans; out come findings in the plan files, and at the campaign's due date for units without
one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from guongsang.commands import command
from guongsang.findings import Finding, find, suggest
from guongsang.i18n.messages import say
from guongsang.judge.dates import (
    asked_units,
    exemplars_of,
    is_outside_year,
    outside_year,
    plans_of,
    registration_is_open,
)
from guongsang.judge.references.ids import duplicate_ids
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign, PlanDuty
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.plan import Plan
from guongsang.text.suggestions import labelled


def judge_plans(content: Content, campaign: Entry[Campaign]) -> Iterator[Finding]:
    """Judge all plans of a campaign: their dates, their exemplars, their work."""
    duty = campaign.facts.plan or PlanDuty()
    profiles = {e.slug: e for e in exemplars_of(content, campaign)}
    for plan in plans_of(content, campaign):
        done, approved = plan.facts.completed_on, plan.facts.approved
        if done and duty.before and done >= duty.before and not is_outside_year(campaign, duty.before):
            yield find(
                "late",
                plan.source.place("completed_on"),
                say("the plan was completed on {day}; it was due before {before}", day=done, before=duty.before),
                say("correct the date if it is wrong; if it is right, nothing is to be done"),
                section=duty.section or None,
            )
        yield from outside_year(campaign, plan, done, "completed_on", section=duty.section)
        day = approved.on if approved else None
        yield from outside_year(campaign, plan, day, "approved", "on", section=duty.section)
        yield from _exemplars(content, plan, profiles)
        yield from _activities(campaign, plan)
        yield from duplicate_ids(plan, "activities", [a.id for a in plan.facts.activities])
        yield from _missing_parts(duty, plan)


def _exemplars(content: Content, plan: Entry[Plan], profiles: Mapping[str, Entry[Exemplar]]) -> Iterator[Finding]:
    for i, name in enumerate(plan.facts.exemplars):
        place = plan.source.place("exemplars", i)
        profile = profiles.get(name)
        if profile is None and ("exemplar", f"{plan.campaign}/{name}") in content.unread:
            continue
        if profile is None:
            meant = _exemplar_meant(name, plan.campaign, profiles)
            message = say("there is no exemplar {name} in this campaign", name=name)
            hint = suggest(meant or name, profiles, say("write the file's name without .vi.md, of the same campaign"))
            yield find("unknown-exemplar", place, message, hint).mended_by(meant)
        elif plan.slug in content.units and profile.facts.unit in content.units and profile.facts.unit != plan.slug:
            yield find(
                "plan-wrong-unit",
                place,
                say(
                    "{name} belongs to the unit {other}, not to {unit}",
                    name=name,
                    other=profile.facts.unit,
                    unit=plan.slug,
                ),
                say("name exemplars of the unit {unit} only", unit=plan.slug),
            )


def _exemplar_meant(typed: str, campaign: str, profiles: Mapping[str, Entry[Exemplar]]) -> str | None:
    """Return the exemplar that is named by its campaign too, by its file, by its title or by its name."""
    slug = typed.removeprefix(f"{campaign}/").split(".")[0]
    if slug in profiles:
        return slug
    return labelled(typed, {name: (one.facts.name, one.facts.title) for name, one in profiles.items()})


def _activities(campaign: Entry[Campaign], plan: Entry[Plan]) -> Iterator[Finding]:
    duty = campaign.facts.plan or PlanDuty()
    labels = {part.id: part.label.texts.values() if part.label else () for part in duty.parts if part.id}
    parts = list(labels)
    for i, activity in enumerate(plan.facts.activities):
        if activity.part and activity.part not in parts and "plan" not in campaign.source.wrong:
            meant = labelled(activity.part, labels)
            none = say("write the parts under plan.parts in the campaign's file first")
            known = say("the parts are: {names}", names=parts) if parts else none
            hint = suggest(meant or activity.part, parts, known)
            yield find(
                "bad-value",
                plan.source.place("activities", i, "part"),
                say("the plan has no part {name}", name=activity.part),
                hint,
            ).mended_by(meant)
        for end, day in (("from", activity.from_), ("due", activity.due)):
            yield from outside_year(campaign, plan, day, "activities", i, end)
        if activity.from_ and activity.due and activity.from_ > activity.due:
            yield find(
                "date-order",
                plan.source.place("activities", i, "due"),
                say("the work is due before it begins"),
                say("correct one of the two dates"),
            )


def _missing_parts(duty: PlanDuty, plan: Entry[Plan]) -> Iterator[Finding]:
    """Report the parts for which a plan that has activities plans no work."""
    planned = {activity.part for activity in plan.facts.activities}
    for part in duty.parts if "activities" in plan.source.data else ():
        if part.id and part.id not in planned:
            yield find(
                "plan-part-missing",
                plan.source.place("activities"),
                say("no work is planned for the part “{label}” ({name})", label=part.label or part.id, name=part.id),
                say("add an activity with part: {name}", name=part.id),
                section=part.section or None,
            )


def missing_plans(content: Content, campaign: Entry[Campaign], today: date) -> Iterator[Finding]:
    """Report the units that owe a plan and have none, from the day on which registration opens."""
    if "plan" not in campaign.source.data or not registration_is_open(campaign, today):
        return
    duty = campaign.facts.plan or PlanDuty()
    written = {p.slug for p in plans_of(content, campaign) if not p.draft}
    written |= {
        name.partition("/")[2]
        for kind, name in content.unread
        if kind == "plan" and name.startswith(f"{campaign.slug}/")
    }
    place = campaign.source.place("plan", "before") if duty.before else campaign.source.key_place("plan")
    for unit, names in asked_units(content, campaign):
        if not names & written:
            finding = find(
                "plan-missing",
                place,
                say("{unit} has no plan to nurture and replicate", unit=unit.name),
                say(
                    "make it with: {command}",
                    command=command("new", "plan", "--campaign", campaign.slug, "--unit", unit.id),
                ),
                section=duty.section or None,
            )
            yield replace(finding, unit=unit.id)
