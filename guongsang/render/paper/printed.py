"""A paper as it is printed for an output, and what is told where it cannot be."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from guongsang.cache import Keep
from guongsang.commands import command
from guongsang.findings import Place, Refusal, SetupError, find
from guongsang.i18n.messages import Message, say
from guongsang.i18n.system_faults import in_own_words
from guongsang.read.source import read_text
from guongsang.render.paper.paper import Paper
from guongsang.render.paper.papers import print_sheet
from guongsang.render.typst.printers import PaperError, PrinterFailed, TypstPool
from guongsang.render.typst.typst_words import typst_in_own_words

_FAULT_OF_DATA = "unknown body node"
"""How our own print templates begin what they say of a text that they do not know how to set."""


def print_paper(paper: Paper, pool: TypstPool, keep: Keep) -> bytes:
    """Print a paper. Raises SetupError where its template is wrong, Refusal where printing itself fails."""
    try:
        return print_sheet(paper, pool, keep)
    except PaperError as fault:
        if str(fault).startswith(_FAULT_OF_DATA):
            raise Refusal(_stopped(paper, str(fault)), status=3) from fault
        raise _cannot_print(paper.source, str(fault), pool.templates) from fault
    except (PrinterFailed, MemoryError) as fault:
        raise Refusal(_stopped(paper, str(fault)), status=3) from fault


def _stopped(paper: Paper, reason: str) -> Message:
    """Return at which paper printing came to an end, and what to do; without a reason its process has just ended."""
    if not reason:
        return say(
            "the printer came to an end at {paper} (from {file}), most likely because memory ran out or it took too"
            " long; nothing was changed. What was printed before is kept: close other programs and run the command"
            " again, or build without papers",
            paper=paper.path,
            file=paper.source,
        )
    return say(
        "{paper} (from {file}) could not be printed: {reason}; nothing was changed. What was printed before is kept:"
        " run the command again, or build without papers",
        paper=paper.path,
        file=paper.source,
        reason=in_own_words(reason),
    )


def _place_in(reason: str) -> Place | None:
    """Find the line of a print template in what the printer says."""
    found = re.search(r"([\w-]+\.typ):(\d+)", reason)
    return Place(f"templates/print/{found[1]}", int(found[2]), 1, int(found[2]), 1) if found else None


def _cannot_print(file: str, reason: str, templates: Mapping[str, bytes]) -> SetupError:
    place = _place_in(reason) or Place(file)
    finding = find(
        "bad-template",
        place,
        say("this paper cannot be printed: {reason}", reason=typst_in_own_words(reason)),
        say(
            "see the print templates; to build the site without papers: {command}",
            command=command("build", "--no-print"),
        ),
    )
    data = templates.get(PurePosixPath(place.file).name)
    source = read_text(data, place.file)[0] if data else None
    return SetupError([finding], {place.file: source} if source else {})
