"""Pages to HTML: the only room that imports Jinja2 and nh3.

A template sees the data of its page and a few functions, nothing else. What it prints is brought to the page's
language on the way: a `Text` in another language is marked with its `lang`, a message is told, a date is written out.
Contributors' text is escaped; a body is written from its tree, and what was written is passed through a sanitiser
once more before it counts as safe. Links in data are paths from the site's root; `link` makes them relative to the
page.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from guongsang.findings import Place, SetupError, find
from guongsang.i18n.messages import (
    Catalogue,
    Label,
    Language,
    Message,
    Text,
    say,
    show_date,
    show_date_in_full,
    show_month,
)
from guongsang.model.urls import relative
from guongsang.read.markdown.parser import Element, Node

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Page:
    """A page as a value: its path, language, template, and all that the template may see.

    A page that is shown at addresses other than its own has a `base`: the path of the site from the root of its host.
    """

    url: str
    lang: str
    template: str
    data: Mapping[str, Any] = field(default_factory=dict)
    base: str = ""


@dataclass(frozen=True)
class BodyView:
    """A body ready for a page: nodes whose targets are paths from the root, anchors for its headings, its language."""

    nodes: tuple[Node, ...]
    anchors: tuple[str, ...]
    lang: str


@dataclass(frozen=True)
class Look:
    """Templates and catalogues, ready to render."""

    environment: Environment
    catalogues: Mapping[str, Catalogue]


def make_look(folders: list[Path], catalogues: Mapping[str, Catalogue]) -> Look:
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
    environment.globals.update(say=_say, say_n=_say_n, link=_link, body=_body)
    environment.filters.update(bare=_bare, iso=_iso, in_full=_in_full, month=_month)
    return Look(environment, catalogues)


def render_page(look: Look, page: Page) -> bytes:
    """Render one page to UTF-8 with LF. Raises SetupError where a template is wrong."""
    try:
        template = look.environment.get_template(page.template)
        text = template.render(
            **page.data,
            page_url=page.url,
            page_base=page.base,
            page_lang=page.lang,
            catalogue=look.catalogues[page.lang],
        )
    except TemplateSyntaxError as fault:
        raise _bad_template(fault.filename or page.template, fault.lineno, str(fault.message)) from fault
    except Exception as fault:
        place = _template_place(fault)
        if place is None and not isinstance(fault, (TemplateError, UnicodeDecodeError)):
            raise
        file, line = place or (f"templates/web/{page.template}", 1)
        raise _bad_template(file, line, str(fault)) from fault
    return text.encode()


def _template_place(fault: Exception) -> tuple[str, int] | None:
    """Find the template and line in which a fault arose: the innermost one on the way."""
    trace, place = fault.__traceback__, None
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if "templates" in Path(file).parts:
            place = (file, trace.tb_lineno)
        trace = trace.tb_next
    return place


def _bad_template(file: str, line: int, message: str) -> SetupError:
    name = re.sub(r"^.*?(?=templates[/\\])", "", file).replace("\\", "/")
    place = Place(name, line, 1, line, 1)
    return SetupError(
        [
            find(
                "bad-template",
                place,
                say("the template cannot be used: {reason}", reason=message),
                say("correct it, or remove it so that the project's own is used"),
            )
        ]
    )


@pass_context
def _shown(context: Context, value: Any) -> Any:
    """Bring a printed value to the page's language."""
    match value:
        case Text():
            return _marked(context, value)
        case Label():
            return _marked(context, value.told(context["page_lang"]))
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


def _marked(context: Context, text: Text) -> Markup:
    if text.lang == context["page_lang"] or not text.value:
        return _with_name(text)
    return Markup('<span lang="{}">{}</span>').format(text.lang, text.value)


def _with_name(text: Text) -> Markup:
    """Mark a name of another language inside a text."""
    if not text.name or text.name not in text.value:
        return escape(text.value)
    name = Markup('<span lang="{}">{}</span>').format(text.name_lang, text.name)
    return name.join(escape(part) for part in text.value.split(text.name))


def _tell(context: Context, message: Message) -> Markup:
    """Tell a message; what stands in its places keeps its language mark."""
    pattern = context["catalogue"].pattern(message)
    parts = _PLACE.split(pattern)
    out = [
        escape(part) if i % 2 == 0 else escape(_shown(context, message.args.get(part, "")))
        for i, part in enumerate(parts)
    ]
    return Markup("").join(out)


@pass_context
def _say(context: Context, text: str, /, **args: Any) -> Markup:
    return _tell(context, say(text, **args))


@pass_context
def _say_n(context: Context, one: str, many: str, /, n: int, **args: Any) -> Markup:
    return _tell(context, Message(one, {"n": n, **args}, many))


@pass_context
def _bare(context: Context, value: Any) -> str:
    """Give a value as plain text, for attributes and titles."""
    return str(context["catalogue"].form("" if value is None else value))


def _iso(value: date) -> str:
    return value.isoformat()


@pass_context
def _in_full(context: Context, value: date) -> str:
    return show_date_in_full(value, context["page_lang"])


@pass_context
def _month(context: Context, value: date) -> str:
    return show_month(value, context["page_lang"])


@pass_context
def _link(context: Context, url: str) -> str:
    """Give the way from this page to another; a full address stays as it is."""
    if re.match(r"[a-z]+:", url):
        return url
    base: str = context["page_base"]
    return base + url if base else relative(url, context["page_url"])


ANCHOR = "h-"
"""What anchors of headings begin with, so that no heading can take an id of the page's own."""

_KEPT = {
    "a": {"href"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading"},
    "source": {"type", "srcset", "sizes"},
    "ol": {"start", "class"},
    "th": {"class", "scope"},
    "td": {"class"},
    "sup": {"id", "class"},
    "li": {"id"},
    "span": {"lang"},
    "div": {"class", "role", "tabindex", "aria-label"},
    **{f"h{n}": {"id"} for n in range(2, 7)},
}
_TAGS = {*_KEPT, *"picture p ul blockquote pre code strong em del br hr table thead tbody tr".split()}


@pass_context
def _body(context: Context, view: BodyView, prefix: str = "") -> Markup:
    """Write a body as HTML; `prefix` keeps the anchors of two bodies on one page apart."""
    writer = _Writer(context, view, prefix)
    html = writer.nodes(view.nodes) + writer.notes()
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_KEPT,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        generic_attribute_prefixes=set(),
    )
    return Markup(clean)


_TEXT_WIDTH = "(min-width: 42rem) 40rem, 100vw"


def _written(attrs: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attrs.items())


class _Writer:
    """Writes the nodes of one body and gathers its footnotes."""

    def __init__(self, context: Context, view: BodyView, prefix: str) -> None:
        self.context = context
        self.prefix = prefix
        self.anchors = iter(view.anchors)
        self.footnotes: list[tuple[Node, ...]] = []

    def nodes(self, nodes: tuple[Node, ...]) -> str:
        return "".join(str(escape(n)) if isinstance(n, str) else self.element(n) for n in nodes)

    def element(self, node: Element) -> str:
        if node.tag == "note":
            return self.note(node)
        if node.tag in ("br", "hr"):
            return f"<{node.tag}>"
        if node.tag == "img":
            return self.image(node)
        inner = self.nodes(node.children)
        if node.tag == "a" and not node.attrs.get("href"):
            return inner
        if node.tag == "table":
            label = escape(self.context["catalogue"].tell(say("Table")))
            return f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"><table>{inner}</table></div>'
        return f"<{node.tag}{self.attributes(node)}>{inner}</{node.tag}>"

    def attributes(self, node: Element) -> str:
        attrs: dict[str, str] = {}
        if node.tag == "a":
            attrs["href"] = _link(self.context, node.attrs["href"])
        elif node.tag == "span" and node.attrs.get("lang"):
            attrs["lang"] = node.attrs["lang"]
        elif re.fullmatch(r"h[2-6]", node.tag):
            attrs["id"] = ANCHOR + next(self.anchors, "")
        elif node.tag == "ol" and node.attrs.get("start"):
            attrs["start"] = node.attrs["start"]
        elif node.tag in ("th", "td"):
            if node.attrs.get("align") in ("right", "center"):
                attrs["class"] = "n" if node.attrs["align"] == "right" else "c"
            if node.tag == "th":
                attrs["scope"] = "col"
        return "".join(f' {k}="{escape(v)}"' for k, v in attrs.items() if v)

    def image(self, node: Element) -> str:
        if not node.attrs.get("src"):
            return str(escape(node.attrs.get("alt", "")))
        attrs = {**node.attrs, "src": _link(self.context, node.attrs["src"]), "loading": "lazy"}
        attrs |= {"srcset": self.sources(node.attrs["srcset"]), "sizes": _TEXT_WIDTH}
        modern = {"type": "image/webp", "srcset": self.sources(node.attrs["webp"]), "sizes": _TEXT_WIDTH}
        shown = {k: attrs[k] for k in ("src", "srcset", "sizes", "alt", "width", "height", "loading")}
        return f"<picture><source{_written(modern)}><img{_written(shown)}></picture>"

    def sources(self, given: str) -> str:
        """Bring the paths of a set of sources to the page."""
        pairs = (part.split(" ") for part in given.split(", "))
        return ", ".join(f"{_link(self.context, path)} {width}" for path, width in pairs)

    def note(self, node: Element) -> str:
        self.footnotes.append(node.children)
        n = len(self.footnotes)
        return f'<sup class="note-mark" id="{self.prefix}m{n}"><a href="#{self.prefix}n{n}">{n}</a></sup>'

    def notes(self) -> str:
        if not self.footnotes:
            return ""
        rows, done = [], 0
        while done < len(self.footnotes):
            n = done + 1
            rows.append(
                f'<li id="{self.prefix}n{n}">{self.nodes(self.footnotes[done])} <a href="#{self.prefix}m{n}">↩</a></li>'
            )
            done += 1
        return f'<hr><ol class="notes">{"".join(rows)}</ol>'
