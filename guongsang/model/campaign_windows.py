"""The windows of a campaign in order."""

from collections.abc import Iterator
from datetime import date, timedelta

from guongsang.i18n.messages import Message, say
from guongsang.read.documents.entry import Entry


def spans(campaign: Entry) -> Iterator[tuple[date, date, str, Message, str | None]]:
    """Yield the windows of a campaign in their order: registration, plans, nurturing, review."""
    register = campaign.get("windows", "register") or {}
    review = campaign.get("windows", "review") or {}
    before = campaign.get("plan", "before")
    if register.get("from") and register.get("to"):
        says = say("Registration: from {first} to {last}", first=register["from"], last=register["to"])
        yield register["from"], max(register["from"], register["to"]), "window", says, register.get("section")
    if before:
        opened = register.get("from") or before.replace(day=1)
        first = min(opened, before - timedelta(days=1))
        yield (
            first,
            before - timedelta(days=1),
            "due",
            say("Plans of the units: before {day}", day=before),
            campaign.get("plan", "section"),
        )
    if before and review.get("from") and before < review["from"]:
        last = review["from"] - timedelta(days=1)
        yield before, last, "window", say("Nurturing and replication: until {day}", day=last), None
    if review.get("from") and review.get("to"):
        says = say("Review: from {first} to {last}", first=review["from"], last=review["to"])
        yield review["from"], max(review["from"], review["to"]), "window", says, review.get("section")
