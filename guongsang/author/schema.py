"""JSON Schemas of documents and data files, made from the tables of fields, the units and the criteria of a site.

For editors: names of fields, units, categories and criteria complete while typing, and a wrong one is underlined. They
are draft-07, which the YAML extensions read. A profile's schema is that of its campaign's criteria. What only the whole
site can tell (order of dates, consent, links) stays with `check`; lists that grow are examples, never limits.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from guongsang.author.new.draft import source_words
from guongsang.i18n.languages import codes_for
from guongsang.i18n.messages import Catalogue, Label
from guongsang.judge.criteria.kinds import CRITERIA
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.documents.words import field_has_words
from guongsang.read.fields.kinds import (
    Date,
    Either,
    Field,
    Flag,
    Group,
    Integer,
    Kind,
    ListOf,
    LocalizedText,
    MappingOf,
    Number,
    OneOf,
    Period,
    Ref,
    Slug,
    Url,
)
from guongsang.read.tables.campaign import Campaign
from guongsang.read.tables.config import CONFIG
from guongsang.read.tables.documents import DOCUMENTS
from guongsang.read.tables.laws import LAWS, LAWS_FILE
from guongsang.read.tables.units import UNITS

Schema = dict[str, Any]
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_DRAFT = "http://json-schema.org/draft-07/schema#"
_MADE = "Made by the command schema of Gương Sáng, which writes it anew."
_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_MONTH = "[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?"


@dataclass(frozen=True)
class Known:
    """What ids there are for each kind of reference: those that may be written, with labels, and mere examples."""

    words: Catalogue
    languages: tuple[str, ...]
    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def all_schemas(content: Content) -> dict[str, tuple[Schema, str]]:
    """Make every schema of a site, each by its name, with the pattern of the files that it is for."""
    known, source = _known(content, None), content.config.source_language
    others = content.config.languages[1:]
    out: dict[str, tuple[Schema, str]] = {
        "site_config": (_whole(CONFIG, known), "site_config.yaml"),
        "units": (_whole(UNITS, known), "content/units.yaml"),
        "laws": (_whole(LAWS, known), LAWS_FILE),
        "criteria": (_whole(CRITERIA, known), "content/criteria/*.yaml"),
    }
    for kind, group in DOCUMENTS.items():
        if kind in ("exemplar", "plan"):
            for campaign in content.campaigns:
                made = _whole(group, _known(content, campaign))
                out[f"{kind}-{campaign.slug}"] = (made, f"content/{kind}s/{campaign.slug}/*.{source}.md")
        else:
            out[kind] = (_whole(group, known), f"content/{kind}s/*.{source}.md")
        below = "*/" if kind in ("exemplar", "plan") else ""
        for lang in others:
            out[f"{kind}.{lang}"] = (_translation(group, known), f"content/{kind}s/{below}*.{lang}.md")
    return out


def _known(content: Content, campaign: Entry[Campaign] | None) -> Known:
    """Gather the ids that a document may refer to; those of one campaign where it belongs to one."""
    words = source_words(content)
    criteria = content.criteria_of(campaign.slug) if campaign else None
    files = [criteria] if criteria else [] if campaign else list(content.criteria.values())
    profiles = [e for e in content.exemplars if campaign is None or e.campaign == campaign.slug]
    parts = campaign.facts.plan.parts if campaign and campaign.facts.plan else ()
    ids: dict[str, dict[str, str]] = {
        "unit": {u.id: _text(u.name, words) for u in content.units.values()},
        "category": {c.id: _text(c.label, words) for f in files for c in f.categories.values()},
        "criterion": {c.id: _text(c.label, words) for f in files for c in f.criteria.values()},
        "part": {p.id: _text(p.label, words) for p in parts if p.id and p.label},
    }
    examples = {
        "exemplar": tuple(e.id for e in content.exemplars),
        "plan-exemplar": tuple(e.slug for e in profiles),
        "criteria": tuple(content.criteria),
        "campaign": tuple(e.slug for e in content.campaigns),
    }
    return Known(words, content.config.languages, {k: v for k, v in ids.items() if v}, examples)


def _text(label: Label, words: Catalogue) -> str:
    return label.text_in(words.code).value


def _whole(group: Group, known: Known) -> Schema:
    return {"$schema": _DRAFT, "$comment": _MADE, **_group(group, known)}


def _group(group: Group, known: Known) -> Schema:
    required = [name for name, spec in group.fields.items() if spec.required]
    properties = {name: _field(spec, known) for name, spec in group.fields.items()}
    made: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**made, "required": required} if required else made


def _field(spec: Field, known: Known) -> Schema:
    described = [known.words.tell(text) for text in (spec.label, spec.help) if text is not None]
    return {"title": described[0], "description": ": ".join(described), **_kind(spec.kind, known)}


def _kind(kind: Kind, known: Known) -> Schema:
    match kind:
        case Group():
            return _group(kind, known)
        case ListOf():
            return {
                "type": "array",
                "items": _kind(kind.kind, known),
                **({"minItems": kind.least} if kind.least else {}),
            }
        case MappingOf():
            return {"type": "object", "additionalProperties": _kind(kind.kind, known)}
        case Either():
            return {"anyOf": [_kind(one, known) for one in kind.kinds]}
        case LocalizedText():
            return _named(kind, known)
        case Ref():
            return _ref(kind, known)
        case OneOf():
            return {"enum": list(kind.choices)}
    return _value(kind)


def _value(kind: Kind) -> Schema:
    match kind:
        case Flag():
            return {"type": "boolean"}
        case Integer():
            return {"type": "integer", "minimum": kind.least}
        case Number():
            return {"type": "number"}
        case Date():
            day: Schema = {"type": "string", "pattern": f"^{_DAY}$"}
            return {"anyOf": [day, {"enum": list(kind.or_words)}]} if kind.or_words else day
        case Period():
            return {"type": "string", "pattern": rf"^{_MONTH}\s*/\s*{_MONTH}$"}
        case Slug():
            return {"type": ["string", "number"], "pattern": f"^({kind.pattern})$"}
        case Url():
            return {"type": "string", "pattern": "^https?://"}
    return dict(_TEXT)


def _named(kind: LocalizedText, known: Known) -> Schema:
    by_language: Schema = {
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": {code: dict(_TEXT) for lang in known.languages for code in codes_for(lang)},
    }
    return {"anyOf": [dict(_TEXT), by_language]} if kind.plain else by_language


def _ref(kind: Ref, known: Known) -> Schema:
    if kind.to in known.ids:
        return {"oneOf": [_one(name, label) for name, label in known.ids[kind.to].items()]}
    examples = known.examples.get(kind.to)
    return {**_TEXT, "examples": list(examples)} if examples else dict(_TEXT)


def _one(name: str, label: str) -> Schema:
    """Make one of the ids; an editor takes digits for a number."""
    return {**({"enum": [name, int(name)]} if name.isdecimal() else {"const": name}), "title": label}


def _translation(group: Group, known: Known) -> Schema:
    """Make the schema of a translation: what it translates, and words."""
    made = _words(group, known)
    made["properties"] = {"translates": {"type": ["string", "number"]}, **made["properties"]}
    return {"$schema": _DRAFT, "$comment": _MADE, **made}


def _words(group: Group, known: Known) -> Schema:
    properties: Schema = {}
    for name, spec in group.fields.items():
        if not field_has_words(spec):
            continue
        described = known.words.tell(spec.label)
        properties[name] = {"title": described, "description": described, **_words_of(spec, known)}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _words_of(spec: Field, known: Known) -> Schema:
    """Make the schema of one field of a translation; what is still empty is allowed."""
    kind, text = spec.kind, {"type": ["string", "number", "boolean", "null"]}
    if isinstance(kind, ListOf) and isinstance(kind.kind, Group):
        item = {"anyOf": [text, _words(kind.kind, known)]}
        if kind.kind.key:
            return {"type": ["object", "null"], "additionalProperties": item}
        return {"type": ["array", "null"], "items": item}
    if isinstance(kind, ListOf):
        return {"type": ["array", "null"], "items": text}
    return _words(kind, known) if isinstance(kind, Group) else text


def snippets(content: Content) -> dict[str, Any]:
    """Make snippets for Markdown files: they need no extension, and offer fields, units, categories and criteria."""
    known = _known(content, None)
    out: dict[str, Any] = {}
    for name, ids in (("unit", known.ids.get("unit", {})), ("category", known.ids.get("category", {}))):
        if ids:
            out[name] = _snippet(
                name, known.words.tell(DOCUMENTS["exemplar"].fields[name].label), f"{name}: {_choice(ids)}"
            )
    for kind, to in (("serves", "criterion"), ("unit", "unit"), ("category", "category")):
        for id_, label in known.ids.get(to, {}).items():
            out[f"{kind} {id_}"] = _snippet(id_, label, id_)
    for group in DOCUMENTS.values():
        for name, spec in group.fields.items():
            described = " ".join(known.words.tell(t) for t in (spec.label, spec.help) if t is not None)
            out.setdefault(name, _snippet(name, described, f"{name}: $0"))
    return out


def _snippet(prefix: str, description: str, body: str) -> dict[str, str]:
    return {"scope": "markdown", "prefix": prefix, "description": description, "body": body}


def _choice(ids: Iterable[str]) -> str:
    return "${1|" + ",".join(id_.replace("\\", "\\\\").replace(",", "\\,").replace("|", "\\|") for id_ in ids) + "|}"
