"""Relatives and children by name, and illnesses of somebody, in texts that are typed without marks or without capitals.

Without marks, a small word may be another one (`bo` is bố or bộ, `me` is English too), so more must stand around it: a
word that only means a relative, a link such as `la`, a family name.
"""

from guongsang.text.personal_data.forms import BLANK, FAMILIES, NAME, NAMED, Kind, any_of, forms, needing, signs_of
from guongsang.text.personal_data.health import HEALTH
from guongsang.text.personal_data.people import CHILD, RELATIVE
from guongsang.text.vietnamese import fold

_FOLDED = "|".join(sorted({fold(name) for name in FAMILIES}))
_FULL_NAME = rf"(?i:{_FOLDED})(?: {NAMED}){{1,4}}"
_ANY_FAMILY = "|".join(sorted({name.lower() for name in FAMILIES} | {fold(name) for name in FAMILIES}))
_SMALL_NAME = rf"(?:{_ANY_FAMILY}) (?:thị|văn|thi|van)(?: [^\W\d_]+){{1,2}}"
_SURELY_RELATIVE = any_of(
    """chong|con (?:trai|gai|ruot|dau|re|nuoi|ut|ca)|(?:bo|cha|me) (?:vo|chong|de|ruot|nuoi)|em (?:trai|gai|ruot|re|dau)
    anh (?:trai|ruot|re)|chi (?:gai|ruot|dau)|(?:ong|ba) (?:noi|ngoai)|chau (?:trai|gai|ruot|noi|ngoai)"""
)
_RELATIVE = rf"(?:vo|{_SURELY_RELATIVE})"
"""Vo is a family name too, so with a capital it is a wife only before a link."""
_MARKED = any_of(
    """vợ|chồng|bố|cha|mẹ|con (?:trai|gái|dâu|rể|nuôi)|em (?:trai|gái|ruột)|anh (?:trai|ruột)|chị (?:gái|ruột)"""
)
_TITLE = any_of("ong|ba|anh|chi|co|chu|em|chau|be")
_WHOSE = rf"(?: (?i:cua ))?(?: (?i:{_TITLE}|toi|minh)(?: {NAMED})?)?"
_LINK = rf"(?: (?i:la|ten la|ten)|{BLANK}?[:(])"
_AGE = any_of("1[0-7]|[1-9]|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi(?: \\w+)?") + r" (?:thang )?tuoi"
_YOUNG = rf"(?i:(?:(?:moi|dang|nam nay|nay|duoc) )*(?:{_AGE}|(?:hoc |dang hoc )?lop \d{{1,2}}\w?))"
_CHILD = any_of("chau|be|em be|con (?:trai|gai|dau|ut|lon)|con|cau be|co be|hoc sinh")

_DISEASE = any_of(
    """ung thu|tieu duong|dai thao duong|HIV|AIDS|viem gan|xo gan|suy (?:than|tim|gan)|tram cam|tam than|dong kinh|tu ky
    lao phoi|dot quy|tai bien|bai (?:liet|nao)|khuyet tat|vo sinh|cao huyet ap|nghien (?:ma tuy|ruou)|benh hiem ngheo"""
)
_NOT_MANY = "".join(f"(?<!{word} )" for word in ("cac", "nhung", "nhieu", "anh", "chi", "ong", "co", "be", "tre"))
_ADVERBS = r"(?i: (?:cung|tung|da|dang|khong may|vua|moi|lai|phai)){0,3}"
_SUFFERS = any_of("bi|mac|nhiem|dieu tri|chua|co tien su")

UNMARKED_HEALTH = Kind(
    HEALTH.name,
    forms(
        rf"{_NOT_MANY}\b(?i:{_TITLE}|vo|chong|bo|me)(?: {NAME})?{_ADVERBS} "
        rf"(?P<it>(?i:{_SUFFERS}(?: (?:bi|mac|can|chung|benh)){{0,3}} {_DISEASE}))\b",
        case=True,
        needs=needing("_bi_|_mac_|_nhiem_|_dieu tri_|_chua_|_co tien su_"),
    ),
    signs_of(
        """ung thu|tieu duong|dai thao|hiv|aids|viem gan|xo gan|suy than|suy tim|suy gan|tram cam|tam than|dong kinh
        tu ky|lao phoi|dot quy|tai bien|bai liet|bai nao|khuyet tat|vo sinh|huyet ap|nghien|hiem ngheo"""
    ),
)
_RELATIVE_SIGNS = """vo|chong|con trai|con gai|con ruot|con dau|con re|con nuoi|con ut|con ca|bo de|cha de|me de|bo ruot
    cha ruot|me ruot|bo nuoi|cha nuoi|me nuoi|em trai|em gai|em ruot|em re|em dau|anh trai|anh ruot|anh re|chi gai
    chi ruot|chi dau|ong noi|ong ngoai|ba noi|ba ngoai|chau trai|chau gai|chau ruot|chau noi|chau ngoai"""

UNMARKED_RELATIVE = Kind(
    RELATIVE.name,
    (
        *forms(
            rf"\b(?P<it>(?:vo|(?i:{_SURELY_RELATIVE})){_WHOSE}(?:{_LINK}|,)?{BLANK}?(?:(?i:{_TITLE}) )?"
            rf"{_FULL_NAME})",
            rf"\b(?P<it>(?i:{_RELATIVE}){_WHOSE}{_LINK}{BLANK}?{_FULL_NAME})",
            rf"\b(?P<it>(?i:{_RELATIVE}){_WHOSE}{_LINK}{BLANK}?(?i:{_TITLE}) {NAME})",
            case=True,
            needs=needing(_RELATIVE_SIGNS),
        ),
        *forms(
            rf"\b(?P<it>(?i:me|bo|cha|con|ba me){_WHOSE} (?i:la|ten la|ten) (?:(?i:{_TITLE}) )?{_FULL_NAME})",
            case=True,
            needs=needing("_la_|_ten_"),
        ),
        *forms(
            rf"\b(?P<it>(?:{_RELATIVE}|{_MARKED})(?: (?:là|la|tên|ten|tên là|ten la)|{BLANK}?[:(]){BLANK}?"
            rf"(?:(?:{_TITLE}|bà|ông|chị|cô|chú|cháu|bé) )?{_SMALL_NAME})\b",
            needs=needing("_thị_|_văn_|_thi_|_van_"),
        ),
    ),
    signs_of(
        """vo_|vo:|vo(|chong|con trai|con gai|con ruot|con dau|con re|con nuoi|con ut
        con ca|con la|con ten|bo vo|cha vo|me vo|me de|bo de|cha de|me ruot|bo ruot|me nuoi|bo nuoi|em trai|em gai
        em ruot|em re|em dau|anh trai|anh ruot|anh re|chi gai|chi ruot|chi dau|ong noi|ba noi|ong ngoai|ba ngoai
        chau trai|chau gai|chau ruot|chau noi|chau ngoai|me la|bo la|cha la|me chi|me anh|me toi|bo chi|bo anh|bo toi
        me ten|bo ten|cha chi|cha anh|vợ|chồng|bố|cha_|cha:|mẹ|con trai|con gái|em gái|anh ruột|chị gái|chị ruột"""
    ),
)
UNMARKED_CHILD = Kind(
    CHILD.name,
    forms(
        rf"\b(?P<it>(?i:{_CHILD})(?: (?i:ten la|ten|la|anh|chi|toi|nho|lon))*,? (?i:be |chau )?"
        rf"{NAME}{BLANK}?[,(–-]?{BLANK}?{_YOUNG})",
        case=True,
    ),
    signs_of("tuoi|lop 1|lop 2|lop 3|lop 4|lop 5|lop 6|lop 7|lop 8|lop 9"),
)
