"""What every layout of a bulletin, poster or yearbook is set from: the frame with its words, a story an exemplar.

All layouts are handed sheets of one shape (see `paper`), so a new layout needs no Python. Whether a name or photo may
be printed is decided here, so that no print template can let one out.
"""

from collections.abc import Iterator, Mapping, Sequence

from guongsang.i18n.locale_format import show_date
from guongsang.i18n.messages import Text, say
from guongsang.model.profiles import PublicProfile
from guongsang.read.markdown.tree import Element, Node, plain_text
from guongsang.read.tables.units import Unit
from guongsang.render.paper.qr import qr_svg
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.typst.sheet import SheetValue
from guongsang.render.views.measures import before_after_rows
from guongsang.render.views.words import label_in, lessons, replications
from guongsang.text.vietnamese import fold

PORTRAIT = (46.0, 57.5)
"""Width and height in millimetres of the portrait of a story in a bulletin."""
_LONGEST_QUOTE = 300
_LONGEST_SPEAKER = 90


def frame(writer: SheetWriter) -> dict[str, SheetValue]:
    """Set what stands around all stories: programme, organisation, and the words of the layouts."""
    lang, site = writer.context.lang, writer.context.site
    organisation = site.config.organisation
    return {
        "lang": lang,
        "labels": _labels(writer),
        "programme": writer.text(site.config.title.text_in(lang)),
        "org": writer.text(organisation.name.text_in(lang)),
        "parent": writer.text(label_in(organisation.parent, lang)),
    }


def unit_rows(
    writer: SheetWriter, units: Sequence[Unit], profiles: Sequence[PublicProfile]
) -> list[dict[str, SheetValue]]:
    """Return the units in the order of their file, each with how many exemplars it has here."""
    lang = writer.context.lang
    return [
        {"id": u.id, "unit": writer.text(u.name.text_in(lang)), "lit": sum(p.unit.id == u.id for p in profiles)}
        for u in units
    ]


def back(writer: SheetWriter, url: str | None) -> dict[str, SheetValue]:
    """Set the back cover: whom to tell of an exemplar, and the code that leads to a page."""
    lang, organisation = writer.context.lang, writer.context.site.config.organisation
    lines = [organisation.name.text_in(lang), label_in(organisation.address, lang)]
    lines += [Text(line, lang) for line in (organisation.email, organisation.phone)]
    return {
        "title": writer.say(say("Do you know someone like this?")),
        "text": writer.say(
            say(
                "Tell the Office in a line who it is, where, and what was done. "
                "The Office will ask for the rest, and nothing is published without consent."
            )
        ),
        "note": writer.say(say("Everyone may see, correct or withdraw what is written about them.")),
        "address": [writer.text(line) for line in lines if line],
        "url": url,
        "qr": qr_svg(url, writer.context.images.keep) if url else None,
    }


def _labels(writer: SheetWriter) -> dict[str, str]:
    labels = {
        "contents": say("In this issue"),
        "units": say("Contents, by unit"),
        "before": say("Before"),
        "after": say("After"),
        "recognised": say("Commended by"),
        "adopted": say("Adopted by"),
        "lessons": say("Lessons learned"),
        "portrait_none": say("Without a photo"),
        "street": say("The street on the cover"),
        "street_note": say("Each house is a unit of the organisation. Each lit window is an exemplar in this issue."),
        "sample": say("Sample data: people and events are invented"),
        "draft": say("Draft"),
        "read_on": say("Read the whole story"),
        "decisions": say("Decisions"),
        "names": say("Index of names"),
        "categories": say("Index by category"),
        "figures": say("The year in figures"),
    }
    return {name: writer.say(message) for name, message in labels.items()}


def is_sample(profiles: Sequence[PublicProfile]) -> bool:
    """Return whether any of the profiles is sample data."""
    return any(p.sample for p in profiles)


def story(
    writer: SheetWriter, profile: PublicProfile, portrait: tuple[float, float] = PORTRAIT
) -> dict[str, SheetValue]:
    """Set the story of an exemplar; `portrait` is the room of its photo in millimetres."""
    lang, text = writer.context.lang, profile.texts.body(writer.context.lang)
    notice, honoured = writer.notice(profile), profile.facts.progress.honoured
    url = writer.context.site.urls.absolute(writer.context.url(profile))
    nodes = _with_roles(writer, writer.body(text), text.lang)
    return {
        "id": profile.id.replace("/", "-"),
        "title": writer.text(profile.word(("title",), lang)),
        "category": writer.text(profile.category.label.text_in(lang)),
        "year": profile.campaign,
        "model": profile.category.subject == "model",
        "name": writer.text(profile.name),
        "position": writer.text(profile.word(("position",), lang)),
        "unit": writer.text(profile.unit.name.text_in(lang)),
        "unit_id": profile.unit.id,
        "summary": writer.text(profile.word(("summary",), lang)),
        "notice": {"text": notice, "lang": lang} if notice and text.lang != lang else notice,
        "recognised": writer.text(profile.source_text(honoured.document)) if honoured else None,
        "url": url,
        "lang": text.lang,
        "body": nodes,
        "quote": _quote(writer, nodes, text.lang),
        **_steps(writer, text.body.nodes, text.lang),
        **writer.photo(profile, portrait),
        "lessons": [writer.text(t) for t in lessons(profile, lang)],
        "adopted": [
            {
                "unit": writer.text(copy.unit),
                "when": show_date(copy.on, lang) if copy.on else None,
                "result": writer.text(copy.result),
            }
            for copy in replications(writer.context, profile)
        ],
        "measures": list(_measures(writer, profile)),
    }


def _with_roles(writer: SheetWriter, nodes: list[SheetValue], lang: str) -> list[SheetValue]:
    """Mark what a layout may set apart: the quotation that it may pull out, and how to adopt what was done."""
    wanted = fold(writer.told_in(say("How to adopt"), lang))
    out, inside, pulled = [], False, False
    for i, node in enumerate(nodes):
        if isinstance(node, dict):
            if node["tag"] == "h2":
                inside = fold(_letters(node).strip()) == wanted
            if inside:
                node = {**node, "role": "adopt"}
            elif not pulled and node["tag"] == "blockquote" and _may_be_pulled(_before(nodes, i), _letters(node)):
                node, pulled = {**node, "role": "quote"}, True
        out.append(node)
    return out


def _letters(node: SheetValue) -> str:
    """Return all text of a node."""
    if isinstance(node, str):
        return node
    children = node.get("children") if isinstance(node, Mapping) else None
    return "".join(map(_letters, children)) if isinstance(children, Sequence) else ""


def _before(nodes: Sequence[SheetValue], place: int) -> str:
    blocks = [n for n in nodes[:place] if not isinstance(n, str)]
    return _letters(blocks[-1]).strip() if blocks and isinstance(blocks[-1], dict) else ""


def _may_be_pulled(before: str, text: str) -> bool:
    """Return whether a quotation can leave its place: it is short, and no sentence before it leads to it."""
    return 0 < len(text.strip()) <= _LONGEST_QUOTE and not before.endswith(":")


def _quote(writer: SheetWriter, nodes: Sequence[SheetValue], lang: str) -> dict[str, SheetValue] | None:
    """Return the quotation that may be pulled out, with its speaker where a last short paragraph names one."""
    pulled = next((n for n in nodes if isinstance(n, dict) and n.get("role") == "quote"), None)
    if pulled is None:
        return None
    parts = [t for c in pulled["children"] if (t := " ".join(_letters(c).split()))]
    by = parts.pop() if len(parts) > 1 and len(parts[-1]) <= _LONGEST_SPEAKER else ""
    return {"text": writer.text(Text(" ".join(parts), lang)), "by": writer.text(Text(by, lang))}


def _steps(writer: SheetWriter, nodes: Sequence[Node], lang: str) -> dict[str, SheetValue]:
    """Return the first numbered list as steps in short, each with what it begins with, and the heading above it."""
    heading = ""
    for node in nodes:
        if isinstance(node, str):
            continue
        if node.tag in ("h2", "h3"):
            heading = plain_text((node,)).strip()
        if node.tag == "ol":
            items = [c for c in node.children if isinstance(c, Element)]
            steps = [_step(writer, item, lang) for item in items]
            return {"steps": steps, "steps_title": writer.text(Text(heading, lang))}
    return {"steps": [], "steps_title": None}


def _step(writer: SheetWriter, item: Element, lang: str) -> dict[str, SheetValue]:
    first = next((c for c in item.children if not isinstance(c, str) or c.strip()), "")
    if isinstance(first, Element) and first.tag == "p":
        first = next((c for c in first.children if not isinstance(c, str) or c.strip()), "")
    lead = plain_text((first,)).strip() if isinstance(first, Element) and first.tag == "strong" else ""
    rest = " ".join(plain_text(item.children).split()).removeprefix(lead).strip()
    bare = lead.rstrip(".:")
    joint = "" if rest[:1] in (",", ";", ":", ".") else f"{lead[len(bare) :]} "
    return {
        "lead": writer.text(Text(bare, lang)),
        "joint": joint,
        "text": writer.text(Text(_first_sentence(rest), lang)),
    }


def _first_sentence(text: str) -> str:
    end = next((i for i in range(24, len(text)) if text[i - 1] in ".?!" and text[i] == " "), len(text))
    return text[:end]


def _measures(writer: SheetWriter, profile: PublicProfile) -> Iterator[dict[str, SheetValue]]:
    for shown in before_after_rows(writer.context, profile):
        meta = [writer.say(m) for m in shown.meta]
        yield {
            "label": writer.text(shown.label),
            "unit": writer.text(shown.unit),
            "before": shown.before,
            "after": shown.after,
            "before_value": float(shown.before_width),
            "after_value": float(shown.after_width),
            "period": ". ".join(meta) or None,
            "meta": meta,
        }
