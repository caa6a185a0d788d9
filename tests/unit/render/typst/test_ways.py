"""Which stories of a book need not be asked again how they are set."""

from collections.abc import Callable
from typing import Any

import pytest

from guongsang.cache import make_anew
from guongsang.render.typst.ways import KeptWays

WAY = {"way": "page", "number": 0, "narrow": False, "size": 9.2}


class Kept(dict[str, bytes]):
    """What is kept, in memory."""

    def keep(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return what is kept under a key, else make it."""
        if key not in self:
            self[key] = make()
        return self[key]


def book(count: int = 10) -> dict[str, Any]:
    """Return the sheet of a book."""
    articles = [{"id": f"a{n}", "title": f"Việc {n}", "body": [f"Chữ {n}"], "steps": []} for n in range(count)]
    return {"lang": "vi", "articles": articles, "names": [{"letter": "A"}], "categories": [], "tables": []}


def unknown(sheet: dict[str, Any], kept: Kept, printed_by: bytes = b"1") -> list[str]:
    """Return the stories of a sheet of which no way is known."""
    told: Any = KeptWays(printed_by, kept.keep).told_in(sheet)
    return [article["id"] for article in told["articles"] if "way" not in article]


def known_book() -> Kept:
    """Keep the ways of all stories of a book; the first needs none."""
    kept = Kept()
    ways = KeptWays(b"1", kept.keep)
    names = unknown(book(), kept)
    ways.told_in(book())
    ways.put({name: WAY if name != "a0" else None for name in names})
    return kept


def test_the_ways_of_a_book_that_is_the_same_are_told() -> None:
    """Each in its article, which is otherwise as it was."""
    told: Any = KeptWays(b"1", known_book().keep).told_in(book())
    assert told["articles"] == [{**a, "way": WAY if a["id"] != "a0" else None} for a in book()["articles"]]
    assert {**told, "articles": []} == {**book(), "articles": []}


@pytest.mark.parametrize(("field", "value"), [("body", ["x"]), ("measures", [{}]), ("steps", ["x"]), ("lessons", [])])
def test_what_only_a_story_needs_concerns_no_other(field: str, value: list[Any]) -> None:
    """Only the story that changed is asked."""
    sheet = book()
    sheet["articles"][3][field] = value
    assert unknown(sheet, known_book()) == ["a3"]


def test_an_index_concerns_no_story() -> None:
    """It stands behind all of them."""
    assert unknown({**book(), "names": []}, known_book()) == []


def test_what_all_stories_may_need_concerns_all() -> None:
    """Titles, words of the layout, and what prints them: all are asked."""
    title = book()
    title["articles"][3]["title"] = "Khác"
    everyone = [article["id"] for article in book()["articles"]]
    for sheet, by in ((title, b"1"), ({**book(), "lang": "en"}, b"1"), (book(11), b"1"), (book(), b"2")):
        assert unknown(sheet, known_book(), by)[:10] == everyone


def test_a_paper_of_few_stories_or_of_stories_without_names_is_as_it_was() -> None:
    """It is no book that could be asked."""
    nameless = book()
    del nameless["articles"][2]["id"]
    for sheet in (book(8), nameless):
        assert KeptWays(b"1", make_anew).told_in(sheet) is sheet


def test_a_way_that_cannot_be_read_is_none() -> None:
    """Its story is asked."""
    kept = known_book()
    for key in kept:
        kept[key] = b"{"
    assert len(unknown(book(), kept)) == 10
