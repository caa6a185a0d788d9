"""Where headings, targets and tags of a tree stand in the Markdown."""

import pytest

from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.positions import TargetFinder, headings_of, raw_html
from guongsang.read.markdown.source import scan_markdown
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
        ("    <b>", []),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## Một\n\na\n\n### Hai *ba*", [(2, "Một", "## Một"), (3, "Hai ba", "### Hai *ba*")]),
        ("Một\n---\n", [(2, "Một", "Một\n---")]),
        ("## Một\n\n## Một", [(2, "Một", "## Một"), (2, "Một", "## Một")]),
        ("a", []),
    ],
)
def test_headings_have_their_level_words_and_line(text: str, found: list[tuple[int, str, str]]) -> None:
    """The line with # or the one that is underlined."""
    searchable = scan_markdown(text).searchable
    headings = list(headings_of(PARSER.parse(text), 0, searchable))
    assert [(h.level, h.text) for h in headings] == [(level, words) for level, words, _ in found]
    assert [searchable[h.start : h.end] for h in headings] == [line for _, _, line in found]


def test_places_count_from_where_the_body_begins() -> None:
    """The indexes are those of the whole file."""
    (heading,) = headings_of(PARSER.parse("## Một"), 100, "## Một")
    assert (heading.start, heading.end) == (100, 106)


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
