"""The order of names by the alphabet of a language."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guongsang.text.name_order import NameOrder

LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
SWEDISH = f"{LATIN} å ä ö"
CZECH = "a b c č d ď e f g h ch i j k l m n o p q r ř s š t u v w x y z ž"
CYRILLIC = "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я"


def order_of(lang: str, alphabet: str) -> NameOrder:
    """Return the order of a language."""
    return NameOrder(lang, tuple(alphabet.split()))


@pytest.mark.parametrize(
    ("lang", "alphabet", "words"),
    [
        ("fr", LATIN, ["cote", "coté", "côte", "côté", "coter", "école", "fin"]),
        ("sv", SWEDISH, ["adam", "zebra", "ål", "äpple", "öl"]),
        ("de", LATIN, ["Adam", "Ärger", "Azur", "Öl", "Zebra"]),
        ("cs", CZECH, ["cena", "čas", "dům", "hora", "chata", "ibis", "zima", "žena"]),
        ("uk", CYRILLIC, ["гора", "ґанок", "дім", "їжак", "яма"]),
        ("en", LATIN, ["Team 2", "Team 10", "Team a"]),
        ("vi", "", ["An", "Ăn", "Ân", "Bình", "Dung", "Đông"]),
    ],
)
def test_words_stand_in_the_order_of_their_dictionary(lang: str, alphabet: str, words: list[str]) -> None:
    """Letters of the alphabet by their place, others by the letter that they are made of, numbers by their value."""
    order = order_of(lang, alphabet)
    mixed = words[2:] + words[:2]
    assert sorted(mixed, key=order.place) == words


@pytest.mark.parametrize(
    ("lang", "alphabet", "name", "letter"),
    [
        ("en", LATIN, "Zoe Mary Adams", "A"),
        ("fr", LATIN, "Anne Écrivain", "E"),
        ("sv", SWEDISH, "Anna Öberg", "Ö"),
        ("cs", CZECH, "Jan Chalupa", "Ch"),
        ("hu", LATIN, "Minta Anna", "M"),
        ("zh", LATIN, "王小明", "王"),
        ("km", LATIN, "សុខ ម៉េង", "ស"),
        ("de", LATIN, "Tran Mau Binh", "T"),
        ("vi", "", "Võ Mẫu Ước", "Ư"),
        ("en", LATIN, "…", ""),
    ],
)
def test_a_person_stands_under_the_letter_of_the_family_name(lang: str, alphabet: str, name: str, letter: str) -> None:
    """In Viet Nam of the given name."""
    assert order_of(lang, alphabet).letter(name, person=True) == letter


def test_persons_stand_by_family_name() -> None:
    """Then by the others; a Vietnamese name begins with it wherever it stands."""
    names = ["Anna Adams", "Zoe Adams", "Carl Brown", "Đỗ Thử An", "Nguyễn Mẫu Bình", "Nguyễn Thử Ánh", "Bo Zielinski"]
    english = order_of("en", LATIN)
    for shuffled in (names[::-1], sorted(names)):
        assert sorted(shuffled, key=lambda name: english.place(name, person=True)) == names


@given(st.lists(st.text("aáăbcčhz 12-.王\u0301", max_size=8), min_size=3, max_size=3))
def test_any_names_have_one_order(names: list[str]) -> None:
    """However they come in."""
    order = order_of("cs", CZECH)
    assert len({tuple(sorted(some, key=order.place)) for some in permutations(names)}) == 1
