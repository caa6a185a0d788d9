"""Withdrawals: what holds the name is listed, one line is written, and the next build is rid of the name."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.text.vietnamese import fold
from support.good import ABOUT, P1, P1_EN, P2
from support.pdf import text_of
from support.program import Ran
from support.site import edit


def listed(ran: Ran) -> set[str]:
    """Return the paths that were listed."""
    return set(re.findall(r"^  ((?:content|output|site_config|locales)\S+)$", ran.out, re.MULTILINE))


def withdraw(run: Callable[..., Ran], root: Path, *words: str) -> Ran:
    """Run the command in English."""
    return run("--root", root, "--lang", "en", "--today", "2024-12-01", "withdraw", *words)


@pytest.fixture
def name(site: Callable[..., Path]) -> str:
    """Return the name in the first profile."""
    found = re.search(r"^name: (.+)$", (site() / P1).read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return found[1]


def test_every_file_of_the_output_with_the_name_is_listed(
    site: Callable[..., Path], run: Callable[..., Ran], name: str
) -> None:
    """Pages, feeds, lists of the search and papers, those of the Office too; nothing is written."""
    root = site()
    assert run("--root", root, "build").status == 0
    before = (root / P1).read_bytes()
    ran = withdraw(run, root, "2024/noi-01")
    assert ran.status == 0 and (root / P1).read_bytes() == before
    there = listed(ran)
    joined = name.replace(" ", "")
    for path in (root / "output").rglob("*.*"):
        held = name in path.read_text(encoding="utf-8") if path.suffix in (".html", ".xml", ".js") else False
        if path.suffix == ".pdf":
            held = joined.casefold() in text_of(path.read_bytes()).casefold()
        if held:
            assert path.relative_to(root).as_posix() in there, path
    assert not any("about.html" in path or "style-" in path for path in there)
    assert "withdraw 2024/noi-01 --reason consent --write" in ran.err
    assert "\n.cache on this machine remembers" in ran.out


def test_the_withdrawal_is_one_line_and_the_build_is_rid_of_the_name(
    site: Callable[..., Path], run: Callable[..., Ran], name: str
) -> None:
    """All other bytes stay; the next command is told; a second time nothing is changed."""
    root = site()
    before = (root / P1).read_bytes().splitlines(keepends=True)
    ran = withdraw(run, root, "noi-01", "--reason", "revoked", "--document", "QĐ 12, mục 3: thu hồi", "--write")
    assert ran.status == 0 and P1 in ran.out and " build --root" in ran.err
    after = (root / P1).read_bytes().splitlines(keepends=True)
    line = 'withdrawn: {on: 2024-12-01, reason: revoked, document: "QĐ 12, mục 3: thu hồi"}\n'
    assert [row.decode() for row in after if row not in before] == [line]
    assert [row for row in after if row in before] == before
    again = withdraw(run, root, "noi-01", "--reason", "consent", "--write")
    assert again.status == 0 and "already" in again.err
    assert (root / P1).read_bytes().splitlines(keepends=True) == after
    assert run("--root", root, "build", "--no-print").status == 0
    pages = [p.read_text(encoding="utf-8") for p in (root / "output/site").rglob("*.html")]
    assert pages and not any(name in page for page in pages)
    assert "does not hold the name" not in withdraw(run, root, "noi-01").out


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ABOUT, "Trang này", "{name} viết trang này"),
        (ABOUT, "Trang này", "{ascii} viết. Trang này"),
        (P2, "Mỗi người", "Như **{first}** {rest}, mỗi người"),
        (P1_EN, "title: ", "title: {ascii}, "),
        ("content/units.yaml", "Khoa Nội", "Khoa Nội ({upper})"),
        ("site_config.yaml", "Việc Hay", "Việc Hay của {name}"),
    ],
)
def test_the_name_is_found_in_every_text(
    file: str, old: str, new: str, site: Callable[..., Path], run: Callable[..., Ran], name: str
) -> None:
    """In other documents, translations, units and settings; in capitals, without marks, between stars; by line."""
    root = site()
    first, rest = name.split(" ", 1)
    edit(root, file, old, new.format(name=name, ascii=fold(name).title(), first=first, rest=rest, upper=name.upper()))
    lines = (root / file).read_text(encoding="utf-8").split("\n")
    n = next(n for n, line in enumerate(lines, 1) if fold(rest) in fold(line))
    told = listed(withdraw(run, root, "noi-01"))
    assert f"{file}:{n}" in told, told


def test_pictures_and_what_shows_them_are_listed(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The drawn files of the photo, and each page that shows one of them."""
    root = site()
    assert run("--root", root, "build", "--no-print").status == 0
    there = listed(withdraw(run, root, "noi-02"))
    pictures = {path for path in there if path.endswith((".png", ".webp", ".jpg"))}
    assert pictures
    for page in (root / "output/site").rglob("*.html"):
        if any(path.rpartition("/")[2] in page.read_text(encoding="utf-8") for path in pictures):
            assert page.relative_to(root).as_posix() in there


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
@pytest.mark.parametrize("head", ["", "\ufeff"])
def test_the_bytes_of_the_file_stay(ends: str, head: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Line ends and a byte-order mark are kept."""
    root = site()
    text = (root / P1).read_text(encoding="utf-8")
    (root / P1).write_bytes((head + text.replace("\n", ends)).encode())
    assert withdraw(run, root, P1, "--reason", "consent", "--yes").status == 0
    added = f"withdrawn: {{on: 2024-12-01, reason: consent}}{ends}"
    assert (root / P1).read_bytes().decode() == head + text.replace("\n", ends).replace(
        f"---{ends}", f"---{ends}{added}", 1
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("noi-1",), "noi-01"),
        (("2024/noi-1",), "2024/noi-01"),
        (("zzz-99",), "there is no file"),
        (("content/plans/2024/noi.vi.md",), "not the profile"),
        (("noi-01", "--reason", "consnt", "--write"), "consent"),
        (("noi-01", "--reason", "consent", "--on", "32/13/2024", "--write"), "is not a day"),
        (("noi-01", "--reason", "consent", "--requested-on", "2024-12-02", "--write"), "has not come yet"),
        (("noi-01", "--reason", "consent", "--requested-on", "2024-11-30", "--on", "2024-11-29", "--write"), "before"),
        (("noi-01", "--write"), "--reason"),
        ((), "ID"),
    ],
)
def test_wrong_use_changes_nothing(
    words: tuple[str, ...], told: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """A wrong id gets the nearest; a wrong reason or day is told."""
    root = site()
    before = (root / P1).read_bytes()
    ran = withdraw(run, root, *words)
    assert ran.status == 2 and told in ran.err and (root / P1).read_bytes() == before


def test_a_withdrawal_that_cannot_be_read_is_no_reason_for_a_second(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """The field stands there, so it is told where, and nothing is written."""
    root = site()
    edit(root, P1, "unit: noi", "unit: noi\nwithdrawn: hôm qua")
    before = (root / P1).read_bytes()
    ran = withdraw(run, root, "noi-01", "--reason", "consent", "--write")
    assert ran.status == 2 and "line" in ran.err and (root / P1).read_bytes() == before


def test_at_a_terminal_it_asks(site: Callable[..., Path], run: Callable[..., Ran], typing: Callable[..., None]) -> None:
    """Why, when, by which paper, and at last whether to write."""
    root = site()
    typing("2", "30/11/2024", "QĐ-5", "yes")
    assert withdraw(run, root, "noi-01").status == 0
    text = (root / P1).read_text(encoding="utf-8")
    assert "withdrawn: {on: 2024-11-30, reason: revoked, document: " in text
    typing("1", "", "", "", "")
    assert withdraw(run, root, "noi-02").status == 0
    assert "withdrawn" not in (root / P2).read_text(encoding="utf-8")


def test_the_day_of_the_request_is_asked_for_and_tells_what_is_due(
    site: Callable[..., Path], run: Callable[..., Ran], typing: Callable[..., None]
) -> None:
    """Of a person who no longer agrees; the day stands in the file, and the days that follow from it are told."""
    root = site()
    typing("1", "", "", "29/11/2024", "yes")
    ran = withdraw(run, root, "noi-01")
    assert ran.status == 0 and "reason: consent, requested_on: 2024-11-29}" in (root / P1).read_text(encoding="utf-8")
    assert "by 3 December 2024" in ran.err and "by 14 December 2024" in ran.err and "by 19 December 2024" in ran.err
    typing("", "", "no")
    ran = withdraw(run, root, "noi-02", "--reason", "consent", "--requested-on", "2024-11-28")
    assert "requested_on: 2024-11-28}" in ran.out
