"""The environment of Jinja2 that the pages of one language are rendered in.

Compiled templates are kept and serve all languages, because compiling them takes as long as rendering hundreds of
pages. What a template prints goes to the printer alone, which escapes it; asking again whether it is escaped took a
third of the time of a page.
"""

import hashlib
import marshal
import sys
from collections.abc import Mapping, MutableMapping, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame

from guongsang.cache import Keep
from guongsang.render.html.printer import Printer

_RECIPE = f"1 {jinja2.__version__} {sys.version}"
"""What compiled code depends on beside the template; its number is counted up when the code generator changes."""


class _PrintingCode(CodeGenerator):
    """Writes code that hands each printed value to the printer as it is."""

    def _make_finalize(self) -> CodeGenerator._FinalizeInfo:
        return self._FinalizeInfo(None, "environment.finalize(")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")


class TemplateLoader(FileSystemLoader):
    """Loads templates from folders and compiles each once; `keep` may give what was compiled before."""

    def __init__(self, folders: Sequence[Path], keep: Keep) -> None:
        """Begin with nothing compiled."""
        super().__init__([str(folder) for folder in folders])
        self._keep = keep
        self.compiled: dict[str, CodeType] = {}

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        """Return a template, ready to render in an environment. Raises what Jinja2 raises of one that is wrong."""
        source, file, up_to_date = self.get_source(environment, name)
        key = hashlib.sha256(f"{_RECIPE}\0{name}\0{file}\0{source}".encode("utf-8", "surrogatepass")).hexdigest()

        def compiled() -> bytes:
            return marshal.dumps(environment.compile(source, name, file))

        code = self.compiled.get(key)
        if code is None:
            code = self.compiled[key] = marshal.loads(self._keep(f"{key}.template", compiled))
        return environment.template_class.from_code(environment, code, globals or {}, up_to_date)


class PageEnvironment(Environment):
    """Renders templates in the language of a printer; all of them see its functions and some values."""

    code_generator_class = _PrintingCode

    def __init__(self, loader: TemplateLoader, printer: Printer, more: Mapping[str, object]) -> None:
        """Set Jinja2 up."""
        super().__init__(
            loader=loader,
            autoescape=True,
            keep_trailing_newline=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=printer.shown,
            auto_reload=False,
            extensions=[],
        )
        self.printer = printer
        values = {"page_lang": printer.lang, "catalogue": printer.catalogue, **printer.functions(), **more}
        self.globals.update(values)
        self.filters.update(printer.filters())
