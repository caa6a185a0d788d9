"""Somebody who types at a terminal."""

import io

CTRL_C = "\x03"
"""A line that is never typed to its end, because somebody presses Ctrl+C."""


class Keyboard(io.StringIO):
    """Somebody at a terminal who types these lines."""

    def __init__(self, *lines: str) -> None:
        """Begin with the first line."""
        super().__init__("".join(f"{line}\n" for line in lines))

    def isatty(self) -> bool:
        """It is a terminal."""
        return True

    def readline(self, *limit: int) -> str:  # type: ignore[override]
        """Read a line as the system does: Ctrl+C never arrives as one."""
        line = super().readline(*limit)
        if line.startswith(CTRL_C):
            raise KeyboardInterrupt
        return line
