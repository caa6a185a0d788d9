"""Judges the campaign's own rules: order of dates, windows, quota, plans, review, legal bases.

What a unit owes is told at the window or quota of the campaign file, in units-file order; what a document states
wrongly is told at its value. Nothing that is merely late or not done yet is an error, and a campaign that is closed
asks nothing more, one that is a draft nothing yet (contract, section 2). Rules come from the source plan, III.1 and
III.2.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.judge.campaign.plans import judge_plans, missing_plans
from guongsang.judge.campaign.quota import judge_quota
from guongsang.judge.criteria.verdicts import section_hint
from guongsang.judge.dates import of_campaign, outside_year
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.stages import LABELS, STAGES, must_follow, reached, stage_of


def judge_duties(content: Content, campaigns: Mapping[str, Entry], today: date) -> list[Finding]:
    """Judge all campaigns with their profiles, plans and reviews as of a day."""
    findings: list[Finding] = []
    for entry in content.of("exemplar"):
        findings += _date_order(entry)
    for campaign in campaigns.values():
        closed = bool(campaign.get("closed")) or campaign.draft
        told = [
            *_campaign(campaign),
            *_profiles(content, campaign),
            *judge_plans(content, campaign),
            *_reviews(content, campaign),
            *judge_quota(content, campaign, today),
            *missing_plans(content, campaign, today),
            *_review_due(content, campaign, today),
        ]
        findings += [f for f in told if not (closed and f.code in _SILENT)]
    return findings


_SILENT = frozenset("quota-unmet plan-missing not-in-plan review-due late outside-window year-mismatch".split())


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
            yield from outside_year(
                campaign, campaign, window.get(end), "windows", name, end, section=window.get("section")
            )
    plan = campaign.get("plan") or {}
    yield from outside_year(campaign, campaign, plan.get("before"), "plan", "before", section=plan.get("section"))
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


def _profiles(content: Content, campaign: Entry) -> Iterator[Finding]:
    windows = campaign.get("windows") or {}
    planned = {(p.slug, name) for p in of_campaign(content, "plan", campaign) for name in p.get("exemplars") or []}
    with_plan = {p.slug: p for p in of_campaign(content, "plan", campaign)}
    for entry in of_campaign(content, "exemplar", campaign):
        for stage, day in entry.progress.items():
            yield from outside_year(campaign, entry, day, "progress", stage, "on")
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


def _reviews(content: Content, campaign: Entry) -> Iterator[Finding]:
    for review in content.of("review"):
        if review.slug == campaign.slug:
            window = (campaign.get("windows") or {}).get("review")
            yield from _outside(review, review.get("held_on"), window, "held_on")
            yield from _review_sections(campaign, review)


def _review_sections(campaign: Entry, review: Entry) -> Iterator[Finding]:
    """Report the sections that the campaign asks of a review and that its body lacks (III.2)."""
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
