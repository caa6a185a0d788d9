"""Looks through the templates that a site brings: what cannot be read is found without making a page or a paper.

That they can all be read is kept, so that engines for pages and papers are imported only to find out what is wrong.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from guongsang.cache import Keep, make_anew
from guongsang.findings import SetupError
from guongsang.folders import Folders
from guongsang.i18n.messages import Catalogue
from guongsang.read.source import Source, read_text
from guongsang.text.file_names import is_litter


def unreadable_templates_of(folders: Folders, keep: Keep = make_anew) -> SetupError | None:
    """Return all that is wrong with templates that the site itself brings, as far as reading them shows it."""

    def look() -> bytes:
        if fault := _unreadable(folders):
            raise fault
        return b"all can be read"

    own = [*_own_templates(folders, "web", "*"), *_own_templates(folders, "print", "*.typ")]
    if not own:
        return None
    try:
        keep(f"templates-{_digest(folders, own)}", look)
    except SetupError as fault:
        return fault
    return None


def _own_templates(folders: Folders, kind: str, pattern: str) -> list[Path]:
    found = sorted((folders.root / "templates" / kind).glob(pattern))
    return [path for path in found if path.is_file() and not is_litter(path.name)]


def _digest(folders: Folders, own: list[Path]) -> str:
    """Return a digest of what decides whether templates can be read: them, which others there are, the libraries."""
    names = [*folders.print_templates, *(path.name for path in (folders.project / "templates/web").iterdir())]
    digest = sha256("\n".join(sorted(names)).encode("utf-8", "surrogatepass"))
    for path in (folders.project / "requirements.lock.txt", *own):
        digest.update(f"\0{path.name}\0".encode("utf-8", "surrogatepass") + sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _unreadable(folders: Folders) -> SetupError | None:
    from guongsang.render.typst.template_check import unreadable_print_templates

    faults = list(_unreadable_web_templates(folders))
    texts, sources = {}, {}
    for path in _own_templates(folders, "print", "*.typ"):
        source = read_text(path.read_bytes(), f"templates/print/{path.name}")[0]
        if source is not None:
            texts[path.name], sources[source.file] = source.text, source
    for fault in faults:
        sources.update({file: source for file, source in fault.sources.items() if isinstance(source, Source)})
    found = [
        *(f for fault in faults for f in fault.findings),
        *unreadable_print_templates(texts, folders.print_templates),
    ]
    return SetupError(found, sources) if found else None


def _unreadable_web_templates(folders: Folders) -> Iterator[SetupError]:
    from guongsang.render.html.template_faults import unreadable_templates
    from guongsang.render.html.templates import make_engine

    known = {path.name for path in (folders.project / "templates/web").iterdir()}
    own = [path.name for path in _own_templates(folders, "web", "*")]
    names = [name for name in own if name in known or name.endswith(".html")]
    yield from unreadable_templates(
        make_engine(folders.web_templates, {"en": Catalogue("en")}).environment("en"), names
    )
