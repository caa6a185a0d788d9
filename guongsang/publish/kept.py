"""Moves what no build put into an output to a folder beside it, before the output is replaced: nothing is lost."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from guongsang.publish.faults import cannot_write


def kept_folder(output: Path) -> Path:
    """Return where files go that lay in an output and were not made by a build."""
    return output.with_name(f"{output.name}-kept")


@contextmanager
def kept_aside(output: Path, foreign: Sequence[str]) -> Iterator[None]:
    """Move files, by their paths below the output, and back where what follows fails. Raises Refusal.

    What was moved there by an earlier build stays as it is.
    """
    moved: list[tuple[Path, Path]] = []
    try:
        for path in foreign:
            target = _free(kept_folder(output) / path)
            target.parent.mkdir(parents=True, exist_ok=True)
            (output / path).rename(target)
            moved.append((target, output / path))
        yield
    except BaseException as fault:
        for target, place in moved:
            with suppress(OSError):
                target.rename(place)
        if isinstance(fault, OSError):
            raise cannot_write(output, fault) from fault
        raise


def _free(path: Path) -> Path:
    """Return a path where nothing lies yet: with a number before its ending if need be."""
    if not path.exists():
        return path
    return next(p for number in count(2) if not (p := path.with_stem(f"{path.stem}-{number}")).exists())
