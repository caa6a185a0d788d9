"""Judges whether what a person agreed to is still what stands there (`consent.of`).

What the person saw are the words of the source language that can be published and the pictures among them: headline,
name, position, summary, evidence that is not internal, movements, lessons, body, the photo with its description. Facts
such as dates, progress or who adopted the model do not count, nor do translations.
"""

import hashlib
from collections.abc import Iterator

from guongsang.commands import command
from guongsang.findings import Finding, find
from guongsang.i18n.messages import Message, say
from guongsang.judge.criteria.evidence import is_internal
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.documents.fingerprints import fingerprint_of, normalized, words_as_json
from guongsang.read.documents.links import picture_file
from guongsang.read.tables.exemplar import Exemplar

_LATER = "adopted_by"
"""Words that others add after the person agreed: what came of it in their units."""


def judge_seen(content: Content) -> Iterator[Finding]:
    """Report the profiles whose words or pictures were changed after the person saw them."""
    for entry in content.exemplars:
        if not entry.withdrawn and is_consent_stale(content, entry):
            yield find(
                "stale-consent",
                entry.source.place("consent", "of"),
                _left_out_message(content, entry),
                say(
                    "show the person the text as it is now, ask again and write the new day; then: {command}",
                    command=command("fix", "--consent", "--write", entry.source.file),
                ),
            )


def _left_out_message(content: Content, entry: Entry[Exemplar]) -> Message:
    if leaves_out_stale(content, entry):
        return say(
            "words or pictures were changed after the person agreed; the profile is left out, as the campaign says so"
        )
    return say("words or pictures were changed after the person agreed")


def is_consent_stale(content: Content, entry: Entry[Exemplar]) -> bool:
    """Return whether a person's consent is bound to other words or pictures than the present ones."""
    consent = entry.facts.consent
    return bool(consent.given and consent.of and consent.of != seen_fingerprint(content, entry))


def leaves_out_stale(content: Content, entry: Entry[Exemplar]) -> bool:
    """Return whether the campaign of a profile leaves it out of the site where its consent is stale."""
    campaign = content.campaign(entry.campaign)
    return campaign is not None and campaign.facts.stale_consent == "leave-out"


def seen_fingerprint(content: Content, entry: Entry[Exemplar]) -> str:
    """Return the first 12 hexadecimal digits of the SHA-256 of what the person is shown, as canonical JSON."""
    criteria = content.criteria_of(entry.campaign)
    hidden = {item.id for item in entry.facts.evidence if is_internal(item, criteria)}
    words = {
        path: text
        for path, text in words_as_json(entry.source).items()
        if path.partition("/")[0] != _LATER and not _is_hidden(path, hidden)
    }
    body = normalized(entry.source.body.text)
    return fingerprint_of(
        {"name": entry.facts.name, "words": words, "body": body, "pictures": _pictures(content, entry)}
    )


def _is_hidden(path: str, hidden: set[str]) -> bool:
    """Return whether a word belongs to internal evidence."""
    field, _, rest = path.partition("/")
    return field == "evidence" and rest.partition("/")[0] in hidden


def _pictures(content: Content, entry: Entry[Exemplar]) -> dict[str, str]:
    """Return digests of the pictures that a profile shows, by their place; of one that is not there, nothing."""
    shown = {f"body/{number}": image.to for number, image in enumerate(entry.source.body.images)}
    if entry.facts.photo:
        shown["photo"] = entry.facts.photo
    files = {place: picture_file(entry.source, name) for place, name in shown.items()}
    return {
        place: hashlib.sha256(content.pictures[file].data).hexdigest()
        for place, file in files.items()
        if file in content.pictures
    }
