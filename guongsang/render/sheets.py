"""A bulletin as a sheet: the plain data that paper is printed from, in one language, every word chosen.

In comes a bulletin of the site; out come the sheet of `paper` and the pictures that it names. Whether a name or photo
may be printed is decided here, so that no print template can let one out.
"""

from collections.abc import Iterator
from typing import Any

from guongsang.findings import Finding, Place, find
from guongsang.i18n import Catalogue, Label, Language, Message, Text, say, show_date, show_month
from guongsang.judge.links import Item, Web, picture_file, resolve
from guongsang.model.site import Bulletin, Profile, Site
from guongsang.read.body import Node, plain_text
from guongsang.read.config import CONFIG_FILE, UNITS_FILE
from guongsang.read.entries import Document, Entry
from guongsang.read.text import Source
from guongsang.render.paper import missing_letters
from guongsang.render.qr import qr_svg
from guongsang.render.views import Studio, adoptions, dimensions, words_list


class Printer:
    """Makes the sheet of one bulletin in one language and gathers its pictures."""

    def __init__(self, studio: Studio, catalogue: Catalogue) -> None:
        """Begin with no pictures."""
        self.studio = studio
        self.catalogue = catalogue
        self.pictures: dict[str, bytes] = {}

    def sheet(self, bulletin: Bulletin) -> dict[str, Any]:
        """Make the sheet."""
        entry, lang, site = bulletin.entry, self.studio.lang, self.studio.site
        organisation = site.config.organisation
        body, body_lang = entry.body(lang)
        profiles = [p for p in bulletin.profiles if self._printable(p)]
        lit = {u: sum(p.unit.id == u for p in profiles) for u in site.units}
        return {
            "lang": lang,
            "labels": self._labels(entry, profiles),
            "programme": self._text(site.config.title.told(lang)),
            "org": self._text(organisation["name"].told(lang)),
            "parent": self._text(organisation["parent"].told(lang)) if "parent" in organisation else None,
            "issue": {
                "title": self._text(entry.word(("title",), lang)),
                "number": self._say(say("No. {number}", number=entry.get("number"))),
                "date": show_month(entry.get("date"), lang),
                "licence": self._licence(entry),
                "is_sample": bool(entry.get("sample")) or any(p.entry.get("sample") for p in profiles),
                "is_draft": entry.draft,
            },
            "editorial": {
                "title": self._say(say("From the editors")),
                "body": self._body(self._document(entry, body_lang), body.nodes),
                "lang": body_lang,
            }
            if body.nodes
            else None,
            "street": [
                {"id": u.id, "unit": self._text(u.name.told(lang)), "lit": lit[u.id]}
                for u in site.units.values()
                if u.quota and u.active(entry.get("date"))
            ],
            "articles": [self._article(p) for p in profiles],
            "back": self._back(entry),
        }

    def _printable(self, profile: Profile) -> bool:
        return profile.on_paper

    def _say(self, message: Message) -> str:
        return self.catalogue.tell(message)

    def _text(self, text: Text | None) -> Any:
        """Give a text, with its language where that is not the paper's."""
        if text is None or not text.value:
            return None
        return text.value if text.lang == self.studio.lang else {"text": text.value, "lang": text.lang}

    def _document(self, entry: Entry, lang: str) -> Document:
        return entry.translations.get(lang, entry.source) if lang != entry.source.lang else entry.source

    def _licence(self, entry: Entry) -> Any:
        masthead = entry.get("masthead") or {}
        if masthead.get("licence"):
            return self._text(Text(masthead["licence"], entry.source.lang))
        return self._say(say("For internal circulation"))

    def _labels(self, entry: Entry, profiles: list[Profile]) -> dict[str, str]:
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
            "street_note": say(
                "Each house is a unit of the organisation. Each lit window is an exemplar in this issue."
            ),
            "sample": say("Sample data: people and events are invented"),
            "draft": say("Draft"),
        }
        return {name: self._say(message) for name, message in labels.items()}

    def _article(self, profile: Profile) -> dict[str, Any]:
        entry, lang = profile.entry, self.studio.lang
        body, body_lang = entry.body(lang)
        notice = self._notice(entry, entry.state(lang))
        honoured = entry.get("progress", "honoured", "document")
        return {
            "id": profile.id.replace("/", "-"),
            "title": self._text(entry.word(("title",), lang)),
            "category": self._text(profile.category.label.told(lang)),
            "name": self._text(Text(entry.get("name"), entry.source.lang)) if profile.names_on_paper else None,
            "position": self._text(entry.word(("position",), lang)),
            "unit": self._text(profile.unit.name.told(lang)),
            "summary": self._text(entry.word(("summary",), lang)),
            "notice": {"text": notice, "lang": lang} if notice and body_lang != lang else notice,
            "recognised": self._text(Text(honoured, entry.source.lang)) if honoured else None,
            "url": self.studio.site.urls.absolute(self.studio.url(entry)),
            "lang": body_lang,
            "body": self._body(self._document(entry, body_lang), body.nodes),
            **self._photo(profile),
            "lessons": [self._text(t) for t in words_list(entry, "lessons", lang)],
            "adopted": [
                {
                    "unit": self._text(a["unit"]),
                    "when": show_date(a["on"], lang) if a["on"] else None,
                    "result": self._text(a["result"]),
                }
                for a in adoptions(self.studio, profile)
            ],
            "measures": list(self._measures(profile)),
        }

    def _notice(self, entry: Entry, state: str) -> str | None:
        language = Language(entry.source.lang)
        message = {
            "none": say("Not translated yet; shown in {language}.", language=language),
            "draft": say("This translation is a draft; the original is in {language}.", language=language),
            "stale": say("This translation is older than the original in {language}.", language=language),
        }.get(state)
        return self._say(message) if message else None

    def _photo(self, profile: Profile) -> dict[str, Any]:
        if not profile.photo_on_paper:
            return {"photo": None, "photo_alt": None}
        drawn = self.studio.gallery.for_paper(picture_file(profile.entry.source, profile.entry.get("photo")))
        if drawn is None:
            return {"photo": None, "photo_alt": None}
        self.pictures[drawn[0]] = drawn[1]
        return {"photo": drawn[0], "photo_alt": profile.entry.word(("photo_alt",), self.studio.lang).value}

    def _measures(self, profile: Profile) -> Iterator[dict[str, Any]]:
        for shown in dimensions(self.studio, profile):
            yield {
                "label": self._text(shown.label),
                "unit": self._text(shown.unit),
                "before": shown.before,
                "after": shown.after,
                "before_value": float(shown.before_width),
                "after_value": float(shown.after_width),
                "period": ". ".join(self._say(m) for m in shown.meta) or None,
                "source": None,
            }

    def _back(self, entry: Entry) -> dict[str, Any]:
        site, lang = self.studio.site, self.studio.lang
        organisation = site.config.organisation
        url = site.urls.absolute(self.studio.url(entry))
        lines = [organisation[k].told(lang) for k in ("name", "address") if k in organisation]
        lines += [Text(organisation[k], lang) for k in ("email", "phone") if k in organisation]
        return {
            "title": self._say(say("Do you know someone like this?")),
            "text": self._say(
                say(
                    "Tell the Office in a line who it is, where, and what was done. "
                    "The Office will ask for the rest, and nothing is published without consent."
                )
            ),
            "note": self._say(say("Everyone may see, correct or withdraw what is written about them.")),
            "address": [self._text(line) for line in lines],
            "url": url,
            "qr": qr_svg(url) if url else None,
        }

    def _body(self, document: Document, nodes: tuple[Node, ...]) -> list[Any]:
        """Turn a body to the paper's nodes: links to full addresses or none, pictures to those that are handed over."""
        return [self._node(document, n) for n in nodes]

    def _node(self, document: Document, node: Node) -> Any:
        if isinstance(node, str):
            return node
        attrs: dict[str, Any] = dict(node.attrs)
        if node.tag == "a":
            attrs = {"href": self._target(document, node.attrs.get("href", ""))}
        elif node.tag == "img":
            drawn = self.studio.gallery.for_paper(picture_file(document, node.attrs.get("src", "")))
            if drawn is None:
                return node.attrs.get("alt", "")
            self.pictures[drawn[0]] = drawn[1]
            attrs = {"src": drawn[0], "alt": node.attrs.get("alt", "")}
        elif node.tag == "ol" and "start" in attrs:
            attrs["start"] = int(attrs["start"])
        return {"tag": node.tag, **attrs, "children": self._body(document, node.children)}

    def _target(self, document: Document, target: str) -> str | None:
        match resolve(self.studio.library, document, target):
            case Web(url):
                return url
            case Item(entry, _) if self.studio.shown(entry):
                return self.studio.site.urls.absolute(self.studio.url(entry))
        return None


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
