"""What is wrong with an answer, in words for the person who gave it; nothing if it will do."""

import unicodedata

from guongsang.i18n.messages import Message, say, say_n
from guongsang.read.fields.kinds import PlainText
from guongsang.read.odd_characters import as_read, without_holes
from guongsang.read.tables.exemplar import EXEMPLAR
from guongsang.text.vietnamese import count_words


def odd_text(answer: str) -> Message | None:
    """Refuse what no keyboard types."""
    if any(unicodedata.category(c) in ("Cc", "Cs") for c in answer):
        return say("this text holds a character that cannot be typed; write it again")
    return None if without_holes(as_read(answer, ".md")).strip() else say("this text is empty")


def odd_summary(answer: str) -> Message | None:
    """Refuse a summary that is too long for its field."""
    kind = EXEMPLAR.fields["summary"].kind
    limit = kind.limit if isinstance(kind, PlainText) else None
    if limit and (n := count_words(answer)) > limit:
        return say_n(
            "the summary has {n} word; at most {limit} are allowed",
            "the summary has {n} words; at most {limit} are allowed",
            n=n,
            limit=limit,
        )
    return odd_text(answer)


def wrong_number(answer: str) -> Message | None:
    """Refuse what is no number as the tables of fields want it."""
    right = answer.isascii() and answer.isdecimal() and len(answer) < 7 and not (len(answer) > 1 and answer[0] == "0")
    return None if right else say("write digits only, like 14")
