"""The register of consents and the clocks of requests: who agreed to what, what is due when."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from guongsang.i18n.messages import Catalogue
from guongsang.model.assembly import make_site
from guongsang.model.office.board import OfficeYear, office_year
from guongsang.model.site import Site, Wishes
from guongsang.render.office.consents import consents_table, requests_table
from guongsang.render.office.table import Plain, tell_table
from unit.support import MAI, changed, judge_site

TODAY = date(2024, 12, 1)
CONSENT = "consent: {on: 2024-03-02, document: DY-01, name: [site, print], photo: [], story: [site, print]}"


def year_of(root: Path, *layers: Mapping[str, str | bytes | None]) -> tuple[Site, OfficeYear]:
    """Return the site and the year of its only campaign."""
    content, judgement = judge_site(root, *layers, today=TODAY)
    year = office_year(content, judgement.findings, content.campaigns[0], TODAY)
    return make_site(content, judgement, Wishes()), year


def register(root: Path, consent: str) -> dict[str, Plain]:
    """Return the row of the register for a consent, by the heads of its columns."""
    told = tell_table(consents_table(*year_of(root, changed(MAI, (CONSENT, consent))), "en"), Catalogue("en"))
    (row,) = told.rows
    return dict(zip(told.head, row, strict=True))


def test_the_register_says_what_was_agreed_to(tmp_path: Path) -> None:
    """On which channels, by which paper; also where nothing was."""
    row = register(tmp_path / "a", CONSENT)
    assert (row["Id"], row["Agreed on"], row["Document"]) == ("2024/noi-01", date(2024, 3, 2), "DY-01")
    assert (row["Name"], row["Photo"], row["State"]) == ("website, on paper", "no", "in force")
    row = register(tmp_path / "b", "consent: {}")
    assert (row["Name"], row["Agreed on"]) == ("no", None) and row["State"] != "in force"


def test_the_register_says_how_long_a_consent_holds(tmp_path: Path) -> None:
    """Until a day, which may be past, while employed, permanently; and whether it is to the present words."""
    until = {"employment": "while employed", "permanent": "permanently", "2031-01-01": date(2031, 1, 1)}
    for n, (typed, told) in enumerate(until.items()):
        assert register(tmp_path / str(n), CONSENT.replace("}", f", until: {typed}}}"))["Until"] == told
    assert register(tmp_path / "past", CONSENT.replace("}", ", until: 2024-06-01}"))["State"] == "ended"
    other = register(tmp_path / "other", CONSENT.replace("}", ", of: 0123456789ab}"))
    assert (other["What was seen"], other["State"]) == ("0123456789ab", "to other words or pictures")


def test_requests_have_their_days_and_no_name(tmp_path: Path) -> None:
    """By the profile's id; who was taken down without a request is not among them."""
    gone = "unit: noi\nwithdrawn: {on: 2024-05-10, reason: consent, requested_on: 2024-05-03}"
    site, year = year_of(tmp_path / "a", changed(MAI, ("unit: noi", gone)))
    told = tell_table(requests_table(year), Catalogue("en"))
    days = (date(2024, 5, 3), date(2024, 5, 7), date(2024, 5, 18), date(2024, 5, 23), date(2024, 5, 10))
    assert told.rows == (("2024/noi-01", *days),)
    assert tell_table(consents_table(site, year, "en"), Catalogue("en")).rows == ()
    without = gone.replace(", requested_on: 2024-05-03", "")
    assert year_of(tmp_path / "b", changed(MAI, ("unit: noi", without)))[1].requests == ()
