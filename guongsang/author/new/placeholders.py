"""What a writer still has to give, as marks in a tree of values: made from the tables of fields, so never out of date.

`ask` gives the mark for one field, `ask_at` puts marks at a dotted path of a tree together with whatever else must
stand beside it there.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from guongsang.i18n.messages import Catalogue, Message, say
from guongsang.read.fields.examples import example
from guongsang.read.fields.kinds import Date, Field, Flag, Group, Integer, Kind, ListOf, Number, OneOf
from guongsang.read.yaml.placeholders import placeholder


def ask(spec: Field, words: Catalogue, what: str = "") -> Any:
    """Ask for a field: a mark for a value, a group or list of marks for more."""
    match spec.kind:
        case Group():
            return ask_group(spec.kind, words)
        case ListOf():
            return [ask(Field(spec.kind.kind, spec.label, help=spec.help), words, what)]
    return placeholder(what or _what(spec, words))


def ask_group(group: Group, words: Catalogue) -> dict[str, Any]:
    """Ask for what must stand in a group, or for all of it where nothing must."""
    must = {name: spec for name, spec in group.fields.items() if spec.required}
    return {name: ask(spec, words) for name, spec in (must or group.fields).items()}


def _what(spec: Field, words: Catalogue) -> str:
    if spec.help:
        return words.tell(spec.help)
    return words.tell(_form(spec.kind) or spec.label)


def _form(kind: Kind) -> Message | None:
    match kind:
        case OneOf():
            return one_of(kind.choices)
        case Flag():
            return one_of(("true", "false"))
        case Date():
            return say("a day, like {example}", example=example(kind))
        case Integer() | Number():
            return say("digits only, like {example}", example="14")
    return None


def one_of(choices: Iterable[str]) -> Message:
    """Return what there is to choose from."""
    return say("one of these: {names}", names=", ".join(choices))


def ask_at(tree: dict[str, Any], group: Group, path: str, words: Catalogue, what: str = "") -> None:
    """Ask for the field at a dotted path, such as `movements[].role`, unless something stands there already."""
    name, _, rest = path.partition(".")
    name = name.removesuffix("[]")
    spec = group.fields.get(name)
    if spec is None:
        return
    inner = spec.kind.kind if isinstance(spec.kind, ListOf) else spec.kind
    if not rest or not isinstance(inner, Group):
        tree.setdefault(name, ask(spec, words, what))
        return
    if name not in tree:
        must = {key: ask(field, words) for key, field in inner.fields.items() if field.required}
        tree[name] = [must] if isinstance(spec.kind, ListOf) else must
        first = rest.partition(".")[0].removesuffix("[]")
        if what and first in must and "." not in rest:
            must[first] = ask(inner.fields[first], words, what)
    below = tree[name][0] if isinstance(tree[name], list) and tree[name] else tree[name]
    if isinstance(below, dict):
        ask_at(below, inner, rest, words, what)


def label_notes(
    tree: Mapping[str, Any], group: Group, words: Catalogue
) -> dict[tuple[str | int, ...], tuple[str, ...]]:
    """Note above each field what it is called in the writer's language."""
    return {(name,): (words.tell(group.fields[name].label),) for name in tree if name in group.fields}
