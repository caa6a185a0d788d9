"""The command `fix`: safe repairs of files, shown as a difference first, written with `--write`."""

import os
import shutil
import stat
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from guongsang.author.field_repairs import table_for
from guongsang.author.fix import Repair, difference, repair
from guongsang.cli.call import DONE, ENVIRONMENT, FINDINGS, Call, in_colour
from guongsang.cli.declaring import Declare
from guongsang.cli.judging import named
from guongsang.findings import Finding
from guongsang.i18n import say, say_n
from guongsang.read.config import CONFIG_FILE
from guongsang.read.files import Found, read_file, walk
from guongsang.telling import Teller


def declare(on: Declare) -> None:
    """Declare `fix`."""

    @on.command("fix", says=say("Show safe repairs (letters, dates, invisible characters) as a difference."))
    @click.argument("files", nargs=-1, metavar="[FILES]...")
    @on.option("--write", is_flag=True, says=say("Write the repairs into the files"))
    def fix(call: Call, files: tuple[str, ...], write: bool) -> int:
        return _fix(call, files, write=write)


def _fix(call: Call, files: tuple[str, ...], *, write: bool) -> int:
    found, faults = _chosen(call, [named(call, file) for file in files])
    repairs: list[tuple[Path, Repair]] = []
    for item in found:
        data = read_file(item)
        if isinstance(data, Finding):
            faults.append(data)
        elif (repaired := repair(data, item.file)).changes:
            repairs.append((item.path, repaired))
    teller = Teller(call.catalogue, {}, in_colour())
    for fault in faults:
        click.echo(teller.text(fault))
    for _, repaired in repairs:
        _show(call, repaired)
    if write and repairs:
        status = _write_all(call, repairs)
        if status != DONE:
            return status
    _report(call, len(repairs), written=write)
    return FINDINGS if faults else DONE


def _chosen(call: Call, wanted: Sequence[str]) -> tuple[list[Found], list[Finding]]:
    """List the files with fields that are wanted, all of them where none is named; links are findings."""
    found, faults = walk(call.root, "content")
    found = [Found(CONFIG_FILE, call.root / CONFIG_FILE), *found]

    def within(file: str) -> bool:
        return not wanted or any(file == w or w == "." or file.startswith(w + "/") for w in wanted)

    return [f for f in found if table_for(f.file) and within(f.file)], [f for f in faults if within(f.place.file)]


def _show(call: Call, repaired: Repair) -> None:
    """Say what is repaired in a file, then show how."""
    for change in repaired.changes:
        lines = [str(line) for line in change.lines[:10]] + (["…"] if len(change.lines) > 10 else [])
        click.echo(call.tell(say("{file}: {what} (lines {lines})", file=repaired.file, what=change.what, lines=lines)))
    click.echo(difference(repaired))


def _report(call: Call, count: int, *, written: bool) -> None:
    if not count:
        call.report(say("Nothing to repair."))
    elif written:
        call.report(say_n("{n} file was repaired.", "{n} files were repaired.", n=count))
    else:
        call.report(
            say_n(
                "{n} file can be repaired; nothing is written before you add --write.",
                "{n} files can be repaired; nothing is written before you add --write.",
                n=count,
            )
        )


def _write_all(call: Call, repairs: Sequence[tuple[Path, Repair]]) -> int:
    """Write all files or none: every new file lies beside the old one before the first is replaced."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, repaired in repairs:
            ready.append((_beside(path, repaired.data), path))
        for new, path in ready:
            new.replace(path)
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        call.report(
            say("{file} cannot be written ({reason}); nothing more was changed", file=_name(fault), reason=reason)
        )
        return ENVIRONMENT
    finally:
        for new, _ in ready:
            with suppress(OSError):
                new.unlink()
    return DONE


def _beside(path: Path, data: bytes) -> Path:
    """Write the new bytes into a file beside the old one, with its rights. Raises OSError where that is forbidden."""
    if not path.stat().st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(path))
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        shutil.copymode(path, new)
    except OSError:
        with suppress(OSError):
            new.unlink()
        raise
    return new


def _name(fault: OSError) -> str:
    return Path(str(fault.filename or "")).name or "?"
