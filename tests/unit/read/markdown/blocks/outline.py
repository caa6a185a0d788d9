"""Trees in short, for tests."""

from guongsang.read.markdown.tree import Node


def outline(nodes: tuple[Node, ...]) -> str:
    """Write a tree as tags with what is in them; an item with the mark that it shows, a list with where it starts."""
    out = []
    for node in nodes:
        if isinstance(node, str):
            out.append(" ".join(node.split()))
        else:
            start = f"@{node.attrs['start']}" if "start" in node.attrs else ""
            mark = f"[{node.attrs['mark']}]" if "mark" in node.attrs else ""
            out.append(f"{node.tag}{start}{mark}({outline(node.children)})")
    return " ".join(filter(None, out))
