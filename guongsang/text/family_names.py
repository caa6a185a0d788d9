"""The family name of a person, by which lists go outside Viet Nam.

Which word is the family name depends on the language, and on the name itself: a Vietnamese one begins with it wherever
it stands.
"""

import re
import unicodedata

FAMILY_FIRST = frozenset(("zh", "ja", "ko", "hu", "km", "vi", "yue"))
"""Languages whose names begin with the family name."""
_VIETNAMESE = frozenset(
    "nguyễn nguyen trần tran lê phạm pham hoàng hoang huỳnh huynh vũ võ phan đặng dang bùi bui đỗ hồ ngô dương lý đinh"
    " trịnh trinh đoàn lương cao tạ hà mai tô quách châu tăng lưu thái".split()
)
_BEHIND = re.compile(r"(?:,?\s+(?:jr|sr|phd|ii|iii|iv)\.?)+$", re.IGNORECASE)


def family_and_rest(name: str, lang: str) -> tuple[str, str]:
    """Return the family name of a person and the other names; `lang` is the language of those who wrote it, as vi."""
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if "," in (bare := _BEHIND.sub("", name)):
        family, _, rest = bare.partition(",")
        return family.strip(), rest.strip()
    words = bare.split()
    if not words:
        return name, ""
    first = lang in FAMILY_FIRST or (len(words) > 1 and words[0].lower() in _VIETNAMESE)
    family = words[0] if first else words[-1]
    return family, " ".join(words[1:] if first else words[:-1])
