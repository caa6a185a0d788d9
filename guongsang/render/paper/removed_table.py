"""The list of removals as CSV: a row for each copy that is to be recalled, for spreadsheets of any maker."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date

from guongsang.i18n.messages import Catalogue, say
from guongsang.model.removed import Removed
from guongsang.model.site import Site
from guongsang.render.paper.removed import REASONS
from guongsang.render.views.removals import copies_of

_COLUMNS = (
    say("Name of the person, team or model"),
    say("Unit"),
    say("Reason"),
    say("Document"),
    say("Requested on"),
    say("Answer by"),
    say("Off by"),
    say("Off by, with others"),
    say("Taken down on"),
    say("Kind of copy"),
    say("Path below the output"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def removed_csv(site: Site, removed: Sequence[Removed], lang: str) -> bytes:
    """Return the list in a language, as UTF-8 with BOM; days are written 2022-06-10."""
    catalogue = site.config.catalogues.get(lang, Catalogue(lang))
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(catalogue.tell(column) for column in _COLUMNS)
    for one in removed:
        head = list(_head(one, catalogue, lang))
        table.writerows([*map(_cell, head), catalogue.tell(c.what), _cell(c.path)] for c in copies_of(site, one))
    return text.getvalue().encode("utf-8-sig")


def _head(one: Removed, catalogue: Catalogue, lang: str) -> Iterator[str]:
    """Yield what is the same in all rows of a person."""
    withdrawn, days = one.withdrawn, one.days
    reason = REASONS.get(withdrawn.reason)
    yield one.name.value
    yield one.unit_name.text_in(lang).value
    yield catalogue.tell(reason) if reason else ""
    yield withdrawn.document
    yield _day(withdrawn.requested_on)
    yield _day(days.answer_by if days else None)
    yield _day(days.off_by if days else None)
    yield _day(days.off_by_with_third_parties if days else None)
    yield _day(withdrawn.on)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
