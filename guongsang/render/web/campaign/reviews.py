"""The pages of the year-end reviews."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Message, Text, say
from guongsang.model.site import Site
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Review
from guongsang.read.tables.common import FORMS_OF_SIGNING
from guongsang.render.html.page import BodyView, Page
from guongsang.render.views.context import RenderContext
from guongsang.render.views.words import label_in
from guongsang.render.web.bodies import body_view
from guongsang.render.web.cards import Notice, notices
from guongsang.render.web.layout import SECTIONS, PageLayout


@dataclass(frozen=True)
class ReviewRow:
    """A review in the index."""

    title: Text
    url: str
    held_on: date | None


@dataclass(frozen=True)
class ReviewIndexView:
    """What the index of reviews shows."""

    reviews: list[ReviewRow]


@dataclass(frozen=True)
class ReviewView:
    """What the page of a review shows."""

    title: Text
    notices: list[Notice]
    held_on: date | None
    document: Text
    signer_form: Message | None
    signer_position: Text | None
    signer: Text
    campaign: str
    campaign_url: str
    text: BodyView


def review_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the index of reviews and the page of each."""
    site, lang = context.site, context.lang
    index = layout.everywhere(lambda code: site.urls.index("reviews", code))
    rows = [ReviewRow(r.word(("title",), lang), context.url(r), r.facts.held_on) for r in site.reviews]
    yield layout.page("reviews.html", index, SECTIONS["reviews"], ReviewIndexView(rows), section="campaigns")
    for review in site.reviews:
        yield _review(site, context, layout, review)


def _review(site: Site, context: RenderContext, layout: PageLayout, review: Entry[Review]) -> Page:
    lang, source = context.lang, review.source.lang
    document, signer = review.facts.document, review.facts.signer
    number = document if isinstance(document, str) else document.number
    data = ReviewView(
        title=review.word(("title",), lang),
        notices=notices(context, review),
        held_on=review.facts.held_on,
        document=Text(number, source),
        signer_form=FORMS_OF_SIGNING.label(signer.form),
        signer_position=label_in(signer.position, lang),
        signer=Text(signer.name, source),
        campaign=review.slug,
        campaign_url=site.urls.entry("campaign", "", review.slug, lang),
        text=body_view(context, review),
    )
    return layout.page(
        "review.html",
        layout.everywhere(lambda code: site.urls.entry("review", "", review.slug, code)),
        review.word(("title",), lang),
        data,
        crumbs=[
            (SECTIONS["campaigns"], site.urls.index("campaigns", lang)),
            (say("Year {year}", year=review.slug), site.urls.entry("campaign", "", review.slug, lang)),
        ],
        section="campaigns",
        document=review,
    )
