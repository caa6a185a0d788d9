"""A name that may not be published is an error where no document can be left out: no year vanishes over a word."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import P1
from support.program import Ran
from support.site import edit, tree, write

NAME = "Lê Thử Mai"
BUILD = ("--lang", "en", "build", "--no-print", "--skip-invalid")
CAMPAIGN, CAMPAIGN_EN = "content/campaigns/2024.vi.md", "content/campaigns/2024.en.md"
UNITS, CRITERIA, CONFIG = "content/units.yaml", "content/criteria/2024.yaml", "site_config.yaml"
PLACES = {
    "title of a campaign": (CAMPAIGN, "title: Việc hay", f"title: {NAME} và việc hay"),
    "body of a campaign": (CAMPAIGN, "Mỗi khoa chọn", f"Như {NAME}, mỗi khoa chọn"),
    "body of a campaign, without marks": (CAMPAIGN, "Mỗi khoa chọn", "LE THU MAI. Mỗi khoa chọn"),
    "a part of a campaign's plan": (CAMPAIGN, "vi: Hướng dẫn", f"vi: Hướng dẫn của {NAME}"),
    "a translated campaign": (CAMPAIGN_EN, "title: ", f"title: {NAME} and "),
    "label of a criterion": (CRITERIA, "label: {vi: ", f"label: {{vi: {NAME} "),
    "another language of a criterion": (CRITERIA, "en: ", f"en: {NAME} "),
    "name of a unit": (UNITS, "vi: Khoa Dược", f"vi: Khoa Dược của {NAME}"),
    "a unit that is the name": (UNITS, "vi: Khoa Dược", f"vi: {NAME}"),
    "the organisation": (CONFIG, "vi: Bệnh viện", f"vi: {NAME} Bệnh viện"),
}


def hidden(root: Path) -> None:
    """Take the consent to the name away."""
    edit(root, P1, "name: [site, print]", "name: []")
    edit(root, P1, "summary: Điều dưỡng Lê Thử Mai ghi", "summary: Điều dưỡng ghi")


def withdrawn(root: Path) -> None:
    """Withdraw the profile."""
    edit(root, P1, "sample: true", "sample: true\nwithdrawn: {on: 2024-06-01, reason: consent}")
    edit(root, "content/plans/2024/noi.vi.md", "exemplars: [noi-01, noi-02]", "exemplars: [noi-02]")


@pytest.mark.parametrize("away", [hidden, withdrawn])
@pytest.mark.parametrize("place", PLACES)
def test_no_build_leaves_such_a_file_out(
    site: Callable[..., Path], run: Callable[..., Ran], place: str, away: Callable[[Path], None]
) -> None:
    """Nothing is published, be it with `--skip-invalid`; file and place are told, and that it must be mended first."""
    root = site()
    assert run("--root", root, *BUILD).status == 0
    before = tree(root / "output")
    file, old, new = PLACES[place]
    away(root)
    edit(root, file, old, new)
    ran = run("--root", root, *BUILD)
    assert ran.status == 1 and "error[no-consent]" in ran.out and f"--> {file}:" in ran.out
    assert f"mend them first: {file}" in ran.err and "To publish everything but" not in ran.err
    assert tree(root / "output") == before
    edit(root, file, new, old)
    assert run("--root", root, *BUILD, "--shrink").status == 0
    assert not [n for n, data in tree(root / "output").items() if NAME.encode() in data and not n.startswith("office/")]


def test_a_team_may_bear_the_name_of_its_unit(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Without consent to the name of a collective, the unit of that name keeps it."""
    root = site()
    edit(root, UNITS, "vi: Khoa Nội", "vi: Buồng số 3")
    edit(root, "content/exemplars/2024/noi-02.vi.md", "name: [site, print], photo", "name: [], photo")
    write(
        root,
        "content/bulletins/2024-05.vi.md",
        "---\ntitle: Một\nnumber: 1\ndate: 2024-05-15\nmasthead: {internal: true}\n---\na\n",
    )
    assert "data file" not in run("--root", root, *BUILD).out
