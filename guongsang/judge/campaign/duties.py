"""Judges the campaign's own rules: order of dates, windows, quota, plans, review, legal bases.

What a unit owes is told at the window or quota of the campaign file, in units-file order; what a document states
wrongly is told at its value. Nothing that is merely late or not done yet is an error, and a campaign that is closed
asks nothing more, one that is a draft nothing yet. Rules come from the source plan, III.1 and
III.2.
"""

from collections.abc import Iterator
from datetime import date

from guongsang.codes import CODES
from guongsang.commands import command
from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.judge.campaign.plans import judge_plans, missing_plans
from guongsang.judge.campaign.quota import is_registered, judge_quota
from guongsang.judge.criteria.section import same_heading, section_hint
from guongsang.judge.dates import exemplars_of, in_year, outside_year, plans_of
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.tables.campaign import Campaign, PlanDuty, Review, Window
from guongsang.stages import LABELS, STAGES, must_follow


def judge_duties(content: Content, today: date) -> list[Finding]:
    """Judge all campaigns with their profiles, plans and reviews as of a day."""
    findings: list[Finding] = []
    for campaign in content.campaigns:
        closed = campaign.facts.closed or campaign.draft
        told = [
            *_campaign(campaign),
            *_profiles(content, campaign),
            *judge_plans(content, campaign),
            *_reviews(content, campaign),
            *judge_quota(content, campaign, today),
            *missing_plans(content, campaign, today),
            *_review_due(content, campaign, today),
        ]
        findings += [f for f in told if not (closed and CODES[f.code].in_open_campaigns)]
    return findings


def judge_date_order(entry: AnyEntry) -> Iterator[Finding]:
    """Judge the steps of one profile, of which each is as old as the next or older.

    discovered ≤ selected ≤ registered ≤ approved ≤ each of nurtured, replicated, honoured ≤ reviewed. A step that is
    later than several others is told once.
    """
    progress = entry.progress
    told: set[str] = set()
    for stage in STAGES:
        if stage not in progress:
            continue
        late = [s for s in must_follow(stage, progress) if progress[s] > progress[stage]]
        if late and late[-1] not in told:
            told.add(late[-1])
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


def _campaign(campaign: Entry[Campaign]) -> Iterator[Finding]:
    document, facts = campaign.source, campaign.facts
    for name, window in (("register", facts.windows.register), ("review", facts.windows.review)):
        if window is None:
            continue
        if window.from_ and window.to and window.from_ > window.to:
            yield find(
                "date-order",
                document.place("windows", name, "to"),
                say("the window ends before it begins"),
                say("correct one of the two dates"),
            )
        for end, day in _ends(window):
            yield from outside_year(campaign, campaign, day, "windows", name, end, section=window.section)
    plan = facts.plan or PlanDuty()
    yield from outside_year(campaign, campaign, plan.before, "plan", "before", section=plan.section)
    issued = facts.document.on if facts.document else None
    for i, basis in enumerate(facts.legal_bases):
        if issued and basis.on and basis.on > issued:
            yield find(
                "date-order",
                document.place("legal_bases", i, "on"),
                say(
                    "the legal basis {number} is younger than the document of the campaign",
                    number=basis.number,
                ),
                say("correct one of the two dates, or cite the text that was in force"),
            )


def _ends(window: Window) -> list[tuple[str, date | None]]:
    """Return the days of a window with their fields: the first alone where both lie in the same year."""
    first, last = window.from_, window.to
    ends = [("from", first), ("to", last)]
    return ends[:1] if first and last and first.year == last.year else ends


def _profiles(content: Content, campaign: Entry[Campaign]) -> Iterator[Finding]:
    windows = campaign.facts.windows
    with_plan = {p.slug: p for p in plans_of(content, campaign)}
    planned = {(p.slug, name) for p in with_plan.values() for name in p.facts.exemplars}
    for entry in exemplars_of(content, campaign):
        for stage, day in entry.progress.items():
            yield from outside_year(campaign, entry, day, "progress", stage, "on")
        for stage, window in (("registered", windows.register), ("reviewed", windows.review)):
            yield from _outside(campaign, entry, window, "progress", stage, "on")
        unit, misnamed = entry.facts.unit, entry.source.file in content.misnamed
        if is_registered(entry) and not misnamed and unit in with_plan and (unit, entry.slug) not in planned:
            yield find(
                "not-in-plan",
                with_plan[unit].source.place("exemplars"),
                say("the registered exemplar {id} is not in the unit's plan", id=entry.slug),
                say("add {id} to exemplars and plan work for it", id=entry.slug),
                section=campaign.facts.plan.section or None if campaign.facts.plan else None,
            )


def _outside(campaign: AnyEntry, entry: AnyEntry, window: Window | None, *path: str) -> Iterator[Finding]:
    """Report a day outside a window; not where only the year of the window is wrong, which is told there."""
    day = entry.facts.held_on if isinstance(entry.facts, Review) else entry.progress.get(path[1])
    first, last = (window.from_, window.to) if window else (None, None)
    if not (window and day and first and last and first <= last) or first <= day <= last:
        return
    right_first, right_last = in_year(campaign, first), in_year(campaign, last)
    if not right_first <= day <= right_last:
        yield find(
            "outside-window",
            entry.source.place(*path),
            say("{day} lies outside the window from {first} to {last}", day=day, first=first, last=last),
            say("correct the date if it is wrong; if it is right, nothing is to be done"),
            section=window.section or None,
        )


def _reviews(content: Content, campaign: Entry[Campaign]) -> Iterator[Finding]:
    for review in content.reviews:
        if review.slug == campaign.slug:
            yield from _outside(campaign, review, campaign.facts.windows.review, "held_on")
            yield from _review_sections(campaign, review)


def _review_sections(campaign: Entry[Campaign], review: Entry[Review]) -> Iterator[Finding]:
    """Report the sections that the campaign asks of a review and that its body lacks (III.2)."""
    duty, window = campaign.facts.review, campaign.facts.windows.review
    headings = [h.text for h in review.source.body.headings]
    for label in duty.sections:
        wanted = label.text_in(review.source.lang).value
        if not any(same_heading(wanted, heading) for heading in headings):
            yield find(
                "review-section-missing",
                review.source.place("title"),
                say("the review has no section “{name}”", name=wanted),
                section_hint(wanted, review.source.body),
                section=duty.section or (window.section if window else "") or None,
            )


def _review_due(content: Content, campaign: Entry[Campaign], today: date) -> Iterator[Finding]:
    window = campaign.facts.windows.review
    written = next((r for r in content.reviews if r.slug == campaign.slug), None)
    held = ("review", campaign.slug) in content.unread or (
        written and (written.facts.held_on or "held_on" in written.source.wrong)
    )
    if window and window.from_ and today >= window.from_ and not held:
        yield find(
            "review-due",
            campaign.source.place("windows", "review", "from"),
            say("the review of the campaign is due since {day}", day=window.from_),
            say(
                "once it is held, write the day in {file}: {line}",
                file=written.source.file,
                line=f"held_on: {window.from_.isoformat()}",
            )
            if written
            else say("make it with: {command}", command=command("new", "review", "--campaign", campaign.slug)),
            section=window.section or None,
        )
