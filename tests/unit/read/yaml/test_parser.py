"""YAML as a tree of texts with places, and what of YAML is refused."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.findings import Finding
from guongsang.read.yaml.node import Node, values_in
from guongsang.read.yaml.parser import DEPTH_LIMIT, NODE_LIMIT, read_yaml
from unit.support import codes, shown, source_of


def read(text: str) -> tuple[Node | None, list[Finding]]:
    """Read a text as one YAML document."""
    return read_yaml(source_of(text, "site_config.yaml"))


def plain(node: Node | None) -> object:
    """Return a tree without places."""
    assert node is not None
    if node.members is not None:
        return {key: plain(member.node) for key, member in node.members.items()}
    if node.items is not None:
        return [plain(item) for item in node.items]
    return node.text


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("phone: 0345671234", {"phone": "0345671234"}),
        (
            "a: no\nb: 10:00\nc: 1e3\nd: 2022-06-10\ne: null\nf: ~",
            {"a": "no", "b": "10:00", "c": "1e3", "d": "2022-06-10", "e": "null", "f": "~"},
        ),
        ("a: 'it''s'\nb: \"x\\ty\"", {"a": "it's", "b": "x\ty"}),
        ("a: |\n  một\n  hai\nb: >-\n  ba\n  bốn", {"a": "một\nhai\n", "b": "ba bốn"}),
        ("- 1\n- [a, b]\n- {c: d}", ["1", ["a", "b"], {"c": "d"}]),
        ("a:\n  b:\n    - c", {"a": {"b": ["c"]}}),
        ("a:", {"a": ""}),
        ("", ""),
        ("# chỉ có ghi chú", ""),
        ("just words", "just words"),
        ("a: x # remark", {"a": "x"}),
        ("'1': a\n2: b", {"1": "a", "2": "b"}),
    ],
)
def test_every_scalar_stays_the_text_that_was_typed(text: str, tree: object) -> None:
    """Numbers, dates, yes and no, and nothing are text; only quotes and folds are taken away."""
    node, findings = read(text)
    assert plain(node) == tree
    assert findings == []


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("a: *x", "yaml-alias", "*x"),
        ("a: &x 1", "yaml-alias", "&x 1"),
        ("a: !!python/object:os.system 1", "yaml-tag", "!!python/object:os.system 1"),
        ("a: !x\n  b: 1", "yaml-tag", "!x"),
        ("a: 1\n---\nb: 2", "bad-yaml", "---"),
        ("a: 1\na: 2", "duplicate-key", "a"),
        ("? [a]\n: 1", "bad-yaml", "[a]"),
        ("a: x #y", "cut-by-hash", "#y"),
        ("a: b: c", "bad-yaml", ":"),
        ("a: [1, 2", "bad-yaml", ""),
        ("a: @x", "bad-yaml", "@"),
        ("\ta: 1", "bad-yaml", "\t"),
    ],
)
def test_what_is_not_plain_data_is_refused_at_its_place(text: str, code: str, at: str) -> None:
    """References, types, more documents, keys that come twice, and what YAML cannot read."""
    _, findings = read(text)
    assert codes(findings) == [code]
    assert shown(text, findings[0].place).startswith(at)


def test_of_two_equal_keys_the_first_counts_and_its_line_is_told() -> None:
    """So that nothing depends on which one somebody saw."""
    node, (finding,) = read("a: 1\nb: 2\n\na: 3")
    assert plain(node) == {"a": "1", "b": "2"}
    assert finding.message.args["line"] == 1
    assert finding.place.line == 4


@pytest.mark.parametrize("deep", [DEPTH_LIMIT - 1, DEPTH_LIMIT])
def test_lists_may_nest_as_deep_as_the_limit(deep: int) -> None:
    """One bracket more than the limit is refused, whether it is ever closed or not."""
    allowed = deep < DEPTH_LIMIT
    node, findings = read("[" * deep + "a" + "]" * deep)
    assert (codes(findings) == []) is allowed
    assert (node is not None) is allowed
    assert codes(read("[" * (DEPTH_LIMIT + 5))[1]) == ["too-deep"]


def test_a_bomb_is_refused_before_it_is_built() -> None:
    """Anchors that would grow to billions of values end at the first anchor, many values at their limit."""
    bomb = "a: &a [x,x]\n" + "\n".join(f"{b}: &{b} [*{a},*{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert codes(read(bomb)[1]) == ["yaml-alias"]
    assert codes(read("\n".join(["- x"] * (NODE_LIMIT + 1)))[1]) == ["too-large"]
    assert codes(read("\n".join(["- x"] * (NODE_LIMIT - 1)))[1]) == []


def test_each_value_and_key_knows_its_stretch() -> None:
    """The stretch of a value is what was typed for it, quotes included; that of a block ends at its last letter."""
    text = "title: 'Một'\nlist:\n  - hai\n  - [b, c]\nblock: |\n  ba\n\n\nlast: x\n"
    node, _ = read(text)
    assert node is not None and node.members is not None
    stretches = {key: text[m.node.start : m.node.end] for key, m in node.members.items()}
    assert stretches == {
        "title": "'Một'",
        "list": "- hai\n  - [b, c]",
        "block": "|\n  ba",
        "last": "x",
    }
    assert [text[m.start : m.end] for m in node.members.values()] == ["title", "list", "block", "last"]


def test_a_part_of_a_source_is_read_with_indexes_into_the_whole() -> None:
    """Front matter stands in a longer file, and its places are those of the file."""
    source = source_of("---\na: 1\nb: [\n---\n", "content/a.vi.md")
    node, findings = read_yaml(source, 4, 8)
    assert node is not None and node.members is not None
    assert source.text[node.members["a"].node.start : node.members["a"].node.end] == "1"
    assert findings == []
    _, (finding,) = read_yaml(source, 4, 15)
    assert finding.place.line in (3, 4)


def test_what_escapes_stand_for_is_looked_at_like_what_is_typed() -> None:
    """A control character that hides in an escape is told at its value, and is a blank in it."""
    node, findings = read('a: "x\\u0007y"\nb: "e\\u0301"\nc: "a\\u202eb"')
    assert codes(findings) == ["control-character", "bidi-control"]
    assert [finding.place.line for finding in findings] == [1, 3]
    assert plain(node) == {"a": "x y", "b": "é", "c": "ab"}


def test_an_empty_value_is_none_and_an_empty_text_is_one() -> None:
    """`key:` is the same as no key; quotes with nothing between are an empty text."""
    node, _ = read("a:\nb: ''")
    assert node is not None and node.members is not None
    assert node.members["a"].node.empty
    assert not node.members["b"].node.empty


def test_all_values_below_a_node_are_given_in_order() -> None:
    """Those of lists in groups and of groups in lists."""
    node, _ = read("a: 1\nb: [2, {c: 3}]\nd:\n  - e: 4")
    assert node is not None
    assert [text for _, _, text in values_in(node)] == ["1", "2", "3", "4"]


TREES = st.recursive(
    st.text("aăb 1:#-'\"[]{}&*!|>%@\n", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=120)
@given(TREES, st.booleans())
def test_what_a_yaml_writer_writes_is_read_back(tree: object, flow: bool) -> None:
    """Any tree of texts survives, in either style; texts that look like something else are quoted by the writer."""
    written = yaml.safe_dump({"top": tree}, allow_unicode=True, default_flow_style=flow)
    node, findings = read(written)
    assert findings == []
    assert plain(node) == {"top": tree}


@settings(deadline=None, max_examples=150)
@given(st.text("ab:- \n\t'\"[]{}#&*!|>%@`,?\\", max_size=40))
def test_any_text_is_read_or_refused_with_a_place_in_it(text: str) -> None:
    """Nothing is raised; where there is no tree there is a finding, and every finding lies in the file."""
    node, findings = read(text)
    assert node is not None or findings
    lines = text.count("\n") + 1
    for finding in findings:
        assert 1 <= finding.place.line <= finding.place.end_line <= lines
        assert finding.place.column >= 1
