"""Lines of a text: where the one around an index begins and ends."""


def line_start(text: str, index: int) -> int:
    """Return the index at which the line around an index begins."""
    return text.rfind("\n", 0, index) + 1


def line_end(text: str, index: int) -> int:
    """Return the index of the line feed at or after an index, or the length of the text."""
    end = text.find("\n", index)
    return len(text) if end < 0 else end
