"""What is told where a folder cannot be written: one sentence, with the reason of the system in the program's words."""

from pathlib import Path

from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.i18n.system_faults import reason_of


def cannot_write(folder: Path, fault: OSError) -> Refusal:
    """Return the refusal of a command that could not write to a folder, and so changed nothing there."""
    return Refusal(
        say(
            "{folder} cannot be written ({reason}); nothing was changed",
            folder=str(folder),
            reason=reason_of(fault),
        ),
        status=3,
    )


def cannot_read(folder: Path, fault: OSError) -> Refusal:
    """Return the refusal of a command that could not read a folder."""
    return Refusal(say("{folder} cannot be read ({reason})", folder=str(folder), reason=reason_of(fault)), status=3)
