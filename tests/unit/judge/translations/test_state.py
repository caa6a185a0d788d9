"""How translations stand to their sources."""

from pathlib import Path

import pytest

from guongsang.commands import command
from guongsang.i18n.messages import Language
from unit.support import MAI, changed, judge_site, read_site

ENGLISH = MAI.replace(".vi.", ".en.")
STATES = ("untranslated", "draft-translation", "stale-translation")


def state(root: Path, english: str | None, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    """Return what is told of the translation of the profile, and in which file."""
    _, judgement = judge_site(root, changed(MAI, *changes), {ENGLISH: english})
    return [(f.code, f.place.file) for f in judgement.findings if f.code in STATES and f.place.file in (MAI, ENGLISH)]


@pytest.mark.parametrize(
    ("english", "told"),
    [
        (None, [("untranslated", MAI)]),
        ("---\ntitle: T\n---\n", [("untranslated", ENGLISH)]),
        ("---\ntitle: T\n---\n[[write]]\n", [("untranslated", ENGLISH)]),
        ("---\ntitle: T\n---\n## How\n\nBody.\n", [("draft-translation", ENGLISH)]),
        ("---\ntranslates: 000000000000\ntitle: T\n---\n## How\n\nBody.\n", [("stale-translation", ENGLISH)]),
    ],
)
def test_each_state_is_told_where_it_is_mended(
    tmp_path: Path, english: str | None, told: list[tuple[str, str]]
) -> None:
    """In the translation where there is one, else in the source."""
    assert state(tmp_path, english) == told


def test_a_translation_of_the_present_source_is_not_told(tmp_path: Path) -> None:
    """Where there is none, the hint is the command that makes it."""
    entry = read_site(tmp_path / "a").by_id["exemplar", "2024/noi-01"]
    text = f"---\ntranslates: {entry.fingerprint}\ntitle: T\n---\n## How\n\nBody.\n"
    assert state(tmp_path / "b", text) == []
    _, judgement = judge_site(tmp_path / "c")
    (finding,) = [f for f in judgement.findings if f.code == "untranslated" and f.place.file == MAI]
    assert finding.hint.args == {"file": ENGLISH, "command": command("translate", MAI, "--to", "en")}
    assert finding.message.args == {"language": Language("en")}


@pytest.mark.parametrize("mark", ["draft: true", "withdrawn: {on: 2024-05-01, reason: revoked}"])
def test_drafts_and_withdrawn_profiles_need_no_translation(tmp_path: Path, mark: str) -> None:
    """Nobody reads them."""
    assert state(tmp_path, None, ("unit: noi", f"unit: noi\n{mark}")) == []
