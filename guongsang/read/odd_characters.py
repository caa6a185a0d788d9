"""Letters that should not stand in a text: what they are, what they should be, what to do.

In comes a text in NFC with a way to its places; out come findings, and the text as it is read on: letters that only
look like others are the right ones, control characters are blanks, and a hole keeps the place of what nobody sees, so
that every later place stays right. A stretch that went through a wrong table of letters is one finding, with what it
should read, instead of one for every strange sign in it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from guongsang.commands import command
from guongsang.findings import Finding, Place, find
from guongsang.i18n.languages import base_of
from guongsang.i18n.messages import Message, say, say_n
from guongsang.text.encodings import Misdecoding, excerpt_of, legacy_misdecodings
from guongsang.text.mojibake import mojibake_misdecodings

Locate: TypeAlias = Callable[[int, int], Place]
"""Gives the place in the real file of a stretch of the text."""

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_NEEDS_JOINERS = r"\u0600-\u08ff\u0900-\u109f\u1780-\u18af"
"""Letters from Arabic to Khmer, between which signs without width part words or shape letters."""
_EMOJI = r"\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
_NEVER_SEEN = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u2028\u2029\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0"
    r"\ufff9-\ufffb\U000e0000-\U000e007f\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
)
# One class of letters stands first, so that the text is passed over quickly where there is none of them.
INVISIBLE = re.compile(
    rf"(?:[{_NEVER_SEEN}\u200b-\u200d](?:(?<=[{_NEVER_SEEN}])"
    rf"|(?<=[\u200b\u200c])(?:(?<![{_NEEDS_JOINERS}].)|(?![{_NEEDS_JOINERS}]))"
    rf"|(?<=\u200d)(?:(?<![{_NEEDS_JOINERS}{_EMOJI}].)|(?![{_NEEDS_JOINERS}{_EMOJI}\u2640\u2642]))))"
)
HOLE = "\u2060"
"""What stands for an invisible or direction letter between reading and use; `without_holes` takes it out."""

_BARRED_D = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}
_HAVE_ETH = ("is", "fo", "ee", "fon", "ang")
_CYRILLIC_AND_GREEK = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧοΆΈΊΌΎόί",
        "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXoÁÉÍÓÝóí",
        strict=True,
    )
)
_MIXED = re.compile(
    f"(?<=[A-Za-z\u00c0-\u024f\u1e00-\u1eff])[{''.join(_CYRILLIC_AND_GREEK)}]+"
    f"|[{''.join(_CYRILLIC_AND_GREEK)}]+(?=[\u0300-\u036f]*[A-Za-z\u00c0-\u024f\u1e00-\u1eff])"
)
_WHOLLY = re.compile(
    rf"(?<=[A-Za-z\u00c0-\u024f\u1e00-\u1eff] )[{''.join(_CYRILLIC_AND_GREEK)}]{{2,}}(?![^\W\d_]|[\u0300-\u036f])"
)
"""A word of such letters alone, right behind a Latin one."""
_IN_OTHER_SCRIPTS = ("", "ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt", "el")
_LETTER_OF_OTHERS = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_ODD_ASCII = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ODD = re.compile(
    rf"{CONTROL.pattern[:-1]}{BIDI.pattern[1:-1]}{_NEVER_SEEN}\u200b-\u200d\ufffd{''.join(_BARRED_D)}\u0370-\u052f]"
)
"""Any letter that may be told: in a text without one, nothing else need be looked for."""
_WORD = re.compile(r"\w+")
_TOLD_LIMIT = 50


def odd_letters(text: str, file: str, place: Locate) -> Iterator[Finding]:
    """Report letters that should not be there, those that follow one another once, and stretches in wrong letters."""
    stretches = _stretches(text, file)
    yield from first_of([partial(_misdecoded, place, s) for s in stretches])
    if not has_odd(text):
        return
    seen = _covered(text, stretches)
    yield from first_of([partial(_lost, place, m) for m in re.finditer("\ufffd+", seen)])
    yield from first_of([partial(_control, place, m) for m in _runs(CONTROL, seen)])
    yield from first_of([partial(_bidi, place, m) for m in _runs(BIDI, seen)])
    yield from first_of([partial(_invisible, place, m) for m in _runs(INVISIBLE, seen)])
    yield from first_of([partial(_lookalike, place, *found) for found in lookalikes(seen, file)])


def as_read(text: str, file: str) -> str:
    """Return the text as it is read on, as long as it was: right letters, blanks for control characters, holes."""
    if not has_odd(text):
        return text
    text = replaced(text, [(start, start + len(typed), right) for start, typed, right in lookalikes(text, file)])
    text = CONTROL.sub(" ", text)
    return INVISIBLE.sub(HOLE, BIDI.sub(HOLE, text))


def has_odd(text: str) -> bool:
    """Return whether any letter stands in a text that may be told, misread stretches aside."""
    return (_ODD_ASCII if text.isascii() else _ODD).search(text) is not None


def replaced(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """Put new words in place of stretches (start, end, new) that do not overlap."""
    pieces, last = [], 0
    for start, end, new in sorted(edits):
        pieces += [text[last:start], new]
        last = end
    return "".join([*pieces, text[last:]])


def without_holes(text: str) -> str:
    """Take out the stand-ins for invisible letters."""
    return text.replace(HOLE, "")


def language_of(file: str) -> str:
    """Return the language that a document's name says, without its region, or nothing for a data file."""
    parts = file.rsplit("/", 1)[-1].split(".")
    return base_of(parts[-2]) if len(parts) > 2 and parts[-1] == "md" else ""


def lookalikes(text: str, file: str) -> list[tuple[int, str, str]]:
    """Find letters that only look like the right ones: where, what was typed, what is meant.

    Eth and African D for Đ, except in languages that have them and inside a word, where no đ stands; Cyrillic and
    Greek letters inside a Latin word, or as a word behind one in languages that are written in Latin letters.
    """
    found = []
    if language_of(file) not in _HAVE_ETH and (signs := [s for s in _BARRED_D if s in text]):
        for match in re.finditer(f"(?<![a-zà-ỹ])([{''.join(signs)}])\\1*", text):
            found.append((match.start(), match[0], _BARRED_D[match[1]] * len(match[0])))
    if _LETTER_OF_OTHERS.search(text):
        for word in _WORD.finditer(text):
            for match in _MIXED.finditer(word[0]) if _LETTER_OF_OTHERS.search(word[0]) else ():
                found.append((word.start() + match.start(), match[0], _latin(match[0])))
        if language_of(file) not in _IN_OTHER_SCRIPTS:
            found += [(match.start(), match[0], _latin(match[0])) for match in _WHOLLY.finditer(text)]
    return sorted(found)


def _latin(letters: str) -> str:
    return "".join(_CYRILLIC_AND_GREEK[c] for c in letters)


def first_of(tellings: Sequence[Callable[[], Finding]]) -> Iterator[Finding]:
    """Make no more than 50 findings of one code in a file; the last says how many more places there are."""
    for telling in tellings[: _TOLD_LIMIT - 1]:
        yield telling()
    for telling in tellings[_TOLD_LIMIT - 1 : _TOLD_LIMIT]:
        last = telling()
        more = len(tellings) - _TOLD_LIMIT
        told = say_n("{what}, and in {n} more place", "{what}, and in {n} more places", n=more, what=last.message)
        yield replace(last, message=told) if more > 0 else last


def _stretches(text: str, file: str) -> list[Misdecoding]:
    return mojibake_misdecodings(text) or legacy_misdecodings(text, vietnamese=language_of(file) == "vi")


def _covered(text: str, stretches: list[Misdecoding]) -> str:
    """Blank the stretches that are told as a whole."""
    return replaced(text, [(stretch.start, stretch.end, " " * (stretch.end - stretch.start)) for stretch in stretches])


def _runs(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return re.finditer(f"{pattern.pattern}{pattern.pattern}*", text)


def _misdecoded(place: Locate, stretch: Misdecoding) -> Finding:
    meant, where = excerpt_of(stretch.meant), place(stretch.start, stretch.end)
    hint = _cure(stretch, where.file)
    if stretch.encoding == "UTF-8":
        message = say("these letters were read by a program in the wrong way; it should read “{text}”", text=meant)
        return find("mojibake", where, message, hint)
    message = say("this is written in {encoding}; it should read “{text}”", encoding=stretch.encoding, text=meant)
    return find("legacy-encoding", where, message, hint)


def _cure(stretch: Misdecoding, file: str) -> Message:
    """Recommend `fix` only where it is certain what should be read, because it changes nothing elsewhere."""
    if not stretch.certain or "\n" in stretch.meant:
        return say("type the words again in Unicode; it is not certain enough to be converted")
    mend = command("fix", file)
    if stretch.encoding == "UTF-8":
        return say("type the words again, or run: {command}", command=mend)
    return say(
        "type the words again in Unicode, or convert them and then look at the capital letters: {command}", command=mend
    )


def _lost(place: Locate, match: re.Match[str]) -> Finding:
    return find(
        "mojibake",
        place(match.start(), match.end()),
        say("a letter was lost here (�)"),
        say("type the word again; the lost letter cannot be brought back"),
    )


def _control(place: Locate, match: re.Match[str]) -> Finding:
    return find(
        "control-character",
        place(match.start(), match.end()),
        say("a control character ({code}) stands here", code=_code(match[0][0])),
        say("delete it; it comes from copying out of another program"),
    )


def _bidi(place: Locate, match: re.Match[str]) -> Finding:
    return find(
        "bidi-control",
        place(match.start(), match.end()),
        say("a character that turns the direction of writing ({code}) stands here", code=_code(match[0][0])),
        say("delete it; what readers see could differ from what is written"),
    )


def _invisible(place: Locate, match: re.Match[str]) -> Finding:
    if PRIVATE.match(match[0]):
        return find(
            "invisible-character",
            place(match.start(), match.end()),
            say("a symbol of Word's own ({code}) stands here, which others do not see", code=_code(match[0][0])),
            say("delete it; where it began an item of a list, type - and a blank"),
        )
    return find(
        "invisible-character",
        place(match.start(), match.end()),
        say("an invisible character ({code}) stands here", code=_code(match[0][0])),
        say("delete it; it is left out of what is published"),
    )


def _lookalike(place: Locate, start: int, typed: str, right: str) -> Finding:
    at, letter, meant = place(start, start + len(typed)), typed[0], right[0]
    if typed[0] in _BARRED_D:
        hint = say("type {right} with the Vietnamese keyboard; it is read as {right}", right=meant)
    else:
        hint = say("type {right} again; it is read as {right}", right=meant)
    message = say(
        "the letter {letter} ({code}) only looks like {right}", letter=letter, code=_code(letter), right=meant
    )
    return find("lookalike-letter", at, message, hint)


def _code(letter: str) -> str:
    return f"U+{ord(letter):04X}"
