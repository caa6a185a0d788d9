"""A body as HTML: what is written, what is escaped, and what can never pass."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.i18n.messages import Catalogue, Text
from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.tree import Body, Element, Node, elements
from guongsang.render.html.body_html import write_body
from guongsang.render.html.page import BodyView
from guongsang.render.html.printer import Printer

PARSER = Parser()


def page(base: str = "") -> Printer:
    """Return what prints on a page of a site."""
    printer = Printer(Catalogue("en"))
    printer.turn_to("vi/guong/a.html", base)
    return printer


def html(nodes: tuple[Node, ...], anchors: tuple[str, ...] = (), prefix: str = "") -> str:
    """Write a tree whose links lead where they say."""
    targets = {to: to for link in elements(nodes, "a") if (to := link.attrs.get("href", ""))}
    return str(write_body(page(), BodyView(Body("", 0, nodes), anchors, "vi", targets), prefix))


def markdown(text: str, *anchors: str) -> str:
    """Write Markdown."""
    return html(PARSER.parse(text), anchors)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("---", "<hr>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("[a](https://x.example/?a=1&b=2)", '<p><a href="https://x.example/?a=1&amp;b=2">a</a></p>'),
        ("[a]()", "<p>a</p>"),
        ("```\n<x>\n```", "<pre><code>&lt;x&gt;\n</code></pre>"),
    ],
)
def test_each_kind_of_element_is_written(text: str, written: str) -> None:
    """What a contributor typed as a tag is text."""
    assert markdown(text) == written


def test_headings_have_their_anchors_in_order() -> None:
    """None takes an id of the page's own; those without any have none that is shared."""
    assert markdown("## A\n\n### B", "a", "b") == '<h2 id="h-a">A</h2><h3 id="h-b">B</h3>'


def test_footnotes_stand_at_the_end_with_the_way_back() -> None:
    """Numbered; a prefix keeps those of two bodies on one page apart."""
    nodes = PARSER.parse("a[^1] b[^2]\n\n[^1]: một\n[^2]: hai")
    written = html(nodes, prefix="x-")
    assert '<sup class="note-mark" id="x-m1"><a href="#x-n1">1</a></sup>' in written
    assert '<li id="x-n2">hai <a href="#x-m2">↩</a></li>' in written
    assert written.index("<hr>") > written.index("x-m2")


def test_a_table_can_be_scrolled_and_is_named() -> None:
    """Columns of figures stand to the right, heads say that they are heads of columns."""
    written = markdown("|a|b|c|\n|-|-:|:-:|\n|1|2|3|")
    assert '<div class="scroll"' in written and 'aria-label="Table"' in written and 'role="region"' in written
    assert '<th class="n" scope="col">' in written or '<th scope="col" class="n">' in written
    assert '<td class="n">2</td>' in written and '<td class="c">3</td>' in written


def test_a_picture_offers_both_forms_from_where_the_page_is() -> None:
    """Paths are brought to the page; one without a source leaves its description."""
    picture = {
        "src": "assets/a.jpg",
        "width": "10",
        "height": "5",
        "srcset": "assets/a.jpg 10w, assets/b.jpg 20w",
        "webp": "assets/a.webp 10w",
    }
    nodes = (Element("img", {"src": "a.jpg", "alt": 'nó "x"'}),)
    written = str(write_body(page(), BodyView(Body("", 0, nodes), (), "vi", {}, {"a.jpg": picture})))
    assert 'src="../../assets/a.jpg"' in written and "../../assets/b.jpg 20w" in written
    assert 'type="image/webp"' in written and "../../assets/a.webp 10w" in written
    assert 'alt="nó &quot;x&quot;"' in written and 'loading="lazy"' in written
    assert html((Element("img", {"alt": "a <b>"}),)) == "a &lt;b&gt;"


def test_a_link_that_leads_nowhere_is_its_words() -> None:
    """Also where the text names an address."""
    nodes = (Element("a", {"href": "b.md"}, ("tới b",)),)
    assert str(write_body(page(), BodyView(Body("", 0, nodes), (), "vi"))) == "tới b"


def test_a_name_in_another_language_is_marked_wherever_it_stands() -> None:
    """In a heading, in bold type, in a note, more than once."""
    nodes = PARSER.parse("## Ánh\n\nMs **Ánh** & Ánh[^1]\n\n[^1]: Ánh")
    written = str(write_body(page(), BodyView(Body("", 0, nodes), ("a",), "en", name=Text("Ánh", "vi"))))
    assert written.count('<span lang="vi">Ánh</span>') == written.count("Ánh") == 4


@pytest.mark.parametrize(
    "node",
    [
        Element("script", {}, ("alert(1)",)),
        Element("a", {"href": "javascript:alert(1)"}, ("a",)),
        Element("p", {"onclick": "alert(1)"}, ("a",)),
        Element("iframe", {"src": "https://x.example"}),
        Element("a", {"href": "data:text/html,x"}, ("a",)),
        Element("style", {}, ("p{}",)),
    ],
)
def test_nothing_that_runs_passes(node: Element) -> None:
    """Even where a tree held it."""
    written = html((node,))
    for sign in ("<script", "javascript:", "onclick", "<iframe", "data:", "<style"):
        assert sign not in written


@pytest.mark.parametrize(
    ("url", "base", "written"),
    [
        ("vi/guong/b.html", "", "b.html"),
        ("vi/guong/b.html#x", "", "b.html#x"),
        ("https://x.example", "", "https://x.example"),
        ("mailto:a@x.example", "", "mailto:a@x.example"),
        ("vi/b.html", "/site/", "/site/vi/b.html"),
    ],
)
def test_a_link_is_the_way_from_the_page(url: str, base: str, written: str) -> None:
    """From the root of the host where a page is shown at addresses other than its own."""
    assert page(base).link(url) == written


@settings(deadline=None, max_examples=80)
@given(st.text("ab \n*_#>-[]()`!<|1&;\"'=:/", max_size=60))
def test_no_text_becomes_a_tag_or_attribute(text: str) -> None:
    """Whatever was typed, only the tags of Markdown stand there, and none with a handler."""
    written = markdown(text)
    assert "<a " not in written or 'href="' in written
    assert "<b" not in written.replace("<blockquote", "").replace("<br", "")
    assert "javascript:" not in written
