"""The command that explains: what a code means, or what becomes of a file."""

import click

from guongsang.author.code_docs import read_codes
from guongsang.author.explain import explain_file
from guongsang.cli.call import DONE, ENVIRONMENT, Call, in_colour
from guongsang.cli.check_and_build import report_setup
from guongsang.cli.click_helpers import Declare
from guongsang.cli.lookup import entry_of, no_such
from guongsang.codes import CODES
from guongsang.findings import Refusal, SetupError
from guongsang.i18n.messages import say
from guongsang.pipeline import HOME, check_site
from guongsang.read.content import Content
from guongsang.report.terminal import TerminalReport


def declare(on: Declare) -> None:
    """Declare `explain`."""

    @on.command(
        "explain", says=say("Tell what a code means; or whether a file is on the site, where, and if not, why.")
    )
    @click.argument("what", metavar="CODE|FILE")
    def explain(call: Call, what: str) -> int:
        return _code(call, what) if what in CODES else _file(call, what)


def _code(call: Call, code: str) -> int:
    """Explain a code out of the page of codes."""
    page = HOME / "docs/codes.md"
    try:
        known = read_codes(page.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        call.report(say("the page of codes is missing: {file}", file=str(page)))
        return ENVIRONMENT
    told = known[code].text_in(call.catalogue.code)
    click.echo(f"{code}\n\n{call.catalogue.start.retyped(told)}")
    return DONE


def _file(call: Call, what: str) -> int:
    """Explain a file of the site."""
    try:
        checked = check_site(call.root, call.today)
    except SetupError as fault:
        return report_setup(call, fault)
    explained = explain_file(checked, _path(call, checked.content, what))
    for line in explained.lines:
        click.echo(call.tell(line))
    report = TerminalReport(call.catalogue, checked.content.sources, in_colour())
    for finding in explained.findings:
        click.echo("\n" + report.text(finding))
    return DONE


def _path(call: Call, content: Content, what: str) -> str:
    """Find the file that is meant. Raises Refusal with the nearest code or file."""
    path = call.path(what)
    if path and (path in content.files or (call.root / path).is_file()):
        return path
    try:
        return entry_of(call, content, what).source.file
    except Refusal:
        raise Refusal(no_such(what, [*CODES, *content.files])) from None
