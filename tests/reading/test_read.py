"""What a writer typed is what is read, and every fault is told at the place where it stands in the real file."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guongsang.read.markdown import engine
from guongsang.read.markdown.body import read_body
from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.tree import Body, Node
from guongsang.read.source import read_text
from support.program import Ran
from support.site import edit

PROFILE = "content/exemplars/2024/noi-01.vi.md"
PAGE = "content/pages/about.vi.md"


def findings(ran: Ran, *codes: str) -> list[dict[str, Any]]:
    """Return the findings of some codes out of a run with JSON."""
    return [f for f in json.loads(ran.out)["findings"] if f["code"] in codes]


@pytest.fixture
def check(run: Callable[..., Ran]) -> Callable[..., Ran]:
    """Check a site and give JSON in English."""
    return lambda root, *words: run(
        "--root", root, "--lang", "en", "--today", "2025-01-15", "check", "--format", "json", *words
    )


def page(root: Path, data: bytes) -> None:
    """Write the free page of a site as bytes."""
    (root / PAGE).write_bytes(data)


def spot(finding: dict[str, Any]) -> tuple[int, int, int, int]:
    """Return a finding's place."""
    return finding["line"], finding["column"], finding["end_line"], finding["end_column"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_hold_for_any_line_end_and_byte_order_mark(
    site: Callable[..., Path], check: Callable[..., Ran], line_end: str, mark: str
) -> None:
    """CRLF and a BOM neither move a place nor make a finding."""
    root = site()
    text = "---\ntitle: Giới thiệu\nmenu: mười\n---\nTrang [này](khong.vi.md).\n"
    page(root, (mark + text.replace("\n", line_end)).encode())
    (root / "content/pages/about.en.md").unlink()
    told = findings(check(root), "wrong-type", "dangling-link", "not-nfc")
    assert [(f["code"], *spot(f)) for f in told] == [("wrong-type", 3, 7, 3, 11), ("dangling-link", 5, 13, 5, 24)]


def test_places_count_letters_as_typed_in_nfd(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """Columns count the code points of the file, marks included, although the text is brought to NFC."""
    root = site()
    line = unicodedata.normalize("NFD", "  - {id: ế, name: {vi: Đồ ế ẩm, en: x}, quotta: true}")
    edit(root, "content/units.yaml", "  - {id: vp", f"{line}\n  - {{id: vp")
    told = findings(check(root), "unknown-field")
    assert told[0]["column"] == line.index("quotta") + 1
    assert told[0]["hint"] == "did you mean quota (“Owes a registration”)?"


def test_text_fields_keep_what_was_typed(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """No look of a value changes its type: zeros, no, times, figures with points, and # in a word stay text."""
    root = site()
    edit(root, PROFILE, "title: Khay thuốc có tên, không ai nhầm", "title: 0345671234")
    edit(
        root,
        PROFILE,
        "lessons: [Ghi tên trước khi chia thuốc.]",
        "lessons: [no, 10:00, 1.000, 0123, C#, ~, null, 2024-05-06]",
    )
    edit(
        root, "content/exemplars/2024/noi-01.en.md", "lessons: [Write the name before sharing out the medicine.]\n", ""
    )
    assert run("--root", root, "build", "--no-print").status == 0
    html = (root / "output/site/vi/guong/2024/noi-01.html").read_text(encoding="utf-8")
    for text in (
        "0345671234",
        "<li>no</li>",
        "<li>10:00</li>",
        "<li>1.000</li>",
        "<li>0123</li>",
        "<li>C#</li>",
        "<li>~</li>",
        "<li>null</li>",
        "<li>2024-05-06</li>",
    ):
        assert text in html, text


@pytest.mark.parametrize(
    ("typed", "code", "hint"),
    [
        ("registered: {on: 10/3/2024}", "bad-date", "did you mean 2024-03-10?"),
        ("registered: {on: 2024-02-30}", "bad-date", "correct the day or the month"),
        ("registered: {on: 2024-3-10}", "bad-date", "did you mean 2024-03-10?"),
        ("registerd: {on: 2024-03-10}", "unknown-field", "did you mean registered (“Registered”)?"),
    ],
)
def test_date_traps_have_their_own_hint(
    site: Callable[..., Path], check: Callable[..., Ran], typed: str, code: str, hint: str
) -> None:
    """Dates as people write them are told with the right form."""
    root = site()
    edit(root, PROFILE, "registered: {on: 2024-03-10}", typed)
    assert hint in [f["hint"] for f in findings(check(root), code)]


@pytest.mark.parametrize(
    "hostile",
    [
        "a: " + "[" * 25_000,
        "- " * 50_000,
        "a: " + "{a: " * 24_000,
        "x: &a [1]\ny: [*a, *a]",
        "a: &a\n" + "".join(f"b{i}: &b{i} {{<<: [*a, *a]}}\n" for i in range(20)),
        "a: !!python/object/apply:os.system ['true']",
        "a: !!binary x",
        "a: 2026-02-30\nb: !!timestamp x",
        "a: " + "9" * 5_000,
        'a: "\\ud800"',
        "? [a, b]\n: c",
        "---\na: b",
        "%YAML 9.9",
        "a: b\n...\nc: d",
        "\x00\x01\x02",
        "\t",
        "a: |\n" + "x" * 100_000,
        "{" * 1_000 + "}" * 1_000,
        "é: \u2028 x\x85: y",
    ],
)
def test_no_yaml_brings_the_reader_down(site: Callable[..., Path], check: Callable[..., Ran], hostile: str) -> None:
    """Whatever stands between the fences or in a data file, the end is findings and a status, never a traceback."""
    root = site()
    page(root, f"---\n{hostile}\n---\nx\n".encode(errors="surrogatepass"))
    assert check(root).status == 1
    (root / "content/units.yaml").write_bytes(hostile.encode(errors="surrogatepass"))
    assert check(root).status == 2


@pytest.mark.parametrize(
    "body",
    [
        "[" * 20_000,
        "![" * 10_000,
        "`" * 30_000,
        "`a " * 20_000,
        "[a](" * 5_000,
        "*_" * 20_000,
        "> " * 500 + "x",
        "".join("  " * n + "- x\n" for n in range(200)),
        "<" * 20_000,
        "<![" * 5_000,
        "|" * 20_000,
        "[^1]" * 2_000 + "\n\n[^1]: x",
        "# a\n" * 3_000,
        "x" * 900_000,
        "a\x02b\x03 klzzwxh:0000",
        "&#0; &#x110000; &amp;&lt;script&gt;",
        "[x]: javascript:alert(1)\n\n[x]",
        "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 2_000,
    ],
)
def test_no_markdown_brings_the_reader_down(site: Callable[..., Path], check: Callable[..., Ran], body: str) -> None:
    """Bodies that are known to hold up Markdown end in findings or are read."""
    root = site()
    page(root, f"---\ntitle: x\n---\n{body}\n".encode())
    assert check(root).status in (0, 1)


def test_a_file_over_the_limit_is_told(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """A file of more than a megabyte is refused."""
    root = site()
    page(root, b"---\ntitle: x\n---\n" + b"x" * 1_000_001)
    assert [f["file"] for f in findings(check(root), "too-large")] == [PAGE]


def test_typed_shape_of_translations(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """Items are named by id with the text alone or its words by name; lists go by position."""
    root = site()
    (root / "content/plans/2024/noi.en.md").write_text(
        "---\ntitle: Plan\nactivities:\n  a1: {what: Teach the pharmacy., result: In use.}\n---\nx\n", encoding="utf-8"
    )
    assert not findings(check(root), "unknown-field", "wrong-type", "translation-mismatch", "fact-in-translation")
    edit(root, "content/plans/2024/noi.en.md", "{what: Teach the pharmacy., result: In use.}", "Teach the pharmacy.")
    assert not findings(check(root), "unknown-field", "wrong-type", "translation-mismatch", "fact-in-translation")


def test_fingerprint_ignores_facts_and_the_way_of_typing(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """A changed fact, NFD, CRLF and blanks at line ends leave a translation ready; one word makes it stale."""
    root = site()
    path = root / PROFILE
    edit(root, PROFILE, "discovered: {on: 2024-02-20}", "discovered: {on: 2024-02-21}")
    text = path.read_text(encoding="utf-8")
    text = unicodedata.normalize("NFD", text).replace("\n", "  \r\n").replace("---  \r\n", "---\r\n")
    path.write_bytes(text.encode())
    assert not findings(check(root), "stale-translation")
    word = unicodedata.normalize("NFD", "một nửa")
    assert text.count(word) == 1
    path.write_bytes(text.replace(word, unicodedata.normalize("NFD", "một phần")).encode())
    assert findings(check(root), "stale-translation")


def test_comments_and_code_are_not_html(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """An HTML comment is left out and tags in code are text; both without a finding."""
    root = site()
    page(root, "---\ntitle: x\nmenu: 1\n---\nA <!-- ẩn\n--> `<b>` a < b.\n\n```\n<script>\n```\n".encode())
    assert not findings(check(root), "unsafe-html")


HOSTILE = {
    "<!-- a" * 10_000: "too-deep",
    "```a\nx\n\n " * 10_000: None,
    "```\n " * 50_000: "too-large",
    "```\nx\n```\n" * 5_000: "too-large",
    "```a\n" * 3_000: "too-large",
    "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + "|a|\n" * 1_000: "too-large",
    "a|b\n" * 20_000: None,
    "a|b\n-|-\n" + "a|b\n" * 20_000: "too-large",
    "w\n\n" * 100_000: "too-large",
    "w\n\u200b\n" * 50_000: "too-large",
    "*a** " * 100_000: "too-large",
    "- a\n" * 200_000: "too-large",
    "1. a\n\n" * 100_000: "too-large",
    "&amp;" * 180_000: "too-large",
    "``<!-- -->`\n```\n" + "&amp;" * 150_000 + "\n```": "too-large",
    "`a\n\n" * 100_000: "too-large",
    "## a\n\n" * 100_000: "too-large",
    "[a](b.vi.md) " * 25_000: "too-large",
    "![a](b.png) " * 20_000: "too-large",
    "[a " * 20 + "x" * 500_000: "too-deep",
    "- a\n\n" + "  ```a\n\n" * 4_000 + "  x\n" * 20_000 + "x\n\n ```": None,
    "a" + " " * 100_000 + "b": None,
    "a" + "\u0301\u0323" * 100_000: "control-character",
    "\u200b" * 100_000: "invisible-character",
    "a\u202e" * 100_000: "bidi-control",
    "\x01" * 100_000: "control-character",
}


@pytest.mark.parametrize(("body", "code"), HOSTILE.items(), ids=range(len(HOSTILE)))
def test_a_body_that_is_too_much_is_refused(
    site: Callable[..., Path], check: Callable[..., Ran], body: str, code: str | None
) -> None:
    """What would keep the reader busy for long is told at its place instead, and few findings say so."""
    root = site()
    page(root, f"---\ntitle: x\n---\n{body}\n".encode())
    ran = check(root)
    told = [f for f in json.loads(ran.out)["findings"] if f["file"] == PAGE]
    assert ran.status in (0, 1)
    codes = {f["code"] for f in told}
    assert code in codes if code else not codes & {"too-large", "too-deep", "unreadable-file"}
    assert len(told) <= 100


def test_a_long_real_text_is_read(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """150,000 words with headings, links, lists and tables are within every limit."""
    root = site()
    link = "[xem](https://a.vn) **đậm** "
    part = "## Mục\n\n" + (link * 7 + "chữ ta " * 250 + "\n\n") + "- mục\n  - con\n" * 5 + "\n"
    table = "|a" * 20 + "|\n" + "|-" * 20 + "|\n" + ("|a" * 20 + "|\n") * 200
    page(root, f"---\ntitle: x\nmenu: 1\n---\n{part * 290}\n{table}\n".encode())
    assert not findings(check(root), "too-large", "too-deep")


def read(text: str) -> tuple[Body, list[tuple[str, int, int]]]:
    """Read a body alone; give it with its findings as code, line and column."""
    source, faults = read_text(text.encode(), "x.md")
    assert source is not None
    body, more = read_body(source, 0)
    return body, [(f.code, f.place.line, f.place.column) for f in [*faults, *more]]


def tree(nodes: tuple[Node, ...]) -> str:
    """Write a tree in short: the tags with what is in them."""
    return "".join(n.strip() if isinstance(n, str) else f"{n.tag}({tree(n.children)})" for n in nodes)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("1. one\n   - nested", "ol(li(oneul(li(nested))))"),
        ("- a\n  - b\n    - c", "ul(li(aul(li(bul(li(c))))))"),
        ("- a\n  - b\n    - c\n- d\n\nend", "ul(li(aul(li(bul(li(c)))))li(d))p(end)"),
        ("1. a\n   - b\n     1. c\n   - d\n2. e", "ol(li(aul(li(bol(li(c)))li(d)))li(e))"),
        ("- a\n  1. x\n  2. y\n- b", "ul(li(aol(li(x)li(y)))li(b))"),
        ("- a\n\n  - b\n\n- c", "ul(li(p(a)ul(li(b)))li(p(c)))"),
        ("- a\n\n  more\n- b", "ul(li(p(a)p(more))li(p(b)))"),
        ("- a\n  ```\n  x\n\n    y\n  ```\n- b", "ul(li(p(a)pre(code(x\n\n  y)))li(p(b)))"),
        ("+ a\n  + b\n\nend", "ul(li(aul(li(b))))p(end)"),
        ("* a\n   * b\n* c", "ul(li(aul(li(b)))li(c))"),
        ("- a\n    - b\n        - c\n- d", "ul(li(aul(li(bul(li(c)))))li(d))"),
        ("- a\n\t- b\n\t\t- c", "ul(li(aul(li(bul(li(c))))))"),
        ("- a\n\n    more\n\n        code", "ul(li(p(a)p(more)pre(code(code))))"),
        ("```\n- a\n  - b\n```", "pre(code(- a\n  - b))"),
        ("    - a\n      - b", "pre(code(- a\n  - b))"),
        ("text\n- a\n  - b", "p(text\n- a\n  - b)"),
    ],
)
def test_lists_nest_by_two_blanks_or_more(typed: str, wanted: str) -> None:
    """Two, three or four blanks or a tab make a deeper level, and what belongs to an item stays in it."""
    assert tree(read(typed)[0].nodes) == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("a[^1]\n\n[^1]: x[^2] y\n[^2]: z", "p(anote(x(z)y))"),
        ("a[^1]\n\n[^1]: x[^1]", "p(anote(x))"),
        ("a[^1] b[^2]\n\n[^1]: x[^2]\n[^2]: y[^1]", "p(anote(x(y))bnote(y(x)))"),
    ],
)
def test_a_note_in_a_note_stands_in_brackets(typed: str, wanted: str) -> None:
    """A note never holds a note, a link to one, or itself."""
    body, _ = read(typed)
    assert tree(body.nodes) == wanted
    assert not body.links


def test_tags_in_indented_code_are_text() -> None:
    """Only a tag that stands outside code in the tree is told, and at its own place."""
    assert read("a\n\n    <b>x</b>\n\n- a\n\n  ```\n  <i>\n  ```")[1] == []
    assert read("    <b>\n\ntext <b>")[1] == [("unsafe-html", 3, 6)]
    assert read("- a\n    - <b>")[1] == [("unsafe-html", 2, 7)]


def test_too_many_marks_on_a_letter_move_no_place() -> None:
    """A heap of marks is cut and told, and what follows on the line keeps its column."""
    assert read("e" + "\u0301" * 100 + " <b>")[1] == [
        ("control-character", 1, 2),
        ("not-nfc", 1, 1),
        ("unsafe-html", 1, 103),
    ]


def test_a_row_of_odd_letters_is_told_once_and_the_last_counts_the_rest() -> None:
    """Letters in a row are one finding; of more than 50 places the last says how many more there are."""
    assert read("a\u200b\u200b\u200bb")[1] == [("invisible-character", 1, 2)]
    source, told = read_text(("a\u200b" * 60).encode(), "x.md")
    assert source is not None
    assert len(told) == 50
    assert told[-1].message.args["n"] == 10


_NOTED = "one[^1] [two][r]\n\n[^1]: note of the first\n\n[r]: https://first.example"
_UNNOTED = "three[^1] [four][r]\n\n```\ncode\n```"


def read_after(*texts: str) -> list[str]:
    """Read bodies one after the other with one parser, as documents of a site are; give their trees."""
    parser, trees = Parser(), []
    for text in texts:
        source, _ = read_text(text.encode(), "x.md")
        assert source is not None
        trees.append(tree(read_body(source, 0, parser)[0].nodes))
    return trees


def test_documents_do_not_mix() -> None:
    """Footnotes, link targets and code of one document are not those of the next, whose marks have the same names."""
    alone = [read_after(text)[0] for text in (_NOTED, _UNNOTED)]
    assert "note(" in alone[0] and "note(" not in alone[1] and "a(" not in alone[1]
    assert read_after(_NOTED, _UNNOTED, _NOTED, _NOTED, _UNNOTED) == [*alone, alone[0], *alone]


_TOO_DEEP = "*a **b " * 2_000 + " c** d*" * 2_000
"""Emphasis inside emphasis, below every limit that is looked at beforehand, on which the parser gives up."""


def test_a_document_that_fails_leaves_nothing_behind(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Where the parser gives up in the middle of a document, the next one is read as if it were the first."""
    root = site()
    with pytest.raises(RecursionError):
        Parser().parse(_TOO_DEEP)
    for name, body in (("aa-noted", f"{_NOTED}\n\n{_TOO_DEEP}"), ("ab-unnoted", _UNNOTED)):
        head = f"---\ntitle: {name}\n---\n"
        (root / f"content/pages/{name}.vi.md").write_text(head + body, encoding="utf-8", newline="\n")
    ran = run("--root", root, "--lang", "en", "build", "--no-print", "--skip-invalid")
    assert ran.status == 0 and "too-deep" in ran.out and "aa-noted.vi.md" in ran.out
    html = (root / "output/site/vi/ab-unnoted.html").read_text(encoding="utf-8")
    assert "three[^1] [four][r]" in html and "note of the first" not in html


@given(
    st.lists(
        st.sampled_from(
            ["a", "b ", " ", "\n\n", "  \n", "*", "**", "_", "`", "[x](y)", "[^1]", "[^1]: n", "&", "<", "> ", "# "]
        )
        | st.sampled_from(["1. ", "- ", "|", "\\", "!", "~", "http://a.b", "^", "---", "    ", "\n", "đ"]),
        max_size=30,
    )
)
def test_a_text_without_signs_is_read_like_any(parts: list[str]) -> None:
    """That the engine does not look for patterns in texts that hold no sign of Markdown changes nothing."""
    text = "".join(parts)
    plain = engine.make_engine()
    plain.treeprocessors.deregister("plain")
    assert Parser().parse(text) == Parser(plain).parse(text)
