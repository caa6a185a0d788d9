"""A place in a line of Markdown: what is still to be read of it, and in which column that stands."""

from guongsang.read.markdown.blocks.markers import BLANK, Marker


class Cursor:
    """Walks over what a line begins with. Columns count from 0, a tab goes on to the next multiple of four.

    `at` is the index in the line of the first letter that is no blank, `column` its column, `index` its index in the
    text; `rest` is what is still to be read from there on, `is_blank` whether that is nothing. Inside a quotation
    columns count as if one blank stood behind its sign.
    """

    def __init__(self, line: str, start: int) -> None:
        self.line = line
        self.start = start
        self._shift = 0
        self._move(0, 0)

    def _move(self, read: int, real: int) -> None:
        """Go on to an index of the line, in a column as the line stands; that may be in the middle of a tab."""
        self._read, self._real = read, real
        at, column = read, real
        while at < len(self.line) and (sign := self.line[at]) in BLANK:
            column += 4 - column % 4 if sign == "\t" else 1
            at += 1
        self.at = at
        self.rest = self.line[at:]
        self.is_blank = not self.rest
        self._margin = column - real
        self.column = column + self._shift

    @property
    def index(self) -> int:
        """Return the index in the text of the first letter that is no blank."""
        return self.start + self.at

    @property
    def end(self) -> int:
        """Return the index in the text at which the line ends."""
        return self.start + len(self.line)

    def skip(self, length: int) -> None:
        """Go on behind as many letters that are no blanks."""
        self._move(self.at + length, self._real + self._margin + length)

    def skip_quote(self) -> bool:
        """Go on behind the sign of a quotation and a blank; return whether there was one."""
        if not self.rest.startswith(">"):
            return False
        column = self.column
        self.skip(1)
        read, real = self._read, self._real
        if self.line[read : read + 1] == " " or (self.line[read : read + 1] == "\t" and real % 4 == 3):
            read += 1
        real += self.line[self._read : self._read + 1] in (" ", "\t")
        self._shift = column + 2 - real
        self._move(read, real)
        return True

    def skip_marker(self, marker: Marker) -> int:
        """Go on behind the mark of an item; return the column from which on text belongs to it."""
        end = self.column + len(marker.typed)
        self.skip(len(marker.typed))
        return self.column if not self.is_blank and self.column - end < 5 else end + 1

    def code(self, column: int) -> str:
        """Return the line without the blanks before a column, as a line of code in a fence there."""
        blanks = max(self.column - column, 0)
        return " " * min(blanks, self._margin) + self.rest
