"""How each kind of new file is made of the answers to its questions, and written.

Nothing is written before every question is answered and every text is made, so that an interrupt or a wrong answer
leaves the site as it was. The files that were written are told on standard output, one a line.
"""

import unicodedata
from collections.abc import Mapping
from typing import Any

import click

from guongsang.author.new import campaign as new_campaign
from guongsang.author.new import documents
from guongsang.author.new import review as new_review
from guongsang.author.new.naming import folder_of, taken_in, wrong_slug
from guongsang.author.translate import skeletons
from guongsang.author.write import write_new
from guongsang.cli.call import DONE, Call
from guongsang.cli.lookup import content_of
from guongsang.cli.prompts import Known, Prompter, pick
from guongsang.cli.questions import CONSENTS, QUESTIONS
from guongsang.cli.streams import out
from guongsang.commands import command
from guongsang.findings import Refusal
from guongsang.i18n.messages import Label, say, say_n
from guongsang.judge.criteria.field import FieldOptions
from guongsang.judge.dates import span_of
from guongsang.read.content import Content
from guongsang.read.data.types import Criteria
from guongsang.read.documents.entry import Entry
from guongsang.read.odd_characters import as_read, without_holes
from guongsang.read.tables.campaign import Campaign
from guongsang.read.tables.exemplar import STAFF_CATEGORIES
from guongsang.text.file_names import free, numbered

Options = Mapping[str, Any]


def exemplar(call: Call, given: Options) -> int:
    """Make a new profile and its photo."""
    asker, content = Prompter(call, QUESTIONS["exemplar"], given), content_of(call)
    campaign = _campaign(asker, content)
    criteria = content.criteria_of(campaign.slug)
    answers: dict[str, Any] = {"sample": given["sample"]}
    categories = {c.id: _label(call, c.label) for c in criteria.categories.values()} if criteria else {}
    answers["category"] = asker.answer("category", Known(categories))
    answers["unit"] = asker.answer("unit", Known(_units(call, content, campaign)))
    answers |= asker.answers("name", "title", "summary", "position")
    answers |= _standing(asker, criteria)
    answers |= asker.answers("discovered", "registered")
    answers["consent"] = _consent(asker)
    photo = asker.answer("photo")
    folder = folder_of("exemplar", campaign.slug)
    taken = taken_in(content.files, folder)
    slug = _slug(asker, numbered(answers["unit"] or answers["category"] or "new", taken), taken)
    files: dict[str, bytes] = {}
    if photo:
        answers["photo"] = f"{slug}.{photo.ending}"
        answers |= asker.answers("photo_alt")
        files[f"{folder}/{answers['photo']}"] = photo.data
    asker.done()
    files[_file(content, folder, slug)] = _bytes(documents.exemplar(content, campaign, answers))
    return _finish(asker, content, files)


def _standing(asker: Prompter, criteria: Criteria | None) -> dict[str, Any]:
    """Ask for what only some criteria files care about: a leading post, the staff category."""
    known = list(criteria.criteria.values()) if criteria else []
    answers: dict[str, Any] = {}
    if asker.given["leader"] is not None or any("leader" in c.applies for c in known):
        answers["leader"] = asker.answer("leader")
    if asker.given["staff_category"] or any(
        isinstance(c.options, FieldOptions) and c.options.path == "staff_category" for c in known
    ):
        choices = {name: asker.call.tell(label) for name, label in STAFF_CATEGORIES.choices.items() if label}
        answers["staff_category"] = asker.answer("staff_category", Known(choices))
    return answers


def _consent(asker: Prompter) -> dict[str, Any] | None:
    """Ask what the person agreed to; None where that is left for later. What was not named is not agreed to."""
    choices = {name: asker.call.tell(label) for name, label in CONSENTS.items()}
    agreed = asker.answer("consent", Known(choices))
    if agreed is None:
        return None
    more = asker.answers("consent_on", "consent_document") if agreed else {}
    channels = {name: ["site", "print"] if name in agreed else [] for name in CONSENTS}
    return {**{name.removeprefix("consent_"): value for name, value in more.items() if value}, **channels}


def plan(call: Call, given: Options) -> int:
    """Make the plan of a unit. Raises Refusal."""
    asker, content = Prompter(call, QUESTIONS["plan"], given), content_of(call)
    campaign = _campaign(asker, content)
    folder = folder_of("plan", campaign.slug)
    taken = taken_in(content.files, folder)
    units = {k: v for k, v in _units(call, content, campaign).items() if k not in taken or k == given["unit"]}
    unit = asker.answer("unit", Known(units))
    if unit is None and not asker.missing:
        raise Refusal(say("a plan is named after its unit; give --unit"))
    answers = asker.answers("title", "completed_on")
    asker.done()
    text = documents.plan(content, campaign, unit or "", answers)
    return _finish(asker, content, {_file(content, folder, unit): _bytes(text)})


def bulletin(call: Call, given: Options) -> int:
    """Make an issue of the bulletin."""
    asker, content = Prompter(call, QUESTIONS["bulletin"], given), content_of(call)
    answers: dict[str, Any] = {"number": asker.answer("number", Known(default=_next_number(content)))}
    answers |= asker.answers("title")
    answers["date"] = asker.answer("date", Known(default=call.today.isoformat()))
    if given["exemplars"]:
        answers["exemplars"] = asker.answer("exemplars", Known({e.id: e.id for e in content.exemplars}))
    else:
        chosen = asker.answer("select", Known({c.slug: c.slug for c in content.campaigns}))
        answers["select"] = {"campaign": chosen} if chosen else None
    if licence := asker.answer("licence"):
        answers["masthead"] = {"licence": licence}
    elif given["internal"] or asker.may_ask:
        answers["masthead"] = {"internal": True}
    folder = folder_of("bulletin")
    taken = taken_in(content.files, folder)
    slug = _slug(asker, free(f"{answers['date'] or call.today:%Y-%m}", taken), taken)
    asker.done()
    return _finish(asker, content, {_file(content, folder, slug): _bytes(documents.bulletin(content, answers))})


def _next_number(content: Content) -> str | None:
    """Return the number behind the highest of the newest year's bulletins, as wide as it; None where none is plain."""
    known = [e.facts for e in content.bulletins if e.facts.number.isdecimal() and e.facts.date]
    newest = max((facts.date for facts in known if facts.date), default=None)
    numbers = [facts.number for facts in known if newest and facts.date and facts.date.year == newest.year]
    last = max(numbers, key=int, default=None)
    return str(int(last) + 1).zfill(len(last)) if last else None


def review(call: Call, given: Options) -> int:
    """Make the review of a campaign, which bears its name. Raises Refusal where there is one."""
    asker, content = Prompter(call, QUESTIONS["review"], given), content_of(call)
    campaign = _campaign(asker, content)
    file = _file(content, folder_of("review"), campaign.slug)
    if file in content.files:
        raise Refusal(say("{file} exists already; nothing was changed", file=file))
    answers = asker.answers("title", "held_on", "document")
    asker.done()
    return _finish(asker, content, {file: _bytes(new_review.review(content, campaign, answers))})


def page(call: Call, given: Options) -> int:
    """Make a free page."""
    asker, content = Prompter(call, QUESTIONS["page"], given), content_of(call)
    answers = asker.answers("title", "menu")
    folder = folder_of("page")
    taken = taken_in(content.files, folder)
    slug = _slug(asker, free(answers["title"] or "", taken), taken)
    asker.done()
    answers["menu"] = int(answers["menu"]) if answers["menu"] else None
    return _finish(asker, content, {_file(content, folder, slug): _bytes(documents.page(content, answers))})


def campaign(call: Call, given: Options) -> int:
    """Make a campaign out of an old one, or the first one. Raises Refusal."""
    asker, content = Prompter(call, QUESTIONS["campaign"], given), content_of(call)
    name, old_name = given["name"], given["from"]
    folder = folder_of("campaign")
    if fault := wrong_slug(name, taken_in(content.files, folder)):
        raise Refusal(fault)
    known = {c.slug: c for c in content.campaigns}
    if not known:
        return _finish(asker, content, {_file(content, folder, name): _bytes(new_campaign.blank(content))})
    old = known[pick(old_name, {slug: slug for slug in known}, "--from")] if old_name else known[max(known)]
    carried = new_campaign.carry_over(content, old, name)
    status = _finish(asker, content, dict(carried.files))
    if carried.old_year:
        call.report(say("These lines still name the old year; see whether each is right:"))
    for file, number, text in carried.old_year:
        call.report(say("  {file}:{line}: {text}", file=file, line=str(number), text=text))
    return status


def _campaign(asker: Prompter, content: Content) -> Entry[Campaign]:
    """Get the campaign that the new file belongs to."""
    known = {c.slug: c for c in content.campaigns}
    newest = documents.newest_open(content)
    if newest is None:
        first = command("new", "campaign", str(asker.call.today.year))
        raise Refusal(say("there is no campaign yet; make one with: {command}", command=first))
    given = asker.given["campaign"]
    if given is not None:
        return known[pick(given, {slug: slug for slug in known}, "--campaign")]
    choices = {slug: slug for slug, c in known.items() if not c.facts.closed}
    if len(choices) < 2:
        return newest
    return known[asker.answer("campaign", Known(choices, default=newest.slug))]


def _units(call: Call, content: Content, campaign: Entry[Campaign]) -> dict[str, str]:
    """Return the units that exist in the campaign's time, by id."""
    return {u.id: _label(call, u.name) for u in content.units.values() if u.active(*span_of(campaign))}


def _label(call: Call, label: Label) -> str:
    return label.text_in(call.catalogue.code).value


def _slug(asker: Prompter, proposed: str, taken: frozenset[str]) -> str:
    slug: str = asker.answer("slug", Known(taken=taken, default=proposed))
    return slug or proposed


def _file(content: Content, folder: str, slug: str) -> str:
    """Return the path of a new document in the source language."""
    return f"{folder}/{slug}.{content.config.source_language}.md"


def _bytes(text: str) -> bytes:
    """Write what was answered as it would be read: in NFC, without signs that nobody sees."""
    return without_holes(as_read(unicodedata.normalize("NFC", text), ".md")).encode()


def _finish(asker: Prompter, content: Content, files: dict[str, bytes]) -> int:
    """Add translations, ask once whether to write, write all or nothing, and tell what was written."""
    call = asker.call
    also = asker.given.get("also")
    if also is not None:
        names = {code: code for code in content.config.languages[1:]}
        files |= skeletons(content, files, pick(also, names, "--also"), call.catalogue)
    if asker.may_ask:
        for file in files:
            call.report(say("  to be written: {file}", file=file))
        if not asker.answer("yes", Known(default=call.tell(say("yes")))):
            raise click.Abort
    write_new(call.root, files)
    for file in files:
        out(file)
    first = next(file for file in files if file.endswith(".md"))
    call.report(
        say_n(
            "{n} file was written. Now write what stands in [[ ]] there; to see what is left: {command}",
            "{n} files were written. Now write what stands in [[ ]] there; to see what is left: {command}",
            n=len(files),
            command=command("check", first),
        )
    )
    return DONE
