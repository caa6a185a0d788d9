"""The commands that judge: `build`, which publishes what holds, and `check`, which only tells what is found."""

from collections.abc import Sequence
from pathlib import Path

import click

from guongsang import __version__
from guongsang.cli.call import DONE, FINDINGS, WRONG, Call, Progress, err, in_colour
from guongsang.cli.click_helpers import Declare
from guongsang.cli.command_line import NO_FILE
from guongsang.findings import Finding, SetupError, suggest
from guongsang.i18n.messages import Language, Message, say, say_n
from guongsang.model.site import Wishes
from guongsang.pipeline import Built, Checked, Options, build_site, check_site
from guongsang.publish.gone import GONE
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.documents.links import pictures_used
from guongsang.render.paper.page_counts import LONGEST, LongBulletin
from guongsang.render.paper.system_fonts import SystemFonts
from guongsang.report.machines import github, sarif
from guongsang.report.terminal import TerminalReport

_SHOWN = 10
_NAMED = 4
FORMS = ("text", "json", "sarif", "github")


def declare(on: Declare) -> None:
    """Declare `build` and `check`."""

    @on.command("build", says=say("Check, render, print and publish into output/."))
    @on.option("--drafts", is_flag=True, says=say("Show drafts too"))
    @on.option("--skip-invalid", is_flag=True, says=say("Leave faulty documents out instead of stopping"))
    @on.option("--no-print", is_flag=True, says=say("Make no papers"))
    @on.option("--output", metavar="DIR", says=say("Folder to publish into; by default output/ of the site"))
    def build(call: Call, drafts: bool, skip_invalid: bool, no_print: bool, output: str | None) -> int:
        folder = Path(output).absolute() if output else call.root / "output"
        return _build(
            call,
            Options(
                root=call.root,
                output=folder,
                today=call.today,
                wishes=Wishes(drafts, papers=not no_print),
                skip_invalid=skip_invalid,
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
    if not built.published:
        n = len(built.checked.blocking)
        err(
            call.tell(
                say_n(
                    "Nothing was published, because of {n} error.", "Nothing was published, because of {n} errors.", n=n
                )
            )
        )
        return FINDINGS
    _report(call, built, options)
    return DONE


def _report(call: Call, built: Built, options: Options) -> None:
    """Print in a few lines what was published, and what was left out and why."""
    parts = [
        say_n("{n} exemplar", "{n} exemplars", n=built.exemplars),
        say_n("{n} page", "{n} pages", n=built.pages),
        say_n("{n} paper", "{n} papers", n=built.papers),
    ]
    err(call.tell(say("Published: {parts}, in {folder}", parts=parts, folder=str(options.output / "site"))))
    if built.gone:
        err(call.tell(_gone(built, options)))
    if built.left_out:
        err(call.tell(say("Left out:")))
    for row in built.left_out:
        err(f"  {row.file}: {call.tell(row.reason)}")
    if built.recalled:
        err(call.tell(say("Bulletins to recall, because an exemplar in them was withdrawn; destroy older prints:")))
    for file, gone in built.recalled:
        err(f"  {file}: {', '.join(gone)}")
    if built.long:
        err(call.tell(say_n("Bulletins of more than {n} page:", "Bulletins of more than {n} pages:", n=LONGEST)))
    for bulletin in built.long:
        err(f"  {call.tell(_lengths(bulletin))}")
    if not built.fonts.fit:
        _report_unfit(call, built.fonts)


def _gone(built: Built, options: Options) -> Message:
    """Name the first of the files that are no longer on the site, pages and papers first, and the list of all."""
    first = sorted(built.gone, key=lambda path: (not path.endswith((".html", ".pdf")), path))[:_NAMED]
    return say_n(
        "{n} file is no longer on the site; delete it wherever the site was copied to: {names} (all in {list})",
        "{n} files are no longer on the site; delete them wherever the site was copied to: {names} (all in {list})",
        n=len(built.gone),
        names=", ".join(first) + (", …" if len(built.gone) > len(first) else ""),
        list=str(options.output / GONE),
    )


def _report_unfit(call: Call, fonts: SystemFonts) -> None:
    """Print why none of the fonts that the site names is used."""
    absent = say("this font is not on this machine; install it, or name another")
    reasons = [(name, suggest(name, fonts.known, absent)) for name in fonts.absent]
    reasons += [(name, _lacking(letters)) for name, letters in fonts.lacking]
    if reasons:
        err(call.tell(say("Documents of administration are printed in our own font, not as print.fonts wants it:")))
    for name, reason in reasons:
        err(f"  {name}: {call.tell(reason)}")


def _lacking(letters: str) -> Message:
    """Return which letters a font lacks, the first few."""
    shown = list(letters[:_SHOWN])
    if len(letters) > _SHOWN:
        return say("this font lacks {letters} and others; name another", letters=shown)
    return say("this font lacks {letters}; name another", letters=shown)


def _lengths(bulletin: LongBulletin) -> Message:
    """Return how long a bulletin is in which language, and what to do."""
    lengths = [
        say_n("{n} page in {language}", "{n} pages in {language}", n=n, language=Language(lang))
        for lang, n in bulletin.pages
    ]
    cure = say("divide it into several issues, choose fewer exemplars, or shorten its texts")
    if bulletin.exemplars == 1:
        cure = say("shorten its texts")
    return say("{file}: {lengths}; {cure}", file=bulletin.file, lengths=lengths, cure=cure)


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
