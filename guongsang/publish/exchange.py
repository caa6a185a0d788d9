"""Two folders change places: in a single call where the system has one, else by renaming."""

import ctypes
import os
import sys
from pathlib import Path

from guongsang.findings import Refusal
from guongsang.i18n.messages import Message, say, say_n
from guongsang.i18n.system_faults import reason_of
from guongsang.publish.faults import cannot_write
from guongsang.publish.patience import PATIENCE, Patience, held_open, is_held_open


def put_in_place(new: Path, target: Path, aside: Path, patience: Patience = PATIENCE) -> None:
    """Put a folder in the place of another, which then lies where the new one did, or aside. Raises Refusal."""
    try:
        if not target.exists():
            patience.carry_out(lambda: new.rename(target))
        elif not exchanged(new, target):
            swap_by_renaming(new, target, aside, patience)
    except OSError as fault:
        raise _not_put(target, aside, fault, patience.seconds) from fault


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one call (renameat2 with RENAME_EXCHANGE); False where that is not to be had."""
    if not sys.platform.startswith("linux"):
        return False
    at_cwd, exchange = -100, 2
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(at_cwd, os.fsencode(one), at_cwd, os.fsencode(other), exchange) == 0)


def swap_by_renaming(new: Path, old: Path, aside: Path, patience: Patience = PATIENCE) -> None:
    """Put a folder in the place of another, which goes aside. Raises OSError, with everything as it was."""
    patience.carry_out(lambda: old.rename(aside))
    try:
        patience.carry_out(lambda: new.rename(old))
    except OSError:
        patience.carry_out(lambda: aside.rename(old))
        raise


def _not_put(target: Path, aside: Path, fault: OSError, seconds: int) -> Refusal:
    """Tell why a folder could not be replaced, and what to do."""
    if aside.exists() and not target.exists():
        return Refusal(
            say(
                "{folder} could not be put back ({reason}); it lies unharmed in {aside}, and the next run puts it back",
                folder=str(target),
                aside=str(aside),
                reason=reason_of(fault),
            ),
            status=3,
        )
    if not is_held_open(fault):
        return cannot_write(target, fault)
    return Refusal(_held_told(target, seconds), status=3)


def _held_told(target: Path, seconds: int) -> Message:
    """Tell what to close, by name where that can be found out."""
    if files := held_open(target):
        return say(
            "{folder} cannot be replaced, because other programs have these files open: {files}. Close them and run the"
            " command again; nothing was changed",
            folder=str(target),
            files=list(files),
        )
    return say_n(
        "{folder} cannot be replaced: for {n} second another program or a window had something in it open, or there is"
        " no right to change it. Close what shows that folder or its files and run the command again; nothing was"
        " changed",
        "{folder} cannot be replaced: for {n} seconds another program or a window had something in it open, or there is"
        " no right to change it. Close what shows that folder or its files and run the command again; nothing was"
        " changed",
        n=seconds,
        folder=str(target),
    )
