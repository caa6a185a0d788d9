"""Single values: text as typed, and the kinds that are read from it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias, TypeVar, cast

from guongsang.findings import find, suggest
from guongsang.i18n.messages import Message, say, say_n
from guongsang.read.fields.cursor import Cursor, Wrong
from guongsang.read.fields.dates import read_date, read_period
from guongsang.read.fields.examples import example, typed_value
from guongsang.read.fields.kinds import Date, Flag, Integer, Kind, Number, OneOf, Period, PlainText, Ref, Slug, Url
from guongsang.read.fields.other_words import choice_called
from guongsang.read.yaml.node import Node
from guongsang.text.file_names import RESERVED
from guongsang.text.readable import shows_anything
from guongsang.text.suggestions import labelled
from guongsang.text.vietnamese import count_words

_QUOTED = re.compile(r"[“”„‟‘’«»]\s*(.*?)\s*[“”„‟‘’«»]")
K = TypeVar("K")


def _plain_text(at: Cursor, text: str, kind: PlainText) -> str:
    if not shows_anything(text) and not kind.may_be_empty:
        raise at.wrong(say("{field} is empty", field=at.name), say("write the text, or remove the line"), "bad-value")
    if kind.limit and (n := count_words(text)) > kind.limit:
        raise at.wrong(
            say_n(
                "{field} has {n} word; at most {limit} are allowed",
                "{field} has {n} words; at most {limit} are allowed",
                field=at.name,
                n=n,
                limit=kind.limit,
            ),
            say("shorten it"),
            "bad-value",
        )
    return text


def _ref(at: Cursor, text: str, kind: Ref) -> str:
    return _plain_text(at, text, PlainText())


def _one_of(at: Cursor, text: str, kind: OneOf) -> str:
    if text in kind.choices:
        return text
    message = say("{field} cannot be {value}", field=at.name, value=text)
    tell = [catalogue.tell for catalogue in at.reading.catalogues]
    labels = {choice: {one(label) for one in tell} if label else () for choice, label in kind.choices.items()}
    if meant := labelled(text, labels) or choice_called(text, kind.choices, at.reading.catalogues):
        raise at.wrong(message, say("did you mean {name}?", name=meant), "bad-value", meant)
    hint = suggest(text, kind.choices, say("write one of: {names}", names=", ".join(kind.choices)))
    raise at.wrong(message, hint, "bad-value")


def _flag(at: Cursor, text: str, kind: Flag) -> bool:
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
    own = str(at.path[-1]) if at.path else ""
    if not meant and choice_called(text, [own], at.reading.catalogues):
        meant = "true"
    hint = say("did you mean {name}?", name=meant) if meant else say("write true or false")
    raise at.wrong(say("{field} must be true or false", field=at.name), hint, replacement=meant)


def _integer(at: Cursor, text: str, kind: Integer) -> int:
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,14})", text, re.ASCII):
        number = int(text)
        if number >= kind.least:
            return number
        raise at.wrong(
            say("{field} must be at least {n}", field=at.name, n=str(kind.least)),
            say("write a larger number"),
            "bad-value",
        )
    raise at.wrong(say("{field} must be a whole number", field=at.name), _integer_hint(text))


def _number(at: Cursor, text: str, kind: Number) -> int | float:
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,14})", text, re.ASCII):
        return int(text)
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,9}", text, re.ASCII) and not _THOUSANDS.fullmatch(text):
        return float(text)
    raise at.wrong(say("{field} must be a number", field=at.name), _number_hint(text))


_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{2}0", re.ASCII)
"""1.200, which is twelve hundred in Vietnamese and hardly ever 1.2: nobody is to guess."""


def _integer_hint(text: str) -> Message:
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


def _slug(at: Cursor, text: str, kind: Slug) -> str:
    if RESERVED.fullmatch(text.lower()):
        raise at.wrong(
            say("{field} cannot be {value}", field=at.name, value=text),
            say("the site or Windows keeps this name for itself; choose another"),
            "bad-value",
        )
    if re.fullmatch(kind.pattern, text) and len(text) <= 80:
        return text
    raise at.wrong(
        say("{field} cannot be {value}", field=at.name, value=text),
        say("use letters without marks, digits and hyphens, like {example}", example=kind.example),
        "bad-value",
    )


def _is_port(text: str) -> bool:
    return re.fullmatch("[0-9]{1,5}", text) is not None and 0 < int(text) < 65536


def _url(at: Cursor, text: str, kind: Url) -> str:
    if with_login := re.fullmatch(r"(https?://)[^\s/?#]*@(.*)", text, re.IGNORECASE):
        raise at.wrong(
            say("{field} holds a user name or a password, which every page would publish", field=at.name),
            say("write it without them: {value}; change the password", value=with_login[1] + with_login[2]),
            "bad-value",
        )
    port = re.match(r"https?://[^\s/?#]*:([^\s/?#:\]]*)(?=/|$)", text)
    if re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", text) and (port is None or _is_port(port[1])):
        return text.rstrip("/") + "/"
    raise at.wrong(
        say("{field} is not a web address: {value}", field=at.name, value=text),
        say("write it like https://guongsang.example/"),
        "bad-value",
    )


Scalar: TypeAlias = str | int | float | bool | date


def read_scalar(at: Cursor, kind: Kind) -> Scalar:
    """Return the value of a node that must be a single text, by its kind. Raises Wrong, with the finding kept."""
    text = _one_text(at, kind)
    if not isinstance(kind, (PlainText, Ref)) and (quoted := _QUOTED.fullmatch(text)):
        message = say("{field} stands between the quotation marks of texts: {value}", field=at.name, value=text)
        code = "bad-date" if isinstance(kind, (Date, Period)) else "wrong-type"
        raise at.wrong(message, say("write it without quotation marks: {value}", value=quoted[1]), code)
    return _READERS[type(kind)](at, text, kind)


def _one_text(at: Cursor, kind: Kind) -> str:
    node = at.node
    if node.text is not None:
        return node.text.strip()
    if isinstance(kind, PlainText) and (colon := _colon_in_words(node)):
        message = say("a colon followed by a space stands inside the text")
        hint = say('put the whole text between quotes: "…"')
        at.reading.blame(at.path)
        at.reading.findings.append(find("wrong-type", at.reading.source.place(colon, colon + 1), message, hint))
        raise Wrong
    if only := _only_item(node):
        hint = say("write it as {example}", example=f"{at.path[-1]}: {only}")
        raise at.wrong(say("{field} must be a single value, not a list or group", field=at.name), hint)
    raise at.wrong(
        say("{field} must be a single value, not a list or group", field=at.name),
        say(
            "write it on one line, between quotes if it holds a colon, a bracket or a brace: {example}",
            example=example(kind),
        ),
    )


def _only_item(node: Node) -> str:
    """Return the value in a list that has no other; empty where there are more, or none."""
    text = node.items[0].text if node.items and len(node.items) == 1 else None
    return typed_value(text.strip()) if text else ""


def _colon_in_words(node: Node) -> int | None:
    """Return the place of the colon where words were read as one field and its value: `- Một điều: làm ngay`."""
    if not node.members or len(node.members) != 1:
        return None
    name, member = next(iter(node.members.items()))
    return member.end if " " in name and member.node.text is not None else None


def _reader(
    kind: type[K], read: Callable[[Cursor, str, K], Scalar]
) -> tuple[type, Callable[[Cursor, str, Kind], Scalar]]:
    return kind, cast(Callable[[Cursor, str, Kind], Scalar], read)


_READERS: Mapping[type, Callable[[Cursor, str, Kind], Scalar]] = dict(
    (
        _reader(PlainText, _plain_text),
        _reader(Ref, _ref),
        _reader(OneOf, _one_of),
        _reader(Flag, _flag),
        _reader(Integer, _integer),
        _reader(Number, _number),
        _reader(Date, read_date),
        _reader(Period, read_period),
        _reader(Slug, _slug),
        _reader(Url, _url),
    )
)
SCALARS = tuple(_READERS)
"""The kinds of single values."""
