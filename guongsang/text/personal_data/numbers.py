"""Numbers that stand for one person: of identity cards, insurance, tax, bank accounts, licences, cars.

Twelve figures that begin with the code of a province are a number of identity in any grouping; of all others the words
around say what they are. Numbers of organisations (tax, treasury) pass where words say so.
"""

import re

from guongsang.text.patterns import lazy
from guongsang.text.personal_data.forms import (
    AFTER,
    BEFORE,
    BEFORE_ZERO,
    GAP,
    NO_DATE,
    Kind,
    Needs,
    after,
    any_of,
    before,
    digits,
    forms,
    needing,
)

_ID_WORDS = any_of(
    """CCCD|CMND|CMTND|CMT|căn cước(?: công dân)?|chứng minh (?:nhân dân|thư)
    (?:mã )?(?:số )?định danh(?: cá nhân)?|identity (?:card|number|no\\.?)|ID (?:card|number|no\\.?)|citizen ID"""
)
_PASSPORT = any_of("hộ chiếu|passport")
_ID_SIGNS = "cccd|cmnd|cmtnd|cmt|căn cước|chứng minh|định danh|identity|id card|id number|id no|citizen id"
_PASSPORT_SIGNS = "hộ chiếu|passport"
_BANKS = any_of(
    """Vietcombank|VCB|Techcombank|TCB|BIDV|Agribank|Viet[ ]?inbank|MB ?Bank|ACB|VP ?Bank|TP ?Bank|Sacombank|SHB
    VIB|HD ?Bank|OCB|SeA ?Bank|LP ?Bank|Eximbank|MSB|SCB|Nam ?A ?Bank|Bac ?A ?Bank|Shinhan ?Bank|MoMo"""
)
_ACCOUNT = any_of(
    """STK|số TK|TK(?: ngân hàng| số)?|(?:số )?tài khoản(?: (?:ngân hàng|cá nhân|số))*
    (?:bank )?account(?: (?:number|no\\.?))?|a/c(?: no\\.?)?|số thẻ(?! (?:đảng|sinh|ngành|nhân))|thẻ ATM|card number"""
)
_BANK_SIGNS = "bank|vcb|tcb|bidv|acb|shb|vib|ocb|msb|scb|momo"
_BETWEEN = r"(?:(?!\b(?:có|còn|dư|gồm|hơn|khoảng|nhận(?! lương)|nộp|trả(?! lương)|được|với)\b)[^\d\n.;]){0,40}?"
_NEAR = r"[^\d\n]{0,30}?"
_ORGANISATION = lazy(
    any_of(
        """công ty|doanh nghiệp|tổ chức|đơn vị|cơ quan|sở |phòng |ủy ban|UBND|trung tâm|hợp tác xã|HTX|nhà thầu
        nhà cung cấp|bệnh viện|trường |quỹ\\b|kho bạc|ban quản lý|bên bán|bên mua|company|organi[sz]ation|supplier
        contractor|office|treasury|fund"""
    ),
    re.IGNORECASE,
)
_PERSONAL = lazy(r"cá nhân|TNCN|personal", re.IGNORECASE)
_DOCUMENT = lazy(
    any_of(
        """công văn|quyết định|hồ sơ|biên bản|hợp đồng|hóa đơn|hoá đơn|phiếu|giấy phép|tờ trình|báo cáo|công trình
        dự án|công tơ|đồng hồ|gói thầu|MST|ĐKKD|vận đơn|tờ khai|thửa|văn bản|mã|serial|S/N|model|hash|meter|file
        document|invoice"""
    )
    + r"(?: \w+){0,2}?[: ]*(?:số(?: hiệu)?|No\.?)?[: ]*$",
    re.IGNORECASE,
)
_CAR = lazy(any_of("xe|ô tô|biển|BKS|BS|mô tô|plate|car|motorbike|vehicle"), re.IGNORECASE)
_OFFICIAL_CAR = lazy(
    r"xe (?:công|cơ quan|cứu thương|buýt|chữa cháy|của (?:cơ quan|sở|phòng|trung tâm|bệnh viện))|ambulance"
    r"|official car",
    re.IGNORECASE,
)


def is_document(match: re.Match[str]) -> bool:
    """Return whether a number without gaps is that of a document, a project or a meter, as the words before it say."""
    words = before(match, 40)
    return match["it"].isdigit() and bool(_DOCUMENT.search(words)) and not re.search("định danh|căn cước", words)


def _grouped(match: re.Match[str]) -> bool:
    """Return whether twelve figures are grouped as numbers are, not a row of days or small figures."""
    groups = [len(group) for group in re.findall(r"\d+", match["it"])]
    return (max(groups) > 2 or set(groups) == {1}) and not is_document(match)


def _of_person(match: re.Match[str]) -> bool:
    said = before(match, 90)
    return bool(_PERSONAL.search(said)) or not (_ORGANISATION.search(said) or _ORGANISATION.search(after(match, 40)))


def _not_of_organisation(match: re.Match[str]) -> bool:
    return not _ORGANISATION.search(before(match, 60)) and not _ORGANISATION.search(after(match, 30))


def _iban(match: re.Match[str]) -> bool:
    """Return whether the check figures of an IBAN are right (ISO 13616), or the word stands before it."""
    number = re.sub(r"\W", "", match["it"]).upper()
    return "IBAN" in before(match, 20) or int("".join(str(int(c, 36)) for c in number[4:] + number[:4])) % 97 == 1


def _card(match: re.Match[str]) -> bool:
    """Return whether a bank card is one of Viet Nam (9704), or its last figure is right (Luhn, ISO 7812)."""
    number = re.sub(r"\D", "", match["it"])
    doubled = [int(c) * (2 - i % 2) for i, c in enumerate(number)]
    return number.startswith("9704") or sum(d // 10 + d % 10 for d in doubled) % 10 == 0


def _on_car(match: re.Match[str]) -> bool:
    said = before(match, 40)
    return not _OFFICIAL_CAR.search(said) and bool(("." in match["it"] and "-" in match["it"]) or _CAR.search(said))


_TWELVE = rf"0{GAP}(?:0{GAP}[1-9]|[1-8]{GAP}\d|9{GAP}[0-6])(?:{GAP}\d){{9}}"
IDENTITY = Kind(
    "identity-number",
    (
        *forms(BEFORE_ZERO + NO_DATE + rf"(?P<it>{_TWELVE})" + AFTER, meant=_grouped, needs=Needs(figures=12)),
        *forms(
            BEFORE_ZERO + r"(?P<it>0\d\d(?:/\d{3}){3}|0\d{3}(?:[/,]\d{4}){2}|0\d\d(?:,\d{3}){3})" + AFTER,
            needs=Needs(figures_anyhow=12),
        ),
        *forms(
            rf"\b{_ID_WORDS}[^\d\n]{{0,25}}?(?<!\d)(?P<it>{digits(12)}|{digits(9)}|\d{{3}}(?:/\d{{3}}){{2,3}}|\d{{3}}/\d{{3}}/?\d{{6}}|\d{{6}}/\d{{6}}|\d{{4}}(?:/\d{{4}}){{2}})"
            + AFTER,
            needs=needing(_ID_SIGNS),
        ),
        *forms(
            rf"\b{_PASSPORT}[^\d\n]{{0,25}}?\b(?P<it>[A-Z]{GAP}{digits(7, 8)}|\d{{7,9}})" + AFTER,
            needs=needing(_PASSPORT_SIGNS, figures=7),
        ),
        *forms(
            rf"\b{_ID_WORDS}[^\d\n]{{0,25}}?\b(?P<it>[A-Z]\d{{7,8}})" + AFTER,
            needs=needing(_ID_SIGNS, figures=7),
        ),
        *forms(
            BEFORE + rf"(?P<it>{digits(12)}|{digits(9)})\s*\(\s*(?:số )?(?:{_ID_WORDS}|{_PASSPORT})",
            needs=needing(f"{_ID_SIGNS}|{_PASSPORT_SIGNS}", figures=9),
        ),
    ),
)
TRAVEL_DOCUMENT = Kind(
    IDENTITY.name,
    forms(
        r"(?P<it>P[<A-Z][A-Z]{3}[A-Z<]{20,39}|[A-Z0-9<]{9}\d[A-Z]{3}\d{6}\d[MF<]\d{6}\d[A-Z0-9<]{6,16})",
        r"(?P<it>I[D<][A-Z]{3}[A-Z0-9<]{20,25})",
    ),
    ("<<", "p&lt;"),
)
NUMBERS = (
    Kind(
        "bank-account",
        (
            *forms(
                rf"\b{_ACCOUNT}(?!\w){_BETWEEN}(?<![\d.,])(?P<it>{digits(7, 19)})" + AFTER,
                meant=_not_of_organisation,
                needs=needing("tk|tài khoản|account|a/c|số thẻ|thẻ atm|card number", figures=7),
            ),
            *forms(
                rf"\b{_BANKS}\b\W{{0,4}}(?:(?:số|STK|TK)\W{{1,3}})?(?P<it>{digits(8, 16)})" + AFTER,
                BEFORE + rf"(?P<it>{digits(8, 16)}+)\W{{1,4}}(?:tại |ở |ngân hàng )*{_BANKS}\b",
                meant=_not_of_organisation,
                needs=needing(_BANK_SIGNS, figures=8),
            ),
            *forms(r"\b(?P<it>[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?)\b", case=True, meant=_iban),
            *forms(BEFORE + r"(?P<it>\d{4}(?:[ -]\d{4}){3})" + AFTER, meant=_card, needs=Needs(figures=16)),
        ),
    ),
    Kind(
        "insurance-number",
        (
            *forms(
                rf"\b(?:BHXH|bảo hiểm xã hội|social insurance)\b{_NEAR}(?<![\d.,])(?P<it>{digits(10)})" + AFTER,
                needs=needing("bhxh|bảo hiểm xã hội|social insurance", figures=10),
            ),
            *forms(
                rf"\b(?:BHYT|bảo hiểm y tế|health insurance)\b{_NEAR}(?<!\d)\b"
                rf"(?P<it>[A-Z]{{2}}{GAP}{digits(13)}|{digits(10)}|{digits(15)})" + AFTER,
                needs=needing("bhyt|bảo hiểm y tế|health insurance", figures=10),
            ),
            *forms(
                rf"\b(?P<it>(?:DN|HX|CH|NN|TK|HC|XK|HT|TB|NO|CT|XB|TN|CS|QN|CA|CY|XN|MS|CC|CK|CB|KC|HD|TE|BT|HN|DT|DK|XD|TS|TC"
                rf"|TQ|TA|TY|HG|LS|PV|HS|SV|GB|GD|TV|TD){GAP}[1-5]{GAP}{digits(12)})" + AFTER,
                needs=Needs(figures=13),
            ),
        ),
    ),
    Kind(
        "tax-number",
        forms(
            rf"\b(?:MST|mã số thuế|mã thuế|tax (?:code|number|no\.?|ID|identification number)|TIN)\b{_NEAR}(?<![\d.,])"
            rf"(?P<it>{digits(12)}|{digits(10)})" + AFTER,
            meant=_of_person,
            needs=needing("mst|mã số thuế|mã thuế|tax|tin", figures=10),
        ),
    ),
    Kind(
        "driving-licence",
        forms(
            rf"\b(?:GPLX|giấy phép lái xe|bằng lái(?: xe)?|driv(?:ing|er['’]?s?) licen[cs]e){_NEAR}"
            rf"(?:(?:hạng|class) [A-Z]{{1,2}}\d?\b{_NEAR})?(?<!\d)(?P<it>{digits(9, 12)})" + AFTER,
            needs=needing("gplx|giấy phép lái xe|bằng lái|driving licen|driver", figures=9),
        ),
    ),
)
CARD = Kind(
    "personal-number",
    forms(
        r"\b(?:thẻ đảng(?: viên)?|số hiệu (?:công chức|viên chức|sĩ quan)|thẻ (?:sinh viên|ngành|thương binh)|MSSV|MSHV"
        r"|mã (?:số )?(?:sinh viên|học sinh|học viên|nhân viên|cán bộ|công chức|viên chức|bệnh nhân|lương)|sổ lương"
        r"|sổ (?:hộ khẩu|hưu)|(?:student|employee|staff|patient|party card|payroll) (?:ID|number|no\.?))"
        rf"[^\d\n]{{0,20}}?\b(?P<it>[A-Z]{{0,4}}{GAP}{digits(5, 14)})" + AFTER,
        needs=needing(
            """thẻ đảng|thẻ sinh viên|thẻ ngành|thẻ thương binh|số hiệu_|mssv|mshv|mã số_|mã sinh viên|mã học
            mã nhân viên|mã cán bộ|mã công chức|mã viên chức|mã bệnh nhân|mã lương|sổ lương|sổ hộ khẩu|sổ hưu
            student_|employee_|staff_|patient_|party card_|payroll_"""
        ),
    ),
    ("thẻ ", "số hiệu", "mssv", "mshv", "mã ", "sổ ", "student", "employee", "staff", "patient", "party", "payroll"),
)
PLATE = Kind(
    "vehicle-plate",
    forms(
        r"(?<![\w./-])(?P<it>[1-9]\d ?-? ?(?:[A-Z]{1,2}|[A-Z]\d)(?: ?- ?|  ?)?(?:\d{3}[. ]?\d{2}|\d{4}))"
        r"(?![\w/]|[.,-]\d)",
        case=True,
        meant=_on_car,
    ),
    first_look=lazy(r"\d ?-? ?[A-Z][A-Z\d]?[ -]{0,3}\d{3}"),
)
