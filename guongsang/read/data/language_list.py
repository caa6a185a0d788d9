"""Reads the languages of a site, on which all labels and all names of documents depend.

In come `site_config.yaml` and the files below `content/`; out come codes of languages. A code that is wrong is told and
read as the one that is meant, so that it hides no other fault and lets no document seem to be in a wrong language.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from guongsang.findings import Place
from guongsang.i18n.languages import base_of, is_language, proposed
from guongsang.i18n.messages import Language, say
from guongsang.read.data.loader import DataLoader
from guongsang.read.files import CONFIG_FILE, Found, read_head
from guongsang.read.source import Source
from guongsang.read.yaml.node import Node
from guongsang.read.yaml.recovery import read_fields

_USUAL = ("vi", "en")
_LIKE_THIS = say("write a code like vi, en, pt-BR or zh-Hant")
_HEAD = 400
_LOOKED_AT = 20
"""How many bytes of how many documents tell whether they are translations."""


def read_languages(loader: DataLoader, found: Sequence[Found]) -> tuple[str, ...]:
    """Read the languages of a site, the source language first; raises SetupError where there is no configuration."""
    source = loader.open(Found(CONFIG_FILE, loader.root / CONFIG_FILE))
    if source is None:
        loader.raise_errors()
        return _USUAL
    node, faults = read_fields(source)
    loader.findings += faults
    if node is None:
        loader.raise_errors()
        return _USUAL
    documents = _languages_of(found)
    member = (node.members or {}).get("languages")
    items = list(_items(member.node)) if member else []
    codes = _meant(loader, source, items, tuple(documents)) or _guessed(documents)
    first = _source_language(codes, found) if items else codes[0]
    if member and first != codes[0]:
        _tell_source(loader, source.place(member.node.start, member.node.end), first, codes)
    return tuple(dict.fromkeys((first, *codes)))


def _items(node: Node) -> Iterator[tuple[str, int, int]]:
    """Yield the codes that are typed, each with its place, be it as a list or as words with commas between."""
    for item in node.items or ():
        yield (item.text or "").strip(), item.start, item.end
    for word in node.text.split(",") if node.text and not node.items else ():
        yield word.strip(), node.start, node.end


def _meant(
    loader: DataLoader, source: Source, items: list[tuple[str, int, int]], documents: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the languages that are typed or meant, and report what is none."""
    typed = {code.lower() for code, _, _ in items if is_language(code)}
    listed = len({start for _, start, _ in items}) == len(items)
    codes: list[str] = []
    for code, start, end in items:
        place = source.place(start, end)
        if is_language(code) and code.lower() in map(str.lower, codes):
            message = say("the language {code} stands twice", code=code)
            loader.add("bad-value", place, message, say("keep one of the two"))
        elif is_language(code):
            codes.append(code)
        elif listed:
            _tell_code(loader, place, code)
        if not is_language(code) and (other := _other(code, typed | {c.lower() for c in codes}, documents)):
            codes.append(other)
    known = {code.lower() for code in codes}
    slips = len(typed) < len(items)
    return (*codes, *(lang for lang in documents if slips and lang.lower() not in known))


def _tell_code(loader: DataLoader, place: Place, code: str) -> None:
    if not code:
        loader.add("wrong-type", place, say("here the code of a language must stand"), _LIKE_THIS)
        return
    near = proposed(code)
    hint = say("did you mean {name}?", name=near) if near else _LIKE_THIS
    loader.add("bad-value", place, say("there is no language with the code {code}", code=code), hint)


def _other(code: str, known: set[str], documents: tuple[str, ...]) -> str | None:
    """Return the language of documents that is meant by what is no code."""
    near = proposed(code)
    alike = (lang for lang in documents if near and lang.lower() not in known and base_of(lang) == base_of(near))
    return next(alike, None)


def _languages_of(found: Sequence[Found]) -> Counter[str]:
    """Count the documents in each language, by their names."""
    parts = (PurePosixPath(item.file).name.split(".") for item in found)
    return Counter(part[1] for part in parts if len(part) == 3 and part[2] == "md" and is_language(part[1]))


def _guessed(documents: Counter[str]) -> tuple[str, ...]:
    """Return the languages of the documents, the usual source language first, where none are written."""
    return tuple(sorted(documents, key=lambda code: (code != _USUAL[0], -documents[code]))) or _USUAL[:1]


def _source_language(codes: tuple[str, ...], found: Sequence[Found]) -> str:
    """Return the language that documents are translated from, where those of the first language are translations."""
    files = {item.file: item for item in found}
    stems = [f.removesuffix(f".{codes[0]}.md") for f in files if f.endswith(f".{codes[0]}.md")][:_LOOKED_AT]
    stamped = [stem for stem in stems if _is_translation(files[f"{stem}.{codes[0]}.md"])]
    if not stamped or len(stamped) * 2 < len(stems):
        return codes[0]
    others = Counter(
        code
        for code in _languages_of(found)
        for stem in stamped
        if code != codes[0] and (item := files.get(f"{stem}.{code}.md")) and not _is_translation(item)
    )
    return others.most_common(1)[0][0] if others else codes[0]


def _is_translation(item: Found) -> bool:
    return b"\ntranslates:" in (read_head(item, _HEAD) or b"").replace(b"\r\n", b"\n")


def _tell_source(loader: DataLoader, place: Place, first: str, codes: tuple[str, ...]) -> None:
    line = f"languages: [{', '.join(dict.fromkeys((first, *codes)))}]"
    loader.add(
        "bad-value",
        place,
        say(
            "the documents are translated from {language}, but {other} is the first of the languages here",
            language=Language(first),
            other=Language(codes[0]),
        ),
        say("write the language of the sources first: {line}", line=line),
    )
