"""What Python-Markdown makes of a text, as elements: compared with its way of writing HTML, read back."""

import re
from html import unescape
from xml.etree.ElementTree import Element as Part

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from guongsang.read.markdown import engine
from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.inlines import SignedInlines
from guongsang.read.markdown.parts import PartReader
from guongsang.read.markdown.tree import Element, Node

_TOKEN = re.compile(r'(?P<text>[^<]+)|<(?P<end>/?)(?P<tag>\w+)(?P<attrs>(?: [\w-]+="[^"]*")*)(?P<empty> /)?>')
_ATTR = re.compile(r' ([\w-]+)="([^"]*)"')


class _WrittenOut:
    """Reads elements by way of the XHTML that Python-Markdown writes of them."""

    def __init__(self, markdown: Markdown) -> None:
        self.markdown = markdown

    def inside(self, root: Part) -> tuple[Node, ...]:
        """Return what is inside the root."""
        for name in ("prettify", "unescape"):
            self.markdown.treeprocessors[name].run(root)
        written = self.markdown.serializer(root).removeprefix("<div>").removesuffix("</div>\n").strip()
        for processor in self.markdown.postprocessors:
            written = processor.run(written)
        return _as_elements(written.strip())


def _as_elements(written: str) -> tuple[Node, ...]:
    stack: list[tuple[str, dict[str, str], list[Node]]] = [("", {}, [])]
    for token in _TOKEN.finditer(written):
        text, end, tag, attrs, empty = token.group("text", "end", "tag", "attrs", "empty")
        if text:
            stack[-1][2].append(unescape(text))
        elif not end:
            stack.append((tag, {name: unescape(value) for name, value in _ATTR.findall(attrs)}, []))
        if (end or empty) and len(stack) > 1 and stack[-1][0] == tag:
            name, known, children = stack.pop()
            stack[-1][2].append(Element(name, known, tuple(children)))
    return tuple(stack[0][2])


def slowly(text: str) -> tuple[Node, ...]:
    """Parse a text in Python-Markdown's own way: every pattern everywhere, written out and read back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "PartReader", _WrittenOut)
        patch.setattr(engine, "SignedInlines", InlineProcessor)
        return Parser().parse(text)


_PARSER = Parser()
_SIGNS = (
    "* ** *** _ __ ` `` ~~ [ ] ( ) < > & &amp; &lt; &#1; &#xAD; &nope; \\ \\* \\\\ ! # ## ^ | | |- --- ``` => \" ' {}"
).split()
_PIECES = (
    "a đ İ ſ K ａ ١ e\u0301 5*6 C:\\x \\\\may\\y a@b.vn https://a.vn/x_y www.b.vn <http://c.vn> <d@e.vn> <b> <br>"
    " *a* **b** ***c*** _d_ `e` [f](g) ![h](i.jpg) [j][k] [k] ~~m~~ [f](g?a=1&b=2) [^1] \x02 \x03 klzzwxh:0001"
    " wzxhzdk:0 \u00a0 \u200b \u3000 \x0c \x00"
).split(" ")
_BEGINS = (" ", "  ", "\n", "  \n", "\\\n", "\n\n", "\t", "- ", "1. ", "a) ", "> ", "# ", "[^1]: ", "\n\n[k]: /l 't'\n")


@settings(deadline=None, max_examples=1_500)
@given(st.lists(st.sampled_from((*_SIGNS, *_PIECES, *_BEGINS, *_BEGINS)), max_size=24).map("".join))
def test_any_text_is_read_as_it_would_be_written(text: str) -> None:
    """Whatever is typed, the tree is that of the HTML that would be written."""
    assert _PARSER.parse(text) == slowly(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a &amp; b &lt;c&gt; &#1; & d &nope; &amp;lt;",
        "`a &amp; <b>` \\<c\\> \\& <d@e.vn>",
        "[a](x?a=1&b=&lt; 'b') ![&quot;](\"c\".jpg)",
        "[a](b 5*6) [c](D:\\x~~ &lt;)",
        "a  \n  \nb\\\n- c  \n  d\n  - e",
        "|a|b|\n|-|-:|\n| |`c\\|d`|\n|e|",
        "```\n &amp; <b>  \n\n\n```\n\n```\n```",
        "> - a\n>\n>   b\n\n[^1]: c  \n    d\n\ne[^1]",
        "***a** b* __c_ d_ *e **f*",
        "<https://a.vn/?b=1&c=2> https://d.vn/e&f www.g.vn&amp;",
        "\x02amp\x03 \x0242\x03 \x02klzzwxh:0000\x03 *a* \x02wzxhzdk:0\x03 &nbsp;",
    ],
)
def test_nasty_texts_are_read_as_they_would_be_written(text: str) -> None:
    """Entities, escapes, stand-ins that were typed, ends of lines, empty cells and code."""
    assert _PARSER.parse(text) == slowly(text)


def test_each_pattern_has_its_signs() -> None:
    """A pattern that was added without signs would never be looked for."""
    markdown = engine.Engine().markdown
    inlines = markdown.treeprocessors["inline"]
    assert isinstance(inlines, SignedInlines)
    assert [pattern for pattern, *_ in inlines._patterns] == list(markdown.inlinePatterns)


def test_what_holds_nothing_is_empty() -> None:
    """Pictures, breaks and rules have no inside."""
    root = Part("div")
    root.append(Part("hr"))
    assert PartReader(Markdown()).inside(root) == (Element("hr"),)
