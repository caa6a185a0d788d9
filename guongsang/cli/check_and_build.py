"""The commands that judge: `build`, which publishes what holds, and `check`, which only tells what is found."""

from collections.abc import Sequence
from pathlib import Path

import click

from guongsang import __version__
from guongsang.cli.build_report import report_published, report_shrunk, report_stopped
from guongsang.cli.call import DONE, FINDINGS, WRONG, Call, Progress, err, in_colour
from guongsang.cli.click_helpers import Declare
from guongsang.cli.command_line import NO_FILE
from guongsang.findings import Finding, SetupError
from guongsang.i18n.messages import say
from guongsang.model.site import Wishes
from guongsang.pipeline import Checked, Options, build_site, check_site
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.documents.links import pictures_used
from guongsang.report.machines import github, sarif
from guongsang.report.terminal import TerminalReport

FORMS = ("text", "json", "sarif", "github")


def declare(on: Declare) -> None:
    """Declare `build` and `check`."""

    @on.command("build", says=say("Check, render, print and publish into output/."))
    @on.option("--drafts", is_flag=True, says=say("Show drafts too"))
    @on.option("--skip-invalid", is_flag=True, says=say("Leave faulty documents out instead of stopping"))
    @on.option("--shrink", is_flag=True, says=say("Publish even if more than a third of the exemplars goes"))
    @on.option("--no-print", is_flag=True, says=say("Make no papers"))
    @on.option("--output", metavar="DIR", says=say("Folder to publish into; by default output/ of the site"))
    def build(call: Call, drafts: bool, skip_invalid: bool, shrink: bool, no_print: bool, output: str | None) -> int:
        folder = Path(output).absolute() if output else call.root / "output"
        return _build(
            call,
            Options(
                root=call.root,
                output=folder,
                today=call.today,
                wishes=Wishes(drafts, papers=not no_print),
                skip_invalid=skip_invalid,
                shrink=shrink,
                progress=Progress(call).tell,
            ),
        )

    @on.command("check", says=say("Judge only; FILES limit what is told."))
    @click.argument("files", nargs=-1, metavar="[FILES]...")
    @on.option("--format", "form", type=click.Choice(FORMS), default="text", says=say("Form of the findings"))
    @on.option("--strict", is_flag=True, says=say("Warnings fail too"))
    def check(call: Call, files: tuple[str, ...], form: str, strict: bool) -> int:
        return _check(call, files, form, strict)


def _build(call: Call, options: Options) -> int:
    try:
        built = build_site(options)
    except SetupError as fault:
        return report_setup(call, fault)
    _tell_all(call, built.checked.findings, built.checked, "text")
    if built.shrunk:
        report_shrunk(call, built.shrunk, options)
        return FINDINGS
    if not built.published:
        report_stopped(call, built, options)
        return FINDINGS
    report_published(call, built, options)
    return DONE


def _check(call: Call, files: tuple[str, ...], form: str, strict: bool) -> int:
    wanted = tuple(named(call, file) for file in files)
    try:
        checked = check_site(call.root, call.today)
    except SetupError as fault:
        return report_setup(call, fault, form)
    wanted = (*wanted, *(file for e in checked.content.entries if _is_named(e, wanted) for file in pictures_used(e)))
    told = [f for f in checked.findings if within(f.place.file, wanted)]
    _tell_all(call, told, checked, form)
    blocking = {id(f) for f in checked.blocking}
    failed = any(id(f) in blocking or (strict and f.severity == "warning") for f in told)
    return FINDINGS if failed else DONE


def _is_named(entry: AnyEntry, wanted: Sequence[str]) -> bool:
    """Return whether a file of an entry is among those that are wanted; none named means all, so no more is wanted."""
    return bool(wanted) and any(within(d.file, wanted) for d in entry.documents)


def named(call: Call, file: str) -> str:
    """Return the path from the site's root of a file or folder of the command line. Raises UsageError."""
    path = call.path(file)
    if path is None or not (call.root / path).exists():
        raise click.UsageError(f"{NO_FILE}{file}")
    return path


def within(file: str, wanted: Sequence[str]) -> bool:
    """Return whether a file is one of those that are wanted, or lies below one; none named means all."""
    return not wanted or any(file == w or w == "." or file.startswith(w + "/") for w in wanted)


def report_setup(call: Call, fault: SetupError, form: str = "text") -> int:
    """Report that the site cannot be judged; files named on the command line do not hide that."""
    report = TerminalReport(call.catalogue, fault.sources, in_colour())
    _print_findings(report, fault.findings, len({f.place.file for f in fault.findings}), form)
    if form == "text":
        err(call.tell(say("The site cannot be judged before this is put right.")))
    return WRONG


def _tell_all(call: Call, findings: Sequence[Finding], checked: Checked, form: str) -> None:
    report = TerminalReport(call.catalogue, checked.content.sources, in_colour())
    _print_findings(report, findings, len(checked.content.files) + 1, form)


def _print_findings(report: TerminalReport, findings: Sequence[Finding], files: int, form: str) -> None:
    match form:
        case "json":
            click.echo(report.json(findings, files))
            return
        case "sarif":
            click.echo(sarif(findings, report.catalogue, __version__))
            return
        case "github":
            if findings:
                click.echo(github(findings, report.catalogue))
            return
    for finding in findings:
        click.echo(report.text(finding) + "\n")
    click.echo(report.summary(findings, files))
