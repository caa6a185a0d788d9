"""What Python-Markdown makes of a text, as elements.

In come its elements, in whose texts stand-ins keep the place of entities and escaped signs; out come nodes, as a
browser would read them if the elements were written as HTML and read back.
"""

from html import unescape
from xml.etree.ElementTree import HTML_EMPTY
from xml.etree.ElementTree import Element as Part

from markdown import Markdown
from markdown.postprocessors import AndSubstitutePostprocessor, RawHtmlPostprocessor
from markdown.serializers import RE_AMP
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import STX

from guongsang.read.markdown.tree import Element, Node


class PartReader:
    """Reads the elements of an engine."""

    def __init__(self, markdown: Markdown) -> None:
        self._escaped = UnescapeTreeprocessor(markdown)
        self._entities = RawHtmlPostprocessor(markdown)
        self._signs = AndSubstitutePostprocessor()

    def inside(self, part: Part) -> tuple[Node, ...]:
        """Return what is inside an element. Raises RecursionError where elements are too deep in one another."""
        nodes: list[Node] = []
        if part.text:
            nodes.append(self._text(part.text, code=part.tag == "code"))
        for child in part:
            nodes.append(self._element(child))
            tail = child.tail
            if child.tag == "br":
                tail = f"\n{tail}" if tail and tail.strip() else "\n"
            if tail:
                nodes.append(self._text(tail))
        return tuple(nodes)

    def _element(self, part: Part) -> Element:
        attrs = {name: self._text(value) for name, value in sorted(part.items())} if part.attrib else {}
        if part.tag in HTML_EMPTY:
            return Element(part.tag, attrs)
        if part.tag == "pre" and len(part) and part[0].text is not None:
            part[0].text = part[0].text.rstrip() + "\n"
        return Element(part.tag, attrs, self.inside(part))

    def _text(self, text: str, *, code: bool = False) -> str:
        """Return what a text or the value of an attribute reads: an & that begins no entity is itself."""
        if STX in text and not code:
            text = self._escaped.unescape(text)
        if "&" in text:
            text = RE_AMP.sub("&amp;", text)
        if STX in text:
            text = self._signs.run(self._entities.run(text))
        return unescape(text) if "&" in text else str(text)  # Python-Markdown has a kind of text of its own
