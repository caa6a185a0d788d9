"""Approvals and attestations: what an approval holds for, and that nobody attests for themselves."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.good import P1
from support.program import Ran
from support.site import edit


def test_an_approval_holds_for_text_and_facts(
    site: Callable[..., Path], run: Callable[..., Ran], told: Callable[..., Any]
) -> None:
    """Consent, progress, adoption and withdrawal may change after an approval; a word or another fact may not."""
    root = site()
    edit(root, P1, "by: Giám đốc}", "by: Giám đốc, fingerprint: 000000000000}")
    assert f"fix --approved --write {P1}" in told(root, "stale-approval")[0]["hint"]
    assert run("--root", root, "fix", "--approved", "--write", P1).status == 0
    assert told(root, "stale-approval") == []
    edit(root, P1, "Dùng cho tủ thuốc trực.", "Dùng cho hai tủ thuốc.")
    edit(root, P1, "document: DY-01", "document: DY-02")
    edit(root, P1, "discovered: {on: 2024-02-20}", "discovered: {on: 2024-02-21}")
    assert told(root, "stale-approval") == []
    edit(root, P1, "source: BC-02/NOI", "source: BC-03/NOI")
    assert len(told(root, "stale-approval")) == 1


def test_a_stale_approval_keeps_the_profile_out(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A profile that was changed after its approval is not on the site, and the build says why."""
    root = site()
    edit(root, P1, "by: Giám đốc}", "by: Giám đốc, fingerprint: 000000000000}")
    ran = run("--root", root, "--lang", "en", "build", "--no-print")
    assert ran.status == 0 and f"{P1}: it was changed after its approval" in ran.err
    assert not (root / "output/site/vi/guong/2024/noi-01.html").exists()


@pytest.mark.parametrize(
    ("by", "own"),
    [
        ("Lê Thử Mai", True),
        ("lê  thử mai", True),
        ("'Lê Thử Mai, điều dưỡng'", True),
        ("Trưởng khoa của Lê Thử Mai", False),
        ("Điều dưỡng", False),
    ],
)
def test_nobody_attests_for_themselves(site: Callable[..., Path], told: Callable[..., Any], by: str, own: bool) -> None:
    """The own name, alone or with a position behind it, is the person; a text that merely holds the name is not."""
    root = site()
    edit(root, P1, "attested: {by: Trưởng khoa", f"attested: {{by: {by}")
    assert bool(told(root, "self-attested")) is own


def test_a_leader_does_not_attest_by_position(site: Callable[..., Path], told: Callable[..., Any]) -> None:
    """For a leader the own position is the person; for others it is not."""
    root = site()
    edit(root, P1, "attested: {by: Trưởng khoa", "attested: {by: Điều dưỡng")
    assert told(root, "self-attested") == []
    edit(root, P1, "category: nurse", "category: nurse\nleader: true")
    assert len(told(root, "self-attested")) == 1
