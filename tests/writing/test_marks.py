"""Whatever a writer types in place of a mark can be read, as it was typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran

MARK = "[[việc đã làm và kết quả, gọn trong một dòng]]"


@pytest.mark.parametrize(
    "typed",
    [
        'Bỏ câu "xin chờ", thêm một quầy',
        '"Một cửa" là một quầy',
        "Kết quả: giảm 3 ngày # đúng",
        "'Nhanh' và \"gọn\": 100 %",
        "- bớt một bước, {thêm} [hai]",
        "C:\\mẫu\\đơn & giấy * tờ",
        "Không",
    ],
)
def test_a_text_typed_over_a_mark_is_read(typed: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Quotation marks, colons, hashes and brackets need no care."""
    root = site()
    made = run("--root", root, "new", "exemplar", "--yes", "--category", "nurse", "--unit", "noi").out.strip()
    text = (root / made).read_text(encoding="utf-8")
    assert f"title: >-\n  {MARK}\n" in text
    (root / made).write_text(text.replace(MARK, typed), encoding="utf-8")
    told = json.loads(run("--root", root, "--lang", "en", "check", "--format", "json", made).out)["findings"]
    assert {f["code"] for f in told} <= {"to-fill-in", "no-consent", "untranslated", "criterion-unmet"}
    assert not any("Headline" in f["message"] for f in told)


def test_a_mark_on_its_own_line_is_pointed_at(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The place of what is to be filled in is that of the brackets."""
    root = site()
    made = run("--root", root, "new", "exemplar", "--yes", "--category", "nurse", "--unit", "noi").out.strip()
    lines = (root / made).read_text(encoding="utf-8").split("\n")
    told = json.loads(run("--root", root, "check", "--format", "json", made).out)["findings"]
    marks = [f for f in told if f["code"] == "to-fill-in"]
    assert marks and all(lines[f["line"] - 1][f["column"] - 1 :].startswith(("[[", '"[[')) for f in marks)


@pytest.mark.parametrize("sign", [">-", ">", "|", "|-"])
def test_a_name_on_a_line_of_its_own_is_hidden_where_the_file_cannot_be_read(
    sign: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Of a profile that cannot be read no consent is known, so its name may stand nowhere."""
    root = site()
    (root / "content/exemplars/2024/noi-03.vi.md").write_text(
        f"---\ntitle: Một\nname: {sign}\n  Trần Thử Bình\nconsent: {{on: \n---\nBài.\n", encoding="utf-8"
    )
    about = root / "content/pages/about.vi.md"
    about.write_text(about.read_text(encoding="utf-8") + "\nNhờ Trần Thử Bình.\n", encoding="utf-8")
    told = json.loads(run("--root", root, "check", "--format", "json", "content/pages").out)["findings"]
    assert "no-consent" in {f["code"] for f in told}
