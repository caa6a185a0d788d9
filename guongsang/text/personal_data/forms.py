"""What a kind of personal data is made of, and what the forms of several kinds share.

A form is a pattern whose group `it` is the data. Numbers are looked for in what is read (`text.readable`), where every
figure is one of 0 to 9, so only what may stand between figures is listed here.
"""

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from functools import cached_property

from guongsang.text.patterns import lazy
from guongsang.text.personal_data.signs import Signs

BLANK = r"[^\S\n]"
"""Any blank within a line."""
GAP = r"[ \xa0.\-‐‑‒–—−·•_()'’*~\\]{0,3}"
"""What people put between the figures of one number."""
BEFORE = (
    r"(?=[\d(+O])(?:(?<![\w@=&#%])(?<![^\d]/)(?<!\b\d{4}/)(?<!\d[.,\-])|(?<=\d{10}[-/,])|(?<=\d{3}[. ]\d{3}[-/,])"
    r"|(?<=[sđd][đd]t)|(?<=\bđt)|(?<=zalo)|(?<=zalo/)|(?<=viber)|(?<=viber/)|(?<=[đd]t/)|(?<=\btel))"
)
"""A number begins here: it is no part of another number, of a code or of an address of the web."""
BEFORE_ZERO = r"(?=\(?[0O])" + BEFORE
"""The same of a number that begins with 0, which is far quicker to see than what stands before it."""
UNIT = (
    r"\s*(?:đồng|đ\b|VND|VNĐ|₫|USD|US\$|EUR|€|%|triệu|tỷ|tỉ\b|nghìn|ngàn|m[23²³]?\b|km|kg\b|tấn|lít|ha\b|kWh"
    r"|dong\b|million|billion)"
)
AFTER = rf"(?![\w@]|[/-][^\W\d_]|/\d{{1,4}}(?!\d)|-(?!0[35789]\d)\d|[.,]\d|{UNIT})"
"""A number ends here: neither a code, nor a longer number, nor a sum or a measure."""
NO_DATE = (
    r"(?!\d{1,2}[./ \-]\d{1,2}[./ \-](?:19|20)\d\d(?!\d))"
    r"(?!\d{1,2}[./\-](?:19|20)\d\d(?!\d)(?![.\-]\d{4}(?!\d)))"
)

_CAPITALS = "".join(c for c in map(chr, (*range(0x41, 0x250), *range(0x1EA0, 0x1F00))) if c.isupper())
_NO_NAME = (
    r"(?!(?:Việt Nam|Hà Nội|Hội|Công|Đảng|Đoàn|Sở|Phòng|Ban|Trường|Bệnh|Thành|Tỉnh|Ủy|Uỷ|Nhà|Khoa|Trung|Tổ|Chi|Xã|Quận"
    r"|Huyện|Liên|Bộ|Cục|Tổng|Viện|Hợp|Quỹ|Nước|The|In|On|At|And|But|He|She|It|They|We|I)\b)"
)
NAMED = rf"(?=[{_CAPITALS}]){_NO_NAME}[{_CAPITALS}][\w’'-]*"
"""A word that can be part of a name; patterns with it mind capitals, and look for one first, which is quickest."""
FULL_NAME = rf"{NAMED}(?: {NAMED}){{1,4}}"
NAME = rf"{NAMED}(?: {NAMED}){{0,4}}"
FAMILIES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Đào Mai Trịnh Lâm Phùng Tô Tạ Hà "
    "Cao Lương Lưu Thái Châu Tăng Quách Nghiêm Triệu Kiều Chu Nguyen Tran Pham Hoang Huynh Phan Vo Dang Bui Do Ngo "
    "Duong"
).split()
FAMILY = "(?:" + "|".join(f"{name}|{name.upper()}" for name in FAMILIES) + ")"
"""A family name, by which a name is told from other words in capitals."""


@dataclass(frozen=True)
class Held:
    """What a text holds of what forms need: its letters, small, the pieces of signs, how many figures its rows have."""

    small: str
    pieces: Set[str]
    figures: int
    figures_anyhow: int


@dataclass(frozen=True)
class Needs:
    """What stands in every text in which a form can be found, so that the form need not be looked for in others.

    That is one of some words, in small letters, and so many figures in a row, with gaps between them as numbers have
    (`GAP`) or with any signs.
    """

    words: tuple[str, ...] = ()
    figures: int = 0
    figures_anyhow: int = 0

    @cached_property
    def signs(self) -> Signs:
        """Return the words as signs."""
        return Signs.of(self.words)

    def met(self, held: "Held") -> bool:
        """Return whether a text that holds so much can hold the form."""
        if held.figures < self.figures or held.figures_anyhow < self.figures_anyhow:
            return False
        return not self.words or bool(self.signs.standing_in(held.small, held.pieces))


_NOTHING = Needs()


@dataclass(frozen=True)
class Form:
    """A way in which a kind of data is written; `meant` says of a match whether it is one."""

    pattern: re.Pattern[str]
    meant: Callable[[re.Match[str]], bool] | None = None
    needs: Needs = _NOTHING


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of personal data: the forms in which it is written and a quick first look.

    A form is looked for only near one of its `signs`, words in small letters, or where `first_look` finds something;
    without either, near figures in a row.
    """

    name: str
    forms: tuple[Form, ...]
    signs: tuple[str, ...] = ()
    first_look: re.Pattern[str] | None = None

    @cached_property
    def looked_for(self) -> Signs:
        """Return the signs by their pieces."""
        return Signs.of(self.signs)

    @cached_property
    def needs(self) -> tuple[Needs, ...]:
        """Return what its forms need, each once; several need the same."""
        return tuple(dict.fromkeys(form.needs for form in self.forms))

    @cached_property
    def _needs_of_forms(self) -> tuple[int, ...]:
        return tuple(self.needs.index(form.needs) for form in self.forms)

    def possible(self, held: Held) -> list[Form]:
        """Return the forms that a text can hold."""
        met = [needs.met(held) for needs in self.needs]
        return [form for form, i in zip(self.forms, self._needs_of_forms, strict=True) if met[i]]


def forms(
    *patterns: str,
    case: bool = False,
    meant: Callable[[re.Match[str]], bool] | None = None,
    needs: Needs = _NOTHING,
) -> tuple[Form, ...]:
    """Make forms of patterns; those with names in them mind capitals (`case`)."""
    return tuple(Form(lazy(p, 0 if case else re.IGNORECASE), meant, needs) for p in patterns)


def needing(words: str, figures: int = 0) -> Needs:
    """Return what forms need: one of the words, which stand as those of `signs_of`, and so many figures in a row."""
    return Needs(signs_of(words), figures)


def digits(least: int, most: int | None = None) -> str:
    """Return the pattern of so many figures with gaps between them."""
    return rf"\d(?:{GAP}\d){{{least - 1},{(most or least) - 1}}}"


def any_of(words: str) -> str:
    """Return the pattern of one of the words, which stand with | between them over several lines."""
    return f"(?:{'|'.join(line.strip() for line in words.splitlines())})"


def signs_of(words: str) -> tuple[str, ...]:
    """Return signs that stand with | between them over several lines; _ stands for a blank at their ends."""
    return tuple(word.replace("_", " ") for line in words.splitlines() for word in line.strip().split("|"))


def before(match: re.Match[str], length: int) -> str:
    """Return what stands before the data in the same line, at most so many letters."""
    start = match.start("it")
    return match.string[max(0, start - length) : start].rpartition("\n")[2]


def after(match: re.Match[str], length: int) -> str:
    """Return what stands behind the data in the same line, at most so many letters."""
    end = match.end("it")
    return match.string[end : end + length].partition("\n")[0]
