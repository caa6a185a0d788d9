"""A bulletin as a sheet: the plain data that paper is printed from, in one language, every word chosen.

In comes a bulletin of the site; out come the sheet of `paper` and the pictures that it names. Whether a name or photo
may be printed is decided here, so that no print template can let one out.
"""

from collections.abc import Iterator
from typing import Any

from guongsang.findings import Finding, Place, find
from guongsang.i18n import Label, Text, say, show_month
from guongsang.model.site import Bulletin, Site
from guongsang.read.body import plain_text
from guongsang.read.config import CONFIG_FILE, UNITS_FILE
from guongsang.read.entries import Document, Entry
from guongsang.read.text import Source
from guongsang.render.hand import Hand
from guongsang.render.paper import missing_letters
from guongsang.render.news import decisions, news
from guongsang.render.stories import back, frame, is_sample, story, street
from guongsang.render.yearbooks import indexes


def bulletin_sheet(hand: Hand, bulletin: Bulletin) -> dict[str, Any]:
    """Make the sheet of a bulletin in the language of a hand, which gathers its pictures."""
    entry, lang, site = bulletin.entry, hand.studio.lang, hand.studio.site
    body, body_lang = entry.body(lang)
    profiles = [p for p in bulletin.profiles if p.on_paper]
    houses = [u for u in site.units.values() if u.quota and u.active(entry.get("date"))]
    return {
        **frame(hand, profiles),
        "issue": {
            "title": hand.text(entry.word(("title",), lang)),
            "number": hand.say(say("No. {number}", number=entry.get("number"))),
            "date": show_month(entry.get("date"), lang),
            "licence": _licence(hand, entry),
            "is_sample": bool(entry.get("sample")) or is_sample(profiles),
            "is_draft": entry.draft,
        },
        "editorial": {
            "title": hand.say(say("From the editors")),
            "body": hand.body(hand.document(entry, body_lang), body.nodes),
            "lang": body_lang,
        }
        if body.nodes
        else None,
        "street": street(hand, houses, profiles),
        "news": news(hand, bulletin),
        "articles": [story(hand, p) for p in profiles],
        "decisions": decisions(hand, bulletin),
        **indexes(hand, profiles),
        "back": back(hand, site.urls.absolute(hand.studio.url(entry))),
    }


def _licence(hand: Hand, entry: Entry) -> Any:
    masthead = entry.get("masthead") or {}
    if masthead.get("licence"):
        return hand.text(Text(masthead["licence"], entry.source.lang))
    return hand.say(say("For internal circulation"))


def unprintable(site: Site) -> list[Finding]:
    """Find the letters of printed bulletins that no font of the papers has, such as emoji, each at its place."""
    printed = [b for b in site.bulletins if b.printed]
    if not printed:
        return []
    entries = {(e.kind, e.id): e for b in printed for e in (b.entry, *(p.entry for p in b.profiles))}
    findings = [f for entry in entries.values() for d in entry.documents for f in _in_document(entry, d)]
    labels = {
        CONFIG_FILE: [site.config.title, *(v for v in site.config.organisation.values() if isinstance(v, Label))],
        UNITS_FILE: [unit.name for unit in site.units.values()],
        **{c.file: [category.label for category in c.categories.values()] for c in site.criteria.values()},
    }
    for file, names in labels.items():
        text = "".join(word for label in names for word in label.texts.values())
        findings += _letters(text, site.content.sources.get(file), Place(file))
    return findings


def _in_document(entry: Entry, document: Document) -> Iterator[Finding]:
    facts = [str(document.data.get("name", "")), str(document.data.get("number", ""))]
    facts += [str(v) for v in (document.data.get("masthead") or {}).values()]
    for item in document.data.get("evidence") or []:
        measure = item.get("measure") or {}
        labels = [measure.get("unit"), measure.get("label"), (item.get("attested") or {}).get("by")]
        facts += [item.get("source", ""), *(t for label in labels if label for t in label.texts.values())]
    text = "".join([*document.words.values(), plain_text(document.body.nodes), *facts])
    yield from _letters(text, document.source, document.source.place(*document.fence))


def _letters(text: str, source: Source | None, otherwise: Place) -> Iterator[Finding]:
    for letter in missing_letters(text):
        at = source.text.find(letter) if source else -1
        yield find(
            "unprintable-letter",
            source.place(at, at + 1) if source and at >= 0 else otherwise,
            say(
                "the letter {letter} ({code}) is in none of the fonts of the bulletin",
                letter=letter,
                code=f"U+{ord(letter):04X}",
            ),
            say("leave it out, or say it in words"),
        )
