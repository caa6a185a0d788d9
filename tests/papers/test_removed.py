"""Profiles that were taken down: what the Office recalls, the letter, and that the name stands nowhere else."""

import csv
import io
import re
import shutil
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from guongsang.text.vietnamese import fold
from support.good import P1, P1_EN, P2
from support.pdf import assert_conforms, plain_objects, text_of
from support.program import Ran
from support.site import edit, tree

NAME = "Lê Thử Mai"
PHOTO = "content/exemplars/2024/noi-02.png"
GONE = "withdrawn: {on: 2024-07-01, reason: consent, document: DY-07, requested_on: 2024-06-20}\nsample: true"


@pytest.fixture
def removed(site: Callable[..., Path], run: Callable[..., Ran]) -> dict[str, bytes]:
    """Return the output of a site in which a person is withdrawn whom other texts name in many spellings."""
    root = site()
    shutil.copyfile(root / PHOTO, root / PHOTO.replace("noi-02", "rieng"))
    with (root / PHOTO.replace("noi-02", "rieng")).open("ab") as file:
        file.write(b"\0")
    edit(root, P1, "sample: true", f"photo: rieng.png\nphoto_alt: Một cô y tá.\nmoved_from: [cu-01]\n{GONE}")
    edit(root, P2, "text: Lịch trực do tám người cùng ký.", f"text: Ca của {NAME.upper()}.")
    edit(root, P2, "summary: Tám người", f"summary: {unicodedata.normalize('NFD', NAME)} và tám người")
    edit(root, P2, "title: Buồng số 3", "title: Le Thu Mai và buồng số 3")
    edit(root, P2, "name: Buồng số 3", f"name: Buồng của {NAME}")
    edit(root, P2, "photo: noi-02.png", "lessons: [Nhờ *Lê* **Thử** Mai.]\nphoto: noi-02.png")
    internal = f"\n  - {{id: e9, serves: [A-1], text: Nhận xét của {NAME}., on: 2024-03-02, source: X, internal: true}}"
    edit(root, P2, "evidence:", f"evidence:{internal}")
    with (root / P2).open("a", encoding="utf-8", newline="\n") as file:
        file.write("\nXem [đây](https://a.example/le-thu-mai) và ![Lê Thử Mai](noi-02.png).\n")
    edit(root, "content/plans/2024/noi.vi.md", "what: ", f"what: Cùng {NAME} và nhóm ")
    with (root / "content/reviews/2024.vi.md").open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"\n{NAME} được khen.\n")
    ran = run("--root", root, "--today", "2024-12-01", "build")
    assert ran.status == 0, ran.out + ran.err
    return tree(root / "output")


def read(path: str, data: bytes) -> Iterator[str]:
    """Yield all that may be read of a file: its path, its text, of a PDF and of packed files what is in them."""
    yield path
    if path.endswith(".pdf"):
        yield text_of(data)
        data = plain_objects(data)
        yield data.decode("utf-16-be", errors="ignore")
        yield data[1:].decode("utf-16-be", errors="ignore")
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for inner in packed.namelist():
                yield from read(inner, packed.read(inner))
    text = data.decode("utf-8", errors="ignore")
    yield text
    yield re.sub(r"<[^<>]*>", "", text)
    yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)


def holds_name(path: str, data: bytes) -> bool:
    """Return whether a name is there in any spelling: marks, case, what parts words, entities and % do not count."""
    wanted = re.sub(r"\W", "", fold(NAME))
    return any(wanted in re.sub(r"[\W_]", "", fold(unquote(unescape(text)))) for text in read(path, data))


def test_the_name_stands_nowhere_but_in_the_lists_of_removals(removed: dict[str, bytes]) -> None:
    """Not on the site, not in the search, not in papers and not in what the Office has beside."""
    kept = {path for path in removed if re.match(r"office/2024/removed[.-]", path)}
    assert {path for path, data in removed.items() if holds_name(path, data)} == kept
    assert "office/2024/registration.vi.pdf" in removed and "office/2024/removed.vi.csv" in kept
    assert not holds_name("x", b"Le Thu May") and holds_name("x", b"L%C3%AA Th&#7917;-MAI")


def test_every_copy_is_listed_for_recall(removed: dict[str, bytes]) -> None:
    """A row for each page, picture and paper, with the days that follow from the request."""
    data = removed["office/2024/removed.en.csv"]
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == data.count(b"\n")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert {tuple(row[:9]) for row in rows} == {
        (
            *(NAME, "Internal Medicine", "Consent withdrawn", "DY-07"),
            *("2024-06-20", "2024-06-24", "2024-07-05", "2024-07-10", "2024-07-01"),
        )
    }
    paths = [row[-1] for row in rows]
    assert len(paths) == len(set(paths)) and len(head) == len(rows[0])
    assert {
        "site/vi/guong/2024/noi-01.html",
        "site/en/exemplars/2024/noi-01-a3.pdf",
        "site/vi/guong/2024/cu-01.html",
        "site/vi/dot/2024.pdf",
        "site/en/bulletins/2024-05.pdf",
        "office/2024/registration.vi.pdf",
        "office/2024/consent/noi-01.vi.pdf",
        "office/2024/plan-noi.en.pdf",
    } <= set(paths)
    pictures = [path for path in paths if path.startswith("site/assets/")]
    assert pictures and not set(pictures) & set(removed)


def test_list_and_letter_are_papers_of_the_office(removed: dict[str, bytes]) -> None:
    """They keep to the standards, name the person, and are drafts until they have a number and a day."""
    for lang, draft in (("vi", "DỰTHẢO"), ("en", "DRAFT")):
        for paper in ("removed", "removed-noi-01"):
            pdf = removed[f"office/2024/{paper}.{lang}.pdf"]
            assert_conforms(pdf)
            text = text_of(pdf)
            assert "LêThửMai" in text and draft in text
    assert "site/vi/guong/2024/noi-01.html" in text_of(removed["office/2024/removed.vi.pdf"])
    assert "Ngày20/6/2024" in text_of(removed["office/2024/removed-noi-01.vi.pdf"])


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "@x", "-1"])
def test_no_cell_is_a_formula(site: Callable[..., Path], run: Callable[..., Ran], name: str) -> None:
    """A text that a spreadsheet would reckon with is marked as text."""
    root = site()
    edit(root, P1, "sample: true", GONE.replace("DY-07", f"'{name}'"))
    assert run("--root", root, "build", "--no-print").status == 0
    text = (root / "output/office/2024/removed.vi.csv").read_text(encoding="utf-8-sig")
    assert f",'{name}," in text


def test_without_withdrawals_there_is_nothing(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A revoked recognition is told of as such."""
    root = site()
    run("--root", root, "build", "--no-print")
    assert not list((root / "output").rglob("removed*"))
    revoked = "withdrawn: {on: 2024-07-01, reason: revoked, document: 12/QĐ-BVM}"
    edit(root, P1, "sample: true", f"{revoked}\nsample: true")
    assert run("--root", root, "build").status == 0
    assert "Recognition taken back" in (root / "output/office/2024/removed.en.csv").read_text(encoding="utf-8-sig")
    assert "wastakenback" in text_of((root / "output/office/2024/removed-noi-01.en.pdf").read_bytes())
    assert (root / P1_EN).exists()
