"""A person's health: an illness, a treatment, a disability or a pregnancy that is said of somebody.

Somebody is a title with or without a name, a full name with a family name, a pronoun, a relative. Talk of patients, of
people in general, of programmes against an illness names nobody and passes.
"""

import re

from guongsang.text.personal_data.forms import (
    FAMILY,
    NAME,
    NAMED,
    Kind,
    after,
    any_of,
    before,
    forms,
    needing,
    signs_of,
)

_DISEASE = any_of(
    """ung thư(?: \\w+)?|u (?:não|ác)|tiểu đường|đái tháo đường|HIV(?:/AIDS)?|AIDS|viêm gan|xơ gan
    suy (?:thận|tim|gan)|trầm cảm|tâm thần|rối loạn (?:lo âu|lưỡng cực|tâm thần)|động kinh|tự kỷ|lao(?: phổi)?
    tim mạch|đột quỵ|tai biến|nhồi máu cơ tim|Parkinson|Alzheimer|COVID(?:-19)?|F0|giang mai|cao huyết áp
    huyết áp cao|gút|hen suyễn|bại (?:liệt|não)|liệt|khiếm thính|khiếm thị|khuyết tật|thoát vị đĩa đệm|lupus
    máu trắng|bạch cầu|nghiện(?: ma túy| rượu)?|vô sinh|hiếm muộn|sảy thai|sẩy thai|thương tật|sốt xuất huyết
    (?:tai nạn(?: giao thông)? )?gãy (?:chân|tay|xương|cổ)|chấn thương (?:sọ não|cột sống)|bệnh \\w+"""
)
_STAGE = r"(?: (?:thể )?(?:\w+ ){0,2}?(?:giai đoạn|độ|type|típ|tuýp)(?: \w+)?(?: (?:\d|I{1,3}|IV|cuối))?)?"
_STATE = any_of(
    """(?:ung thư|suy thận|suy tim|suy gan|xơ gan)(?: \\w+){0,2}? (?:giai đoạn|độ) ?(?:\\d|I{1,3}V?|IV|cuối|đầu)
    (?:tiểu đường|đái tháo đường)(?: \\w+)? (?:type|típ|tuýp) ?\\d
    (?:đang |phải )*(?:chạy thận|hóa trị|hoá trị|xạ trị|lọc máu)|(?:được )?ghép (?:thận|gan|tủy)|mang thai
    có (?:bầu|thai)|sảy thai|sẩy thai|khuyết tật(?: \\w+)? (?:nặng|nhẹ|đặc biệt nặng)|(?:tỷ lệ )?thương tật \\d{1,3} ?%
    mất sức(?: lao động)? \\d{1,3} ?%|nghiện (?:ma túy|ma tuý|rượu|thuốc)|cai nghiện|(?:là|thành) F0|dương tính
    có HIV|tự kỷ|bại não|HIV(?:/AIDS)?"""
)
_NOT_MANY = "".join(
    f"(?<!{w} )" for w in ("các", "những", "nhiều", "mọi", "hai", "anh", "chị", "ông", "cô", "từng", "bà", "trẻ")
)
_SOMEBODY = any_of(
    "ông|bà|anh|chị|cô|chú|bác|thầy|em|cháu|bé|đồng chí|đ/c|vợ|chồng|con (?:trai|gái)|bố|cha|mẹ|bản thân|tôi"
)
_NOT_SO = r"(?! (?:em|chị|con|cô|nhỏ|ngoại giao)\b)"
_OTHERS = any_of(
    """người|bệnh nhân|dân|hộ|cháu|bạn|ca|các|những|nhiều|mọi|trẻ|phụ nữ|gia đình|trường hợp|đối tượng|hội viên
    học sinh|bà con|phòng|chống|tầm soát|tuyên truyền|khoa|quỹ|hỗ trợ|giúp|chăm sóc|khám|tặng|thăm|cho|về|sách
    tiếp|đón|hướng dẫn|dạy"""
)
_SAME_PERSON = rf"(?:(?!\b{_OTHERS}\b)[^.;\n]){{0,40}}?"
_ADVERBS = (
    r"(?: (?:cũng|từng|đã|đang|không may|vừa|mới|lại|phải|bỗng|năm ngoái|năm nay|ấy|nhà|tôi|mình|phát hiện|biết))*"
)
_SUFFERS = any_of(
    """mắc|bị|nhiễm|điều trị|chữa|phát hiện|được chẩn đoán|chẩn đoán|mang|chống chọi với|chiến đấu với
    sống chung với|mang trong mình|mang trong người|qua đời vì|mất vì|nhập viện vì|dương tính với|có tiền sử
    phát hiện mắc|phát hiện bị|nghỉ vì"""
)
_FULL = FAMILY + rf"(?: {NAMED}){{1,4}}"
_ILL = rf"(?P<it>(?i:{_SUFFERS}(?: (?:bị|mắc|căn|chứng|bệnh|hội chứng)){{0,3}} {_DISEASE}{_STAGE}))(?!\w)"

_SURGERY = (
    r"(?P<it>(?i:(?:vừa|mới|phải|được|từng) (?:mổ|phẫu thuật)(?: (?:cắt|thay|ghép|nội soi))? (?:khối )?(?:u \w+"
    r"|bướu \w+|tim|não|thận|ruột thừa|gan|cột sống|dạ dày|phổi|khớp|tử cung|tuyến giáp|mắt|đẻ)))(?!\w)"
)

_ENGLISH_DISEASE = (
    any_of(
        """cancer|diabetes|hepatitis|depression|tuberculosis|HIV|AIDS|epilepsy|autism|dementia|schizophrenia
        bipolar disorder|leuka?emia|(?:a |an )?(?:brain |malignant )?tumou?r
        (?:kidney|heart|liver) (?:failure|disease)|a stroke|a heart attack|Parkinson['’]s|Alzheimer['’]s
        COVID(?:-19)?|lupus|asthma|anxiety disorder|PTSD|alcoholism|cirrhosis|multiple sclerosis"""
    )
    + r"(?! (?:leaflets?|patients?|programmes?|programs?|wards?|screening|prevention|awareness|campaigns?|support"
    r"|clinics?|care|units?|fund|research|tests?|vaccin\w+|treatment|experts?|centre|center|records?|files?))"
)
_QUALITY = (
    r"(?:(?:(?:breast|lung|liver|stomach|colon|skin|blood|bone|prostate|cervical|type \d|severe|advanced|early|chronic"
    r"|terminal|mild|clinical|stage|an?|\d|I{1,3}|IV|two|three|four|late|early-stage) )*)"
)
_ENGLISH_STATE = any_of(
    """(?:is|was) (?:\\w+ )?(?:pregnant|HIV[- ]positive|disabled|autistic|epileptic|diabetic|paraly[sz]ed)
    (?:is|was) an? alcoholic|(?:is|was) addicted to \\w+
    (?:is|was|has been) (?:undergoing|having|on|receiving) (?:chemotherapy|dialysis|radiotherapy)
    tested positive for \\w+|had a miscarriage"""
)
_HAS = any_of(
    """has|had|has had|suffers? from|suffered(?: from)?
    (?:was|is|were|has been) (?:recently )?(?:diagnosed|living|ill|sick) with|lives with
    (?:is |was )?(?:battling|fighting|being treated for)|battles|battled|fought|died of|survived|with"""
)
_WHO = (
    rf"(?:\b(?:[Hh]e|[Ss]he|I)\b|\b(?:Mr|Ms|Mrs|Miss|Dr)\b\.?(?: {NAME})?|\b(?i:his|her|my) (?i:wife|husband|son"
    rf"|daughter|mother|father|brother|sister)\b|\b{_FULL})"
)
_ENGLISH_BETWEEN = (
    r"(?:(?!\b(?:patients?|people|those|children|families|whose?|for|of|the|about|that|help(?:ed|s))\b)[^.;\n])"
    r"{0,30}?"
)


def _no_treatment_by(match: re.Match[str]) -> bool:
    """Return whether an illness that is treated is the person's own, not that of those whom the person treats."""
    if not re.match("điều trị|chữa|phát hiện|chẩn đoán|vừa|mới|phải|được|từng", match["it"], re.IGNORECASE):
        return True
    doctor = r"bác sĩ|bác sỹ|y sĩ|y tá|điều dưỡng|lương y|thầy thuốc"
    around = before(match, 60) + " " + after(match, 40)
    return not re.search(rf"\bcho\b|\bở\b|\bca\b|bệnh nhân|người bệnh|{doctor}", around, re.IGNORECASE)


_DISEASE_SIGNS = """ung thư|u não|u ác|tiểu đường|đái tháo|hiv|aids|viêm gan|xơ gan|suy thận|suy tim|suy gan|trầm cảm
    tâm thần|rối loạn|động kinh|tự kỷ|lao|tim mạch|đột quỵ|tai biến|nhồi máu|parkinson|alzheimer|covid|f0|giang mai
    huyết áp|gút|hen suyễn|liệt|bại não|khiếm th|khuyết tật|thoát vị|lupus|máu trắng|bạch cầu|nghiện|vô sinh|hiếm muộn
    sảy thai|sẩy thai|thương tật|sốt xuất huyết|gãy|chấn thương|bệnh_"""
_STATE_SIGNS = """ung thư|suy thận|suy tim|suy gan|xơ gan|tiểu đường|đái tháo|chạy thận|hóa trị|hoá trị|xạ trị|lọc máu
    ghép thận|ghép gan|ghép tủy|mang thai|có bầu|có thai|sảy thai|sẩy thai|khuyết tật|thương tật|mất sức|nghiện|f0
    dương tính|hiv|tự kỷ|bại não"""
_ENGLISH_DISEASE_SIGNS = """cancer|diabetes|hepatitis|depression|tuberculosis|hiv|aids|epilepsy|autism|dementia
    schizophrenia|bipolar|leukemia|leukaemia|tumor|tumour|kidney failure|kidney disease|heart failure|heart disease
    liver failure|liver disease|a stroke|a heart attack|parkinson|alzheimer|covid|lupus|asthma|anxiety disorder|ptsd
    alcoholism|cirrhosis|sclerosis"""
_ENGLISH_STATE_SIGNS = """pregnant|positive|disabled|autistic|epileptic|diabetic|paraly|alcoholic|addicted to
    chemotherapy|dialysis|radiotherapy|miscarriage"""

HEALTH = Kind(
    "health",
    (
        *forms(
            rf"{_NOT_MANY}\b(?i:{_SOMEBODY}){_NOT_SO} {NAME}{_SAME_PERSON}\s{_ILL}",
            rf"{_NOT_MANY}\b(?i:{_SOMEBODY}){_NOT_SO}(?i:{_ADVERBS}) {_ILL}",
            rf"\b{_FULL}{_SAME_PERSON}\s{_ILL}",
            case=True,
            meant=_no_treatment_by,
            needs=needing(_DISEASE_SIGNS),
        ),
        *forms(
            rf"{_NOT_MANY}\b(?i:{_SOMEBODY}){_NOT_SO}(?: {NAME}{_SAME_PERSON}|(?i:{_ADVERBS})) {_SURGERY}",
            rf"\b{_FULL}{_SAME_PERSON}\s{_SURGERY}",
            case=True,
            meant=_no_treatment_by,
            needs=needing("mổ|phẫu thuật"),
        ),
        *forms(
            rf"{_NOT_MANY}\b(?i:{_SOMEBODY}){_NOT_SO}(?: {NAME}{_SAME_PERSON}|(?i:{_ADVERBS}))[\s(]"
            rf"(?P<it>(?i:{_STATE}))(?!\w)",
            rf"{_NOT_MANY}\b(?i:{_SOMEBODY}){_NOT_SO}{_SAME_PERSON}[\s(](?P<it>(?i:thương tật \d{{1,3}} ?%))",
            rf"\b{_FULL}{_SAME_PERSON}[\s(](?P<it>(?i:{_STATE}))(?!\w)",
            case=True,
            needs=needing(_STATE_SIGNS),
        ),
        *forms(
            rf"{_WHO}{_ENGLISH_BETWEEN}[\s,](?P<it>(?i:{_HAS} {_QUALITY}{_ENGLISH_DISEASE}))\b",
            case=True,
            needs=needing(_ENGLISH_DISEASE_SIGNS),
        ),
        *forms(
            rf"{_WHO}{_ENGLISH_BETWEEN}\s(?P<it>(?i:{_ENGLISH_STATE}))\b",
            case=True,
            needs=needing(_ENGLISH_STATE_SIGNS),
        ),
        *forms(
            r"\b(?P<it>nhóm máu (?:AB|A|B|O)\b|(?:hồ sơ )?bệnh án của (?:ông|bà|anh|chị) \w+"
            r"|bệnh (?:tình )?(?:ung thư|tiểu đường|trầm cảm|tim|thận)(?: \w+){0,2}? của (?:ông|bà|anh|chị)\b(?! em))",
            needs=needing("nhóm máu|bệnh"),
        ),
    ),
    signs_of(
        """ung thư|u não|u ác|tiểu đường|đái tháo|hiv|aids|viêm gan|xơ gan|suy thận|suy tim|suy gan|trầm cảm
        tâm thần|rối loạn|động kinh|tự kỷ|lao phổi|bị lao|mắc lao|nhiễm lao|trị lao|chữa lao|tim mạch|đột quỵ
        tai biến|nhồi máu|parkinson|alzheimer|covid|f0|giang mai|huyết áp|gút|hen suyễn|bại liệt|bại não|bị liệt
        khiếm th|khuyết tật|thoát vị|lupus|máu trắng|bạch cầu|nghiện|vô sinh|hiếm muộn|sảy thai|sẩy thai
        mang thai|có thai|có bầu|gãy|chấn thương|mổ|phẫu thuật|thương tật|sốt xuất|mắc bệnh|bị bệnh|nhiễm bệnh
        mang bệnh|trị bệnh|chữa bệnh|bệnh án
        bệnh tình|căn bệnh|nhóm máu|chạy thận|lọc máu|hóa trị|hoá trị|xạ trị|ghép thận|ghép gan|ghép tủy|mất sức
        dương tính|cancer|diabet|hepatitis|depression|tubercul|epilep|autis|dementia|schizo|bipolar|leukemia
        leukaemia|tumo|kidney|heart|liver|stroke|lupus|asthma|anxiety|ptsd|alcoholi|cirrhosis|sclerosis|pregnant
        disabled|paraly|addicted|chemotherapy|dialysis|radiotherapy|tested positive|miscarriage"""
    ),
)
