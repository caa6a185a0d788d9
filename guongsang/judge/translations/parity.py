"""Judges whether a translation says the same as its source: figures, headings, links and pictures.

Figures compare by value, field by field and body by body. What one text writes in digits may stand in words in the
other; so a small figure is told only where both texts have one that the other lacks, or where it is too large to be a
word. Each finding shows both places.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import say
from guongsang.judge.translations.numbers import (
    Figure,
    figures_in,
    has_number_words,
    stands_in,
    values_in_digits,
    values_otherwise,
)
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.fields.kinds import FieldPath
from guongsang.read.markdown.source import without_comments
from guongsang.read.odd_characters import replaced
from guongsang.text.patterns import lazy
from guongsang.text.personal_data.search import personal_figures_in

_DIGIT = re.compile(r"\d")
_SMALL = 20
_TOLD = 10
_LINK = lazy(r"\]\([^)\n]*\)|https?://\S+|\[\^\w+\]")
_LIST_MARK = lazy(r"^[ \t]*\d+[.)](?=\s)", re.MULTILINE)


@dataclass(frozen=True)
class _Text:
    """A stretch of a document whose figures count, from which index of its source."""

    document: Document
    start: int
    text: str

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Return the figures in digits, in order of what they are read from."""
        return tuple(figures_in(self.text, self.document.lang))

    @cached_property
    def in_digits(self) -> set[Decimal]:
        """Return the values that it names in digits."""
        return values_in_digits(self.text, self.figures)

    @cached_property
    def otherwise(self) -> set[Decimal]:
        """Return the values that it names in another way."""
        return values_otherwise(self.text, self.document.lang)

    def place(self, figure: Figure | None = None) -> Place:
        """Return the place of a figure, or of the first line of the stretch."""
        if figure is not None:
            return self.document.source.place(self.start + figure.start, self.start + figure.end)
        blank = len(self.text) - len(self.text.lstrip())
        end = self.text.find("\n", blank)
        return self.document.source.place(self.start + blank, self.start + (len(self.text) if end < 0 else end))


def judge_parity(source: Document, translation: Document) -> Iterator[Finding]:
    """Compare a translation that counts as present with its source."""
    for path in translation.words:
        if path in source.spans and path in translation.spans and _has_figures(path, source, translation):
            yield from _figures(_stretch(source, *source.spans[path]), _stretch(translation, *translation.spans[path]))
    if source.body.text.strip() and translation.body.text.strip():
        yield from _figures(_body(source), _body(translation))
        yield from _headings(source, translation)
        yield from _targets(source, translation)


def state_counts(entry: AnyEntry, lang: str) -> bool:
    """Return whether a translation is to be compared; of a stale one it is told already that it differs."""
    return entry.state(lang) in ("ready", "draft")


def _has_figures(path: FieldPath, *documents: Document) -> bool:
    """Return whether one of the documents has a figure in a field; without any there is nothing to compare."""
    return any(_DIGIT.search(document.source.text, *document.spans[path]) for document in documents)


def _stretch(document: Document, start: int, end: int) -> _Text:
    return _Text(document, start, _without_personal_data(document.source.text[start:end]))


def _body(document: Document) -> _Text:
    """Return the body without comments, targets of links and numbers of list items, as long as it was."""
    text = without_comments(document.source.text[document.body.start :])
    for pattern in (_LINK, _LIST_MARK):
        text = pattern.sub(lambda m: " " * len(m[0]), text)
    return _Text(document, document.body.start, _without_personal_data(text))


def _without_personal_data(text: str) -> str:
    """Blank what is told covered elsewhere, so that no message about figures repeats it."""
    return replaced(text, [(p.start, p.end, " " * (p.end - p.start)) for p in personal_figures_in(text)])


def _figures(source: _Text, translation: _Text) -> Iterator[Finding]:
    missing = _lacking(source, translation)
    extra = _lacking(translation, source)
    both = list(zip(missing, extra, strict=False))
    for there, here in both[:_TOLD]:
        yield find(
            "translation-mismatch",
            translation.place(here),
            say(
                "{figure} does not stand in the source, whose {other} ({file}, line {line}) does not stand here",
                figure=_shown(translation, here),
                other=_shown(source, there),
                file=source.document.file,
                line=str(source.place(there).line),
            ),
            say("compare the two places and correct the wrong one"),
        )
    for here in [f for f in extra[len(both) :] if not _may_be_a_word(f, source)][:_TOLD]:
        yield find(
            "translation-mismatch",
            translation.place(here),
            say(
                "the figure {figure} does not stand in the source ({file}, from line {line})",
                figure=_shown(translation, here),
                file=source.document.file,
                line=str(source.place().line),
            ),
            say("compare the two places and correct the wrong one"),
        )
    for there in [f for f in missing[len(both) :] if not _may_be_a_word(f, translation)][:_TOLD]:
        yield find(
            "translation-mismatch",
            translation.place(),
            say(
                "the figure {figure} of the source ({file}, line {line}) does not stand here",
                figure=_shown(source, there),
                file=source.document.file,
                line=str(source.place(there).line),
            ),
            say("compare the two places and correct the wrong one"),
        )


def _lacking(one: _Text, other: _Text) -> list[Figure]:
    """List the figures of one text that the other names in no way, each value once."""
    lacking = {f.value: f for f in reversed(one.figures) if f.value not in other.in_digits}
    lacking = {value: figure for value, figure in lacking.items() if not stands_in(value, other.in_digits)}
    if lacking:
        lacking = {value: figure for value, figure in lacking.items() if not stands_in(value, other.otherwise)}
    return sorted(lacking.values(), key=lambda f: f.start)


def _may_be_a_word(figure: Figure, other: _Text) -> bool:
    """Return whether the other text may have a figure in words that are not known here."""
    if figure.value % 1:
        return False
    if has_number_words(other.document.lang):
        return figure.value <= 12
    return figure.value <= _SMALL or (figure.value <= 100 and figure.value % 10 == 0)


def _shown(text: _Text, figure: Figure) -> str:
    return text.text[figure.start : figure.end]


def _headings(source: Document, translation: Document) -> Iterator[Finding]:
    """Report the first heading that has no partner of its level."""
    ours, theirs = translation.body.headings, source.body.headings
    levels, wanted = [h.level for h in ours], [h.level for h in theirs]
    if levels == wanted:
        return
    at = next((i for i, (a, b) in enumerate(zip(levels, wanted, strict=False)) if a != b), min(len(ours), len(theirs)))
    here = ours[min(at, len(ours) - 1)] if ours else None
    there = theirs[min(at, len(theirs) - 1)] if theirs else None
    line = source.source.place(there.start if there else source.body.start).line
    yield find(
        "translation-mismatch",
        translation.source.place(here.start, here.end) if here else _body(translation).place(),
        say(
            "the headings differ: {n} here, {other} in the source ({file}, line {line}); they part here",
            n=len(ours),
            other=len(theirs),
            file=source.file,
            line=str(line),
        ),
        say("give both texts the same headings in the same order"),
    )


def _targets(source: Document, translation: Document) -> Iterator[Finding]:
    """Report links into the site and pictures of the source that the translation lacks."""
    here = {_target(t.to) for t in (*translation.body.links, *translation.body.images)}
    told: set[str] = set()
    for target in (*source.body.links, *source.body.images):
        name = _target(target.to)
        if name in here or name in told or re.match(r"[a-z][a-z0-9+.-]*:", name):
            continue
        told.add(name)
        place = source.source.place(target.start, target.end)
        message = say("the link {to} of the source ({file}, line {line}) does not stand here", **_at(target.to, place))
        if target.tag == "img":
            message = say(
                "the picture {to} of the source ({file}, line {line}) does not stand here", **_at(target.to, place)
            )
        yield find(
            "translation-mismatch",
            _body(translation).place(),
            message,
            say("compare the two places and correct the wrong one"),
        )


def _at(to: str, place: Place) -> dict[str, str]:
    return {"to": to, "file": place.file, "line": str(place.line)}


def _target(to: str) -> str:
    """Return what a target leads to, whatever the language and the heading."""
    return re.sub(r"\.[A-Za-z-]+\.md$", "", to.partition("#")[0])
