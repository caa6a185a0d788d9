"""The index of the search: what a browser finds in it."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.i18n.messages import Text
from guongsang.records import Records
from guongsang.render.search.index import TOGETHER, Index, index_documents
from guongsang.render.search.keys import Speller
from guongsang.render.search.searchable import Searchable
from guongsang.render.search.shown import SHOWN_LENGTH

SIGNS = "".join(chr(n) for n in range(0x23, 0x7F) if chr(n) not in "\\<")[:90]


def vi(text: str) -> Text:
    """Make a Vietnamese text."""
    return Text(text, "vi")


def document(title: str, body: str = "", **more: Any) -> Searchable:
    """Make a document with a title and a body."""
    return Searchable(f"vi/{title}.html", vi(title), body=(vi(body),), **more)


def index(*documents: Searchable) -> Index:
    """Index documents in Vietnamese."""
    return index_documents({"vi": documents}, Speller(), Records())["vi"]


def data(script: bytes) -> Any:
    """Return what a script hands over."""
    text = script.decode()
    assert text.startswith("gs(") and text.endswith(")\n")
    return json.loads(text[3:-2])


def shards(made: Index, kind: str) -> dict[str, Any]:
    """Return the content of all files of a kind, one after the other."""
    whole: dict[str, Any] = {}
    for path, script in made.files.items():
        if path.rsplit("/", 1)[1].startswith(kind) and path != made.entry:
            for first, inner in data(script).items():
                whole.setdefault(first, {}).update(inner)
    return whole


def stamps(written: str) -> list[tuple[int, int]]:
    """Read a list of documents as the browser does: number and weight of each."""
    found, last, number = [], -1, 0
    for sign in written:
        value = SIGNS.index(sign)
        if value >= 45:
            number = number * 45 + value - 45 + 1
        else:
            stamp = (number * 45 + value) + (last | 3) + 1
            found.append((stamp // 4, stamp % 4))
            last, number = stamp, 0
    return found


def test_a_word_is_found_in_its_documents_with_its_weight() -> None:
    """In the text, there more than once, in what it is about, in its name."""
    made = index(
        document("a", "khay"),
        document("b", "khay khay"),
        document("c", about=(vi("khay"),)),
        document("khay"),
        document("e", "thuốc"),
    )
    words = shards(made, "w")
    assert stamps(words["khay"]["khay"]) == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert stamps(words["thuoc"]["thuôc4"]) == [(4, 0)]


def test_words_that_differ_in_marks_are_kept_apart_below_one_key() -> None:
    """Typed without marks all are found, with marks its like first."""
    words = shards(index(document("a", "ma"), document("b", "má"), document("c", "mà ma")), "w")
    assert {exact: stamps(written) for exact, written in words["ma"].items()} == {
        "ma": [(0, 0), (2, 0)],
        "ma4": [(1, 0)],
        "ma1": [(2, 0)],
    }


def test_neighbours_are_found_as_pairs() -> None:
    """Within a text, not over its ends."""
    pairs = shards(index(Searchable("u", vi("một hai"), body=(vi("ba bốn"), vi("năm")))), "p")
    assert {(first, second) for first, inner in pairs.items() for second in inner} == {("mot", "hai"), ("ba", "bon")}


def test_what_is_shown_lies_in_files_of_a_few_documents() -> None:
    """Each with its address, heading, line and text."""
    many = [document(f"d{n}", f"x{n}") for n in range(2 * TOGETHER + 1)]
    made = index(*many)
    shown = [data(s) for p, s in made.files.items() if p.rsplit("/", 1)[1].startswith("t") and p != made.entry]
    assert [len(rows) for rows in shown] == [TOGETHER, TOGETHER, 1]
    assert shown[0][1] == ["vi/d1.html", ["d1"], [], ["x1"]]


def test_texts_in_other_languages_say_so_and_names_inside_them_too() -> None:
    """So that a screen reader speaks them rightly."""
    one = Searchable(
        "u", Text("The tray of Lê Mai", "en", "Lê Mai", "vi"), about=(vi("Điều dưỡng"), Text("Nurse", "en"))
    )
    made = index(one)
    (shown,) = (data(s) for p, s in made.files.items() if p.rsplit("/", 1)[1].startswith("t") and p != made.entry)
    assert shown[0][1] == [["The tray of ", "en"], "Lê Mai"]
    assert shown[0][2] == ["Điều dưỡng", " · ", ["Nurse", "en"]]


def test_long_texts_are_found_whole_and_shown_in_part() -> None:
    """Excerpts come from the beginning."""
    made = index(document("a", "đầu " * SHOWN_LENGTH + "cuối"))
    assert "cuoi" in shards(made, "w")
    (shown,) = (data(s) for p, s in made.files.items() if p.rsplit("/", 1)[1].startswith("t") and p != made.entry)
    assert sum(map(len, shown[0][3])) == SHOWN_LENGTH


def test_values_of_facets_are_counted() -> None:
    """Each document once for each value, in the order of their names."""
    made = index(
        document("a", facets={"unit": ("noi", "noi")}),
        document("b", facets={"unit": ("duoc",), "tag": ("x",)}),
        document("c", facets={"unit": ("noi",)}),
    )
    assert made.totals == {"tag": {"x": 1}, "unit": {"duoc": 1, "noi": 2}}
    contents = data(made.files[made.entry])
    assert [number for number, _ in stamps(contents["f"]["unit"]["noi"])] == [0, 2]
    assert (contents["n"], contents["k"]) == (3, TOGETHER)


def test_names_of_files_depend_on_content_alone() -> None:
    """The same documents give the same files; one that changes leaves the others their names."""
    one, same = index(document("a", "x"), document("b", "y")), index(document("a", "x"), document("b", "y"))
    assert one == same
    other = index(document("a", "x"), document("b", "y"), *[document(f"d{n}", "z") for n in range(TOGETHER)])
    assert other.entry != one.entry
    assert all(path.startswith("assets/search/vi/") and path.endswith(".js") for path in one.files)


def test_no_documents_make_an_index_all_the_same() -> None:
    """A site without anything to find has a search that finds nothing."""
    made = index()
    assert data(made.files[made.entry])["n"] == 0
    assert list(made.files) == [made.entry]


@pytest.mark.parametrize("many", [1, 11, 12, 30, 600])
def test_any_number_of_documents_is_written_and_read_back(many: int) -> None:
    """Distances of one sign and of several."""
    documents = [document(f"d{n}", "chung" if n % 7 == 0 or n == many - 1 else "khác") for n in range(many)]
    words = shards(index(*documents), "w")
    expected = [n for n in range(many) if n % 7 == 0 or n == many - 1]
    assert [number for number, _ in stamps(words["chung"]["chung"])] == expected


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(st.sampled_from("một hai ba má mà đi".split()), max_size=6), max_size=6))
def test_every_word_of_every_document_is_found_and_nothing_else(texts: list[list[str]]) -> None:
    """By its folded and its exact key."""
    documents = [document(f"d{n}", " ".join(words)) for n, words in enumerate(texts)]
    words = shards(index(*documents), "w")
    for number, text in enumerate(texts):
        keys = {key for run in Speller().runs(vi(" ".join(text))) for key in run}
        found = {
            (folded, exact)
            for folded, inner in words.items()
            for exact, written in inner.items()
            if number in [n for n, _ in stamps(written)] and folded != f"d{number}"
        }
        assert found == keys
