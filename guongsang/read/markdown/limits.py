"""What is too much for the Markdown parser, told before it starts.

In comes a `Written` body; out comes the finding that refuses it, if it would keep the parser busy for long. A parser
that has started cannot be stopped, and many of its steps take the square of what they read, so counts of lines, items,
cells and signs are held against limits that no real text comes near, in one walk over the text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from guongsang.findings import Finding, find
from guongsang.i18n.messages import Message, say
from guongsang.read.markdown.source import MarkdownSource, lines_of
from guongsang.read.source import Source

_RUN = re.compile(r"([^\w\s.=-])\1{200,}")
_MARGIN = re.compile(r"[ \t>]*")
_MARKERS = re.compile(r"[ \t>]*((?:(?:[*+-]|\d{1,9}\.)[ \t]+)+)")
_LINK_END = re.compile(r"\]\([^()\"'\n]*(?:\([^()\"'\n]*\)[^()\"'\n]*)?(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}')?[ \t]*\)")
_OPENERS_LIMIT = 400
_REACH_LIMIT = 2_000_000
_WORK_LIMIT = 1_500_000_000
_WORKED = ("*", "_", "&", "\\", "@", "://", "www.")
"""Signs at each of which the parser may copy the paragraph, beside brackets and backquotes."""
_SHARES_LIMIT = 3
_FENCES_LIMIT = 1_000
_UNCLOSED_LIMIT = 20
_MARGIN_DEPTH = 20
BLOCK_DEPTH = 7
"""Lists and quotations in one another; with nine and a table or note inside them, Typst comes to its own end."""
_BEGINS = frozenset(" \t>*+-")
"""What a line begins with that is nested in something, beside figures."""


@dataclass(frozen=True)
class _Limit:
    """What is counted, how many there may be, and how that is told; what is quickly parsed takes no share.

    There are no more of it than one and as many as its `signs`; where it counts `by_line`, than that on each line.
    """

    places: Callable[[str], Iterator[int]]
    most: int
    signs: tuple[str, ...]
    message: Message
    share: bool = True
    by_line: bool = False

    def bound(self, text: str) -> int:
        """Return a number that is quickly counted and that what is limited does not exceed."""
        signs = 1 + sum(map(text.count, self.signs))
        return signs * (1 + text.count("\n")) if self.by_line else signs


def _at(pattern: str) -> Callable[[str], Iterator[int]]:
    compiled = re.compile(pattern, re.MULTILINE)
    return lambda text: (m.start() for m in compiled.finditer(text))


def _items(text: str) -> Iterator[int]:
    """Yield list items; several may begin on one line."""
    for start, line in lines_of(text):
        if match := _MARKERS.match(line):
            yield from [start] * len(match[1].split())


def _cells(text: str) -> Iterator[int]:
    """Yield the cells of tables; a row has as many as its table has columns."""
    columns = 0
    for start, line in lines_of(text):
        if not line.strip(" \t>"):
            columns = 0
        elif "|" in line and "-" in line and not line.strip(" \t>|:-"):
            columns = max(columns, line.count("|") + 1)
        yield from [start] * columns


_LIMITS = (
    _Limit(_at(r"\n"), 40_000, ("\n",), say("the text has {n} lines; the limit is {limit}"), share=False),
    _Limit(
        _at(r"\n[ \t>]*\n(?=[ \t>]*[^\s>])"), 10_000, ("\n",), say("the text has {n} paragraphs; the limit is {limit}")
    ),
    _Limit(_items, 8_000, ("*", "+", "-", "."), say("the text has {n} list items; the limit is {limit}")),
    _Limit(_cells, 15_000, ("|",), say("the text has tables of {n} cells; the limit is {limit}"), by_line=True),
    _Limit(
        _at(r"^[ \t>]*#|^[ \t>]*(?:=+|-+|(?:[-*_] *){3,})[ \t]*$"),
        1_500,
        ("\n",),
        say("the text has {n} headings and rules; the limit is {limit}"),
    ),
    _Limit(_at(r"(?<!!)\[|<(?=[^\s<>]+[:@])"), 3_500, ("[", "<"), say("the text has {n} links; the limit is {limit}")),
    _Limit(_at(r"!\["), 2_000, ("![",), say("the text has {n} pictures; the limit is {limit}")),
    _Limit(_at(r"://|www\.|@"), 10_000, ("://", "www.", "@"), say("the text has {n} addresses; the limit is {limit}")),
    _Limit(_at(r"\[\^"), 1_000, ("[^",), say("the text has {n} footnote marks; the limit is {limit}")),
    _Limit(
        _at(r"\*+|_+|~~+"), 12_000, ("*", "_", "~~"), say("the text has {n} signs of emphasis; the limit is {limit}")
    ),
    _Limit(_at(r"`+"), 10_000, ("`",), say("the text has {n} backquotes; the limit is {limit}")),
    _Limit(_at(r"&"), 10_000, ("&",), say("the text has {n} signs &; the limit is {limit}")),
    _Limit(_at(r"\\"), 20_000, ("\\",), say("the text has {n} backslashes; the limit is {limit}")),
    _Limit(_at(r"\S {2,}$"), 20_000, ("\n",), say("the text has {n} lines that end in blanks; the limit is {limit}")),
    _Limit(_at(r">[ \t]*(?=>)"), 5_000, (">",), say("the text has {n} quotations in quotations; the limit is {limit}")),
    _Limit(
        _at(r"[0-9]"), 200_000, tuple("0123456789"), say("the text has {n} figures; the limit is {limit}"), share=False
    ),
)
"""Each limit is about half a second of the parser, and several times what a text of 150,000 words needs."""


def over_limits(source: Source, start: int, body: MarkdownSource) -> Finding | None:
    """Refuse what the parser takes long for; nothing here takes more than one walk over the text for each limit."""
    return (
        _too_many(source, start, body)
        or _long_run(source, start, body)
        or _crowded(source, start, body)
        or _nested(source, start, body)
    )


def _too_many(source: Source, start: int, body: MarkdownSource) -> Finding | None:
    """Count all that is limited; then see that the text does not stay just below many limits at once."""
    shares = 0.0
    for limit in () if _surely_few(body.countable) else _LIMITS:
        places = list(limit.places(body.countable))
        if len(places) > limit.most:
            told = replace(limit.message, args={"n": len(places), "limit": limit.most})
            return _too_large(source, start + body.index(places[limit.most]), told)
        shares += len(places) / limit.most if limit.share else 0
    if len(body.fences) > _FENCES_LIMIT:
        message = say("the text has {n} blocks of code; the limit is {limit}", n=len(body.fences), limit=_FENCES_LIMIT)
        return _too_large(source, start + body.index(body.fences[_FENCES_LIMIT]), message)
    if len(body.unclosed) > _UNCLOSED_LIMIT:
        message = say(
            "{n} blocks of code have no end; the limit is {limit}", n=len(body.unclosed), limit=_UNCLOSED_LIMIT
        )
        return _too_large(source, start + body.index(body.unclosed[_UNCLOSED_LIMIT]), message)
    if shares > _SHARES_LIMIT:
        return _too_large(source, start, say("paragraphs, lists, tables, links and signs are too many together"))
    return None


def _surely_few(text: str) -> bool:
    """Return whether so few signs stand in a text that no limit is reached, nor many of them together."""
    bounds = [(limit.bound(text), limit) for limit in _LIMITS]
    shares = sum(bound / limit.most for bound, limit in bounds if limit.share)
    return shares <= _SHARES_LIMIT and all(bound <= limit.most for bound, limit in bounds)


def _too_large(source: Source, index: int, message: Message) -> Finding:
    hint = say("divide the text into several documents, or leave out what is not needed")
    return find("too-large", source.place(index, index + 1), message, hint)


def _long_run(source: Source, start: int, body: MarkdownSource) -> Finding | None:
    text = body.countable
    # A run of more than 200 covers two places that are a hundred apart.
    if not any(a == b and not a.isalnum() for a, b in zip(text[::100], text[100::100], strict=False)):
        return None
    if run := _RUN.search(text):
        at = start + body.index(run.start())
        place = source.place(at, at + 1)
        return find("too-deep", place, say("the same sign stands more than 200 times in a row"), say("shorten the row"))
    return None


def _crowded(source: Source, start: int, body: MarkdownSource) -> Finding | None:
    """Refuse a paragraph whose brackets and backquotes the parser would follow to its end again and again."""
    for at, paragraph in () if _surely_loose(body.countable) else _paragraphs(body.countable):
        openers = sum(paragraph.count(sign) for sign in "[<`")
        signs = openers + sum(map(paragraph.count, _WORKED))
        if (
            openers > _OPENERS_LIMIT + len(paragraph) // 40
            or signs * len(paragraph) > _WORK_LIMIT
            or _reach(paragraph) > _REACH_LIMIT
        ):
            index = start + body.index(at)
            place = source.place(index, index + 1)
            message = say("this paragraph has too many brackets or backquotes")
            return find("too-deep", place, message, say("split it into several"))
    return None


def _surely_loose(text: str) -> bool:
    """Return whether no paragraph would be crowded even if it held all brackets and backquotes of a text."""
    opened, closed, ticks = text.count("["), text.count("]"), text.count("`")
    openers = opened + text.count("<") + ticks
    signs = openers + sum(map(text.count, _WORKED))
    reach = (opened + 2 * closed + ticks) * len(text)
    return openers <= _OPENERS_LIMIT and signs * len(text) <= _WORK_LIMIT and reach <= _REACH_LIMIT


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield stretches of lines that hold more than blanks."""
    begin = 0
    for start, line in lines_of(text):
        if not line.strip():
            yield begin, text[begin:start]
            begin = start + len(line) + 1
    yield begin, text[begin:]


def _reach(paragraph: str) -> int:
    """Add up how many letters the parser walks from each bracket to its end; backquotes are walked four times faster.

    What has no end is followed to the end of the paragraph.
    """
    size = len(paragraph)
    total = 0
    opened: list[int] = []
    for match in re.finditer(r"[\[\]]", paragraph):
        if match[0] == "[":
            opened.append(match.start())
        else:
            total += match.start() - opened.pop() if opened else 0
            if paragraph.startswith("(", match.end()):
                link = _LINK_END.match(paragraph, match.start())
                total += (link.end() if link else size) - match.start()
    total += sum(size - at for at in opened)
    last = {len(m[0]): m.start() for m in re.finditer("`+", paragraph)}
    return total + sum(size - at for at in last.values()) // 4


def _nested(source: Source, start: int, body: MarkdownSource) -> Finding | None:
    for at, line in lines_of(body.countable):
        if line[:1] not in _BEGINS and not line[:1].isdecimal():
            continue
        margin = _MARGIN.match(line)
        markers = _MARKERS.match(line)
        if margin is None or margin.end() == len(line):
            continue
        deep = margin[0].count(">") > _MARGIN_DEPTH or len(margin[0].expandtabs(4)) > 4 * _MARGIN_DEPTH
        if deep or (markers and len(markers[1].split()) > _MARGIN_DEPTH):
            return nested_too_deep(source, start + body.index(at))
    return None


def nested_too_deep(source: Source, index: int) -> Finding:
    """Report that lists or quotations are nested too deep at an index."""
    return find(
        "too-deep",
        source.place(index, index + 1),
        say("lists or quotations are nested more than {n} deep", n=BLOCK_DEPTH),
        say("bring the lines nearer to the margin"),
    )
