"""Why a file is on the site, where and in which languages, or exactly why not.

In come a checked site and a path; out come sentences and the findings that hold the file back. Nothing is judged here:
verdicts, consent and what is left out come from the judgement and the site.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guongsang.author.translate import STATES
from guongsang.commands import command
from guongsang.findings import Finding
from guongsang.i18n.messages import Language, Message, say, say_n
from guongsang.judge.people.approval import is_stale
from guongsang.judge.people.consent import allows
from guongsang.model.bulletins import Bulletin
from guongsang.model.profiles import Profile
from guongsang.model.site import Site, faulty_entries
from guongsang.model.urls import paper_beside
from guongsang.pipeline import Checked
from guongsang.read.data.loader import CONFIG_FILE
from guongsang.read.data.units import UNITS_FILE
from guongsang.read.documents.entry import Entry
from guongsang.read.documents.links import pictures_used
from guongsang.stages import LABELS, reached, stage_of
from guongsang.text.file_names import is_litter

KINDS: dict[str, Message] = {
    "exemplar": say("the profile of an exemplar"),
    "plan": say("the plan of a unit"),
    "campaign": say("a campaign"),
    "review": say("the review of a campaign"),
    "bulletin": say("an issue of the bulletin"),
    "page": say("a free page"),
}


@dataclass(frozen=True)
class Explanation:
    """Sentences for the writer, in order, and the findings that they speak of."""

    lines: tuple[Message, ...]
    findings: tuple[Finding, ...] = ()


def explain_file(site: Site, checked: Checked, file: str) -> Explanation:
    """Explain any file of a site."""
    entry = next((e for e in checked.content.entries if any(d.file == file for d in e.documents)), None)
    if entry is not None:
        return _document(site, checked, entry, file)
    if file in checked.content.pictures:
        return Explanation(tuple(_picture(checked, file)))
    if lines := tuple(_data(checked, file)):
        return Explanation(lines)
    findings = _of(checked, (file,))
    if findings:
        return Explanation((say("{file} is not on the site, because of what is told below:", file=file),), findings)
    if any(map(is_litter, file.split("/"))):
        return Explanation((say("{file} is what another program left there; it is passed over.", file=file),))
    return Explanation((say("{file} is no part of the content.", file=file),))


def _of(checked: Checked, files: Iterable[str], *codes: str) -> tuple[Finding, ...]:
    """Return the errors of some files, and the findings of some codes in them."""
    wanted = set(files)
    return tuple(f for f in checked.findings if f.place.file in wanted and (f.code in codes or f.severity == "error"))


def _document(site: Site, checked: Checked, entry: Entry, file: str) -> Explanation:
    head = say("{file}: {kind}", file=file, kind=KINDS[entry.kind])
    files = [d.file for d in entry.documents]
    reasons = list(_reasons(site, checked, entry))
    if reasons or not any(e is entry for e in site.entries):
        left = [o.reason for o in site.left_out if o.file == entry.source.file]
        told = reasons or left or [say("its campaign is not published")]
        lines = (head, say("It is not on the site:"), *(say("- {reason}", reason=r) for r in told))
        return Explanation(lines, _of(checked, files, "to-fill-in", "no-consent"))
    return Explanation((head, *_where(site, entry), *_shown(site, entry), *_held_up(checked)))


def _reasons(site: Site, checked: Checked, entry: Entry) -> Iterator[Message]:
    """Yield every reason that keeps a document from the site, not only the first."""
    content, key = checked.content, (entry.kind, entry.id)
    files = [d.file for d in entry.documents]
    if entry.draft:
        line = entry.source.key_place("draft").line
        yield say("it is a draft; remove “draft: true” (line {line}) when it is finished", line=str(line))
    if key in faulty_entries(content, checked.judgement):
        n = len(_of(checked, files))
        yield say_n("it has {n} error, told below", "it has {n} errors, told below", n=n)
    if entry.source.open:
        n = sum(f.code == "to-fill-in" for f in _of(checked, (entry.source.file,), "to-fill-in"))
        yield say_n("{n} place is still to be filled in", "{n} places are still to be filled in", n=n)
    if key in checked.judgement.consent.withheld:
        yield say("its text uses a name without consent")
    if entry.kind == "exemplar":
        yield from _not_yet(checked, entry)
    campaign = entry.campaign or (entry.slug if entry.kind == "review" else "")
    if campaign and site.campaign(campaign) is None:
        yield say("its campaign {campaign} is not published", campaign=campaign)


def _not_yet(checked: Checked, entry: Entry) -> Iterator[Message]:
    campaign = checked.content.by_id.get(("campaign", entry.campaign))
    wanted = (campaign.get("publish_from") if campaign else None) or "approved"
    stage = stage_of(entry.progress)
    if not reached(stage, wanted):
        yield say(
            "it is published from “{wanted}” on, and stands at “{stage}”; write progress.{name} when that is done",
            wanted=LABELS[wanted],
            stage=LABELS[stage] if stage else say("no stage yet"),
            name=wanted,
        )
    if not entry.get("withdrawn") and not allows(entry, "story", "site"):
        yield say("there is no consent to show the story on the site (consent.story lacks site)")
    if not entry.get("withdrawn") and is_stale(entry):
        yield say("it was changed after its approval (progress.approved.fingerprint)")


def _where(site: Site, entry: Entry) -> Iterator[Message]:
    withdrawn = any(p.entry is entry for p in site.withdrawn)
    if withdrawn:
        yield say("It is withdrawn; a notice without a name stands in its place:")
    else:
        yield say("It is on the site:")
    for lang in site.config.languages:
        url = site.urls.entry(entry.kind, entry.campaign, entry.slug, lang)
        address = site.urls.absolute(url) or f"output/site/{url}"
        how = _how(entry.state(lang)) if not withdrawn else say("a notice")
        yield say("- {language}: {address} ({how})", language=Language(lang), address=address, how=how)


def _how(state: str) -> Message:
    match state:
        case "source":
            return say("source text")
        case "ready":
            return say("translation")
        case "none":
            return say("no translation; the source text with a notice")
    return say("translation ({state}), with a notice", state=STATES[state])


def _shown(site: Site, entry: Entry) -> Iterator[Message]:
    """Report where else it stands, and what of it is not shown."""
    profile = next((p for p in site.profiles if p.entry is entry), None)
    if profile is not None:
        yield from _profile(site, profile)
    held = [b.entry.source.file for b in site.bulletins if entry.kind == "exemplar" and entry.id in b.recalled]
    if held:
        yield say("It stands in older prints of these bulletins; please recall and destroy them: {files}", files=held)
    bulletin = next((b for b in site.bulletins if b.entry is entry), None)
    if bulletin is not None:
        yield from _bulletin(site, bulletin)


def _profile(site: Site, profile: Profile) -> Iterator[Message]:
    if not profile.names_on_site:
        yield say("The name is not shown on the site: consent.name lacks site.")
    if profile.entry.get("photo") and not profile.photo_on_site:
        yield say("The photo is not shown on the site: consent.photo lacks site.")
    if not profile.on_paper:
        yield say("It is in no printed bulletin: consent.story lacks print, or its text uses a name without consent.")
    for bulletin in site.bulletins:
        if profile in bulletin.profiles:
            yield say("It stands in the bulletin {file}.", file=bulletin.entry.source.file)


def _bulletin(site: Site, bulletin: Bulletin) -> Iterator[Message]:
    if bulletin.printed:
        for lang in site.config.languages:
            url = paper_beside(site.urls.entry("bulletin", "", bulletin.entry.slug, lang))
            yield say("- on paper: {address}", address=site.urls.absolute(url) or f"output/site/{url}")
    else:
        yield say("It is not printed, because it holds no exemplar that may stand on paper.")
    names = [p.id for p in bulletin.profiles]
    if names:
        yield say("It holds: {names}", names=names)
    if bulletin.recalled:
        yield say(
            "Please recall and destroy older prints of it, because these exemplars in it were withdrawn: {names}",
            names=bulletin.recalled,
        )


def _held_up(checked: Checked) -> Iterator[Message]:
    """Report that errors elsewhere keep the whole site from being published."""
    files = sorted({f.place.file for f in checked.blocking})
    if files:
        yield say(
            "But at present nothing new is published at all, because of errors in: {files}; to see them: {command}",
            files=files[:10],
            command=command("check"),
        )


def _picture(checked: Checked, file: str) -> Iterator[Message]:
    users = [e.source.file for e in checked.content.entries if file in pictures_used(e)]
    yield say("{file}: a picture", file=file)
    yield say("It is used by: {names}", names=users) if users else say("No document uses it, so it is not published.")
    if file in checked.judgement.consent.photos:
        yield say("It is not shown on the site: there is no consent to the photo.")


def _data(checked: Checked, file: str) -> Iterator[Message]:
    content = checked.content
    if file == CONFIG_FILE:
        yield say("{file}: the settings of the whole site", file=file)
    elif file == UNITS_FILE:
        yield say("{file}: the units, which profiles, plans and lists refer to", file=file)
        for unit in content.units:
            users = _slugs(e for e in content.entries if e.get("unit") == unit or (e.kind == "plan" and e.slug == unit))
            yield say("- {name}: {names}", name=unit, names=users or say("not used"))
    else:
        for criteria in content.criteria.values():
            if criteria.file == file:
                users = _slugs(e for e in content.of("campaign") if e.get("criteria") == criteria.id)
                yield say("{file}: categories and criteria", file=file)
                yield say("It is used by the campaigns: {names}", names=users) if users else say("No campaign uses it.")


def _slugs(entries: Iterable[Entry]) -> Sequence[str]:
    return [e.source.file.removeprefix("content/") for e in entries]
