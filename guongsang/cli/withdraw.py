"""The command `withdraw`: where an exemplar stands, shown first; with `--write` its withdrawal is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from guongsang.author.traces import Traces, find_traces
from guongsang.author.withdraw import Wish, days_told, has_field, withdrawn
from guongsang.author.write import replace_files
from guongsang.cli.call import DONE, Call
from guongsang.cli.line.click_helpers import Declare
from guongsang.cli.lookup import entry_of, no_such, path_of
from guongsang.cli.new.answer_checks import odd_text
from guongsang.cli.new.prompts import Known, Prompter, Question
from guongsang.cli.new.readers import read_choice, read_flag, read_past_day, read_text
from guongsang.cli.streams import out
from guongsang.cli.told.findings import report_setup
from guongsang.commands import command
from guongsang.findings import Finding, Refusal, SetupError
from guongsang.i18n.messages import Message, say
from guongsang.pipeline.checking import Checked, check_site
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry, as_exemplar
from guongsang.read.files import Found, read_file
from guongsang.read.tables.exemplar import Exemplar

_REASONS = {
    "consent": say("the person no longer agrees"),
    "revoked": say("the recognition was taken back"),
}
_QUESTIONS: Mapping[str, Question] = {
    question.field: question
    for question in (
        Question(
            "reason",
            say("Why: consent (the person no longer agrees) or revoked (the recognition was taken back)"),
            read_choice,
            metavar="REASON",
            asks=say("Why is it withdrawn?"),
            needed=True,
        ),
        Question("on", say("Day of the withdrawal; by default today"), read_past_day, metavar="DATE"),
        Question(
            "requested_on",
            say("Day on which the person asked for it; the days to answer and to take it down count from it"),
            read_past_day,
            metavar="DATE",
            asks=say("On which day did the person ask for it? (nothing, if nobody did)"),
        ),
        Question("document", say("Number or name of the paper that says so"), read_text(odd_text), metavar="TEXT"),
        Question("write", say("Write the withdrawal into the file"), read_flag, asks=say("Write? (yes/no)")),
    )
}


def declare(on: Declare) -> None:
    """Declare `withdraw`."""

    @on.command("withdraw")
    @click.argument("id", metavar="ID")
    @on.option("--reason", metavar="REASON", says=_QUESTIONS["reason"].says)
    @on.option("--on", metavar="DATE", says=_QUESTIONS["on"].says)
    @on.option("--requested-on", metavar="DATE", says=_QUESTIONS["requested_on"].says)
    @on.option("--document", metavar="TEXT", says=_QUESTIONS["document"].says)
    @on.option("--write", "--yes", "write", is_flag=True, default=None, says=_QUESTIONS["write"].says)
    @on.option("--output", metavar="DIR", says=say("Folder of the last output; by default output/ of the site"))
    def withdraw(call: Call, output: str | None, **given: Any) -> int:
        try:
            checked = check_site(call.root, call.today)
        except SetupError as fault:
            return report_setup(call, fault)
        entry = _exemplar(call, checked.content, given["id"])
        folder = Path(output).absolute() if output else call.root / "output"
        return _Withdrawal(call, checked, entry, folder).carried_out(
            Prompter(call, _QUESTIONS, {**given, "yes": False})
        )


def _exemplar(call: Call, content: Content, word: str) -> Entry[Exemplar]:
    """Return the profile that is meant. Raises Refusal."""
    path = path_of(call, word)
    profiles = [e.id for e in content.exemplars]
    try:
        entry = as_exemplar(entry_of(call, content, word))
    except Refusal:
        if path in content.files:
            raise Refusal(
                say("{file} cannot be read; to see why: {command}", file=path, command=command("check", path))
            ) from None
        raise Refusal(no_such(word, [*profiles, *(e.slug for e in content.exemplars)])) from None
    if entry is None:
        raise Refusal(say("{name} is not the profile of an exemplar; there are: {names}", name=word, names=profiles))
    return entry


@dataclass(frozen=True)
class _Withdrawal:
    """The withdrawal of one exemplar."""

    call: Call
    checked: Checked
    entry: Entry[Exemplar]
    output: Path

    def carried_out(self, asker: Prompter) -> int:
        """Show where the exemplar stands, and write the withdrawal where that is wanted. Raises Refusal."""
        file = self.entry.source.file
        if self.entry.facts.withdrawn:
            self._show(find_traces(self.checked, self.entry, self.output, self.call.today))
            self.call.report(say("{file} is withdrawn already; nothing was changed", file=file))
            self._next()
            return DONE
        if (line := has_field(self.entry)) is not None:
            raise Refusal(
                say(
                    "{file}, line {line}: withdrawn stands there and cannot be read; to see why: {command}",
                    file=file,
                    line=str(line),
                    command=command("check", file),
                )
            )
        wish = self._wish(asker)
        made = self._made(wish) if wish else None
        self._show(find_traces(self.checked, self.entry, self.output, self.call.today))
        if wish is None or not self._is_wanted(asker, wish):
            self._how(wish)
        elif made is not None:
            replace_files({self.call.root / file: made})
            out(file)
            self.call.report(say("{file} now says that the exemplar is withdrawn.", file=file))
            if wish.requested_on:
                self.call.report(days_told(wish.requested_on))
            self._next()
        return DONE

    def _wish(self, asker: Prompter) -> Wish | None:
        """Get the answers; None where the reason is lacking, nobody can be asked, and nothing is to be written."""
        choices = {name: self.call.tell(label) for name, label in _REASONS.items()}
        reason = asker.answer("reason", Known(choices))
        on = asker.answer("on", Known(default=self.call.today.isoformat()))
        document = asker.answer("document")
        if asker.given["write"] and reason is None:
            raise Refusal(say("give the reason: --reason consent or --reason revoked"))
        if reason is None:
            return None
        day = on if isinstance(on, date) else self.call.today
        requested = self._requested_on(asker, reason, day)
        return Wish(on=day, reason=reason, document=document or None, requested_on=requested)

    def _requested_on(self, asker: Prompter, reason: str, day: date) -> date | None:
        """Get the day of the request; where the recognition was taken back nobody need have asked for it."""
        if reason != "consent" and asker.given["requested_on"] is None:
            return None

        def wrong(requested: date) -> Message | None:
            early = say("taken down on {day}, before it was asked for on {other_day}", day=day, other_day=requested)
            return early if requested > day else None

        requested = asker.answer("requested_on", Known(wrong=wrong))
        return requested if isinstance(requested, date) else None

    def _is_wanted(self, asker: Prompter, wish: Wish) -> bool:
        """Return whether the withdrawal is to be written, asked at a terminal if the command does not say so."""
        if asker.given["write"]:
            return True
        out(self.call.tell(say("To be written into {file}:", file=self.entry.source.file)))
        out(f"  {wish.line}")
        return bool(asker.may_ask and asker.answer("write", Known(default=self.call.tell(say("no")))))

    def _made(self, wish: Wish) -> bytes:
        """Return the bytes of the file with the withdrawal. Raises Refusal where no place for it is found."""
        file = self.entry.source.file
        data = read_file(Found(file, self.call.root / file))
        made = None if isinstance(data, Finding) else withdrawn(data, self.entry, wish, self.checked.content.config)
        if made is None:
            raise Refusal(say("no place was found in {file}; write this by hand: {line}", file=file, line=wish.line))
        return made

    def _show(self, traces: Traces) -> None:
        """Print every place, and what has to be done about it."""
        folder = self._named(self.output)
        self._list(
            say("Its own files, which are published no more but for a notice without the name:"), _lines(traces.own)
        )
        self._list(
            say("Texts that hold the name; take it out, or they are left out (a data file stops the build):"),
            _lines(traces.texts),
        )
        for says, paths in (
            (say("Pictures in the last output:"), traces.pictures),
            (say("Pages and lists in the last output:"), traces.pages),
            (say("Papers in the last output:"), traces.papers),
        ):
            self._list(says, (f"{folder}/{path}" for path in paths))
        there = (*traces.pictures, *traces.pages, *traces.papers)
        if any(path.startswith("site/") for path in there):
            told = say(
                "Wherever {folder} was copied to, delete those of these files that lie there, then copy the new site."
                " Recall printed papers and destroy them.",
                folder=f"{folder}/site",
            )
            out(self.call.tell(told))
        elif not there:
            out(self.call.tell(say("The last output in {folder} does not hold the name.", folder=folder)))
        if (self.call.root / ".cache").is_dir():
            remembered = say(
                "{folder} on this machine remembers the texts and pictures of earlier builds; delete it, the next build"
                " makes it anew.",
                folder=self._named(self.call.root / ".cache"),
            )
            out(self.call.tell(remembered))

    def _named(self, folder: Path) -> str:
        root = self.call.root
        return (folder.relative_to(root) if folder.is_relative_to(root) else folder).as_posix()

    def _list(self, head: Message, rows: Iterable[str]) -> None:
        for n, row in enumerate(rows):
            if not n:
                out(self.call.tell(head))
            out(f"  {row}")

    def _how(self, wish: Wish | None) -> None:
        """Tell that nothing is written, and the command that writes it."""
        words = ["--reason", wish.reason, "--on", wish.on.isoformat()] if wish else ["--reason", "consent"]
        words += ["--document", wish.document] if wish and wish.document else []
        if wish is None:
            self.call.report(say("The reason is consent, or revoked if the recognition was taken back."))
        again = command("withdraw", self.entry.id, *words, "--write")
        self.call.report(say("Nothing is written yet. To write the withdrawal: {command}", command=again))

    def _next(self) -> None:
        usual = self.output == self.call.root / "output"
        words = () if usual else ("--output", str(self.output))
        self.call.report(say("To publish the site without the name: {command}", command=command("build", *words)))


def _lines(places: Iterable[tuple[str, int]]) -> Iterable[str]:
    return (f"{file}:{line}" for file, line in places)
