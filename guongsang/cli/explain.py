"""The command that explains: what a code means, or what becomes of a file."""

from collections.abc import Iterator

import click

from guongsang import HOME
from guongsang.author.code_docs import read_codes
from guongsang.author.explain import Explanation, explain_file
from guongsang.author.explain_criteria import explain_criterion
from guongsang.cli.call import DONE, ENVIRONMENT, Call
from guongsang.cli.line.click_helpers import Declare
from guongsang.cli.lookup import Meaning, known_names, meaning_of, no_such, within
from guongsang.cli.streams import in_colour, out
from guongsang.cli.told.findings import report_setup
from guongsang.codes import CODES
from guongsang.findings import Refusal, SetupError
from guongsang.i18n.messages import say
from guongsang.pipeline.checking import Checked, check_site
from guongsang.read.content import Content
from guongsang.report.terminal import TerminalReport


def declare(on: Declare) -> None:
    """Declare `explain`."""

    @on.command("explain")
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
    out(f"{code}\n\n{call.catalogue.start.retyped(told)}")
    return DONE


def _file(call: Call, what: str) -> int:
    """Explain what a word means in the site: each file, or a criterion."""
    try:
        checked = check_site(call.root, call.today)
    except SetupError as fault:
        return report_setup(call, fault)
    report = TerminalReport(call.catalogue, checked.content.sources, in_colour())
    for i, explained in enumerate(_explanations(checked, _meaning(call, checked.content, what))):
        if i:
            out()
        for line in explained.lines:
            out(call.tell(line))
        for finding in explained.findings:
            out("\n" + report.text(finding))
    return DONE


def _explanations(checked: Checked, meaning: Meaning) -> Iterator[Explanation]:
    if meaning.criterion:
        yield explain_criterion(checked, meaning.criterion)
        return
    documents = {d.file: e.source.file for e in checked.content.entries for d in e.documents}
    files = [file for file in checked.content.files if within(file, meaning.paths)] or meaning.paths
    if meaning.entries and meaning.typed not in meaning.paths:
        files = [entry.source.file for entry in meaning.entries]
    elif len(files) > 1:
        files = list(dict.fromkeys(documents.get(file, file) for file in files))
    if not files:
        yield Explanation((say("{name}: no document belongs to it", name=meaning.typed),))
    for file in files:
        yield explain_file(checked, file)


def _meaning(call: Call, content: Content, what: str) -> Meaning:
    """Find what is meant. Raises Refusal with the nearest code, file or id."""
    try:
        return meaning_of(call, content, what)
    except Refusal:
        raise Refusal(no_such(what, [*CODES, *known_names(content)])) from None
