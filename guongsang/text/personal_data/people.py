"""Statements about one person and the people around: births, relatives and children by name, political grading.

What is told is a statement with a name or a date in it. The exemplar's own name after a title ("vợ anh Bình") says
whose relative it is and names nobody else, so it passes.
"""

from guongsang.text.personal_data.forms import (
    BLANK,
    FAMILIES,
    FAMILY,
    FULL_NAME,
    NAME,
    NAMED,
    Kind,
    any_of,
    forms,
    needing,
    signs_of,
)

_NOT_BORN = "".join(f"(?<!{word} )" for word in ("phát", "học", "vệ", "thí", "hy", "tái", "nảy", "giáo", "khai"))
_MONTH = r"(?:tháng|tháng:)? ?\d{1,2}"
_DAY = r"(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:(?:19|20)\d\d|\d\d(?!\d))|\d{1,2} tháng \d{1,2} năm (?:19|20)\d\d)"
_MONTH_OF_YEAR = r"(?:tháng \d{1,2}\s*(?:[/-]|năm)\s*(?:19|20)\d\d|\d{1,2}/(?:19[3-9]\d|20[01]\d)(?!\d))"
_ENGLISH_DAY = (
    r"(?:\d{1,2} \w+,? (?:19|20)\d\d|\w+ \d{1,2}, (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|in \w+ (?:19|20)\d\d)"
)

BIRTH = Kind(
    "date-of-birth",
    forms(
        _NOT_BORN
        + rf"\b(?P<it>(?:ngày sinh|ngày,? tháng,? năm sinh|sinh ngày|sinh nhật|sinh|NTNS)\s*:?\s*(?:ngày )?{_DAY})",
        _NOT_BORN + rf"\b(?P<it>sinh (?:vào )?{_MONTH_OF_YEAR})",
        _NOT_BORN + r"\b(?P<it>(?:sinh năm|năm sinh|SN|s\.n\.)\s*:?\s*(?:19\d\d|200\d))\b",
        r"\(\s*(?P<it>(?:sinh|born) (?:19[3-9]\d|200\d))\b",
        r"\b(?P<it>(?:born(?: on| in)?|date of birth|birthday|DOB|d\.o\.b\.?)\s*:?\s*"
        rf"(?:{_DAY}|{_ENGLISH_DAY}|19\d\d))\b",
    ),
    (
        *signs_of(
            """sinh ngày|ngày sinh|sinh năm|năm sinh|tháng sinh|sinh tháng|sinh vào|sinh nhật|sinh:|sinh :|ntns|sn 1
        sn 2|sn:|s.n.|born|birth|dob|d.o.b"""
        ),
        *(f"sinh {figure}" for figure in "0123"),
    ),
)

_RELATIVE = any_of(
    """vợ|(?<!vợ )chồng|con (?:trai|gái|ruột|dâu|rể|nuôi|riêng)|(?:bố|cha|mẹ) (?:vợ|chồng|đẻ|ruột|nuôi)|bố|cha
    (?<!bà )mẹ|em (?:trai|gái|ruột|rể|dâu)|anh (?:trai|ruột|rể)|chị (?:gái|ruột|dâu)|(?:ông|bà) (?:nội|ngoại)
    (?:cô|chú|bác|dì|cậu) ruột|cháu (?:trai|gái|ruột|nội|ngoại)|bạn đời|hôn (?:thê|phu)|thân (?:mẫu|phụ)
    nhạc (?:mẫu|phụ)|phu (?:nhân|quân)|(?:ông|bà) xã"""
)
_TITLE = any_of("ông|bà|anh|chị|cháu|em|cô|chú|bác|bé|đồng chí|đ/c")
_WHOSE = rf"(?i:của )?(?:(?i:tôi|mình)|(?i:{_TITLE})(?: {NAME}| (?i:ấy))?)"
_WHICH = r"(?i: (?:đẻ|ruột|đầu(?: lòng)?|lớn|út|cả|nhỏ|nuôi|cũ|quá cố|thứ \w+|duy nhất|bé))"
_LINK = rf"(?:{BLANK}(?i:là|tên là|tên|có tên là|có tên|gọi là)|{BLANK}?[:(–-])"
_SHE = r"(?i:(?:bà|chị|cô|em|cháu|bé) )?"
_HE = r"(?i:(?:ông|anh|chú|em|cháu|bé) )?"
_WOMAN = any_of(
    """vợ|con (?:gái|dâu)|mẹ (?:vợ|chồng|đẻ|ruột|nuôi)|(?<!bà )mẹ|em gái|chị (?:gái|ruột|dâu)|bà (?:nội|ngoại|xã)
    cháu gái|phu nhân"""
)
_MAN = any_of(
    """(?<!vợ )chồng|con (?:trai|rể)|(?:bố|cha) (?:vợ|chồng|đẻ|ruột|nuôi)|bố|cha|em trai|anh (?:trai|ruột|rể)
    ông (?:nội|ngoại|xã)|cháu trai|phu quân"""
)
_CAPS = FAMILY + rf"(?: {NAMED}){{1,4}}"
_SMALL_RELATIVE = any_of(
    """[Vv]ợ|(?<!ợ )[Cc]hồng|[Cc]on (?:trai|gái|ruột|dâu|rể)|[Bb]ố|[Cc]ha|[Mm]ẹ|[Ee]m (?:trai|gái)|[Aa]nh trai
    [Cc]hị gái"""
)
"""Words that are not in capitals, behind which two words in capitals are a name whatever the first one is."""
_ENGLISH_RELATIVE = any_of(
    """wife|husband|spouse|son|daughter|mother|father|brother|sister|grandmother|grandfather|grandson|granddaughter
    niece|nephew|aunt|uncle|mother-in-law|father-in-law|son-in-law|daughter-in-law|fianc[ée]e?|partner"""
)
_WHOSE_ENGLISH = (
    r"(?:(?i:his|her|my|their)|\w+['’]s)(?: (?i:late|elder|younger|older|eldest|youngest|little|only|[\w-]+-year-old))*"
)

_RELATIVE_SIGNS = """vợ|chồng|bố|cha|mẹ|con trai|con gái|con ruột|con dâu|con rể|con nuôi|con riêng|em trai|em gái
    em ruột|em rể|em dâu|anh trai|anh ruột|anh rể|chị gái|chị ruột|chị dâu|ông nội|bà nội|ông ngoại|bà ngoại|cô ruột
    chú ruột|bác ruột|dì ruột|cậu ruột|cháu trai|cháu gái|cháu ruột|cháu nội|cháu ngoại|bạn đời|hôn thê|hôn phu
    thân mẫu|thân phụ|nhạc mẫu|nhạc phụ|phu nhân|phu quân|ông xã|bà xã"""
_ENGLISH_SIGNS = "wife|husband|spouse|son|daughter|mother|father|brother|sister|niece|nephew|aunt|uncle|fianc|partner"

RELATIVE = Kind(
    "relative",
    (
        *forms(
            rf"\b(?P<it>(?i:{_RELATIVE}|(?:các |hai |ba )?con){_WHICH}{{0,2}}(?: {_WHOSE})?{_LINK}{BLANK}?"
            rf"(?:(?i:{_TITLE}) {NAME}|{FULL_NAME}))",
            case=True,
            needs=needing(_RELATIVE_SIGNS + "|con"),
        ),
        *forms(
            rf"\b(?P<it>(?i:{_RELATIVE}|con){_WHICH}{{0,2}}(?: {_WHOSE})? (?i:tên(?: là)?) {NAME})",
            case=True,
            needs=needing("_tên_"),
        ),
        *forms(
            rf"\b(?P<it>(?:(?i:{_WOMAN}){_WHICH}{{0,2}},? {_SHE}|(?i:{_MAN}){_WHICH}{{0,2}},? {_HE}){_CAPS})",
            rf"\b(?P<it>{_SMALL_RELATIVE}"
            rf"{_WHICH}{{0,2}},? {FULL_NAME})",
            case=True,
            needs=needing(_RELATIVE_SIGNS),
        ),
        *forms(
            rf"\b(?P<it>[Cc]on {_CAPS})",
            case=True,
            needs=needing("con_"),
        ),
        *forms(
            rf"(?P<it>{FULL_NAME}\s?\(\s?(?i:là )?(?i:{_RELATIVE})(?=\s?(?:[),;]|(?i:ruột|đẻ|anh|chị|ông|bà|của))))",
            case=True,
            needs=needing(_RELATIVE_SIGNS),
        ),
        *forms(
            rf"\b(?P<it>(?i:{_RELATIVE}|con){_WHICH}{{0,2}} {_WHOSE}, (?i:{_TITLE} )?{_CAPS})",
            case=True,
            needs=needing(_RELATIVE_SIGNS + "|con"),
        ),
        *forms(
            rf"(?P<it>(?:(?i:{_TITLE}) {NAME}|{FULL_NAME}),? (?i:là )?(?i:{_RELATIVE}) (?i:của )?"
            rf"(?i:anh|chị|ông|bà|đồng chí|tôi|mình))\b",
            case=True,
            needs=needing(_RELATIVE_SIGNS),
        ),
        *forms(
            rf"\b{_WHOSE_ENGLISH} (?P<it>(?i:{_ENGLISH_RELATIVE})"
            rf"(?:,? (?i:is|was|named|called|mrs|mr|ms|dr)\.?| \(|:|,)* ?{NAME})",
            rf"\b(?P<it>(?i:{_ENGLISH_RELATIVE}) (?i:is |was )?(?i:named|called) {NAME})",
            rf"\b(?P<it>(?i:{_ENGLISH_RELATIVE})(?:,| is| named| called| \(|:)* ?{FULL_NAME})",
            rf"(?P<it>{FULL_NAME}(?: ?\(|, )(?:(?i:his|her|my|their) )?(?i:{_ENGLISH_RELATIVE})(?=[),.]))",
            case=True,
            needs=needing(_ENGLISH_SIGNS),
        ),
    ),
    (
        *signs_of(
            """vợ|chồng|bố|cha_|cha:|cha,|(cha|mẹ|bạn đời|hôn thê|hôn phu|thân mẫu|thân phụ|nhạc mẫu|nhạc phụ|phu nhân
            phu quân|ông xã|bà xã|con trai|con gái|con ruột|con dâu|con rể|con nuôi|con riêng|con đầu|con lớn|con út
            con cả|con thứ|con là|con tên|con:|con :|con tôi|con mình|con anh|con chị|con ông|con bà|em trai|em gái
            em ruột|em rể|em dâu|anh trai|anh ruột|anh rể|chị gái|chị ruột|chị dâu|nội|ngoại|cô ruột|chú ruột|bác ruột
            dì ruột|cậu ruột|cháu trai|cháu gái|cháu ruột|wife|husband|spouse|_son|(son|son:|daughter|mother|father
            brother|sister|niece|nephew|aunt|uncle|fianc|grandson|partner"""
        ),
        *(f"con {family.lower()}" for family in FAMILIES),
    ),
)

_AGE = any_of("1[0-7]|[1-9]|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: \\w+)?") + r" (?:tháng )?tuổi"
_YOUNG = rf"(?i:(?:(?:mới|đang|năm nay|nay|được) )*(?:{_AGE}|(?:học |đang học )?lớp \d{{1,2}}\w?|sinh năm 20[012]\d))"
_CHILD = any_of(
    "cháu|bé|em bé|con trai|con gái|con|em|cậu bé|cô bé|học sinh|(?:con|cháu) (?:đầu|út|thứ \\w+|nội|ngoại)"
)
_ENGLISH_AGE = (
    r"(?:(?:aged?|is) \d{1,2}|\(?(?:1[0-7]|[1-9])\)?(?: years? old)?|(?:a |the )?\w+-year-old"
    r"|(?:in )?(?:grade|class) \d{1,2})"
)
_YEAR_OLD = (
    any_of(
        "1[0-7]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    )
    + "-year-old"
)

CHILD = Kind(
    "child",
    forms(
        rf"\b(?P<it>(?i:{_CHILD})(?: (?i:tên là|tên|gái|trai|là|anh|chị|tôi|nhỏ|lớn|đầu|út))*,? (?i:bé |cháu )?"
        rf"{NAME}{BLANK}?[,(–-]?{BLANK}?{_YOUNG})",
        rf"\b(?P<it>(?i:{_CHILD})(?: (?i:gái|trai|nhỏ|út|lớn|đầu|cả))?,? \(?{_YOUNG}\)?,? "
        rf"(?i:tên là |tên |là )?{NAME})",
        rf"\b(?P<it>(?i:son|daughter|child|boy|girl|baby|kid|grandson|granddaughter|pupil),? {NAME},? ?"
        rf"(?i:{_ENGLISH_AGE}))",
        rf"\b(?P<it>{_CAPS}{BLANK}?[,(]{BLANK}?(?i:(?:mới |nay )?{_AGE}))",
        rf"(?<!The )(?<!Our )\b(?P<it>{NAME}, (?:aged (?:1[0-7]|[1-9])\b|(?:1[0-7]|[1-9]) years? old))",
        rf"\b(?P<it>(?i:children|sons|daughters|kids|twins)[,:]? {NAME},? (?:\(?(?:aged )?\d|and {NAME} \())",
        rf"\b(?P<it>(?i:{_YEAR_OLD})(?: (?i:son|daughter|boy|girl|child|pupil))?,? {NAME})",
        case=True,
    ),
    signs_of(
        """tuổi|lớp 1|lớp 2|lớp 3|lớp 4|lớp 5|lớp 6|lớp 7|lớp 8|lớp 9|sinh năm 20|aged_|age_|year-old|years old
        children|twins|kids|in grade|in class|daughter|_son|_child,|_child_|_boy|_girl|_baby|_kid_|pupil"""
    ),
)

POLITICS = Kind(
    "political-grading",
    forms(
        r"\b(?P<it>xếp loại(?: chất lượng)? đảng viên|đảng viên (?:được xếp loại |đạt )?hoàn thành (?:xuất sắc|tốt)"
        r" nhiệm vụ|lý lịch chính trị|(?:phẩm chất|bản lĩnh|lập trường)(?: tư tưởng)? chính trị"
        r" (?:tốt|khá|vững vàng)|nhận xét chính trị)",
    ),
    ("đảng viên", "chính trị"),
)
