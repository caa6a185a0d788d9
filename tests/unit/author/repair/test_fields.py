"""Repairs of fields: what YAML cannot read but a person can, and values of fields that are no text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.author.repair.fields import repair_fences, repair_fields, table_for
from unit.support import CAMPAIGN, MAI, PLAN, SITE


def repaired(front: str, file: str = MAI) -> str:
    """Repair fields and return them."""
    behind = "\n---\nBody: “x”\n"
    text, _ = repair_fields(f"---\n{front}{behind}", file)
    assert text.startswith("---\n") and text.endswith(behind)
    return text.removeprefix("---\n").removesuffix(behind)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("title:Một", "title: Một"),
        ("title:  Một", "title:  Một"),
        ("title： Một", "title: Một"),
        ("title: Một: hai", 'title: "Một: hai"'),
        ("title: “Một: hai”", 'title: "Một: hai"'),
        ("progress:\n\tregistered: {on: 2024-03-01}", "progress:\n  registered: {on: 2024-03-01}"),
        ("title: Một\nsummary:Hai\nunit:noi", "title: Một\nsummary: Hai\nunit: noi"),
        ("progress:\n  registered: {on: 10/3/2024}", "progress:\n  registered: {on: 2024-03-10}"),
        ("consent: {on: ngày 10 tháng 3 năm 2024}", "consent: {on: 2024-03-10}"),
        ("consent: {on: “2024-03-10”}", "consent: {on: 2024-03-10}"),
        ("draft: “true”", "draft: true"),
    ],
)
def test_what_was_meant_is_certain_and_is_written(typed: str, meant: str) -> None:
    """Colons without blanks, tabs, quotation marks of Word, dates as people type them."""
    assert repaired(typed) == meant
    assert repaired(meant) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "title: Một",
        "title: “Một”",
        "title: 10/3/2024",
        "summary: việc của ngày 10/3/2024",
        "consent: {on: 31/02/2024}",
        "consent: {on: 10/3}",
        "titel:Một",
        "title: [",
        "evidence:\n  - text: “Một”",
        "draft: yes",
        "consent: {on: '10/3/2024'}",
    ],
)
def test_what_is_not_certain_or_is_words_is_left(typed: str) -> None:
    """Quotation marks in a text, dates in words, days that no calendar has, names of no field."""
    assert repaired(typed) == typed


def test_each_repair_is_told_with_its_line() -> None:
    """Counted from 1 in the whole file."""
    _, done = repair_fields("---\ntitle:Một\nconsent: {on: 10/3/2024}\n---\n", MAI)
    assert [line for line, _ in done] == [2, 3]
    assert len({message.text for _, message in done}) == 2


@pytest.mark.parametrize(
    ("file", "known"),
    [
        (MAI, True),
        (PLAN, True),
        (CAMPAIGN, True),
        ("content/pages/about.vi.md", True),
        ("content/criteria/2024.yaml", True),
        ("content/units.yaml", True),
        ("site_config.yaml", True),
        ("locales/abbreviations.yaml", True),
        ("content/other/a.vi.md", False),
        ("content/pages/a.jpg", False),
        ("content/a.vi.md", False),
        ("README.md", False),
    ],
)
def test_a_file_has_its_table_by_its_path(file: str, known: bool) -> None:
    """A file that is none of the site's has none, and is left as it is."""
    assert (table_for(file) is not None) is known
    if not known:
        assert repair_fields("title:Một\n", file) == ("title:Một\n", [])


@pytest.mark.parametrize(
    ("lines", "meant", "rows"),
    [
        (["---", "title: a", "---"], ["---", "title: a", "---"], []),
        (["–––", "title: a", "---"], ["---", "title: a", "---"], [1]),
        (["---", "title: a", "———", "body"], ["---", "title: a", "---", "body"], [3]),
        (["----", "title: a", "-----", "body"], ["---", "title: a", "---", "body"], [1, 3]),
        (["- - -", "title: a", "---"], ["---", "title: a", "---"], [1]),
        (["", "", "---", "title: a", "---"], ["---", "title: a", "---"], [1]),
        (["---", "just words", "———"], ["---", "just words", "———"], []),
        (["title: a", "———"], ["title: a", "———"], []),
        ([""], [""], []),
        (["———"], ["———"], []),
        (["———", "title: a", "a line of prose", "———"], ["———", "title: a", "a line of prose", "———"], []),
    ],
)
def test_fences_of_other_dashes_are_brought_to_three_hyphens(
    lines: list[str], meant: list[str], rows: list[int]
) -> None:
    """Only around lines that look like fields."""
    changed = list(lines)
    told = [row for row, _ in repair_fences(changed)]
    assert changed == meant
    assert sorted(told) == rows


@pytest.mark.parametrize("file", [file for file in SITE if file.endswith((".md", ".yaml"))])
def test_a_good_file_is_left_alone(file: str) -> None:
    """Byte for byte."""
    assert repair_fields(SITE[file], file) == (SITE[file], [])


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.sampled_from(["title:Một", "unit: noi", "\tname: a", "consent: {on: 1/2/2024}", "- x", "summary: a: b", ""]),
        max_size=5,
    )
)
def test_repairing_twice_is_repairing_once(rows: list[str]) -> None:
    """Whatever stands beside whatever."""
    text = "---\n" + "".join(f"{row}\n" for row in rows) + "---\nx\n"
    once, _ = repair_fields(text, MAI)
    assert repair_fields(once, MAI) == (once, [])
