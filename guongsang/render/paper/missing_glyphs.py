"""Finds letters that no font of the papers has, such as emoji, before anything is printed.

Most sites have none, which a look at the letters of the sources and catalogues tells at once. Only where some letter is
in doubt are the sheets of all papers written, without pictures, and what would be printed is looked for in the sources.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Language, say
from guongsang.model.site import Site
from guongsang.read.font_files import FontFile
from guongsang.read.source import Source
from guongsang.render.images import ImageStore
from guongsang.render.paper.drawable import NOT_DRAWN
from guongsang.render.paper.paper import Paper
from guongsang.render.paper.papers import list_papers, sheet_of
from guongsang.render.paper.system_fonts import SystemFonts
from guongsang.render.typst.fonts import missing_letters
from guongsang.render.typst.sheet import SheetValue

_ESCAPED = re.compile(r"\\[uUxNLPe_]|&#?\w+;")


def unprintable(site: Site, sources: Mapping[str, Source]) -> list[Finding]:
    """Find the letters of papers that cannot be printed, each at its place in the sources."""
    if not site.wishes.papers or not _in_doubt(site, sources):
        return []
    undrawn = ImageStore(site.pictures, site.paper_pictures, lambda _key, _make: b"")
    found: dict[tuple[Place, str], Finding] = {}
    for paper in list_papers(site, undrawn, SystemFonts()):
        if paper.layout != "poster":  # what stands on a poster stands in the yearbook too
            for letter, word in _letters(sheet_of(paper)[0], site.config.fonts):
                for place in _places(sources, paper, letter, word):
                    found.setdefault((place, letter), _finding(place, letter))
    return list(found.values())


def languages_not_printed(site: Site) -> Iterator[Finding]:
    """Find the languages in which there are no papers, because no font has their letters; the source language alone."""
    source = site.config.languages[0]
    unprinted = site.wishes.unprinted if site.wishes.papers else ()
    for code in [source] if source in unprinted else unprinted:
        language = Language(code)
        said = (
            say("no font has the letters of {language}, the source language, so nothing is printed", language=language)
            if code == source
            else say("no font has the letters of {language}, so nothing is printed in it", language=language)
        )
        yield find(
            "missing-font",
            Place("site_config.yaml"),
            said,
            say("put a font (.ttf or .otf) with these letters into the folder fonts/ of the site"),
        )


def _in_doubt(site: Site, sources: Mapping[str, Source]) -> bool:
    """Return whether some source or catalogue holds such a letter, or a letter in disguise."""
    texts = [source.text for source in sources.values()]
    if any(missing_letters("".join(set(text)), site.config.fonts) or _ESCAPED.search(text) for text in texts):
        return True
    told = (word for c in site.config.catalogues.values() for forms in c.words.values() for word in forms)
    return bool(missing_letters("".join(set("".join(told))), site.config.fonts))


def _letters(value: SheetValue, fonts: Sequence[FontFile]) -> Iterator[tuple[str, str]]:
    """Yield each unprintable letter of a sheet with the word that it stands in."""
    match value:
        case str():
            for letter in missing_letters(value, fonts):
                at = value.index(letter)
                start = max(value.rfind(" ", 0, at), value.rfind("\n", 0, at)) + 1
                yield letter, value[start:].split(maxsplit=1)[0] if value[start:].split() else letter
        case Mapping():
            for key, inner in value.items():
                if key not in NOT_DRAWN:
                    yield from _letters(inner, fonts)
        case list() | tuple():
            for inner in value:
                yield from _letters(inner, fonts)


def _places(sources: Mapping[str, Source], paper: Paper, letter: str, word: str) -> Iterator[Place]:
    """Yield the places of a word, else of the letter, else of its escape in the paper's own source."""
    for wanted in (word, letter):
        hits = [s for s in sources.values() if wanted in s.text]
        for source in hits:
            at = source.text.index(wanted) + wanted.index(letter)
            yield source.place(at, at + 1)
        if hits:
            return
    yield _escaped(sources, letter) or Place(paper.source)


def _escaped(sources: Mapping[str, Source], letter: str) -> Place | None:
    code = f"{ord(letter):x}"
    pattern = re.compile(rf"\\[uUx]0*{code}|&#x0*{code};|&#0*{ord(letter)};", re.IGNORECASE)
    for source in sources.values():
        if hit := pattern.search(source.text):
            return source.place(*hit.span())
    return None


def _finding(place: Place, letter: str) -> Finding:
    return find(
        "unprintable-letter",
        place,
        say(
            "the letter {letter} ({code}) is in none of the fonts of the papers",
            letter=letter,
            code=f"U+{ord(letter):04X}",
        ),
        say("leave it out, or say it in words"),
    )
