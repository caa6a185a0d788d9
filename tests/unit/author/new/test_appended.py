"""One more item at the end of a list, without another byte of the file changed."""

import pytest

from guongsang.author.new.appended import Item, appended
from guongsang.judge.criteria.kinds import CRITERIA

ITEM = Item("criteria", CRITERIA, {"id": "N-1", "label": {"vi": "Mới: một", "en": "[[x]]"}, "check": {"evidence": {}}})
HEAD = "categories:\n  - {id: a, label: {vi: A}}\n"
OLD = "  - id: O-1\n    label: {vi: Cũ}\n    check: {evidence: {}}\n"


def added(text: str, end: str = "\n") -> str:
    """Return what was put into a text, which is whole but for that."""
    data = text.replace("\n", end).encode()
    new = appended(data, "content/criteria/2024.yaml", ITEM)
    assert new is not None
    at = next(i for i in range(len(new)) if new[:i] + new[len(new) - len(data) + i :] == data)
    return new[at : at + len(new) - len(data)].decode()


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "criteria:\n" + OLD,
        HEAD + "criteria:\n" + OLD.rstrip("\n"),
        HEAD + "criteria:\n" + OLD + "\n\n# Hết\n",
        HEAD + "criteria:\n" + OLD + "    # của mục trên\n\n  # Hết\n",
        HEAD + "criteria:\n" + OLD.replace("  - ", "- ").replace("    ", "  "),
        HEAD + "criteria:\n" + OLD.replace("\n", "\n    ").replace("  -", "      -", 1).rstrip(" "),
        "\ufeff" + HEAD + "criteria:\n" + OLD,
        "criteria:\n" + OLD + HEAD,
        "criteria:\n" + OLD + "    section: |+\n      I.2\n" + HEAD,
        "# đầu\n---\n" + HEAD + "criteria: # các tiêu chí\n" + OLD + "...\n",
        HEAD + "criteria:\n  - {id: O-1, label: {vi: Cu\u0303}, check: {evidence: {}}} # NFD\n",
        HEAD + "criteria:\n  -\n    id: O-1\n    label: {vi: Cũ}\n    check: {evidence: {}}\n",
        HEAD + 'criteria:\n  - {id: O-1, label: {vi: "a\n      b"}, check: {evidence: {}}}\n',
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_put_below_the_last_item(text: str, end: str) -> None:
    """Every other byte stays: line ends, blanks, remarks, a mark of the order of bytes, decomposed letters."""
    lines = added(text, end)
    assert "N-1" in lines and "en: >-" in lines
    assert lines.count(end) == 7 and (end == "\n" or lines.replace(end, "").count("\n") == 0)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "criteria: [{id: O-1, label: {vi: Cũ}, check: {evidence: {}}}¦]\n",
        HEAD + "criteria: [\n  {id: O-1, label: {vi: Cũ}, check: {evidence: {}}}¦, # một\n]\n",
        HEAD + "criteria:\n  [{id: O-1, label: {vi: Cu\u0303}, check: {evidence: {}}}¦\n  ] # hết\n",
        "{categories: [{id: a, label: {vi: A}}], criteria: [¦]}\n",
        "{criteria: [{id: O-1, label: {vi: Cũ}, check: {evidence: {}}}¦], categories: [{id: a, label: {vi: A}}]}",
    ],
)
def test_an_item_is_put_between_brackets(text: str) -> None:
    """A list between brackets stays one; marks, which would need quotation marks there, are left out."""
    new = appended(text.replace("¦", "").encode(), "content/criteria/2024.yaml", ITEM)
    written = '{"id": "N-1", "label": {"vi": "Mới: một"}, "check": {"evidence": {}}}'
    assert new is not None
    assert new.decode() == text.replace("¦", written if "[¦" in text else f", {written}")


@pytest.mark.parametrize("empty", ["[]", "[ ]", "[] # chưa có", "[\n  ]"])
def test_two_brackets_with_nothing_between_become_lines(empty: str) -> None:
    """They go, and nothing else."""
    new = appended((HEAD + f"criteria: {empty}\nx: 1\n").encode(), "content/criteria/2024.yaml", ITEM)
    assert new is not None
    remark = " # chưa có" if "#" in empty else ""
    assert new.decode().startswith(HEAD + f"criteria:{remark}\n  - id: N-1\n") and new.decode().endswith(
        "]]\n    check:\n      evidence: {}\nx: 1\n"
    )


@pytest.mark.parametrize("text", [HEAD, HEAD + "criteria:\n", HEAD + "criteria: x\n", "criteria: [\n", "", "- a\n"])
def test_where_there_is_no_list_there_is_no_place(text: str) -> None:
    """Nothing is guessed."""
    assert appended(text.encode(), "content/criteria/2024.yaml", ITEM) is None
    assert appended(b"\xff" + text.encode(), "content/criteria/2024.yaml", ITEM) is None
