"""Personal data is looked for in what will be read, and told at its place in the file, to the letter elsewhere."""

from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.report.words import shown_path
from support.good import P1 as PROFILE
from support.program import Ran, found
from support.site import edit

READ = [
    ("0912&nbsp;345&nbsp;678", (1, 23)),
    ("0912 **345** 678", (1, 17)),
    ("0912\n345 678", (1, 8)),
    (r"0912\.345\.678", (1, 15)),
    ("(84) 912-345-678", (2, 17)),
    ("０９１２３４５６７８", (1, 11)),
    ("> 0912\n> 345 678", (3, 10)),
    ("- 0912\n  345 678", (3, 10)),
    ("0912<!-- x -->345 678", (1, 22)),
    ("0912 [345](noi-02.vi.md) 678", (1, 29)),
    ("&#48;912345678", (1, 15)),
    ("0912&#x2011;345&thinsp;678", (1, 27)),
    ("`0912 345 678`", (2, 14)),
    ("sinh n&#259;m 1985", (1, 19)),
    ("ten&#64;gmail.com", (1, 18)),
    ("vợ&nbsp;là bà **Trần** Mẫu Lan", (1, 31)),
    ("[a](https://zalo.me/0912345678)", (21, 31)),
    ("[a](https://mau.example/?cccd=012345678901)", (31, 43)),
    ("| Ngày sinh |\n|---|\n| 04/5/1980 |", (3, 12)),
]


@pytest.mark.parametrize(("typed", "columns"), READ)
def test_what_will_be_read_is_searched_and_its_place_is_that_in_the_file(
    site: Callable[..., Path], check: Callable[..., Ran], typed: str, columns: tuple[int, int]
) -> None:
    """Entities, marks, line breaks, comments, links and escapes hide nothing; each is one finding with its stretch."""
    root = site()
    edit(root, PROFILE, "Xem thêm", f"{typed}\n\nXem thêm")
    (finding,) = found(check(root), "personal-data")
    assert (finding["column"], finding["end_column"]) == columns
    assert finding["file"] == PROFILE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("position: Điều dưỡng", r'position: "\u0030912 345\u200b 678"'),
        ("position: Điều dưỡng", r'position: "0912\_345\xad678"'),
        ("position: Điều dưỡng", 'position: "0912345678"'),
        ("name: Lê Thử Mai", "name: Lê Thử Mai 0912 345 678"),
        ("lessons: [Ghi tên trước khi chia thuốc.]", "lessons:\n  - >\n    Gọi 0912\n    345 678"),
        ("lessons: [Ghi tên trước khi chia thuốc.]", r'lessons: ["vợ l\u00e0 b\xe0 Trần Mẫu Lan"]'),
        ("sample: true", "tags: [0912.345.678]\nsample: true"),
        ("position: Điều dưỡng", "position: Y tá # CCCD 012345678901"),
        ("Xem thêm", "<!-- CCCD 012345678901 --> Xem thêm"),
    ],
)
def test_values_are_searched_decoded_and_comments_for_numbers_of_identity(
    site: Callable[..., Path], check: Callable[..., Ran], old: str, new: str
) -> None:
    """Escapes, folded lines and fields of any kind hide nothing; a remark may hold no number of identity."""
    root = site()
    edit(root, PROFILE, old, new)
    (finding,) = found(check(root), "personal-data")
    assert finding["severity"] == "error" and "•" in str(finding["message"])


@pytest.mark.parametrize("name", ["cccd-012345678901", "012-345-678-901", "sdt_0912345678", "cmnd 271234567"])
def test_a_number_in_the_name_of_a_file_is_told(
    site: Callable[..., Path], check: Callable[..., Ran], name: str
) -> None:
    """The file itself is told; a picture that is numbered like a telephone passes."""
    root = site()
    folder = (root / PROFILE).parent
    for stem in (name, "a-0912345678"):
        (folder / f"{stem}.png").write_bytes((folder / "noi-02.png").read_bytes())
    (finding,) = found(check(root), "personal-data")
    assert finding["file"] == shown_path(f"content/exemplars/2024/{name}.png")


def test_a_message_is_told_to_the_letter(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Paths, numbers of documents and our own words are never covered; what stands in an excerpt is."""
    root = site()
    edit(
        root, PROFILE, "Xem thêm", "![x](0912345678/012345678901.png) [x](../0912345678.vi.md) 0912 **345** 678\n\nXem"
    )
    out = run("--root", root, "--lang", "en", "check").out
    assert "there is no picture 0912345678/012345678901.png" in out
    assert "there is no document ../0912345678.vi.md" in out
    assert "**345**" not in out and "0912 **•••** 678" in out
