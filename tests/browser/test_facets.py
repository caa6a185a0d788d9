"""The facets of the search in a browser: each count is that of looking at every exemplar."""

import random
import re
from collections import Counter
from collections.abc import Iterator

from playwright.sync_api import Page

from guongsang.text.vietnamese import fold
from support.grown import CATEGORIES, DEEDS, NAMES, UNITS
from support.search_page import PLACES, Search
from support.server import Published


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
    while asked < 25:
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
