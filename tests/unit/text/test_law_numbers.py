"""Numbers of legal documents in one spelling."""

import unicodedata

import pytest

from guongsang.text.law_numbers import law_key, names_its_year


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("06/2022/QH15", "Luật số 06/2022/QH15"),
        ("06/2022/QH15", "6/2022/qh15"),
        ("98/2023/NĐ-CP", "Nghị định 98 / 2023 / NÐ–CP"),
        ("98/2023/NĐ-CP", "Decree No. 98/2023/ND-CP"),
        ("98/2023/NĐ-CP", "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023"),
        ("98/2023/NĐ-CP", unicodedata.normalize("NFD", "98/2023/NĐ-CP")),
        ("98/2023/NĐ-CP", "ban hành ngày 31/12/2023, số 98/2023/nđ-cp"),
        ("06/2022/QH15", "Luật 06/2022/QH15 – Luật Thi đua, khen thưởng"),
        ("06/2022/QH15", "06/2022/QH15-"),
        ("39-CT/TW", "Chỉ thị số 39 - CT/TW"),
        ("809/QĐ-UBND", "Quyết định số 809/QĐ-UBND"),
        ("(EU) 2016/679", "Regulation (EU) 2016/679"),
        ("Hiến pháp  năm 2013", "hiến pháp năm 2013"),
    ],
)
def test_spellings_of_one_number(typed: str, other: str) -> None:
    """Words around, blanks, dashes, case, marks and zeros in front do not count."""
    assert law_key(typed) == law_key(other)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("98/2023/NĐ-CP", "91/2017/NĐ-CP"),
        ("98/2023/NĐ-CP", "198/2023/NĐ-CP"),
        ("98/2023/NĐ-CP", "98/2023/TT-BTC"),
        ("10/2023/A", "1/2023/A"),
        ("Hiến pháp năm 2013", "Hiến pháp năm 1992"),
    ],
)
def test_numbers_of_two_documents(typed: str, other: str) -> None:
    """One figure or letter makes another document."""
    assert law_key(typed) != law_key(other)


@pytest.mark.parametrize("sign", ["0", "1", "1/", "- ", " ", "A-", "\u0301"])
def test_a_text_without_end_takes_no_time(sign: str) -> None:
    """Whatever was typed there."""
    assert len(law_key(sign * 300_000)) <= 400


def test_a_number_with_its_year() -> None:
    """Such a number is borne once; one without is given anew each year."""
    assert names_its_year(law_key("06/2022/QH15")) and names_its_year(law_key("2016/679")) is False
    assert not names_its_year(law_key("39-CT/TW"))
