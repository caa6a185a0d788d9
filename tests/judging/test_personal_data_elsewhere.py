"""Personal data beside the texts: in comments, which go along with the sources, and in data files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import P1 as PROFILE
from support.good import P1_EN as ENGLISH
from support.program import Ran, found
from support.site import edit

UNITS, CRITERIA, CONFIG = "content/units.yaml", "content/criteria/2024.yaml", "site_config.yaml"
CAMPAIGN = "content/campaigns/2024.vi.md"

COMMENTS = [
    (PROFILE, "Xem thêm", "<!-- 0912 345 678 -->\n\nXem thêm"),
    (PROFILE, "Xem thêm", "<!--\nGọi chị Mai\n0912.345.678\n-->\n\nXem thêm"),
    (PROFILE, "unit: noi", "unit: noi  # chị Mai, 0912345678"),
    (PROFILE, "unit: noi", "# +84 912 345 678\nunit: noi"),
    (PROFILE, "unit: noi", "unit: noi # STK 0011001234567"),
    (ENGLISH, "See also", "<!-- ask on 0912 345 678 --> See also"),
    (CAMPAIGN, "title: ", "# SĐT 0912-345-678\ntitle: "),
    (UNITS, "units:", "units:  # hỏi anh Bình 0912 345 678"),
    (CRITERIA, "categories:", "# CCCD 012345678901\ncategories:"),
    (CONFIG, "languages:", "# 0912 345 678\nlanguages:"),
]
VALUES = [
    (UNITS, "vi: Khoa Dược", "vi: Khoa Dược (0912 345 678)"),
    (UNITS, "vi: Khoa Dược", "vi: Khoa Dược chị Mai sinh năm 1985"),
    (UNITS, "en: Pharmacy", 'en: "Pharmacy \\u0030912.345.678"'),
    (CRITERIA, "label: {vi: ", "label: {vi: 0912345678 "),
    (CRITERIA, "label: {vi: ", "label: {vi: vợ là bà Trần Mẫu Lan "),
    (CONFIG, "vi: Việc Hay", "vi: Việc Hay 0912 345 678"),
    (CONFIG, "vi: Bệnh viện Mẫu", "vi: Bệnh viện Mẫu CCCD 012345678901"),
]
CONTACTS = [
    (CONFIG, "  email: ", "  phone: 024 3825 1234\n  email: "),
    (CONFIG, "  email: ", "  phone: 0912 345 678\n  email: "),
    (CONFIG, "email: hoi@benhvienmau.example", "email: benhvienmau@gmail.com"),
    (CONFIG, "  email: ", "  address: {vi: Số nhà 12 phố Thử, en: 12 Mau Street}\n  email: "),
    (CONFIG, "languages:", "# điện thoại 024 3825 1234\nlanguages:"),
    (CRITERIA, "label: {vi: ", "label: {vi: Đảng viên hoàn thành tốt nhiệm vụ, "),
    (UNITS, "vi: Khoa Dược", "vi: Khoa Dược số 2"),
]


@pytest.mark.parametrize(("file", "old", "new"), [*COMMENTS, *VALUES])
def test_it_is_told_in_comments_and_data_files(
    site: Callable[..., Path], check: Callable[..., Ran], file: str, old: str, new: str
) -> None:
    """Each is one error in its file, and the message covers it."""
    root = site()
    edit(root, file, old, new)
    (finding,) = found(check(root), "personal-data")
    assert (finding["file"], finding["severity"]) == (file, "error")
    assert "•" in str(finding["message"]) and "0912 345 678" not in str(finding["message"])


@pytest.mark.parametrize(("file", "old", "new"), CONTACTS)
def test_contacts_of_the_organisation_and_what_is_asked_of_all_pass(
    site: Callable[..., Path], check: Callable[..., Ran], file: str, old: str, new: str
) -> None:
    """An organisation says how it can be reached, and a criterion what it asks of everybody."""
    root = site()
    edit(root, file, old, new)
    assert not found(check(root), "personal-data")
