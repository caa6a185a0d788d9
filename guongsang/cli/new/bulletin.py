"""Asks for what a new issue of the bulletin needs, and writes it."""

from typing import Any

from guongsang.author.new import documents
from guongsang.author.new.naming import folder_of, taken_in
from guongsang.cli.new.choices import file_name
from guongsang.cli.new.prompts import Known, Prompter, Question
from guongsang.cli.new.questions import ALSO, YES, day, name, slug, switch, table, text, words_of
from guongsang.cli.new.readers import read_choices
from guongsang.cli.new.writing import file_of, finish, text_bytes
from guongsang.i18n.messages import say
from guongsang.read.content import Content
from guongsang.read.tables.documents import BULLETIN
from guongsang.text.file_names import free

QUESTIONS = table(
    text("number", say("Number of the issue"), words_of(BULLETIN.fields["number"]), needed=True),
    text("title", say("Title"), words_of(BULLETIN.fields["title"])),
    day("date", say("Day of the issue")),
    Question(
        "exemplars",
        say("Exemplars, such as 2022/qlxd-01, with commas between"),
        read_choices,
        metavar="IDS",
    ),
    name("select", say("All published exemplars of this campaign"), say("All published exemplars of which campaign?")),
    text(
        "licence",
        say("Licence to publish; without it the bulletin is for internal circulation"),
        say(
            "Licence to publish, number and issuer, like {example}; none if for internal circulation",
            example="12/GP-XBBT, STTTT",
        ),
    ),
    slug(say("Name of the file; by default year and month of the day")),
    ALSO,
    switch("internal", say("For circulation inside the organisation")),
    YES,
)


def make_bulletin(asker: Prompter, content: Content) -> int:
    """Make an issue of the bulletin."""
    call, given = asker.call, asker.given
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
    slug = file_name(asker, free(f"{answers['date'] or call.today:%Y-%m}", taken), taken)
    asker.done()
    return finish(asker, content, {file_of(content, folder, slug): text_bytes(documents.bulletin(content, answers))})


def _next_number(content: Content) -> str | None:
    """Return the number behind the highest of the newest year's bulletins, as wide as it; None where none is plain."""
    known = [e.facts for e in content.bulletins if e.facts.number.isdecimal() and e.facts.date]
    newest = max((facts.date for facts in known if facts.date), default=None)
    numbers = [facts.number for facts in known if newest and facts.date and facts.date.year == newest.year]
    last = max(numbers, key=int, default=None)
    return str(int(last) + 1).zfill(len(last)) if last else None
