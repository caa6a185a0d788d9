"""What a writer typed is what is read, and every fault is told at the place where it stands in the real file."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.program import Ran
from support.reading import findings, page
from support.site import edit

PROFILE = "content/exemplars/2024/noi-01.vi.md"


def spot(finding: dict[str, Any]) -> tuple[int, int, int, int]:
    """Return a finding's place."""
    return finding["line"], finding["column"], finding["end_line"], finding["end_column"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_hold_for_any_line_end_and_byte_order_mark(
    site: Callable[..., Path], check: Callable[..., Ran], line_end: str, mark: str
) -> None:
    """CRLF and a BOM neither move a place nor make a finding."""
    root = site()
    text = "---\ntitle: Giới thiệu\nmenu: mười\n---\nTrang [này](khong.vi.md).\n"
    page(root, (mark + text.replace("\n", line_end)).encode())
    (root / "content/pages/about.en.md").unlink()
    told = findings(check(root), "wrong-type", "dangling-link", "not-nfc")
    assert [(f["code"], *spot(f)) for f in told] == [("wrong-type", 3, 7, 3, 11), ("dangling-link", 5, 13, 5, 24)]


def test_places_count_letters_as_typed_in_nfd(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """Columns count the code points of the file, marks included, although the text is brought to NFC."""
    root = site()
    line = unicodedata.normalize("NFD", "  - {id: ế, name: {vi: Đồ ế ẩm, en: x}, quotta: true}")
    edit(root, "content/units.yaml", "  - {id: vp", f"{line}\n  - {{id: vp")
    told = findings(check(root), "unknown-field")
    assert told[0]["column"] == line.index("quotta") + 1
    assert told[0]["hint"] == "did you mean quota (“Owes a registration”)?"


def test_text_fields_keep_what_was_typed(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """No look of a value changes its type: zeros, no, times, figures with points, and # in a word stay text."""
    root = site()
    edit(root, PROFILE, "title: Khay thuốc có tên, không ai nhầm", "title: 0345671234")
    edit(
        root,
        PROFILE,
        "lessons: [Ghi tên trước khi chia thuốc.]",
        "lessons: [no, 10:00, 1.000, 0123, C#, ~, null, 2024-05-06]",
    )
    edit(
        root, "content/exemplars/2024/noi-01.en.md", "lessons: [Write the name before sharing out the medicine.]\n", ""
    )
    assert run("--root", root, "build", "--no-print").status == 0
    html = (root / "output/site/vi/guong/2024/noi-01.html").read_text(encoding="utf-8")
    for text in (
        "0345671234",
        "<li>no</li>",
        "<li>10:00</li>",
        "<li>1.000</li>",
        "<li>0123</li>",
        "<li>C#</li>",
        "<li>~</li>",
        "<li>null</li>",
        "<li>2024-05-06</li>",
    ):
        assert text in html, text


@pytest.mark.parametrize(
    ("typed", "code", "hint"),
    [
        ("registered: {on: 10/3/2024}", "bad-date", "did you mean 2024-03-10?"),
        ("registered: {on: 2024-02-30}", "bad-date", "correct the day or the month"),
        ("registered: {on: 2024-3-10}", "bad-date", "did you mean 2024-03-10?"),
        ("registerd: {on: 2024-03-10}", "unknown-field", "did you mean registered (“Registered”)?"),
    ],
)
def test_date_traps_have_their_own_hint(
    site: Callable[..., Path], check: Callable[..., Ran], typed: str, code: str, hint: str
) -> None:
    """Dates as people write them are told with the right form."""
    root = site()
    edit(root, PROFILE, "registered: {on: 2024-03-10}", typed)
    assert hint in [f["hint"] for f in findings(check(root), code)]


def test_typed_shape_of_translations(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """Items are named by id with the text alone or its words by name; lists go by position."""
    root = site()
    (root / "content/plans/2024/noi.en.md").write_text(
        "---\ntitle: Plan\nactivities:\n  a1: {what: Teach the pharmacy., result: In use.}\n---\nx\n", encoding="utf-8"
    )
    assert not findings(check(root), "unknown-field", "wrong-type", "translation-mismatch", "fact-in-translation")
    edit(root, "content/plans/2024/noi.en.md", "{what: Teach the pharmacy., result: In use.}", "Teach the pharmacy.")
    assert not findings(check(root), "unknown-field", "wrong-type", "translation-mismatch", "fact-in-translation")


def test_fingerprint_ignores_facts_and_the_way_of_typing(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """A changed fact, NFD, CRLF and blanks at line ends leave a translation ready; one word makes it stale."""
    root = site()
    path = root / PROFILE
    edit(root, PROFILE, "discovered: {on: 2024-02-20}", "discovered: {on: 2024-02-21}")
    text = path.read_text(encoding="utf-8")
    text = unicodedata.normalize("NFD", text).replace("\n", "  \r\n").replace("---  \r\n", "---\r\n")
    path.write_bytes(text.encode())
    assert not findings(check(root), "stale-translation")
    word = unicodedata.normalize("NFD", "một nửa")
    assert text.count(word) == 1
    path.write_bytes(text.replace(word, unicodedata.normalize("NFD", "một phần")).encode())
    assert findings(check(root), "stale-translation")


def test_comments_and_code_are_not_html(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """An HTML comment is left out and tags in code are text; both without a finding."""
    root = site()
    page(root, "---\ntitle: x\nmenu: 1\n---\nA <!-- ẩn\n--> `<b>` a < b.\n\n```\n<script>\n```\n".encode())
    assert not findings(check(root), "unsafe-html")
