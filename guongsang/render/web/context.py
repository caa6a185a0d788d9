"""What pages show of an entry: cards, notices, facts, figures, bodies, each as plain data in the order of showing.

Templates decide how a thing looks; here is decided what is shown at all. Names and photos without consent, internal
evidence and verdicts on internal criteria end here: they are not in what is handed on, so no template can let them
out.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from guongsang.i18n.languages import base_of
from guongsang.i18n.messages import Label, Language, Message, Text, say, show_date, show_month, show_number
from guongsang.judge.criteria.verdicts import is_internal
from guongsang.judge.references.links import Item, Library, Web, anchors, library_of, picture_file, resolve
from guongsang.model.site import Profile, Site, unit_name
from guongsang.read.documents.document import Document, Entry
from guongsang.read.markdown.parser import Element, Node
from guongsang.render.images import Gallery, Shown
from guongsang.render.web.templates import ANCHOR, BodyView
from guongsang.stages import LABELS, STAGES
from guongsang.text.vietnamese import initial


@dataclass(frozen=True)
class Studio:
    """What is needed to make views: the site, its links, its pictures, and one language."""

    site: Site
    library: Library
    gallery: Gallery
    lang: str
    published: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def url(self, entry: Entry) -> str:
        """Give the page of an entry in this language."""
        return self.site.urls.entry(entry.kind, entry.campaign, entry.slug, self.lang)

    def shown(self, entry: Entry) -> bool:
        """Say whether an entry has a page."""
        return (entry.kind, entry.id) in self.published


def make_studio(site: Site, gallery: Gallery, lang: str) -> Studio:
    """Prepare views of a site in a language."""
    published = {(e.kind, e.id): site.urls.entry(e.kind, e.campaign, e.slug, lang) for e in site.entries}
    return Studio(site, library_of(site.content), gallery, lang, published)


@dataclass(frozen=True)
class Window:
    """The picture of a card.

    A photo, or a drawn window that is open, a model's, or closed, with a letter or nothing.
    """

    kind: str
    photo: Shown | None = None
    alt: Text | None = None
    letter: str = ""


@dataclass(frozen=True)
class Card:
    """An exemplar in a list."""

    url: str
    title: Text
    summary: Text
    category: Text
    unit: Text
    unit_url: str
    who: Text | None
    position: Text
    stage: Message
    window: Window
    sample: bool
    translated: bool


@dataclass(frozen=True)
class Notice:
    """A note at the head of a page; `kind` is sample, none, draft, stale or withdrawn."""

    kind: str
    message: Message


@dataclass(frozen=True)
class Dimension:
    """A before/after figure as a dimension line: values as told, lengths in percent of the larger."""

    label: Text
    unit: Text
    before: str | None
    after: str | None
    before_width: str
    after_width: str
    change: str
    falls: bool
    meta: tuple[Message, ...]


def card(studio: Studio, profile: Profile) -> Card:
    """Make the card of an exemplar."""
    entry, lang = profile.entry, studio.lang
    return Card(
        studio.url(entry),
        entry.word(("title",), lang),
        entry.word(("summary",), lang),
        profile.category.label.told(lang),
        profile.unit.name.told(lang),
        studio.site.urls.list_of("units", lang, profile.unit.id),
        name_of(profile),
        entry.word(("position",), lang),
        LABELS[profile.stage],
        window(studio, profile),
        bool(entry.get("sample")),
        entry.state(lang) != "none",
    )


def name_of(profile: Profile) -> Text | None:
    """Give a profile's name, if consent covers it on the site."""
    return Text(profile.entry.get("name"), profile.entry.source.lang) if profile.names_on_site else None


def window(studio: Studio, profile: Profile) -> Window:
    """Choose the picture of a profile.

    A photo with consent, a letter only where the name may stand, else closed shutters.
    """
    entry = profile.entry
    if profile.photo_on_site:
        photo = studio.gallery.show(picture_file(entry.source, entry.get("photo")))
        if photo:
            return Window("photo", photo, entry.word(("photo_alt",), studio.lang))
    if profile.category.subject == "model":
        return Window("model")
    if not profile.names_on_site or (entry.get("photo") and not profile.photo_on_site):
        return Window("closed")
    if profile.category.subject == "collective":
        return Window("open")
    return Window("open", letter=initial(entry.get("name")))


def notices(studio: Studio, entry: Entry) -> list[Notice]:
    """List what a reader must know before reading: sample data, no or an old translation."""
    out = []
    if entry.get("sample"):
        out.append(Notice("sample", say("The people, units and figures on this page are invented.")))
    state, source = entry.state(studio.lang), Language(entry.source.lang)
    if state == "none":
        out.append(
            Notice(
                "none",
                say(
                    "This page is not translated yet. The text is shown in {language}.",
                    language=source,
                ),
            )
        )
    elif state == "draft":
        out.append(
            Notice(
                "draft",
                say(
                    "This translation is a draft; the original is in {language}.",
                    language=source,
                ),
            )
        )
    elif state == "stale":
        out.append(
            Notice(
                "stale",
                say(
                    "This translation is older than the original in {language}.",
                    language=source,
                ),
            )
        )
    if entry.draft:
        out.append(Notice("draft", say("This page is a draft and will not be published.")))
    return out


def stages(profile: Profile) -> list[dict[str, Any]]:
    """List the stages with their dates; those to come are not done."""
    progress = profile.entry.progress
    return [
        {
            "label": LABELS[s],
            "on": progress.get(s),
            "document": profile.entry.get("progress", s, "document"),
            "done": s in progress,
        }
        for s in STAGES
        if s in progress or STAGES.index(s) > STAGES.index(profile.stage)
    ]


def public_evidence(profile: Profile) -> list[Mapping[str, Any]]:
    """Give the items of evidence that may be published."""
    return [e for e in profile.entry.get("evidence") or [] if not is_internal(e, profile.criteria)]


def evidence_rows(studio: Studio, profile: Profile) -> list[dict[str, Any]]:
    """Group the public evidence under the public criteria that it serves, in the order of the criteria file."""
    rows = []
    for verdict in profile.verdicts:
        criterion = verdict.criterion
        items = [e for e in public_evidence(profile) if e.get("id") in verdict.evidence]
        if criterion.internal or not items:
            continue
        rows.append(
            {
                "id": criterion.id,
                "label": criterion.label.told(studio.lang),
                "section": criterion.section,
                "url": studio.site.urls.item("criteria", studio.lang, profile.criteria.id, criterion.id),
                "items": [evidence_item(studio, profile, e) for e in items],
            }
        )
    return rows


def evidence_item(studio: Studio, profile: Profile, item: Mapping[str, Any]) -> dict[str, Any]:
    """Show one item: its words, and in order its time, source and attestation."""
    meta: list[Message] = []
    if item.get("on"):
        meta.append(say("On {day}", day=item["on"]))
    elif item.get("period"):
        meta.append(say("Period {period}", period=period_text(item["period"], studio.lang)))
    elif item.get("years"):
        meta.append(say("Years {years}", years=[str(y) for y in item["years"]]))
    source_lang = profile.entry.source.lang
    if item.get("source"):
        meta.append(say("Source: {source}", source=Text(item["source"], source_lang)))
    attested = item.get("attested") or {}
    if attested.get("by"):
        by = attested["by"].told(studio.lang)
        if attested.get("on"):
            meta.append(say("Attested by {by} on {day}", by=by, day=attested["on"]))
        else:
            meta.append(say("Attested by {by}", by=by))
    return {"text": profile.entry.word(("evidence", item["id"], "text"), studio.lang), "meta": meta}


def period_text(period: str, lang: str) -> str:
    """Write a period with both its ends, 01/2022 – 5/2022 or January 2022 – May 2022; once where they are the same."""

    def end(text: str) -> str:
        year, month, *day = (int(part) for part in text.split("-"))
        if day:
            with suppress(ValueError):
                return show_date(date(year, month, day[0]), lang)
            return text
        if base_of(lang) != "vi":
            return show_month(date(year, month, 1), lang)
        return f"{month:02d}/{year}" if month < 3 else f"{month}/{year}"

    first, last = map(end, period.split("/"))
    return first if first == last else f"{first} – {last}"


def dimensions(studio: Studio, profile: Profile) -> list[Dimension]:
    """Make the before/after figures of the public evidence.

    Lengths start at zero, the larger value is the full length.
    """
    return [
        dimension(studio, profile, e)
        for e in public_evidence(profile)
        if "before" in (e.get("measure") or {}) and "after" in e["measure"]
    ]


def dimension(studio: Studio, profile: Profile, item: Mapping[str, Any]) -> Dimension:
    """Make one figure; its meaning is told in words too."""
    measure, lang = item["measure"], studio.lang
    before, after = measure["before"], measure["after"]
    top = max(abs(before), abs(after)) or 1
    label = (
        measure["label"].told(lang)
        if "label" in measure
        else profile.entry.word(("evidence", item["id"], "text"), lang)
    )
    return Dimension(
        label,
        measure["unit"].told(lang) if "unit" in measure else Text("", lang),
        show_number(before, lang),
        show_number(after, lang),
        f"{abs(before) / top * 100:.4g}",
        f"{abs(after) / top * 100:.4g}",
        show_number(round(abs(after - before), 6), lang),
        after < before,
        tuple(evidence_item(studio, profile, item)["meta"]),
    )


def adoptions(studio: Studio, profile: Profile) -> list[dict[str, Any]]:
    """List the units that copied a profile, weak results too."""
    rows = []
    for i, row in enumerate(profile.entry.get("adopted_by") or []):
        known = row.get("unit") in studio.site.units
        rows.append(
            {
                "unit": unit_name(studio.site, row.get("unit", "")).told(studio.lang),
                "url": studio.site.urls.list_of("units", studio.lang, row["unit"]) if known else None,
                "on": row.get("on"),
                "result": profile.entry.word(("adopted_by", i, "result"), studio.lang),
            }
        )
    return rows


def words_list(entry: Entry, field_name: str, lang: str) -> list[Text]:
    """Give a list of words, item by item."""
    return [entry.word((field_name, i), lang) for i in range(len(entry.get(field_name) or []))]


def body_view(studio: Studio, entry: Entry) -> BodyView:
    """Make the body of an entry in this language, its links and pictures turned to paths from the site's root."""
    body, lang = entry.body(studio.lang)
    document = entry.translations[lang] if lang in entry.translations and lang != entry.source.lang else entry.source
    marks = tuple(slug for slug, _ in anchors(entry, document))
    nodes = tuple(_resolved(studio, document, body.nodes))
    if lang != entry.source.lang and entry.kind == "exemplar":
        nodes = tuple(_named(nodes, str(entry.get("name")), entry.source.lang))
    return BodyView(nodes, marks, lang)


def _named(nodes: tuple[Node, ...], name: str, lang: str) -> Iterator[Node]:
    """Mark the profile's name in a translated body as being of the source language."""
    for node in nodes:
        if isinstance(node, str):
            for i, part in enumerate(node.split(name)):
                if i:
                    yield Element("span", {"lang": lang}, (name,))
                yield part
        else:
            yield replace(node, children=tuple(_named(node.children, name, lang)))


def _resolved(studio: Studio, document: Document, nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag == "a":
            yield replace(
                node,
                attrs={"href": _target(studio, document, node.attrs.get("href", ""))},
                children=tuple(_resolved(studio, document, node.children)),
            )
        elif node.tag == "img":
            yield _image(studio, document, node)
        else:
            yield replace(node, children=tuple(_resolved(studio, document, node.children)))


def _target(studio: Studio, document: Document, target: str) -> str:
    match resolve(studio.library, document, target):
        case Web(url):
            return url
        case Item(entry, anchor) if studio.shown(entry):
            return studio.url(entry) + (f"#{ANCHOR}{anchor}" if anchor else "")
    return ""


def _image(studio: Studio, document: Document, node: Element) -> Element:
    shown = studio.gallery.show(picture_file(document, node.attrs.get("src", "")))
    if shown is None:
        return replace(node, attrs={"alt": node.attrs.get("alt", ""), "src": ""})
    size = {"width": shown.width, "height": shown.height}
    sources = {"srcset": _set(shown.sizes), "webp": _set(shown.modern)}
    return replace(node, attrs={"src": shown.src, "alt": node.attrs.get("alt", ""), **size, **sources})


def _set(sizes: Iterable[tuple[str, str]]) -> str:
    """Write paths with their widths as a `srcset`."""
    return ", ".join(f"{path} {width}" for path, width in sizes)


def legal_basis(row: Mapping[str, Any], lang: str, source: str) -> dict[str, Any]:
    """Show a cited document: number, date, issuer and title."""
    return {
        "number": Text(row.get("number", ""), source),
        "on": row.get("on"),
        "issuer": told(row.get("issuer"), lang),
        "title": told(row.get("title"), lang),
    }


def told(label: Label | str | None, lang: str) -> Text | None:
    """Tell a label, if there is one."""
    return label.told(lang) if isinstance(label, Label) else None
