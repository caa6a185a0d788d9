"""The search in a browser: what is found and in what order, from a server and from a folder, by keyboard, as a link."""

import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from guongsang.render.search.keys import stem
from guongsang.text.vietnamese import fold, tone_key
from support.grown import CATEGORIES, DEEDS, NAMES, UNITS
from support.server import Published
from support.site import PROJECT

PLACES = {"vi": "vi/tim-kiem/index.html", "en": "en/search/index.html"}
KEYS = json.loads((PROJECT / "tests/pages/search_keys.json").read_text(encoding="utf-8"))


class Search:
    """A search page as a reader uses it."""

    def __init__(self, page: Page, published: Published, scheme: str = "http") -> None:
        """Keep the page and where the site is."""
        self.page, self.published, self.scheme = page, published, scheme

    def open(self, query: str = "", lang: str = "vi", **picked: Any) -> "Search":
        """Open the page with a query and picked facets, and wait until it has answered."""
        state = urlencode({"q": query, **picked}, doseq=True)
        self.page.goto(self.published.at(f"{PLACES[lang]}?{state}", self.scheme))
        return self.answered()

    def answered(self) -> "Search":
        """Wait for the number of results."""
        expect(self.page.locator("#found")).to_have_text(re.compile(r"\d"))
        return self

    def type(self, query: str) -> "Search":
        """Type a query anew and wait until it is answered."""
        box = self.page.locator("#q")
        self.page.evaluate("document.getElementById('found').textContent = ''")
        box.fill(query)
        box.press("Enter")
        return self.answered()

    @property
    def count(self) -> int:
        """Return the number of results."""
        return int(re.sub(r"\D", "", self.page.locator("#found").inner_text()))

    @property
    def names(self) -> list[str]:
        """Return the names of the results shown, in order."""
        return [line.split(" · ")[0] for line in self.page.locator("#hits .meta").all_inner_texts()]

    @property
    def titles(self) -> list[str]:
        """Return the headings of the results shown, in order."""
        return self.page.locator("#hits h3").all_inner_texts()

    @property
    def marked(self) -> set[str]:
        """Return the different words that are marked as found."""
        return set(self.page.locator("#hits mark").all_inner_texts())


@pytest.fixture(params=["http", "file"])
def search(page: Page, published: Published, request: pytest.FixtureRequest) -> Search:
    """Return a search page from a server under a sub-path, and from a folder."""
    return Search(page, published, request.param)


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


def profiles() -> Iterator[tuple[set[str], dict[str, set[str]]]]:
    """Yield of each published exemplar its folded words and its values by facet, worked out from how the site grew."""
    units = {"noi": "Khoa Nội", "duoc": "Khoa Dược", "vp": "Văn phòng", "ksnk": "Kiểm soát nhiễm khuẩn"}
    labels = {"nurse": "Điều dưỡng", "ward": "Buồng bệnh", "way": "Cách làm"}
    for n in range(40):
        year, unit, category = str(2023 + n % 2), UNITS[n % 7 % 4], CATEGORIES[n % 5 % 3]
        more = "" if n < 10 else "Bình Cường Dũng Giang".split()[n // 10]
        text = (
            f"{NAMES[n % 10]} {more} Việc số {n} về {DEEDS[n % 4][0]} Nhân viên {units[unit]} {labels[category]} {year}"
        )
        text += (
            f" Một việc nhỏ số {n} mà ai cũng làm theo được. Cách làm {DEEDS[n % 4][1]} Đây là việc thứ {n} trong năm"
        )
        text += f" Việc số {n} có sổ ghi BC-{n:02}" + (" TĐKT thi đua khen thưởng" if n % 4 in (1, 2) else "")
        yield (
            set(re.findall(r"\w+", fold(text))),
            {
                "unit": {unit},
                "year": {year},
                "category": {category},
                "stage": {"nurtured" if n % 4 == 0 else "approved"},
                "criterion": {"A-1", "A-2"} if n % 3 == 0 else {"A-1"},
            },
        )


def test_facets_count_as_brute_force_does(page: Page, published: Published) -> None:
    """Over random words and picks every value of every facet has the count that looking at each exemplar gives."""
    known, chance = list(profiles()), random.Random(4)
    values = {facet: sorted(set().union(*(facets[facet] for _, facets in known))) for facet in known[0][1]}
    words = ["viec", "so", "chuyen", "thuoc", "duong", "tran", "dieu duong", "noi", "2023", "tdkt", "khoa", "bc", ""]
    search, asked = Search(page, published), 0
    while asked < 40:
        query = " ".join(chance.sample(words, chance.choice((1, 1, 2))))
        picked = {f: chance.sample(v, chance.randint(1, 2)) for f, v in values.items() if chance.random() < 0.35}
        if not picked:
            continue
        asked += 1
        search.open(f"{query} ", **picked)
        found = [facets for has, facets in known if set(query.split()) <= has]
        lacks = [{f for f, chosen in picked.items() if not facets[f] & set(chosen)} for facets in found]
        wanted = Counter(
            (f, v) for facets, lack in zip(found, lacks, strict=True) for f in facets if lack <= {f} for v in facets[f]
        )
        hidden = _hidden(query, picked)
        shown = _counts(page)
        assert shown == {(f, v): wanted[f, v] + hidden[f, v] for f in values for v in values[f]}, (query, picked)


def _hidden(query: str, picked: dict[str, list[str]]) -> Counter[tuple[str, str]]:
    """Count the one exemplar more whose name is not shown, number 70."""
    text = "viec so 70 ve kin nhan vien khoa noi dieu duong 2024 tdkt thi dua khen thuong bc phieu hen"
    own = {"unit": "noi", "year": "2024", "category": "nurse", "stage": "approved", "criterion": "A-1"}
    lack = {f for f, chosen in picked.items() if own[f] not in chosen}
    fits = set(query.split()) <= set(text.split())
    return Counter((f, v) for f, v in own.items() if fits and lack <= {f})


def _counts(page: Page) -> dict[tuple[str, str], int]:
    """Read the count beside every value of every facet."""
    rows = page.locator("[data-value]").evaluate_all(
        "rows => rows.map(row => "
        "[row.parentNode.dataset.facet, row.dataset.value, +row.querySelector('.ref').innerText])"
    )
    return {(facet, value): count for facet, value, count in rows}


def test_counts_printed_without_a_search_are_those_of_the_lists(page: Page, published: Published) -> None:
    """What the page says before any search is what a search for everything of a value finds."""
    search = Search(page, published)
    page.goto(published.at(PLACES["vi"]))
    printed = _counts(page)["unit", "duoc"]
    assert search.open(unit="duoc").count == printed > 5


def test_by_keyboard_alone(search: Search) -> None:
    """Typing searches; a picked facet keeps the focus, further results take it; Back brings all back."""
    page, keys = search.page, search.page.keyboard
    page.goto(search.published.at(PLACES["vi"], search.scheme))
    page.locator("#q").focus()
    keys.type("viec")
    search.answered()
    before = search.count
    page.locator("#more").focus()
    keys.press("Enter")
    expect(page.locator("#hits li")).to_have_count(20)
    page.wait_for_function("document.activeElement === document.querySelectorAll('#hits a')[10]")
    page.locator("[data-value=vp] input").focus()
    keys.press("Space")
    expect(page.locator("#found")).not_to_contain_text(str(before))
    assert page.evaluate("document.activeElement.value") == "vp"
    assert "q=viec" in page.url and "unit=vp" in page.url
    first, count, address = search.titles[0], search.count, page.url
    page.locator("#hits a").first.focus()
    keys.press("Enter")
    expect(page.locator("h1")).to_have_text(first)
    page.go_back()
    search.answered()
    assert (page.url, search.count, page.locator("#q").input_value()) == (address, count, "viec")
    assert page.locator("[data-value=vp] input").is_checked()


def test_tab_goes_in_the_order_of_reading(page: Page, published: Published) -> None:
    """Field, button, results, then facets: each can be reached, none is a trap."""
    Search(page, published).open("tran thuy hoa")
    page.locator("#q").focus()
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.closest('form,ol,[data-facet],footer')?.className ?? ''"))
    order = [name for i, name in enumerate(seen) if name and name not in seen[:i]]
    assert order[:2] == ["seek", "hits"] and "foot" in order


def test_the_form_in_the_head_leads_to_the_search(page: Page, published: Published) -> None:
    """Any page has a field whose words are searched on the search page, from a folder too."""
    for scheme in ("http", "file"):
        page.goto(published.at("vi/index.html", scheme))
        page.locator("#find").fill("đỗ thị mẫu")
        page.locator("#find").press("Enter")
        search = Search(page, published, scheme).answered()
        assert search.names[0] == "Đỗ Thị Mẫu" and "tim-kiem" in page.url


def test_the_language_switch_keeps_the_search(search: Search) -> None:
    """In the other language the same query stands in the field and the same facets are picked."""
    search.open("do thi mau", unit="duoc")
    search.page.locator("nav a[hreflang=en]").first.click()
    search.answered()
    assert search.page.locator("html").get_attribute("lang") == "en"
    assert search.page.locator("#q").input_value() == "do thi mau"
    assert search.page.locator("[data-value=duoc] input").is_checked()


def test_nothing_flickers_while_a_word_is_composed(page: Page, published: Published) -> None:
    """While an input method composes a word the list stays; when it has done, the list is that of the word."""
    search = Search(page, published).open("do thi mau ")
    page.evaluate(
        "new MutationObserver(() => document.body.dataset.turns = 1 + +(document.body.dataset.turns ?? 0))"
        ".observe(document.getElementById('hits'), {childList: true})"
    )
    body = page.locator("body")
    client = page.context.new_cdp_session(page)
    page.locator("#q").fill("")
    page.locator("#q").focus()
    expect(body).to_have_attribute("data-turns", "1")
    for text in ("t", "tr", "tra", "trâ", "trầ", "trần"):
        client.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    assert page.evaluate("new Promise(done => setTimeout(() => done(document.body.dataset.turns), 600))") == "1"
    client.send("Input.insertText", {"text": "trần"})
    expect(body).not_to_have_attribute("data-turns", "1")
    assert search.names[0].startswith("Trần")


def test_without_a_script_the_lists_remain(chromium: Browser, published: Published) -> None:
    """Without JavaScript the page has links to the lists, and each facet is a link with its count."""
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(published.at(PLACES["vi"]))
    links = page.locator(".ways a, .facets a")
    addresses = [links.nth(i).get_attribute("href") for i in range(links.count())]
    assert page.locator("#plain").is_visible() and len(addresses) > 10
    assert page.locator("input[type=checkbox]").count() == 0
    for address in addresses:
        assert (published.folder / "vi/tim-kiem" / str(address)).resolve().is_file()


def test_a_file_that_is_missing_is_told(chromium: Browser, published: Published) -> None:
    """Where a copy is not whole, the page says that the search cannot be loaded instead of keeping still."""
    page = chromium.new_page()
    page.route("**/assets/search/**", lambda route: route.abort())
    page.goto(published.at(f"{PLACES['vi']}?q=an"))
    expect(page.locator("#failed")).to_be_visible()
    page.unroute("**/assets/search/**")
    page.locator("#q").press("Enter")
    expect(page.locator("#hits li").first).to_be_visible()
    expect(page.locator("#failed")).to_be_hidden()


def test_keys_are_those_of_the_builder(page: Page, published: Published) -> None:
    """The browser makes the same keys of words as the builder: those of the shared list, and any letters and marks."""
    chance = random.Random(11)
    words = [row["word"] for row in KEYS]
    for block in [range(n, n + 0x100) for n in range(0, 0x3000, 0x100)]:
        letters = [chr(n) for n in block if unicodedata.category(chr(n))[0] == "L"]
        words += ["".join(chance.choices(letters, k=chance.randint(1, 6))) for _ in range(100 if letters else 0)]
    page.goto(published.at(PLACES["vi"]))
    keys = page.evaluate("words => words.map(gs.keys)", words)
    differ = [w for w, key in zip(words, keys, strict=True) if tuple(key) != (fold(w), tone_key(w), stem(fold(w)))]
    assert differ == []
