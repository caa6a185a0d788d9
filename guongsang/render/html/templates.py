"""Pages to HTML: the only room that imports Jinja2 and nh3.

A template sees the data of its page and a few functions, nothing else. What it prints is brought to the page's
language on the way: a `Text` in another language is marked with its `lang`, a message is told, a date is written out.
Contributors' text is escaped; a body is written from its tree, and what was written is passed through a sanitiser
once more before it counts as safe. Links in data are paths from the site's root; `link` makes them relative to the
page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError

from guongsang.i18n.messages import Catalogue
from guongsang.render.html.page import Page
from guongsang.render.html.printed_values import FILTERS, functions_of_templates, shown
from guongsang.render.html.template_faults import bad_template, place_to_blame


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
        finalize=shown,
        auto_reload=False,
        extensions=[],
    )
    environment.globals.update(functions_of_templates(catalogues))
    environment.filters.update(FILTERS)
    return TemplateEngine(environment, folders[0], catalogues)


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
        raise bad_template(fault.filename or page.template, fault.lineno, str(fault.message)) from fault
    except MemoryError:
        raise
    except Exception as fault:
        place = place_to_blame(engine.own, page.template, fault)
        if place is None:
            raise PageError(f"{type(fault).__name__} {fault}"[:200]) from fault
        raise bad_template(*place, str(fault)) from fault
    return text.encode()
