"""Pages to HTML: the only room that imports Jinja2 and nh3.

A template sees the data of its page and a few functions, nothing else. What it prints is brought to the page's
language on the way: a `Text` in another language is marked with its `lang`, a message is told, a date is written out.
Contributors' text is escaped; a body is written from its tree, and what was written is passed through a sanitiser
once more before it counts as safe. Links in data are paths from the site's root; `link` makes them relative to the
page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from jinja2 import TemplateSyntaxError

from guongsang.cache import Keep, make_anew
from guongsang.i18n.messages import Catalogue
from guongsang.render.html.environment import PageEnvironment, TemplateLoader
from guongsang.render.html.page import Page
from guongsang.render.html.printer import Printer, say_in
from guongsang.render.html.template_faults import bad_template, place_to_blame


@dataclass(frozen=True)
class TemplateEngine:
    """Templates and catalogues, ready to render; `own` is the folder of the site's own templates.

    `sample_site` says whether anything on the site is a sample.
    """

    loader: TemplateLoader
    own: Path
    catalogues: Mapping[str, Catalogue]
    sample_site: bool = False
    _environments: dict[str, PageEnvironment] = field(default_factory=dict)
    _one: Lock = field(default_factory=Lock)

    def environment(self, lang: str) -> PageEnvironment:
        """Return the environment of a language."""
        if lang not in self._environments:
            more = {"say_in": say_in(self.catalogues), "sample_site": self.sample_site}
            self._environments[lang] = PageEnvironment(self.loader, Printer(self.catalogues[lang]), more)
        return self._environments[lang]

    def render(self, page: Page) -> str:
        """Render a page, one at a time. Raises whatever goes wrong in a template."""
        environment = self.environment(page.lang)
        with self._one:
            environment.printer.turn_to(page.url, page.base)
            template = environment.get_template(page.template)
            return template.render(**vars(page.data), frame=page.frame, page_url=page.url, page_base=page.base)


def make_engine(
    folders: list[Path], catalogues: Mapping[str, Catalogue], keep: Keep = make_anew, *, sample_site: bool = False
) -> TemplateEngine:
    """Make the template engine over folders of templates, the site's own before the project's."""
    return TemplateEngine(TemplateLoader(folders, keep), folders[0], catalogues, sample_site)


class PageError(Exception):
    """A page cannot be made though its template is right: what it shows is of a kind that nobody thought of."""


def render_page(engine: TemplateEngine, page: Page) -> bytes:
    """Render one page to UTF-8 with LF. Raises SetupError where a template is wrong, PageError where its data are."""
    try:
        text = engine.render(page)
    except TemplateSyntaxError as fault:
        raise bad_template(fault.filename or page.template, fault.lineno, str(fault.message)) from fault
    except MemoryError:
        raise
    except Exception as fault:
        place = place_to_blame(engine.own, page.template, fault)
        if place is None:
            raise PageError(f"{type(fault).__name__} {fault}"[:200]) from fault
        raise bad_template(*place, str(fault)) from fault
    return text.encode()
