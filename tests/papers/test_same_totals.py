"""A made-up campaign comes out of a build with the same numbers in every form."""

import csv
import io
import re
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from docx import Document
from hypothesis import Phase, given, settings

from guongsang import cli
from guongsang.judge.campaign.figures import figures_of
from guongsang.pipeline.checking import check_site
from support.pdf import text_of
from support.workbooks import cells_of
from unit.judge.campaign.test_figures import PROFILES, Made, written
from unit.support import write_site

DAY = "2024-12-01"
CRITERIA = """categories:
  - {id: nurse, label: {vi: Điều dưỡng, en: Nurse}}
  - {id: ward, subject: collective, label: {vi: Buồng bệnh, en: Ward}}
criteria:
  - {id: A-1, label: {vi: Một việc, en: A deed}, check: {evidence: {min: 1}}, severity: {discovered: info}}
"""
OTHERS: Mapping[str, str | bytes | None] = {
    "content/reviews/2024.vi.md": "---\ntitle: Tổng kết năm 2024\nheld_on: 2024-11-20\n---\nHai việc hay.\n",
    "content/criteria/2024.yaml": CRITERIA,
}


def faultless(made: Made) -> Made:
    """Return a profile of a unit that is there, copied by others that are there, so that nothing is an error."""
    unit = made.unit if made.unit in ("noi", "duoc") else "noi"
    return replace(made, unit=unit, adopted_by=tuple({"noi", "duoc"} & set(made.adopted_by) - {unit}))


@settings(max_examples=3, phases=[Phase.generate])
@given(profiles=PROFILES)
def test_numbers_are_the_same_in_every_form(profiles: list[Made]) -> None:
    """Each is the one that was counted: in XLSX, CSV, DOCX, the report and the board as PDF, the page of the site."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_site(Path(folder, "trang"), written([faultless(made) for made in profiles]) | OTHERS)
        assert cli.main(["--root", str(root), "--today", DAY, "build"]) == 0
        checked = check_site(root, date.fromisoformat(DAY))
        office = {p.name: p.read_bytes() for p in (root / "output/office/2024").glob("*.vi.*")}
        page = (root / "output/site/vi/dot/2024.html").read_text(encoding="utf-8")
    (campaign,) = checked.content.campaigns
    figures = figures_of(checked.content, campaign)
    catalogue = checked.content.config.catalogues["vi"]

    counted = {name: figure.count for name, figure in figures.items()}
    assert {row[1]: row[2] for row in cells_of(office["board.vi.xlsx"], 2)[2:]} == counted
    tables = [
        [[c.text for c in row.cells] for row in t.rows] for t in Document(io.BytesIO(office["review.vi.docx"])).tables
    ]
    in_report = next(table for table in tables if {row[1] for row in table} >= counted.keys())
    assert {row[1]: row[2] for row in in_report if row[1] in counted} == {k: str(n) for k, n in counted.items()}

    registered = counted["registered"]
    assert len(cells_of(office["registration.vi.xlsx"])) - 2 == registered
    assert len(list(csv.reader(io.StringIO(office["registration.vi.csv"].decode("utf-8-sig"))))) - 1 == registered
    text, board = text_of(office["review.vi.pdf"]), text_of(office["board.vi.pdf"])
    for name, figure in figures.items():
        assert "".join(f"{catalogue.form(figure.says)}{name}{figure.count}".split()) in text, figure.says
    total = next(row for row in cells_of(office["board.vi.xlsx"]) if row[0] == "Cộng")
    assert total[2:4] == [counted["found"], registered]
    assert f"Cộng{total[1]:.0f}{counted['found']}{registered}" in board
    shown = re.search(r"Đã đăng ký: (\d+) trong (\d+) đơn vị", page)
    assert shown and [int(n) for n in shown.groups()] == [counted["units-registered"], counted["units"]]
