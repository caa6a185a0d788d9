"""Labels: one text for each language, or a plain text in the source language."""

from guongsang.findings import find, unknown_language
from guongsang.i18n.languages import codes_for, serves
from guongsang.i18n.messages import Label, say
from guongsang.read.fields.cursor import Cursor, Wrong
from guongsang.read.fields.kinds import (
    FieldPath,
    LocalizedText,
    Reading,
)
from guongsang.read.yaml.placeholders import PLACEHOLDER, placeholder_in


def report_placeholder(at: Cursor, what: str) -> None:
    """Keep the finding that a value is still to be written."""
    at.reading.findings.append(
        find(
            "to-fill-in",
            at.reading.source.place(*_mark_in(at)),
            say("{field} is still to be filled in: {what}", field=at.name, what=what),
            say("write it in place of the brackets [[ ]] and all that is between them"),
        )
    )


def _mark_in(at: Cursor) -> tuple[int, int]:
    """Return where the mark stands: in a text on lines of its own, behind the sign that begins it."""
    start, end = at.node.start, at.node.end
    text = at.reading.source.text
    found = PLACEHOLDER.search(text, start, end) if text.startswith((">", "|"), start) else None
    return found.span() if found else (start, end)


def read_label(at: Cursor, kind: LocalizedText) -> Label:
    """Return a label. Raises Wrong, with the finding kept.

    Where marks are not known, in data files, one in place of a translation is known all the same: it is left out.
    """
    reading, node = at.reading, at.node
    source = reading.languages[0]
    if node.text is not None and kind.plain:
        return Label({source: node.text.strip()}, source)
    if not node.members:
        raise at.wrong(
            say("{field} must have a text for each language", field=at.name),
            say("write it as {example}", example="{" + ", ".join(f"{code}: …" for code in reading.languages) + "}"),
        )
    texts: dict[str, str] = {}
    for code, member in node.members.items():
        inner = at.item(member.node, code)
        if not serves(code, reading.languages):
            place = reading.source.place(member.start, member.end)
            reading.findings.append(unknown_language(place, code, reading.languages))
        elif member.node.text is None:
            inner.report(
                say("{field} must be a text", field=inner.name),
                say("write plain words, between quotes if they hold a colon or a bracket"),
            )
        elif (reading.marks or code != source) and (asked := placeholder_in(member.node)):
            report_placeholder(inner, asked[0])
            if reading.marks:
                reading.unfilled[inner.path] = False
        elif not member.node.empty:
            texts[code] = member.node.text.strip()
        reading.spans[inner.path] = (member.node.start, member.node.end)
    if not texts:
        raise Wrong
    return Label(_for_all_languages(reading, texts, at.path), source)


def _for_all_languages(reading: Reading, texts: dict[str, str], path: FieldPath) -> dict[str, str]:
    """Return a text for each language of the site; where a variant has none, that of its wider language."""
    out = {code: text for code, text in texts.items() if code in reading.languages}
    for lang in reading.languages:
        if lang not in out and (code := next((c for c in codes_for(lang) if c in texts), None)):
            out[lang] = texts[code]
            reading.spans[(*path, lang)] = reading.spans[(*path, code)]
    return out
