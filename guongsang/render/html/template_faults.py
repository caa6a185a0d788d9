"""What is wrong with web templates: those that cannot be read, and which is to blame for a page that cannot be made.

What Jinja2 says is told in the program's own words.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError, nodes

from guongsang.findings import Place, SetupError, find
from guongsang.i18n.messages import say
from guongsang.read.source import Source, read_text
from guongsang.render.html.jinja_words import in_own_words

_LACKS_A_NAME = re.compile(r"the template '([^']+)' .*does not export the requested name")


def unreadable_templates(environment: Environment, names: Iterable[str]) -> Iterator[SetupError]:
    """Yield what is wrong with each template that cannot be read, without rendering it."""
    for name in names:
        file = f"templates/web/{name}"
        try:
            text, file = _source_of(environment, name)
            tree = environment.parse(text, name)
            environment.compile(tree, name, raw=True)
            _see_parts(environment, tree)
        except TemplateSyntaxError as fault:
            yield bad_template(file, fault.lineno, str(fault.message))
        except (TemplateError, UnicodeDecodeError) as fault:
            yield bad_template(file, 1, str(fault))


def _source_of(environment: Environment, name: str) -> tuple[str, str]:
    """Return the text of a template, and where it lies."""
    loader = environment.loader
    assert loader is not None
    text, file, _ = loader.get_source(environment, name)
    return text, file or name


def _see_parts(environment: Environment, tree: nodes.Template) -> None:
    """See that the templates are there which a template names. Raises TemplateSyntaxError at the line."""
    for part in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        named = getattr(part, "template", None)
        if isinstance(named, nodes.Const) and isinstance(named.value, str):
            try:
                _source_of(environment, named.value)
            except TemplateNotFound:
                raise TemplateSyntaxError(named.value, part.lineno) from None


def place_to_blame(own_folder: Path, name: str, fault: Exception) -> tuple[str, int] | None:
    """Return the template and line that are wrong; None where the fault lies in what the page shows.

    A site's own template is blamed for what it hands to the macros and functions of the project, those never. What
    arises in a function that a template calls is the fault of its data, but where the site's own called it wrongly.
    """
    if isinstance(fault, SyntaxError):  # Jinja2 made Python of the template that cannot be
        return (fault.filename or f"templates/web/{name}"), 1
    places = list(_template_places(fault))
    own = [place for place in places if Path(place[0]).is_relative_to(own_folder)]
    of_template = isinstance(fault, (TemplateError, UnicodeDecodeError))
    if of_template and not places:
        return f"templates/web/{name}", 1
    if of_template and (lacking := _LACKS_A_NAME.match(str(fault))) and (own_folder / lacking[1]).is_file():
        return str(own_folder / lacking[1]), 1
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


def bad_template(file: str, line: int, message: str) -> SetupError:
    """Return the finding that a template is wrong on a line, with the template for its excerpt."""
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
