"""Single values: text as typed, and the kinds that are read from it."""

import re
from datetime import date
from typing import Any

from guongsang.findings import find, suggest
from guongsang.i18n.messages import Message, say
from guongsang.read.fields.kinds import Date, Flag, Integer, Number, OneOf, Period, PlainText, Reading, Ref, Slug, Url
from guongsang.read.fields.typed_dates import day_typed
from guongsang.read.yaml.node import Node
from guongsang.text.file_names import RESERVED
from guongsang.text.vietnamese import count_words


class Wrong(Exception):
    """A value does not fit its kind; the finding is already kept."""


def tell_wrong(reading: Reading, node: Node, message: Message, hint: Message, code: str = "wrong-type") -> None:
    end = min(node.end, _line_end(reading.source.text, node.start)) if node.text is None else node.end
    reading.findings.append(find(code, reading.source.place(node.start, max(end, node.start + 1)), message, hint))


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end


def wrong(reading: Reading, node: Node, code: str, message: Message, hint: Message) -> Wrong:
    tell_wrong(reading, node, message, hint, code)
    return Wrong()


def _words(reading: Reading, node: Node, text: str, kind: PlainText, field: Message) -> str:
    if not text:
        raise wrong(
            reading,
            node,
            "bad-value",
            say("{field} is empty", field=field),
            say("write the text, or remove the line"),
        )
    if kind.limit and (n := count_words(text)) > kind.limit:
        raise wrong(
            reading,
            node,
            "bad-value",
            say("{field} has {n} words; at most {limit} are allowed", field=field, n=n, limit=kind.limit),
            say("shorten it"),
        )
    return text


def _ref(reading: Reading, node: Node, text: str, kind: Ref, field: Message) -> str:
    return _words(reading, node, text, PlainText(), field)


def _one_of(reading: Reading, node: Node, text: str, kind: OneOf, field: Message) -> str:
    if text in kind.choices:
        return text
    hint = suggest(text, kind.choices, say("write one of: {names}", names=", ".join(kind.choices)))
    raise wrong(reading, node, "bad-value", say("{field} cannot be {value}", field=field, value=text), hint)


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
    raise wrong(reading, node, "wrong-type", say("{field} must be true or false", field=field), hint)


def _whole(reading: Reading, node: Node, text: str, kind: Integer, field: Message) -> int:
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,14})", text, re.ASCII):
        number = int(text)
        if number >= kind.least:
            return number
        raise wrong(
            reading,
            node,
            "bad-value",
            say("{field} must be at least {n}", field=field, n=str(kind.least)),
            say("write a larger number"),
        )
    raise wrong(reading, node, "wrong-type", say("{field} must be a whole number", field=field), _whole_hint(text))


def _figure(reading: Reading, node: Node, text: str, kind: Number, field: Message) -> int | float:
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,14})", text, re.ASCII):
        return int(text)
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,9}", text, re.ASCII) and not _THOUSANDS.fullmatch(text):
        return float(text)
    raise wrong(reading, node, "wrong-type", say("{field} must be a number", field=field), _number_hint(text))


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


_MONTH = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)


def _day(reading: Reading, node: Node, text: str, kind: Date, field: Message) -> date:
    if match := _DAY.fullmatch(text):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            raise wrong(
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
    raise wrong(reading, node, "bad-date", say("{field} is not a date: {value}", field=field, value=text), hint)


def _is_month(text: str) -> bool:
    """Return whether a text is a month or day of the calendar."""
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
        raise wrong(
            reading,
            node,
            "date-order",
            say("{field}: the period ends before it begins", field=field),
            say("write the earlier month first"),
        )
    raise wrong(
        reading,
        node,
        "bad-date",
        say("{field} is not a period: {value}", field=field, value=text),
        say("write two months with a slash between, like 2022-01/2022-05"),
    )


def _slug(reading: Reading, node: Node, text: str, kind: Slug, field: Message) -> str:
    if RESERVED.fullmatch(text.lower()):
        raise wrong(
            reading,
            node,
            "bad-value",
            say("{field} cannot be {value}", field=field, value=text),
            say("the site or Windows keeps this name for itself; choose another"),
        )
    if re.fullmatch(kind.pattern, text) and len(text) <= 80:
        return text
    raise wrong(
        reading,
        node,
        "bad-value",
        say("{field} cannot be {value}", field=field, value=text),
        say("use letters without marks, digits and hyphens, like {example}", example=kind.example),
    )


def _web(reading: Reading, node: Node, text: str, kind: Url, field: Message) -> str:
    if re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", text):
        return text.rstrip("/") + "/"
    raise wrong(
        reading,
        node,
        "bad-value",
        say("{field} is not a web address: {value}", field=field, value=text),
        say("write it like https://guongsang.example/"),
    )


READERS: dict[type, Any] = {
    PlainText: _words,
    Ref: _ref,
    OneOf: _one_of,
    Flag: _flag,
    Integer: _whole,
    Number: _figure,
    Date: _day,
    Period: _period,
    Slug: _slug,
    Url: _web,
}
