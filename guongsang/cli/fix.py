"""The command `fix`: safe repairs of files, shown as a difference first, written with `--write`."""

from collections.abc import Sequence
from pathlib import Path

import click

from guongsang.author.repair.fields import table_for
from guongsang.author.repair.letters import Repair, difference, repair
from guongsang.author.repair.meant_values import Meant, meant_by
from guongsang.author.repair.stamps import approval_written, consent_written
from guongsang.author.write import replace_files
from guongsang.cli.call import DONE, FINDINGS, Call
from guongsang.cli.line.click_helpers import Declare
from guongsang.cli.lookup import by_file_name, meaning_of, no_such, path_of, read_site, within
from guongsang.cli.streams import in_colour, out
from guongsang.commands import command
from guongsang.findings import Finding, Refusal, SetupError
from guongsang.i18n.messages import say, say_n
from guongsang.pipeline.checking import check_site
from guongsang.read.data.abbreviations import ABBREVIATIONS_FILE
from guongsang.read.files import CONFIG_FILE, Found, read_file, walk
from guongsang.report.terminal import TerminalReport


def declare(on: Declare) -> None:
    """Declare `fix`."""

    @on.command("fix")
    @click.argument("files", nargs=-1, metavar="[FILES]...")
    @on.option("--write", is_flag=True, says=say("Write the repairs into the files"))
    @on.option(
        "--approved",
        is_flag=True,
        says=say("The profiles named were approved as they are now: write the fingerprint beside the approval"),
    )
    @on.option(
        "--consent",
        is_flag=True,
        says=say(
            "The people of the profiles named have seen them as they are now: write the fingerprint beside consent"
        ),
    )
    def fix(call: Call, files: tuple[str, ...], write: bool, approved: bool, consent: bool) -> int:
        if approved and not files:
            raise Refusal(say("--approved needs the files that were approved"))
        if consent and not files:
            raise Refusal(say("--consent needs the files that the people have seen"))
        stamps = (*(["--approved"] if approved else []), *(["--consent"] if consent else []))
        return _fix(call, files, write=write, stamps=stamps)


def _fix(call: Call, files: tuple[str, ...], *, write: bool, stamps: Sequence[str]) -> int:
    wanted = [path for word in files for path in _meant(call, word)]
    found, faults = _chosen(call, wanted) if wanted or not files else ([], [])
    meant = _meant_values(call, stamps)
    repairs: list[tuple[Path, Repair]] = []
    for item in found:
        data = read_file(item)
        if isinstance(data, Finding):
            faults.append(data)
        elif (repaired := repair(data, item.file, meant.get(item.file, ()))).changes:
            repairs.append((item.path, repaired))
    report = TerminalReport(call.catalogue, {}, in_colour())
    for fault in faults:
        out(report.text(fault))
    for _, repaired in repairs:
        _show(call, repaired)
    if write:
        replace_files({path: repaired.data for path, repaired in repairs})
    asked = () if "." in wanted else wanted
    _report(call, (*stamps, *asked), len(repairs), written=write)
    return FINDINGS if faults else DONE


def _meant_values(call: Call, stamps: Sequence[str]) -> dict[str, list[Meant]]:
    """Return what is known to belong at places of each file; `stamps` bind approvals or consents to present texts."""
    try:
        checked = check_site(call.root, call.today)
    except SetupError as fault:
        found = [meant_by(finding) for finding in fault.findings]
    else:
        found = [meant_by(finding) for finding in checked.findings]
        profiles = checked.content.exemplars
        if "--approved" in stamps:
            found += [meant for entry in profiles for meant in approval_written(entry)]
        if "--consent" in stamps:
            found += [meant for entry in profiles for meant in consent_written(checked.content, entry)]
    out: dict[str, list[Meant]] = {}
    for meant in found:
        if meant is not None:
            out.setdefault(meant.place.file, []).append(meant)
    return out


def _meant(call: Call, word: str) -> tuple[str, ...]:
    """Return the files that a word means; where the site cannot be judged, by their names alone. Raises Refusal."""
    path = path_of(call, word)
    if path is not None and (call.root / path).exists():
        return (path,)
    try:
        return meaning_of(call, read_site(call), word).paths
    except SetupError:
        files = [item.file for item in walk(call.root, "content")[0]]
        if not (meant := by_file_name(files, word)):
            raise Refusal(no_such(word, files)) from None
        return tuple(meant)


def _chosen(call: Call, wanted: Sequence[str]) -> tuple[list[Found], list[Finding]]:
    """List the files with fields that are wanted, all of them where none is named; links are findings."""
    found, faults = walk(call.root, "content")
    others = [CONFIG_FILE, *([ABBREVIATIONS_FILE] if (call.root / ABBREVIATIONS_FILE).is_file() else [])]
    found = [*(Found(file, call.root / file) for file in others), *found]
    chosen = [f for f in found if table_for(f.file) and within(f.file, wanted)]
    return chosen, [f for f in faults if within(f.place.file, wanted)]


def _show(call: Call, repaired: Repair) -> None:
    """Print what is repaired in a file, then show how."""
    for change in repaired.changes:
        lines = [str(line) for line in change.lines[:10]] + (["…"] if len(change.lines) > 10 else [])
        out(call.tell(say("{file}: {what} (lines {lines})", file=repaired.file, what=change.what, lines=lines)))
    out(difference(repaired))


def _report(call: Call, asked: Sequence[str], count: int, *, written: bool) -> None:
    if not count:
        call.report(say("Nothing to repair."))
    elif written:
        call.report(say_n("{n} file was repaired.", "{n} files were repaired.", n=count))
    else:
        call.report(
            say_n(
                "{n} file can be repaired; nothing is written yet. To write the repairs: {command}",
                "{n} files can be repaired; nothing is written yet. To write the repairs: {command}",
                n=count,
                command=command("fix", "--write", *asked),
            )
        )
