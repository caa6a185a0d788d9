"""What is asked for each kind of new file, and how it is written.

Nothing is written before every question is answered and every text is made, so that an interrupt or a wrong answer
leaves the site as it was. The files that were written are told on standard output, one a line.
"""

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from guongsang.author.new import campaign as new_campaign
from guongsang.author.new import documents
from guongsang.author.new.naming import folder_of, free, numbered, taken_in, wrong_slug
from guongsang.author.new.photo import clean_photo
from guongsang.author.translate import skeletons
from guongsang.author.write import write_new
from guongsang.cli.answer_checks import odd_summary, odd_text, wrong_number, wrong_photo
from guongsang.cli.call import DONE, Call
from guongsang.cli.lookup import content_of
from guongsang.cli.prompts import Prompter, Question, pick
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
from guongsang.stages import STAGES

Options = Mapping[str, Any]


def exemplar(call: Call, given: Options) -> int:
    """Make a new profile and its photo."""
    asker, content = Prompter(call, given["yes"]), content_of(call)
    campaign = _campaign(asker, content, given["campaign"])
    criteria = content.criteria_of(campaign.slug)
    source = content.config.source_language
    answers: dict[str, Any] = {"sample": True if given["sample"] else None}
    categories = {c.id: _label(call, c.label) for c in criteria.categories.values()} if criteria else {}
    answers["category"] = asker.choice(
        Question("--category", say("What kind of exemplar is it?"), given["category"], needed=True), categories
    )
    answers["unit"] = asker.choice(
        Question("--unit", say("Which unit does it belong to?"), given["unit"], needed=True),
        _units(call, content, campaign),
    )
    answers["name"] = asker.text(
        Question("--name", say("Full name of the person, team or model"), given["name"], needed=True), odd_text
    )
    answers["title"] = asker.text(
        Question("--title", say("What was done, in one short line"), given["title"], needed=True), odd_text
    )
    answers["summary"] = asker.text(Question("--summary", say("Summary"), given["summary"]), odd_summary)
    answers["position"] = asker.text(Question("--position", say("Position"), given["position"]), odd_text)
    answers |= _standing(asker, criteria, given)
    for stage in (STAGES[0], "registered"):
        if stage == STAGES[0] or given[stage]:
            asks = say("Day on which the exemplar was identified")
            answers[stage] = asker.day(Question(f"--{stage}", asks, given[stage]))
    photo = asker.text(Question("--photo", say("Photo, a JPEG, PNG or WebP file"), given["photo"]), wrong_photo)
    folder = folder_of("exemplar", campaign.slug)
    taken = taken_in(content.files, folder)
    slug = _slug(asker, given["slug"], numbered(answers["unit"] or answers["category"] or "new", taken), taken)
    files: dict[str, bytes] = {}
    if photo:
        picture = clean_photo(Path(photo))
        answers["photo"] = f"{slug}.{picture.ending}"
        answers["photo_alt"] = asker.text(
            Question("--photo-alt", say("What does the photo show, for those who cannot see it?"), given["photo_alt"]),
            odd_text,
        )
        files[f"{folder}/{answers['photo']}"] = picture.data
    asker.done()
    files[f"{folder}/{slug}.{source}.md"] = _bytes(documents.exemplar(content, campaign, answers))
    return _finish(asker, content, files, given["also"])


def _standing(asker: Prompter, criteria: Criteria | None, given: Options) -> dict[str, Any]:
    """Ask for what only some criteria files care about: a leading post, the staff category."""
    known = list(criteria.criteria.values()) if criteria else []
    answers: dict[str, Any] = {}
    leader = None if given["leader"] is None else ("true" if given["leader"] else "false")
    if leader or any("leader" in c.applies for c in known):
        answers["leader"] = asker.flag(
            Question("--leader", say("Does the person hold a leading post? (yes/no)"), leader)
        )
    if given["staff_category"] or any(
        isinstance(c.options, FieldOptions) and c.options.path == "staff_category" for c in known
    ):
        choices = {name: asker.call.tell(label) for name, label in STAFF_CATEGORIES.choices.items() if label}
        answers["staff_category"] = asker.choice(
            Question("--staff-category", say("Which staff category?"), given["staff_category"]), choices
        )
    return answers


def plan(call: Call, given: Options) -> int:
    """Make the plan of a unit."""
    asker, content = Prompter(call, given["yes"]), content_of(call)
    campaign = _campaign(asker, content, given["campaign"])
    folder = folder_of("plan", campaign.slug)
    taken = taken_in(content.files, folder)
    units = {k: v for k, v in _units(call, content, campaign).items() if k not in taken or k == given["unit"]}
    unit = asker.choice(Question("--unit", say("Which unit does it belong to?"), given["unit"], needed=True), units)
    if unit is None and not asker.missing:
        raise Refusal(say("a plan is named after its unit; give --unit"))
    answers: dict[str, Any] = {
        "title": asker.text(Question("--title", say("Title"), given["title"]), odd_text),
        "completed_on": asker.day(
            Question("--completed-on", say("Day on which the plan was finished"), given["completed_on"])
        ),
    }
    asker.done()
    text = documents.plan(content, campaign, unit or "", answers)
    return _finish(
        asker, content, {f"{folder}/{unit}.{content.config.source_language}.md": _bytes(text)}, given["also"]
    )


def bulletin(call: Call, given: Options) -> int:
    """Make an issue of the bulletin."""
    asker, content = Prompter(call, given["yes"]), content_of(call)
    answers: dict[str, Any] = {
        "number": asker.text(Question("--number", say("Number of the issue"), given["number"], needed=True), odd_text),
        "title": asker.text(Question("--title", say("Title"), given["title"]), odd_text),
        "date": asker.day(Question("--date", say("Day of the issue"), given["date"], default=call.today.isoformat())),
    }
    known = {e.id: e.id for e in content.exemplars}
    if given["exemplars"]:
        names = [name.strip() for name in given["exemplars"].split(",") if name.strip()]
        answers["exemplars"] = [pick(name, known, "--exemplars") for name in names]
    campaigns = {c.slug: c.slug for c in content.campaigns}
    if not given["exemplars"]:
        asks = say("All published exemplars of which campaign?")
        chosen = asker.choice(Question("--select", asks, given["select"]), campaigns)
        answers["select"] = {"campaign": chosen} if chosen else None
    licence = asker.text(
        Question("--licence", say("Licence to publish; none if for internal circulation"), given["licence"]), odd_text
    )
    if licence:
        answers["masthead"] = {"licence": licence}
    elif given["internal"] or asker.may_ask:
        answers["masthead"] = {"internal": True}
    folder = folder_of("bulletin")
    taken = taken_in(content.files, folder)
    slug = _slug(asker, given["slug"], free(f"{answers['date'] or call.today:%Y-%m}", taken), taken)
    asker.done()
    file = f"{folder}/{slug}.{content.config.source_language}.md"
    return _finish(asker, content, {file: _bytes(documents.bulletin(content, answers))}, given["also"])


def page(call: Call, given: Options) -> int:
    """Make a free page."""
    asker, content = Prompter(call, given["yes"]), content_of(call)
    title = asker.text(Question("--title", say("Title"), given["title"], needed=True), odd_text)
    menu = asker.text(
        Question("--menu", say("Place in the menu, a number; none to stay out of it"), given["menu"]), wrong_number
    )
    folder = folder_of("page")
    taken = taken_in(content.files, folder)
    slug = _slug(asker, given["slug"], free(title or "", taken), taken)
    asker.done()
    text = documents.page(content, {"title": title, "menu": int(menu) if menu else None})
    return _finish(
        asker, content, {f"{folder}/{slug}.{content.config.source_language}.md": _bytes(text)}, given["also"]
    )


def campaign(call: Call, name: str, given: Options) -> int:
    """Make a campaign out of an old one, or the first one."""
    asker, content = Prompter(call, given["yes"]), content_of(call)
    if fault := wrong_slug(name, taken_in(content.files, folder_of("campaign"))):
        raise Refusal(fault)
    known = {c.slug: c for c in content.campaigns}
    if not known:
        file = f"{folder_of('campaign')}/{name}.{content.config.source_language}.md"
        return _finish(asker, content, {file: _bytes(new_campaign.blank(content))}, None)
    old = known[pick(given["from"], {slug: slug for slug in known}, "--from")] if given["from"] else known[max(known)]
    carried = new_campaign.carry_over(content, old, name)
    status = _finish(asker, content, dict(carried.files), None)
    if carried.old_year:
        call.report(say("These lines still name the old year; see whether each is right:"))
    for file, number, text in carried.old_year:
        call.report(say("  {file}:{line}: {text}", file=file, line=str(number), text=text))
    return status


def _campaign(asker: Prompter, content: Content, given: str | None) -> Entry[Campaign]:
    """Get the campaign that the new file belongs to."""
    known = {c.slug: c for c in content.campaigns}
    newest = documents.newest_open(content)
    if newest is None:
        first = command("new", "campaign", str(asker.call.today.year))
        raise Refusal(say("there is no campaign yet; make one with: {command}", command=first))
    choices = {slug: slug for slug, c in known.items() if not c.facts.closed} or {newest.slug: newest.slug}
    if given is not None or len(choices) < 2:
        return known[pick(given, {s: s for s in known}, "--campaign")] if given is not None else newest
    chosen = asker.choice(Question("--campaign", say("Which campaign?"), None, default=newest.slug), choices)
    return known[chosen or newest.slug]


def _units(call: Call, content: Content, campaign: Entry[Campaign]) -> dict[str, str]:
    """Return the units that exist in the campaign's time, by id."""
    return {u.id: _label(call, u.name) for u in content.units.values() if u.active(*span_of(campaign))}


def _label(call: Call, label: Label) -> str:
    return label.told(call.catalogue.code).value


def _slug(asker: Prompter, given: str | None, proposed: str, taken: frozenset[str]) -> str:
    asks = say("Name of the file, which is also its address; no names of persons")
    question = Question("--slug", asks, given, default=proposed)
    return asker.text(question, lambda answer: wrong_slug(answer, taken)) or proposed


def _bytes(text: str) -> bytes:
    """Write what was answered as it would be read: in NFC, without signs that nobody sees."""
    return without_holes(as_read(unicodedata.normalize("NFC", text), ".md")).encode()


def _finish(asker: Prompter, content: Content, files: dict[str, bytes], also: str | None) -> int:
    """Add translations, ask once whether to write, write all or nothing, and tell what was written."""
    call = asker.call
    if also is not None:
        names = {code: code for code in content.config.languages[1:]}
        files |= skeletons(content.config, files, pick(also, names, "--also"), call.catalogue.start)
    if asker.may_ask:
        for file in files:
            call.report(say("  to be written: {file}", file=file))
        question = Question("--yes", say("Write? (yes/no)"), None, default=call.tell(say("yes")))
        if not asker.flag(question):
            raise click.Abort
    write_new(call.root, files)
    for file in files:
        click.echo(file)
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
