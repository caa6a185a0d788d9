"""A new campaign made from an old one: rules carried over, dates moved, what belongs to the old year left out.

The files are edited as text at the places of their values, so comments, order and spelling stay. Windows and due dates
are rules and move by the years between; who decided what, advice, report and closing were facts of the old year and go;
the number and date of the new document are not known yet and become places to fill, as do the names of the Council's
members, whose posts and units stay. Words are kept, and every line that
still names the old year is listed, because only its writer can say what it should read.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from guongsang.author.new.documents import fill
from guongsang.author.new.draft import Draft, source_words
from guongsang.author.new.edits import Edit, marks_in_place
from guongsang.author.new.placeholders import ask, ask_at
from guongsang.findings import Refusal
from guongsang.i18n.messages import Catalogue, say, say_n
from guongsang.judge.dates import campaign_years
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import Entry
from guongsang.read.fields.kinds import FieldPath, Tree, Value
from guongsang.read.odd_characters import without_holes
from guongsang.read.site import read_entry
from guongsang.read.tables.campaign import CAMPAIGN, Campaign
from guongsang.read.yaml.placeholders import placeholder
from guongsang.text.lines import line_end, line_start

_RULES = ("windows", "plan")
_NEW_DOCUMENT = {
    "number": say("number of the new document, like {example}", example="15/KH-SXD"),
    "on": say("day of the new document, like {example}", example="2022-06-10"),
}
_LEFT_OUT = ("office_advice", "report", "closed", "moved_from", "allow", "draft")


@dataclass(frozen=True)
class Carried:
    """The new files, and each line (file, number, text) that still names the old year."""

    files: Mapping[str, bytes]
    old_year: tuple[tuple[str, int, str], ...]


def carry_over(content: Content, old: Entry[Campaign], name: str) -> Carried:
    """Make the files of a new campaign out of an old one. Raises Refusal where no year can be told or moved."""
    years, new_years = campaign_years(old.slug), campaign_years(name)
    if not years or not new_years:
        raise Refusal(say("{name} has no year in it; name a campaign like 2023", name=name if years else old.slug))
    texts = {f"content/campaigns/{name}.{d.lang}.md": d.source.text for d in old.translations.values()}
    own = old.facts.criteria == old.slug and name not in content.criteria and old.slug in content.criteria
    criteria = name if own or name in content.criteria else old.facts.criteria
    source = f"content/campaigns/{name}.{old.source.lang}.md"
    texts = {source: _source(content, old.source, new_years[0] - years[0], criteria), **texts}
    if read_entry(content.config, source, texts[source].encode()) is None:
        raise Refusal(
            say("{file} is written in a way that cannot be carried over; copy it by hand", file=old.source.file)
        )
    if own:
        file = content.criteria[old.slug].file
        texts[f"content/criteria/{name}.yaml"] = content.sources[file].text
    texts = {file: without_holes(text) for file, text in texts.items()}
    return Carried({file: text.encode() for file, text in texts.items()}, tuple(_naming(texts, years)))


def _naming(texts: Mapping[str, str], years: tuple[int, ...]) -> Iterator[tuple[str, int, str]]:
    pattern = re.compile(rf"(?<!\d)(?:{'|'.join(map(str, sorted(set(years))))})(?!\d)")
    for file, text in texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            if pattern.search(line) and not line.startswith("translates:"):
                yield file, number, line.strip()


def _source(content: Content, document: Document, shift: int, criteria: str) -> str:
    """Edit the source file: dates moved, facts of the old year out, the new document to be filled in."""
    text, words = document.source.text, source_words(content)
    edits = [*_moved(document, shift), *_removed(document)]
    edits += marks_in_place(document, "document", {name: words.tell(what) for name, what in _NEW_DOCUMENT.items()})
    edits += _members(document, words)
    if at := document.spans.get(("criteria",)):
        edits.append(Edit(*at, f'"{criteria}"' if criteria.isdigit() and text[at[0]] in "\"'" else criteria))
    closing = text.rfind("---", 0, document.body.start)
    edits.append(Edit(closing, closing, "draft: true\n"))
    for edit in sorted(edits, key=lambda e: e.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _members(document: Document, words: Catalogue) -> Iterator[Edit]:
    """Ask who sits on the Council now, and say who did; between quotes, as a member often stands between braces."""
    for path, (start, end) in document.spans.items():
        match path:
            case ("council", "chair", "name") | ("council", "members", _, "name"):
                was = " ".join(document.source.text[start:end].strip("\"'").split())
                asked = words.tell(say("full name of the member; the last time it was {name}", name=was))
                yield Edit(start, end, json.dumps(placeholder(asked), ensure_ascii=False))


def _moved(document: Document, shift: int) -> Iterator[Edit]:
    for path, day in _days({name: document.data[name] for name in _RULES if name in document.data}, ()):
        yield Edit(*document.spans[path], _shifted(day, shift).isoformat())


def _days(value: Value | Tree, path: FieldPath) -> Iterator[tuple[FieldPath, date]]:
    match value:
        case date():
            yield path, value
        case Mapping():
            for name, inner in value.items():
                yield from _days(inner, (*path, name))
        case list():
            for i, inner in enumerate(value):
                yield from _days(inner, (*path, i))


def _shifted(day: date, shift: int) -> date:
    """Move a day by years; 29 February becomes the 28th where the year has none."""
    try:
        return day.replace(year=day.year + shift)
    except ValueError:
        pass
    try:
        return day.replace(year=day.year + shift, day=28)
    except ValueError:
        raise Refusal(
            say_n("{day} cannot be moved by {n} year", "{day} cannot be moved by {n} years", day=day, n=shift)
        ) from None


def _removed(document: Document) -> Iterator[Edit]:
    paths: list[FieldPath] = [(name,) for name in _LEFT_OUT]
    readings = document.data.get("readings")
    paths += [("readings", i, "decided") for i in range(len(readings) if isinstance(readings, list) else 0)]
    for path in paths:
        if path in document.keys:
            yield _cut(document.source.text, document.keys[path][0], document.spans.get(path, document.keys[path])[1])


def _cut(text: str, start: int, end: int) -> Edit:
    """Take a field out: its lines where it stands on lines of its own, else the stretch up to its comma."""
    line, last = line_start(text, start), line_end(text, end)
    before, behind = text[line:start], text[end:last].strip()
    if not before.strip() and (not behind or behind.startswith((":", "#"))):
        return Edit(line, last + 1, "")
    if before.strip() == "-":
        follows = re.compile(r"\s*").match(text, last)
        return Edit(start, follows.end() if follows else last, "")
    comma = text.rfind(",", 0, start)
    if comma >= 0 and not text[comma + 1 : start].strip():
        return Edit(comma, end, "")
    rest = re.compile(r"\s*,\s*").match(text, end)
    return Edit(start, rest.end() if rest else end, "")


def blank(content: Content) -> str:
    """Write the first campaign of a site, with everything to be filled in."""
    draft = Draft("campaign", source_words(content), {})
    if content.criteria:
        draft.tree["criteria"] = list(content.criteria)[-1]
    fill(draft, "summary")
    for path in ("windows.register", "windows.review", "document.number", "document.on", "plan.before"):
        ask_at(draft.tree, CAMPAIGN, path, draft.words)
    draft.tree["draft"] = True
    draft.body.append(ask(CAMPAIGN.fields["summary"], draft.words))
    return draft.text()
