"""The commands: the only room that prints, reads the clock and the environment, or ends the program.

Findings go to standard output, progress and reports to standard error. Exit status: 0 done, 1 findings of level error
(with `--strict` warnings too), 2 wrong use, configuration, units, criteria, catalogue or template, 3 environment, 130
interrupted (contract, section 3). `--root`, `--lang` and `--today` may stand before or after a command. What the
program says is told in the language of `--lang`, else the site's source language.
"""

import os
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from guongsang import __version__
from guongsang.findings import Finding, SetupError
from guongsang.i18n import Catalogue, CatalogueError, Message, read_catalogue, say, say_n
from guongsang.pipeline import HOME, Built, Checked, Options, build_site, check_site
from guongsang.publish.release import PublishError
from guongsang.read.config import CONFIG_FILE
from guongsang.read.files import Found, read_file
from guongsang.read.text import Source, read_text
from guongsang.telling import Teller

DONE, FINDINGS, WRONG, ENVIRONMENT, INTERRUPTED = 0, 1, 2, 3, 130
COMMANDS = ("build", "check")
EVERYWHERE = ("--root", "--lang", "--today")


@dataclass(frozen=True)
class Call:
    """What holds for any command: the site's folder, the catalogue of messages, the day."""

    root: Path
    catalogue: Catalogue
    today: date

    def tell(self, message: Message) -> str:
        """Tell a message in the language of the call."""
        return self.catalogue.tell(message)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the arguments of a command line and give its exit status; never ends in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    given = list(sys.argv[1:] if arguments is None else arguments)
    words = _in_front(list(given))
    catalogue = _catalogue(words)
    if given[-1:] and given[-1] in EVERYWHERE:
        _err(catalogue.tell(say("the option {name} lacks its value", name=given[-1])))
        return WRONG
    try:
        status = _commands(catalogue).main(words, prog_name="build.py", standalone_mode=False)
        return status if isinstance(status, int) else DONE
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.UsageError as fault:
        _err(catalogue.tell(_usage(fault)))
        return WRONG
    except click.ClickException as fault:
        _err(fault.format_message())
        return WRONG
    except PublishError as fault:
        _err(catalogue.tell(fault.message))
        return fault.status
    except (KeyboardInterrupt, click.Abort):
        _err(catalogue.tell(say("stopped; nothing was changed")))
        return INTERRUPTED
    except BrokenPipeError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (OSError, MemoryError) as fault:
        _err(catalogue.tell(say("the machine refused something: {reason}", reason=str(fault) or type(fault).__name__)))
        return ENVIRONMENT
    except Exception as fault:
        if os.environ.get("GUONGSANG_DEBUG"):
            raise
        _err(catalogue.tell(_own_fault(fault)))
        return ENVIRONMENT


def _own_fault(fault: Exception) -> Message:
    """Tell a fault of the program itself in one line that says where it lies; nothing was published by then."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return say(
        "a fault of the program itself, nothing was changed: {reason} ({file}, line {line}); please report it",
        reason=f"{type(fault).__name__} {fault}"[:200],
        file=Path(last.filename).name,
        line=str(last.lineno),
    )


def _in_front(words: list[str]) -> list[str]:
    """Bring the options that may stand anywhere to the front, and name the command `build` where none is named."""
    front: list[str] = []
    rest: list[str] = []
    while words:
        word = words.pop(0)
        if word == "--":
            rest += [word, *words]
            break
        if word in EVERYWHERE:
            front += [word, *words[:1]]
            words = words[1:]
        elif word.partition("=")[0] in EVERYWHERE:
            front.append(word)
        else:
            rest.append(word)
    alone = rest[:1] in (["--help"], ["-h"], ["--version"])
    if not alone and (not rest or rest[0].startswith("-")):
        rest.insert(0, "build")
    return front + rest


def _value(words: Sequence[str], option: str) -> str | None:
    for i, word in enumerate(words):
        if word == option and i + 1 < len(words):
            return words[i + 1]
        if word.startswith(option + "="):
            return word.partition("=")[2]
    return None


def _root(value: str | None) -> Path:
    return Path(value).resolve() if value else HOME


_LANGUAGES = re.compile(r"[\"']?languages[\"']?\s*:[\s\[\"'-]*([A-Za-z][A-Za-z-]*)")


def _catalogue(words: Sequence[str]) -> Catalogue:
    """Find the language of messages before anything is read: `--lang`, else the first of the site, else Vietnamese."""
    root = _root(_value(words, "--root"))
    code = _value(words, "--lang")
    if not code:
        data = read_file(Found(CONFIG_FILE, root / CONFIG_FILE))
        config = data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
        found = _LANGUAGES.search(re.sub(r"#.*", "", config))
        code = found[1] if found else "vi"
    for folder in (root, HOME):
        with suppress(OSError, CatalogueError):
            if re.fullmatch(r"[A-Za-z-]{2,20}", code):
                return read_catalogue((folder / "locales" / f"{code}.po").read_bytes(), code)
    return Catalogue(code)


def _commands(catalogue: Catalogue) -> click.Group:
    """Make the commands, their help told in the language of the call."""

    def told(message: Message) -> str:
        return catalogue.tell(message)

    def option(*names: str, says: Message, **rest: Any) -> Callable[[Any], Any]:
        return click.option(*names, help=told(says), **rest)

    def helped(context: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked:
            click.echo(_in_words(context.get_help(), catalogue))
            context.exit()

    shows_help = option(
        "-h",
        "--help",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=helped,
        says=say("Tell this help and end"),
    )

    @click.group(
        help=told(say("Gương Sáng builds a website and bulletins of exemplars from a folder of texts.")),
        epilog=told(say("build.py test sets up what the tests need and runs them all.")),
        context_settings=_CONTEXT,
    )
    @option("--root", says=say("Folder of the site; by default that of build.py"), metavar="DIR")
    @option("--lang", says=say("Language of messages, such as vi or en"), metavar="CODE")
    @option("--today", says=say("The day to judge by, such as 2022-12-01"), metavar="DATE")
    @click.version_option(__version__, prog_name="Gương Sáng", help=told(say("Tell the version")))
    @shows_help
    @click.pass_context
    def group(context: click.Context, root: str | None, lang: str | None, today: str | None) -> None:
        context.obj = Call(_site_folder(root), _language(lang, catalogue), _day(today))

    @group.command(help=told(say("Check, render, print and publish into output/.")), context_settings=_CONTEXT)
    @option("--drafts", is_flag=True, says=say("Show drafts too"))
    @option("--skip-invalid", is_flag=True, says=say("Leave faulty documents out instead of stopping"))
    @option("--no-print", is_flag=True, says=say("Make no papers"))
    @option("--output", metavar="DIR", says=say("Folder to publish into; by default output/ of the site"))
    @shows_help
    @click.pass_obj
    def build(call: Call, drafts: bool, skip_invalid: bool, no_print: bool, output: str | None) -> int:
        folder = Path(output).absolute() if output else call.root / "output"
        return _build(call, Options(call.root, folder, call.today, drafts, skip_invalid, not no_print))

    @group.command(help=told(say("Judge only; FILES limit what is told.")), context_settings=_CONTEXT)
    @click.argument("files", nargs=-1, metavar="[FILES]...")
    @option("--format", "form", type=click.Choice(["text", "json"]), default="text", says=say("Form of the findings"))
    @option("--strict", is_flag=True, says=say("Warnings fail too"))
    @shows_help
    @click.pass_obj
    def check(call: Call, files: tuple[str, ...], form: str, strict: bool) -> int:
        return _check(call, files, form, strict)

    return group


_CONTEXT: dict[str, Any] = {"help_option_names": [], "max_content_width": 100}


def _in_words(text: str, catalogue: Catalogue) -> str:
    """Tell the few words that click itself puts into help; it speaks English only."""
    words = {"Usage:": say("Usage:"), "Options:": say("Options:"), "Commands:": say("Commands:")}
    for word, message in words.items():
        text = re.sub(rf"^{word}", catalogue.tell(message), text, flags=re.MULTILINE)
    return text


def _site_folder(root: str | None) -> Path:
    folder = _root(root)
    if not folder.is_dir():
        raise click.BadParameter(f"{root}", param_hint="--root")
    return folder


def _language(lang: str | None, catalogue: Catalogue) -> Catalogue:
    if lang and lang not in ("en", catalogue.code):
        raise click.BadParameter(lang, param_hint="--lang")
    if lang and lang != "en" and not catalogue.words:
        raise click.BadParameter(lang, param_hint="--lang")
    return catalogue


def _day(today: str | None) -> date:
    if today is None:
        return date.today()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", today):
            return date.fromisoformat(today)
    except ValueError:
        pass
    raise click.BadParameter(today, param_hint="--today")


_NO_FILE = "no such file: "


def _usage(fault: click.UsageError) -> Message:
    """Tell wrong use in the language of the call; click itself speaks English only."""
    match fault:
        case click.NoSuchOption():
            return say("there is no option {name}; build.py --help tells which there are", name=fault.option_name)
        case click.BadOptionUsage():
            return say("the option {name} lacks its value", name=fault.option_name)
        case click.BadParameter():
            hint = fault.param_hint or (fault.param.opts[0] if fault.param else "")
            return say("the option {name} cannot be: {value}", name=str(hint), value=fault.message)
    if fault.message.startswith(_NO_FILE):
        return say("there is no file {name} in this site", name=fault.message.removeprefix(_NO_FILE))
    found = re.match(r"No such command '(.*?)'", fault.message)
    if found:
        return say(
            "there is no command {name}; the commands are: {names}", name=found[1], names=", ".join((*COMMANDS, "test"))
        )
    return say("this cannot be understood: {reason}", reason=fault.message)


def _build(call: Call, options: Options) -> int:
    try:
        built = build_site(options)
    except SetupError as fault:
        return _setup_wrong(call, fault.findings, "text", ())
    _tell_all(call, built.checked.findings, built.checked, "text")
    if not built.published:
        n = len(built.checked.blocking)
        _err(
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
    """Say in a few lines what was published, and what was left out and why."""
    parts = [
        say_n("{n} exemplar", "{n} exemplars", n=built.exemplars),
        say_n("{n} page", "{n} pages", n=built.pages),
        say_n("{n} paper", "{n} papers", n=built.papers),
    ]
    _err(call.tell(say("Published: {parts}, in {folder}", parts=parts, folder=str(options.output / "site"))))
    if built.left_out:
        _err(call.tell(say("Left out:")))
    for row in built.left_out:
        _err(f"  {row.file}: {call.tell(row.reason)}")


def _check(call: Call, files: tuple[str, ...], form: str, strict: bool) -> int:
    wanted = tuple(_named(call, file) for file in files)
    try:
        checked = check_site(call.root, call.today)
    except SetupError as fault:
        return _setup_wrong(call, fault.findings, form, wanted)
    told = [f for f in checked.findings if not wanted or _within(f.place.file, wanted)]
    _tell_all(call, told, checked, form)
    blocking = {id(f) for f in checked.blocking}
    failed = any(id(f) in blocking or (strict and f.severity == "warning") for f in told)
    return FINDINGS if failed else DONE


def _named(call: Call, file: str) -> str:
    """Bring a file or folder of the command line to its path from the site's root."""
    for base in (Path.cwd(), call.root):
        path = Path(os.path.normpath(base / file))
        if path.exists() and path.is_relative_to(call.root):
            return path.relative_to(call.root).as_posix()
    raise click.UsageError(f"{_NO_FILE}{file}")


def _within(file: str, wanted: Sequence[str]) -> bool:
    return any(file == w or w == "." or file.startswith(w + "/") for w in wanted)


def _setup_wrong(call: Call, findings: Sequence[Finding], form: str, wanted: Sequence[str]) -> int:
    """Tell that the site cannot be judged; files named on the command line do not hide that."""
    sources = _reread(call.root, findings)
    teller = Teller(call.catalogue, sources, _colour())
    _print_findings(teller, findings, len({f.place.file for f in findings}), form)
    if form == "text":
        _err(call.tell(say("The site cannot be judged before this is put right.")))
    return WRONG


def _reread(root: Path, findings: Sequence[Finding]) -> dict[str, Source]:
    """Read the data files again for excerpts of what is wrong in them."""
    sources = {}
    for file in {f.place.file for f in findings}:
        with suppress(OSError):
            path = root / file
            if path.is_file() and not path.is_symlink() and path.stat().st_size <= 1_000_000:
                source, _ = read_text(path.read_bytes(), file)
                if source is not None:
                    sources[file] = source
    return sources


def _tell_all(call: Call, findings: Sequence[Finding], checked: Checked, form: str) -> None:
    teller = Teller(call.catalogue, checked.content.sources, _colour())
    _print_findings(teller, findings, len(checked.content.files) + 1, form)


def _print_findings(teller: Teller, findings: Sequence[Finding], files: int, form: str) -> None:
    if form == "json":
        click.echo(teller.json(findings, files))
        return
    for finding in findings:
        click.echo(teller.text(finding) + "\n")
    click.echo(teller.summary(findings, files))


def _colour() -> bool:
    """Colour only for a person at a terminal who has not said no (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _err(text: str) -> None:
    click.echo(text, err=True)
