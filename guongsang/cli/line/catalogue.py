"""The words that a call is answered in, and how its reader started the program: found before anything is read."""

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from guongsang import HOME
from guongsang.cache import cache_of
from guongsang.cli.line.words import folder_named, value_of
from guongsang.commands import Start
from guongsang.i18n.catalogues import CatalogueError, catalogue_paths, read_catalogue
from guongsang.i18n.languages import is_language, proposed
from guongsang.i18n.messages import Catalogue
from guongsang.read.files import CONFIG_FILE, Found, read_file

_LANGUAGES = re.compile(r"[\"']?languages[\"']?\s*:[\s\[\"'-]*([A-Za-z][A-Za-z0-9-]*)")


def find_catalogue(words: Sequence[str]) -> Catalogue:
    """Find the language of messages before anything is read: `--lang`, else the first of the site, else Vietnamese."""
    value = value_of(words, "--root")
    return replace(_catalogue(folder_named(value), value_of(words, "--lang")), start=_start(value))


def _start(root: str | None) -> Start:
    """Return how the program is started from the present folder, as build.py or build.bat, for this site."""
    name = "build.bat" if os.environ.get("GUONGSANG_STARTED_BY") == "build.bat" else "build.py"
    program = str(HOME / name)
    with suppress(OSError):
        if Path.cwd().resolve() == HOME:
            program = name if name == "build.py" else f".\\{name}"
    words = ("python", program) if name == "build.py" else (program,)
    return Start(words, _from_anywhere(root) if root and folder_named(root) != HOME else "")


def _from_anywhere(root: str) -> str:
    """Return a folder as it is named from any other; short where no link is in its way."""
    folder = Path(root).absolute()
    short = Path(os.path.normpath(folder))
    return str(short if short.resolve() == folder.resolve() else folder)


def _catalogue(root: Path, code: str | None) -> Catalogue:
    if not code:
        data = read_file(Found(CONFIG_FILE, root / CONFIG_FILE))
        config = data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
        found = _LANGUAGES.search(re.sub(r"#.*", "", config))
        code = found[1] if found else "vi"
        code = code if is_language(code) else proposed(code) or code
    catalogue = Catalogue(code)
    for name, path in catalogue_paths(code, root, HOME) if is_language(code) else ():
        data = read_file(Found(name, path))
        if isinstance(data, bytes):
            with suppress(CatalogueError):
                catalogue = read_catalogue(data, code, cache_of(root).known).laid_over(catalogue)
    return catalogue
