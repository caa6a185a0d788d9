"""What right values look like."""

import json

from guongsang.read.fields.kinds import (
    Date,
    Either,
    Flag,
    Group,
    Integer,
    Kind,
    ListOf,
    Number,
    OneOf,
    Period,
    Slug,
    Url,
)


def typed_value(text: str) -> str:
    """Return a text as YAML takes it inside brackets: between quotes where a sign in it would mean something."""
    bare = not any(sign in text for sign in ",[]{}#&*!|>%@`\"'") and ": " not in text and not text.endswith(":")
    return text if bare else json.dumps(text, ensure_ascii=False)


def example(kind: Kind) -> str:
    """Show what a right value looks like."""
    match kind:
        case OneOf():
            return next(iter(kind.choices))
        case Flag():
            return "true"
        case Integer() | Number():
            return "1"
        case Date():
            return "2022-06-10"
        case Period():
            return "2022-01/2022-05"
        case Slug():
            return kind.example
        case Url():
            return "https://guongsang.example/"
        case Group():
            return _group(kind)
        case ListOf():
            return f"[{example(kind.kind)}]" if not isinstance(kind.kind, Group) else "- …"
        case Either():
            return example(kind.kinds[0])
    return "…"


def _group(group: Group) -> str:
    """Write a group with the fields that it must have, or with its first one."""
    needed = [name for name in group.names if group.fields[name].required] or list(group.names[:1])
    inner = ", ".join(f"{name}: {example(group.fields[name].kind)}" for name in needed)
    return f"{{{inner}}}" if inner else "…"
