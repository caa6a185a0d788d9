"""Texts that would bring the reader down or keep it busy end in findings; a long real one is read."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from support.good import ABOUT, P1
from support.program import Ran
from support.reading import findings, page


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
        'a: "' + "\\x" * 400_000,
        "a: b: c\n" * 80_000,
        "a: b\n...\n" * 60_000,
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
    assert [f["file"] for f in findings(check(root), "too-large")] == [ABOUT]


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
    "a@b.vn " * 100_000: "too-large",
    "http://a.vn " * 60_000: "too-large",
    "www.a.vn " * 8_000 + "x" * 400_000: "too-deep",
    "0" * 900_000: "too-large",
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
    told = [f for f in json.loads(ran.out)["findings"] if f["file"] == ABOUT]
    assert ran.status in (0, 1)
    codes = {f["code"] for f in told}
    assert code in codes if code else not codes & {"too-large", "too-deep", "unreadable-file"}
    assert len(told) <= 100


def test_what_takes_longer_than_it_may_is_stopped(
    site: Callable[..., Path], check: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document and a picture that were given no time are named, and the others are still judged."""
    monkeypatch.setattr("guongsang.read.gathering.seconds_for", lambda data: 1e-6)
    monkeypatch.setattr("guongsang.read.heavy_pictures._SECONDS", 1e-6)
    root = site()
    page(root, b"---\ntitle: x\nmenu: 1\n---\n" + b"x y\n" * 20_000)
    (root / P1).write_text("---\n", encoding="utf-8")
    Image.new("1", (5_000, 4_000)).save(root / "content/exemplars/2024/noi-02.png")
    told = {f["file"]: f["code"] for f in check(root).findings() if f["severity"] == "error"}
    assert told[ABOUT] == "too-large" and told["content/exemplars/2024/noi-02.png"] == "image-too-large"
    assert told[P1] == "unclosed-front-matter"


def test_a_long_real_text_is_read(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """150,000 words with headings, links, lists and tables are within every limit."""
    root = site()
    link = "[xem](https://a.vn) **đậm** "
    part = "## Mục\n\n" + (link * 7 + "chữ ta " * 250 + "\n\n") + "- mục\n  - con\n" * 5 + "\n"
    table = "|a" * 20 + "|\n" + "|-" * 20 + "|\n" + ("|a" * 20 + "|\n") * 200
    page(root, f"---\ntitle: x\nmenu: 1\n---\n{part * 290}\n{table}\n".encode())
    assert not findings(check(root), "too-large", "too-deep")
