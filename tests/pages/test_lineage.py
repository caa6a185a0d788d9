"""Units that were closed: their pages, those of their successors, and lists."""

import re
from collections.abc import Callable
from pathlib import Path

from support.program import Ran
from support.site import edit, write

UNITS = """\
units:
  - {id: xa, name: {vi: Khoa Xạ, en: Radiology}, quota: false, closed: {on: 2010-05-01, how: renamed, into: [noi]}}
  - id: noi
    name: {vi: Khoa Nội, en: Internal Medicine}
    closed: {on: 2025-03-01, how: merged, into: [duoc], document: 12/QĐ-BVM}
  - {id: duoc, name: {vi: Khoa Dược, en: Pharmacy}, quota: false}
  - {id: vp, name: {vi: Văn phòng, en: Office}, quota: false}
  - {id: cu, name: {vi: Khoa Cũ, en: Old Ward}, quota: false, closed: {on: 2020-01-01, how: dissolved}}
"""


def page(root: Path, name: str) -> str:
    """The words of a page that is published, in one line."""
    text = re.sub(r"<[^>]+>", "", (root / "output/site" / name).read_text(encoding="utf-8"))
    return " ".join(text.split())


def test_a_closed_unit_leads_to_those_of_today_and_back(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Its page keeps its exemplars under the name of their time, and says how it was closed, in each language."""
    root = site()
    write(root, "content/units.yaml", UNITS)
    ran = run("--root", root, "--today", "2025-06-01", "build", "--no-print")
    assert ran.status == 0, ran.out + ran.err
    old, new = page(root, "en/units/noi/index.html"), page(root, "en/units/duoc/index.html")
    assert "Merged into another unit on 1 March 2025, by 12/QĐ-BVM." in old
    assert "Its work passed to Pharmacy." in old and "Its former name is Radiology." in old
    assert "It took over the work of Internal Medicine. 2 exemplars" in new
    assert "It took over the work of Radiology." in new
    done = "exemplars registered; plan completed on 10 April 2024; plan in time; 2 exemplars published"
    assert f"2024 2 {done}" in old and f"2024 Internal Medicine 2 {done}" in new
    assert "Sáp nhập vào đơn vị khác từ ngày 01/3/2025, theo 12/QĐ-BVM." in page(root, "vi/don-vi/noi/index.html")
    assert "Its new name is Internal Medicine. The work is now done by Pharmacy." in page(
        root, "en/units/xa/index.html"
    )
    assert "Dissolved on 1 January 2020." in page(root, "en/units/cu/index.html")
    assert "Internal Medicine" in page(root, "en/exemplars/2024/noi-01.html")
    everything = " ".join(page(root, name) for name in ("en/units/noi/index.html", "en/units/index.html"))
    assert "defunct" not in everything


def test_lists_have_closed_units_behind_the_others(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """They are marked with their day there; the others stay in the order of the file."""
    root = site()
    write(root, "content/units.yaml", UNITS)
    assert run("--root", root, "--today", "2025-06-01", "build", "--no-print").status == 0
    source = (root / "output/site/en/units/index.html").read_text(encoding="utf-8")
    assert re.findall(r'<li><a href="(\w+)/index.html', source) == ["duoc", "vp", "xa", "noi", "cu"]
    assert "closed on 1 March 2025" in page(root, "en/units/index.html")
    for name in ("en/exemplars/index.html", "en/search/index.html"):
        assert "Internal Medicine (until 28 February 2025)" in page(root, name)


def test_nothing_is_asked_of_a_closed_unit(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A campaign after its end neither asks for exemplars nor offers it; a profile of it is told who does its work."""
    root = site()
    write(root, "content/units.yaml", UNITS.replace("2025-03-01", "2024-03-01"))
    ran = run("--root", root, "--today", "2025-06-01", "--lang", "en", "check", "--format", "json")
    told = {(f["code"], f["hint"]) for f in ran.findings()}
    assert ("unknown-unit", "name the unit of that time: duoc") in told
    assert not {code for code, _ in told} & {"quota-unmet", "plan-missing"}
    edit(root, "content/units.yaml", "2024-03-01", "2024-03-15")
    assert run("--root", root, "--today", "2025-06-01", "check").status == 0
    edit(root, "content/campaigns/2024.vi.md", "from: 2024-03-01", "from: 2024-03-16")
    refused = run("--root", root, "--lang", "en", "new", "exemplar", "--yes", "--campaign", "2024", "--unit", "noi")
    assert refused.status == 2 and "noi" in refused.err
