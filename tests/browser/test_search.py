"""What the search finds in a browser: in what order, how it is marked, by the same keys as the builder."""

import json
import random
import unicodedata

import pytest
from playwright.sync_api import Page, expect

from guongsang.render.search.keys import key_of, stem
from guongsang.text.vietnamese import fold
from support.search_page import PLACES, Search
from support.server import Published
from support.site import PROJECT

KEYS = json.loads((PROJECT / "tests/pages/search_keys.json").read_text(encoding="utf-8"))


def nfd(text: str) -> str:
    """Take a text apart into letters and marks."""
    return unicodedata.normalize("NFD", text)


FIRST = [
    ("nguyen thu an", "Nguyễn Thử An"),
    ("NGUYỄN THỬ AN", "Nguyễn Thử An"),
    (nfd("nguyễn thử ân"), "Nguyễn Thử Ân"),
    ("  nguyễn   thử, ân ", "Nguyễn Thử Ân"),
    ("do thi mau", "Đỗ Thị Mẫu"),
    ("Đỗ Thị Mẫu", "Đỗ Thị Mẫu"),
    ("dang van thu", "Đặng Văn Thử"),
    ("trần thủy hòa", "Trần Thuỷ Hoà"),
    ("trần thuỷ hoà", "Trần Thuỷ Hoà"),
    ("tran thuy hoa", "Trần Thuỷ Hoà"),
    ("hoàng mẫu khỏe", "Hoàng Mẫu Khoẻ"),
    ("lê thử đường", "Lê Thử Đường"),
    ("lê thử dương", "Lê Thử Dương"),
    ("pham thu nguy", "Phạm Thử Nguyệt"),
    ("phạm thử nguyệ", "Phạm Thử Nguyệt"),
    ("mẫu khoẻ hoàng", "Hoàng Mẫu Khoẻ"),
    ("nguyen thu an cuong", "Nguyễn Thử An Cường"),
]


def test_who_is_found_first(search: Search) -> None:
    """Without marks, with marks, in NFD, capitals, old and new placement, unfinished: the person meant stands first."""
    search.open("x")
    for query, name in FIRST:
        assert search.type(query).names[0] == name, query


@pytest.mark.parametrize(
    ("lang", "queries", "least"),
    [
        ("vi", ("chuyen doi so", "chuyển đổi số", nfd("Chuyển Đổi Số")), 10),
        ("vi", ("tdkt", "TĐKT", '"thi đua khen thưởng"', "thi dua, khen thuong"), 20),
        ("vi", ('"khoa noi"', "“Khoa Nội”"), 10),
        ("vi", ("m2", "m²", "M² "), 1),
        ("vi", ("CO2", "CO₂", "co₂ "), 1),
        ("vi", ("1240", "1.240", "1,240", "1.240 m2"), 1),
        ("vi", ("27,5", "27.5", "27,5 "), 1),
        ("vi", ("\u00d0ặng Văn Thử", "Đặng Văn Thử"), 4),
        ("en", ("digitise ", "digitised ", "digitising "), 6),
        ("en", ("inspection ", "inspections "), 6),
        ("en", ("coach ", "coached ", "coaches ", "coaching "), 20),
        ("en", ("story ", "stories "), 20),
        ("en", ("do thi mau ", "đỗ thị mẫu "), 1),
    ],
)
def test_what_is_found_alike(page: Page, published: Published, lang: str, queries: tuple[str, ...], least: int) -> None:
    """Ways to write the same thing find the same number of results, and not too few."""
    search = Search(page, published).open("x", lang)
    counts = [search.type(query).count for query in queries]
    assert len(set(counts)) == 1 and counts[0] >= least


def test_marks_and_excerpts(search: Search) -> None:
    """Found words are marked in the line they stand in; of a word typed with marks only its like; no markup is made."""
    search.open("đường làng")
    expect(search.page.locator("#plain, #failed, #none").locator("visible=true")).to_have_count(0)
    assert search.marked == {"đường", "làng"}
    assert all("đường làng" in text for text in search.page.locator("#hits p:last-child").all_inner_texts())
    assert search.type("duong ").marked >= {"Đường", "Dương"} and {fold(word) for word in search.marked} == {"duong"}
    assert search.type("TĐKT").marked == {"TĐKT", "thi", "đua", "khen", "thưởng"}
    assert search.type("<img src=x onerror=alert(1)>").count == 0
    expect(search.page.locator("#none")).to_be_visible()


def test_every_run_of_text_has_its_language(page: Page, published: Published) -> None:
    """A Vietnamese name and an untranslated title are marked as Vietnamese on the English page, English text is not."""
    search = Search(page, published).open("Hoàng Mẫu Khoẻ", "en")
    assert page.locator("#hits li").first.locator(".meta span[lang=vi]").first.inner_text() == "Hoàng Mẫu Khoẻ"
    assert page.locator("#hits li").first.locator("h3 span[lang]").count() == 0
    search.type("việc số 0 ")
    assert page.locator("#hits li").first.locator("h3 span[lang=vi]").inner_text().startswith("Việc số 0")


def test_a_quoted_phrase_needs_its_words_side_by_side(page: Page, published: Published) -> None:
    """Words of a phrase that stand apart do not count, nor do other marks than those typed."""
    search = Search(page, published).open('"dương cầm"')
    assert search.count == 10 and search.type('"cầm dương"').count == 0
    expect(page.locator("#more")).to_be_hidden()
    assert search.type('"đương cầm"').count == 0 and search.type('"duong cam" sanh').count == 10
    assert search.type('"cầu vồng mùa hạ"').titles == ["Giới thiệu"]


def test_keys_are_those_of_the_builder(page: Page, published: Published) -> None:
    """The browser makes the same keys of words as the builder: those of the shared list, and any letters and marks."""
    chance = random.Random(11)
    words = [row["word"] for row in KEYS]
    for block in [range(n, n + 0x100) for n in range(0, 0x3000, 0x100)]:
        letters = [chr(n) for n in block if unicodedata.category(chr(n))[0] == "L"]
        words += ["".join(chance.choices(letters, k=chance.randint(1, 6))) for _ in range(100 if letters else 0)]
    page.goto(published.at(PLACES["vi"]))
    keys = page.evaluate("words => words.map(gs.keys)", words)
    listed = [[row["folded"], row["exact"], row["stem"]] for row in KEYS]
    assert keys[: len(KEYS)] == listed
    random_keys = list(zip(words, keys, strict=True))[len(KEYS) :]
    assert [word for word, key in random_keys if key != [*key_of(word), stem(key_of(word)[0])]] == []
