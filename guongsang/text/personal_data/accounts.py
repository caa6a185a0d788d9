"""Accounts of persons on social networks, by address (`fb.com/…`) or by name behind the network's (`Telegram: @…`).

An account is a person's where it holds a family name as people write it there, or where the words before it say whose
it is. Those of offices, with other names, pass.
"""

import re

from guongsang.text.patterns import lazy
from guongsang.text.personal_data.contact import OFFICE
from guongsang.text.personal_data.forms import FAMILIES, NAME, Kind, after, any_of, before, forms
from guongsang.text.vietnamese import fold

_NETWORK = (
    r"(?<![\w.])(?:https?://)?(?:www\.|m\.|web\.)?"
    r"(?:(?:facebook|fb|instagram|tiktok|linkedin)\.com|fb\.me|m\.me|t\.me|telegram\.me|zalo\.me)/"
)
_NETWORK_NAME = any_of("Facebook|FB|Zalo|Telegram|Instagram|TikTok|Messenger|Skype")
_PAGE = lazy(r"\b(?:trang|kênh|fanpage|page)\b", re.IGNORECASE)
_TITLE = any_of("ông|bà|anh|chị|cô|chú|em|thầy|đồng chí|đ/c|mr|mrs|ms|miss")
_FAMILIES = sorted({fold(name) for name in FAMILIES} - {"dang", "doan", "trieu", "mai", "thai"})
_FIRST = "|".join(_FAMILIES)
_LAST = "|".join(name for name in _FAMILIES if len(name) > 3)
_JOINED = r"(?:nguyen|huynh|pham(?!vi)|tran(?!g|h)|hoang(?!sa))"
_END = r"[\d._-]{0,8}(?![\w-])"
_PERSON = (
    rf"(?:{_JOINED}[a-z._-]{{2,40}}|(?:{_FIRST})(?:[._-][a-z]{{2,12}}){{1,4}}"
    rf"|(?:[a-z]{{1,12}}[._-]){{1,4}}(?:{_LAST})|[a-z]{{2,20}}(?:nguyen|huynh)){_END}"
)
_ANY = r"[^\s)>\]]{2,80}"


def _of_nobody_else(match: re.Match[str]) -> bool:
    """Return whether an account is nowhere said to be an office's."""
    said = before(match, 60) + " " + after(match, 40)
    return not (OFFICE.search(said) or _PAGE.search(said))


ACCOUNT = Kind(
    "private-account",
    (
        *forms(
            rf"(?P<it>{_NETWORK}(?:in/|people/|@|profile/)?{_PERSON})",
            rf"\b(?:{_NETWORK_NAME})[^\w\n@]{{1,3}}(?P<it>@?{_PERSON})",
            rf"\b(?:cá nhân|riêng|personal|của (?:tôi|mình))[^\w\n]{{1,4}}(?:là\b[^\w\n]*)?(?P<it>{_NETWORK}{_ANY})",
        ),
        *forms(rf"\b(?i:{_TITLE})\.? {NAME}(?: ?[:(–-] ?| là )(?P<it>(?i:{_NETWORK}){_ANY})", case=True),
        *forms(rf"(?P<it>{_NETWORK}profile\.php\?id=\d{{6,20}})", meant=_of_nobody_else),
    ),
    (
        "facebook",
        "fb.",
        "fb:",
        "m.me",
        "t.me",
        "zalo",
        "instagram",
        "tiktok",
        "telegram",
        "linkedin",
        "messenger",
        "skype",
    ),
)
