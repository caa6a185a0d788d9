"""Asks for what a new profile needs, and writes it with its photo."""

from pathlib import Path
from typing import Any

from guongsang.author.new import documents
from guongsang.author.new.naming import folder_of, taken_in
from guongsang.author.new.photo import Photo, clean_photo
from guongsang.cli.new.answer_checks import odd_summary
from guongsang.cli.new.choices import file_name, label_of, units_of, which_campaign
from guongsang.cli.new.prompts import Answer, Known, Prompter, Question
from guongsang.cli.new.questions import (
    ALSO,
    CAMPAIGN,
    UNIT,
    YES,
    past_day,
    site_id,
    slug,
    switch,
    table,
    text,
    words_of,
)
from guongsang.cli.new.readers import read_choices, read_text
from guongsang.cli.new.writing import file_of, finish, text_bytes
from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.judge.criteria.field import FieldOptions
from guongsang.read.content import Content
from guongsang.read.data.types import Criteria
from guongsang.read.tables.exemplar import EXEMPLAR, STAFF_CATEGORIES
from guongsang.text.file_names import numbered
from guongsang.text.vietnamese import fold

CONSENTS = {
    "name": say("the name is shown"),
    "photo": say("the photo is shown"),
    "story": say("the story is told"),
}
"""What a person may agree to, as the fields of `consent` name it."""


def _read_photo(answer: Answer) -> Photo:
    """Read the file that is named, as it will be written. Raises Refusal."""
    if not answer.text:
        raise Refusal(say("this text is empty"))
    return clean_photo(Path(answer.text))


def _read_consent(answer: Answer) -> list[str]:
    """Read what somebody agreed to; none is an answer too. Raises Refusal."""
    none = {"none", fold(answer.call.tell(say("none (of these)")))}
    return [] if fold(answer.text) in none else read_choices(answer)


QUESTIONS = table(
    CAMPAIGN,
    site_id("category", say("Category, an id of the criteria file"), say("What kind of exemplar is it?"), needed=True),
    UNIT,
    text(
        "name",
        say("Name of the person, team or model"),
        say("Full name of the person, team or model"),
        needed=True,
    ),
    text("title", say("Headline"), words_of(EXEMPLAR.fields["title"]), needed=True),
    Question(
        "summary",
        say("Summary"),
        read_text(odd_summary),
        metavar="TEXT",
        asks=words_of(EXEMPLAR.fields["summary"]),
    ),
    text("position", say("Position"), words_of(EXEMPLAR.fields["position"])),
    site_id("staff_category", say("Staff category"), say("Which staff category does the person belong to?")),
    past_day("discovered", say("Day on which the exemplar was identified")),
    past_day("registered", say("Day of the registration")),
    Question(
        "consent",
        say("What the person agreed to, on the site and in print: name, photo, story, with commas between; or none"),
        _read_consent,
        metavar="WHAT",
        asks=say("What did the person agree to, on the site and in print? Several with commas between, or none"),
    ),
    past_day("consent_on", say("Day on which the person agreed")),
    text(
        "consent_document",
        say("Number or name of the paper that the person signed"),
        say("Number or name of the paper that the person signed, like {example}", example="DY-01"),
    ),
    Question(
        "photo",
        say("Photo; it is copied, turned upright and freed of hidden data"),
        _read_photo,
        metavar="FILE",
        asks=say("Photo: path of a JPEG, PNG or WebP file, like {example}", example="anh/IMG_0012.jpg"),
    ),
    text(
        "photo_alt",
        say("Description of the photo"),
        say("What does the photo show, for those who cannot see it?"),
    ),
    slug(say("Name of the file; by default the unit and a number, never the name of a person")),
    ALSO,
    switch(
        "leader",
        say("Holds a leading post"),
        say("Does the person hold a leading post? (yes/no)"),
        off="--no-leader",
    ),
    switch("sample", say("Sample data")),
    YES,
)


def make_exemplar(asker: Prompter, content: Content) -> int:
    """Make a new profile and its photo."""
    call, given = asker.call, asker.given
    campaign = which_campaign(asker, content)
    criteria = content.criteria_of(campaign.slug)
    answers: dict[str, Any] = {"sample": given["sample"]}
    categories = {c.id: label_of(call, c.label) for c in criteria.categories.values()} if criteria else {}
    answers["category"] = asker.answer("category", Known(categories))
    answers["unit"] = asker.answer("unit", Known(units_of(call, content, campaign)))
    answers |= asker.answers("name", "title", "summary", "position")
    answers |= _standing(asker, criteria)
    answers |= asker.answers("discovered", "registered")
    answers["consent"] = _consent(asker)
    photo = asker.answer("photo")
    folder = folder_of("exemplar", campaign.slug)
    taken = taken_in(content.files, folder)
    slug = file_name(asker, numbered(answers["unit"] or answers["category"] or "new", taken), taken)
    files: dict[str, bytes] = {}
    if photo:
        answers["photo"] = f"{slug}.{photo.ending}"
        answers |= asker.answers("photo_alt")
        files[f"{folder}/{answers['photo']}"] = photo.data
    asker.done()
    files[file_of(content, folder, slug)] = text_bytes(documents.exemplar(content, campaign, answers))
    return finish(asker, content, files)


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
