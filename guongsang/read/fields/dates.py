"""Dates and periods of a field: read where they are right, else told with what was probably meant."""

import re
from contextlib import suppress
from datetime import date

from guongsang.findings import suggest
from guongsang.i18n.messages import Message, say
from guongsang.read.fields.cursor import Cursor
from guongsang.read.fields.kinds import Date, Period
from guongsang.read.fields.typed_dates import day_typed, period_typed
from guongsang.text.suggestions import labelled

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)


def read_date(at: Cursor, text: str, kind: Date) -> date | str:
    """Return a day of the calendar, typed as 2022-06-10, or a word in its place. Raises Wrong, the finding kept."""
    if text in kind.or_words:
        return text
    if match := _DAY.fullmatch(text):
        with suppress(ValueError):
            return date(*map(int, match.groups()))
        raise at.wrong(
            say("{field}: there is no day {value} in the calendar", field=at.name, value=text),
            say("correct the day or the month"),
            "bad-date",
        )
    hint = say("write the date as year-month-day, like 2022-06-10")
    if re.fullmatch(r"(?:ngày )?\d{1,2}[/.-]\d{1,2}", text, re.ASCII):
        hint = say("write the year too, as year-month-day, like 2022-06-10")
    replacement = None
    if period := period_typed(text):
        hint = say("one day belongs here, as year-month-day, like 2022-06-10")
        if kind.or_period:
            hint = say("one day belongs here; a month, quarter or year is written as {line}", line=f"period: {period}")
    if parts := day_typed(text):
        try:
            replacement = date(*parts).isoformat()
            hint = say("did you mean {name}?", name=replacement)
        except ValueError:
            hint = say("there is no such day in the calendar; write the right one as year-month-day, like 2022-06-10")
    message = say("{field} is not a date: {value}", field=at.name, value=text)
    if kind.or_words:
        message = say(
            "{field} is neither a date nor one of these words: {names}; it is {value}",
            field=at.name,
            names=list(kind.or_words),
            value=text,
        )
        replacement = replacement or _word_meant(at, text, kind)
        hint = _word_hint(text, replacement, kind)
    raise at.wrong(message, hint, "bad-date", replacement)


def _word_meant(at: Cursor, text: str, kind: Date) -> str | None:
    """Return the word whose label was typed; None where it is none, or that of several."""
    labels = {word: [one.tell(label) for one in at.reading.catalogues] for word, label in kind.or_words.items()}
    return labelled(text, labels)


def _word_hint(text: str, meant: str | None, kind: Date) -> Message:
    otherwise = say(
        "write the date as year-month-day, like 2022-06-10, or one of these words: {names}", names=list(kind.or_words)
    )
    return say("did you mean {name}?", name=meant) if meant else suggest(text, kind.or_words, otherwise)


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


def read_period(at: Cursor, text: str, kind: Period) -> str:
    """Return a period as two months or days with a slash between. Raises Wrong, with the finding kept."""
    if _is_month(text):
        return f"{text}/{text}"
    ends = text.split("/")
    if len(ends) == 2 and all(_is_month(end.strip()) for end in ends):
        if ends[0].strip() <= ends[1].strip():
            return text
        raise at.wrong(
            say("{field}: the period ends before it begins", field=at.name),
            say("write the earlier month first"),
            "date-order",
        )
    typed = period_typed(text)
    meant = typed if typed and all(map(_is_month, typed.split("/"))) else None
    raise at.wrong(
        say("{field} is not a period: {value}", field=at.name, value=text),
        say("did you mean {name}?", name=meant)
        if meant
        else say("write a month, or two with a slash between, like 2022-01/2022-05"),
        "bad-date",
        meant,
    )
