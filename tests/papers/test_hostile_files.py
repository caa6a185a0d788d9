"""What contributors type is text in every file: no formula, no field, no link, no command of a PDF or of a terminal."""

import csv
import io
import json
import os
import re
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from guongsang.render.office.csv_file import csv_file
from guongsang.render.office.table import Told
from support.good import ABOUT
from support.hostile import hostile_site, show_all, vectors
from support.pdf import plain_objects
from support.program import Ran
from support.site import edit, write

PAPERS = (
    "office/2024/registration.vi.pdf",
    "office/2024/board.vi.pdf",
    "office/2024/plan-noi.vi.pdf",
    "office/2024/consent/x-26.vi.pdf",
    "site/vi/ban-tin/2024-05.pdf",
)
RUNS = re.compile(
    rb"/(?:JavaScript|JS|Launch|OpenAction|AA|EmbeddedFile|SubmitForm|ImportData|RichMedia|GoToR|GoToE)\\b"
)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the files of the hostile site."""
    folder = tmp_path_factory.mktemp("hostile")
    show_all(hostile_site(folder / "trang"), folder / "output", PAPERS)
    return folder / "output"


def test_no_cell_of_a_workbook_and_no_field_of_a_document_is_run(shown: Path) -> None:
    """Neither formulas nor links that lead out, nor fields that a text made."""
    books = [*shown.rglob("*.xlsx"), *shown.rglob("*.docx")]
    assert len(books) >= 5
    for book in books:
        with zipfile.ZipFile(book) as file:
            parts = {name: file.read(name) for name in file.namelist()}
        assert not any(
            re.search(rb"<f[ >]|<w:altChunk|DDEAUTO[^&<]*</w:instrText|externalLink", x) for x in parts.values()
        )
        assert not any(b'TargetMode="External"' in x for name, x in parts.items() if name.endswith(".rels")), book.name
        fields = re.findall(rb"<w:instrText[^>]*>([^<]*)<", parts.get("word/document.xml", b""))
        assert all(re.fullmatch(rb"\s*(PAGE|NUMPAGES)\s*(\\.*)?", field) for field in fields)
        assert any(b"onerror=hit()" in x for x in parts.values()) or book.name == "consents.vi.xlsx"


def test_no_cell_of_a_csv_file_is_a_formula(shown: Path) -> None:
    """However a spreadsheet parts the cells, by commas or by semicolons."""
    texts = vectors("text", "markdown")
    whole = csv_file(Told("x", ("a", "b"), (1, 1), tuple((text, f"x;{text}") for text in texts), (), ())).decode(
        "utf-8-sig"
    )
    for text in (whole, *(p.read_text("utf-8-sig") for p in shown.rglob("*.csv"))):
        for sign in ",;":
            cells = [cell for row in csv.reader(io.StringIO(text), delimiter=sign) for cell in row]
            assert [
                c for c in cells if unicodedata.normalize("NFKC", c).lstrip().startswith(("=", "+", "-", "@"))
            ] == []


def test_a_calendar_holds_the_lines_that_it_should(shown: Path) -> None:
    """No text begins a line of its own."""
    (calendar,) = shown.rglob("*.ics")
    names = {name for event in Calendar.from_ical(calendar.read_bytes()).walk() for name in event}
    assert not names & {"ATTACH", "URL", "ATTENDEE", "ACTION", "TRIGGER", "X-ALT-DESC"}


def test_feeds_and_settings_of_servers_are_what_they_were(shown: Path) -> None:
    """No text becomes an element, an instruction or a rule."""
    (feed,) = shown.rglob("feed.xml")
    assert b"<?xml-stylesheet" not in feed.read_bytes() and b"<!DOCTYPE" not in feed.read_bytes()
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.parse(feed).iter()}
    assert tags <= {
        "feed",
        "title",
        "id",
        "updated",
        "link",
        "author",
        "name",
        "entry",
        "summary",
        "content",
        "category",
    }
    for name in ("web.config", "nginx.conf"):
        (settings,) = shown.rglob(name)
        assert b"hit()" not in settings.read_bytes()


def test_no_paper_does_anything(shown: Path) -> None:
    """Neither its text nor what it says of itself is a command, and its links lead to the web alone."""
    for paper in PAPERS:
        pdf = plain_objects((shown / paper).read_bytes())
        without_text = re.sub(rb"\((?:\\\\.|[^\\\\()])*\)|<[0-9A-Fa-f]*>", b"()", pdf)
        assert RUNS.findall(without_text) == [], paper
        assert all(to.startswith((b"http", b"mailto:")) for to in re.findall(rb"/URI\s*\((.*?)\)", pdf)), paper


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_a_terminal_is_told_no_command(site: Callable[..., Path], run: Callable[..., Ran], form: str) -> None:
    """Whatever stands in names, fields and bodies, what is told of it holds no sign that a terminal obeys."""
    root = site()
    for i, text in enumerate(vectors("terminal")):
        quoted = json.dumps(f"a{text}b")
        if os.name == "posix":  # Windows has no such names
            write(root, f"content/pages/{text.replace('/', '')}{i}.vi.md", "x")
            write(root, f"content/{text.replace('/', '')}{i}/x.md", "x")
        write(root, f"content/pages/t-{i}.vi.md", f"---\ntitle: {quoted}\n{quoted}: x\nmenu: {quoted}\n---\n{text}\n")
        write(root, f"content/pages/u-{i}.vi.md", f"---\ntitle: a{text}b\na{text}b: x\n---\n[a{text}b](a{text}b)\n")
        write(
            root,
            f"content/pages/v-{i}.vi.md",
            f"---\ntitle: a\n---\n<a{text}b> [a](a&#{ord(text[0])};b) {{{{a{text}b}}}}\n",
        )
    edit(root, ABOUT, "---\n", "---\n'::error::x\n%0A::error::y': 1\n")
    ran = run("--root", root, "check", "--all", "--format", form)
    assert ran.status == 1
    told = ran.out + ran.err
    odd = {c for c in told if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") and c != "\n"}
    assert odd == set()
    assert not re.search(r"(?m)^::(?!error |warning |notice )", ran.out)
