"""The catalogues of words (`locales/<code>.po`): where they lie, and how they are read.

Babel reads them; what it makes of a file may be kept, as reading it takes longer than telling everything in it.
"""

import io
import json
from collections.abc import Iterable
from functools import lru_cache, partial
from gettext import c2py
from hashlib import blake2b
from pathlib import Path
from typing import Any

from guongsang.cache import Keep, make_anew
from guongsang.i18n.languages import codes_for, locale_of
from guongsang.i18n.messages import PLACE, Catalogue, Message, say

_HEAD = say("the head of the catalogue cannot be read")


class CatalogueError(Exception):
    """A catalogue that cannot be used; carries the line and a message."""

    def __init__(self, line: int, message: Message) -> None:
        """Keep the line (from 1) and what is wrong there."""
        super().__init__(message.text)
        self.line = line
        self.message = message


def catalogue_paths(code: str, root: Path, project: Path) -> list[tuple[str, Path]]:
    """Return the catalogues that serve a language, as name and path, each to be laid over those before it.

    First come the project's, then the site's own; in each folder `pt.po` before `pt-BR.po`.
    """
    places = [(f"locales/{wider}.po", folder) for folder in (project, root) for wider in reversed(codes_for(code))]
    return [(name, folder / name) for name, folder in dict.fromkeys(places) if (folder / name).is_file()]


def read_catalogue(data: bytes, code: str, keep: Keep = make_anew) -> Catalogue:
    """Read a PO file in UTF-8; fuzzy entries do not count. Raises CatalogueError where it is broken."""
    digest = blake2b(data, digest_size=16, person=b"words", salt=code.encode()[:16]).hexdigest()
    kept = json.loads(keep(f"words-{digest}", partial(_parsed, data, code)))
    words = {sentence: tuple(forms) for sentence, forms in kept["words"].items()}
    return Catalogue(code, words, frozenset(kept["untold"]), plural_rule=kept["plural"])


@lru_cache(maxsize=8)
def _parsed(data: bytes, code: str) -> bytes:
    """Return what a PO file holds: its sentences with their forms, those untold, and which number takes which form."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalogue = read_po(io.BytesIO(data.removeprefix(b"\xef\xbb\xbf")), locale_of(code), abort_invalid=True)
        c2py(plural := catalogue.plural_expr)
    except PoFileError as fault:
        raise CatalogueError(fault.lineno + 1, say("the catalogue cannot be read here")) from fault
    except UnicodeDecodeError as fault:
        line = data[: data.find(fault.object)].count(b"\n") + 1  # a catalogue is decoded line by line
        raise CatalogueError(line, say("the catalogue is not in UTF-8")) from fault
    except (LookupError, ValueError, TypeError) as fault:
        raise CatalogueError(1, _HEAD) from fault
    words, untold = _entries(catalogue)
    return json.dumps({"plural": plural, "words": words, "untold": sorted(untold)}, ensure_ascii=False).encode()


def _entries(catalogue: Iterable[Any]) -> tuple[dict[str, tuple[str, ...]], set[str]]:
    """Return the forms of each sentence, and the sentences without a translation. Raises CatalogueError."""
    words: dict[str, tuple[str, ...]] = {}
    untold: set[str] = set()
    for entry in catalogue:
        ids, forms = _forms(entry.id), _forms(entry.string)
        if not ids[0]:
            continue
        if entry.fuzzy or not all(forms):
            untold.add(ids[0])
            continue
        allowed = {p for text in ids for p in PLACE.findall(text)}
        for form in forms:
            if strange := set(PLACE.findall(form)) - allowed:
                told = say("there is no place {place} in the English text", place="{" + min(strange) + "}")
                raise CatalogueError(entry.lineno or 1, told)
        words[ids[0]] = forms
    return words, untold


def _forms(value: object) -> tuple[str, ...]:
    """Return the one or several forms of an entry."""
    return tuple(str(v or "") for v in value) if isinstance(value, (list, tuple)) else (str(value or ""),)
