"""The text doctor: old encodings, mojibake and false letters are named with what they should read, and nothing else."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.read.source import read_text
from guongsang.text.encodings import legacy_misdecodings, named
from guongsang.text.mojibake import mojibake_misdecodings
from guongsang.text.syllables import is_syllable
from support.program import Ran
from support.site import edit

PAGE = "content/pages/thu.vi.md"
TCVN3 = (
    ("C«ng ty cæ phÇn", "Công ty cổ phần"),
    ("®iÓn h×nh tiªn tiÕn", "điển hình tiên tiến"),
    ("Së X©y dùng", "Sở Xây dựng"),
    ("ng\xadêi tèt viÖc tèt", "người tốt việc tốt"),
    ("KÕ ho¹ch båi d\xadìng", "Kế hoạch bồi dưỡng"),
    ("Cã kÕ ho¹ch cña Së", "Có kế hoạch của Sở"),
)
VNI = (
    ("Coâng ty coå phaàn", "Công ty cổ phần"),
    ("ñieån hình tieân tieán", "điển hình tiên tiến"),
    ("chaøo caùc baïn", "chào các bạn"),
)


@pytest.mark.parametrize(("typed", "meant"), TCVN3 + VNI)
def test_old_encodings_are_named_with_what_they_should_read(typed: str, meant: str) -> None:
    """TCVN3 and VNI that were taken for Latin-1 are found and turned into what was meant."""
    (stretch,) = legacy_misdecodings(typed)
    assert stretch.encoding == ("VNI" if (typed, meant) in VNI else "TCVN3 (ABC)")
    assert stretch.meant in meant and meant.endswith(stretch.meant) and stretch.certain


@pytest.mark.parametrize("meant", ["Tiếng Việt có dấu", "Đặng Thị Ước", "“Một cửa” – 20 °C", "người tốt, việc tốt"])
@pytest.mark.parametrize("rounds", [1, 2])
@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
def test_mojibake_is_unwound(meant: str, rounds: int, codec: str) -> None:
    """UTF-8 that was read as Windows-1252 or Latin-1, once or twice, gives what was meant, surely."""
    text = meant
    for _ in range(rounds):
        text = "".join(bytes([b]).decode(codec, "ignore") or chr(b) for b in text.encode())
    stretches = mojibake_misdecodings(text)
    assert stretches and all(stretch.certain for stretch in stretches)
    assert all(stretch.meant in meant for stretch in stretches)


@pytest.mark.parametrize(
    "text",
    [
        "Où est la cuisine thaïe laïque ? « Là », dit-il à 20 °C — déjà vu, naïf et Noël. Le maïs de Haïti.",
        "Là où l’on a vu le maïs, l’aïeul haïssait le thé glacé ; « Noël », n° 3, §2, 5 µm × 3.",
        "Über die Größe der Mädchen: §5, ×3, «Zitat», Öl für Tür und Tor – “GRÖẞE Ä”.",
        "Mª José y Mª Ana. ¡Hola! ¿Qué tal? aún el baúl, España, pingüino, 1ª y 2º.",
        "Não é São João; mãe, irmã, coração, avô e avó. “CIDADÃ” e “CORAÇÃO”",
        "Zażółć gęślą jaźń. Łódź, świętość, próg.",
        "På ön växer träd. Årsmöte: “Å” och ‘Ö’… “TRÄ”",
        "Þórður Sigurðsson á Íslandi, það er ágætt",
        "Nguyễn Thử Ánh hoà giải, thuê toán khoét Loài; có ký, tuổi học trò mò vụ, «ông» nói “có”.",
        "5 µm và 10 µg, ©2020, §1, a×b, m², km³, 20 °C, 1/2 = ½, ®, « », 10 £, ¥",
    ],
)
def test_no_false_alarms(text: str) -> None:
    """Normal text of other languages and single odd signs are left alone, whatever language the file says."""
    assert not mojibake_misdecodings(text)
    assert not legacy_misdecodings(text, vietnamese=False)
    for word in text.split():
        assert not legacy_misdecodings(word)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("điển hình tiên tiến".encode("utf-16"), "UTF-16"),
        ("điển hình tiên tiến".encode("utf-16-le"), "UTF-16"),
        ("®iÓn h×nh tiªn tiÕn".encode("latin-1"), "TCVN3 (ABC)"),
        ("Coâng ty coå phaàn".encode("latin-1"), "VNI"),
        (b"\xf0i\xea\xd2n hi\xccnh ti\xean ti\xea\xecn", "Windows-1258"),
    ],
)
def test_bytes_that_are_not_utf8_are_named(data: bytes, encoding: str) -> None:
    """The encoding of a file is told, and a text comes back; bytes of Western Europe are not taken for Vietnamese."""
    found = named(data)
    assert found is not None and found[0] == encoding
    assert found[1] in ("điển hình tiên tiến", "Công ty cổ phần")
    assert named("Être où ça, très bien".encode("cp1252"), vietnamese=False) is None


@pytest.mark.parametrize("word", "nghiêng Nguyễn quý giếng khuya hoà hòa Ước ĐIỂN huyện quốc".split())
def test_syllables_are_known_by_their_form(word: str) -> None:
    """What can be a syllable passes in any case and both places of the tone mark."""
    assert is_syllable(word) and is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", "phÇn tèt tiªn strength kiể̉n cêo qún ngha".split())
def test_what_no_syllable_can_be_is_refused(word: str) -> None:
    """Tones that do not fit their end, two tones, foreign clusters are no syllables."""
    assert not is_syllable(word)


def test_cyrillic_and_greek_letters_inside_words_are_told_and_read_rightly() -> None:
    """A Cyrillic е in Nguyеn and a Greek Ο in ΟNG are told at their place; whole words of those scripts are not."""
    source, findings = read_text("Nguyеn và ΟNG\nМосква, ΑΘΗΝΑ, kΩ, β\n".encode(), PAGE)
    assert source is not None
    assert source.text == "Nguyen và ONG\nМосква, ΑΘΗΝΑ, kΩ, β\n"
    assert [(f.code, f.place.line, f.place.column, f.place.end_column) for f in findings] == [
        ("lookalike-letter", 1, 5, 6),
        ("lookalike-letter", 1, 11, 12),
    ]


@pytest.mark.parametrize(
    ("lang", "typed", "read"),
    [
        ("vi", "bà Lê Thử \u041c\u0430\u0456", "bà Lê Thử Mai"),
        ("vi", "bà Thử \u0386nh", "bà Thử Ánh"),
        ("en", "Le Thu \u041c\u0410\u0406", "Le Thu MAI"),
        ("vi", "phòng \u0391\u0392", "phòng AB"),
        ("vi", "M\u0430\u0301nh", "Ma\u0301nh"),
        ("ru", "Windows \u0438 Mac \u0441\u043e", None),
        ("ru", "Mac \u0441\u043e", None),
        ("vi", "nhóm α và β, TNFα, 5 kΩ", None),
    ],
)
def test_a_word_of_other_letters_behind_a_latin_one_is_read_rightly(lang: str, typed: str, read: str | None) -> None:
    """Nobody sees that such a name is another one; in languages of those letters it is a word."""
    source, findings = read_text(typed.encode(), f"content/pages/a.{lang}.md")
    codes = {f.code for f in findings} - {"not-nfc"}
    assert source and source.text == (read or typed) and codes == ({"lookalike-letter"} if read else set())


def test_eth_stays_where_a_language_has_it() -> None:
    """In an Icelandic document ð is a letter of its own; in a Vietnamese one it is taken for đ."""
    icelandic, none = read_text("Sigurður".encode(), "content/pages/a.is.md")
    vietnamese, one = read_text("ðiển".encode(), "content/pages/a.vi.md")
    assert icelandic and vietnamese
    assert (icelandic.text, len(none)) == ("Sigurður", 0)
    assert (vietnamese.text, [f.code for f in one]) == ("điển", ["lookalike-letter"])


@pytest.mark.parametrize(
    "sign", ["\u00ad", "\u200b", "\ufeff", "\u3164", "\U000e0041", "\ue000", "\U000f0001", "\u034f"]
)
def test_what_nobody_sees_is_told(sign: str) -> None:
    """Every kind of invisible letter is told, and none reaches a reader."""
    source, findings = read_text(f"Giới{sign} thiệu".encode(), PAGE)
    assert source is not None and sign not in source.text
    assert [f.code for f in findings] == ["invisible-character"]


def test_a_stretch_is_one_finding(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Of a line in TCVN3 no soft hyphen is told beside it; the place is that of the words, in CRLF."""
    root = site()
    text = "---\r\ntitle: Thử\r\n---\r\nĐây là chữ đúng.\r\n\r\n§©y lµ ng\xadêi tèt.\r\n"
    (root / PAGE).write_bytes(b"\xef\xbb\xbf" + text.encode())
    found = json.loads(run("--root", root, "check", PAGE, "--format", "json").out)["findings"]
    assert [(f["code"], f["line"], f["column"]) for f in found if f["code"] != "untranslated"] == [
        ("legacy-encoding", 6, 1)
    ]


@pytest.mark.parametrize("words", ["សាលា\u200bរៀន", "می\u200cخواهم", "👨\u200d👩\u200d👧", "anh Guðmundur Mẫu"])
def test_signs_that_other_scripts_need_stay(words: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """What parts words in Khmer, shapes letters in Persian, joins emoji or stands inside a foreign name is left."""
    root = site()
    edit(root, "content/pages/about.vi.md", "Trang này", f"{words}. Trang này")
    before = (root / "content/pages/about.vi.md").read_bytes()
    ran = run("--root", root, "--today", "2024-12-01", "check", "content/pages/about.vi.md")
    assert ran.status == 0 and "[invisible-character]" not in ran.out and "[lookalike-letter]" not in ran.out
    run("--root", root, "fix", "--write")
    assert (root / "content/pages/about.vi.md").read_bytes() == before
