"""Messages as values, and catalogues that tell them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.commands import Start, command
from guongsang.i18n.catalogues import CatalogueError, read_catalogue
from guongsang.i18n.messages import Catalogue, Label, Language, Message, Text, say, say_n

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENGLISH = Catalogue("en")
VIETNAMESE = Catalogue("vi", {"yes": ("có",), "{n} page": ("{n} trang",), "Hello {name}": ("Chào {name}",)})


def read(entries: str, code: str = "vi", head: str = HEAD) -> Catalogue:
    """Read a catalogue with a usual head."""
    return read_catalogue((head + entries).encode(), code)


@pytest.mark.parametrize(
    ("value", "english", "vietnamese"),
    [
        (say("yes"), "yes", "có"),
        (say("no"), "no", "no"),
        (True, "yes", "có"),
        (False, "no", "no"),
        (1234.5, "1,234.5", "1.234,5"),
        (date(2022, 6, 6), "6 June 2022", "06/6/2022"),
        (Label({"vi": "Khoa Nội", "en": "Medicine"}, "vi"), "Medicine", "Khoa Nội"),
        (Text("Ánh", "vi"), "Ánh", "Ánh"),
        (Language("en"), "English", "tiếng Anh"),
        (command("check"), "python build.py check", "python build.py check"),
        (["a", 1, say("yes")], "a, 1, yes", "a, 1, có"),
        ((), "", ""),
        ("{yes}", "{yes}", "{yes}"),
        (None, "None", "None"),
    ],
)
def test_each_kind_of_value_has_its_form_in_a_language(value: object, english: str, vietnamese: str) -> None:
    """Sentences, dates, figures, labels, languages and lists are told in the reader's language, texts stay."""
    assert ENGLISH.form(value) == english
    assert VIETNAMESE.form(value) == vietnamese


def test_messages_inside_messages_are_told_in_the_same_language() -> None:
    """A part of a sentence that is a message itself is no English word in a Vietnamese sentence."""
    assert VIETNAMESE.tell(say("Hello {name}", name=say("yes"))) == "Chào có"


@pytest.mark.parametrize(
    ("n", "english", "vietnamese"),
    [(0, "0 pages", "0 trang"), (1, "1 page", "1 trang"), (2000, "2,000 pages", "2.000 trang")],
)
def test_plurals(n: int, english: str, vietnamese: str) -> None:
    """English has two forms and Vietnamese one, and the number is written as the language does."""
    message = say_n("{n} page", "{n} pages", n=n)
    assert ENGLISH.tell(message) == english
    assert VIETNAMESE.tell(message) == vietnamese


@pytest.mark.parametrize(("n", "form"), [(1, "strona"), (2, "strony"), (5, "stron"), (22, "strony"), (25, "stron")])
def test_a_language_with_several_plurals_uses_them_by_its_own_rule(n: int, form: str) -> None:
    """Polish has one, few and many; the head of a catalogue says which form a number takes."""
    rule = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    head = HEAD.replace("UTF-8\\n", f"UTF-8\\nPlural-Forms: {rule}\\n")
    forms = 'msgstr[0] "{n} strona"\nmsgstr[1] "{n} strony"\nmsgstr[2] "{n} stron"\n'
    polish = read(f'msgid "{{n}} page"\nmsgid_plural "{{n}} pages"\n{forms}', "pl", head)
    assert polish.tell(say_n("{n} page", "{n} pages", n=n)) == f"{n} {form}"


def test_a_catalogue_with_too_few_plurals_uses_its_last() -> None:
    """Nothing fails where a translator gave fewer forms than the language has."""
    assert Catalogue("pl", {"{n} page": ("{n} str.",)}).tell(say_n("{n} page", "{n} pages", n=5)) == "5 str."


def test_a_place_that_nothing_fills_stays_open() -> None:
    """It is seen as it was typed, instead of an error in front of a reader."""
    assert ENGLISH.tell(say("Hello {name}")) == "Hello {name}"
    assert ENGLISH.tell("Hello {name}") == "Hello {name}"


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=30))
def test_what_stands_in_a_place_is_never_read_as_a_sentence(name: str) -> None:
    """Braces, per cent signs and whole sentences of contributors stay what they are."""
    assert ENGLISH.tell(say("Hello {name}", name=name)) == f"Hello {name}"


@pytest.mark.parametrize(
    ("texts", "source", "lang", "told"),
    [
        ({"vi": "a", "en": "b"}, "vi", "en", Text("b", "en")),
        ({"vi": "a"}, "vi", "en", Text("a", "vi")),
        ({"fr": "c"}, "vi", "en", Text("c", "fr")),
        ({}, "vi", "en", Text("", "en")),
    ],
)
def test_a_label_falls_back_to_the_source_and_says_so(
    texts: dict[str, str], source: str, lang: str, told: Text
) -> None:
    """The language of what is told comes with it, so that a page can mark it."""
    assert Label(texts, source).text_in(lang) == told


def test_an_empty_text_is_false() -> None:
    """So that a template may ask for it."""
    assert Text("a", "vi")
    assert not Text("", "vi")


def test_a_catalogue_over_another_has_the_sentences_of_both() -> None:
    """Its own come first; what either could not tell and the other can is told."""
    own = Catalogue("vi", {"a": ("mới",)}, frozenset({"b", "c"}), Start(root="s"))
    other = Catalogue("vi", {"a": ("cũ",), "b": ("hai",)}, frozenset({"d"}))
    both = own.laid_over(other)
    assert [both.tell(say(key)) for key in "abc"] == ["mới", "hai", "c"]
    assert both.untold == {"c", "d"}
    assert both.start == Start(root="s")


def test_a_catalogue_is_read() -> None:
    """Sentences, plurals, and those without a translation."""
    catalogue = read(
        'msgid "yes"\nmsgstr "có"\n\nmsgid "no"\nmsgstr ""\n\n#, fuzzy\nmsgid "maybe"\nmsgstr "có lẽ"\n\n'
        'msgid "{n} page"\nmsgid_plural "{n} pages"\nmsgstr[0] "{n} trang"\n'
    )
    assert catalogue.words == {"yes": ("có",), "{n} page": ("{n} trang",)}
    assert catalogue.untold == {"no", "maybe"}
    assert catalogue.code == "vi"


def test_a_byte_order_mark_before_a_catalogue_is_passed_over() -> None:
    """Notepad writes one."""
    assert read_catalogue(b"\xef\xbb\xbf" + (HEAD + 'msgid "a"\nmsgstr "b"\n').encode(), "vi").words == {"a": ("b",)}


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (HEAD.encode() + b'msgid "a {x}"\nmsgstr "b {y}"\n', 4, "there is no place {place} in the English text"),
        (HEAD.encode() + b'msgid "a"\nmsgstr "\xff"\n', 5, "the catalogue is not in UTF-8"),
        (HEAD.encode() + b"msgid a\n", 4, "the catalogue cannot be read here"),
        (
            HEAD.replace("UTF-8", "UTF-99").encode() + b'msgid "a"\nmsgstr "b"\n',
            1,
            "the head of the catalogue cannot be read",
        ),
    ],
)
def test_a_broken_catalogue_is_refused_at_its_line(data: bytes, line: int, message: str) -> None:
    """What is wrong and where, for a strange place, bytes, the form and the head."""
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(data, "vi")
    assert (caught.value.line, caught.value.message.text) == (line, message)


def test_a_translation_may_leave_places_out_and_use_those_of_the_plural() -> None:
    """Only a place that neither English form has is strange."""
    catalogue = read('msgid "one page of {x}"\nmsgid_plural "{n} pages of {x}"\nmsgstr[0] "{n} trang"\n')
    assert catalogue.tell(say_n("one page of {x}", "{n} pages of {x}", n=3, x="a")) == "3 trang"


def test_say_makes_values_that_compare() -> None:
    """Two messages with the same sentence and places are the same message."""
    assert say("a {b}", b=1) == Message("a {b}", {"b": 1})
    assert say("a {b}", b=1) != say("a {b}", b=2)
    assert say_n("one", "many", n=2) == Message("one", {"n": 2}, "many")


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (say("none in {language}", language=Language("vi")), "none in Vietnamese"),
        (say("into {language}", language=Language("vi")), "sang វៀតណាម"),
        (say("none: {what}", what=say("into {language}", language=Language("en"))), "none: sang អង់គ្លេស"),
        (say("into {language}", language=say("none in {language}", language=Language("en"))), "sang none in English"),
        (say("none in {languages}", languages=[Language("vi"), Language("km")]), "none in Vietnamese, Khmer"),
    ],
)
def test_a_language_is_named_in_the_language_of_its_sentence(message: Message, told: str) -> None:
    """A sentence that a catalogue lacks is English, and so are the names of languages in it."""
    assert Catalogue("km", {"into {language}": ("sang {language}",)}).tell(message) == told
