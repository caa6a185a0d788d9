"""Before a translation is stamped, what differs from the source is shown, and somebody at a terminal is asked."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import P1, P1_EN
from support.program import Ran
from support.site import edit


def confirm(run: Callable[..., Ran], root: Path, *words: str) -> Ran:
    """Stamp the translation of the first profile."""
    return run("--root", root, "--lang", "en", "translate", "--confirm", P1_EN, *words)


def stamp(root: Path) -> str | None:
    """Return the stamp in the translation's file."""
    lines = (root / P1_EN).read_text(encoding="utf-8").split("\n")
    return next((line for line in lines if line.startswith("translates:")), None)


def test_what_changed_since_the_stamp_is_shown(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Where this program stamped it, only what changed is shown: a field, a paragraph, what it said before."""
    root = site()
    assert confirm(run, root).status == 0
    edit(root, P1, "không ai nhầm", "không ai lẫn")
    with (root / P1).open("a", encoding="utf-8") as file:
        file.write("\nMột đoạn mới.\n")
    ran = confirm(run, root)
    assert ran.status == 0 and ran.out == P1_EN + "\n"
    assert "What changed in the source" in ran.err
    assert (
        "  title\n    now: Khay thuốc có tên, không ai lẫn\n    before: Khay thuốc có tên, không ai nhầm\n" in ran.err
    )
    assert "    now: Một đoạn mới.\n    before: …\n" in ran.err
    assert "Ghi tên lên khay" not in ran.err


@pytest.mark.parametrize("broken", [None, "", "{", "[]", '{"": 1}'])
def test_where_that_is_not_known_all_is_shown(
    broken: str | None, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Every field and paragraph of the source stands beside that of the translation."""
    root = site()
    if broken is not None:
        confirm(run, root)
        kept = next((root / ".cache/translated").iterdir())
        kept.write_text(broken, encoding="utf-8")
    edit(root, P1, "không ai nhầm", "không ai lẫn")
    ran = confirm(run, root)
    assert ran.status == 0 and "part by part" in ran.err
    assert "    vi: Khay thuốc có tên, không ai lẫn\n    en: " in ran.err and "vi: 1. Ghi tên lên khay." in ran.err


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("12", "13", "13 does not stand in the source"),
        ("\n## ", "\n", "they part here"),
        ("summary: ", "# summary: ", "not translated: summary"),
    ],
)
def test_what_differs_is_shown_first(
    old: str, new: str, told: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Other figures, other headings, fields without a translation; of a stale translation too."""
    root = site()
    edit(root, P1, "không ai nhầm", "không ai lẫn")
    edit(root, P1_EN, old, new)
    ran = confirm(run, root)
    assert told in ran.err and ran.err.index(told) < ran.err.index("is now stamped")


@pytest.mark.parametrize(("typed", "stamps"), [("yes", True), ("y", True), ("no", False), ("", False), ("nói", False)])
def test_somebody_at_a_terminal_is_asked(
    typed: str, stamps: bool, site: Callable[..., Path], run: Callable[..., Ran], typing: Callable[..., None]
) -> None:
    """Only yes stamps; with --yes nothing is asked."""
    root = site()
    edit(root, P1, "không ai nhầm", "không ai lẫn")
    before = stamp(root)
    typing(typed)
    assert confirm(run, root).status == (0 if stamps else 130)
    assert (stamp(root) != before) == stamps
    typing()
    assert confirm(run, root, "--yes").status == 0 and stamp(root) != before


def test_comments_are_in_the_language_of_messages(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A clerk who reads Vietnamese finds Vietnamese in the file of an English translation."""
    root = site()
    (root / P1_EN).unlink()
    assert run("--root", root, "translate", P1).status == 0
    assert "# Bản dịch" in (root / P1_EN).read_text(encoding="utf-8")
    (root / P1_EN).unlink()
    assert run("--root", root, "--lang", "en", "translate", P1).status == 0
    assert "# Translation of noi-01.vi.md into English." in (root / P1_EN).read_text(encoding="utf-8")


@pytest.mark.parametrize("field", ["", "\n    internal: true"])
def test_evidence_that_is_internal_is_not_to_be_translated(
    field: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """It stands neither in a new file nor among what is not translated."""
    root = site()
    item = f"  - id: mat{field}\n    serves: [A-1]\n    text: Việc nội bộ.\n    on: 2024-01-05\n    source: BC-09\n"
    edit(root, P1, "evidence:\n", "evidence:\n" + item)
    ran = confirm(run, root)
    assert ("not translated: evidence.mat.text" in ran.err) == (not field)
    (root / P1_EN).unlink()
    run("--root", root, "translate", P1)
    assert ("mat:" in (root / P1_EN).read_text(encoding="utf-8")) == (not field)
    told = json.loads(run("--root", root, "check", "--format", "json", P1_EN).out)["findings"]
    assert [f["code"] for f in told] == ["untranslated"]
