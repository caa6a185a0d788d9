"""The windows of a campaign in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from guongsang.i18n.messages import Message, say
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign, PlanDuty, Window


@dataclass(frozen=True)
class CampaignWindow:
    """A time of the campaign: its days, how it is drawn (window, due), what it is, the section of the plan."""

    first: date
    last: date
    kind: str
    says: Message
    section: str | None


def windows_of(campaign: Entry[Campaign]) -> Iterator[CampaignWindow]:
    """Yield the windows of a campaign in their order: registration, plans, nurturing, review."""
    facts = campaign.facts
    register, review = facts.windows.register or Window(), facts.windows.review or Window()
    duty = facts.plan or PlanDuty()
    before = duty.before
    if register.from_ and register.to:
        says = say("Registration: from {first} to {last}", first=register.from_, last=register.to)
        yield CampaignWindow(register.from_, max(register.from_, register.to), "window", says, register.section or None)
    if before:
        opened, last = register.from_ or before.replace(day=1), before - timedelta(days=1)
        says = say("Plans of the units: before {day}", day=before)
        yield CampaignWindow(min(opened, last), last, "due", says, duty.section or None)
    if before and review.from_ and before < review.from_:
        last = review.from_ - timedelta(days=1)
        says = say("Nurturing and replication: until {day}", day=last)
        yield CampaignWindow(before, last, "window", says, None)
    if review.from_ and review.to:
        says = say("Review: from {first} to {last}", first=review.from_, last=review.to)
        yield CampaignWindow(review.from_, max(review.from_, review.to), "window", says, review.section or None)


def first_day(campaign: Entry[Campaign]) -> date:
    """Return the day of what has no other: that of the campaign's document, or of its first window."""
    document, window = campaign.facts.document, campaign.facts.windows.register
    return (document.on if document else None) or (window.from_ if window else None) or date(1970, 1, 1)
