"""Judges the campaign's own rules: order of dates, windows, quota, plans, review, legal bases.

What a unit owes is told at the window or quota of the campaign file, in units-file order; what a document states
wrongly is told at its value. Nothing that is merely late or not done yet is an error, and a campaign that is closed
asks nothing more (contract, section 2). Rules come from the source plan, III.1 and III.2.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from guongsang.findings import Finding, find, suggest
from guongsang.i18n import say
from guongsang.judge.criteria import campaign_years, section_hint
from guongsang.read.entries import Content, Entry, Unit
from guongsang.stages import LABELS, STAGES, must_follow, reached, stage_of


def judge_process(content: Content, campaigns: Mapping[str, Entry], today: date) -> list[Finding]:
    """Judge all campaigns with their profiles, plans and reviews as of a day."""
    findings: list[Finding] = []
    for entry in content.of("exemplar"):
        findings += _date_order(entry)
    for campaign in campaigns.values():
        closed = bool(campaign.get("closed"))
        told = [
            *_campaign(campaign),
            *_profiles(content, campaign),
            *_plans(content, campaign),
            *_reviews(content, campaign),
            *_quota(content, campaign, today),
            *_plans_missing(content, campaign, today),
            *_review_due(content, campaign, today),
        ]
        findings += [f for f in told if not (closed and f.code in _SILENT)]
    return findings


_SILENT = frozenset("quota-unmet plan-missing not-in-plan review-due late outside-window year-mismatch".split())


def of_campaign(content: Content, kind: str, campaign: Entry) -> list[Entry]:
    """Give the profiles or plans of a campaign."""
    return [e for e in content.of(kind) if e.campaign == campaign.slug]


def owing_units(content: Content, campaign: Entry) -> list[Unit]:
    """Give the units that owe a registration: marked so, and existing in the campaign's window or year."""
    first, last = span_of(campaign)
    return [u for u in content.units.values() if u.quota and u.active(first, last)]


def span_of(campaign: Entry) -> tuple[date, date]:
    """Give the first and last day of a campaign: its registration window, else its year, else all time."""
    window = campaign.get("windows", "register") or {}
    years = campaign_years(campaign.slug)
    first = window.get("from") or (date(years[0], 1, 1) if years and years[0] else date.min)
    last = window.get("to") or (date(years[-1], 12, 31) if years and years[-1] else date.max)
    return first, max(first, last)


def _date_order(entry: Entry) -> Iterator[Finding]:
    """discovered ≤ selected ≤ registered ≤ approved ≤ each of nurtured, replicated, honoured ≤ reviewed."""
    progress = entry.progress
    for stage in STAGES:
        if stage not in progress:
            continue
        late = [s for s in must_follow(stage, progress) if progress[s] > progress[stage]]
        if late:
            yield find(
                "date-order",
                entry.source.place("progress", stage, "on"),
                say(
                    "“{step}” on {day} comes before “{other}” on {other_day}",
                    step=LABELS[stage],
                    day=progress[stage],
                    other=LABELS[late[-1]],
                    other_day=progress[late[-1]],
                ),
                say("correct one of the two dates"),
            )


def _campaign(campaign: Entry) -> Iterator[Finding]:
    document = campaign.source
    for name, window in (campaign.get("windows") or {}).items():
        if "from" in window and "to" in window and window["from"] > window["to"]:
            yield find(
                "date-order",
                document.place("windows", name, "to"),
                say("the window ends before it begins"),
                say("correct one of the two dates"),
            )
        for end in ("from", "to"):
            yield from _year(campaign, campaign, window.get(end), "windows", name, end, section=window.get("section"))
    plan = campaign.get("plan") or {}
    yield from _year(campaign, campaign, plan.get("before"), "plan", "before", section=plan.get("section"))
    issued = campaign.get("document", "on")
    for i, basis in enumerate(campaign.get("legal_bases") or []):
        if issued and basis.get("on") and basis["on"] > issued:
            yield find(
                "date-order",
                document.place("legal_bases", i, "on"),
                say(
                    "the legal basis {number} is younger than the document of the campaign",
                    number=basis.get("number", ""),
                ),
                say("correct one of the two dates, or cite the text that was in force"),
            )


def _year(
    campaign: Entry, entry: Entry, day: date | None, *path: str | int, section: str | None = None
) -> Iterator[Finding]:
    """Tell a date outside the campaign's year; the source plan's own slip (10/6/2021 in 2022) is the model case."""
    years = campaign_years(campaign.slug)
    if day is None or not years or years[0] <= day.year <= years[-1]:
        return
    yield find(
        "year-mismatch",
        entry.source.place(*path),
        say("the year of {day} is not that of the campaign {campaign}", day=day, campaign=campaign.slug),
        say("correct the year, or record in the campaign's readings why it stands so"),
        section=section,
    )


def _profiles(content: Content, campaign: Entry) -> Iterator[Finding]:
    windows = campaign.get("windows") or {}
    planned = {(p.slug, name) for p in of_campaign(content, "plan", campaign) for name in p.get("exemplars") or []}
    with_plan = {p.slug: p for p in of_campaign(content, "plan", campaign)}
    for entry in of_campaign(content, "exemplar", campaign):
        for stage, day in entry.progress.items():
            yield from _year(campaign, entry, day, "progress", stage, "on")
        for stage, name in (("registered", "register"), ("reviewed", "review")):
            yield from _outside(entry, entry.progress.get(stage), windows.get(name), "progress", stage, "on")
        unit = entry.get("unit")
        registered = reached(stage_of(entry.progress), "registered") and not entry.get("withdrawn") and not entry.draft
        if registered and unit in with_plan and (unit, entry.slug) not in planned:
            yield find(
                "not-in-plan",
                with_plan[unit].source.place("exemplars"),
                say("the registered exemplar {id} is not in the unit's plan", id=entry.slug),
                say("add {id} to exemplars and plan work for it", id=entry.slug),
                section=campaign.get("plan", "section"),
            )


def _outside(entry: Entry, day: date | None, window: Mapping[str, object] | None, *path: str) -> Iterator[Finding]:
    first, last = (window or {}).get("from"), (window or {}).get("to")
    if (
        isinstance(day, date)
        and isinstance(first, date)
        and isinstance(last, date)
        and first <= last
        and not first <= day <= last
    ):
        yield find(
            "outside-window",
            entry.source.place(*path),
            say("{day} lies outside the window from {first} to {last}", day=day, first=first, last=last),
            say("correct the date if it is wrong; if it is right, nothing is to be done"),
            section=str(window["section"]) if window and window.get("section") else None,
        )


def _plans(content: Content, campaign: Entry) -> Iterator[Finding]:
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
        yield from _year(campaign, plan, done, "completed_on", section=rules.get("section"))
        yield from _year(campaign, plan, plan.get("approved", "on"), "approved", "on", section=rules.get("section"))
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
            yield from _year(campaign, plan, activity.get(end), "activities", i, end)
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


def _reviews(content: Content, campaign: Entry) -> Iterator[Finding]:
    for review in content.of("review"):
        if review.slug == campaign.slug:
            window = (campaign.get("windows") or {}).get("review")
            yield from _outside(review, review.get("held_on"), window, "held_on")
            yield from _review_sections(campaign, review)


def _review_sections(campaign: Entry, review: Entry) -> Iterator[Finding]:
    """Tell the sections that the campaign asks of a review and that its body lacks (III.2)."""
    headings = {" ".join(h.text.split()).casefold() for h in review.source.body.headings}
    for label in campaign.get("review", "sections") or []:
        wanted = label.told(review.source.lang).value
        if " ".join(wanted.split()).casefold() not in headings:
            yield find(
                "review-section-missing",
                review.source.place("title"),
                say("the review has no section “{name}”", name=wanted),
                section_hint(wanted, review.source.body),
                section=campaign.get("review", "section") or campaign.get("windows", "review", "section"),
            )


def _quota(content: Content, campaign: Entry, today: date) -> Iterator[Finding]:
    """Count what each unit has registered (III.1.1), from the day on which registration opens."""
    quota = campaign.get("quota")
    if quota is None or not _open(campaign, "register", today):
        return
    least = quota.get("min", 1)
    profiles = of_campaign(content, "exemplar", campaign)
    for unit in owing_units(content, campaign):
        counted = sum(counts(e, quota) and e.get("unit") == unit.id for e in profiles)
        if counted < least:
            yield find(
                "quota-unmet",
                campaign.source.place("quota", "min") if "min" in quota else campaign.source.key_place("quota"),
                say(
                    "{unit} has registered {n} exemplars of at least {least}",
                    unit=unit.name,
                    n=counted,
                    least=least,
                ),
                say("the unit {unit} registers an exemplar with the Office", unit=unit.id),
                section=quota.get("section"),
            )


def counts(entry: Entry, quota: Mapping[str, object]) -> bool:
    """Say whether a profile counts towards the quota: registered, not withdrawn, of a category that counts."""
    categories = quota.get("counts")
    return (
        reached(stage_of(entry.progress), "registered")
        and not entry.get("withdrawn")
        and not entry.draft
        and (not isinstance(categories, list) or entry.get("category") in categories)
    )


def _open(campaign: Entry, window: str, today: date) -> bool:
    first = campaign.get("windows", window, "from")
    return first is None or today >= first


def _plans_missing(content: Content, campaign: Entry, today: date) -> Iterator[Finding]:
    rules = campaign.get("plan")
    if rules is None or not _open(campaign, "register", today):
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


def _review_due(content: Content, campaign: Entry, today: date) -> Iterator[Finding]:
    window = campaign.get("windows", "review")
    held = ("review", campaign.slug) in content.unread or any(
        r.slug == campaign.slug and r.get("held_on") for r in content.of("review")
    )
    if window and "from" in window and today >= window["from"] and not held:
        yield find(
            "review-due",
            campaign.source.place("windows", "review", "from"),
            say("the review of the campaign is due since {day}", day=window["from"]),
            say("write {file}", file=f"content/reviews/{campaign.slug}.{campaign.source.lang}.md"),
            section=window.get("section"),
        )
