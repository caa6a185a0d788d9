"""The stages of an exemplar, in order: derived from the dates of its progress, never written down by hand.

They are the steps of the source plan (I.3, III.1, III.2): found, chosen, registered with the Office, approved,
nurtured, replicated, honoured, reviewed. A step may be skipped; the stage is the last of the list that has a date.
"""

from collections.abc import Mapping
from datetime import date

from guongsang.i18n.messages import Message, say

STAGES: tuple[str, ...] = (
    "discovered",
    "selected",
    "registered",
    "approved",
    "nurtured",
    "replicated",
    "honoured",
    "reviewed",
)

LABELS: Mapping[str, Message] = {
    "discovered": say("Identified"),
    "selected": say("Selected"),
    "registered": say("Registered"),
    "approved": say("Approved"),
    "nurtured": say("Nurturing"),
    "replicated": say("Replicating"),
    "honoured": say("Honoured"),
    "reviewed": say("Reviewed"),
}


def stage_of(progress: Mapping[str, date]) -> str | None:
    """Return the last stage that has a date, or None before the first."""
    return next((stage for stage in reversed(STAGES) if stage in progress), None)


def label_of(stage: str | None) -> Message:
    """Return the label of a stage, or that there is none yet."""
    return LABELS[stage] if stage else say("no stage yet")


def reached(stage: str | None, wanted: str) -> bool:
    """Return whether a stage is at or past another."""
    return stage is not None and STAGES.index(stage) >= STAGES.index(wanted)


def must_follow(stage: str, progress: Mapping[str, date]) -> list[str]:
    """List the dated steps that may not come later than this one.

    The first four follow one another; nurtured, replicated and honoured each follow those four but not one another;
    reviewed follows all.
    """
    before = STAGES[: STAGES.index(stage)]
    if stage in ("replicated", "honoured"):
        before = STAGES[:4]
    return [step for step in before if step in progress]
