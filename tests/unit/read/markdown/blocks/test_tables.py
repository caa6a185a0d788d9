"""Tables with bars and with tabs."""

import pytest

from guongsang.read.markdown.blocks.tables import Table, bar_table, cells_of, is_delimiter, rows_and_text
from guongsang.read.markdown.engine import Parser
from unit.read.markdown.blocks.outline import outline

PARSER = Parser()
HEAD = "thead(tr(th(A) th(B)))"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("| A | B |\n|---|---|\n| 1 | 2 |", f"table({HEAD} tbody(tr(td(1) td(2))))"),
        ("Kết quả:\n| A | B |\n|---|---|\n| 1 | 2 |", f"p(Kết quả:) table({HEAD} tbody(tr(td(1) td(2))))"),
        ("A | B\n--|--\n1 | 2\n\nc", f"table({HEAD} tbody(tr(td(1) td(2)))) p(c)"),
        ("| A | B |\n|---|---|\n| 1 | 2 | 3 |", "table(thead(tr(th(A) th(B) th())) tbody(tr(td(1) td(2) td(3))))"),
        ("| A | B |\n|---|---|\n| 1 |", f"table({HEAD} tbody(tr(td(1) td())))"),
        ("| A | B |\n|---|---|", f"table({HEAD} tbody())"),
        ("| A | B |\n|---|\n| 1 | 2 |", f"table({HEAD} tbody(tr(td(1) td(2))))"),
        ("| A | B |\n|---|---|\n- c", f"table({HEAD} tbody()) ul(li(c))"),
        (
            "- x\n\n  | A | B |\n  |---|---|\n  | 1 | 2 |\n- y",
            f"ul(li(p(x) table({HEAD} tbody(tr(td(1) td(2))))) li(p(y)))",
        ),
        ("A\tB\n1\t2", f"table({HEAD} tbody(tr(td(1) td(2))))"),
        ("Kết quả:\nA\tB\n1\t2\nHết", f"p(Kết quả:) table({HEAD} tbody(tr(td(1) td(2)))) p(Hết)"),
        ("A\tB\n1\t2\t3", "table(thead(tr(th(A) th(B) th())) tbody(tr(td(1) td(2) td(3))))"),
        ("A\t\n1\t2", "p(A 1 2)"),
        ("một\thai", "p(một hai)"),
        ("| A | B |\n| 1 | 2 |", f"table({HEAD} tbody(tr(td(1) td(2))))"),
        ("A | B\n1 | 2", f"table({HEAD} tbody(tr(td(1) td(2))))"),
        ("Kết quả:\n| A | B |\n| 1 | 2 |\nHết", f"p(Kết quả:) table({HEAD} tbody(tr(td(1) td(2)))) p(Hết)"),
        ("- x\n  | A | B |\n  | 1 | 2 |\n- y", f"ul(li(x table({HEAD} tbody(tr(td(1) td(2))))) li(y))"),
        ("|A|B|\n|1|2|", f"table({HEAD} tbody(tr(td(1) td(2))))"),
        ("A|B\n1|2", "p(A|B 1|2)"),
        ("Phòng A | tầng 1\nvà hết", "p(Phòng A | tầng 1 và hết)"),
        ("| A | B |\n| 1 |", "p(| A | B | | 1 |)"),
        ("| A | B |\n|---|---|\n| 1 | 2 |\nsau", f"table({HEAD} tbody(tr(td(1) td(2)))) p(sau)"),
        ("| A |\n|---|\n| 1 |\nsau", "table(thead(tr(th(A))) tbody(tr(td(1)) tr(td(sau))))"),
        ("| A | B |", "p(| A | B |)"),
    ],
)
def test_tables_hold_every_cell(text: str, tree: str) -> None:
    """Right behind text, inside items, with rows longer or shorter than the head; tabs as they come out of Word."""
    assert outline(PARSER.parse(text)) == tree


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a | b |", [(2, "a"), (6, "b")]),
        ("a|b", [(0, "a"), (2, "b")]),
        ("|a\\|b|c|", [(1, "a|b"), (6, "c")]),
        ("| `a|b` | c |", [(2, "`a|b`"), (10, "c")]),
        ("|||", [(1, ""), (2, "")]),
        ("| a", [(2, "a")]),
        ("|", [(1, "")]),
    ],
)
def test_a_line_is_parted_at_its_bars(line: str, cells: list[tuple[int, str]]) -> None:
    """Those in code and behind a backslash part nothing."""
    assert cells_of(0, line) == cells


@pytest.mark.parametrize(
    ("line", "head", "found"),
    [
        ("|---|---|", "|a|b|", True),
        ("|:-:|--:|", "a|b", True),
        ("|---|", "a", True),
        ("---", "a", False),
        ("|---|x|", "|a|b|", False),
        ("|---|---|", "a", False),
    ],
)
def test_the_line_of_hyphens(line: str, head: str, found: bool) -> None:
    """It has bars, and its head has some too."""
    assert is_delimiter(line, head) is found


def test_columns_are_aligned_by_colons() -> None:
    """Left, centre and right; nothing where nothing is said."""
    table = bar_table([(0, "|a|b|c|d|"), (10, "|:-|:-:|-:|-|"), (30, "|1|2|3|4|")])
    assert table.aligns == ("left", "center", "right", "") and table.width == 4


def test_parts_of_a_paragraph_keep_their_order() -> None:
    """Text, a table, text, each with the places of its lines."""
    parts = list(rows_and_text([(0, "a"), (2, "b\tc"), (6, "d\te"), (10, "f")]))
    assert [isinstance(part, Table) for part in parts] == [False, True, False]
    assert isinstance(parts[1], Table) and parts[1].rows == ([(6, "d"), (8, "e")],)
