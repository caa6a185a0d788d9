"""Judges which campaign each document belongs to; where one name is wrong, it is told once and not for each document.

In comes the content; out come findings: at the campaign's file where it was renamed and all its documents kept the old
name, else at the first document of each folder.
"""

from collections.abc import Iterator, Sequence

from guongsang.findings import Finding, Place, find, suggest
from guongsang.i18n.messages import Message, say, say_n
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.tables.campaign import Campaign

_KINDS = ("exemplar", "plan", "review")


def judge_campaign_names(content: Content) -> Iterator[Finding]:
    """Report the documents of campaigns that are not there."""
    groups: dict[str, list[AnyEntry]] = {}
    for entry in content.entries:
        if entry.kind in _KINDS and not content.exists("campaign", campaign_of(entry)):
            groups.setdefault(campaign_of(entry), []).append(entry)
    for name, entries in groups.items():
        if campaign := _renamed(content, name, entries):
            yield _told_at_campaign(campaign, name, entries)
            continue
        for kind in _KINDS:
            if folder := [entry for entry in entries if entry.kind == kind]:
                yield _told_at_documents(content, name, folder)


def campaign_of(entry: AnyEntry) -> str:
    """Return the name of the campaign that a document belongs to; a review bears it itself."""
    return entry.slug if entry.kind == "review" else entry.campaign


def _renamed(content: Content, name: str, entries: Sequence[AnyEntry]) -> Entry[Campaign] | None:
    """Return the campaign without any document to which all of those of an unknown one belong."""
    kinds = {entry.kind for entry in entries}
    used = {campaign_of(entry) for entry in content.entries if entry.kind in _KINDS}
    meant = {_meant(content, entry) for entry in entries}
    campaign = content.campaign(meant.pop()) if len(meant) == 1 and len(kinds) > 1 else None
    return campaign if campaign and campaign.slug not in used else None


def _meant(content: Content, entry: AnyEntry) -> str:
    """Return the campaign of the path that a document is meant to have; empty where it may stay."""
    path = content.misnamed.get(entry.source.file, "").split("/")
    return path[2].split(".")[0] if len(path) > 2 else ""


def _told_at_campaign(campaign: Entry[Campaign], name: str, entries: Sequence[AnyEntry]) -> Finding:
    file = campaign.source.file
    return find(
        "unknown-campaign",
        Place(file),
        say_n(
            "no document belongs to the campaign {other}, but {n} belongs to {name}, which is not there: {files}",
            "no document belongs to the campaign {other}, but {n} belong to {name}, which is not there: {files}",
            n=len(entries),
            other=campaign.slug,
            name=name,
            files=[entry.source.file for entry in entries],
        ),
        say("rename this file to {name}, and its translations likewise", name=f"{name}.{campaign.source.lang}.md"),
    )


def _told_at_documents(content: Content, name: str, entries: Sequence[AnyEntry]) -> Finding:
    message = say("there is no campaign {name} that can be read", name=name)
    if len(entries) > 1:
        message = say_n(
            "there is no campaign {name} that can be read; {n} document belongs to it: {files}",
            "there is no campaign {name} that can be read; {n} documents belong to it: {files}",
            n=len(entries),
            name=name,
            files=[entry.source.file for entry in entries],
        )
    return find("unknown-campaign", Place(entries[0].source.file), message, _cure(content, name, entries[0]))


def _cure(content: Content, name: str, entry: AnyEntry) -> Message:
    meant = _meant(content, entry)
    if meant and entry.kind == "review":
        return say("rename it to {name}", name=f"{meant}.{entry.source.lang}.md")
    if meant:
        return say("rename the folder to {name}", name=meant)
    wanted = f"content/campaigns/{name}.{content.config.source_language}.md"
    return suggest(name, [c.slug for c in content.campaigns], say("write {file}, or move this file", file=wanted))
