"""The line of a withdrawal, and where it is written."""

from datetime import date
from pathlib import Path

import pytest

from guongsang.author.withdraw import Wish, has_field, withdrawn
from unit.support import MAI, SITE, changed, read_site

DAY = date(2024, 11, 20)


@pytest.mark.parametrize(
    ("document", "line"),
    [
        (None, "withdrawn: {on: 2024-11-20, reason: consent}"),
        ("DY-01", "withdrawn: {on: 2024-11-20, reason: consent, document: DY-01}"),
        ("12/QĐ", 'withdrawn: {on: 2024-11-20, reason: consent, document: "12/QĐ"}'),
        ('Đơn "rút" {a, b}', 'withdrawn: {on: 2024-11-20, reason: consent, document: "Đơn \\"rút\\" {a, b}"}'),
        ("no", 'withdrawn: {on: 2024-11-20, reason: consent, document: "no"}'),
        ("2024", 'withdrawn: {on: 2024-11-20, reason: consent, document: "2024"}'),
    ],
)
def test_the_line_says_exactly_what_was_typed(document: str | None, line: str, tmp_path: Path) -> None:
    """Whatever the name of the paper, the file can be read and says it."""
    wish = Wish(DAY, "consent", document)
    assert wish.line == line
    content = read_site(tmp_path, SITE)
    entry = content.exemplars[0]
    made = withdrawn((tmp_path / MAI).read_bytes(), entry, wish, content.config)
    assert made is not None and line in made.decode().split("\n") and has_field(entry) is None


def test_the_day_of_the_request_stands_in_the_line(tmp_path: Path) -> None:
    """It is read back as it was given."""
    wish = Wish(DAY, "consent", "DY-02", date(2024, 11, 18))
    assert wish.line.endswith("document: DY-02, requested_on: 2024-11-18}")
    content = read_site(tmp_path, SITE)
    made = withdrawn((tmp_path / MAI).read_bytes(), content.exemplars[0], wish, content.config)
    assert made is not None and wish.line in made.decode()


def test_fields_in_braces_have_no_line_for_it(tmp_path: Path) -> None:
    """Where the fields stand in braces nothing is written, rather than a file that cannot be read."""
    text = "---\n{title: Một, name: Lê Thử Mai, category: nurse, unit: noi, summary: Hai, progress: {}}\n---\n"
    content = read_site(tmp_path, {**SITE, MAI: text})
    assert withdrawn(text.encode(), content.exemplars[0], Wish(DAY, "consent"), content.config) is None


def test_a_field_that_stands_there_is_seen(tmp_path: Path) -> None:
    """Its line is told, whatever it says."""
    content = read_site(
        tmp_path, changed(MAI, ("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-05, reason: revoked}"))
    )
    assert has_field(content.exemplars[0]) is not None
