"""What an office writes every day and is no personal data."""

import pytest

from guongsang.text.personal_data.search import personal_in, personal_in_markup

NOT_PERSONAL = """
Đường dây nóng: 024 3825 1234
Văn phòng Sở: (024) 38251234
ĐT cơ quan: 024.3825.1234
Tổng đài 1900 1234
Hotline 1800 6868
Hotline: 0912 345 678
Điện thoại Trung tâm 028 3829 1234
Sở Xây dựng, ĐT 0243 825 1234
123/QĐ-SXD
Số: 0912/2022
Quyết định số 0912345678 ngày 1/2/2022
012.345.678 đồng
1.234.567.890 đ
012.345.678.901 đồng
ISBN 978-0-9123-4567-8
ISBN 0-912345-67-8
ISBN: 0 9123 4567 8
9780912345678
d41d8cd98f00b204e9800998ecf8427e
sha256 0912345678901234567890123456789012345678901234567890123456789012
10.762622, 106.660172
10°45'45.4"N 106°39'36.6"E
ngày 09-10-2022
03/2022 - 05/2023
03.2022-05.2023
2018-2022
v3.11.7
1.2.3.4
192.168.100.200
Luật số 91/2025/QH15
Nghị định 30/2020/NĐ-CP
Dự án mã số 0312345678
công tơ số 0345671234
mã hồ sơ 000.00.16.H26-220604-0003
hợp đồng số 0912345678
số công trình 012345678901
https://vnexpress.net/tin-0912345678.html
https://dantri.vn/2022060412345678.htm
MST công ty: 0312345678
Công ty Mẫu, mã số thuế 0312345678-001
mã số thuế của đơn vị 0101234567
tài khoản 12.345.678 đồng
mở 1.234.567 tài khoản
tài khoản có 12.345.678 lượt truy cập
cấp 123.456.789 CCCD
nộp BHXH 1.234.567.890 đồng
Luật BHXH năm 2014 số 58/2014/QH13
xe 7 chỗ, 29 A 123
Thửa đất 12A-123
tổ 29A-1234
phòng 29A 1234 mét
QCVN 22:2016/BYT
TCVN 9386:2012
người bệnh ung thư giai đoạn 3 được hỗ trợ
bệnh nhân chạy thận được hỗ trợ xe
Anh Mẫu giúp người bị đột quỵ
chị em mang thai được nghỉ
Chị Mẫu chăm sóc bệnh nhân hóa trị
Chị Mẫu vận động quỹ phòng chống ung thư
chương trình phòng chống HIV/AIDS
Anh Mẫu tuyên truyền phòng chống HIV
các chị bị ung thư vú
bà con bị sốt xuất huyết
phụ nữ mang thai
Bác sĩ Mẫu điều trị ung thư cho bệnh nhân
khoa điều trị lao
người khuyết tật nặng
The clinic has cancer screening
She has cancer leaflets printed
patients with diabetes
He helped people with HIV
trẻ 5 tuổi
lớp 3A có 35 em
các cháu 5 tuổi
con gái 5 tuổi
bà 70 tuổi
vợ chồng anh Trần Mẫu Bình
Vợ anh Bình kể lại
Vợ anh Trần Mẫu Bình kể lại
mẹ Việt Nam anh hùng
CHỒNG CHÉO QUY HOẠCH ĐÔ THỊ
con đường Hồ Chí Minh
huyện Con Cuông
cha mẹ học sinh
Bố trí công việc
Mẹ và bé
Con số Hà Nội
chị Nguyễn Thử Ánh
em Hà, 25 tuổi
anh Bình, 45 tuổi
cô Lan dạy lớp 3
học sinh ngày 5/9/2022
vệ sinh ngày 01/02/2022
TP 10: 02 03 04 05 06 07
các tổ 01 02 03 04 05 06
22 15 08 30 11 20
từ 08:00 đến 17:30
tỷ lệ 12,5 % so với 10,25 %
hoi@benhvienmau.example
an account at gmail.com
0123456789/QĐ-UBND
Mã vạch 8934563123456
GTIN 08934563123452
2022-06-04T08:30:00
Kế hoạch 12/KH-SXD ngày 03/02/2022 và 04/02/2022
Tiêu chuẩn ISO 9001:2015
diện tích 1.234,56 m2
bản đồ tỷ lệ 1/10.000 và 1/2.000
Km 12+345
Mẹ nuôi trẻ dưới 12 tháng tuổi
Anh Mẫu thăm trẻ tự kỷ
Chị dạy trẻ tự kỷ
Chị Mẫu mở lớp cho trẻ bại não
His wife and he
her mother and father
father of two
Anh Mẫu bị cảm
con của chị
Ông Mẫu, bố của hai con
ĐT: (024) 3825 1234 (Văn phòng)
ĐT cơ quan: 0243 825 1234
Đường dây nóng 1022
Tổng đài 18001234
Hotline 19001234
Trụ sở: số 12 đường Mẫu, phường Thử; điện thoại 024 3825 1234
Fax: 024 3825 4321
Office: +84 24 3825 1234
switchboard (024) 3825 1234
địa chỉ trụ sở: 12 đường Mẫu
Trung tâm ở số 12 đường Mẫu
012 345 678 đồng
345.678.912 đồng
0,912345678
ISBN-13: 978-604-0-12345-6
ISBN-10 6040123456
ISSN 0866-1234
MD5 0912345678abcdef0912345678abcdef
commit 7dec494fb6b8
số 12/2022/QĐ-UBND
01/2021/NĐ-CP
số 0345/2022/HĐ-KT
Mã dự án: 7654321
Số hiệu công trình 0912345678
Mã hồ sơ 012345678901
công tơ điện 0912345678
tọa độ 21.028511, 105.804817
21°01'42.7"N 105°48'17.3"E
X=1234567.890; Y=0567890.123
QCVN 06:2022/BXD
IP 192.168.1.100
phiên bản 2.10.345
09:12:34
2022-06-30 09:12:34
0912
từ 0912 đến 0987
chiều dài 0,912 345 678 m
năm 2019 2020 2021 2022
3.456.789 lượt
1234 5678 9012
tháng 01/2022 đến tháng 12/2022
ngày 01, 02, 03/6/2022
01 - 02 - 03 - 04 - 05
Lô 29A-12
nhà 29A-123
căn hộ 51F
tuyến 29A 12
MST của doanh nghiệp 0101234567
tài khoản kho bạc 3713.0.1234567 của Sở
tài khoản của Quỹ: 0011001234567
người nhiễm HIV được bảo vệ
bệnh nhân ung thư giai đoạn cuối
Chương trình sữa học đường cho trẻ 5 tuổi
Anh Mẫu hiến máu 20 lần
chị Mẫu tặng quà cho trẻ em bị bệnh tim
Anh Mẫu giúp một cụ già bị tai biến
chị chăm sóc người khuyết tật nặng
Chị Mẫu viết phần mềm quản lý bệnh nhân tiểu đường
chị dạy nghề cho người khuyết tật
anh lái xe cho bệnh nhân chạy thận
khoa có 12 ca mắc COVID-19
Phòng chống tai biến sản khoa
Dự án bị đột quỵ vốn
Anh bị phạt
Chị Mẫu và con gái
vợ chồng trẻ
cháu ngoan Bác Hồ
lớp 5 tuổi
giải Ba Nguyễn
thầy Bình dạy lớp 5
Chị Lan, 35 tuổi
her mother and father came
he has a cold
She has support from the cancer centre
They have diabetes leaflets
sinh viên năm 2020
sinh thái 2020
phát sinh 12/3/2020
Hội sinh viên 2019
born to lead
khai sinh số 123
anh em, bố mẹ, Việt Nam
con số 123456789
bố trí 12 người
Con đường Trần Phú dài 2 km
em Hà Nội
Bà Huyện Thanh Quan
đường Bà Triệu
phố Ông Ích Khiêm
Cha đẻ của phần mềm là anh Bình
mẹ bầu
công trình ông Nguyễn Văn A phụ trách
Bí thư Đoàn, bố của phong trào
anh chị em Khoa Nội
hoi@sxd.example.gov.vn
Lịch trực: 07 08 09 10 11 12 13 14 15 16
các tháng 01 02 03 04 05 06 07 08 09 10
các ngày 03, 04, 05, 06, 07, 08
Bác sĩ Bình vừa mổ tim cho 3 người bệnh
Anh Bình mổ ruột thừa cho hơn 30 ca trong năm
Bác sĩ Trần Mẫu Bình từng mổ tim 200 ca
Chị Lan chăm người bệnh vừa mổ tim
Anh phải mổ xẻ từng khâu của quy trình
Khoa nhận 12 ca gãy chân
nhà ở xã hội 12 tầng ở phường Thử
"""


@pytest.mark.parametrize("text", NOT_PERSONAL.strip("\n").split("\n"))
def test_what_an_office_writes_is_none(text: str) -> None:
    """Numbers of offices, documents, books and sums, dates, codes, and talk of people in general pass."""
    for line in (text, f"Số liệu: {text}; hết."):
        assert not list(personal_in(line)) and not personal_in_markup(line)
