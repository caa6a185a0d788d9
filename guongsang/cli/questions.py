"""What `new` asks for each kind of file: one table, from which options are declared and questions are asked.

The order of a table is that of the options in the help.
"""

from collections.abc import Mapping
from pathlib import Path

from guongsang.author.new.naming import wrong_slug
from guongsang.author.new.photo import Photo, clean_photo
from guongsang.cli.answer_checks import odd_summary, odd_text, wrong_number
from guongsang.cli.prompts import Answer, Question, read_choice, read_choices, read_day, read_flag, read_text
from guongsang.findings import Refusal
from guongsang.i18n.messages import Message, say
from guongsang.text.vietnamese import fold


def _text(field: str, says: Message, asks: Message | None = None, *, needed: bool = False) -> Question:
    """Ask for a text of one line."""
    return Question(field, says, read_text(odd_text), metavar="TEXT", asks=asks, needed=needed)


def _day(field: str, says: Message) -> Question:
    """Ask for a day."""
    return Question(field, says, read_day, metavar="DATE")


def _switch(field: str, says: Message, asks: Message | None = None, off: str | None = None) -> Question:
    """Offer a switch; one that is asked for is answered by yes or no."""
    return Question(field, says, read_flag, asks=asks, off=off)


def _id(field: str, says: Message, asks: Message, *, needed: bool = False) -> Question:
    """Ask for one of the ids of a site."""
    return Question(field, says, read_choice, metavar="ID", asks=asks, needed=needed)


def _name(field: str, says: Message, asks: Message | None = None) -> Question:
    """Ask for the name of something that the site has."""
    return Question(field, says, read_choice, metavar="NAME", asks=asks)


def _slug(says: Message) -> Question:
    """Ask for the name of the new file."""

    def read(answer: Answer) -> str:
        if fault := wrong_slug(answer.text, answer.known.taken):
            raise Refusal(fault)
        return answer.text

    asks = say("Name of the file, which is also its address; no names of persons")
    return Question("slug", says, read, metavar="NAME", asks=asks)


def _read_photo(answer: Answer) -> Photo:
    """Read the file that is named, as it will be written. Raises Refusal."""
    if not answer.text:
        raise Refusal(say("this text is empty"))
    return clean_photo(Path(answer.text))


CONSENTS = {
    "name": say("the name is shown"),
    "photo": say("the photo is shown"),
    "story": say("the story is told"),
}
"""What a person may agree to, as the fields of `consent` name it."""


def _read_consent(answer: Answer) -> list[str]:
    """Read what somebody agreed to; none is an answer too. Raises Refusal."""
    none = {"none", fold(answer.call.tell(say("none (of these)")))}
    return [] if fold(answer.text) in none else read_choices(answer)


_CAMPAIGN = _name("campaign", say("Campaign; by default the newest that is open"), say("Which campaign?"))
_UNIT = _id("unit", say("Unit, an id of units.yaml"), say("Which unit does it belong to?"), needed=True)
_ALSO = Question("also", say("Make the file of a translation into this language too"), read_choice, metavar="CODE")
_YES = _switch("yes", say("Ask nothing; leave what is not given for later"), say("Write? (yes/no)"))

_EXEMPLAR = (
    _CAMPAIGN,
    _id("category", say("Category, an id of the criteria file"), say("What kind of exemplar is it?"), needed=True),
    _UNIT,
    _text(
        "name",
        say("Name of the person, team or model"),
        say("Full name of the person, team or model"),
        needed=True,
    ),
    _text("title", say("Headline"), say("What was done, in one short line"), needed=True),
    Question("summary", say("Summary"), read_text(odd_summary), metavar="TEXT"),
    _text("position", say("Position")),
    _id("staff_category", say("Staff category"), say("Which staff category?")),
    _day("discovered", say("Day on which the exemplar was identified")),
    _day("registered", say("Day of the registration")),
    Question(
        "consent",
        say("What the person agreed to, on the site and in print: name, photo, story, with commas between; or none"),
        _read_consent,
        metavar="WHAT",
        asks=say("What did the person agree to, on the site and in print? Several with commas between, or none"),
    ),
    _day("consent_on", say("Day on which the person agreed")),
    _text("consent_document", say("Number or name of the paper that the person signed")),
    Question(
        "photo",
        say("Photo; it is copied, turned upright and freed of hidden data"),
        _read_photo,
        metavar="FILE",
        asks=say("Photo, a JPEG, PNG or WebP file"),
    ),
    _text(
        "photo_alt",
        say("Description of the photo"),
        say("What does the photo show, for those who cannot see it?"),
    ),
    _slug(say("Name of the file; by default the unit and a number, never the name of a person")),
    _ALSO,
    _switch(
        "leader",
        say("Holds a leading post"),
        say("Does the person hold a leading post? (yes/no)"),
        off="--no-leader",
    ),
    _switch("sample", say("Sample data")),
    _YES,
)
_PLAN = (
    _CAMPAIGN,
    _UNIT,
    _text("title", say("Title")),
    _day("completed_on", say("Day on which the plan was finished")),
    _ALSO,
    _YES,
)
_BULLETIN = (
    _text("number", say("Number of the issue"), needed=True),
    _text("title", say("Title")),
    _day("date", say("Day of the issue")),
    Question(
        "exemplars",
        say("Exemplars, such as 2022/qlxd-01, with commas between"),
        read_choices,
        metavar="IDS",
    ),
    _name("select", say("All published exemplars of this campaign"), say("All published exemplars of which campaign?")),
    _text(
        "licence",
        say("Licence to publish; without it the bulletin is for internal circulation"),
        say("Licence to publish; none if for internal circulation"),
    ),
    _slug(say("Name of the file; by default year and month of the day")),
    _ALSO,
    _switch("internal", say("For circulation inside the organisation")),
    _YES,
)
_REVIEW = (
    _CAMPAIGN,
    _text("title", say("Title")),
    _day("held_on", say("Day on which the review was held")),
    _text("document", say("Number of the minutes")),
    _ALSO,
    _YES,
)
_PAGE = (
    _text("title", say("Title"), needed=True),
    Question(
        "menu",
        say("Place in the menu; without it the page is not in the menu"),
        read_text(wrong_number),
        metavar="N",
        asks=say("Place in the menu, a number; none to stay out of it"),
    ),
    _slug(say("Name of the file; by default made of the title")),
    _ALSO,
    _YES,
)
_OF_CAMPAIGN = (
    Question("from", say("The old campaign; by default the newest"), read_choice, metavar="YEAR"),
    _YES,
)

_TABLES = {
    "exemplar": _EXEMPLAR,
    "plan": _PLAN,
    "bulletin": _BULLETIN,
    "page": _PAGE,
    "review": _REVIEW,
    "campaign": _OF_CAMPAIGN,
}
QUESTIONS: Mapping[str, Mapping[str, Question]] = {
    kind: {question.field: question for question in table} for kind, table in _TABLES.items()
}
"""The questions of each kind of file, by their fields."""
