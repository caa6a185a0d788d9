"""The list of who was taken down: a row for each copy that is to be recalled. It names people, as nothing else does."""

from collections.abc import Iterator, Mapping, Sequence

from guongsang.i18n.messages import Message, Text, say
from guongsang.model.removed import Removed
from guongsang.model.site import Site
from guongsang.render.office.table import Cell, Column, Table
from guongsang.render.views.removals import copies_of

REASONS: Mapping[str, Message] = {"consent": say("Consent withdrawn"), "revoked": say("Recognition taken back")}
"""Why a profile was taken down."""


def removed_table(site: Site, removed: Sequence[Removed], campaign: str, lang: str) -> Table:
    """Make the list of a campaign."""
    columns = (
        Column(say("Name of the person, team or model"), 1.4),
        Column(say("Unit"), 1.4),
        Column(say("Reason"), 1.2),
        Column(say("Document"), 1),
        Column(say("Requested on"), 1),
        Column(say("Answer by"), 1),
        Column(say("Off by"), 1),
        Column(say("Off by, with others"), 1),
        Column(say("Taken down on"), 1),
        Column(say("Kind of copy"), 1.2),
        Column(say("Path below the output"), 3),
    )
    rows = [[*_head(one, lang), copy.what, copy.path] for one in removed for copy in copies_of(site, one)]
    return Table(say("Profiles of {year} that were taken down", year=campaign), columns, rows)


def _head(one: Removed, lang: str) -> Iterator[Cell]:
    """Yield what is the same in all rows of a person."""
    withdrawn, days = one.withdrawn, one.days
    yield one.name
    yield one.unit_name.text_in(lang)
    yield REASONS.get(withdrawn.reason)
    yield Text(withdrawn.document, one.name.lang) if withdrawn.document else None
    yield withdrawn.requested_on
    yield days.answer_by if days else None
    yield days.off_by if days else None
    yield days.off_by_with_third_parties if days else None
    yield withdrawn.on
