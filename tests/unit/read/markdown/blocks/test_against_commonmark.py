"""Lists nest as CommonMark says: thousands of random ones are read as a parser of CommonMark reads them."""

import pytest

from guongsang.read.markdown.blocks import list_places
from guongsang.read.markdown.blocks.list_places import ListPlaces
from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.tree import Node
from support.random_markdown import RandomLists, by_commonmark

PARSER = Parser()


def ours(text: str) -> str:
    """Write a text as tags with what is in them."""

    def written(nodes: tuple[Node, ...]) -> str:
        out = []
        for node in nodes:
            if isinstance(node, str):
                out.append(" ".join(node.split()))
            elif node.tag == "code":
                out.append(f"code({''.join(str(child) for child in node.children).rstrip()})")
            else:
                start = f"@{node.attrs['start']}" if "start" in node.attrs else ""
                out.append(f"{node.tag}{start}({written(node.children)})")
        return "".join(out)

    return written(PARSER.parse(text))


@pytest.mark.parametrize("part", range(4))
def test_random_lists_are_those_of_commonmark(part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one thing apart: what other marks at the same margin mean, where CommonMark always begins another list."""
    monkeypatch.setattr(ListPlaces, "_lies_under", lambda *_: False)
    monkeypatch.setattr(list_places, "_did_before", lambda *_: False)
    for seed in range(part * 1_000, part * 1_000 + 1_000):
        text = RandomLists(seed).text()
        assert ours(text) == by_commonmark(text), f"seed {seed}:\n{text}"


@pytest.mark.parametrize(
    "text",
    [
        "1. a\n\n   - b\n   - c\n2. d\n3. e",
        "- a\n\n  - b\n- c\n- d",
        "1. a\n\n   1. b\n\n      1. c\n   2. d\n2. e",
        "- a\n\n  > b\n\n  - c\n- d",
        "- a\n\n    b\n- c\n- d",
        "- a\n\n    | b | c |\n    |---|---|\n    | 1 | 2 |\n- d",
        "1. a\n\n    b c.\n2. d",
        "1. a\n\n\tb\n2. c",
        "- a\n\n   b\n- c",
        "1. a\n\n  b\n2. c",
        "- a\n- \n- b",
        "1. a\n---\n2. b",
        "> a\n\n> b",
        "> a\n- b\n- c",
        "a\n- b\n- c",
        "a\n1. b\n2. c",
        "-\ta\n\n\tb",
        "- - a\n  - b",
        "10) a\n\n    b\n11) c",
        "- a\n  ```\n  b\n  ```\n  c",
        "> - a\n>   b\n>\n>   c\n> - d",
        "* a\n\n\n\n* b",
        "-\n  a\n-\n\n  b",
        ">- a\n>  b",
    ],
)
def test_blocks_in_items_are_those_of_commonmark(text: str) -> None:
    """Empty lines, tables, quotations, fences, tabs, and margins of two to four blanks."""
    theirs = by_commonmark(text)
    assert ours(text).replace(" ", "") == theirs.replace(" ", "")
