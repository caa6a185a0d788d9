"""One person against another and against himself: a name spelt in two ways, one photo or paper for two people."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeAlias

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.judge.allowances import allowance
from guongsang.judge.texts.typed_texts import typed_texts
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.documents.links import picture_file
from guongsang.read.tables.exemplar import Exemplar
from guongsang.text.suggestions import one_letter_apart
from guongsang.text.vietnamese import fold, same_tone_placement

OtherName: TypeAlias = tuple[tuple[str, ...], Finding]
"""A name as its words are compared, and what is told of it."""
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_LETTERS = "".join(c for c in map(chr, (*range(0x61, 0x250), *range(0x1EA0, 0x1F00))) if c.islower())
_MAYBE_CAPITAL = rf"[^\W\d_{_SMALL_LETTERS}]"
"""A letter of any script but the small Latin ones, which most words begin with."""


def judge_people(content: Content, written_otherwise: Iterable[OtherName]) -> Iterator[Finding]:
    """Judge one profile of a site against another; `written_otherwise` are names in profiles that are nearly their own.

    The name of somebody else who has a profile is let pass.
    """
    others = {tuple(map(_key, _WORD.findall(entry.facts.name))) for entry in content.exemplars}
    yield from (told for name, told in written_otherwise if name not in others)
    yield from _shared(content)


def other_spellings(entry: Entry[Exemplar]) -> Iterator[OtherName]:
    """Yield where the person's name stands in the own profile with other marks or one other letter than in `name`.

    Without any marks it is let pass.
    """
    name = _WORD.findall(entry.facts.name)
    if len(name) < 2 or ("name",) in entry.source.unfilled:
        return
    bare, right = [fold(word) for word in name], [_key(word) for word in name]
    pattern = name_like(len(name))
    for document in entry.documents:
        for text in typed_texts(document):
            at = 0
            while match := pattern.search(text.text, at):
                words = match[0].split()
                at = match.start() + len(words[0])
                if match[0].isascii() or not all(word[0].isupper() for word in words):
                    continue
                keys = [_key(word) for word in words]
                alike = keys != right and (_same(words, bare) or _one_slip(keys, right))
                if alike and not _beside(text.text, match, entry.facts.name):
                    told = find(
                        "contradiction",
                        document.source.place(text.start + match.start(), text.start + match.end()),
                        say("the name is written otherwise here than in name: {name}", name=entry.facts.name),
                        say(
                            "write the name in one way; if somebody else is meant, {allowance}",
                            allowance=allowance(entry, "contradiction"),
                        ),
                    )
                    yield tuple(keys), told


@cache
def name_like(words: int) -> re.Pattern[str]:
    """Return the pattern of so many words in a row that may begin with a capital."""
    word = rf"{_MAYBE_CAPITAL}[^\W\d_]*"
    return re.compile(rf"{_MAYBE_CAPITAL}(?<![^\W\d_].)[^\W\d_]*(?:[ \n]+{word}){{{words - 1}}}")


def _beside(text: str, match: re.Match[str], name: str) -> bool:
    """Return whether the right name stands in the same sentence: then the other one is somebody else's."""
    before, after = text[: match.start()], text[match.end() :]
    sentence = re.split(r"[.!?\n]", before)[-1] + "|" + re.split(r"[.!?\n]", after, maxsplit=1)[0]
    return name.casefold() in sentence.casefold()


def _same(words: list[str], bare: list[str]) -> bool:
    return [fold(word) for word in words] == bare


def _one_slip(words: list[str], right: list[str]) -> bool:
    """Return whether one word of a name of three or more has one letter wrong behind its first."""
    other = [(word, name) for word, name in zip(words, right, strict=True) if word != name]
    return (
        len(right) > 2
        and len(other) == 1
        and len(other[0][1]) > 2
        and other[0][0][0] == other[0][1][0]
        and one_letter_apart(*map(fold, other[0]))
    )


def _key(word: str) -> str:
    return same_tone_placement(word).casefold()


def _shared(content: Content) -> Iterator[Finding]:
    """Report a photo or a paper of consent that an earlier profile of another name has too."""
    photos: dict[str, Entry[Exemplar]] = {}
    papers: dict[tuple[str, str], Entry[Exemplar]] = {}
    for entry in sorted(content.exemplars, key=lambda one: one.source.file):
        facts = entry.facts
        if facts.photo:
            first = photos.setdefault(picture_file(entry.source, facts.photo), entry)
            if _other(first, entry) and all(_is_person(content, one) for one in (first, entry)):
                yield find(
                    "contradiction",
                    entry.source.place("photo"),
                    say("this photo is that of {id} too", id=first.id),
                    say("give each person their own photo"),
                )
        if document := facts.consent.document.strip():
            first = papers.setdefault((entry.campaign, document.casefold()), entry)
            if _other(first, entry):
                yield find(
                    "contradiction",
                    entry.source.place("consent", "document"),
                    say("the paper {document} is the consent of {id} too", document=document, id=first.id),
                    say("write the number of this person's own paper"),
                )


def _other(first: Entry[Exemplar], entry: Entry[Exemplar]) -> bool:
    return first is not entry and first.facts.name.casefold() != entry.facts.name.casefold()


def _is_person(content: Content, entry: Entry[Exemplar]) -> bool:
    """Return whether a profile is one person's; a picture may show a team and its members."""
    criteria = content.criteria_of(entry.campaign)
    category = criteria.categories.get(entry.facts.category) if criteria else None
    return category is None or category.subject == "individual"
