"""The commands: the only room that prints, reads the clock and the environment, or ends the program.

Each module declares the commands of one kind of work; `commands` lists them. Findings go to standard output, progress
and reports to standard error. Exit status: 0 done, 1 findings of level error (with `--strict` warnings too), 2 wrong
use, configuration, units, criteria, catalogue or template, 3 environment, 130 interrupted.
`--root`, `--lang` and `--today` may stand before or after a command. What the program says is told in the language of
`--lang`, else the site's source language. Libraries are imported on the way to the command that needs them.
"""

import gc
import sys
from collections.abc import Sequence
from functools import partial

from guongsang.cli.again.last_time import last_time
from guongsang.cli.streams import open_streams

GC_THRESHOLDS = (1_000_000, 100, 100)
"""How seldom commands look for cycles: nearly all that they make lives until their end, and going through all of it
again and again takes a third of the time of a build. Memory at its most is the same within 1 MB for 1,000 profiles."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the arguments of a command line and give its exit status; never ends in a traceback."""
    gc.set_threshold(*GC_THRESHOLDS)
    open_streams()
    typed = sys.argv[1:] if arguments is None else arguments
    call = last_time(typed)
    return call.tell_or(partial(_run, typed)) if call else _run(typed)


def _run(typed: Sequence[str]) -> int:
    from guongsang.cli.line.run import run

    return run(typed)
