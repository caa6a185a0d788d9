"""Who vouches for whom, and whether what was approved still stands there."""

from pathlib import Path

import pytest

from guongsang.judge.people.approval import is_stale
from unit.support import MAI, changed, read_site, told


@pytest.mark.parametrize(
    ("by", "found"),
    [
        ("Trưởng khoa", False),
        ("Lê Thử Mai", True),
        ("lê thử mai", True),
        ("'Lê Thử Mai, Điều dưỡng'", True),
        ("Điều dưỡng (Lê Thử Mai)", True),
        ("Điều dưỡng – Lê Thử Mai", True),
        ("Lê Thử Maii", False),
        ("Phòng của Lê Thử Mai", False),
        ("Điều dưỡng", False),
        ("{vi: Trưởng khoa, en: Lê Thử Mai}", True),
    ],
)
def test_nobody_attests_what_they_did_themselves(tmp_path: Path, by: str, found: bool) -> None:
    """By name, in whatever part of the words it stands."""
    codes = [code for code, _ in told(tmp_path, changed(MAI, ("by: Trưởng khoa", f"by: {by}")))]
    assert ("self-attested" in codes) is found


def test_a_leader_does_not_attest_by_their_own_post(tmp_path: Path) -> None:
    """There is only one of it; others of the same post are other people."""
    changes = [("position: Điều dưỡng", "position: Trưởng khoa"), ("unit: noi", "unit: noi\nleader: true")]
    assert ("self-attested", "Trưởng khoa") in told(tmp_path / "a", changed(MAI, *changes))
    assert told(tmp_path / "b", changed(MAI, changes[0])) == []


def test_nobody_approves_oneself(tmp_path: Path) -> None:
    """Told at the approval."""
    approved = (
        "registered: {on: 2024-03-10}",
        "registered: {on: 2024-03-10}\n  approved: {on: 2024-04-01, by: Lê Thử Mai}",
    )
    assert ("self-attested", "Lê Thử Mai") in told(tmp_path, changed(MAI, approved))


def test_an_approval_is_bound_to_what_was_approved(tmp_path: Path) -> None:
    """Its stamp is right until words, body or facts change."""
    plain = ("registered: {on: 2024-03-10}", "registered: {on: 2024-03-10}\n  approved: {on: 2024-04-01, by: A}")
    entry = read_site(tmp_path / "a", changed(MAI, plain)).by_id["exemplar", "2024/noi-01"]
    assert not is_stale(entry)
    stamp = (plain[0], plain[1].replace("by: A", f"by: A, fingerprint: {entry.approval_fingerprint}"))
    assert told(tmp_path / "b", changed(MAI, stamp)) == []
    found = told(tmp_path / "c", changed(MAI, stamp, ("Ghi tên lên khay.", "Ghi họ tên lên khay.")))
    assert found == [("stale-approval", entry.approval_fingerprint)]
