"""What `check` lets pass is built, pages and papers, however odd it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import ABOUT, P2
from support.pdf import text_of
from support.program import Ran
from support.site import edit

CAMPAIGN = "content/campaigns/2024.vi.md"
FAR = "{from: 9999-12-01, to: 9999-12-31}"
DEEP = "".join(f"{'  ' * level}- x\n" for level in range(7)) + "".join(
    f"\n{' ' * 14}{line}" for line in ("| a | b[^1] |", "|---|---|", "| c | d |")
)
ODD = {
    "lists as deep as they may be, with a table and a list in a note": (
        P2,
        "Mỗi người ghi",
        f"{DEEP}\n\n[^1]: a\n\n{''.join(f'    {line}' for line in DEEP.splitlines(keepends=True)[:7])}\nMỗi người ghi",
    ),
    "a list from a number of 25 digits": (P2, "Mỗi người ghi", "1000000000000000000000000. Mỗi người ghi"),
    "a title of one sign": (P2, "title: Buồng số 3 tự chia ca", 'title: "-"'),
    "a title of one long word": (P2, "title: Buồng số 3 tự chia ca", f"title: {'x' * 300}"),
    "windows at the end of all time": (
        CAMPAIGN,
        "  review: {from: 2024-11-01, to: 2024-11-30",
        f"  review: {FAR[:-1]}",
    ),
    "windows at the beginning": (
        CAMPAIGN,
        "register: {from: 2024-03-01, to: 2024-03-31",
        "register: {from: 0001-01-01, to: 9999-12-31",
    ),
    "a page of one comment of Typst": (ABOUT, "Trang này", "#let x = ( $ @ref \\\\u{41} Trang này"),
    "figures past all measure": (
        P2,
        "measure: {before: 3, after: 0}",
        "measure: {before: 999999999999999, after: 0.0000001}",
    ),
}


@pytest.mark.parametrize("odd", ODD)
def test_what_check_lets_pass_is_built(site: Callable[..., Path], run: Callable[..., Ran], odd: str) -> None:
    """No page and no paper fails over a text or a date that is no error."""
    root = site()
    file, old, new = ODD[odd]
    edit(root, file, old, new)
    (root / file.replace(".vi.", ".en.")).unlink()
    if file == P2:
        (root / "content/plans/2024/noi.en.md").unlink()
    assert run("--root", root, "--lang", "en", "check").status == 0
    ran = run("--root", root, "--lang", "en", "build")
    assert ran.status == 0, ran.out + ran.err


def test_a_profile_that_cannot_be_printed_stops_no_list_of_the_office(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Who is registered stands on papers of the Office, be it with a sign for a letter that no font has."""
    root = site()
    edit(root, P2, "name: Buồng số 3", "name: \uff1dBuồng số 3")
    assert run("--root", root, "build").status == 1
    ran = run("--root", root, "--lang", "en", "build", "--skip-invalid")
    assert ran.status == 0, ran.out + ran.err
    assert "?Buồngsố3" in text_of((root / "output/office/2024/registration.vi.pdf").read_bytes())
