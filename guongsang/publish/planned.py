"""A file of an output as it is planned, before it is made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from guongsang.publish.release import File


@dataclass(frozen=True)
class Planned:
    """A file of the output that is still to be made: its path below it, how, what it is, its language, its source.

    A book is a paper that takes much memory to print. `given` yields digests of all that goes into the file, where that
    costs less than making it; the sooner one comes the less it costs.
    """

    path: str
    make: Callable[[], bytes]
    kind: str
    lang: str | None = None
    source: str | None = None
    is_book: bool = False
    given: Callable[[], Iterator[bytes]] | None = None

    @property
    def bare(self) -> File:
        """Return the file without its bytes."""
        return File(self.path, b"", self.kind, self.lang, self.source)

    def made(self) -> File:
        """Make the file. Raises SetupError where a template is wrong, Refusal where printing fails."""
        return replace(self.bare, data=self.make())
