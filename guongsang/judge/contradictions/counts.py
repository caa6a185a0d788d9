"""Numbers of exemplars in the review of a campaign against the files.

Only what is said of the whole campaign can be compared: a sentence about another time, one unit or a part, and what is
wished or planned, say something else.
"""

import re
from collections.abc import Iterator

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.judge.dates import campaign_years, exemplars_of
from guongsang.judge.texts.typed_texts import typed_texts
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.tables.exemplar import Exemplar
from guongsang.text.patterns import lazy

_COUNTED = {
    "registered": (r"đăng ký", r"registered"),
    "approved": (r"duyệt|công nhận", r"approved"),
    "honoured": (r"biểu dương|khen thưởng|tuyên dương", r"honoured|commended"),
}
_THINGS = r"(?:hồ sơ|gương|điển hình|exemplars?|profiles?)"
_SENTENCE_END = lazy(r"[.;!?](?=\s|$)|\n")
_CLAUSE_END = lazy(r"[,:()–—]")
_OTHER_TIME = lazy(
    r"\b(?:(?:năm|đợt|kỳ|quý|tháng) (?:trước|ngoái|sau|tới)|sang năm|cùng kỳ|quý [IV\d]|tháng \d|tuần|đợt \d|lần \d"
    r"|(?:last|next|previous) (?:year|campaign|quarter|month)|quarter|in (?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december))\b",
    re.IGNORECASE,
)
_PART_OR_WISH = lazy(
    r"\b(?:mỗi|từng|các đơn vị khác|ít nhất|tối thiểu|nhiều nhất|tối đa|hơn|trên|gần|khoảng|dưới|thêm|còn|chỉ tiêu"
    r"|phấn đấu|dự kiến|kế hoạch|mục tiêu|sẽ|cần|phải|nên|được giao|khoa|phòng|chi cục|trung tâm|tổ|ban|sở khác"
    r"|cấp (?:tỉnh|bộ|trên|trung ương|thành phố)|toàn (?:ngành|tỉnh|quốc)|cán bộ|lãnh đạo|nữ|nam|each|every|per"
    r"|at (?:least|most)|over|about|nearly|more than|fewer than|another|target|plan(?:ned|s)?|will|should|must"
    r"|department|women|men|unit)\b",
    re.IGNORECASE,
)
_YEAR = lazy(r"(?<![\d/.-])(?:19|20)\d\d(?!\d)")


def judge_counts(content: Content) -> Iterator[Finding]:
    """Judge the reviews of campaigns."""
    for campaign in content.campaigns:
        for review in content.reviews:
            if review.slug == campaign.slug:
                yield from _review(content, review, exemplars_of(content, campaign))


def _review(content: Content, review: AnyEntry, exemplars: tuple[Entry[Exemplar], ...]) -> Iterator[Finding]:
    """Report a number of registered, approved or honoured exemplars that is not that of the files."""
    parts = _names_of_parts(content)
    for document in review.documents:
        for text in typed_texts(document):
            for stage, words in _COUNTED.items():
                count = sum(1 for entry in exemplars if not entry.draft and stage in entry.progress)
                for match in _counts_in(text.text, "|".join(words)):
                    if int(match["n"]) != count and _of_all(match, parts, campaign_years(review.slug)):
                        yield find(
                            "contradiction",
                            document.source.place(text.start + match.start(), text.start + match.end()),
                            say("the review says {text}; in the files there are {n}", text=match[0], n=str(count)),
                            say("correct the figure, or the dates in the files"),
                        )


def _counts_in(text: str, verbs: str) -> Iterator[re.Match[str]]:
    yield from re.finditer(rf"\b(?:{verbs})\s+(?:được\s+)?(?P<n>\d{{1,4}})\s+{_THINGS}\b", text, re.IGNORECASE)
    yield from re.finditer(
        rf"(?<![\d/.,])(?P<n>\d{{1,4}})\s+{_THINGS}\s+(?:đã\s+)?(?:được\s+|were\s+)?(?:{verbs})\b", text, re.IGNORECASE
    )


def _names_of_parts(content: Content) -> tuple[str, ...]:
    """Return the names of units in small letters: a sentence with one of them may count those of that unit alone."""
    names = (name for unit in content.units.values() for name in unit.name.texts.values())
    return tuple(name.casefold() for name in names)


def _of_all(match: re.Match[str], parts: tuple[str, ...], years: tuple[int, ...]) -> bool:
    """Return whether a number is said of all exemplars of a campaign of some years."""
    sentence = _around(match, _SENTENCE_END, 400)
    other_years = {int(year) for year in _YEAR.findall(sentence)} - set(years)
    if other_years or _OTHER_TIME.search(sentence) or any(name in sentence.casefold() for name in parts):
        return False
    return not _PART_OR_WISH.search(_around(match, _CLAUSE_END, 200))


def _around(match: re.Match[str], end: re.Pattern[str], length: int) -> str:
    """Return what stands around a match up to the nearest ends, at most so many letters to each side."""
    text, start = match.string, max(match.start() - length, 0)
    for sign in (end, _SENTENCE_END):
        start = max([start, *(found.end() for found in sign.finditer(text, start, match.start()))])
    stops = [found.start() for sign in (end, _SENTENCE_END) if (found := sign.search(text, match.end()))]
    return text[start : min([match.end() + length, len(text), *stops])]
