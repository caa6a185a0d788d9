"""What the questions of several kinds of file choose from: campaigns, units, free names."""

from guongsang.author.new import documents
from guongsang.cli.call import Call
from guongsang.cli.new.prompts import Known, Prompter
from guongsang.cli.new.readers import pick
from guongsang.commands import command
from guongsang.findings import Refusal
from guongsang.i18n.messages import Label, say
from guongsang.judge.dates import span_of
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign


def which_campaign(asker: Prompter, content: Content) -> Entry[Campaign]:
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


def units_of(call: Call, content: Content, campaign: Entry[Campaign]) -> dict[str, str]:
    """Return the units that exist in the campaign's time, by id."""
    return {u.id: label_of(call, u.name) for u in content.units.values() if u.active(*span_of(campaign))}


def label_of(call: Call, label: Label) -> str:
    """Return a label in the language of the call."""
    return label.text_in(call.catalogue.code).value


def file_name(asker: Prompter, proposed: str, taken: frozenset[str]) -> str:
    """Get the name of the new file, the proposed one by default."""
    slug: str = asker.answer("slug", Known(taken=taken, default=proposed))
    return slug or proposed
