"""What is told of the names in a group of fields: those that are missing, and those that are none."""

import re
from dataclasses import replace

from guongsang.findings import find
from guongsang.i18n.messages import say
from guongsang.read.fields.examples import example
from guongsang.read.fields.kinds import Field, FieldPath, Group, Reading, field_name
from guongsang.text.suggestions import closest, labelled


def shape(path: FieldPath, inner: str) -> str:
    """Write a field with the groups around it, from the item of a list on: organisation: {name: …}."""
    names: list[str] = []
    for part in path:
        names = [*names, part] if isinstance(part, str) else []
    for name in reversed(names):
        inner = f"{name}: {{{inner}}}"
    return inner


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
    """Return the field that bears a name as its label in one of the languages."""
    tell = [catalogue.tell for catalogue in reading.catalogues]
    return labelled(name, {field: [one(group.fields[field].label) for one in tell] for field in group.names})
