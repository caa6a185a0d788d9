"""Relatives, children and illnesses in texts without marks or without capitals."""

import pytest

from guongsang.text.personal_data.search import personal_in

FOUND = {
    "relative": """
vo la Tran Thi Hoa
chong la Nguyen Van Binh
Vo: Le Thi Mai
VO LA TRAN THI HOA
CHONG: NGUYEN VAN BINH
me chi la ba Pham Thi Cuc
vo anh Binh la chi Hoa
Chong chi (anh Nam) cung la cong chuc
con dau Vu Thi Hanh
em gai anh Binh la co Lan
bo vo la ong Dinh Van Mau
vo toi, Tran Thi Hoa, cung lam o day
vợ là trần thị hoa
chồng: nguyễn văn bình
""",
    "child": """
con gai Nguyen Thi Lan 5 tuoi
con trai la Tran Van Nam, 7 tuoi
chau Lan 5 tuoi
be Na (5 tuoi)
con gai ten Lan hoc lop 3
con trai ut la be Bin 3 tuoi
Con gai chi Anh, chau Na, 6 tuoi
""",
    "health": """
chi Anh bi ung thu vu
anh Binh mac benh tieu duong
chi dang dieu tri tram cam
Chi Lan nhiem HIV
me bi tai bien
""",
}
PASS = """
vo va hai con
con duong tu nha den co quan
chong chat ho so cao ca met
bo tri them hai ban
me va be khoe
Nguyen Thu Anh la con nguoi cham chi
cac chau hoc sinh lop 5 cua truong
Con Dao la huyen dao
he told me Nguyen Thi Lan would come
bo Lao dong, Bo Xay dung
vo cung biet on chi Hoa
con so 12 ho so
vo chong chi Hoa cung khen
duong Vo Nguyen Giap
DUONG VO NGUYEN GIAP
chi gai hoan can
the servo la Tran
cac anh chi bi tai bien
nguoi benh bi ung thu
anh Binh dieu tri cho nguoi benh viem gan
vợ chồng nguyễn lo việc nhà
"""


@pytest.mark.parametrize(
    ("kind", "text"), [(k, line) for k, lines in FOUND.items() for line in lines.split("\n") if line]
)
def test_a_statement_is_found_without_marks_or_capitals(kind: str, text: str) -> None:
    """Somebody who typed on a telephone or in capitals is read like anybody."""
    assert {found.kind for found in personal_in(f"Xin báo: {text}.")} == {kind}


@pytest.mark.parametrize("text", PASS.strip("\n").split("\n"))
def test_small_words_without_marks_are_words(text: str) -> None:
    """What may be another word, in English too, and streets with names in them pass."""
    assert not list(personal_in(text))
