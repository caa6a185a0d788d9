"""What is told of a group of fields: names that are missing or are none, and a value where the group should stand."""

import re
from dataclasses import replace

from guongsang.findings import find
from guongsang.i18n.messages import say
from guongsang.read.fields.cursor import Cursor
from guongsang.read.fields.examples import example, typed_value
from guongsang.read.fields.kinds import Date, Field, FieldPath, Group, PlainText, Reading, field_name
from guongsang.read.fields.typed_dates import day_typed
from guongsang.text.suggestions import closest, labelled

_OTHER_NAMES = say(
    "heading = title; headline = title; full name = name; type = category; kind = category; job title = position; "
    "post = position; department = unit; office = unit; abstract = summary; picture = photo; image = photo; "
    "alt text = photo_alt; agreement = consent; proof = evidence; steps = progress; keywords = tags"
)
"""What people call fields beside their labels, as `words = field`; each language has its own list."""
_OTHER_NAME = re.compile(r"(?:^|; )(?P<words>[^=;]+) = (?P<field>\w+)")


def shape(path: FieldPath, inner: str) -> str:
    """Write a field with the groups around it, from the item of a list on: organisation: {name: …}."""
    names: list[str] = []
    for part in path:
        names = [*names, part] if isinstance(part, str) else []
    for name in reversed(names):
        inner = f"{name}: {{{inner}}}"
    return inner


def report_no_group(at: Cursor, group: Group) -> None:
    """Keep the finding that a value stands where a group of fields should; a day is written as one."""
    message = say("{field} must be a group of fields", field=at.name)
    meant = _as_group(at.node.text or "", group)
    if meant and isinstance(at.path[-1], str):
        inner = ", ".join(f"{name}: {value}" for name, value in meant.items())
        whole = all(value != "…" for value in meant.values())
        asked = "" if "document" in meant or "document" not in group.fields else ", document: …"
        line = f"{at.path[-1]}: {{{inner}{asked}}}"
        at.report(message, say("write it as {example}", example=line), replacement=f"{{{inner}}}" if whole else None)
        return
    if (whole_group := _as_texts(at.node.text or "", group)) and isinstance(at.path[-1], str):
        line = f"{at.path[-1]}: {whole_group}"
        at.report(message, say("write it as {example}", example=line), replacement=whole_group)
        return
    first = (group.names or tuple(group.fields))[0]
    line = shape(at.path, f"{first}: …")
    if line.startswith(f"{first}:"):
        at.report(message, say("write indented lines like: {name}: …", name=first))
    else:
        at.report(message, say("write it as {example}", example=line))


def _as_texts(text: str, group: Group) -> str:
    """Return the group that a text is meant as, where its only required field is a text: a name, then a position."""
    needed = [name for name, spec in group.fields.items() if spec.required]
    if not text.strip() or len(needed) != 1 or type(group.fields[needed[0]].kind) is not PlainText:
        return ""
    values = [text.strip()]
    if len(group.fields) == 2:
        values = [part.strip() for part in text.split(",", 1) if part.strip()]
    names = [*needed, *(name for name in group.fields if name not in needed)]
    return "{" + ", ".join(f"{name}: {typed_value(value)}" for name, value in zip(names, values, strict=False)) + "}"


def _as_group(text: str, group: Group) -> dict[str, str]:
    """Return the fields of a group in which a day stands as its own; none where the text is no day."""
    day = day_typed(text.strip())
    own = next((name for name, spec in group.fields.items() if isinstance(spec.kind, Date)), None)
    if day is None or own is None:
        return {}
    needed = {name: "…" for name, spec in group.fields.items() if spec.required}
    return {own: "{}-{:02}-{:02}".format(*day), **{name: value for name, value in needed.items() if name != own}}


def report_missing(reading: Reading, path: FieldPath, spec: Field, at: tuple[int, int]) -> None:
    """Keep the finding that a field, known by its path, does not stand."""
    *around, name = path
    line = f"{name}: {example(spec.kind)}"
    whole = shape(tuple(around), line)
    hint = say("add a line: {line}", line=line)
    if whole != line:
        hint = say("add it under {parent}: {line}", parent=around[-1], line=whole)
    reading.findings.append(
        find(
            "missing-field",
            reading.source.place(*at),
            say("{field} is missing", field=field_name(spec.label, (name,))),
            hint,
        )
    )


def report_unknown(reading: Reading, name: str, at: tuple[int, int], group: Group, known: set[str]) -> str | None:
    """Keep the finding that a name is none of the fields of its group; return the one that was meant, if any.

    One of those that stand there already (`known`) is not meant again.
    """
    bare = name.replace("\xa0", " ").strip()
    absent = replace(group, fields={n: spec for n, spec in group.fields.items() if n not in known})
    meant = bare if bare in absent.names else _by_label(reading, bare, absent) or _near(bare, absent)
    joined = re.fullmatch(r"([\w-]+):(\S.*)", name)
    if joined and joined[1] in group.names:
        meant = joined[1]
        hint = say("put a blank behind the colon: {line}", line=f"{joined[1]}: {joined[2]}")
        message = say("a space is missing after the colon")
        finding = find("unknown-field", reading.source.place(*at), message, hint)
        reading.findings.append(finding.mended_by(f"{joined[1]}: {joined[2]}"))
        return meant
    if name.isdigit():
        meant, hint = None, say("a comma parts two fields here; write decimals with a point, like 27.5")
    elif bare != name:
        meant = bare if bare in group.names else None
        hint = say("before {name} stands a blank that is none for YAML; delete it and type ordinary blanks", name=bare)
    elif near := meant or _near(bare, group):
        hint = say("did you mean {name} (“{label}”)?", name=near, label=group.fields[near].label)
    else:
        hint = say("remove it; the fields here are: {names}", names=", ".join(group.names))
    finding = find("unknown-field", reading.source.place(*at), say("there is no field {name} here", name=name), hint)
    reading.findings.append(finding.mended_by(meant))
    return meant


def _near(name: str, group: Group) -> str | None:
    """Return the field whose name is closest, or has the same letters."""
    return closest(name, group.names) or next((n for n in group.names if sorted(n) == sorted(name)), None)


def _by_label(reading: Reading, name: str, group: Group) -> str | None:
    """Return the field that bears a name as its label, or is called so, in one of the languages."""
    tell = [catalogue.tell for catalogue in reading.catalogues]
    known = {field: [one(group.fields[field].label) for one in tell] for field in group.names}
    if meant := labelled(name, known):
        return meant
    called = [pair for one in tell for pair in _OTHER_NAME.findall(one(_OTHER_NAMES))]
    return labelled(name, {field: [words for words, own in called if own == field] for field in known})
