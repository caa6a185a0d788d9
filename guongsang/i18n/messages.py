"""Words in languages: labels that data files give, sentences that the program says, dates and figures.

A sentence of the program is a `Message`: an English text with named places, and what stands in them. It stays a value
until a reader's language is known; then a `Catalogue`, read from `locales/<code>.po`, tells it. So a finding can be
told in Vietnamese on a terminal and in English in a report without being found twice. English needs no catalogue,
because the English text is the key.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from gettext import c2py
from typing import Any

from guongsang.commands import Command, Start
from guongsang.i18n.languages import base_of
from guongsang.i18n.locale_format import language_in, show_date, show_number

PLACE = re.compile(r"\{(\w+)\}")
"""A named place in a sentence."""


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text and the language that it is in, so that a page can mark what is not in its own.

    `name` is a name of another language (`name_lang`) that may stand in it, such as a Vietnamese one in English prose.
    """

    value: str
    lang: str
    name: str = ""
    name_lang: str = ""

    def __bool__(self) -> bool:
        """An empty text is false."""
        return bool(self.value)

    def __reduce__(self) -> tuple[type["Text"], tuple[str, str, str, str]]:
        """Tell pickle how it is made; left to itself it takes four times as long, and pages hold 100,000 of them."""
        return Text, (self.value, self.lang, self.name, self.name_lang)


@dataclass(frozen=True)
class Label:
    """The name of a thing in several languages, as data files give it; `source` is what it falls back to."""

    texts: Mapping[str, str]
    source: str

    def text_in(self, lang: str) -> Text:
        """Return the label in a language, else in the source language, else in the first that there is."""
        for code in (lang, self.source, *self.texts):
            if code in self.texts:
                return Text(self.texts[code], code)
        return Text("", lang)


@dataclass(frozen=True)
class Message:
    """An English sentence with `{named}` places; `plural` is its form for any other number than one of `n`."""

    text: str
    args: Mapping[str, Any] = field(default_factory=dict)
    plural: str | None = None


@dataclass(frozen=True)
class Language:
    """The name of a language, to be told in the reader's own."""

    code: str


def say(text: str, /, **args: Any) -> Message:
    """Make a message; the name of this function is also the mark by which catalogues find the sentence."""
    return Message(text, args)


def say_n(one: str, many: str, /, n: int, **args: Any) -> Message:
    """Make a message that depends on a number, which stands in the place `{n}`."""
    return Message(one, {"n": n, **args}, many)


@cache
def _rule(plural: str) -> Callable[[int], int]:
    return c2py(plural)


@dataclass(frozen=True)
class Catalogue:
    """The words of the frame in one language: English sentence to its forms in the order of the language's plurals.

    `untold` are sentences that stand in the catalogue without a translation.
    `start` is how its readers start the program, for messages that recommend a command. `plural_rule` says which form
    a number takes, in the C of GNU gettext (the `Plural-Forms` of its file). `names` is the language in which languages
    are named, if it is not that of the catalogue.
    """

    code: str
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    untold: frozenset[str] = frozenset()
    start: Start = field(default_factory=Start)
    plural_rule: str = "n != 1"
    names: str = ""

    def laid_over(self, other: "Catalogue") -> "Catalogue":
        """Lay this catalogue over another, sentence by sentence: what it lacks comes from there."""
        words = {**other.words, **self.words}
        untold = (self.untold | other.untold) - words.keys()
        rule = self.plural_rule if self.words else other.plural_rule
        return Catalogue(self.code, words, untold, self.start, rule)

    def plural(self, number: int) -> int:
        """Return which form a number takes."""
        return _rule(self.plural_rule)(number)

    def pattern(self, message: Message) -> str:
        """Return the sentence with its places still open."""
        forms = self.words.get(message.text, ())
        if message.plural is None:
            return forms[0] if forms else message.text
        number = int(message.args["n"])
        if forms:
            return forms[min(self.plural(number), len(forms) - 1)]
        return message.text if number == 1 else message.plural

    def tell(self, message: Message | str) -> str:
        """Write a message in this language: dates, figures, labels and messages inside it too."""
        if isinstance(message, str):
            return message
        told_in = self._told_in(message)
        return "".join(told_in.form(part) for part in self.parts(message))

    def tell_with(self, message: Message, values: Mapping[str, str]) -> str:
        """Write a message with other words in some of its places; which form it has still follows its own number."""
        pieces = PLACE.split(self.pattern(message))
        args, told_in = {**message.args, **values}, self._told_in(message)
        return "".join(told_in.form(args.get(one, f"{{{one}}}")) if i % 2 else one for i, one in enumerate(pieces))

    def _told_in(self, message: Message) -> "Catalogue":
        """Return the catalogue by which the values of a message are told: in English, English names of languages."""
        names = "" if message.text in self.words or base_of(self.code) == "en" else "en"
        return self if names == self.names else replace(self, names=names)

    def parts(self, message: Message) -> list[object]:
        """Return a sentence in this language part by part: its words, and the values that stand in its places."""
        pieces = PLACE.split(self.pattern(message))
        return [message.args.get(one, f"{{{one}}}") if i % 2 else one for i, one in enumerate(pieces)]

    def form(self, value: object) -> str:
        """Bring one value into this language."""
        match value:
            case Message():
                return self.tell(value)
            case Label():
                return value.text_in(self.code).value
            case Text():
                return value.value
            case Command():
                return self.start.typed(value)
            case Language():
                return language_in(value.code, self.names or self.code)
            case date():
                return show_date(value, self.code)
            case bool():
                return self.tell(say("yes") if value else say("no"))
            case int() | float():
                return show_number(value, self.code)
            case list() | tuple():
                return ", ".join(self.form(v) for v in value)
        return str(value)
