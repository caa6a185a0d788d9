"""Headings and number signs wherever they stand: nothing that a body holds stops the papers, and no sign is lost."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.read.markdown.blocks.block import Block
from guongsang.read.markdown.body import read_body
from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.tree import Body, elements, plain_text
from guongsang.read.source import read_text
from support.good import P1
from support.pdf import text_of
from support.program import Ran
from support.site import edit


def body(text: str) -> Body:
    """Read a body."""
    source, _ = read_text(text.encode(), "content/pages/thu.vi.md")
    assert source is not None
    return read_body(source, 0)[0]


@pytest.mark.parametrize(
    "text",
    [
        "#1 về đích",
        "#nguoitotviectot #guongsang",
        "- #1 về đích\n- #2 về nhì",
        "1. #1 trong sổ",
        "> #nguoitotviectot #guongsang",
        "> - #1 về đích",
        "Câu[^1].\n\n[^1]: #1 trong sổ",
        "- a\n\n    ##hai",
        "> ######sáu",
        "- #",
        "#️⃣ một",
    ],
)
def test_a_number_sign_before_a_word_is_text(text: str) -> None:
    """A # without a blank behind it stays in items, quotations and notes, and alone at the margin."""
    shown = body(text)
    assert not shown.headings
    assert plain_text(shown.nodes).count("#") == text.count("#")


@pytest.mark.parametrize(
    ("text", "level"), [("## Hai", 2), ("##Hai", 2), ("# Một", 2), ("## A\n\n###B", 3), ("## A\n\n### B", 3)]
)
def test_headings_at_the_margin_stay_headings(text: str, level: int) -> None:
    """A heading at the margin needs no blank after two signs and more."""
    assert body(text).headings[-1].level == level


@pytest.mark.parametrize(
    "text",
    ["- # Một", "- Việc\n\n    # Một", "> # Một\n> chữ", "> ## Một", "> - ### Một", "> Một\n> ===", "1. Một\n   ==="],
)
def test_a_heading_inside_a_block_is_a_bold_line(text: str) -> None:
    """Inside items and quotations a heading heads no part of the text, so it is set bold and has no level."""
    shown = body(text)
    assert not shown.headings and not list(elements(shown.nodes, "h1", "h2", "h3", "h4", "h5", "h6"))
    assert [plain_text(e.children).strip() for e in elements(shown.nodes, "strong")] == ["Một"]


OUTER = ("{}", "- {}", "1. {}", "> {}", "- a\n\n    {}", "> - {}", "- > {}", "Câu[^1].\n\n[^1]: {}", "- a\n    - {}")
INNER = (
    "# Một",
    "#1 về đích",
    "### Ba",
    "> trích",
    "- mục",
    "1. mục",
    "**đậm** *nghiêng* `mã` ~~gạch~~",
    "[nối](https://a.example/) ![Ảnh](noi-02.png)",
    "```\nmã\n```",
    "| a | b |\n|---|:-:|\n| # | 2 |",
    "---",
    "chữ  \nxuống dòng",
    "Một\n===",
    "Hai\n---",
    "dòng một[^x]\n\n[^x]: # chú",
    "    thụt vào",
    "",
)


def _margin(outer: str) -> int:
    """Return how far in the lines of what stands inside a block begin."""
    return outer.find("{}") if "\n" not in outer else 4


def test_no_body_stops_the_papers(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Whatever stands inside whatever, check lets it pass or tells it, and the site and all its papers are made."""
    root = site()
    kept = (root / P1).read_text(encoding="utf-8").replace("[^1]", "[^0]")
    parts = []
    for n, (outer, inner) in enumerate(itertools.product(OUTER, INNER)):
        block = outer.format(inner.replace("\n", "\n" + ("> " if outer[0] == ">" else " " * _margin(outer))))
        parts.append(block.replace("[^1]", f"[^a{n}]").replace("[^x]", f"[^b{n}]"))
    text = kept + "\n\n" + "\n\nĐoạn ngăn.\n\n".join(parts) + "\n\nCâu cuối cùng ở đây.\n"
    (root / P1).write_text(text, encoding="utf-8", newline="\n")
    ran = run("--root", root, "build", "--skip-invalid")
    assert ran.status == 0, ran.out[-2000:] + ran.err
    checked = run("--root", root, "check", P1)
    assert checked.status == 0, checked.out
    bulletin = text_of((root / "output/site/vi/ban-tin/2024-05.pdf").read_bytes())
    assert "#1vềđích" in bulletin and "Câucuốicùngởđây." in bulletin


def test_a_number_sign_in_a_block_is_printed(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """An exemplar whose body holds # in an item, a quotation or a note is published and printed with the others."""
    root = site()
    blocks = ("- #1 về đích", "> #guongsang", "Câu[^9].\n\n[^9]: #2 trong sổ", "> # Trích", "- # Mục")
    edit(root, P1, "Khoa có **bốn mươi**", "\n\nĐoạn ngăn.\n\n".join([*blocks, "Khoa có **bốn mươi**"]))
    ran = run("--root", root, "build")
    assert ran.status == 0, ran.out
    text = text_of((root / "output/site/vi/ban-tin/2024-05.pdf").read_bytes())
    for printed in ("#1vềđích", "#guongsang", "#2trongsổ", "Trích", "Mục", "bốnmươi"):
        assert printed in text
    assert "#Trích" not in text and "#Mục" not in text


@pytest.mark.parametrize(
    "text",
    [
        "A[^1].\n\n[^1]: Một[^2].\n\n    [^2]: Hai.",
        "A[^1].\n\n[^1]: Một\n\n    [^2]: Hai\n\n        [^3]: Ba[^2]",
        "A[^1].\n\n[^1]: [^1]: Một",
        "- a[^1]\n\n    [^1]: Một\n\n        [^2]: Hai",
    ],
)
def test_a_note_inside_a_note_is_read(text: str) -> None:
    """Notes that are defined inside notes are found before any is written out."""
    shown = body(text)
    assert not shown.refused and list(elements(shown.nodes, "note"))


def test_a_text_that_the_parser_fails_on_is_its_own_fault(
    site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should the parser fail on one document, that document is told and left out, and the rest is published."""
    whole = Parser.parse_blocks

    def fails(parser: Parser, blocks: Block) -> object:
        if any("Trang này" in line for block in blocks.children for _, line in block.lines):
            raise RuntimeError("OrderedDict mutated during iteration")
        return whole(parser, blocks)

    monkeypatch.setattr(Parser, "parse_blocks", fails)
    root = site()
    ran = run("--root", root, "--lang", "en", "build", "--no-print", "--skip-invalid")
    assert ran.status == 0 and "error[unreadable-file]" in ran.out and "content/pages/about.vi.md:5" in ran.out
    assert (root / "output/site/vi/guong/2024/noi-01.html").is_file()
    assert not (root / "output/site/vi/about.html").exists()
