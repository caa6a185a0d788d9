"""Personal data in a text: numbers, addresses and statements that nobody needs to read on a site.

A text comes in, stretches with their kind go out; nothing is looked up. The forms are those of Vietnam (numbers of
identity of twelve and nine digits, telephones with blanks, dots or +84) and telephones abroad with + and a code, in
words of Vietnamese and English. Document numbers, money, dates, measures and addresses of the web are none.
Rules: the safeguard SAF-04, Law 91/2025/QH15 on personal data (basic and sensitive data).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BEFORE = r"(?<![\w@=&#%])(?<![^\d]/)(?<!\b\d{4}/)(?<!\d[.,\-])"
_AFTER = r"(?![\w@]|[/-][^\W\d_]|/\d{1,4}(?!\d)|-\d|[.,]\d|\s*(?:đồng|đ\b|VND|VNĐ|₫|USD|€|%|triệu|tỷ))"
_GAP = r"[ .\-–)\xa0\u202f\u2060]{0,3}"
_NO_DATE = r"(?!\d{1,2}[.\- ]\d{1,2}[.\- ](?:19|20)\d\d)"
_NOT_BORN = "".join(f"(?<!{word} )" for word in ("phát", "học", "vệ", "thí", "hy", "tái", "nảy", "giáo", "khai"))
_NAMED = r"[A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠ-Ỹ][\w’'-]*"
_STREET = r"(?:đường|phố|ngõ|ngách|hẻm|kiệt|khu phố|phường|xã|thôn|ấp|tổ dân phố|tổ \d|khóm|chung cư)"


@dataclass(frozen=True)
class Personal:
    """A stretch of a text that holds personal data, and of what kind."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class _Kind:
    """A kind of personal data: the forms in which it is written, what counts in the group `it`, and a quick first look.

    A form is looked for only near one of its `signs`, words in small letters; without any, near digits in a row.
    """

    name: str
    patterns: tuple[re.Pattern[str], ...]
    signs: tuple[str, ...] = ()


def _forms(*patterns: str, case: bool = False) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, 0 if case else re.IGNORECASE) for p in patterns)


_ID_WORDS = (
    r"(?:CCCD|CMND|CMTND|CMT|căn cước(?: công dân)?|chứng minh (?:nhân dân|thư)|(?:số )?định danh(?: cá nhân)?|hộ chiếu"
    r"|identity (?:card|number)|ID (?:card|number|no\.?)|passport)"
)
_DISEASE = (
    r"(?:ung thư|tiểu đường|đái tháo đường|HIV|viêm gan|suy thận|suy tim|trầm cảm|tâm thần|lao phổi|tim mạch|đột quỵ"
    r"|tai biến|bệnh \w+|cancer|diabetes|hepatitis|depression|tuberculosis)"
)
_SAME_PERSON = r"(?:(?!\b(?:người|bệnh nhân|dân|hộ|cháu|bạn|ca) )[^.;\n]){0,40}?"
_DAY = r"(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:19|20)\d\d|\d{1,2} tháng \d{1,2} năm (?:19|20)\d\d)"
_ENGLISH_DAY = r"(?:\d{1,2} \w+ (?:19|20)\d\d|\w+ \d{1,2}, (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
_NUMBERS = re.compile(r"\d(?:[^\w\n]{0,3}\d){6}")
_KINDS = (
    _Kind(
        "identity-number",
        _forms(
            _BEFORE + r"(?P<it>0(?:0[1-9]|[1-8]\d|9[0-6])(?:[ .]?\d{3}){3})" + _AFTER,
            _ID_WORDS
            + r"[^\d\n]{0,25}"
            + _BEFORE
            + r"(?P<it>[A-Z]?\d{3}(?:[ .-]?\d{3}){2,3}|\d{3} \d{4} \d{5}|[A-Z]\d{7,8})"
            + _AFTER,
        ),
    ),
    _Kind(
        "telephone-number",
        _forms(
            _BEFORE + _NO_DATE + rf"(?P<it>0{_GAP}[35789](?:{_GAP}\d){{8}})" + _AFTER,
            _BEFORE + rf"(?P<it>\(?(?:\+|00)84\)?{_GAP}(?:\(0\){_GAP}|0)?[235789](?:{_GAP}\d){{8,9}})" + _AFTER,
            _BEFORE + r"(?P<it>84[ -]?[35789]\d(?:[ -]?\d){7})" + _AFTER,
            _BEFORE + _NO_DATE + rf"(?P<it>01[2689](?:{_GAP}\d){{8}})" + _AFTER,
            _BEFORE + _NO_DATE + rf"(?P<it>\(?02\d(?:{_GAP}\d)?\)?(?:{_GAP}\d){{7,8}})" + _AFTER,
            _BEFORE + r"(?P<it>\+(?!84)(?!\d{1,3}(?:[.,]\d{3})+(?!\d))[1-9](?:[ .\-\xa0()]{0,2}\d){8,13})" + _AFTER,
            _BEFORE + _NO_DATE + r"(?P<it>0[1-9](?:[ .]\d\d){4})" + _AFTER,
        ),
    ),
    _Kind(
        "home-address",
        _forms(
            rf"\b(?P<it>(?:nhà (?:riêng |ở )?(?:ở |tại )?số|số nhà|nhà riêng (?:ở|tại))\s+\d+\w*(?:/\w+)*,?\s+{_STREET}"
            r"\s[^.;\n]{1,60})",
            rf"\b(?P<it>(?:địa chỉ (?:nhà riêng|nhà|riêng|thường trú|nơi ở)|nơi ở|hộ khẩu(?: thường trú)?"
            rf"|(?:thường|tạm|cư) trú|hiện (?:ở|ngụ|trú))\s*(?:ở|tại|:)+\s*(?:số|nhà|{_STREET}|\d)[^.;\n]{{2,60}})",
            rf"\b(?P<it>(?:ngụ|sống) (?:ở|tại) (?:nhà )?(?:số )?\d+\w*(?:/\w+)*,? {_STREET}\s[^.;\n]{{1,60}})",
            r"\b(?P<it>(?:home address|lives at|living at|resid(?:es|ing) at)\s*:?\s*\d[^.;\n]{2,60})",
        ),
        ("nhà", "địa chỉ", "nơi ở", "hộ khẩu", "trú", "hiện ", "ngụ", "sống", "address", "liv", "resid"),
    ),
    _Kind(
        "date-of-birth",
        _forms(
            _NOT_BORN + rf"\b(?P<it>(?:ngày sinh|sinh ngày|sinh)\s*:?\s*{_DAY})",
            _NOT_BORN + r"\b(?P<it>(?:sinh năm|năm sinh)\s*:?\s*(?:19\d\d|200\d))\b",
            rf"\b(?P<it>(?:born(?: on| in)?|date of birth|birthday|DOB)\s*:?\s*(?:{_DAY}|{_ENGLISH_DAY}|19\d\d))\b",
        ),
        ("sinh", "born", "birth", "dob"),
    ),
    _Kind(
        "relative",
        _forms(
            r"\b(?P<it>(?:[Vv]ợ|[Cc]hồng|[Cc]on (?:trai|gái|ruột)|[Bb]ố|[Cc]ha|[Mm]ẹ|[Ee]m (?:trai|gái)|[Aa]nh trai"
            r"|[Cc]hị gái)(?: (?:đẻ|ruột|tên|là|ông|bà|anh|chị|cháu|em|đầu|lớn|út|của \w+)){0,4}[,:]? \(?(?!Việt Nam)"
            rf"{_NAMED}(?: {_NAMED}){{1,4}})",
            rf"\b(?P<it>(?:[Ww]ife|[Hh]usband|[Ss]on|[Dd]aughter|[Mm]other|[Ff]ather)(?:,| is| named| called)? {_NAMED}"
            rf"(?: {_NAMED}){{1,4}})",
            case=True,
        ),
        (
            "vợ",
            "chồng",
            "con ",
            "bố",
            "cha",
            "mẹ",
            "em ",
            "anh trai",
            "chị gái",
            "wife",
            "husband",
            "son",
            "daughter",
            "mother",
            "father",
        ),
    ),
    _Kind(
        "health",
        _forms(
            rf"\b(?:ông|bà|anh|chị|cô|đồng chí) {_NAMED}{_SAME_PERSON}\s(?P<it>(?:mắc|bị|nhiễm|điều trị)(?: bệnh)?"
            rf" {_DISEASE})",
            rf"(?<!các )(?<!những )(?<!nhiều )\b(?:ông|bà|anh|chị|cô) (?P<it>(?:mắc|bị|nhiễm)(?: bệnh)? {_DISEASE})",
            rf"\b(?:Mr|Ms|Mrs|He|She)\b[^;\n]{{0,40}}?\s(?P<it>(?:has|had|suffers from|was diagnosed with) {_DISEASE})",
            r"\b(?P<it>nhóm máu (?:A|B|AB|O)\b|hồ sơ bệnh án của (?:ông|bà|anh|chị) \w+)",
        ),
        ("mắc", "bị", "nhiễm", "điều trị", "nhóm máu", "bệnh án", " has ", " had ", "suffer", "diagnosed"),
    ),
    _Kind(
        "political-grading",
        _forms(
            r"\b(?P<it>xếp loại(?: chất lượng)? đảng viên|đảng viên (?:được xếp loại |đạt )?hoàn thành (?:xuất sắc|tốt)"
            r" nhiệm vụ|lý lịch chính trị|(?:phẩm chất|bản lĩnh|lập trường)(?: tư tưởng)? chính trị"
            r" (?:tốt|khá|vững vàng)|nhận xét chính trị)",
        ),
        ("đảng viên", "chính trị"),
    ),
    _Kind(
        "private-mail",
        _forms(
            r"(?<![\w.+-])(?P<it>[\w.+-]+@(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|icloud|proton|protonmail"
            r"|aol|gmx)\.[a-z]{2,3}(?:\.[a-z]{2})?)\b",
        ),
        ("@",),
    ),
)
_SIGNS = {
    k.signs: re.compile("|".join(map(re.escape, k.signs)), re.IGNORECASE) if k.signs else _NUMBERS for k in _KINDS
}
_ADDRESS_OF_THE_WEB = re.compile(r"(?:https?://|www\.)[^\s)>\]]+|\]\((?!tel:|mailto:)[^)\s]*\)", re.IGNORECASE)


_NEAR = 120


def personal_in(text: str) -> Iterator[Personal]:
    """Find personal data in a text, each stretch once, addresses of the web aside."""
    seen = _ADDRESS_OF_THE_WEB.sub(lambda m: "_" * len(m[0]), text)
    small = seen.lower()
    taken = bytearray(len(text))
    for kind in _KINDS:
        if kind.signs and not any(sign in small for sign in kind.signs):
            continue
        windows = list(_around(_SIGNS[kind.signs], seen))
        for pattern in kind.patterns if windows else ():
            for match in (m for window in windows for m in pattern.finditer(seen, *window)):
                start, end = match.span("it")
                if not any(taken[start:end]):
                    taken[start:end] = b"\1" * (end - start)
                    yield Personal(start, start + len(text[start:end].rstrip()), kind.name)


def _around(sign: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches around a sign, so that only they are looked at closely."""
    window: tuple[int, int] | None = None
    for match in sign.finditer(text):
        start, end = max(match.start() - _NEAR, 0), min(match.end() + _NEAR, len(text))
        if window and start > window[1]:
            yield window
            window = None
        window = (window[0] if window else start, end)
    if window:
        yield window
