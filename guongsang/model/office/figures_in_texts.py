"""Puts the figures of a campaign into the text of its review, so that text and annex cannot differ."""

from dataclasses import replace

from guongsang.i18n.locale_format import show_number
from guongsang.judge.campaign.figures import Figures, known_figures
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import Entry
from guongsang.read.markdown.tree import Body, Element, Node
from guongsang.read.tables.campaign import Review
from guongsang.text.figure_names import names_in, with_figures


def review_with_figures(content: Content, review: Entry[Review]) -> Entry[Review]:
    """Return a review in which each name of a figure has become its number, written as its language does."""
    campaign = content.campaign(review.slug)
    if campaign is None or not any(names_in(document.source.text) for document in review.documents):
        return review
    known = known_figures(content, campaign)
    return replace(
        review,
        source=_document(review.source, known),
        translations={lang: _document(document, known) for lang, document in review.translations.items()},
    )


def _document(document: Document, known: Figures) -> Document:
    def shown(text: str) -> str:
        return with_figures(text, lambda name: show_number(known[name].count, document.lang) if name in known else None)

    def node(one: Node) -> Node:
        if isinstance(one, str):
            return shown(one)
        return one if one.tag == "code" else Element(one.tag, one.attrs, tuple(map(node, one.children)))

    def body(one: Body) -> Body:
        headings = tuple(replace(heading, text=shown(heading.text)) for heading in one.headings)
        return replace(one, text=shown(one.text), nodes=tuple(map(node, one.nodes)), headings=headings)

    words = {path: shown(text) for path, text in document.words.items()}
    return replace(document, words=words, body=body(document.body))
