"""Kinds of field: what a value must look like, and what becomes of it.

A kind is plain data. `convert` brings a YAML node to the value of its kind: text stays what was typed, and
true/false, numbers and dates are read only where the field is one (contract, section 2). What does not fit is a
finding at the value, with an example of a right one. Nothing here knows a document; the tables of fields are in
`fields`.
"""

import re
from datetime import date
from typing import Any

from guongsang.findings import find, suggest, unknown_language
from guongsang.i18n.languages import codes_for, serves
from guongsang.i18n.messages import Label, Message, say
from guongsang.read.fields.kinds import (
    Day,
    Either,
    Field,
    Figure,
    Flag,
    Group,
    Kind,
    ListOf,
    MapOf,
    Named,
    OneOf,
    Path,
    Period,
    Reading,
    Ref,
    Slug,
    Web,
    Whole,
    Words,
    example,
    named,
)
from guongsang.read.yaml.parser import Node
from guongsang.read.yaml.placeholders import asked_in
from guongsang.text.vietnamese import closest, count_words


class _Wrong(Exception):
    """A value does not fit its kind; the finding is already kept."""


def read_group(
    reading: Reading,
    node: Node,
    group: Group,
    path: Path = (),
    at: tuple[int, int] | None = None,
    label: Message | None = None,
) -> dict[str, Any]:
    """Read a mapping by its table; `at` is where a missing field is told (the parent key, or the opening fence)."""
    out: dict[str, Any] = {}
    if node.members is None:
        _wrong(
            reading,
            node,
            say("{field} must be a group of fields", field=named(label, path))
            if label
            else say("fields are expected here"),
            say("write indented lines like: {name}: …", name=next(iter(group.fields))),
        )
        return out
    seen = set()
    for name, member in node.members.items():
        spec = group.fields.get(name)
        if spec is None:
            _unknown(reading, name, (member.start, member.end), group)
            continue
        reading.keys[(*path, name)] = (member.start, member.end)
        if member.node.empty:
            continue
        seen.add(name)
        try:
            out[name] = convert(reading, member.node, spec.kind, (*path, name), (member.start, member.end), spec.label)
        except _Wrong:
            continue
    for name, spec in group.fields.items():
        if spec.required and name not in seen:
            _missing(reading, name, spec, reading.keys.get((*path, name)) or at or (node.start, node.end))
    return out


def _missing(reading: Reading, name: str, spec: Field, at: tuple[int, int]) -> None:
    reading.findings.append(
        find(
            "missing-field",
            reading.source.place(*at),
            say("{field} is missing", field=named(spec.label, (name,))),
            say("add a line: {line}", line=f"{name}: {example(spec.kind)}"),
        )
    )


_QUOTED = re.compile(r"[“”„‟‘’«»]\s*(.*?)\s*[“”„‟‘’«»]")


def _unknown(reading: Reading, name: str, at: tuple[int, int], group: Group) -> None:
    near = closest(name, group.fields)
    hint = (
        say("did you mean {name} (“{label}”)?", name=near, label=group.fields[near].label)
        if near
        else say("remove it; the fields here are: {names}", names=", ".join(group.fields))
    )
    if (bare := name.replace("\xa0", " ").strip()) != name:
        hint = say("before {name} stands a blank that is none for YAML; delete it and type ordinary blanks", name=bare)
    if name.isdigit():
        hint = say("a comma parts two fields here; write decimals with a point, like 27.5")
    reading.findings.append(
        find("unknown-field", reading.source.place(*at), say("there is no field {name} here", name=name), hint)
    )


def convert(reading: Reading, node: Node, kind: Kind, path: Path, at: tuple[int, int], label: Message) -> Any:
    """Bring a node to the value of its kind, or keep a finding and raise _Wrong."""
    reading.spans[path] = (node.start, node.end)
    if reading.marks and (asked := asked_in(node)) and (asked[1] or isinstance(kind, Words)):
        _to_fill(reading, node, path, label, asked[0])
        reading.unfilled[path] = isinstance(kind, Words)
        if not (isinstance(kind, Words) and node.text is not None):
            raise _Wrong
    match kind:
        case Group():
            return read_group(reading, node, kind, path, at, label)
        case ListOf():
            return _list(reading, node, kind, path, at, label)
        case MapOf():
            return _map(reading, node, kind, path, label)
        case Named():
            return _named(reading, node, kind, path, label)
        case Either():
            return _either(reading, node, kind, path, at, label)
    field = named(label, path)
    text = _scalar(reading, node, field, kind)
    if not isinstance(kind, (Words, Ref)) and (quoted := _QUOTED.fullmatch(text)):
        code = "bad-date" if isinstance(kind, (Day, Period)) else "wrong-type"
        message = say("{field} stands between the quotation marks of texts: {value}", field=field, value=text)
        raise _fail(reading, node, code, message, say("write it without quotation marks: {value}", value=quoted[1]))
    return _VALUES[type(kind)](reading, node, text, kind, field)


def _to_fill(reading: Reading, node: Node, path: Path, label: Message, what: str) -> None:
    reading.findings.append(
        find(
            "to-fill-in",
            reading.source.place(node.start, node.end),
            say("{field} is still to be filled in: {what}", field=named(label, path), what=what),
            say("write it in place of the brackets [[ ]] and all that is between them"),
        )
    )


def _list(reading: Reading, node: Node, kind: ListOf, path: Path, at: tuple[int, int], label: Message) -> list[Any]:
    if node.items is None:
        _wrong(
            reading,
            node,
            say("{field} must be a list", field=named(label, path)),
            say("write each item on a line of its own that begins with - , or use [ ]"),
        )
        raise _Wrong
    out = []
    for i, item in enumerate(node.items):
        try:
            out.append(convert(reading, item, kind.kind, (*path, i), (item.start, item.end), label))
        except _Wrong:
            out.append(None)
    if len(out) < kind.least:
        reading.findings.append(
            find(
                "bad-value",
                reading.source.place(*at),
                say("{field} has no items", field=named(label, path)),
                say("write at least one"),
            )
        )
    return out if None not in out else [v for v in out if v is not None]


def _map(reading: Reading, node: Node, kind: MapOf, path: Path, label: Message) -> dict[str, Any]:
    if node.members is None:
        _wrong(
            reading,
            node,
            say("{field} must be a group of fields", field=named(label, path)),
            say("write indented lines like: name: value"),
        )
        raise _Wrong
    out = {}
    for name, member in node.members.items():
        reading.keys[(*path, name)] = (member.start, member.end)
        try:
            out[name] = convert(reading, member.node, kind.kind, (*path, name), (member.start, member.end), label)
        except _Wrong:
            continue
    return out


def _named(reading: Reading, node: Node, kind: Named, path: Path, label: Message) -> Label:
    source = reading.languages[0]
    if node.text is not None and kind.plain:
        return Label({source: node.text.strip()}, source)
    if not node.members:
        _wrong(
            reading,
            node,
            say("{field} must have a text for each language", field=named(label, path)),
            say("write it as {example}", example="{" + ", ".join(f"{code}: …" for code in reading.languages) + "}"),
        )
        raise _Wrong
    texts: dict[str, str] = {}
    for code, member in node.members.items():
        if not serves(code, reading.languages):
            place = reading.source.place(member.start, member.end)
            reading.findings.append(unknown_language(place, code, reading.languages))
        elif member.node.text is None:
            _wrong(
                reading,
                member.node,
                say("{field} must be a text", field=named(label, (*path, code))),
                say("write plain words, between quotes if they hold a colon or a bracket"),
            )
        elif reading.marks and (asked := asked_in(member.node)):
            _to_fill(reading, member.node, (*path, code), label, asked[0])
            reading.unfilled[(*path, code)] = False
        elif not member.node.empty:
            texts[code] = member.node.text.strip()
        reading.spans[(*path, code)] = (member.node.start, member.node.end)
    if not texts:
        raise _Wrong
    return Label(_for_all(reading, texts, path), source)


def _for_all(reading: Reading, texts: dict[str, str], path: Path) -> dict[str, str]:
    """Give each language of the site its text, be it of what it is a variant of: `en` serves `en-US`."""
    out = {code: text for code, text in texts.items() if code in reading.languages}
    for lang in reading.languages:
        if lang not in out and (code := next((c for c in codes_for(lang) if c in texts), None)):
            out[lang] = texts[code]
            reading.spans[(*path, lang)] = reading.spans[(*path, code)]
    return out


def _either(reading: Reading, node: Node, kind: Either, path: Path, at: tuple[int, int], label: Message) -> Any:
    """Take the first kind that fits without a finding; where none does, tell what the one of the same form misses."""
    shape = "map" if node.members is not None else "list" if node.items is not None else "text"
    for one in kind.kinds:
        trial = Reading(reading.source, reading.languages, marks=reading.marks)
        try:
            value = convert(trial, node, one, path, at, label)
        except _Wrong:
            continue
        if not trial.findings:
            reading.spans.update(trial.spans)
            reading.keys.update(trial.keys)
            return value
    fitting = [k for k in kind.kinds if _shape(k) == shape] or list(kind.kinds)
    return convert(reading, node, fitting[0], path, at, label)


def _shape(kind: Kind) -> str:
    if isinstance(kind, (Group, MapOf)):
        return "map"
    return "list" if isinstance(kind, ListOf) else "text"


def _scalar(reading: Reading, node: Node, field: Message, kind: Kind) -> str:
    if node.text is None and isinstance(kind, Words) and (at := _colon_in_words(node)):
        message = say("a colon followed by a space stands inside the text")
        hint = say('put the whole text between quotes: "…"')
        reading.findings.append(find("wrong-type", reading.source.place(at, at + 1), message, hint))
        raise _Wrong
    if node.text is None:
        _wrong(
            reading,
            node,
            say("{field} must be a single value, not a list or group", field=field),
            say(
                "write it on one line, between quotes if it holds a colon, a bracket or a brace: {example}",
                example=example(kind),
            ),
        )
        raise _Wrong
    return node.text.strip()


def _colon_in_words(node: Node) -> int | None:
    """Give the place of the colon where words were read as one field and its value: `- Một điều: làm ngay`."""
    if not node.members or len(node.members) != 1:
        return None
    name, member = next(iter(node.members.items()))
    return member.end if " " in name and member.node.text is not None else None


def _wrong(reading: Reading, node: Node, message: Message, hint: Message, code: str = "wrong-type") -> None:
    end = min(node.end, _line_end(reading.source.text, node.start)) if node.text is None else node.end
    reading.findings.append(find(code, reading.source.place(node.start, max(end, node.start + 1)), message, hint))


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end


def _fail(reading: Reading, node: Node, code: str, message: Message, hint: Message) -> _Wrong:
    _wrong(reading, node, message, hint, code)
    return _Wrong()


def _words(reading: Reading, node: Node, text: str, kind: Words, field: Message) -> str:
    if not text:
        raise _fail(
            reading,
            node,
            "bad-value",
            say("{field} is empty", field=field),
            say("write the text, or remove the line"),
        )
    if kind.limit and (n := count_words(text)) > kind.limit:
        raise _fail(
            reading,
            node,
            "bad-value",
            say("{field} has {n} words; at most {limit} are allowed", field=field, n=n, limit=kind.limit),
            say("shorten it"),
        )
    return text


def _ref(reading: Reading, node: Node, text: str, kind: Ref, field: Message) -> str:
    return _words(reading, node, text, Words(), field)


def _one_of(reading: Reading, node: Node, text: str, kind: OneOf, field: Message) -> str:
    if text in kind.choices:
        return text
    hint = suggest(text, kind.choices, say("write one of: {names}", names=", ".join(kind.choices)))
    raise _fail(reading, node, "bad-value", say("{field} cannot be {value}", field=field, value=text), hint)


def _flag(reading: Reading, node: Node, text: str, kind: Flag, field: Message) -> bool:
    if text in ("true", "false"):
        return text == "true"
    meant = {"yes": "true", "có": "true", "on": "true", "1": "true", "True": "true", "TRUE": "true"}.get(text)
    meant = meant or {
        "no": "false",
        "không": "false",
        "off": "false",
        "0": "false",
        "False": "false",
        "FALSE": "false",
    }.get(text)
    hint = say("did you mean {name}?", name=meant) if meant else say("write true or false")
    raise _fail(reading, node, "wrong-type", say("{field} must be true or false", field=field), hint)


def _whole(reading: Reading, node: Node, text: str, kind: Whole, field: Message) -> int:
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,14})", text, re.ASCII):
        number = int(text)
        if number >= kind.least:
            return number
        raise _fail(
            reading,
            node,
            "bad-value",
            say("{field} must be at least {n}", field=field, n=str(kind.least)),
            say("write a larger number"),
        )
    raise _fail(reading, node, "wrong-type", say("{field} must be a whole number", field=field), _whole_hint(text))


def _figure(reading: Reading, node: Node, text: str, kind: Figure, field: Message) -> int | float:
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,14})", text, re.ASCII):
        return int(text)
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,9}", text, re.ASCII) and not _THOUSANDS.fullmatch(text):
        return float(text)
    raise _fail(reading, node, "wrong-type", say("{field} must be a number", field=field), _number_hint(text))


_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{2}0", re.ASCII)
"""1.200, which is twelve hundred in Vietnamese and hardly ever 1.2: nobody is to guess."""


def _whole_hint(text: str) -> Message:
    if re.fullmatch(r"0[0-9]+", text, re.ASCII):
        return _number_hint(text)
    return say("write digits only, like 14")


def _number_hint(text: str) -> Message:
    if re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3})*,[0-9]+", text, re.ASCII):
        return say("write decimals with a point: {value}", value=text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"0[0-9]+", text, re.ASCII):
        return say("write it without the leading zero: {value}", value=text.lstrip("0") or "0")
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3}){2,}", text, re.ASCII):
        return say("write it without dots between the thousands: {value}", value=text.replace(".", ""))
    if _THOUSANDS.fullmatch(text):
        least = text.rstrip("0").rstrip(".")
        return say("write {whole} or {decimal}; a dot parts decimals here", whole=text.replace(".", ""), decimal=least)
    return say("write digits only, with a point before decimals, like 14 or 27.5; the unit has a field of its own")


_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


_DAY_MONTH = re.compile(r"(?:ngày )?(\d{1,2})(?: ?[/.-] ?| tháng )(\d{1,2})(?: ?[/.-] ?| năm )(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})", re.ASCII)


def day_typed(text: str) -> tuple[int, int, int] | None:
    """Read a date as people type it, as year, month and day: 10/6/2022, ngày 10 tháng 6 năm 2022, 2022/6/10."""
    if match := _DAY_MONTH.fullmatch(text):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _YEAR_FIRST.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    return None


_MONTH = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)


def _day(reading: Reading, node: Node, text: str, kind: Day, field: Message) -> date:
    if match := _DAY.fullmatch(text):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            raise _fail(
                reading,
                node,
                "bad-date",
                say("{field}: there is no day {value} in the calendar", field=field, value=text),
                say("correct the day or the month"),
            ) from None
    hint = say("write the date as year-month-day, like 2022-06-10")
    if re.fullmatch(r"(?:ngày )?\d{1,2}[/.-]\d{1,2}", text, re.ASCII):
        hint = say("write the year too, as year-month-day, like 2022-06-10")
    if parts := day_typed(text):
        try:
            hint = say("did you mean {name}?", name=date(*parts).isoformat())
        except ValueError:
            hint = say("there is no such day in the calendar; write the right one as year-month-day, like 2022-06-10")
    raise _fail(reading, node, "bad-date", say("{field} is not a date: {value}", field=field, value=text), hint)


def _is_month(text: str) -> bool:
    """Say whether a text is a month or day of the calendar."""
    match = _MONTH.fullmatch(text)
    if not match:
        return False
    try:
        date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        return False
    return True


def _period(reading: Reading, node: Node, text: str, kind: Period, field: Message) -> str:
    ends = text.split("/")
    if len(ends) == 2 and all(_is_month(end.strip()) for end in ends):
        if ends[0].strip() <= ends[1].strip():
            return text
        raise _fail(
            reading,
            node,
            "date-order",
            say("{field}: the period ends before it begins", field=field),
            say("write the earlier month first"),
        )
    raise _fail(
        reading,
        node,
        "bad-date",
        say("{field} is not a period: {value}", field=field, value=text),
        say("write two months with a slash between, like 2022-01/2022-05"),
    )


RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]|index|page-[0-9]+")
"""Names that Windows or the site's own pages keep for themselves."""


def _slug(reading: Reading, node: Node, text: str, kind: Slug, field: Message) -> str:
    if RESERVED.fullmatch(text.lower()):
        raise _fail(
            reading,
            node,
            "bad-value",
            say("{field} cannot be {value}", field=field, value=text),
            say("the site or Windows keeps this name for itself; choose another"),
        )
    if re.fullmatch(kind.pattern, text) and len(text) <= 80:
        return text
    raise _fail(
        reading,
        node,
        "bad-value",
        say("{field} cannot be {value}", field=field, value=text),
        say("use letters without marks, digits and hyphens, like {example}", example=kind.example),
    )


def _web(reading: Reading, node: Node, text: str, kind: Web, field: Message) -> str:
    if re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", text):
        return text.rstrip("/") + "/"
    raise _fail(
        reading,
        node,
        "bad-value",
        say("{field} is not a web address: {value}", field=field, value=text),
        say("write it like https://guongsang.example/"),
    )


_VALUES: dict[type, Any] = {
    Words: _words,
    Ref: _ref,
    OneOf: _one_of,
    Flag: _flag,
    Whole: _whole,
    Figure: _figure,
    Day: _day,
    Period: _period,
    Slug: _slug,
    Web: _web,
}
