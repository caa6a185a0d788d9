"""The board of a campaign on the site shows what the campaign lets it show."""

from pathlib import Path

import pytest

from guongsang.i18n.messages import Catalogue, Message
from guongsang.model.office.board import office_year
from guongsang.model.site import Site
from guongsang.render.images import ImageStore
from guongsang.render.office.board import board_table
from guongsang.render.views.context import RenderContext
from guongsang.render.web.campaign.board import Board, BoardCell, board
from guongsang.render.web.campaign.progress import unit_chart
from unit.support import CAMPAIGN, PLAN, TODAY, changed, judge_site, made_site


def site_with(root: Path, parts: str | None) -> Site:
    """Return the small site, whose plan is late, with these parts of the board."""
    line = "" if parts is None else f"public_board: [{parts}]\n"
    late = changed(PLAN, ("completed_on: 2024-04-10", "completed_on: 2024-04-15"), ("what:", "status: done, what:"))
    return made_site(root, changed(CAMPAIGN, ("publish_from", f"{line}publish_from")), late)


def board_of(site: Site) -> Board | None:
    """Return the board in English."""
    return board(RenderContext(site, ImageStore({}, {}), "en"), site.campaigns[0])


def told(cell: BoardCell) -> str:
    """Return what a reader sees in a cell."""
    parts = [str(cell.day or ""), "" if cell.number is None else str(cell.number), _said(cell.says), _said(cell.late)]
    parts += [f"{share.label.value}: {_said(share.says)}" for share in cell.shares]
    return " ".join(part for part in parts if part) or "-"


def _said(what: Message | int | None) -> str:
    return Catalogue("en").tell(what) if isinstance(what, Message) else "" if what is None else str(what)


@pytest.mark.parametrize(
    ("parts", "first", "second"),
    [
        (
            None,
            ["Registration: 2024-03-10", "Plan: 2024-04-15 late", "Published: 1", "Adopted by: 0"],
            ["-", "-", "0", "0"],
        ),
        ("honoured, registered", ["Registration: 2024-03-10", "Honoured: 0"], ["-", "0"]),
        ("plan", ["Plan: 2024-04-15"], ["-"]),
        ("late", ["Plan: late"], ["-"]),
        ("kinds, parts", ["Registered by category: Nurse: 1", "Work of the plan: Teaching: 1 of 1"], ["-", "-"]),
    ],
)
def test_columns_are_those_that_may_be_shown(
    tmp_path: Path, parts: str | None, first: list[str], second: list[str]
) -> None:
    """In one order, with heads; what came late is told with its day or without, and nothing of it where it may not."""
    made = board_of(site_with(tmp_path, parts))
    assert made
    noi, duoc = made.units
    assert [f"{_said(cell.head)}: {told(cell)}" for cell in noi.cells] == first
    assert [told(cell) for cell in duoc.cells] == second
    assert made.has_states == (parts is None) == (noi.drawing is not None)
    shown = parts.split(", ") if parts else ["registered", "plan", "late"]
    assert [made.registered, made.planned, made.late] == [
        1 if p in shown else None for p in ("registered", "plan", "late")
    ]


def test_an_empty_list_shows_no_board(tmp_path: Path) -> None:
    """Nor the chart on the front page, which needs the state; the Office's board is whole all the same."""
    site = site_with(tmp_path / "a", "")
    assert board_of(site) is None
    assert unit_chart(RenderContext(site, ImageStore({}, {}), "en"), site.campaigns[0]) is None
    content, judgement = judge_site(
        tmp_path / "b", changed(CAMPAIGN, ("publish_from", "public_board: []\npublish_from"))
    )
    whole, judged = judge_site(tmp_path / "c")
    years = [
        office_year(one, found.findings, one.campaigns[0], TODAY)
        for one, found in ((content, judgement), (whole, judged))
    ]
    assert board_table(years[0]).rows == board_table(years[1]).rows


def test_a_part_that_is_none_is_told_with_what_is_meant(tmp_path: Path) -> None:
    """Like any word of a field that knows a few."""
    _, judgement = judge_site(tmp_path, changed(CAMPAIGN, ("publish_from", "public_board: [plann]\npublish_from")))
    (finding,) = (f for f in judgement.findings if f.code == "bad-value")
    assert "plan" in Catalogue("en").tell(finding.hint)
