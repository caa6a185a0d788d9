"""Where headings, targets and tags of a tree stand in the Markdown."""

import pytest

from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.positions import TargetFinder, headings_of, link_words, raw_html
from guongsang.read.markdown.source import scan_markdown
from guongsang.read.markdown.tree import elements
from unit.support import shown, source_of

PARSER = Parser()


def tags(text: str) -> list[str]:
    """Return the tags of a body that are told."""
    searchable = scan_markdown(text).searchable
    told = raw_html(source_of(text), 0, searchable, PARSER.parse(text))
    return [shown(text, finding.place) for finding in told]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a <b>c</b>", ["<b>", "</b>"]),
        ("<script>x</script>", ["<script>", "</script>"]),
        ("<img src=x onerror=y>", ["<img src=x onerror=y>"]),
        ("a `<b>` c", []),
        ("```\n<b>\n```", []),
        ("    <b>", ["<b>"]),
        ("1 < 2 > 0", []),
        ("<!DOCTYPE html>", ["<!D"]),
        ("<?php x ?>", ["<?p"]),
        ("<https://a.example>", []),
        ("a < b>", []),
        ("", []),
        ("`<b>` và <b>", ["<b>"]),
    ],
)
def test_tags_that_stand_as_text_are_told_each_at_its_place(text: str, found: list[str]) -> None:
    """Not those in code, and not what only looks like one."""
    assert tags(text) == found


def test_where_there_is_no_tree_every_tag_is_told() -> None:
    """A body that was refused is still looked at."""
    assert len(list(raw_html(source_of("<b>\n\n    <i>"), 0, "<b>\n\n    <i>", None))) == 2


def test_headings_have_their_level_words_and_place() -> None:
    """In reading order; footnotes are no words of a heading."""
    nodes = PARSER.parse("## Một[^1]\n\na\n\n### Hai *ba*\n\n[^1]: chú")
    headings = list(headings_of(nodes, [(100, 110), (113, 125)]))
    assert [(h.level, h.text, h.start, h.end) for h in headings] == [(2, "Một", 100, 110), (3, "Hai ba", 113, 125)]


@pytest.mark.parametrize(
    ("text", "words"),
    [("[*a* b](c)", "a b"), ("[](c)", ""), ("[![hình](d.png)](c)", "hình"), ("[a[^1]](c)\n\n[^1]: x", "a")],
)
def test_a_link_is_known_by_its_words(text: str, words: str) -> None:
    """The description of a picture is some too."""
    assert link_words(next(elements(PARSER.parse(text), "a"))) == words


def test_targets_are_found_one_after_another() -> None:
    """The same target twice has two places; its needle is what stands in the Markdown."""
    text = "[a](x.md) [b](y.md) [c](x.md) ![d](x.md)"
    finder = TargetFinder(0, text)
    found = [finder.find("a", to, "") for to in ("x.md", "y.md", "x.md")]
    assert [text[t.start : t.end] for t in found] == ["x.md", "y.md", "x.md"]
    assert [t.start for t in found] == [4, 14, 24]


@pytest.mark.parametrize(
    ("text", "tag", "to", "stretch"),
    [
        ("thư <lan@a.example>", "a", "mailto:lan@a.example", "lan@a.example"),
        ("[a]()", "a", "", "]"),
        ("![a]()", "img", "", "!"),
        ("[a](b)", "a", "other", ""),
    ],
)
def test_targets_that_are_written_otherwise(text: str, tag: str, to: str, stretch: str) -> None:
    """Mail has no scheme, nothing has only its brackets, and what is nowhere stands at the beginning of the body."""
    target = TargetFinder(0, text).find(tag, to, "words")
    assert text[target.start : target.end] == stretch
    assert (target.tag, target.to, target.alt) == (tag, to, "words")


def test_a_target_before_the_last_one_is_still_found() -> None:
    """References are written in any order at the end of a text."""
    text = "a.md b.md"
    finder = TargetFinder(10, text)
    assert finder.find("a", "b.md", "").start == 15
    assert finder.find("a", "a.md", "").start == 10
