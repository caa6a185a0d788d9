"""New documents: what is known and marks for the rest, with just the fields and sections that the criteria need.

In come the content of a site and a writer's answers; out comes the text of a file in the site's source language. The
fields come from the tables, the demands from the criteria file, so neither can go out of date. Nothing is invented:
what was not answered is a mark, and the file is a draft.
"""

from collections.abc import Mapping
from typing import Any

from guongsang.author.new.draft import Draft, source_words
from guongsang.author.new.placeholders import ask, ask_at, one_of
from guongsang.author.new.scaffolds import add_scaffold
from guongsang.i18n.messages import say
from guongsang.judge.criteria.applicable import meant_for, traits_of
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.fields.paths import group_at
from guongsang.read.tables.campaign import Campaign
from guongsang.read.tables.documents import BULLETIN, DOCUMENTS
from guongsang.read.tables.exemplar import EXEMPLAR
from guongsang.read.tables.plan import PLAN
from guongsang.read.yaml.placeholders import placeholder
from guongsang.stages import STAGES

_PROGRESS = group_at(EXEMPLAR, "progress")


def fill(draft: Draft, *also: str) -> None:
    """Ask for the fields that the table requires, and for others by name, where nobody has answered."""
    fields = DOCUMENTS[draft.kind].fields
    for name in (*(name for name, spec in fields.items() if spec.required), *also):
        if draft.tree.get(name) is None:
            draft.tree[name] = ask(fields[name], draft.words)


_FROM_THE_FORM = ("of", "until")
"""Fields of a consent that are known when its form is signed, and not asked for before."""


def exemplar(content: Content, campaign: Entry[Campaign], answers: Mapping[str, Any]) -> str:
    """Write a new profile: what was answered, and marks for what its category's criteria ask."""
    criteria = content.criteria_of(campaign.slug)
    draft = Draft("exemplar", source_words(content), {k: v for k, v in answers.items() if v is not None})
    category, unit = (str(draft.tree.get(name) or "") for name in ("category", "unit"))
    traits = traits_of(criteria, category, unit, leader=bool(draft.tree.get("leader")))
    steps = {stage: draft.tree.pop(stage) for stage in STAGES if stage in draft.tree}
    draft.tree["progress"] = {stage: {"on": day} for stage, day in steps.items()}
    ask_at(draft.tree["progress"], _PROGRESS, f"{STAGES[0]}.on", draft.words)
    known = {"category": list(criteria.categories) if criteria else [], "unit": list(content.units)}
    for name, ids in known.items():
        draft.tree.setdefault(name, placeholder(draft.tell(one_of(ids))))
    fill(draft)
    if traits["subject"] in (None, "individual"):
        fill(draft, "position")
    if "photo" in draft.tree:
        fill(draft, "photo_alt")
    if "consent" not in draft.tree:
        asked_for = ask(EXEMPLAR.fields["consent"], draft.words)
        draft.tree["consent"] = {name: value for name, value in asked_for.items() if name not in _FROM_THE_FORM}
    draft.notes[("consent",)] = (
        draft.tell(say("Consent")),
        draft.tell(say("What the person does not agree to is written like this: {example}", example="photo: []")),
    )
    asked = [c for c in criteria.criteria.values() if meant_for(c, traits)] if criteria else []
    for criterion in asked:
        add_scaffold(draft, criterion)
    draft.tree["draft"] = True
    if not draft.body:
        draft.body.append(placeholder(draft.tell(say("the story: who, what was done and how, what came of it"))))
    return draft.text()


def plan(content: Content, campaign: Entry[Campaign], unit: str, answers: Mapping[str, Any]) -> str:
    """Write a unit's plan: its exemplars of the campaign, and work for each part that a plan has."""
    draft = Draft("plan", source_words(content), {k: v for k, v in answers.items() if v is not None})
    mine = [
        e.slug for e in content.exemplars if e.campaign == campaign.slug and e.facts.unit == unit and not e.withdrawn
    ]
    if mine:
        draft.tree["exemplars"] = mine
    draft.tree["lead"] = {name: ask(spec, draft.words) for name, spec in group_at(PLAN, "lead").fields.items()}
    table = group_at(PLAN, "activities").fields
    parts = [p for p in (campaign.facts.plan.parts if campaign.facts.plan else ()) if p.id]
    draft.tree["activities"] = []
    for i, part in enumerate(parts or [None]):
        row: dict[str, Any] = {"id": f"a{i + 1}", "part": part.id if part else ask(table["part"], draft.words)}
        row.update({name: ask(table[name], draft.words) for name in ("what", "who", "due")})
        draft.tree["activities"].append(row)
        if part and part.label:
            draft.notes["activities", i] = (part.label.text_in(draft.words.code).value,)
    fill(draft)
    draft.tree["draft"] = True
    return draft.text()


def bulletin(content: Content, answers: Mapping[str, Any]) -> str:
    """Write a new issue of the bulletin; the words of its editorial are to be written."""
    draft = Draft("bulletin", source_words(content), {k: v for k, v in answers.items() if v is not None})
    if "masthead" not in draft.tree:
        draft.tree["masthead"] = {"licence": ask(group_at(BULLETIN, "masthead").fields["licence"], draft.words)}
        draft.notes[("masthead",)] = (
            draft.tell(say("Masthead")),
            draft.tell(
                say("For circulation inside the organisation, write instead: {example}", example="internal: true")
            ),
        )
    fill(draft)
    if not draft.tree.get("exemplars") and not draft.tree.get("select"):
        fill(draft, "exemplars")
    draft.tree["draft"] = True
    draft.body.append(placeholder(draft.tell(say("the editorial of this issue"))))
    return draft.text()


def page(content: Content, answers: Mapping[str, Any]) -> str:
    """Write a new free page."""
    draft = Draft("page", source_words(content), {k: v for k, v in answers.items() if v is not None})
    fill(draft)
    draft.tree["draft"] = True
    draft.body.append(placeholder(draft.tell(say("the text of the page; headings begin with ##"))))
    return draft.text()


def newest_open(content: Content) -> Entry[Campaign] | None:
    """Return the campaign that a new file most likely belongs to: the newest that is not closed."""
    known = sorted(content.campaigns, key=lambda c: c.slug)
    return next((c for c in reversed(known) if not c.facts.closed), known[-1] if known else None)
