"""Papers for the meeting of the Council: a voting paper and the draft of the minutes, with blanks for what is decided.

Nothing is filled in that the meeting decides: no mark stands on the voting paper, no figure in the minutes. Who sits on
the Council comes from the campaign.
"""

from collections.abc import Sequence
from dataclasses import replace

from guongsang.i18n.messages import Message, Text, say
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import unit_name
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign, CouncilMember
from guongsang.read.tables.common import Signer
from guongsang.render.office.registration import registered_in
from guongsang.render.paper.formal.letterhead import Head, framed, office_of
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.typst.sheet import SheetValue
from guongsang.render.views.words import label_in

_BLANK = "…" * 12
_LINE = "…" * 28
_EMPTY_LINES = 3


def ballot_sheet(writer: SheetWriter, campaign: Entry[Campaign]) -> dict[str, SheetValue]:
    """Make the sheet of the voting paper: all candidates of a campaign, each with two empty boxes."""
    candidates = registered_in(writer.context.site, campaign.slug)
    title = say("On the exemplars proposed in {year}", year=campaign.slug)
    told = say("Put one mark beside each candidate, in one of the two boxes.")
    return {
        **framed(writer, _head(writer, campaign, say("Voting paper"), title), campaign),
        "number": None,
        "draft": None,
        "recipients": [],
        "signer": None,
        "tables": [_votes(writer, candidates, (say("Agree"), say("Do not agree")), {"box": True})],
        "after": [writer.say(told)],
    }


def minutes_sheet(writer: SheetWriter, campaign: Entry[Campaign]) -> dict[str, SheetValue]:
    """Make the sheet of the draft of the minutes: who takes part, the agenda, the candidates, and blanks."""
    candidates = registered_in(writer.context.site, campaign.slug)
    title = say("Meeting of the Council on the exemplars proposed in {year}", year=campaign.slug)
    chair = campaign.facts.council.chair
    signer = Signer(name=chair.name) if chair else Signer()
    head = replace(_head(writer, campaign, say("Minutes"), title), signer=signer)
    frame = framed(writer, head, campaign)
    return {
        **frame,
        "draft": writer.say(say("DRAFT")),
        "recipients": [],
        "body": [*_opening(writer), *_members(writer, campaign), *_agenda(writer)],
        "tables": [_votes(writer, candidates, (say("Votes for"), say("Votes against")), None)],
        "after": [*_conclusion(writer)],
        "signer": _signature(writer, say("Chair"), frame["signer"]),
        "countersigner": _signature(writer, say("Secretary"), None),
    }


def _head(writer: SheetWriter, campaign: Entry[Campaign], kind: Message, title: Message) -> Head:
    """Return what stands around a paper of the Council: under its own name, else under that of the Office."""
    site, lang = writer.context.site, writer.context.lang
    own = label_in(campaign.facts.council.name, lang)
    organisation = site.config.organisation
    above = organisation.name if own or campaign.facts.office else organisation.parent
    return Head(
        kind=kind,
        title=Text(writer.say(title), lang),
        unit=own or office_of(writer, campaign),
        parent=label_in(above, lang),
        number=None,
        day=None,
        signer=Signer(),
        sample=campaign.sample or any(p.sample for p in registered_in(writer.context.site, campaign.slug)),
    )


def _votes(
    writer: SheetWriter, candidates: Sequence[PublicProfile], heads: tuple[Message, Message], blank: SheetValue
) -> dict[str, SheetValue]:
    """Set the candidates as a table with two blanks each."""
    lang = writer.context.lang
    rows: list[SheetValue] = [
        [
            str(number),
            writer.text(p.name),
            writer.text(p.word(("position",), lang)),
            writer.text(p.unit.name.text_in(lang)),
            writer.text(p.category.label.text_in(lang)),
            blank,
            blank,
        ]
        for number, p in enumerate(candidates, 1)
    ]
    labels = (say("No."), say("Name of the person, team or model"), say("Position"), say("Unit"), say("Category"))
    return {
        "title": writer.say(say("Candidates")),
        "head": [writer.say(label) for label in (*labels, *heads)],
        "widths": [0.5, 1.8, 1.4, 1.5, 1.2, 0.9, 0.9],
        "groups": [{"title": None, "rows": rows}],
    }


def _opening(writer: SheetWriter) -> list[SheetValue]:
    return [_paragraph(*_named(writer, label, [_BLANK])) for label in (say("Time"), say("Meeting place"))]


def _members(writer: SheetWriter, campaign: Entry[Campaign]) -> list[SheetValue]:
    """Set who takes part: the members of the Council as the campaign names them, and blanks."""
    council, source = campaign.facts.council, campaign.source.lang
    chair = _member(writer, council.chair, source) if council.chair else [_BLANK]
    others = [m for m in council.all if m is not council.chair]
    listed = [_member(writer, m, source) for m in others] or [[_BLANK]] * _EMPTY_LINES
    return [
        _heading(writer, say("Who takes part")),
        _paragraph(*_named(writer, say("Chair"), chair)),
        _paragraph(writer.say(say("Members of the Council:"))),
        {"tag": "ol", "children": [{"tag": "li", "children": member} for member in listed]},
        _paragraph(*_named(writer, say("Secretary"), [_BLANK])),
        _paragraph(*_named(writer, say("Members who are present"), [_BLANK])),
        _paragraph(*_named(writer, say("Members who are absent, with the reason"), [_BLANK])),
    ]


def _named(writer: SheetWriter, role: Message, whom: Sequence[SheetValue]) -> list[SheetValue]:
    return [f"{writer.say(role)}: ", *whom]


def _member(writer: SheetWriter, member: CouncilMember, source: str) -> list[SheetValue]:
    """Name a member with position and unit; what is in another language is marked."""
    lang = writer.context.lang
    unit = unit_name(writer.context.site, member.unit).text_in(lang) if member.unit else None
    parts = [part for part in (Text(member.name, source), label_in(member.position, lang), unit) if part]
    return [node for part in parts for node in (", ", _marked(writer, part))][1:]


def _marked(writer: SheetWriter, text: Text) -> SheetValue:
    return (
        text.value if text.lang == writer.context.lang else {"tag": "span", "lang": text.lang, "children": [text.value]}
    )


def _agenda(writer: SheetWriter) -> list[SheetValue]:
    points = (
        say("The Office reports on the registrations."),
        say("The Council looks at the sheet of each candidate, and at the evidence where it wants to."),
        say("Members with a conflict of interest say so and do not vote on that candidate."),
        say("The Council votes on each candidate."),
        say("The chair sums up."),
    )
    items: list[SheetValue] = [{"tag": "li", "children": [writer.say(point)]} for point in points]
    return [_heading(writer, say("Agenda")), {"tag": "ol", "children": items}]


def _conclusion(writer: SheetWriter) -> list[SheetValue]:
    return [
        writer.say(say("Members who did not vote on a candidate, with the reason:")),
        _LINE,
        writer.say(say("Conclusion of the Council:")),
        *[_LINE] * _EMPTY_LINES,
        writer.say(say("The meeting ended at {blank}. The minutes were read out and agreed to.", blank="……")),
    ]


def _signature(writer: SheetWriter, role: Message, signer: SheetValue) -> dict[str, SheetValue]:
    """Set the room for a signature; a name stands below it where it is known."""
    return {"lines": [writer.say(role)], "name": signer.get("name") if isinstance(signer, dict) else None}


def _heading(writer: SheetWriter, message: Message) -> SheetValue:
    return {"tag": "h2", "children": [writer.say(message)]}


def _paragraph(*nodes: SheetValue) -> SheetValue:
    return {"tag": "p", "children": list(nodes)}
