"""New documents: what is known and marks for the rest, with just the fields and sections that the criteria need.

In come the content of a site and a writer's answers; out comes the text of a file in the site's source language. The
fields come from the tables, the demands from the criteria file, so neither can go out of date. Nothing is invented:
what was not answered is a mark, and the file is a draft.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from guongsang.author.new.placeholders import ask, ask_at, label_notes, one_of
from guongsang.author.new.yaml_writer import front_lines
from guongsang.i18n.messages import Catalogue, Message, say
from guongsang.judge.criteria.applicable import criteria_of, meant_for, traits_of
from guongsang.read.content import Content
from guongsang.read.data.criteria import VIRTUAL
from guongsang.read.data.types import Criterion
from guongsang.read.documents.document import table_of
from guongsang.read.documents.entry import Entry
from guongsang.read.fields.campaign import PLAN
from guongsang.read.fields.documents import BULLETIN
from guongsang.read.fields.exemplar import EVIDENCE, EXEMPLAR
from guongsang.read.fields.kinds import FieldPath
from guongsang.read.fields.paths import field_at, group_at
from guongsang.read.yaml.placeholders import placeholder
from guongsang.render.web.profiles import STAFF
from guongsang.stages import STAGES

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")
_MOST_ITEMS = 5
_PROGRESS = group_at(EXEMPLAR, "progress")


@dataclass(frozen=True)
class Draft:
    """A new document in the making: its tree of values, notes by path, and the parts of its body."""

    kind: str
    words: Catalogue
    tree: dict[str, Any]
    notes: dict[FieldPath, tuple[str, ...]] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)

    def tell(self, message: Message) -> str:
        """Write a message in the language that the file is written in."""
        return self.words.tell(message)

    def text(self) -> str:
        """Write the whole file."""
        table = table_of(self.kind)
        last: dict[FieldPath, tuple[str, ...]] = {
            ("draft",): (self.tell(say("Remove this line when all is written.")),)
        }
        notes = {**label_notes(self.tree, table, self.words), **last, **self.notes}
        head = self.tell(say("Write what is asked in place of every [[ ]], brackets included."))
        lines = ["---", f"# {head}", *front_lines(self.tree, table, notes), "---"]
        return "\n".join(lines) + "\n" + "".join(f"\n{part}\n" for part in self.body).removeprefix("\n")


def source_words(content: Content) -> Catalogue:
    """Return the catalogue of the language that new files are written in."""
    code = content.config.source_language
    return content.config.catalogues.get(code, Catalogue(code))


def fill(draft: Draft, *names: str) -> None:
    """Ask for fields that nobody has answered."""
    table = table_of(draft.kind)
    for name in names:
        if draft.tree.get(name) is None:
            draft.tree[name] = ask(table.fields[name], draft.words)


def exemplar(content: Content, campaign: Entry, answers: Mapping[str, Any]) -> str:
    """Write a new profile: what was answered, and marks for what its category's criteria ask."""
    criteria = criteria_of(content, campaign)
    draft = Draft("exemplar", source_words(content), {k: v for k, v in answers.items() if v is not None})
    traits = traits_of(draft.tree, criteria)
    steps = {stage: draft.tree.pop(stage) for stage in STAGES if stage in draft.tree}
    draft.tree["progress"] = {stage: {"on": day} for stage, day in steps.items()}
    ask_at(draft.tree["progress"], _PROGRESS, f"{STAGES[0]}.on", draft.words)
    known = {"category": list(criteria.categories) if criteria else [], "unit": list(content.units)}
    for name, ids in known.items():
        draft.tree.setdefault(name, placeholder(draft.tell(one_of(ids))))
    fill(draft, "title", "name", "summary")
    if traits["subject"] in (None, "individual"):
        fill(draft, "position")
    if "photo" in draft.tree:
        fill(draft, "photo_alt")
    draft.tree.setdefault("consent", ask(EXEMPLAR.fields["consent"], draft.words))
    draft.notes[("consent",)] = (
        draft.tell(say("Consent")),
        draft.tell(say("site is the website, print the bulletin; write [] for what the person does not agree to")),
    )
    asked = [c for c in criteria.criteria.values() if meant_for(c, traits)] if criteria else []
    for criterion in asked:
        _ADDERS[criterion.check](draft, criterion)
    draft.tree["draft"] = True
    if not draft.body:
        draft.body.append(placeholder(draft.tell(say("the story: who, what was done and how, what came of it"))))
    return draft.text()


def _told(draft: Draft, criterion: Criterion) -> Iterator[str]:
    """Report what a criterion asks, in the words of the criteria file."""
    code = draft.words.code
    where = draft.tell(say("{id}, section {section}", id=criterion.id, section=criterion.section or ""))
    label = criterion.label.told(code).value
    yield f"{where if criterion.section else criterion.id}: {label}"
    if criterion.text and (text := criterion.text.told(code).value) != label:
        yield text
    if criterion.internal:
        yield draft.tell(say("Internal: it is never published."))


def _add_evidence(draft: Draft, criterion: Criterion) -> None:
    options = criterion.options
    wanted = list(dict.fromkeys([*options.get("requires", ()), *options.get("expects", ())]))
    if options.get("continuous_years"):
        wanted.append("years")
    if any(name in ("on", "period", "years") for name in wanted):
        wanted = [name for name in wanted if name not in VIRTUAL]
    items = draft.tree.setdefault("evidence", [])
    for i in range(min(options.get("min", 1), _MOST_ITEMS)):
        item: dict[str, Any] = {
            "id": f"e{len(items) + 1}",
            "serves": [criterion.id],
            "text": ask(EVIDENCE.fields["text"], draft.words),
        }
        for name in wanted:
            ask_at(item, EVIDENCE, VIRTUAL.get(name, (name,))[0], draft.words)
        draft.notes["evidence", len(items)] = tuple(_told(draft, criterion)) if i == 0 else (criterion.id,)
        items.append(item)
    draft.notes[("evidence",)] = (
        draft.tell(say("Evidence")),
        draft.tell(say("One item may serve several criteria: write their ids into serves and delete the other items.")),
    )


def _add_field(draft: Draft, criterion: Criterion) -> None:
    options = criterion.options
    path = options.get("path", "")
    if options.get("present") is False or field_at(EXEMPLAR, path) is None:
        return
    choices = options.get("one_of") or ([options["equals"]] if "equals" in options else [])
    what = draft.tell(one_of([_choice(draft, path, c) for c in choices])) if choices else ""
    ask_at(draft.tree, EXEMPLAR, path, draft.words, what)
    first = path.split(".")[0].removesuffix("[]")
    label = draft.tell(EXEMPLAR.fields[first].label)
    old = draft.notes.get((first,), (label,))
    draft.notes[(first,)] = (*old, *(line for line in _told(draft, criterion) if line not in old))


def _choice(draft: Draft, path: str, choice: str) -> str:
    return f"{choice} ({draft.tell(STAFF[choice])})" if path == "staff_category" and choice in STAFF else choice


def _add_section(draft: Draft, criterion: Criterion) -> None:
    heading = criterion.options["heading"].told(draft.words.code).value
    title = f"## {_escaped(heading)}"
    note = "<!-- " + "\n".join(_told(draft, criterion)).replace("--", "- -") + " -->"
    least = criterion.options.get("min_words", 0)
    hint = say("what belongs under this heading, at least {n} words", n=least) if least else say("what belongs here")
    known = [part.casefold() for part in draft.body]
    if title.casefold() in known:
        draft.body.insert(known.index(title.casefold()) + 1, note)
    else:
        draft.body.extend([title, note, placeholder(draft.tell(hint))])


def _escaped(heading: str) -> str:
    """Keep the signs of a heading from being read as Markdown."""
    return _MARKDOWN.sub(lambda m: "\\" + m[0], " ".join(heading.split()))


def _add_nothing(draft: Draft, criterion: Criterion) -> None:
    """What the unit owes is no part of a profile; it is noted where it would be missed."""
    draft.notes["unit",] = (*draft.notes.get(("unit",), (draft.tell(say("Unit")),)), *_told(draft, criterion))


_ADDERS = {
    "evidence": _add_evidence,
    "field": _add_field,
    "section": _add_section,
    "unit_criteria": _add_nothing,
}


def plan(content: Content, campaign: Entry, unit: str, answers: Mapping[str, Any]) -> str:
    """Write a unit's plan: its exemplars of the campaign, and work for each part that a plan has."""
    draft = Draft("plan", source_words(content), {k: v for k, v in answers.items() if v is not None})
    mine = [
        e.slug
        for e in content.of("exemplar")
        if e.campaign == campaign.slug and e.get("unit") == unit and not e.get("withdrawn")
    ]
    if mine:
        draft.tree["exemplars"] = mine
    fill(draft, "title", "completed_on", "exemplars")
    draft.tree["lead"] = {name: ask(spec, draft.words) for name, spec in group_at(PLAN, "lead").fields.items()}
    table = group_at(PLAN, "activities").fields
    parts = [p for p in campaign.get("plan", "parts") or [] if "id" in p]
    draft.tree["activities"] = []
    for i, part in enumerate(parts or [None]):
        row: dict[str, Any] = {"id": f"a{i + 1}", "part": part["id"] if part else ask(table["part"], draft.words)}
        row.update({name: ask(table[name], draft.words) for name in ("what", "who", "due")})
        draft.tree["activities"].append(row)
        if part and part.get("label"):
            draft.notes["activities", i] = (part["label"].told(draft.words.code).value,)
    draft.tree["draft"] = True
    return draft.text()


def bulletin(content: Content, answers: Mapping[str, Any]) -> str:
    """Write a new issue of the bulletin; the words of its editorial are to be written."""
    draft = Draft("bulletin", source_words(content), {k: v for k, v in answers.items() if v is not None})
    fill(draft, "title", "number", "date")
    if "masthead" not in draft.tree:
        draft.tree["masthead"] = {"licence": ask(group_at(BULLETIN, "masthead").fields["licence"], draft.words)}
        draft.notes[("masthead",)] = (
            draft.tell(say("Masthead")),
            draft.tell(
                say("For circulation inside the organisation, write instead: {example}", example="internal: true")
            ),
        )
    if not draft.tree.get("exemplars") and not draft.tree.get("select"):
        fill(draft, "exemplars")
    draft.tree["draft"] = True
    draft.body.append(placeholder(draft.tell(say("the editorial of this issue"))))
    return draft.text()


def page(content: Content, answers: Mapping[str, Any]) -> str:
    """Write a new free page."""
    draft = Draft("page", source_words(content), {k: v for k, v in answers.items() if v is not None})
    fill(draft, "title")
    draft.tree["draft"] = True
    draft.body.append(placeholder(draft.tell(say("the text of the page; headings begin with ##"))))
    return draft.text()


def newest_open(content: Content) -> Entry | None:
    """Return the campaign that a new file most likely belongs to: the newest that is not closed."""
    known = sorted(content.of("campaign"), key=lambda c: c.slug)
    return next((c for c in reversed(known) if not c.get("closed")), known[-1] if known else None)
