"""Tells findings in the form that is asked for, on standard output or into a file, and what to do next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from guongsang import HOME, __version__
from guongsang.author.code_docs import read_codes
from guongsang.author.write import write_over
from guongsang.cli.call import WRONG, Call
from guongsang.cli.streams import err, in_colour, out
from guongsang.cli.told.next_steps import next_steps
from guongsang.commands import command
from guongsang.findings import Excerpts, Finding, Refusal, SetupError
from guongsang.i18n.messages import say
from guongsang.pipeline.checking import Checked
from guongsang.report.folding import apart, fold
from guongsang.report.machines import ForMachines
from guongsang.report.terminal import TerminalReport

CODES_PAGE = HOME / "docs/codes.md"


@dataclass(frozen=True)
class Form:
    """How findings are told: in which form, each or many alike as one, where to, and for which words of `check`.

    `base` is the folder that paths of SARIF and GitHub begin at; `building` tells that nobody asked for a check alone.
    """

    name: str = "text"
    each: bool = False
    file: str | None = None
    base: str | None = None
    words: tuple[str, ...] = ()
    building: bool = False


@dataclass(frozen=True)
class Found:
    """What is to be told: findings, the files for excerpts, how many files were read."""

    findings: Sequence[Finding]
    sources: Mapping[str, Excerpts] = field(default_factory=dict)
    files: int = 0


AS_TEXT = Form()


def report_setup(call: Call, fault: SetupError, form: Form = AS_TEXT) -> int:
    """Report that the site cannot be judged; files named on the command line do not hide that."""
    files = len({f.place.file for f in fault.findings})
    tell_findings(call, Found(fault.findings, fault.sources, files), form)
    if form.name == "text":
        err(call.tell(say("The site cannot be judged before this is put right.")))
    return WRONG


def tell_checked(call: Call, findings: Sequence[Finding], checked: Checked, form: Form) -> None:
    """Report findings of a site that was judged."""
    tell_findings(call, Found(findings, checked.content.sources, len(checked.content.files) + 1), form)


def tell_findings(call: Call, found: Found, form: Form) -> None:
    """Print findings, or write them into the file that is named. Raises Refusal where that cannot be written."""
    text = "\n".join(_lines(call, found, form))
    if form.file is None:
        if text:
            out(text)
        return
    path = output_file(form.file)
    write_over(path, (text + "\n" if text else "").encode("utf-8", "backslashreplace"))
    report = TerminalReport(call.catalogue, {})
    err(report.summary(found.findings, found.files))
    err(call.tell(say("The findings are in {file}", file=str(path))))


def output_file(name: str) -> Path:
    """Return the file that findings are written into. Raises Refusal where its folder does not exist."""
    path = Path(name).absolute()
    if not path.parent.is_dir():
        raise Refusal(say("the folder {folder} does not exist; make it first", folder=str(path.parent)))
    if path.is_dir():
        raise Refusal(say("{file} is a folder; name a file in it", file=str(path)))
    return path


def _lines(call: Call, found: Found, form: Form) -> Iterator[str]:
    every = command("check", "--all", *form.words)
    catalogue = call.catalogue
    match form.name:
        case "json":
            yield TerminalReport(catalogue, found.sources).json(found.findings, found.files)
            return
        case "sarif":
            yield ForMachines(catalogue, folder_of_paths(call, form), _explained(call)).sarif(
                found.findings, __version__
            )
            return
    blocks = apart(found.findings) if form.each else fold(found.findings, catalogue)
    if form.name == "github":
        if blocks:
            yield ForMachines(catalogue, folder_of_paths(call, form)).github(blocks, every)
        return
    report = TerminalReport(catalogue, found.sources, in_colour() and form.file is None)
    for block in blocks:
        yield report.block(block, every) + "\n"
    yield report.summary(found.findings, found.files)
    for step in next_steps(call, found.findings, form.words, building=form.building):
        yield call.tell(step)


def _explained(call: Call) -> dict[str, str]:
    """Return what the page of codes says of each, in the language of the call; nothing where the page is missing."""
    try:
        known = read_codes(CODES_PAGE.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return {}
    return {code: call.catalogue.start.retyped(told.text_in(call.catalogue.code)) for code, told in known.items()}


def folder_of_paths(call: Call, form: Form) -> str:
    """Return the path of the site from the folder that paths begin at. Raises Refusal where it does not lie there.

    Unless one is named, that is the nearest folder around the site that Git keeps, or else the site itself.
    """
    base = Path(form.base).resolve() if form.base is not None else _kept_by_git(call.root.resolve())
    if form.base is not None and not base.is_dir():
        raise Refusal(say("the folder {folder} does not exist", folder=form.base))
    if not call.root.resolve().is_relative_to(base):
        raise Refusal(say("the site does not lie in the folder {folder}", folder=str(base)))
    path = call.root.resolve().relative_to(base).as_posix()
    return "" if path == "." else path


def _kept_by_git(root: Path) -> Path:
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
