"""`fix --approved`: the fingerprint beside an approval is written by the command, never copied by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import P1
from support.program import Ran
from support.site import edit

APPROVED = "  approved: {on: 2024-04-02, by: Giám đốc}\n"


@pytest.mark.parametrize(
    "typed",
    [
        "  approved: {on: 2024-04-02, by: Giám đốc, fingerprint: 000000000000}\n",
        '  approved: {on: 2024-04-02, by: Giám đốc, fingerprint: "000000000000"}\n',
        "  approved: {fingerprint: 000000000000, on: 2024-04-02}\n",
        "  approved:\n    on: 2024-04-02\n    fingerprint: 000000000000\n",
        "  approved:\n    on: 2024-04-02\n    by: Giám đốc\n",
        APPROVED,
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_approval_is_bound_by_the_command(
    site: Callable[..., Path], run: Callable[..., Ran], typed: str, end: str
) -> None:
    """A stale or missing fingerprint is written in any form of mapping; all else keeps its bytes; twice is once."""
    root = site()
    if typed != APPROVED:
        edit(root, P1, APPROVED, typed)
    before = (root / P1).read_text(encoding="utf-8").replace("\n", end)
    (root / P1).write_bytes(before.encode())
    assert run("--root", root, "fix", "--approved", "--write", P1).status == 0
    bound = (root / P1).read_bytes()
    assert bound.count(b"\n") == bound.count(end.encode()) and b"fingerprint: " in bound
    assert len(set(before.split(end)) - set(bound.decode().split(end))) <= 1
    edit(root, P1, "2024-02-20", "2024-02-21")
    assert "stale-approval" not in run("--root", root, "check", "--all").out
    assert run("--root", root, "fix", "--approved", "--write", P1).err.strip() == "Không có gì phải sửa."
    edit(root, P1, "Ghi tên lên khay.", "Ghi tên lên hai khay.")
    assert "stale-approval" in run("--root", root, "check", "--all").out


def test_an_approval_is_bound_only_where_that_is_asked(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Without --approved nothing is bound; with it the files are named, and profiles without approval stay."""
    root = site()
    edit(root, P1, "by: Giám đốc}", "by: Giám đốc, fingerprint: 000000000000}")
    assert run("--root", root, "fix", P1).out == ""
    refused = run("--root", root, "--lang", "en", "fix", "--approved")
    assert refused.status == 2 and "--approved needs the files that were approved" in refused.err
    other = "content/exemplars/2024/noi-02.vi.md"
    assert run("--root", root, "fix", "--approved", other).out == ""
    shown = run("--root", root, "--lang", "en", "fix", "--approved", P1)
    assert "the fingerprint of the text as it was approved" in shown.out and "+  approved: {on" in shown.out
    assert "fix --write --approved" in shown.err


def test_a_field_that_is_left_empty_is_not_written_twice(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A second one would be a duplicate, which cannot be read."""
    root = site()
    edit(root, P1, "by: Giám đốc}", "by: Giám đốc, fingerprint: }")
    before = (root / P1).read_bytes()
    assert run("--root", root, "fix", "--approved", "--write", P1).status == 0
    assert (root / P1).read_bytes() == before
