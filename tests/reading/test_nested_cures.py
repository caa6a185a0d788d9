"""Cures for fields inside others show the whole shape, and all faults of a criterion are told at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import edit

PROFILE, CRITERIA, BULLETIN, PLAN = (
    "content/exemplars/2024/noi-01.vi.md",
    "content/criteria/2024.yaml",
    "content/bulletins/2024-05.vi.md",
    "content/plans/2024/noi.vi.md",
)


def hints(ran: Ran, *codes: str) -> list[str]:
    """Return the hints of some codes."""
    return [str(f["hint"]) for f in ran.findings(*codes)]


@pytest.mark.parametrize(
    ("file", "old", "new", "hint"),
    [
        ("site_config.yaml", "organisation:\n  name:", "organisation:\n  parent:", "organisation: {name: …}"),
        ("site_config.yaml", "organisation:\n", "organisation: x\nprint:\n", "organisation: {name: …}"),
        (
            PROFILE,
            "discovered: {on: 2024-02-20}",
            "discovered: {document: X}",
            "progress: {discovered: {on: 2022-06-10}}",
        ),
        (PROFILE, "discovered: {on: 2024-02-20}", "discovered: 2024", "progress: {discovered: {on: …}}"),
        (PROFILE, "sample: true", "sample: true\nwithdrawn: {document: X}", "withdrawn: {on: 2022-06-10}"),
        (PROFILE, "sample: true", "sample: true\nallow: [{code: late}]", "add a line: reason: …"),
        (PROFILE, "title: ", "kqx: ", "add a line: title: …"),
        ("site_config.yaml", "organisation:", "kqx:", "add a line: organisation: {name: …}"),
        (PROFILE, "progress:\n", "kqx:\n", "add a line: progress: {discovered: {on: 2022-06-10}}"),
        (BULLETIN, "masthead:", "kqx:", "add a line: masthead: {licence: …}"),
        (PLAN, "lead:", "kqx:", "add a line: lead: {name: …"),
        (CRITERIA, "check:", "kqx:", "check: {"),
    ],
)
def test_a_cure_shows_the_groups_around_a_field(
    file: str, old: str, new: str, hint: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """From the top of the file, or from the item of a list on."""
    root = site()
    edit(root, file, old, new)
    told = hints(run("--root", root, "--lang", "en", "check", "--format", "json"), "missing-field", "wrong-type")
    assert any(hint in one for one in told), told


@pytest.mark.parametrize(
    ("criterion", "codes"),
    [
        ("for: {category: [nose]}, set_by: {unit: nowhere}", {"missing-field", "unknown-category", "unknown-unit"}),
        (
            "label: {vi: A}, check: {section: {}, evidence: {}}, for: {unit: nowhere}",
            {"missing-field", "bad-value", "unknown-unit"},
        ),
        ("label: {vi: A}, for: {subject: thing, leader: maybe}", {"missing-field", "bad-value"}),
        (
            "check: {evidence: {requires: [smell]}}, for: {unit: nowhere}",
            {"missing-field", "bad-value", "unknown-unit"},
        ),
        ("id: A-1, set_by: {unit: nowhere}", {"missing-field", "duplicate-key", "unknown-unit"}),
    ],
)
def test_all_faults_of_a_criterion_are_told_at_once(
    criterion: str, codes: set[str], site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Not the first alone."""
    root = site()
    given = criterion if criterion.startswith("id:") else f"id: Z-1, {criterion}"
    text = (root / CRITERIA).read_text(encoding="utf-8")
    (root / CRITERIA).write_text(f"{text.rstrip()}\n  - {{{given}}}\n", encoding="utf-8")
    ran = run("--root", root, "check", "--format", "json")
    assert ran.status == 2 and codes <= {str(f["code"]) for f in ran.findings()}, ran.out
