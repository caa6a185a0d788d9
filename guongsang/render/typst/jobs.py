"""What the processes that print are told, and what they answer; nothing here needs Typst."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from guongsang.render.typst.sheet import Sheet, SheetValue

DATA_FILE = "sheet.json"
FONTS_FILE = "fonts.json"
STORIES = 8
"""A paper of more stories is a book; so many of its stories are asked for their ways at a time."""


@dataclass(frozen=True)
class Start:
    """What a process is told first: the templates by file name, the folders of the fonts, those that the site brings.

    `own_fonts` gives for the path of each font of the site a pattern of the letters that it sets.
    """

    templates: Mapping[str, bytes]
    fonts: Sequence[str]
    own_fonts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Job:
    """A paper to be printed: its template, its sheet, its pictures by name, its day in seconds, whose fonts it uses.

    It may take so many `seconds` of the processor.
    """

    main: str
    sheet: Sheet
    pictures: Mapping[str, bytes]
    issued: int
    system_fonts: bool = False
    seconds: float = 60


@dataclass(frozen=True)
class Answer:
    """What became of a job: its PDF, or why Typst refuses it, or what failed that is no fault of the paper.

    `ways` are those that were found for the stories of a book, by their ids.
    """

    pdf: bytes = b""
    refused: str = ""
    failed: str = ""
    ways: Mapping[str, SheetValue] = field(default_factory=dict)
