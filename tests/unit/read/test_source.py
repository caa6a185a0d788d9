"""Bytes to clean text, and back to the place in the file as it lies on disk."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.findings import Place
from guongsang.read.source import Source, normalize_decoded, odd_decoded, read_text
from unit.support import codes, source_of

FILE = "content/mau.vi.md"


def read(data: bytes, file: str = FILE) -> tuple[Source | None, list[str]]:
    """Read bytes; return the source with the codes of its findings."""
    source, findings = read_text(data, file)
    return source, codes(findings)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a\nb\n", "a\nb\n"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbfa", "a"),
        ("Ánh".encode(), "Ánh"),
        ("a\u2060b".encode(), "a\u2060b"),
        ("a\u200bb".encode(), "a\u2060b"),
        (b"a\x07b", "a b"),
        ("\u00d0ức".encode(), "Đức"),
        ("аbc".encode(), "abc"),
    ],
)
def test_the_clean_text(data: bytes, text: str) -> None:
    """One kind of line end, no byte-order mark, right letters; a stand-in keeps the place of what nobody sees."""
    source, _ = read(data)
    assert source is not None and source.text == text


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("Một văn bản sạch.\n".encode(), []),
        (unicodedata.normalize("NFD", "Ánh").encode(), ["not-nfc"]),
        ("a\u200bb".encode(), ["invisible-character"]),
        ("a\u202eb".encode(), ["bidi-control"]),
        (b"a\x07b", ["control-character"]),
        ("Ð\u1ee9c".encode(), ["lookalike-letter"]),
        ("m\ufffdt".encode(), ["mojibake"]),
        ("Má»™t viá»‡c tá»‘t".encode(), ["mojibake"]),
        (b"caf\xe9 noir", ["not-utf8"]),
        ("Một".encode("utf-16"), ["not-utf8"]),
        (b"nh\xf7ng ng\xad\xeai \xae\xad\xeec t\xc6ng", ["legacy-encoding"]),
        ("a" + "\u0301" * 40, ["control-character", "not-nfc"]),
    ],
)
def test_what_is_told_of_a_text(data: bytes | str, found: list[str]) -> None:
    """Each kind of oddity has its code, and a clean text has none."""
    source, told = read(data if isinstance(data, bytes) else data.encode())
    assert told == found
    assert (source is None) is (found in (["not-utf8"], ["legacy-encoding"]))


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [(b"\xff", 1, 1), (b"ab\xff", 1, 3), ("ô\n".encode() + b"x\xff", 2, 2), (b"\xef\xbb\xbfa\r\n\xff", 2, 1)],
)
def test_bytes_that_are_no_utf8_are_told_where_they_begin(data: bytes, line: int, column: int) -> None:
    """Line and column count letters, not bytes, and no byte-order mark."""
    _, (finding,) = read_text(data, FILE)
    assert (finding.place.line, finding.place.column) == (line, column)


def test_a_file_in_an_old_table_shows_the_line_as_it_should_read() -> None:
    """The line that holds the first strange byte, converted."""
    data = b"title: abc\nnh\xf7ng ng\xad\xeai \xae\xad\xeec t\xc6ng\n"
    _, (finding,) = read_text(data, FILE)
    assert finding.message.args == {"encoding": "TCVN3 (ABC)", "text": "những người được tặng"}
    assert finding.place.line == 2


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_are_those_of_the_file_as_it_was_typed(form: str, end: str) -> None:
    """Columns count the letters of the real line, marks that are typed apart included."""
    typed = unicodedata.normalize(form, f"Đề{end}Bà Ánh nói")
    source, _ = read(typed.encode())
    assert source is not None
    start = source.text.index("nói")
    place = source.place(start, start + 3)
    line = typed.split(end)[1]
    assert (place.line, place.end_line) == (2, 2)
    assert line[place.column - 1 : place.end_column - 1] == unicodedata.normalize(form, "nói")


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, None, Place(FILE, 1, 1, 1, 1)),
        (0, 2, Place(FILE, 1, 1, 1, 3)),
        (3, 8, Place(FILE, 2, 1, 3, 2)),
        (-5, 1, Place(FILE, 1, 1, 1, 2)),
        (2, 1, Place(FILE, 1, 3, 1, 3)),
        (99, 100, Place(FILE, 3, 4, 3, 4)),
    ],
)
def test_any_index_has_a_place(start: int, end: int | None, place: Place) -> None:
    """Before the text it is its beginning, behind it its end, and no place ends before it begins."""
    assert source_of("ab\ncde\nfgh").place(start, end) == place


@pytest.mark.parametrize(("number", "line"), [(1, "ab"), (2, ""), (3, "cd"), (0, ""), (4, ""), (-1, "")])
def test_lines_are_given_by_number(number: int, line: str) -> None:
    """Counted from 1; there is nothing outside the text."""
    assert source_of("ab\n\ncd").line(number) == line


def test_lines_that_looked_otherwise_are_kept_as_they_were() -> None:
    """For excerpts: only those, by their index from 0."""
    source = source_of("a\n" + unicodedata.normalize("NFD", "Ánh") + "\nb\u200b\nÐức")
    assert source.raw == {1: unicodedata.normalize("NFD", "Ánh"), 2: "b\u200b", 3: "Ðức"}


def test_decomposed_marks_are_told_once_with_the_number_of_lines() -> None:
    """At the first letter that is typed so."""
    text = "a\nbA\u0301c\nA\u0301\n"
    _, (finding,) = read_text(text.encode(), FILE)
    assert finding.code == "not-nfc"
    assert finding.message.args == {"n": 2}
    assert finding.place.line == 2
    assert finding.place.column <= 2 < finding.place.end_column


def test_a_heap_of_marks_is_cut_and_told_with_its_stretch() -> None:
    """A letter with ten thousand marks does not hold up a build."""
    text = "xa" + "\u0301" * 10_000 + "b"
    source, findings = read_text(text.encode(), FILE)
    assert source is not None and len(source.text) < 40
    assert findings[0].message.args == {"n": 10_000}
    assert (findings[0].place.column, findings[0].place.end_column) == (3, 10_003)
    place = source.place(source.text.index("b"))
    assert place.column == 10_003


@pytest.mark.parametrize(
    ("decoded", "text"),
    [
        ("a\u0301", "á"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("x\u200by\u202ez", "xyz"),
        ("a\x00b", "a b"),
        ("\u00d0ức", "Đức"),
        ("a\u2060\u0301", "á"),
        ("a" + "\u0301" * 100, "á" + "\u0301" * 29),
    ],
)
def test_what_escapes_stand_for_is_brought_to_the_form_of_typed_letters(decoded: str, text: str) -> None:
    """Composed, with the right letters, and nothing that nobody sees."""
    assert normalize_decoded(decoded, FILE) == text


def test_what_escapes_stand_for_is_told_like_typed_letters() -> None:
    """With the place that the caller gives for a stretch."""

    def place(start: int, end: int) -> Place:
        return Place(FILE, 7, start + 1, 7, end + 1)

    told = list(odd_decoded("a\u202eb\u200b" + "\u0301" * 40, FILE, place))
    assert codes(told) == ["control-character", "bidi-control", "invisible-character"]
    assert {finding.place.line for finding in told} == {7}
    assert told[1].place.column == 2


@settings(deadline=None, max_examples=120)
@given(st.text("aáÁĐ\u0301\u0323\u200b\u202e\r\n \x07Ð", max_size=40))
def test_every_stretch_of_the_clean_text_lies_in_the_file(text: str) -> None:
    """Whatever was typed, places are in order and within the real line."""
    source = source_of(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    last = (1, 1)
    for index in range(len(source.text) + 1):
        place = source.place(index)
        assert (place.line, place.column) >= last
        assert place.column <= len(lines[place.line - 1]) + 1
        last = (place.line, place.column)
    assert source.text.count("\n") == len(lines) - 1


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=60))
def test_a_clean_text_is_its_own_clean_text(text: str) -> None:
    """Reading what was read changes nothing more, but for letters that stand where nobody sees them."""
    once = source_of(text).text
    assert source_of(once).text == once
    assert unicodedata.is_normalized("NFC", once)


@settings(deadline=None, max_examples=80)
@given(st.binary(max_size=60))
def test_any_bytes_are_a_text_or_a_finding(data: bytes) -> None:
    """Nothing is raised, and where there is no text there is exactly one finding."""
    source, told = read(data)
    assert source is not None or told in (["not-utf8"], ["legacy-encoding"])


@settings(deadline=None, max_examples=500)
@given(
    st.lists(
        st.sampled_from(
            "a|ệ|e\u0323\u0302|Ð|о|\n|\r\n|\ufeff|\u200b|\x07|\x85|\u2028|K|İ|ſ|ａ|\u0958|Ã©|C«ng hoµ |\ufffd| ".split(
                "|"
            )
        )
        | st.just("\u0301" * 32),
        max_size=20,
    ).map("".join)
)
def test_a_text_that_needs_no_other_form_is_read_like_any(text: str) -> None:
    """A text in NFC with line feeds is not taken line by line, and is the same."""
    quick, told = read_text(text.encode(), FILE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unicodedata, "is_normalized", lambda *_: False)
        assert read_text(text.encode(), FILE) == (quick, told)
