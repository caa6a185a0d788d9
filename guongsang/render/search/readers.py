"""What of each page can be found: read from what it shows, so the index holds nothing that a reader may not see."""

from collections.abc import Iterator

from guongsang.i18n.messages import Text
from guongsang.model.profiles import PublicProfile
from guongsang.read.markdown.tree import plain_text
from guongsang.render.html.page import BodyView, Page
from guongsang.render.search.searchable import Searchable
from guongsang.render.views.evidence import EvidenceRow
from guongsang.render.web.adoption.pages import AdoptionView
from guongsang.render.web.bulletins import IssueView
from guongsang.render.web.campaign.campaigns import CampaignView
from guongsang.render.web.campaign.plans import PlanView
from guongsang.render.web.campaign.reviews import ReviewView
from guongsang.render.web.criteria import CriterionView
from guongsang.render.web.free_pages import FreePageView
from guongsang.render.web.lists.units import UnitView
from guongsang.render.web.profiles import ExemplarView


def read_exemplar(page: Page, profile: PublicProfile) -> Searchable:
    """Return what can be found of an exemplar by the page that shows it."""
    view = page.data
    assert isinstance(view, ExemplarView)
    card, name = view.card, view.card.who
    year = Text(profile.campaign, page.lang)
    texts = [*view.lessons, *_evidence(view.evidence), *(row.result for row in view.adopted)]
    texts += [row.name for row in view.movements]
    return Searchable(
        url=page.url,
        title=card.title,
        names=(name,) if name else (),
        about=tuple(t for t in (card.position, card.unit, card.category, year) if t),
        summary=(card.summary,),
        body=(*_body(view.text, name), *(t for t in texts if t)),
        facets={
            "unit": (profile.unit.id,),
            "year": (profile.campaign,),
            "category": (profile.category.id,),
            "stage": (profile.stage,),
            "criterion": tuple(row.id for row in view.evidence),
        },
    )


def _evidence(rows: list[EvidenceRow]) -> Iterator[Text]:
    """Yield the public evidence with its sources and who attests it."""
    for row in rows:
        for item in row.items:
            yield item.text
            yield from (part for line in item.meta for part in line.args.values() if isinstance(part, Text))


def read_page(page: Page) -> Searchable | None:
    """Return what can be found of another page; None for kinds that are not named here, and later pages of lists."""
    match page.data:
        case FreePageView() | IssueView() | ReviewView() as view:
            return Searchable(url=page.url, title=view.title, body=_body(view.text))
        case CampaignView() as view:
            readings = [part for row in view.readings for part in (row.question, row.reading, row.source_text)]
            return Searchable(
                url=page.url,
                title=view.title,
                summary=(view.summary,) if view.summary else (),
                body=(*_body(view.text), *_filled(readings)),
            )
        case PlanView() as view:
            work = [part for group in view.parts for row in group.rows for part in (row.what, row.result)]
            return Searchable(
                url=page.url,
                title=view.title,
                about=(view.unit,) if view.unit else (),
                body=(*_body(view.text), *_filled(work)),
            )
        case AdoptionView() as view:
            return Searchable(page.url, view.title, body=tuple(_filled(list(_copied(view)))))
        case CriterionView(criterion=row, pager=pager) if pager.number == 1:
            about, summary = (Text(row.id, page.lang),), (row.text,) if row.text else ()
            return Searchable(url=page.url, title=row.label, about=about, summary=summary)
        case UnitView(heading=Text() as heading, pager=pager) if pager.number == 1:
            return Searchable(page.url, heading)
    return None


def _copied(view: AdoptionView) -> Iterator[Text]:
    """Yield the exemplars that were copied, and who copied them with what result."""
    for exemplar in (one for year in view.years for one in year.exemplars):
        yield exemplar.title
        yield from (part for copy in exemplar.copies for part in (copy.unit, copy.result))


def _filled(texts: list[Text]) -> Iterator[Text]:
    return (text for text in texts if text)


def _body(view: BodyView, name: Text | None = None) -> tuple[Text, ...]:
    text = plain_text(view.body.nodes).strip()
    if not text:
        return ()
    return (Text(text, view.lang, name.value, name.lang) if name else Text(text, view.lang),)
