"""Texts that went through a wrong table of letters, and texts that only look so."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.text.encodings import (
    Misdecoding,
    certainly_meant,
    excerpt_of,
    legacy_misdecodings,
    named,
)
from guongsang.text.mojibake import mojibake_misdecodings

SENTENCES = [
    "Đồng chí Nguyễn Văn Mẫu là điển hình tiên tiến",
    "Phường đã giải quyết hồ sơ đúng hạn cho người dân",
    "Những tấm gương sáng được nhân rộng ở cơ sở",
    "Kế hoạch năm được cấp uỷ thông qua",
]
TCVN3_LETTERS = dict(
    zip(
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        strict=True,
    )
)
VNI_TONES = dict(zip("\u0301\u0300\u0309\u0303\u0323", "ùøûõï", strict=True))
VNI_HATS = dict(zip("\u0301\u0300\u0309\u0303\u0323", "áàåãä", strict=True))
VNI_BREVES = dict(zip("\u0301\u0300\u0309\u0303\u0323", "éèúüë", strict=True))
VNI_SINGLE = {"đ": "ñ", "ư": "ö", "ơ": "ô", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


def in_tcvn3(text: str) -> str:
    """Write a text as a TCVN3 file reads when it is taken for Latin-1; small letters only, as the table has them."""
    return "".join(TCVN3_LETTERS.get(char, char) for char in unicodedata.normalize("NFC", text))


def in_vni(text: str) -> str:
    """Write a text in small letters as a VNI file reads when it is taken for Latin-1."""
    return "".join(map(vni_letter, unicodedata.normalize("NFC", text)))


def vni_letter(char: str) -> str:
    """Write one small letter in VNI."""
    if char in VNI_SINGLE:
        return VNI_SINGLE[char]
    base, *marks = unicodedata.normalize("NFD", char)
    tone = next((mark for mark in marks if mark in VNI_TONES), "")
    if "\u0302" in marks:
        return base + (VNI_HATS[tone] if tone else "â")
    if "\u0306" in marks:
        return base + (VNI_BREVES[tone] if tone else "ê")
    if "\u031b" in marks:
        return VNI_SINGLE[unicodedata.normalize("NFC", base + "\u031b")] + VNI_TONES.get(tone, "")
    return base + VNI_TONES.get(tone, "")


def misread(text: str, codec: str = "cp1252") -> str:
    """Read the UTF-8 of a text with another table; bytes that it lacks stay as Latin-1 has them."""
    return "".join(bytes([b]).decode(codec, "ignore") or chr(b) for b in text.encode())


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(("name", "write"), [("TCVN3 (ABC)", in_tcvn3), ("VNI", in_vni)])
def test_a_sentence_in_an_old_table_is_read_back(sentence: str, name: str, write: object) -> None:
    """The stretch names its table, and what it should read is what was meant."""
    small = sentence.lower()
    text = write(small)  # type: ignore[operator]
    (stretch,) = legacy_misdecodings(text)
    assert stretch.encoding == name
    assert text[: stretch.start] + stretch.meant + text[stretch.end :] == small
    assert stretch.certain


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain English without any marks.",
        *SENTENCES,
        "Giá: 50 ¥ hoặc 40 £, nhiệt độ 30° ± 2°, § 5, 3 × 4, «trích dẫn»",
        "Le garçon a mangé où il était né; la forêt, l'été, déjà vu, naïf, haï",
        "Über die Straße, größer, Mädchen, schön, Öl",
        "El niño y la niña: mañana será otro día, ¿verdad? ¡Sí!",
        "São Paulo, coração, não, pão, ação",
        "10 µm và 5 µg",
        "Ångström, smörgåsbord, Malmö",
    ],
)
def test_good_texts_pass_both_tables(text: str) -> None:
    """Vietnamese in Unicode, other languages, units, money and quotation marks are no text in an old table."""
    assert legacy_misdecodings(text) == []
    assert mojibake_misdecodings(text) == []


def test_one_strange_word_alone_is_not_enough() -> None:
    """A single word could be anything; two different ones in Vietnamese, four elsewhere give a table away."""
    assert legacy_misdecodings("§Æng") == []
    two = in_tcvn3("được những")
    assert len(legacy_misdecodings(two)) == 1
    assert legacy_misdecodings(two, vietnamese=False) == []
    four = in_tcvn3("được những người khác đã biết rõ điều này")
    assert len(legacy_misdecodings(four, vietnamese=False)) == 1


def test_each_line_has_its_own_stretch_at_its_own_index() -> None:
    """Good lines between bad ones stay untouched, and the stretches index the whole text."""
    bad = [in_tcvn3("điển hình được nhân rộng"), in_tcvn3("những người tốt việc tốt")]
    text = f"{bad[0]}\nDòng này đúng.\n{bad[1]}\n"
    stretches = legacy_misdecodings(text)
    assert [text.count("\n", 0, stretch.start) for stretch in stretches] == [0, 2]
    assert [text[: stretch.start].rpartition("\n")[2] for stretch in stretches] == ["", ""]
    assert [stretch.meant for stretch in stretches] == ["điển hình được nhân rộng", "những người tốt việc tốt"]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
@pytest.mark.parametrize("times", [1, 2])
def test_utf8_that_was_misread_is_unwound(sentence: str, codec: str, times: int) -> None:
    """Once or twice, with either table, the words come back."""
    text = sentence
    for _ in range(times):
        text = misread(text, codec)
    stretches = mojibake_misdecodings(text)
    assert stretches
    read = text
    for stretch in reversed(stretches):
        read = read[: stretch.start] + stretch.meant + read[stretch.end :]
    assert read == sentence
    assert {stretch.encoding for stretch in stretches} == {"UTF-8"}


@pytest.mark.parametrize(
    "text",
    ["“VÂ” và «CÂ»", "TRƯỜNG Ô… Ê—", "MÃ “A”", "CÔNG TY Ä", "giá 5 €", "Ô’", "NGƯỜI Â–"],
)
def test_a_capital_before_a_closing_mark_is_no_misread_utf8(text: str) -> None:
    """Headings in capitals end with such pairs of letters and quotation marks."""
    assert mojibake_misdecodings(text) == []


def test_a_stretch_of_misread_utf8_takes_whole_words() -> None:
    """The stretch begins after the blank, bracket or quotation mark before it and ends at a blank."""
    text = f'Ông ("{misread("Mẫu")}") nói'
    (stretch,) = mojibake_misdecodings(text)
    assert text[stretch.start : stretch.end] == misread("Mẫu") + '")'
    assert stretch.meant == 'Mẫu")'


@pytest.mark.parametrize(
    ("data", "name", "reads"),
    [
        ("Gương sáng".encode("utf-16"), "UTF-16", "Gương sáng"),
        (b"\xfe\xff" + "Gương".encode("utf-16-be"), "UTF-16", "Gương"),
        ("plain text".encode("utf-16-le"), "UTF-16", "plain text"),
        ("plain text".encode("utf-16-be"), "UTF-16", "plain text"),
        (in_tcvn3("những người được tặng").encode("latin-1"), "TCVN3 (ABC)", "những người được tặng"),
        (in_vni("những người được tặng").encode("latin-1"), "VNI", "những người được tặng"),
        (
            unicodedata.normalize("NFD", "bà mẹ").encode("cp1258", "ignore"),
            "Windows-1258",
            "bà mẹ",
        ),
    ],
)
def test_bytes_tell_their_encoding(data: bytes, name: str, reads: str) -> None:
    """A byte-order mark, zeros, or Vietnamese words that appear under one table name the encoding."""
    assert named(data) == (name, reads)


@pytest.mark.parametrize("data", [b"caf\xe9 noir", b"\xff", b"\x80\x81\x82", b"", b"plain"])
def test_bytes_that_tell_nothing_are_not_named(data: bytes) -> None:
    """Latin-1 of other languages and stray bytes are left unnamed instead of being guessed."""
    assert named(data) is None


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("Điển hình tiên tiến", True),
        ("no marks at all", True),
        ("", True),
        ("TCVN3 CAPITALS ÑÒÓÔ are not looked at", True),
        ("một từ l¹ xøù", False),
        ("mất chữ \ufffd", False),
        ("số không \x00", False),
        ("garçon forêt", False),
    ],
)
def test_a_conversion_is_certain_only_where_nothing_is_lost(text: str, certain: bool) -> None:
    """Lost letters, zeros, and words that are no Vietnamese syllables make it uncertain; capitals are not asked."""
    assert certainly_meant(text) is certain


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("một dòng", 60, "một dòng"),
        ("  hai\n dòng\t ", 60, "hai dòng"),
        ("abcdefghij", 10, "abcdefghij"),
        ("abcdefghijk", 10, "abcdefghi…"),
        ("abcdefgh ijk", 10, "abcdefgh…"),
        ("", 5, ""),
    ],
)
def test_an_excerpt_is_one_line_of_a_limited_length(text: str, limit: int, shown: str) -> None:
    """Blanks become single ones, and what is cut ends with an ellipsis and no blank before it."""
    assert excerpt_of(text, limit) == shown


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_stretches_lie_in_the_text_and_never_overlap(text: str) -> None:
    """Whatever the text, the stretches are in order, within it and not empty."""
    for stretches in (legacy_misdecodings(text), mojibake_misdecodings(text)):
        last = 0
        for stretch in stretches:
            assert last <= stretch.start < stretch.end <= len(text)
            last = stretch.end


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=120))
def test_any_bytes_can_be_asked(data: bytes) -> None:
    """Naming never fails, whatever the bytes."""
    answer = named(data)
    assert answer is None or answer[0] in ("UTF-16", "TCVN3 (ABC)", "VNI", "Windows-1258")


@settings(deadline=None, max_examples=80)
@given(st.lists(st.sampled_from(" ".join(SENTENCES).split()), min_size=6, max_size=12))
def test_words_that_were_misread_come_back_in_any_order(words: list[str]) -> None:
    """A misread line of Vietnamese words is repaired to the words, or left where it has no strange letter."""
    sentence = " ".join(words)
    text = misread(sentence)
    for stretch in reversed(mojibake_misdecodings(text)):
        text = text[: stretch.start] + stretch.meant + text[stretch.end :]
    assert text == sentence


def test_a_stretch_is_sure_unless_told_otherwise() -> None:
    """A stretch that is made without more words is one that may be repaired."""
    assert Misdecoding(0, 1, "VNI", "a").certain
