"""The index from what is remembered of groups of documents: the same files as anew, with little to do."""

import json
from pathlib import Path

import pytest

from guongsang.i18n.messages import Text
from guongsang.read.tables.abbreviations import Abbreviation
from guongsang.records import Records, records_of
from guongsang.render.search.index import Index, index_documents
from guongsang.render.search.keys import Speller
from guongsang.render.search.searchable import Searchable

TDKT = Abbreviation("TĐKT", "thi đua khen thưởng", "vi")


def document(number: int, *body: str, lang: str = "vi") -> Searchable:
    """Make a document."""
    words = f"tên mẫu {number}", f"chung riêng{number} ban thi đua khen thưởng {number // 7}"
    return Searchable(f"vi/{number}.html", Text(words[0], lang), body=tuple(Text(t, lang) for t in body or words[1:]))


MANY = [document(number) for number in range(150)]


def index(documents: list[Searchable], records: Records | None = None, *abbreviations: Abbreviation) -> Index:
    """Index documents with a speller of their own."""
    return index_documents({"vi": documents}, Speller(abbreviations), records or Records())["vi"]


def contents(made: Index) -> dict[str, object]:
    """Return the table of contents."""
    table: dict[str, object] = json.loads(made.files[made.entry].decode()[3:-2])
    return table


CHANGES = {
    "nothing": MANY,
    "an edit": [*MANY[:70], document(70, "khác hẳn"), *MANY[71:]],
    "an edit of the first": [document(0, "khác hẳn"), *MANY[1:]],
    "an addition": [*MANY[:40], document(900), *MANY[40:]],
    "a deletion": [*MANY[:40], *MANY[41:]],
    "a move": [*MANY[:40], *MANY[41:], MANY[40]],
}


@pytest.mark.parametrize("change", CHANGES)
def test_remembered_and_anew_give_the_same_files(tmp_path: Path, change: str) -> None:
    """After any change; of the groups at most those around it are made."""
    with records_of(tmp_path, 1) as records:
        index(MANY, records)
        groups = len(records.fresh)
    with records_of(tmp_path, 1) as records:
        assert index(CHANGES[change], records) == index(CHANGES[change])
        assert len(records.fresh) <= (change != "nothing") * 3
    assert groups > 5


def test_several_processes_make_the_same_files(tmp_path: Path) -> None:
    """However many there are."""
    many = {lang: [document(number, lang=lang) for number in range(1_500)] for lang in ("vi", "en")}
    with records_of(tmp_path, 2) as records:
        assert index_documents(many, Speller(), records) == index_documents(many, Speller(), Records())


def test_a_changed_abbreviation_changes_the_files() -> None:
    """What was remembered with others, or with none, is of no use."""
    records = Records()
    plain = index(MANY, records)
    for abbreviations in ((TDKT,), (Abbreviation("TĐ", "thi đua", "vi"),), (Abbreviation("TĐ", "mẫu", "vi"),), ()):
        made = index(MANY, records, *abbreviations)
        assert made == index(MANY, None, *abbreviations)
        assert bool(abbreviations) == (made.files != plain.files)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (document(1, "plans"), document(1, "plans", lang="en")),
        (document(1, "một hai"), document(1, "một", " hai")),
        (document(1, "một", "hai ba"), document(1, "một hai", " ba")),
        (
            Searchable("u", Text("a", "vi"), body=(Text("b", "vi"),)),
            Searchable("u", Text("a", "vi"), about=(Text("b", "vi"),)),
        ),
        (
            Searchable("u", Text("a", "vi"), names=(Text("b", "vi"),)),
            Searchable("u", Text("a", "vi"), about=(Text("b", "vi"),)),
        ),
    ],
)
def test_whatever_goes_into_a_group_counts(one: Searchable, other: Searchable) -> None:
    """Languages, where a text ends, and the place that it stands in."""
    records = Records()
    assert index([one], records) == index([one])
    assert index([other], records) == index([other])
    assert index([one]).files != index([other]).files


def test_that_english_words_are_cut_is_remembered_too() -> None:
    """Of any group, for then the browser must cut what is typed."""
    records, english = Records(), [*MANY, document(900, "plans", lang="en")]
    assert [contents(index(some, records))["s"] for some in (MANY, english, english, MANY)] == [0, 1, 1, 0]
