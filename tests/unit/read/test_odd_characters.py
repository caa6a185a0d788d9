"""Letters that should not stand in a text: which they are, where, and how the text is read on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.commands import command
from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import say
from guongsang.read.odd_characters import (
    BIDI,
    CONTROL,
    HOLE,
    INVISIBLE,
    as_read,
    first_of,
    has_odd,
    language_of,
    lookalikes,
    odd_letters,
    replaced,
    without_holes,
)
from unit.support import codes

FILE = "content/mau.vi.md"


def place(start: int, end: int) -> Place:
    """Return a place on the first line."""
    return Place(FILE, 1, start + 1, 1, end + 1)


def told(text: str, file: str = FILE) -> list[Finding]:
    """Return what is told of a text."""
    return list(odd_letters(text, file, place))


@pytest.mark.parametrize(
    ("text", "code", "start", "end", "named"),
    [
        ("ab\x07c", "control-character", 2, 3, "U+0007"),
        ("a\x00\x01b", "control-character", 1, 3, "U+0000"),
        ("a\x85b", "control-character", 1, 2, "U+0085"),
        ("a\u202eb\u202c", "bidi-control", 1, 2, "U+202E"),
        ("a\u200fb", "bidi-control", 1, 2, "U+200F"),
        ("a\u200bb", "invisible-character", 1, 2, "U+200B"),
        ("a\u00adb", "invisible-character", 1, 2, "U+00AD"),
        ("a\ufeff\u2060b", "invisible-character", 1, 3, "U+FEFF"),
        ("a\u200cb", "invisible-character", 1, 2, "U+200C"),
        ("a\u200db", "invisible-character", 1, 2, "U+200D"),
        ("\uf0b7 một", "invisible-character", 0, 1, "U+F0B7"),
        ("a\U000e0041b", "invisible-character", 1, 2, "U+E0041"),
        ("Ðường", "lookalike-letter", 0, 1, "U+00D0"),
        ("ðường", "lookalike-letter", 0, 1, "U+00F0"),
        ("Mаu", "lookalike-letter", 1, 2, "U+0430"),
        ("m\ufffd\ufffdt", "mojibake", 1, 3, None),
    ],
)
def test_each_odd_letter_has_its_code_stretch_and_name(
    text: str, code: str, start: int, end: int, named: str | None
) -> None:
    """Those of one kind that follow one another are one finding, named by the first."""
    finding = told(text)[0]
    assert finding.code == code
    assert (finding.place.column - 1, finding.place.end_column - 1) == (start, end)
    assert finding.message.args.get("code") == named


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Đường về nhà — «đẹp», 50 ₫ …",
        "tab\tand\nnewline",
        "क\u094d\u200dष",
        "نمی\u200cخواهم",
        "👩\u200d🚀 👁️\u200d🗨️",
        "Привет, мир",
        "Ελλάδα",
        "π = 3,14; Ω; µ",
        "số\xa0liệu",
        "漢字かな",
    ],
)
def test_letters_of_other_scripts_and_emoji_are_let_pass(text: str) -> None:
    """Joiners where scripts and pictures need them, whole words in Cyrillic or Greek, no-break blanks."""
    assert told(text) == []
    assert as_read(text, FILE) == text


@pytest.mark.parametrize(
    ("text", "file", "found"),
    [
        ("Ðức", FILE, [(0, "Ð", "Đ")]),
        ("ÐÐ", FILE, [(0, "ÐÐ", "ĐĐ")]),
        ("Ɖỗ và ɖẹp", FILE, [(0, "Ɖ", "Đ"), (6, "ɖ", "đ")]),
        ("maður", "content/a.is.md", []),
        ("Ðað", "content/a.is.md", []),
        ("aðb", FILE, []),
        ("Ðức", "units.yaml", [(0, "Ð", "Đ")]),
        ("НОI", FILE, [(0, "НО", "HO")]),
        ("thаnh", FILE, [(2, "а", "a")]),
        ("а", FILE, []),
        ("xа а", FILE, [(1, "а", "a")]),
    ],
)
def test_letters_that_only_look_right(text: str, file: str, found: list[tuple[int, str, str]]) -> None:
    """Eth for Đ but in languages that have it, Cyrillic and Greek inside a Latin word."""
    assert lookalikes(text, file) == found


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a\x07b", "a b"),
        ("a\u200bb\u202ec", f"a{HOLE}b{HOLE}c"),
        ("Ðức", "Đức"),
        ("thаnh", "thanh"),
    ],
)
def test_the_text_that_is_read_on_is_as_long_as_it_was(text: str, read: str) -> None:
    """So that every later place stays right."""
    assert as_read(text, FILE) == read
    assert len(as_read(text, FILE)) == len(text)


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=60))
def test_any_text_is_read_on_in_its_own_length_and_once_and_for_all(text: str) -> None:
    """Reading again changes nothing, and nothing odd but holes is left."""
    read = as_read(text, FILE)
    assert len(read) == len(text)
    assert as_read(read, FILE) == read
    left = {code for code in codes(told(without_holes(read))) if code not in ("mojibake", "legacy-encoding")}
    assert not left & {"control-character", "bidi-control"}


@pytest.mark.parametrize(
    ("text", "edits", "result"),
    [
        ("abcdef", [], "abcdef"),
        ("abcdef", [(1, 3, "X")], "aXdef"),
        ("abcdef", [(4, 6, "Y"), (0, 1, "")], "bcdY"),
        ("abc", [(3, 3, "d")], "abcd"),
        ("", [(0, 0, "a")], "a"),
    ],
)
def test_stretches_are_replaced_whatever_their_order(text: str, edits: list[tuple[int, int, str]], result: str) -> None:
    """Longer, shorter and empty words take the places, and all else stays."""
    assert replaced(text, edits) == result


@pytest.mark.parametrize(
    ("file", "lang"),
    [
        ("content/2022/a.vi.md", "vi"),
        ("a.pt-BR.md", "pt"),
        ("content/a.md", ""),
        ("units.yaml", ""),
        ("content/a.b/c.yaml", ""),
        ("a.vi.txt", ""),
    ],
)
def test_the_language_of_a_document_is_in_its_name(file: str, lang: str) -> None:
    """Without its region; a data file has none."""
    assert language_of(file) == lang


def one(n: int) -> Finding:
    """Make a finding that can be told apart."""
    return find("bad-value", Place("a.md", n), say("wrong"), say("mend"))


@pytest.mark.parametrize(("made", "kept"), [(0, 0), (1, 1), (49, 49), (50, 50), (51, 50), (500, 50)])
def test_no_more_than_fifty_of_a_kind_are_told_in_a_file(made: int, kept: int) -> None:
    """The last says how many more there are, and none of the rest is made at all."""
    asked: list[int] = []

    def telling(n: int) -> Finding:
        asked.append(n)
        return one(n)

    findings = list(first_of([lambda n=n: telling(n) for n in range(1, made + 1)]))  # type: ignore[misc]
    assert [finding.place.line for finding in findings] == list(range(1, kept + 1))
    assert len(asked) == kept
    assert [f.message.args.get("n") for f in findings if f.message.plural] == ([made - 50] if made > 50 else [])


def test_a_stretch_in_wrong_letters_is_one_finding() -> None:
    """Not one for every strange sign in it, and the cure says whether it can be converted."""
    findings = told("Má»™t viá»‡c tá»‘t rồi\x07")
    assert codes(findings) == ["mojibake", "control-character"]
    assert findings[0].message.args == {"text": "Một việc tốt"}
    assert findings[0].hint.args == {"command": command("fix", FILE)}


def test_holes_are_taken_out() -> None:
    """What stood in for unseen letters leaves no trace."""
    assert without_holes(f"a{HOLE}{HOLE}b") == "ab"


def test_a_text_without_odd_letters_holds_none_that_is_told() -> None:
    """The one class that is looked for first has every letter that any of the others has."""
    letters = "".join(map(chr, range(0x110000)))
    told = {*CONTROL.findall(letters), *BIDI.findall(letters), "\ufffd"}
    told |= set(INVISIBLE.findall(" ".join(letters)))
    told |= {typed for letter in letters[0x80:0x2000] for _, typed, _ in lookalikes(f"a{letter} {letter}b", FILE)}
    assert {"\u202e", "\u00ad", "\u200d", "\ue000", "Ð", "о", "\x07", "\x85"} <= told
    assert [f"{ord(letter):x}" for letter in sorted(told) if not has_odd(letter)] == []
    assert not has_odd("Đảng uỷ, người: “…” – ½ ẹ\t\n") and not has_odd("plain\n\ttext")
