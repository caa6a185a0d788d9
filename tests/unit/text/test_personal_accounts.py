"""Accounts of persons on social networks are found, those of offices pass."""

import pytest

from guongsang.text.personal_data.search import personal_in, personal_in_markup

PERSONAL = """
[fb](https://fb.com/nguyen.thu.anh.85)
facebook.com/nguyenthuanh
fb.com/anh.nguyen.1985
t.me/nguyenthuanh
Telegram: @nguyenthuanh
https://www.facebook.com/profile.php?id=100012345678901
instagram.com/tran.mau.binh
zalo.me/tranmaubinh
https://m.facebook.com/le.thu.mai/
linkedin.com/in/nguyen-thu-anh
Facebook chị Mai: fb.com/maimai85
Facebook cá nhân: facebook.com/meobeo
Zalo của anh Bình: zalo.me/binhcon
tiktok.com/@phamthimai
Skype: le.thu.mai
m.me/anhnguyen
"""
OFFICES = """
Trang facebook.com/soxaydungsongmau của Sở
Kênh t.me/tintucmau
zalo.me/1234567890123456789
facebook.com/doanthanhnienmau
facebook.com/trangtinxaydung
Zalo, Facebook và Telegram của đơn vị
facebook.com/ubndphuongthu
fb.com/congdoan.soxaydung
Trang của Sở: facebook.com/profile.php?id=61550123456789
t.me/duongdaynong
Zalo nguyên lý hoạt động
linkedin.com/company/mau
Chị Mai lập trang facebook.com/hoidapxaydung
https://mau.example/nguyenthuanh
"""


@pytest.mark.parametrize("text", PERSONAL.strip("\n").split("\n"))
def test_the_account_of_a_person_is_found(text: str) -> None:
    """A family name in the account, or words that say whose it is, tell it; the address is covered as a whole."""
    assert [found.kind for found in personal_in(text)] == ["private-account"]
    assert personal_in_markup(text)


@pytest.mark.parametrize("text", OFFICES.strip("\n").split("\n"))
def test_the_account_of_an_office_passes(text: str) -> None:
    """Offices, pages and channels are named by what they are."""
    assert not list(personal_in(text))
