"""Brings the release before the one that is shown back into a web root, byte for byte, in one step.

What others put into the root stays as it is. A release that shows what is withheld now is not brought back.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from guongsang.commands import command
from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.publish.contents import compare
from guongsang.publish.exchange import put_in_place
from guongsang.publish.faults import cannot_write
from guongsang.publish.locks import one_at_a_time
from guongsang.publish.patience import PATIENCE, Patience
from guongsang.publish.release_list import RELEASE_LIST, read_release
from guongsang.publish.web_root.copying import carry_over
from guongsang.publish.web_root.notes import shows_withheld
from guongsang.publish.web_root.root import WebRoot, foreign_in
from guongsang.publish.withheld import Withheld, read_withheld


@dataclass(frozen=True)
class Back:
    """What going back did: the number of the release that is shown again, and of the one that was shown before."""

    number: int
    instead_of: int


def go_back(root: WebRoot, output: Path, patience: Patience = PATIENCE) -> Back:
    """Show the release before the present one again. Raises Refusal, with the root as it was.

    What is withheld now is known from the output of the site.
    """
    with one_at_a_time(root.folder):
        try:
            root.settle()
            present = root.number
            number = _before(root, present, read_withheld(output))
            _make_ready(root, number)
            put_in_place(root.place(number), root.folder, root.place(f"old-{present}"), patience)
        except OSError as fault:
            raise cannot_write(root.folder, fault) from fault
        with suppress(OSError):  # it is shown; if need be, the next run names the other one
            root.settle()
        return Back(number, present)


def _before(root: WebRoot, present: int, withheld: Withheld) -> int:
    """Return the number of the release before the present one. Raises Refusal where none can be shown, OSError."""
    folder = str(root.folder)
    if not present:
        raise Refusal(say("{folder} holds no release of this site; publish into it first", folder=folder))
    number = max((number for number in root.kept if number < present), default=None)
    if number is None:
        raise Refusal(say("no earlier release is kept of {folder}; nothing was changed", folder=folder))
    if shows_withheld(root, number, withheld):
        raise Refusal(
            say(
                "release {number} shows what may not be shown any more, and is not brought back. To publish the present"
                " output instead: {command}",
                number=str(number),
                command=command("publish", folder),
            )
        )
    return number


def _make_ready(root: WebRoot, number: int) -> None:
    """Prove that a release is whole, and put what others have in the root now beside it. Raises Refusal, OSError."""
    folder = root.place(number)
    release = read_release(folder)
    compared = compare(folder, release.files if release else {RELEASE_LIST: ""})
    if not compared.is_whole:
        raise Refusal(
            say(
                "release {number} was altered where it is kept ({files}), and is not brought back",
                number=str(number),
                files=[*compared.missing, *compared.altered][:3],
            ),
            status=3,
        )
    for path in foreign_in(folder):
        (folder / path).unlink()
    carry_over(root.folder, folder, root.foreign)
