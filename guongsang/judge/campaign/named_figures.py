"""Judges the figures that reviews name (`{{registered}}`): a name that is none would stand on the page as it is."""

from collections.abc import Iterator

from guongsang.findings import Finding, find, suggest
from guongsang.i18n.messages import say
from guongsang.judge.campaign.figures import figures_of, known_figures
from guongsang.read.content import Content
from guongsang.text.figure_names import names_in


def judge_named_figures(content: Content) -> Iterator[Finding]:
    """Report each name in a review that is no figure of its campaign or of another."""
    for review in content.reviews:
        campaign = content.campaign(review.slug)
        named = [(d, *name) for d in review.documents for name in names_in(d.source.text)]
        if campaign is None or not named:
            continue
        known = known_figures(content, campaign)
        own = list(figures_of(content, campaign))
        for document, name, start, end in named:
            if name not in known:
                names = say("the figures are: {names}", names=own)
                yield find(
                    "unknown-figure",
                    document.source.place(start, end),
                    say("there is no figure {name}", name=name),
                    suggest(name, known, names),
                )
