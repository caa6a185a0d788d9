"""Why a file is on the site, where and in which languages, or exactly why not.

In come a checked site and a path; out come sentences and the findings that hold the file back. Nothing is judged here:
verdicts, consent and what is left out come from the judgement and the site.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guongsang.author.translate import STATES
from guongsang.commands import command
from guongsang.findings import Finding
from guongsang.i18n.messages import Language, Message, say
from guongsang.model.bulletins import Issue
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import Site
from guongsang.model.urls import paper_beside
from guongsang.pipeline.checking import Checked
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.documents.links import files_of, pictures_used
from guongsang.read.files import CONFIG_FILE
from guongsang.read.tables.campaign import Campaign
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.laws import LAWS_FILE, Law
from guongsang.read.tables.plan import Plan
from guongsang.read.tables.units import UNITS_FILE
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


def explain_file(checked: Checked, file: str) -> Explanation:
    """Explain any file of a site."""
    entry = next((e for e in checked.content.entries if any(d.file == file for d in e.documents)), None)
    if entry is not None:
        return _document(checked, entry, file)
    if file in checked.content.pictures:
        return Explanation(tuple(_picture(checked, file)))
    if lines := tuple(_data(checked, file)):
        return Explanation(lines)
    findings = _of(checked, (file,), "stray-file")
    if findings:
        return Explanation((say("{file} is not on the site, because of what is told below:", file=file),), findings)
    if any(map(is_litter, file.split("/"))):
        return Explanation((say("{file} is what another program left there; it is passed over.", file=file),))
    return Explanation((say("{file} is no part of the content.", file=file),))


def _of(checked: Checked, files: Iterable[str], *codes: str) -> tuple[Finding, ...]:
    """Return the errors of some files, and the findings of some codes in them."""
    wanted = set(files)
    return tuple(f for f in checked.findings if f.place.file in wanted and (f.code in codes or f.severity == "error"))


def _document(checked: Checked, entry: AnyEntry, file: str) -> Explanation:
    site, head = checked.site, say("{file}: {kind}", file=file, kind=KINDS[entry.kind])
    files = files_of(entry)
    if entry.key not in site.urls_of[site.config.source_language]:
        left = next((left for left in site.left_out if left.file == entry.source.file), None)
        told = [reason.for_writer for reason in left.reasons] if left else [say("its campaign is not published")]
        lines = (head, say("It is not on the site:"), *(say("- {reason}", reason=r) for r in told))
        return Explanation(lines, _of(checked, files, "to-fill-in", "no-consent"))
    return Explanation((head, *_where(site, entry), *_shown(site, entry), *_held_up(checked)))


def _where(site: Site, entry: AnyEntry) -> Iterator[Message]:
    withdrawn = any(notice.key == entry.key for notice in site.withdrawn)
    if withdrawn:
        yield say("It is withdrawn; a notice without a name stands in its place:")
    else:
        yield say("It is on the site:")
    for lang in site.config.languages:
        url = site.urls_of[lang][entry.key]
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


def _shown(site: Site, entry: AnyEntry) -> Iterator[Message]:
    """Report where else it stands, and what of it is not shown."""
    if profile := next((p for p in site.profiles if p.key == entry.key), None):
        yield from _profile(site, profile)
    held = [i.entry.source.file for i in site.bulletins if entry.kind == "exemplar" and entry.id in i.recalled]
    if held:
        yield say("It stands in older prints of these bulletins; please recall and destroy them: {files}", files=held)
    if issue := next((i for i in site.bulletins if i.entry.key == entry.key), None):
        yield from _bulletin(site, issue)


def _profile(site: Site, profile: PublicProfile) -> Iterator[Message]:
    yield from not_shown(profile)
    if not profile.on_paper:
        yield say("It is in no printed bulletin: consent.story lacks print, or its text uses a name without consent.")
    for issue in site.bulletins:
        if any(p.id == profile.id for p in issue.profiles):
            yield say("It stands in the bulletin {file}.", file=issue.entry.source.file)


def not_shown(profile: PublicProfile) -> Iterator[Message]:
    """Report which of name and photo are not shown for want of consent."""
    if profile.name is None:
        yield say("The name is not shown on the site: consent.name lacks site.")
    if profile.photo_withheld:
        yield say("The photo is not shown on the site: consent.photo lacks site.")


def _bulletin(site: Site, issue: Issue) -> Iterator[Message]:
    if issue.has_paper:
        for lang in filter(site.wishes.prints, site.config.languages):
            url = paper_beside(site.urls_of[lang][issue.entry.key])
            yield say("- on paper: {address}", address=site.urls.absolute(url) or f"output/site/{url}")
    else:
        yield say("It is not printed, because it holds no exemplar that may stand on paper.")
    names = [p.id for p in issue.profiles]
    if names:
        yield say("It holds: {names}", names=names)
    if issue.recalled:
        yield say(
            "Please recall and destroy older prints of it, because these exemplars in it were withdrawn: {names}",
            names=issue.recalled,
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
    yield from use_of_picture(checked, file, users)


def use_of_picture(checked: Checked, file: str, users: Sequence[str]) -> Iterator[Message]:
    """Report which documents use a picture, and whether it may be shown."""
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
            users = _slugs(e for e in content.entries if _is_of_unit(e, unit))
            yield say("- {name}: {names}", name=unit, names=users or say("not used"))
    elif file == LAWS_FILE and file in content.files:
        yield say("{file}: legal documents, with the time in which they are in force", file=file)
        for law in content.laws:
            users = _slugs(e for e in content.campaigns if _cites(e.facts, law))
            yield say("- {name}: {names}", name=law.number, names=users or say("not used"))
    else:
        for criteria in content.criteria.values():
            if criteria.file == file:
                users = _slugs(e for e in content.campaigns if e.facts.criteria == criteria.id)
                yield say("{file}: categories and criteria", file=file)
                yield say("It is used by the campaigns: {names}", names=users) if users else say("No campaign uses it.")


def _is_of_unit(entry: AnyEntry, unit: str) -> bool:
    """Return whether a document is about a unit: a profile of it, or its plan."""
    if isinstance(entry.facts, Exemplar):
        return entry.facts.unit == unit
    return isinstance(entry.facts, Plan) and entry.slug == unit


def _cites(campaign: Campaign, law: Law) -> bool:
    """Return whether a campaign has a law among its legal bases."""
    return any(law.is_meant(basis.number, basis.on) for basis in campaign.legal_bases)


def _slugs(entries: Iterable[AnyEntry]) -> Sequence[str]:
    return [e.source.file.removeprefix("content/") for e in entries]
