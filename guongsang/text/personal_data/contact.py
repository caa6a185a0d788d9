"""Ways to reach one person: telephones, private mailboxes, homes.

Telephones are those of Vietnam in any grouping, with 0, 84 or +84 in front, and those abroad with + and a code. The
landline of an office passes where words say that it is one, and so does any number behind the word hotline.
"""

import re

from guongsang.text.patterns import lazy
from guongsang.text.personal_data.forms import (
    AFTER,
    BEFORE,
    BEFORE_ZERO,
    BLANK,
    GAP,
    NO_DATE,
    Kind,
    Needs,
    after,
    any_of,
    before,
    forms,
    needing,
)
from guongsang.text.personal_data.numbers import is_document

_STREET = r"(?:đường|phố|ngõ|ngách|hẻm|kiệt|khu phố|phường|xã|thôn|ấp|tổ dân phố|tổ \d|khóm|chung cư)"
OFFICE = lazy(
    any_of(
        """văn phòng|cơ quan|hotline|đường dây nóng|tổng đài|trực ban|máy lẻ|fax|bộ phận|phòng|sở|ủy ban|uỷ ban
        UBND|trung tâm|ban quản lý|bệnh viện|khoa|nhà trường|trường|công ty|trụ sở|đơn vị|chi cục|cục|thanh tra
        quầy|lễ tân|office|switchboard|help ?desk|hospital|department|centre|center|reception|headquarters
        school|company"""
    ),
    re.IGNORECASE,
)
_HOME = lazy(r"nhà riêng|ở nhà|tại nhà|home", re.IGNORECASE)
_HOTLINE = lazy(r"(?:hotline|đường dây nóng|tổng đài|số trực)(?P<between>[^\d\n.;]{0,30})$", re.IGNORECASE)
_SOMEBODY = lazy(r"\b(?:ông|bà|anh|chị|cô|chú|em|thầy|đồng chí|đ/c|mr|mrs|ms|miss)\b", re.IGNORECASE)
_SAID = any_of("SĐT|SDT|số điện thoại|điện thoại|đt|di động|zalo|viber|whatsapp|telegram|phone|mobile|tel|gọi|call")
_COUNTED = lazy(r"(?:0\d\D*)+")
"""A row of small figures with two digits each."""
_PAIRS = lazy(r"\d\d(?:\D\d\d){4}")
_MORE_PAIRS = lazy(r"[ ,.-]{1,2}\d\d(?![\d/])")
_PAIR_BEFORE = lazy(r"(?<!\d)\d\d[ ,.-]{1,2}$")
_FIGURE = any_of("không|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín")
_ENGLISH_FIGURE = any_of("zero|oh|one|two|three|four|five|six|seven|eight|nine")
_CHAT = r"(?:tel:|sms:|callto:|zalo\.me/|wa\.me/|whatsapp\.com/|whatsapp:|viber:|t\.me/|chat\?)[^\s)>\]]{0,80}?"
_PROVIDER = any_of(
    "gmail|googlemail|yahoo|ymail|hotmail|outlook|live|icloud|proton|protonmail|aol|gmx|zoho|mail|yandex"
)
_AT = rf"(?:{BLANK}?\\?@{BLANK}?|{BLANK}*[\[({{<]{BLANK}*(?:at|@|a còng){BLANK}*[\])}}>]{BLANK}*|{BLANK}a còng{BLANK})"
_DOT = (
    rf"(?:{BLANK}?\.{BLANK}?|{BLANK}*[\[({{<]{BLANK}*(?:dot|\.|chấm){BLANK}*[\])}}>]{BLANK}*"
    rf"|{BLANK}(?:dot|chấm){BLANK})"
)
_END_OF_MAIL = r"(?:com|net|vn|org|me|ru|[a-z]{2,3})"


def _private(match: re.Match[str]) -> bool:
    """Return whether a number is neither a document's, nor a hotline's as words say, nor a row of figures."""
    hotline = _HOTLINE.search(before(match, 60))
    called = bool(hotline and not _SOMEBODY.search(hotline["between"])) or bool(
        re.match(r"\s*\(?(?:hotline|đường dây nóng|tổng đài)\b", after(match, 20), re.IGNORECASE)
    )
    return not called and not is_document(match) and not _is_row(match)


def _is_row(match: re.Match[str]) -> bool:
    """Return whether figures are a row of hours or days with two digits each, which rise before or behind them."""
    number = match["it"]
    if _COUNTED.fullmatch(number):
        return True
    first, more = _PAIR_BEFORE.search(before(match, 5)), _MORE_PAIRS.match(after(match, 5))
    if not _PAIRS.fullmatch(number) or not (first or more):
        return False
    figures = re.findall(r"\d\d", (first[0] if first else "") + number + (more[0] if more else ""))
    return figures == sorted(set(figures))


def _at_home(match: re.Match[str]) -> bool:
    """Return whether a landline is nowhere said to be an office's."""
    said = re.split(r"[.]\s", before(match, 90))[-1]
    office = OFFICE.search(said) or OFFICE.search(after(match, 30))
    return _private(match) and (not office or bool(_HOME.search(said)))


TELEPHONE = Kind(
    "telephone-number",
    (
        *forms(
            BEFORE_ZERO + NO_DATE + rf"(?P<it>\(?[0O]{GAP}[35789](?:{GAP}\d){{8}})" + AFTER,
            r"(?=[(+0])"
            + BEFORE
            + rf"(?P<it>\(?(?:\+|00){BLANK}?84\)?{GAP}(?:\(0\){GAP}|0)?[35789](?:{GAP}\d){{8}})"
            + AFTER,
            r"(?=\()" + BEFORE + rf"(?P<it>\(84\){GAP}(?:\(0\){GAP}|0)?[35789](?:{GAP}\d){{8}})" + AFTER,
            r"(?=84)" + BEFORE + r"(?P<it>84[ \xa0-]?[35789]\d(?:[ \xa0-]?\d){7})" + AFTER,
            BEFORE_ZERO + NO_DATE + rf"(?P<it>01[2689](?:{GAP}\d){{8}})" + AFTER,
            r"(?=\+)"
            + BEFORE
            + r"(?P<it>\+(?!84)(?!\d{1,3}(?:[.,]\d{3})+(?!\d))[1-9](?:[ .\-\xa0()]{0,2}\d){8,13})"
            + AFTER,
            BEFORE_ZERO + NO_DATE + r"(?P<it>0[13-9](?:[ .]\d\d){4})" + AFTER,
            meant=_private,
            needs=Needs(figures=9),
        ),
        *forms(
            BEFORE_ZERO + r"(?P<it>[0O][35789]\d(?:\d ?[/,:|] ?\d{3} ?[/,:|] ?\d{3}|/\d{3}/\d{4}|\d\d/\d{5}))" + AFTER,
            r"(?<!số )(?<!số: )" + BEFORE_ZERO + r"(?P<it>0[35789]\d\d/\d{3}[ .]?\d{3})" + AFTER,
            meant=_private,
            needs=Needs(figures_anyhow=9),
        ),
        *forms(
            rf"\b{_SAID}\b[^\w\n]{{0,4}}(?:(?:là|số|của \w+)[^\w\n]{{1,4}})?(?P<it>[35789](?:{GAP}\d){{8}})" + AFTER,
            meant=_private,
            needs=needing("sđt|sdt|điện thoại|đt|di động|zalo|viber|app|telegram|phone|mobile|tel|gọi|call", figures=9),
        ),
        *forms(
            BEFORE_ZERO + NO_DATE + rf"(?P<it>\(?02\d(?:{GAP}\d)?\)?(?:{GAP}\d){{7,8}})" + AFTER,
            meant=_at_home,
        ),
        *forms(
            r"(?=[(+0])"
            + BEFORE
            + rf"(?P<it>\(?(?:(?:\+|00){BLANK}?84|\(84)\)?{GAP}(?:\(0\){GAP}|0)?2\d(?:{GAP}\d){{7,8}})"
            + AFTER,
            meant=_at_home,
            needs=needing("84", figures=9),
        ),
    ),
)
SPELLED_TELEPHONE = Kind(
    TELEPHONE.name,
    forms(
        rf"\b(?P<it>không(?:[\s,.-]{{1,2}}{_FIGURE}){{9}})\b(?![\s,.-]{{1,2}}{_FIGURE}\b)",
        rf"\b(?P<it>(?:zero|oh)(?:[\s,.-]{{1,2}}{_ENGLISH_FIGURE}){{9}})\b",
    ),
    ("không chín", "không tám", "không bảy", "không năm", "không ba", "zero ", "oh "),
)
LINKED_TELEPHONE = Kind(
    TELEPHONE.name,
    forms(rf"{_CHAT}(?P<it>\+?(?:84|0)[-.]?[235789](?:[-.]?\d){{8,9}}|\+[1-9]\d{{8,13}})(?!\d)"),
    ("tel:", "sms:", "callto:", "zalo", "wa.me", "whatsapp", "viber:", "t.me/"),
)
MAIL = Kind(
    "private-mail",
    (
        *forms(
            rf"(?<![\w.+-])(?P<it>[\w.+-]+{_AT}{_PROVIDER}{_DOT}{_END_OF_MAIL}(?:\.[a-z]{{2}})?)\b",
            needs=needing("mail|yahoo|outlook|live|icloud|proton|aol|gmx|zoho|yandex"),
        ),
        *forms(
            rf"(?<![\w.+-])(?P<it>[\w.+-]+ at {_PROVIDER} dot {_END_OF_MAIL})\b",
            needs=needing("_dot_"),
        ),
    ),
    ("@", "a còng", "(at)", "[at]", "{at}", "<at>", "( at )", "[ at ]", " at "),
)
HOME = Kind(
    "home-address",
    (
        *forms(
            rf"\b(?P<it>(?:nhà (?:riêng |ở )?(?:ở |tại )?số|số nhà|nhà riêng(?: ở| tại|:))\s+"
            rf"\d+\w*(?:/\w+)*,?\s+{_STREET}\s[^.;\n]{{1,60}})",
            needs=needing("số nhà|nhà riêng|nhà ở_|nhà tại_|nhà số"),
        ),
        *forms(
            rf"\b(?P<it>(?:địa chỉ (?:nhà riêng|nhà|riêng|thường trú|tạm trú|nơi ở)|nơi ở|chỗ ở|nơi cư trú|trú quán"
            rf"|HKTT|hộ khẩu(?: thường trú)?|(?:(?:thường|tạm|cư) )?trú|hiện (?:ở|ngụ|trú))(?: hiện (?:nay|tại))?"
            rf"\s*(?:ở|tại|:)+\s*(?:số|nhà|{_STREET}|\d)[^.;\n]{{2,60}})",
            needs=needing("địa chỉ nhà|địa chỉ riêng|nơi ở|chỗ ở|trú|hktt|hộ khẩu|hiện ở|hiện ngụ"),
        ),
        *forms(
            rf"\b(?P<it>(?:ngụ|sống) (?:ở|tại) (?:nhà )?(?:số )?\d+\w*(?:/\w+)*,? {_STREET}\s[^.;\n]{{1,60}})",
            needs=needing("ngụ ở_|ngụ tại_|sống ở_|sống tại_"),
        ),
        *forms(
            rf"\b(?P<it>nhà (?:ở|(?:của )?(?:anh|chị|ông|bà|cô|chú|em|tôi|mình)(?: [^\W\d]+){{0,4}}? (?:ở|tại)) "
            rf"(?:số )?\d+\w*(?:/\w+)*,? {_STREET}\s[^.;\n]{{1,60}})",
            needs=needing(
                """nhà ở_|nhà của_|nhà anh_|nhà chị_|nhà ông_|nhà bà_|nhà cô_|nhà chú_|nhà em_|nhà tôi_|nhà mình_"""
            ),
        ),
        *forms(
            r"\b(?P<it>(?:home address|(?:lives|living|resid(?:es|ing)) at)\s*:?\s*\d[^.;\n]{2,60})",
            needs=needing("home address|lives at|living at|resides at|residing at"),
        ),
    ),
    ("nhà", "địa chỉ", "nơi ", "chỗ ở", "hộ khẩu", "hktt", "trú", "hiện ", "ngụ", "sống", "address", "liv", "resid"),
)
