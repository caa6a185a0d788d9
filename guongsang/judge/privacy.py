"""Judges consent: whose story may stand where, and whether a name appears without consent.

A name without consent for the site may stand in no published text, its own profile's or another's; a withdrawn
person's name may stand in none at all (contract, section 4). Names are looked for word by word, whatever the case,
the place of the tone mark, the markup or the line break between their parts. What is found is left out of the site as
a whole file, which `Consent.withheld` names, because a text cannot be mended by cutting a name out of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from guongsang.findings import Finding, find
from guongsang.i18n import Label, Message, say
from guongsang.judge.criteria import criteria_of, is_internal
from guongsang.read.body import plain_text
from guongsang.read.entries import Content, Document, Entry
from guongsang.read.kinds import Path
from guongsang.vietnamese import same_tone_placement

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_NOT_SHOWN = frozenset(
    ("consent", "allow", "sample", "draft", "moved_from", "related", "photo", "unit", "category", "criteria")
)


@dataclass(frozen=True)
class Consent:
    """What consent leaves out.

    The entries (kind, id) whose text uses a name that may not stand on the site, or on paper.
    """

    withheld: frozenset[tuple[str, str]] = frozenset()
    off_paper: frozenset[tuple[str, str]] = frozenset()


@dataclass
class _Names:
    """Names that may not stand on the site, or only not on paper: by their first word all words, and whose they are."""

    by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    paper: bool = False


def judge_consent(content: Content, campaigns: Mapping[str, Entry]) -> tuple[Consent, list[Finding]]:
    """Judge all profiles for consent, and all texts for names."""
    findings: list[Finding] = []
    names, on_paper = _Names(), _Names(paper=True)
    for entry in content.of("exemplar"):
        if entry.get("withdrawn") or not allows(entry, "name", "site"):
            _remember(names, entry)
        elif not allows(entry, "name", "print"):
            _remember(on_paper, entry)
        if not entry.get("withdrawn") and not allows(entry, "story", "site"):
            findings.append(
                find(
                    "no-consent",
                    entry.source.place("consent", "story"),
                    say("there is no consent to show the story on the site; the profile is left out"),
                    say("ask the person, then write consent with story: [site, print], the date and the document"),
                )
            )
    withheld = _withheld(content, campaigns, content.entries, names, findings)
    printed = _printed(content)
    off_paper = _withheld(content, campaigns, printed, on_paper, findings)
    withheld |= {key for key in off_paper if key[0] == "bulletin"}
    return Consent(frozenset(withheld), frozenset(off_paper)), findings


def _withheld(
    content: Content, campaigns: Mapping[str, Entry], entries: Iterable[Entry], names: _Names, findings: list[Finding]
) -> set[tuple[str, str]]:
    """Find the entries whose text uses one of the names, and tell each place."""
    out = set()
    for entry in entries if names.by_first else ():
        for document in entry.documents:
            for finding in _uses(content, campaigns, entry, document, names):
                findings.append(finding)
                out.add((entry.kind, entry.id))
    return out


def _printed(content: Content) -> list[Entry]:
    """Give the bulletins and the profiles, which alone are printed; without bulletins, nothing is."""
    bulletins = content.of("bulletin")
    return [*bulletins, *content.of("exemplar")] if bulletins else []


def allows(entry: Entry, what: str, channel: str) -> bool:
    """Say whether a profile's consent covers name, photo or story on a channel (site, print)."""
    return channel in (entry.get("consent", what) or ())


def _remember(names: _Names, entry: Entry) -> None:
    words = tuple(_key(w[0]) for w in _WORD.finditer(entry.get("name") or ""))
    if words:
        names.by_first.setdefault(words[0], []).append((words, entry))


def _key(word: str) -> str:
    return same_tone_placement(word).casefold()


def _uses(
    content: Content, campaigns: Mapping[str, Entry], entry: Entry, document: Document, names: _Names
) -> Iterator[Finding]:
    """Find the names that stand in the public text of a document."""
    if entry.get("withdrawn"):
        return
    for path, text in _public_texts(content, campaigns, entry, document):
        for start, end, owner in _found(text, names):
            message = _name_stands(entry, owner, paper=names.paper)
            yield find(
                "no-consent",
                document.source.place(*_where(document, path, text[start:end])),
                message,
                say("write of the person by position and unit instead"),
            )


def _name_stands(entry: Entry, owner: Entry, *, paper: bool) -> Message:
    if owner.get("withdrawn"):
        return say("the name of a withdrawn exemplar stands here; the file is left out")
    if paper and owner is entry:
        return say("the text uses the name, for which there is no consent on paper; the bulletins leave it out")
    if paper:
        return say(
            "the name of {id} stands here without consent on paper; the bulletins leave the text out", id=owner.id
        )
    if owner is entry:
        return say("the text uses the name, for which there is no consent on the site; the profile is left out")
    return say("the name of {id} stands here without consent for the site; the file is left out", id=owner.id)


def _found(text: str, names: _Names) -> Iterator[tuple[int, int, Entry]]:
    words = list(_WORD.finditer(text))
    keys = [_key(w[0]) for w in words]
    for i, key in enumerate(keys):
        for name, owner in names.by_first.get(key, ()):
            if tuple(keys[i : i + len(name)]) != name:
                continue
            if len(name) == 1 and words[i][0] != owner.get("name").strip():
                continue
            yield words[i].start(), words[i + len(name) - 1].end(), owner
            break


def _where(document: Document, path: Path, name: str) -> tuple[int, int]:
    """Find the name in the raw text near its value; where markup hides it, give the value itself."""
    first, last = (
        (document.body.start, len(document.source.text)) if not path else document.spans.get(path, document.fence)
    )
    pattern = r"[\W_]+".join(re.escape(w[0]) for w in _WORD.finditer(name))
    match = re.search(pattern, document.source.text[first:last], re.IGNORECASE)
    if match:
        return first + match.start(), first + match.end()
    line_end = document.source.text.find("\n", first)
    return first, min(last, line_end if line_end > first else last)


def _public_texts(
    content: Content, campaigns: Mapping[str, Entry], entry: Entry, document: Document
) -> Iterator[tuple[Path, str]]:
    """Give every text of a document that can be published, with its path; the body's path is empty."""
    hidden = set()
    if entry.kind == "exemplar":
        criteria = criteria_of(content, campaigns.get(entry.campaign))
        hidden = {str(e.get("id")) for e in entry.get("evidence") or [] if is_internal(e, criteria)}
    for path, text in document.words.items():
        if not (len(path) > 1 and path[0] == "evidence" and path[1] in hidden):
            yield path, text
    word_paths = set(document.words)
    for path, text in _texts(document.data, ()):
        inside_evidence = len(path) > 1 and path[0] == "evidence"
        if path in word_paths or path[0] in _NOT_SHOWN or (entry.kind == "exemplar" and path == ("name",)):
            continue
        if inside_evidence and str((entry.get("evidence") or [])[int(path[1])].get("id")) in hidden:
            continue
        yield path, text
    yield (), plain_text(document.body.nodes)


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    match value:
        case str():
            yield path, value
        case Label():
            for text in value.texts.values():
                yield path, text
        case Mapping():
            for name, inner in value.items():
                yield from _texts(inner, (*path, name))
        case list():
            for i, inner in enumerate(value):
                yield from _texts(inner, (*path, i))
        case date() | bool() | int() | float():
            return
