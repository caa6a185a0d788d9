"""Codes of languages: which are one, what lends them words, which one was meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.i18n.languages import (
    base_of,
    codes_for,
    is_language,
    locale_of,
    name_in,
    nearest,
    proposed,
    serves,
    words_for,
)

CODES = [
    "vi",
    "en",
    "en-US",
    "en-GB",
    "pt",
    "pt-BR",
    "zh",
    "zh-Hant",
    "zh-TW",
    "sr-Latn",
    "es-419",
    "fr-CA",
    "km",
    "lo",
]


@pytest.mark.parametrize("code", [*CODES, "zh-Hant-TW", "tl", "ca-valencia", "de-1996"])
def test_what_cldr_has_data_of_is_a_language(code: str) -> None:
    """Languages with scripts, regions and variants that there are."""
    assert is_language(code)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "v",
        "vietnamese",
        "xx",
        "vi_VN",
        "VI",
        "en-",
        "-en",
        "en-XX",
        "en-ZZ",
        "zh-Zzzz",
        "en-US-US-x",
        "vi-12",
        "en US",
    ],
)
def test_what_is_no_code_or_names_nothing_is_none(code: str) -> None:
    """Words, underscores, capitals in front, and regions that do not exist are refused."""
    assert not is_language(code)


@pytest.mark.parametrize(
    ("code", "base"), [("vi", "vi"), ("pt-BR", "pt"), ("zh-Hant-TW", "zh"), ("EN-us", "en"), ("", "")]
)
def test_the_base_of_a_code_is_its_language(code: str, base: str) -> None:
    """Script and region fall away."""
    assert base_of(code) == base


@pytest.mark.parametrize(
    ("code", "codes"),
    [
        ("vi", ("vi",)),
        ("pt-BR", ("pt-BR", "pt")),
        ("en-us", ("en-us", "en-US", "en")),
        ("zh-TW", ("zh-TW", "zh-Hant")),
        ("zh-Hant-TW", ("zh-Hant-TW", "zh-Hant")),
        ("zh-CN", ("zh-CN", "zh")),
        ("sr-Latn", ("sr-Latn",)),
        ("sr-Cyrl", ("sr-Cyrl", "sr")),
    ],
)
def test_words_come_from_wider_codes_of_the_same_script(code: str, codes: tuple[str, ...]) -> None:
    """The nearest first; a text in another script never serves."""
    assert codes_for(code) == codes


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(CODES))
def test_a_code_serves_itself_first(code: str) -> None:
    """A language's own words stand before those of what it is a variant of, and it serves a site that has it."""
    assert codes_for(code)[0] == code
    assert serves(code, ["xx", code])
    assert words_for({code: "own", base_of(code): "wider"} | {code: "own"}, code) == "own"


@pytest.mark.parametrize(
    ("words", "code", "found"),
    [
        ({"en": "colour", "en-US": "color"}, "en-US", "color"),
        ({"en": "colour"}, "en-US", "colour"),
        ({"en": "colour", "en-US": ""}, "en-US", "colour"),
        ({"en-US": "color"}, "en", None),
        ({"zh": "简"}, "zh-Hant", None),
        ({}, "vi", None),
    ],
)
def test_words_fall_back_from_the_variant_to_the_language_only(
    words: dict[str, str], code: str, found: str | None
) -> None:
    """Empty words count as none; a language does not take the words of one of its variants."""
    assert words_for(words, code) == found


@pytest.mark.parametrize(
    ("code", "languages", "serving"),
    [
        ("pt", ["pt-BR"], True),
        ("pt-BR", ["pt"], False),
        ("vi", ["vi", "en"], True),
        ("fr", ["vi", "en"], False),
        ("zh", ["zh-Hant"], False),
        ("vi", [], False),
    ],
)
def test_words_serve_a_site_that_has_their_language_or_a_variant(
    code: str, languages: list[str], serving: bool
) -> None:
    """Portuguese serves a Brazilian site, Brazilian not a Portuguese one."""
    assert serves(code, languages) is serving


@pytest.mark.parametrize(
    ("code", "lang", "name"),
    [
        ("en", "vi", "Tiếng Anh"),
        ("vi", "en", "Vietnamese"),
        ("en-GB", "en", "British English"),
        ("pt-BR", "pt", "português (Brasil)"),
        ("xx", "en", "xx"),
        ("fr", "fr", "français"),
    ],
)
def test_a_language_is_named_with_what_its_code_adds(code: str, lang: str, name: str) -> None:
    """As CLDR has it; a code that names nothing is its own name."""
    assert name_in(code, lang) == name


@pytest.mark.parametrize(
    ("code", "languages", "meant"),
    [
        ("VI", ["vi", "en"], "vi"),
        ("vn", ["vi", "en"], "vi"),
        ("en-US", ["vi", "en"], "en"),
        ("en", ["vi", "en-US"], "en-US"),
        ("tiếng anh", ["vi", "en"], "en"),
        ("english", ["vi", "en"], "en"),
        ("de", ["vi", "en"], None),
        ("", ["vi"], None),
        ("vi", [], None),
    ],
)
def test_the_language_of_a_site_that_was_meant_is_found(code: str, languages: list[str], meant: str | None) -> None:
    """Capitals, countries, variants and names in Vietnamese or English lead to it."""
    assert nearest(code, languages) == meant


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("en_US", "en-US"),
        ("EN", "en"),
        ("vn", "vi"),
        ("english", "en"),
        ("vietnamese", "vi"),
        ("Tiếng Việt", "vi"),
        ("zh-hant", "zh-Hant"),
        ("eng", "en"),
        ("en-uk", "en-GB"),
        ("vi", None),
        ("pt-BR", None),
        ("qqqqqq", None),
        ("", None),
    ],
)
def test_a_code_is_proposed_for_what_is_none(typed: str, code: str | None) -> None:
    """What is a code already is left as it is, and nothing is proposed where nothing is near."""
    assert proposed(typed) == code


@pytest.mark.parametrize(
    ("code", "locale"),
    [
        ("en", "en_GB"),
        ("en-US", "en_US"),
        ("vi", "vi"),
        ("zh-TW", "zh_Hant_TW"),
        ("pt-XX", "pt"),
        ("xx", "en_GB"),
        ("", "en_GB"),
    ],
)
def test_a_code_has_the_data_of_the_nearest_locale(code: str, locale: str) -> None:
    """Plain English is British, and so is what nothing is known of."""
    assert str(locale_of(code)) == locale


@pytest.mark.parametrize("word", ["zz-ZZ", "__", "vi-vi-vi", "\0", "😀"])
def test_any_word_can_be_asked(word: str) -> None:
    """Nothing is raised, whatever was typed for a code."""
    assert proposed(word) is None or is_language(proposed(word) or "")
    assert nearest(word, ["vi", "en"]) in ("vi", "en", None)
