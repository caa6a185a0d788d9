"""Prints values on the pages of a language: each is brought to the language of the page on the way.

A `Text` in another language is marked with its `lang`, a message is told, a date is written out, a figure as the
language writes it; all else is escaped. Templates print some hundred values a page, so what is told and which way leads
where is remembered, and the kind of a value is looked up instead of asked.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from guongsang.i18n.languages import direction_of
from guongsang.i18n.locale_format import show_date, show_date_in_full, show_month
from guongsang.i18n.messages import PLACE, Catalogue, Label, Language, Message, Text, say
from guongsang.model.urls import relative
from guongsang.render.html.body_html import attributes_of, write_body
from guongsang.render.html.page import BodyView

_SPECIAL = re.compile("[&<>\"']").search
_FULL_ADDRESS = re.compile("[a-z]+:").match


def escaped(text: str) -> str:
    """Escape a text for HTML."""
    return str(escape(text)) if _SPECIAL(text) else text


class Printer:
    """Prints values in one language, on one page at a time."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Begin on no page."""
        self.lang, self.catalogue = catalogue.code, catalogue
        self._page = self._base = ""
        self._ways: dict[str, str] = {}
        self._sentences: dict[str, list[str]] = {}
        self._marks: dict[str, str] = {}
        self._by_type: dict[type, Callable[[Any], str]] = {
            str: escaped,
            Markup: str,
            Text: self._text,
            Message: self._message,
            type(None): lambda _: "",
        }

    def turn_to(self, page: str, base: str) -> None:
        """Begin a page: its path from the root of the site, and what full ways to other pages begin with, if any."""
        self._page, self._base, self._ways = page, base, {}

    def shown(self, value: object) -> str:
        """Return a value as HTML."""
        show = self._by_type.get(type(value))
        return show(value) if show else self._other(value)

    def functions(self) -> dict[str, Callable[..., Any]]:
        """Return the functions that every template may call."""
        return {
            "say": self._say,
            "say_n": self._say_n,
            "link": self.link,
            "body": self._body,
            "in_language": self._in_language,
            "direction_of": direction_of,
        }

    def filters(self) -> dict[str, Callable[..., str]]:
        """Return the filters of templates."""
        return {"bare": self._bare, "iso": date.isoformat, "in_full": self._in_full, "month": self._month}

    def link(self, url: str) -> str:
        """Return the way from this page to another; a full address stays as it is."""
        way = self._ways.get(url)
        if way is None:
            way = self._ways[url] = self._way(url)
        return way

    def tell(self, message: Message) -> str:
        """Return a message as plain text."""
        return self.catalogue.tell(message)

    def language_attributes(self, lang: str) -> Mapping[str, str]:
        """Return the attributes of what is in a language: `lang`, and `dir` where it runs against the page."""
        direction = direction_of(lang)
        against = {"dir": direction} if direction != direction_of(self.lang) else {}
        return {"lang": lang, **against}

    def _way(self, url: str) -> str:
        if _FULL_ADDRESS(url):
            return url
        return self._base + url if self._base else relative(url, self._page)

    def _other(self, value: object) -> str:
        match value:
            case Text():
                return self._text(value)
            case Label():
                return self._text(value.text_in(self.lang))
            case Message():
                return self._message(value)
            case date():
                return escaped(show_date(value, self.lang))
            case Language():
                return escaped(self.catalogue.form(value))
            case int() | float() if not isinstance(value, bool):
                return escaped(self.catalogue.form(value))
        return str(escape(value))

    def _text(self, text: Text) -> str:
        if text.lang == self.lang or not text.value:
            return self._with_name(text)
        return f"<span{self._mark(text.lang)}>{escaped(text.value)}</span>"

    def _with_name(self, text: Text) -> str:
        """Mark a name of another language inside a text."""
        if not text.name or text.name not in text.value:
            return escaped(text.value)
        name = f"<span{self._mark(text.name_lang)}>{escaped(text.name)}</span>"
        return name.join(map(escaped, text.value.split(text.name)))

    def _mark(self, lang: str) -> str:
        """Return the attributes of what is in a language as HTML, each with a blank before it."""
        if lang not in self._marks:
            self._marks[lang] = attributes_of(self.language_attributes(lang))
        return self._marks[lang]

    def _message(self, message: Message) -> str:
        """Return a message; what stands in its places keeps its language mark."""
        pattern = self.catalogue.pattern(message)
        pieces = self._sentences.get(pattern)
        if pieces is None:
            pieces = [part if i % 2 else escaped(part) for i, part in enumerate(PLACE.split(pattern))]
            self._sentences[pattern] = pieces
        if len(pieces) == 1:
            return pieces[0]
        args = message.args
        told = [self.shown(args.get(one, f"{{{one}}}")) if i % 2 else one for i, one in enumerate(pieces)]
        return "".join(told)

    def _say(self, text: str, /, **args: Any) -> Markup:
        return Markup(self._message(Message(text, args)))

    def _say_n(self, one: str, many: str, /, n: int, **args: Any) -> Markup:
        return Markup(self._message(Message(one, {"n": n, **args}, many)))

    def _body(self, view: BodyView, prefix: str = "") -> Markup:
        return write_body(self, view, prefix)

    def _in_language(self, lang: str) -> Markup:
        return Markup(self._mark(lang))

    def _bare(self, value: Any) -> str:
        """Return a value as plain text, for attributes and titles."""
        return str(self.catalogue.form("" if value is None else value))

    def _in_full(self, value: date) -> str:
        return show_date_in_full(value, self.lang)

    def _month(self, value: date) -> str:
        return show_month(value, self.lang)


def say_in(catalogues: Mapping[str, Catalogue]) -> Callable[[str, str], str]:
    """Return a function that tells a sentence in a language by its code, for pages in several languages."""
    return lambda code, text: catalogues[code].tell(say(text))
