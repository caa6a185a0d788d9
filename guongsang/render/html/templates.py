"""Pages to HTML: the only room that imports Jinja2 and nh3.

A template sees the data of its page and a few functions, nothing else. What it prints is brought to the page's
language on the way: a `Text` in another language is marked with its `lang`, a message is told, a date is written out.
Contributors' text is escaped; a body is written from its tree, and what was written is passed through a sanitiser
once more before it counts as safe. Links in data are paths from the site's root; `link` makes them relative to the
page.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup, escape

from guongsang.findings import Place, SetupError, find
from guongsang.i18n.languages import direction_of
from guongsang.i18n.locale_format import show_date, show_date_in_full, show_month
from guongsang.i18n.messages import Catalogue, Label, Language, Message, Text, say
from guongsang.read.source import Source, read_text
from guongsang.render.html.body_html import language_attributes, link, write_body
from guongsang.render.html.page import Page
from guongsang.render.html.template_faults import in_own_words


@dataclass(frozen=True)
class TemplateEngine:
    """Templates and catalogues, ready to render; `own` is the folder of the site's own templates."""

    environment: Environment
    own: Path
    catalogues: Mapping[str, Catalogue]


def make_engine(folders: list[Path], catalogues: Mapping[str, Catalogue]) -> TemplateEngine:
    """Make the template engine over folders of templates, the site's own before the project's."""
    environment = Environment(
        loader=FileSystemLoader([str(f) for f in folders]),
        autoescape=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        auto_reload=False,
        extensions=[],
    )
    environment.globals.update(say=_say, say_n=_say_n, say_in=_say_in(catalogues), link=link, body=write_body)
    environment.globals.update(in_language=_in_language, direction_of=direction_of)
    environment.filters.update(bare=_bare, iso=_iso, in_full=_in_full, month=_month)
    return TemplateEngine(environment, folders[0], catalogues)


_LACKS_A_NAME = re.compile(r"the template '([^']+)' .*does not export the requested name")


class PageError(Exception):
    """A page cannot be made though its template is right: what it shows is of a kind that nobody thought of."""


def render_page(engine: TemplateEngine, page: Page) -> bytes:
    """Render one page to UTF-8 with LF. Raises SetupError where a template is wrong, PageError where its data are."""
    try:
        template = engine.environment.get_template(page.template)
        text = template.render(
            **vars(page.data),
            frame=page.frame,
            page_url=page.url,
            page_base=page.base,
            page_lang=page.lang,
            catalogue=engine.catalogues[page.lang],
        )
    except TemplateSyntaxError as fault:
        raise _bad_template(fault.filename or page.template, fault.lineno, str(fault.message)) from fault
    except MemoryError:
        raise
    except Exception as fault:
        place = _place_to_blame(engine, page, fault)
        if place is None:
            raise PageError(f"{type(fault).__name__} {fault}"[:200]) from fault
        raise _bad_template(*place, str(fault)) from fault
    return text.encode()


def unreadable_templates(engine: TemplateEngine, names: Iterable[str]) -> Iterator[SetupError]:
    """Yield what is wrong with each template that cannot be read, without rendering it."""
    for name in names:
        file = f"templates/web/{name}"
        try:
            text, file = _source_of(engine, name)
            tree = engine.environment.parse(text, name)
            engine.environment.compile(tree, name, raw=True)
            _see_parts(engine, tree)
        except TemplateSyntaxError as fault:
            yield _bad_template(file, fault.lineno, str(fault.message))
        except (TemplateError, UnicodeDecodeError) as fault:
            yield _bad_template(file, 1, str(fault))


def _source_of(engine: TemplateEngine, name: str) -> tuple[str, str]:
    """Return the text of a template, and where it lies."""
    loader = engine.environment.loader
    assert loader is not None
    text, file, _ = loader.get_source(engine.environment, name)
    return text, file or name


def _see_parts(engine: TemplateEngine, tree: nodes.Template) -> None:
    """See that the templates are there which a template names. Raises TemplateSyntaxError at the line."""
    for part in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        named = getattr(part, "template", None)
        if isinstance(named, nodes.Const) and isinstance(named.value, str):
            try:
                _source_of(engine, named.value)
            except TemplateNotFound:
                raise TemplateSyntaxError(named.value, part.lineno) from None


def _place_to_blame(engine: TemplateEngine, page: Page, fault: Exception) -> tuple[str, int] | None:
    """Return the template and line that are wrong; None where the fault lies in what the page shows.

    A site's own template is blamed for what it hands to the macros and functions of the project, those never. What
    arises in a function that a template calls is the fault of its data, but where the site's own called it wrongly.
    """
    places = list(_template_places(fault))
    own = [place for place in places if Path(place[0]).is_relative_to(engine.own)]
    of_template = isinstance(fault, (TemplateError, UnicodeDecodeError))
    if of_template and not places:
        return f"templates/web/{page.template}", 1
    if of_template and (lacking := _LACKS_A_NAME.match(str(fault))) and (engine.own / lacking[1]).is_file():
        return str(engine.own / lacking[1]), 1
    in_template = _last_file(fault) in {file for file, _ in places}
    wrongly_called = isinstance(fault, (TypeError, AttributeError))
    return own[-1] if own and (of_template or in_template or wrongly_called) else None


def _template_places(fault: Exception) -> Iterator[tuple[str, int]]:
    """Yield the templates and lines through which a fault came, the innermost last."""
    trace = fault.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if Path(file).parts[-3:-1] == ("templates", "web"):
            yield file, trace.tb_lineno
        trace = trace.tb_next


def _last_file(fault: Exception) -> str:
    """Return the file in which a fault arose."""
    trace, file = fault.__traceback__, ""
    while trace is not None:
        file, trace = trace.tb_frame.f_code.co_filename, trace.tb_next
    return file


def _bad_template(file: str, line: int, message: str) -> SetupError:
    name = re.sub(r"^.*(?=templates[/\\])", "", file).replace("\\", "/")
    place = Place(name, line, 1, line, 1)
    finding = find(
        "bad-template",
        place,
        say("the template cannot be used: {reason}", reason=in_own_words(message)),
        say("correct it, or remove it so that the project's own is used"),
    )
    return SetupError([finding], _excerpts(file, name))


def _excerpts(file: str, name: str) -> dict[str, Source]:
    """Read a template for excerpts of what is wrong in it."""
    try:
        source, _ = read_text(Path(file).read_bytes(), name)
    except OSError:
        return {}
    return {name: source} if source else {}


@pass_context
def _shown(context: Context, value: Any) -> Any:
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
    return Markup("").join(escape(_shown(context, part)) for part in parts)


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
