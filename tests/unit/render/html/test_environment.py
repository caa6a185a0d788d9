"""What templates print: escaped by its kind and told in the language of the page; each is compiled once."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateSyntaxError, UndefinedError
from markupsafe import Markup, escape

from guongsang.cache import Cache
from guongsang.i18n.messages import Catalogue, Label, Language, Message, Text, say, say_n
from guongsang.render.html.environment import TemplateLoader
from guongsang.render.html.page import Page
from guongsang.render.html.printer import escaped
from guongsang.render.html.templates import TemplateEngine, make_engine

CATALOGUES = {"vi": Catalogue("vi", {"a {x}": ("<{x}>",), "b": ("bê",)}), "en": Catalogue("en")}


class Word(str):
    """A text of a kind of its own."""


def engine(folder: Path, **templates: str) -> TemplateEngine:
    """Make an engine over some templates."""
    for name, text in templates.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return make_engine([folder], CATALOGUES)


def printed(folder: Path, template: str, lang: str = "vi", **data: object) -> str:
    """Render a template."""
    page = Page(f"{lang}/guong/a.html", lang, "page.html", SimpleNamespace(**data))
    return engine(folder, page=template).render(page)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a & b", "a &amp; b"),
        ("\"'<>", "&#34;&#39;&lt;&gt;"),
        (Word("<a>"), "&lt;a&gt;"),
        (Markup("<b>a</b>"), "<b>a</b>"),
        (None, ""),
        (True, "True"),
        (7, "7"),
        (1234.5, "1.234,5"),
        (date(2022, 6, 6), "06/6/2022"),
        (Text("a<", "vi"), "a&lt;"),
        (Text("a<", "en"), '<span lang="en">a&lt;</span>'),
        (Text("", "en"), ""),
        (Text("x Ánh y Ánh", "vi", "Ánh", "fr"), 'x <span lang="fr">Ánh</span> y <span lang="fr">Ánh</span>'),
        (Text("a", "ar"), '<span lang="ar" dir="rtl">a</span>'),
        (Label({"vi": "v&", "en": "e"}, "vi"), "v&amp;"),
        (Label({"en": "e"}, "en"), '<span lang="en">e</span>'),
        (Language("en"), "tiếng Anh"),
        (say("b"), "bê"),
        (say("a {x}", x="&"), "&lt;&amp;&gt;"),
        (say("a {x}", x=Text("e", "en")), '&lt;<span lang="en">e</span>&gt;'),
        (say("a {x}", x=say("b")), "&lt;bê&gt;"),
        (say("no {place} here"), "no {place} here"),
        (say_n("one {x}", "{n} of {x}", n=2, x=None), "2 of "),
        ([1, "<"], "[1, &#39;&lt;&#39;]"),
    ],
)
def test_each_kind_of_value_is_shown(tmp_path: Path, value: object, shown: str) -> None:
    """Where it is printed, at the end of an expression, and handed to a macro."""
    assert printed(tmp_path, "{{ it }}", it=value) == shown
    assert printed(tmp_path, "{{ it if true else 1 }}", it=value) == shown
    assert printed(tmp_path, "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(it) }}", it=value) == shown


@given(st.text())
def test_escaping_is_that_of_markupsafe(text: str) -> None:
    """Letter by letter."""
    assert escaped(text) == str(escape(text))


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ('{{ "<" }}', "&lt;"),
        ('{{ "<" ~ it }}', "&lt;&amp;"),
        ("{{ say('a {x}', x=it) }}", "&lt;&amp;&gt;"),
        ("{{ say_n('one', '{n} more', n=2) }}", "2 more"),
        ("{{ link('vi/index.html') }} {{ link('https://x.example') }}", "../index.html https://x.example"),
        ("{{ page_lang }} {{ in_language('en') }}", 'vi  lang="en"'),
        ("{% set x %}<b>{{ it }}</b>{% endset %}{{ x }}", "<b>&amp;</b>"),
        ("{{ it|bare }}", "&amp;"),
        ("{% filter upper %}<i>{{ it }}</i>{% endfilter %}", "<I>&AMP;</I>"),
        ("{{ ['<', it]|join('-') }}", "&lt;-&amp;"),
        ("{{ say_in('en', 'b') }}", "b"),
    ],
)
def test_what_templates_can_do(tmp_path: Path, template: str, shown: str) -> None:
    """Nothing that is printed escapes being escaped, and nothing is escaped twice."""
    assert printed(tmp_path, template, it="&") == shown


def test_what_is_not_there_is_a_fault(tmp_path: Path) -> None:
    """Printed, looked into and handed on."""
    for template in ("{{ nobody }}", "{{ it.nobody }}", "{{ nobody|bare }}", "{% if nobody %}{% endif %}"):
        with pytest.raises(UndefinedError):
            printed(tmp_path, template, it=1)


@pytest.mark.parametrize("ending", ["", " with context"])
def test_parts_speak_the_language_of_the_page(tmp_path: Path, ending: str) -> None:
    """However a template asks for them, page by page and language by language."""
    part = "{% macro m() %}{{ say('b') }} {{ link('vi/index.html') }} {{ page_lang }}{% endmacro %}"
    made = engine(tmp_path, part=part, page='{% from "part.html" import m' + ending + " %}{{ m() }}")
    pages = [("vi", "vi/guong/a.html"), ("en", "en/b.html"), ("vi", "vi/c.html")]
    shown = [made.render(Page(url, lang, "page.html", SimpleNamespace())) for lang, url in pages]
    assert shown == ["bê ../index.html vi", "b ../vi/index.html en", "bê index.html vi"]


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the templates that are compiled."""
    names: list[str] = []
    from guongsang.render.html.environment import PageEnvironment

    real = PageEnvironment.compile

    def counted(environment: PageEnvironment, source: str, name: str, *rest: str) -> object:
        names.append(name)
        return real(environment, source, name, *rest)

    monkeypatch.setattr(PageEnvironment, "compile", counted)
    return names


def test_a_template_is_compiled_once_for_all_languages_and_builds(
    tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until it is changed."""
    begin = TemplateLoader.__init__

    def alone(loader: TemplateLoader, folders: list[Path], keep: Callable[..., bytes]) -> None:
        begin(loader, folders, keep)
        loader.compiled = {}

    monkeypatch.setattr(TemplateLoader, "__init__", alone)
    cache = Cache(tmp_path / "kept")
    page = tmp_path / "page.html"
    for text in ("{{ page_lang }}", "{{ page_lang }}", "{{ page_lang }}!"):
        page.write_text(text, encoding="utf-8")
        made = make_engine([tmp_path], CATALOGUES, cache.keep)
        for lang in CATALOGUES:
            end = "!" if "!" in text else ""
            assert made.render(Page("a.html", lang, "page.html", SimpleNamespace())) == f"{lang}{end}"
    assert compiled == ["page.html", "page.html"]


def test_a_fault_is_told_with_its_line_though_the_template_was_kept(tmp_path: Path) -> None:
    """Compiled code knows its lines."""
    cache = Cache(tmp_path / "kept")
    (tmp_path / "page.html").write_text("a\n{{ nobody }}", encoding="utf-8")
    for _ in range(2):
        made = make_engine([tmp_path], CATALOGUES, cache.keep)
        with pytest.raises(UndefinedError) as caught:
            made.render(Page("a.html", "vi", "page.html", SimpleNamespace()))
        assert [e.lineno + 1 for e in caught.traceback if str(e.path).endswith("page.html")] == [2]
    (tmp_path / "page.html").write_text("a\n{{ }", encoding="utf-8")
    with pytest.raises(TemplateSyntaxError):
        make_engine([tmp_path], CATALOGUES, cache.keep).render(Page("a.html", "vi", "page.html", SimpleNamespace()))


def test_a_message_is_a_value(tmp_path: Path) -> None:
    """A message that somebody made by hand is told like any other."""
    assert printed(tmp_path, "{{ it }}", it=Message("b")) == "bê"
