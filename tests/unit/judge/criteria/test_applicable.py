"""Which criteria apply to a profile."""

from pathlib import Path

import pytest

from guongsang.judge.criteria.applicable import applies, meant_for, traits_of
from guongsang.read.content import Content
from guongsang.read.tables.exemplar import Exemplar
from unit.judge.criteria.cases import CRITERIA, HEAD, row
from unit.support import read_site


def content_with(root: Path, meant: str) -> Content:
    """Read the small site with the criterion X, which is for somebody."""
    return read_site(root, {CRITERIA: HEAD + row("{evidence: {}}", f", for: {meant}")})


@pytest.mark.parametrize(
    ("meant", "there"),
    [
        ("{category: nurse}", True),
        ("{category: ward}", False),
        ("{category: [ward, nurse]}", True),
        ("{subject: individual}", True),
        ("{subject: collective}", False),
        ("{unit: noi}", True),
        ("{unit: [duoc]}", False),
        ("{leader: 'false'}", True),
        ("{leader: 'true'}", False),
        ("{category: nurse, unit: noi}", True),
        ("{category: nurse, unit: duoc}", False),
    ],
)
def test_every_key_must_hold(tmp_path: Path, meant: str, there: bool) -> None:
    """Of several values of a key, one is enough."""
    criteria = content_with(tmp_path, meant).criteria["2024"]
    profile = Exemplar(category="nurse", unit="noi")
    assert applies(criteria.criteria["X"], profile, criteria) is there
    assert applies(criteria.criteria["A-1"], profile, criteria)


def test_the_subject_is_that_of_the_category(tmp_path: Path) -> None:
    """What is unknown or empty fits no criterion that asks for it."""
    criteria = content_with(tmp_path, "{subject: collective}").criteria["2024"]
    assert traits_of(criteria, "ward", "noi", leader=True) == {
        "category": "ward",
        "subject": "collective",
        "leader": "true",
        "unit": "noi",
    }
    nothing = {"category": None, "subject": None, "leader": "false", "unit": None}
    assert traits_of(None, "", "", leader=False) == nothing
    assert traits_of(criteria, "other", "", leader=False) == {**nothing, "category": "other"}
    assert not meant_for(criteria.criteria["X"], nothing) and meant_for(criteria.criteria["A-1"], nothing)
