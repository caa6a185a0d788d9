"""Statements about somebody: health, relatives, children, births, homes, mailboxes."""

import pytest

from guongsang.text.personal_data.search import personal_in

STATEMENTS = {
    "health": """
ông Mẫu bị tai biến mạch máu não
Chị Mẫu không may mắc bệnh ung thư vú
Anh Mẫu mang trong mình căn bệnh ung thư
anh bị bệnh tim
anh có HIV
chị sống chung với HIV
bệnh tiểu đường type 2 của anh
anh Bình là F0
anh mắc COVID-19
Cô Mẫu đang mang thai tháng thứ bảy
Nguyễn Thử Ánh bị suy thận độ 4
his mother has dementia
he is a diabetic
She was pregnant at the time
Ms Anh was diagnosed with stage II breast cancer
anh là thương binh, thương tật 61%
Chị bị khuyết tật nặng
chồng chị bị đột quỵ
Mẹ chị mắc Alzheimer
Con trai anh bị tự kỷ
Bà phải lọc máu mỗi tuần ba lần
Chị Mẫu (ung thư giai đoạn 3) vẫn đi làm
đồng chí Mẫu đang điều trị ung thư vú
ông bị HIV
Chị vừa điều trị trầm cảm
chị Ánh mắc bệnh hiểm nghèo
Anh Trần Mẫu Bình bị ung thư phổi giai đoạn 2
Anh Mẫu bị ung thư giai đoạn 3
Chị Trần Mẫu, ung thư vú giai đoạn II, vẫn đi làm
anh Bình tiểu đường type 2
chị Lan nhiễm HIV
ông Mẫu suy thận độ 4
chị phải chạy thận
anh đang hóa trị
bà Lan xạ trị tháng thứ ba
Anh Mẫu là F0
chị Mẫu khuyết tật nặng
ông Bình thương tật 61 %
anh bị trầm cảm
chị Mẫu đang mang thai
ông từng nghiện ma túy
Trần Mẫu Bình mắc bệnh lao
Bố anh bị tai biến
vợ anh mắc ung thư
con gái bị bại não
tôi bị viêm gan B
She has breast cancer
chị Ánh vừa mổ tim
ông Bình bị tai nạn gãy chân
anh bị gãy tay
chị Ánh sinh con thứ hai bị sẩy thai
anh phải mổ ruột thừa
Nguyễn Thử Ánh từng phẫu thuật cắt tuyến giáp
mẹ chị mới mổ thay khớp
bà Lan bị chấn thương sọ não
Mr Binh suffers from type 2 diabetes
his wife was diagnosed with stage 3 cancer
Ms Lan is pregnant
He is HIV-positive
She is undergoing chemotherapy
Tran Mau Binh had a stroke
ANH MẪU BỊ UNG THƯ
Chị Mẫu vừa phát hiện ung thư giai đoạn cuối
Bà Lan bị tâm thần phân liệt
""",
    "child": """
cô con gái nhỏ Mai, học lớp 2
con trai 8 tuổi Nguyễn Thử Nam
his two children, Nam (8) and Na (5)
daughter Na (7 years old)
Anna, 7 years old
em Nguyễn Thử An (lớp 5B)
cháu Mẫu mới 3 tuổi
con trai anh là Minh, 8 tuổi
con gái chị, bé Na, 5 tuổi
cháu Nguyễn Thử An, 7 tuổi
con gái 5 tuổi tên Mẫu
bé Bi (lớp 3A)
his daughter Anna, aged 7
bé Na 5 tuổi
CHÁU NGUYỄN THỬ AN, 7 TUỔI
con trai Minh Thử học lớp 4
cháu An sinh năm 2015
7-year-old Anna
her son Nam (8)
bé Mẫu, bảy tuổi
em Trần Thử, lớp 5
""",
    "relative": """
Vợ Trần Thử
wife is named Hoa
Binh's wife Lan
father Nguyen Van Thu
My wife, Lan Anh
Nguyen Thu (husband)
ông nội Nguyễn Văn Thử
BỐ: NGUYỄN VĂN THỬ
hai con Nguyễn Thử An và Nguyễn Thử Bình
Con: Nguyễn Thử An
bố chị: Trần Văn Thử
vợ tôi tên là Lan
mẹ anh là bà Lê Thị Mẫu
chị Trần Thử Lan là vợ anh Bình
chị Lan, vợ anh
Vợ: Trần Thử
vợ anh, chị Trần Thử
vợ anh là chị Trần Thử
bố: Nguyễn Thử
Nguyễn Thử (vợ)
VỢ LÀ BÀ TRẦN MẪU LAN
chồng chị là anh Bình
con trai Nguyễn Thử Nam
mẹ đẻ: bà Lê Thử
bà nội Nguyễn Thị Mẫu
anh trai tên Thử
his wife Lan
her husband, Tran Thu
Wife: Tran Thi Hoa
Trần Thử Hoa là vợ anh
Tran Thi Hoa (wife)
em gái ruột Trần Thử Mẫu
CON GÁI: TRẦN THỬ NA
chồng bà Lan tên là Hùng
con Nguyễn Thử An
ông ngoại là Trần Thử
ông xã chị tên Nam
bà xã anh là chị Hoa
phu quân Trần Mẫu Nam
""",
    "date-of-birth": """
DOB: 1985-02-03
born 1985
Năm sinh: 1985
sinh ngày 01.02.1990
(sinh ngày 01-02-1990)
sinh năm 1985
sinh ngày 1 tháng 2 năm 1990
ngày sinh 01/02/1990
sinh ngày 04/5/1980
sinh 04-05-80
ngày, tháng, năm sinh: 04/5/1980
NTNS: 04/5/1980
sinh tháng 5/1980
SN 1985
born in May 1980
ｓｉｎｈ ｎｇàｙ ０４/５/１９８０
""",
    "home-address": """
home address: 12 Mau Street
sống ở số 12 đường Thử
số nhà 12, phố Thử
nhà riêng: 12 ngõ 5 phố Thử
địa chỉ nhà: 12 đường Mẫu
nơi ở hiện nay: số 7 ngõ 12 phố Thử
HKTT: thôn Mẫu, xã Thử
trú tại 12/5 đường Mẫu
nhà ở 12 ngõ 34 phố Mẫu
nhà anh Bình ở số 12 đường Mẫu
nhà của chị ở 7 ngõ 12 phố Thử
""",
    "private-mail": """
anh@hotmail.com
anh (at) gmail.com
anh[at]gmail[dot]com
anh@yahoo.com.vn
ten@gmail.com
ten [at] gmail.com
ten(at)gmail(dot)com
ten @ gmail . com
ten a còng gmail chấm com
ten＠gmail.com
ten at gmail dot com
t\u00aden@gm\u200bail.com
""",
}


def _lines(kinds: dict[str, str]) -> list[tuple[str, str]]:
    """Return each kind with each of its lines."""
    return [(kind, line) for kind, text in kinds.items() for line in text.strip("\n").split("\n")]


@pytest.mark.parametrize(("kind", "text"), _lines(STATEMENTS))
def test_a_statement_about_somebody_is_found(kind: str, text: str) -> None:
    """Illnesses, relatives, children, births, homes and mailboxes of somebody are told with their kind."""
    assert kind in {found.kind for found in personal_in(f"Xin báo: {text}.")}
