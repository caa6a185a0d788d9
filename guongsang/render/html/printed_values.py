"""Values as templates print them: each is brought to the language of the page on the way.

A `Text` in another language is marked with its `lang`, a message is told, a date is written out, a figure as the
language writes it; all else is escaped.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from guongsang.i18n.languages import direction_of
from guongsang.i18n.locale_format import show_date, show_date_in_full, show_month
from guongsang.i18n.messages import Catalogue, Label, Language, Message, Text, say
from guongsang.render.html.body_html import language_attributes, link, write_body


def functions_of_templates(catalogues: Mapping[str, Catalogue]) -> dict[str, Callable[..., Any]]:
    """Return the functions that every template may call."""
    return {
        "say": _say,
        "say_n": _say_n,
        "say_in": _say_in(catalogues),
        "link": link,
        "body": write_body,
        "in_language": _in_language,
        "direction_of": direction_of,
    }


@pass_context
def shown(context: Context, value: Any) -> Any:
    """Bring a printed value to the page's language."""
    match value:
        case Text():
            return _marked(context, value)
        case Label():
            return _marked(context, value.text_in(context["page_lang"]))
        case Message():
            return _tell(context, value)
        case date():
            return show_date(value, context["page_lang"])
        case Language():
            return context["catalogue"].form(value)
        case int() | float() if not isinstance(value, bool):
            return context["catalogue"].form(value)
        case None:
            return ""
    return value


@pass_context
def _in_language(context: Context, lang: str) -> Markup:
    """Return the attributes of what is in a language, each with a blank before it."""
    return Markup("").join(Markup(' {}="{}"').format(*pair) for pair in language_attributes(context, lang).items())


def _marked(context: Context, text: Text) -> Markup:
    if text.lang == context["page_lang"] or not text.value:
        return _with_name(context, text)
    return Markup("<span{}>{}</span>").format(_in_language(context, text.lang), text.value)


def _with_name(context: Context, text: Text) -> Markup:
    """Mark a name of another language inside a text."""
    if not text.name or text.name not in text.value:
        return escape(text.value)
    name = Markup("<span{}>{}</span>").format(_in_language(context, text.name_lang), text.name)
    return name.join(escape(part) for part in text.value.split(text.name))


def _tell(context: Context, message: Message) -> Markup:
    """Return a message; what stands in its places keeps its language mark."""
    parts = context["catalogue"].parts(message)
    return Markup("").join(escape(shown(context, part)) for part in parts)


@pass_context
def _say(context: Context, text: str, /, **args: Any) -> Markup:
    return _tell(context, say(text, **args))


@pass_context
def _say_n(context: Context, one: str, many: str, /, n: int, **args: Any) -> Markup:
    return _tell(context, Message(one, {"n": n, **args}, many))


def _say_in(catalogues: Mapping[str, Catalogue]) -> Callable[[str, str], str]:
    """Return a function that tells a sentence in a language by its code, for pages in several languages."""
    return lambda code, text: catalogues[code].tell(say(text))


@pass_context
def _bare(context: Context, value: Any) -> str:
    """Return a value as plain text, for attributes and titles."""
    return str(context["catalogue"].form("" if value is None else value))


def _iso(value: date) -> str:
    return value.isoformat()


@pass_context
def _in_full(context: Context, value: date) -> str:
    return show_date_in_full(value, context["page_lang"])


@pass_context
def _month(context: Context, value: date) -> str:
    return show_month(value, context["page_lang"])


FILTERS: Mapping[str, Callable[..., str]] = {"bare": _bare, "iso": _iso, "in_full": _in_full, "month": _month}
"""The filters of templates."""
