"""Files of the Office in a whole build: they lie where they should, say the same, and other programs open them."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from guongsang import cli
from support.paper_sites import GONE, UNNAMED
from support.pdf import text_of
from support.site import edit
from support.workbooks import cells_of, turned_to_pdf

TODAY = ("--today", "2024-12-01")
PHONE = "0912345678"
"""What a writer typed for the id of an exemplar, so that it is told what is wrong with it."""


@pytest.fixture(scope="module")
def office(ward: Path) -> Mapping[str, bytes]:
    """Build the hospital and return what the Office gets."""
    edit(ward, "content/exemplars/2024/noi-01.vi.md", "unit: noi", f"unit: noi\nrelated: ['{PHONE}']")
    assert cli.main(["--root", str(ward), *TODAY, "build", "--skip-invalid"]) == 0
    folder = ward / "output/office/2024"
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_all_files_are_there(office: Mapping[str, bytes]) -> None:
    """Lists and boards in each language; what is named by itself is in that of the sources."""
    assert {"to-do.html", "to-do.en.html", "to-do.xlsx", "dates.ics", "texts/noi.vi.txt"} <= office.keys()
    for name in ("registration.{}.pdf", "registration.{}.xlsx", "registration.{}.csv", "board.{}.pdf", "board.{}.xlsx"):
        assert {name.format("vi"), name.format("en")} <= office.keys()


def test_tasks_cover_personal_data(office: Mapping[str, bytes]) -> None:
    """As findings do: a number that somebody typed into a file stands in no file of the Office, whatever its format."""
    told = office["to-do.html"].decode()
    assert "0912" in told
    for name, made in office.items():
        parts = [made]
        if name.endswith((".xlsx", ".docx")):
            with zipfile.ZipFile(io.BytesIO(made)) as packed:
                parts = [packed.read(part) for part in packed.namelist()]
        assert not any(PHONE.encode() in part for part in parts), name
        assert not name.endswith(".pdf") or PHONE not in text_of(made).replace(" ", ""), name


def test_the_list_names_the_same_people_in_every_format(office: Mapping[str, bytes]) -> None:
    """Everybody who is registered, whatever consent says; nobody who is withdrawn."""
    rows = cells_of(office["registration.vi.xlsx"])[2:]
    names = [str(row[3]) for row in rows]
    assert UNNAMED in names and GONE not in names and len(names) == len(set(names)) > 3
    (_, *lines) = csv.reader(io.StringIO(office["registration.vi.csv"].decode("utf-8-sig")))
    assert [line[3] for line in lines] == names
    text = text_of(office["registration.vi.pdf"])
    assert all("".join(name.split()) in text for name in names)


def test_totals_are_those_of_the_list_and_of_paper(office: Mapping[str, bytes]) -> None:
    """The board as a workbook, its annex of figures, and the board on paper."""
    _, head, *rows = cells_of(office["board.vi.xlsx"])
    registered = next(row for row in rows if row[0] == "Cộng")[head.index("Đăng ký")]
    assert registered == len(cells_of(office["registration.vi.xlsx"])) - 2
    figures = {row[1]: row[2] for row in cells_of(office["board.vi.xlsx"], 2)[2:]}
    assert figures["registered"] == registered
    owed = next(row for row in rows if row[0] == "Cộng")[1]
    assert f"Cộng{owed:.0f}" in text_of(office["board.vi.pdf"])


@pytest.mark.parametrize("name", ["registration.vi.xlsx", "board.vi.xlsx", "to-do.xlsx"])
def test_workbooks_are_opened_by_another_program(office: Mapping[str, bytes], name: str) -> None:
    """And say there what they say here."""
    text = text_of(turned_to_pdf(office[name], "xlsx"))
    for row in cells_of(office[name])[2:]:
        words = [cell for cell in row if isinstance(cell, str)]
        assert all("".join(word.split()) in text for word in words[:1]), row


def test_the_list_of_tasks_is_what_the_command_tells(
    office: Mapping[str, bytes], ward: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As many, in the same order."""
    capsys.readouterr()
    assert cli.main(["--root", str(ward), *TODAY, "todo"]) == 0
    told = re.findall(r"^\s*= .*\n", capsys.readouterr().out, re.MULTILINE)
    assert len(told) == len(cells_of(office["to-do.xlsx"])) - 2 == office["to-do.html"].count(b"<tr") - 1


def test_the_page_of_tasks_needs_no_other_file(office: Mapping[str, bytes]) -> None:
    """It can be sent by e-mail."""
    page = office["to-do.html"].decode()
    assert not re.search(r"(?:src|href)=", page) and '<html lang="vi">' in page
    assert "Nội bộ, để giải quyết công việc" in page


def test_dates_are_whole_days_in_their_order(office: Mapping[str, bytes]) -> None:
    """The windows, the day of the plans, the work of plans; no two alike."""
    events = list(Calendar.from_ical(office["dates.ics"].decode()).walk("VEVENT"))
    days = [event["dtstart"].dt for event in events]
    assert days == sorted(days) and not any(isinstance(day, datetime) for day in days)
    assert len({str(event["uid"]) for event in events}) == len(events) >= 3


def test_a_unit_with_nothing_missing_is_thanked_only(office: Mapping[str, bytes]) -> None:
    """Texts have lines as on Windows, and no marks of Markdown."""
    texts = {name: data.decode("utf-8-sig") for name, data in office.items() if name.startswith("texts/")}
    assert texts and all("\r\n" in text and "**" not in text for text in texts.values())
    assert any("NHẮC VIỆC" in text for text in texts.values())


def test_nothing_of_the_office_is_on_the_site(office: Mapping[str, bytes], site: Callable[..., Path]) -> None:
    """A campaign that is a draft has no files."""
    root = site()
    campaign = root / "content/campaigns/2024.vi.md"
    text = campaign.read_text(encoding="utf-8")
    campaign.write_text(text.replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8", newline="\n")
    cli.main(["--root", str(root), *TODAY, "build", "--no-print", "--shrink"])
    assert not (root / "output/office").exists() or not list((root / "output/office").glob("2024/*"))
