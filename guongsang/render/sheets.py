"""A bulletin as a sheet: the plain data that paper is printed from, in one language, every word chosen.

In comes a bulletin of the site; out come the sheet of `paper` and the pictures that it names. Whether a name or photo
may be printed is decided here, so that no print template can let one out.
"""

from collections.abc import Iterator
from typing import Any

from guongsang.findings import Finding, Place, find
from guongsang.i18n import Label, Text, say, show_date, show_month
from guongsang.model.site import Bulletin, Profile, Site
from guongsang.read.body import plain_text
from guongsang.read.config import CONFIG_FILE, UNITS_FILE
from guongsang.read.entries import Document, Entry
from guongsang.read.text import Source
from guongsang.render.hand import Hand
from guongsang.render.paper import missing_letters
from guongsang.render.qr import qr_svg
from guongsang.render.views import adoptions, dimensions, words_list


def bulletin_sheet(hand: Hand, bulletin: Bulletin) -> dict[str, Any]:
    """Make the sheet of a bulletin in the language of a hand, which gathers its pictures."""
    entry, lang, site = bulletin.entry, hand.studio.lang, hand.studio.site
    organisation = site.config.organisation
    body, body_lang = entry.body(lang)
    profiles = [p for p in bulletin.profiles if p.on_paper]
    lit = {u: sum(p.unit.id == u for p in profiles) for u in site.units}
    return {
        "lang": lang,
        "labels": _labels(hand, entry, profiles),
        "programme": hand.text(site.config.title.told(lang)),
        "org": hand.text(organisation["name"].told(lang)),
        "parent": hand.text(organisation["parent"].told(lang)) if "parent" in organisation else None,
        "issue": {
            "title": hand.text(entry.word(("title",), lang)),
            "number": hand.say(say("No. {number}", number=entry.get("number"))),
            "date": show_month(entry.get("date"), lang),
            "licence": _licence(hand, entry),
            "is_sample": bool(entry.get("sample")) or any(p.entry.get("sample") for p in profiles),
            "is_draft": entry.draft,
        },
        "editorial": {
            "title": hand.say(say("From the editors")),
            "body": hand.body(hand.document(entry, body_lang), body.nodes),
            "lang": body_lang,
        }
        if body.nodes
        else None,
        "street": [
            {"id": u.id, "unit": hand.text(u.name.told(lang)), "lit": lit[u.id]}
            for u in site.units.values()
            if u.quota and u.active(entry.get("date"))
        ],
        "articles": [_article(hand, p) for p in profiles],
        "back": _back(hand, entry),
    }


def _licence(hand: Hand, entry: Entry) -> Any:
    masthead = entry.get("masthead") or {}
    if masthead.get("licence"):
        return hand.text(Text(masthead["licence"], entry.source.lang))
    return hand.say(say("For internal circulation"))


def _labels(hand: Hand, entry: Entry, profiles: list[Profile]) -> dict[str, str]:
    labels = {
        "contents": say("In this issue"),
        "masthead": say("Editorial office"),
        "before": say("Before"),
        "after": say("After"),
        "source": say("Source"),
        "recognised": say("Commended by"),
        "adopted": say("Copied by"),
        "lessons": say("Lessons learned"),
        "portrait_none": say("Without a photo"),
        "street": say("The street on the cover"),
        "street_note": say("Each house is a unit of the organisation. Each lit window is an exemplar in this issue."),
        "sample": say("Sample data: people and events are invented"),
        "draft": say("Draft"),
    }
    return {name: hand.say(message) for name, message in labels.items()}


def _article(hand: Hand, profile: Profile) -> dict[str, Any]:
    entry, lang = profile.entry, hand.studio.lang
    body, body_lang = entry.body(lang)
    notice = hand.notice(entry, entry.state(lang))
    honoured = entry.get("progress", "honoured", "document")
    return {
        "id": profile.id.replace("/", "-"),
        "title": hand.text(entry.word(("title",), lang)),
        "category": hand.text(profile.category.label.told(lang)),
        "name": hand.text(Text(entry.get("name"), entry.source.lang)) if profile.names_on_paper else None,
        "position": hand.text(entry.word(("position",), lang)),
        "unit": hand.text(profile.unit.name.told(lang)),
        "summary": hand.text(entry.word(("summary",), lang)),
        "notice": {"text": notice, "lang": lang} if notice and body_lang != lang else notice,
        "recognised": hand.text(Text(honoured, entry.source.lang)) if honoured else None,
        "url": hand.studio.site.urls.absolute(hand.studio.url(entry)),
        "lang": body_lang,
        "body": hand.body(hand.document(entry, body_lang), body.nodes),
        **hand.photo(profile),
        "lessons": [hand.text(t) for t in words_list(entry, "lessons", lang)],
        "adopted": [
            {
                "unit": hand.text(a["unit"]),
                "when": show_date(a["on"], lang) if a["on"] else None,
                "result": hand.text(a["result"]),
            }
            for a in adoptions(hand.studio, profile)
        ],
        "measures": list(_measures(hand, profile)),
    }


def _measures(hand: Hand, profile: Profile) -> Iterator[dict[str, Any]]:
    for shown in dimensions(hand.studio, profile):
        yield {
            "label": hand.text(shown.label),
            "unit": hand.text(shown.unit),
            "before": shown.before,
            "after": shown.after,
            "before_value": float(shown.before_width),
            "after_value": float(shown.after_width),
            "period": ". ".join(hand.say(m) for m in shown.meta) or None,
            "source": None,
        }


def _back(hand: Hand, entry: Entry) -> dict[str, Any]:
    site, lang = hand.studio.site, hand.studio.lang
    organisation = site.config.organisation
    url = site.urls.absolute(hand.studio.url(entry))
    lines = [organisation[k].told(lang) for k in ("name", "address") if k in organisation]
    lines += [Text(organisation[k], lang) for k in ("email", "phone") if k in organisation]
    return {
        "title": hand.say(say("Do you know someone like this?")),
        "text": hand.say(
            say(
                "Tell the Office in a line who it is, where, and what was done. "
                "The Office will ask for the rest, and nothing is published without consent."
            )
        ),
        "note": hand.say(say("Everyone may see, correct or withdraw what is written about them.")),
        "address": [hand.text(line) for line in lines],
        "url": url,
        "qr": qr_svg(url) if url else None,
    }


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
