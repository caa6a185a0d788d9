"""Asks for what the small documents need, plans of units, reviews and free pages, and writes them."""

from guongsang.author.new import documents as new_documents
from guongsang.author.new import review as new_review
from guongsang.author.new.naming import folder_of, taken_in
from guongsang.cli.new.answer_checks import wrong_number
from guongsang.cli.new.choices import file_name, units_of, which_campaign
from guongsang.cli.new.prompts import Known, Prompter, Question
from guongsang.cli.new.questions import ALSO, CAMPAIGN, UNIT, YES, day, past_day, slug, table, text, words_of
from guongsang.cli.new.readers import read_text
from guongsang.cli.new.writing import file_of, finish, text_bytes
from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.read.content import Content
from guongsang.read.tables.documents import DOCUMENTS
from guongsang.text.file_names import free

PLAN = table(
    CAMPAIGN,
    UNIT,
    text("title", say("Title"), words_of(DOCUMENTS["plan"].fields["title"])),
    past_day("completed_on", say("Day on which the plan was finished")),
    ALSO,
    YES,
)
REVIEW = table(
    CAMPAIGN,
    text("title", say("Title"), words_of(DOCUMENTS["review"].fields["title"])),
    day("held_on", say("Day on which the review was held")),
    text("document", say("Number of the minutes"), words_of(DOCUMENTS["review"].fields["document"])),
    ALSO,
    YES,
)
PAGE = table(
    text("title", say("Title"), words_of(DOCUMENTS["page"].fields["title"]), needed=True),
    Question(
        "menu",
        say("Place in the menu; without it the page is not in the menu"),
        read_text(wrong_number),
        metavar="N",
        asks=say("Place in the menu, a number like {example}; none to stay out of it", example="20"),
    ),
    slug(say("Name of the file; by default made of the title")),
    ALSO,
    YES,
)


def make_plan(asker: Prompter, content: Content) -> int:
    """Make the plan of a unit. Raises Refusal."""
    call, given = asker.call, asker.given
    campaign = which_campaign(asker, content)
    folder = folder_of("plan", campaign.slug)
    taken = taken_in(content.files, folder)
    units = {k: v for k, v in units_of(call, content, campaign).items() if k not in taken or k == given["unit"]}
    unit = asker.answer("unit", Known(units, must=True))
    if unit is None and (asker.may_ask or given["yes"]):
        raise Refusal(say("a plan is named after its unit; give --unit"))
    answers = asker.answers("title", "completed_on")
    asker.done()
    text = new_documents.plan(content, campaign, unit or "", answers)
    return finish(asker, content, {file_of(content, folder, unit): text_bytes(text)})


def make_review(asker: Prompter, content: Content) -> int:
    """Make the review of a campaign, which bears its name. Raises Refusal where there is one."""
    campaign = which_campaign(asker, content)
    file = file_of(content, folder_of("review"), campaign.slug)
    if file in content.files:
        raise Refusal(say("{file} exists already; nothing was changed", file=file))
    answers = asker.answers("title", "held_on", "document")
    asker.done()
    return finish(asker, content, {file: text_bytes(new_review.review(content, campaign, answers))})


def make_page(asker: Prompter, content: Content) -> int:
    """Make a free page."""
    answers = asker.answers("title", "menu")
    folder = folder_of("page")
    taken = taken_in(content.files, folder)
    slug = file_name(asker, free(answers["title"] or "", taken), taken)
    asker.done()
    answers["menu"] = int(answers["menu"]) if answers["menu"] else None
    return finish(asker, content, {file_of(content, folder, slug): text_bytes(new_documents.page(content, answers))})
