"""What `new` asks for each kind of file: one table, from which options are declared and questions are asked.

The order of a table is that of the options in the help.
"""

from collections.abc import Mapping
from typing import Any

from guongsang.author.new.naming import wrong_slug
from guongsang.cli.new.answer_checks import odd_text
from guongsang.cli.new.prompts import Answer, Question, Reader
from guongsang.cli.new.readers import read_choice, read_day, read_flag, read_past_day, read_text
from guongsang.findings import Refusal
from guongsang.i18n.messages import Message, say
from guongsang.read.fields.kinds import Field


def words_of(spec: Field) -> Message:
    """Return what is asked for a field of a table: its label, and its help, which says what to write."""
    return say("{label}: {what}", label=spec.label, what=spec.help) if spec.help else spec.label


def text(field: str, says: Message, asks: Message | None = None, **more: Any) -> Question:
    """Ask for a text of one line; `more` are further fields of the question."""
    return Question(field, says, read_text(odd_text), metavar="TEXT", asks=asks, **more)


def day(field: str, says: Message, read: Reader = read_day, **more: Any) -> Question:
    """Ask for a day; `more` are further fields of the question."""
    asks = say("{what}, like {example}", what=says, example="10/6/2022")
    told = say("a day as year-month-day (2022-06-10), or as you write it by hand (10/6/2022)")
    return Question(field, says, read, metavar="DATE", asks=asks, more=told, **more)


def past_day(field: str, says: Message) -> Question:
    """Ask for a day on which something has happened."""
    return day(field, says, read_past_day)


def switch(field: str, says: Message, asks: Message | None = None, **more: Any) -> Question:
    """Offer a switch; one that is asked for is answered by yes or no. `more` are further fields of the question."""
    return Question(field, says, read_flag, asks=asks, **more)


def site_id(field: str, says: Message, asks: Message, **more: Any) -> Question:
    """Ask for one of the ids of a site; `more` are further fields of the question."""
    return Question(field, says, read_choice, metavar="ID", asks=asks, **more)


def name(field: str, says: Message, asks: Message | None = None) -> Question:
    """Ask for the name of something that the site has."""
    return Question(field, says, read_choice, metavar="NAME", asks=asks)


def slug(says: Message) -> Question:
    """Ask for the name of the new file."""

    def read(answer: Answer) -> str:
        if fault := wrong_slug(answer.text, answer.known.taken):
            raise Refusal(fault)
        return answer.text

    asks = say("Name of the file, which is also its address; no names of persons, like {example}", example="qlxd-01")
    return Question("slug", says, read, metavar="NAME", asks=asks)


CAMPAIGN = name(
    "campaign", say("Campaign; by default the newest that is open"), say("Which campaign does it belong to?")
)
UNIT = site_id("unit", say("Unit, an id of units.yaml"), say("Which unit does it belong to?"), needed=True)
ALSO = Question("also", say("Make the file of a translation into this language too"), read_choice, metavar="CODE")
YES = switch("yes", say("Ask nothing; leave what is not given for later"), say("Write? (yes/no)"))


def table(*questions: Question) -> Mapping[str, Question]:
    """Return questions by their fields, in the order of the options in the help."""
    return {question.field: question for question in questions}
