"""Numbers of one person, in the ways in which they are typed, and the stretch of each in raw markup."""

import pytest

from guongsang.text.personal_data.search import personal_in, personal_in_markup

NUMBERS = {
    "telephone-number": """
zalo.me/84912345678
https://t.me/+84912345678
viber://chat?number=84912345678
09 12 34 56 78
0912 34 56 78
đt 0912.345.678 (anh Bình)
ĐTDĐ 0912345678
ĐTDĐ: 0912345678
Di động: 0912-345-678
0084 912 345 678
(+84) 912 345 678
+84 912 345 678
zalo: 0912.345.678
Gọi số 0912/345/678
Gọi 0912\u00a0345\u00a0678
Gọi (84) 912-345-678.
Gọi ０９１２３４５６７８.
Gọi 09 12 34 56 78, 09 87 65 43 21
Gọi +84 (0) 912 345 678
Gọi 0912/345/678.
zalo.me/0912345678
https://zalo.me/0912345678
https://wa.me/84912345678
viber://chat?number=%2B84912345678
t.me/+84912345678
SĐT0912345678
ĐT:0912345678
ĐT/Zalo 0912345678
SĐT: 912345678
gọi 912 345 678
0912.345.678/0987.654.321
0912\u2009345\u2009678
0\u200b9\u200b1\u200b2\u200b3\u200b4\u200b5\u200b6\u200b7\u200b8
٠٩١٢٣٤٥٦٧٨
०९१२३४५६७८
𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖
0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣
⓪⑨①②③④⑤⑥⑦⑧
0912–345–678
0912—345—678
0912·345·678
0912_345_678
0912,345,678
0912'345'678
O912 345 678
0 9 1 2 3 4 5 6 7 8
091 234 5678
09123 45678
không chín một hai ba bốn năm sáu bảy tám
zero nine one two three four five six seven eight
nhà riêng 024 3825 1234
+84-24-3825 1234
+1 202 555 0143
Văn phòng cử chị Mẫu (0912 345 678) trực
hotline chị Mai 0912 345 678
""",
    "identity-number": """
Passport B12345678
hộ chiếu phổ thông số C1234567
ID: 079085001234
Giấy CMND: 2 7 1 2 3 4 5 6 7
CMND 271 234 567
Số CCCD của anh là 079085001234
CCCD: 012 345\u00ad678 901
012 345 678 901
0123.4567.8901
012-345-678-901
012\u00a0345\u00a0678\u00a0901
012\u2009345\u2009678\u2009901
012\u200b345678901
012345678901
0123 45678901
012/345/678/901
CCCD số 001/185/012345
CCCD 001185/012345
CCCD 0011/8501/2345
012–345–678–901
0 1 2 3 4 5 6 7 8 9 0 1
CMND: 123 456 789
CMND số 123.456.789 cấp ngày 1/2/2010
chứng minh nhân dân 12-345-6789
căn cước công dân số 079 085 001 234
định danh cá nhân: 079085001234
079085001234 (CCCD)
123456789 (CMND)
CCCD079085001234
hộ chiếu số B 1234567
Hộ chiếu: C1234 5678
passport number: P01234567
P<VNMNGUYEN<<THU<ANH<<<<<<<<<<<<<<<<<<<<<<<<<
IDVNM0850012345079085001234<<5
""",
    "bank-account": """
số tài khoản nhận lương 1234567890
tài khoản trả lương: 1903 4567 890
Thẻ 9704-3612-3456-7890
tài khoản số 100001234567 mở tại VietinBank
Ngân hàng BIDV 12010001234567
Bank account no. 0123 4567 8901
số tài khoản ngân hàng của chị Mẫu: 123 456 789
STK: 0123456789
Chuyển khoản: 19031234567890 - Techcombank
STK 19012345678901 Techcombank
số tài khoản: 0011 0012 34567
TK ngân hàng 1903.4567.8901.23
tài khoản Vietcombank 0011001234567
Vietcombank: 0011001234567
0011001234567 tại Vietcombank
bank account 12345678901
account number: 1234 5678 9012
IBAN DE89 3704 0044 0532 0130 00
DE89370400440532013000
số thẻ 9704 1234 5678 9012
MB Bank 0912345678
""",
    "insurance-number": """
social insurance number 7912345678
mã thẻ BHYT: GD4797912345678
Mã số bảo hiểm xã hội 0123456789
số sổ BHXH: 0123456789
số BHXH 0123456789
mã số BHXH: 79 1234 5678
bảo hiểm xã hội số 7912345678
thẻ BHYT DN4791234567890
DN 4 79 1234567890
BHYT: HC4 79 12345 67890
""",
    "tax-number": """
tax code: 8123456789
mã số thuế TNCN 8123456789
MST cá nhân 8012345678
mã số thuế cá nhân: 8012 345 678
MST: 8012345678
personal tax number 8012345678
mã số thuế 012345678901
""",
    "driving-licence": """
bằng lái xe số 790123456789
GPLX 790123456789
giấy phép lái xe số 79 0123 456789
GPLX hạng B1: 790123456789
bằng lái xe hạng A1 số 790123456789
driver's licence: 790123456789
""",
    "vehicle-plate": """
ô tô 43A 12345
license plate 30F-12345
xe 51G-678.90
biển số xe 29-H1 123.45
biển kiểm soát 30A-123.45
29A-123.45
xe biển số 51F 12345
30E1-234.56
xe máy 59-X1 123.45
BKS 29A12345
biển số: 29A - 12345
""",
    "personal-number": """
Số thẻ đảng 1234567
thẻ đảng viên số 12345678
thẻ đảng viên số 12.345678
MSSV: 20201234
mã nhân viên NV01234
student ID 20201234
""",
}


def _lines(kinds: dict[str, str]) -> list[tuple[str, str]]:
    """Return each kind with each of its lines."""
    return [(kind, line) for kind, text in kinds.items() for line in text.strip("\n").split("\n")]


@pytest.mark.parametrize(("kind", "text"), _lines(NUMBERS))
def test_a_number_is_found_in_any_grouping_and_any_figures(kind: str, text: str) -> None:
    """Blanks, dots, strokes, invisible letters and other figures hide no number; its words say what it is."""
    assert {found.kind for found in personal_in(f"Xin báo: {text}.")} == {kind}


@pytest.mark.parametrize(
    ("raw", "stretch"),
    [
        ("Gọi 0912&nbsp;345&nbsp;678.", "0912&nbsp;345&nbsp;678"),
        ("Gọi 0912 **345** 678.", "0912 **345** 678"),
        (r"Gọi 0912\.345\.678.", r"0912\.345\.678"),
        (r'"Gọi \u0030912 345\u200b678"', r"\u0030912 345\u200b678"),
        ("&#48;91<!-- x -->2 345 678", "&#48;91<!-- x -->2 345 678"),
        ("[0912](x.md) 345[^1] 678", "0912](x.md) 345[^1] 678"),
    ],
)
def test_data_is_found_in_raw_markup_with_its_whole_stretch(raw: str, stretch: str) -> None:
    """What is read there is one number, and all that was typed for it is covered."""
    (found,) = personal_in_markup(raw)
    assert raw[found.start : found.end] == stretch
