"""Marks for what is still to be written: `[[what goes here]]`.

A new file is made with such marks, in the site's own language, at every place that its writer has to fill. They are
known in values and in bodies (not in code, links or notes), are told one by one as `to-fill-in`, and as long as one
stands in a document it is not published, draft or not, because readers would see it.
"""

import re

from guongsang.read.yaml.node import Node

PLACEHOLDER = re.compile(r"\[\[(?!\^)([^\[\]\n]+)\]\](?![(\[])")


def placeholder(text: str) -> str:
    """Make a mark that says what goes in its place."""
    return f"[[{' '.join(text.replace('[', '(').replace(']', ')').split())}]]"


def placeholder_in(node: Node) -> tuple[str, bool] | None:
    """Return what a value asks for, and whether it is nothing but a mark; brackets without quotes are a mark too."""
    if node.text is not None:
        found = PLACEHOLDER.search(node.text) if "[[" in node.text else None
        return (found[1].strip(), found[0] == node.text.strip()) if found else None
    inner = node.items[0] if node.items and len(node.items) == 1 else None
    words = inner.items if inner is not None and inner.items else ()
    texts = [word.text for word in words if word.text]
    return (", ".join(texts), True) if texts and len(texts) == len(words) else None
