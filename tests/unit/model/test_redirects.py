"""Former addresses."""

from pathlib import Path

import pytest

from guongsang.model.redirects import list_redirects
from unit.support import MAI, changed, made_site

QUIET = [("name: [site, print]", "name: []"), ("Điều dưỡng Lê Thử Mai ghi", "Điều dưỡng ghi")]


def moves(root: Path, former: str, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the former addresses of the profile, with the present one."""
    site = made_site(root, changed(MAI, ("unit: noi", f"unit: noi\nmoved_from: [{former}]"), *changes))
    return [(move.old.rsplit("/", 1)[1], move.new.rsplit("/", 1)[1]) for move in list_redirects(site, "vi")]


@pytest.mark.parametrize(
    ("former", "changes", "found"),
    [
        ("noi-07", [], [("noi-07.html", "noi-01.html")]),
        ("noi-07, noi-08", [], [("noi-07.html", "noi-01.html"), ("noi-08.html", "noi-01.html")]),
        ("noi-01", [], []),
        ("le-thu-mai", [], [("le-thu-mai.html", "noi-01.html")]),
        ("le-thu-mai, noi-07", QUIET, [("noi-07.html", "noi-01.html")]),
        ("ba-mai", QUIET, []),
        ("noi-07", [("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-01, reason: revoked}")], []),
    ],
)
def test_a_former_address_leads_on_unless_it_tells_a_name(
    tmp_path: Path, former: str, changes: list[tuple[str, str]], found: list[tuple[str, str]]
) -> None:
    """A dead link does less harm than a name without consent."""
    assert moves(tmp_path, former, *changes) == found
