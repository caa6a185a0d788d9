"""Makes a new campaign out of an old one, or the first one."""

from guongsang.author.new import campaign as new_campaign
from guongsang.author.new.naming import folder_of, taken_in, wrong_slug
from guongsang.cli.new.prompts import Prompter, Question
from guongsang.cli.new.questions import YES, table
from guongsang.cli.new.readers import pick, read_choice
from guongsang.cli.new.writing import file_of, finish, text_bytes
from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.read.content import Content

QUESTIONS = table(
    Question("from", say("The old campaign; by default the newest"), read_choice, metavar="YEAR"),
    YES,
)


def make_campaign(asker: Prompter, content: Content) -> int:
    """Make a campaign out of an old one, or the first one. Raises Refusal."""
    call, given = asker.call, asker.given
    name, old_name = given["name"], given["from"]
    folder = folder_of("campaign")
    if fault := wrong_slug(name, taken_in(content.files, folder)):
        raise Refusal(fault)
    known = {c.slug: c for c in content.campaigns}
    if not known:
        return finish(asker, content, {file_of(content, folder, name): text_bytes(new_campaign.blank(content))})
    old = known[pick(old_name, {slug: slug for slug in known}, "--from")] if old_name else known[max(known)]
    carried = new_campaign.carry_over(content, old, name)
    status = finish(asker, content, dict(carried.files))
    if carried.old_year:
        call.report(say("These lines still name the old year; see whether each is right:"))
    for file, number, text in carried.old_year:
        call.report(say("  {file}:{line}: {text}", file=file, line=str(number), text=text))
    return status
