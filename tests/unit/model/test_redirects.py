"""Former addresses."""

from pathlib import Path

import pytest

from guongsang.model.redirects import list_redirects
from unit.support import MAI, PLAN, changed, made_site

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


def test_every_document_with_a_page_may_have_moved(tmp_path: Path) -> None:
    """In each language from the former address to the present one."""
    plan = changed(PLAN, ("completed_on", "moved_from: [noi-cu]\ncompleted_on"))
    files = {"content/pages/about.vi.md": "---\ntitle: T\nmoved_from: [gioi-thieu]\n---\na\n"}
    site = made_site(tmp_path, plan, files)
    assert [(move.old, move.new, move.document.key) for move in list_redirects(site, "vi")] == [
        ("vi/ke-hoach/2024/noi-cu.html", "vi/ke-hoach/2024/noi.html", ("plan", "2024/noi")),
        ("vi/gioi-thieu.html", "vi/about.html", ("page", "about")),
    ]
    assert [(move.old, move.new) for move in list_redirects(site, "en")] == [
        ("en/plans/2024/noi-cu.html", "en/plans/2024/noi.html"),
        ("en/gioi-thieu.html", "en/about.html"),
    ]


def test_what_is_not_published_leads_nowhere(tmp_path: Path) -> None:
    """Its present address is none."""
    files = {"content/pages/about.vi.md": "---\ntitle: T\nmoved_from: [gioi-thieu]\ndraft: true\n---\na\n"}
    assert list(list_redirects(made_site(tmp_path, files), "vi")) == []
