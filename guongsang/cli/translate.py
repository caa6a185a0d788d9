"""The command for translators: make the file to fill, stamp it when it is done, list how all translations stand."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import click

from guongsang.author.revision import Part, all_parts, changed_parts, keep_source
from guongsang.author.translate import STATES, file_of, internal_items, missing_words, skeleton, stamped, states
from guongsang.author.write import replace_files, write_new
from guongsang.cli.call import DONE, WRONG, Call
from guongsang.cli.line.click_helpers import Declare
from guongsang.cli.lookup import content_of, entry_of
from guongsang.cli.new.readers import pick
from guongsang.cli.streams import err, in_colour, out
from guongsang.commands import command
from guongsang.findings import Finding, Refusal
from guongsang.i18n.messages import Language, Message, say
from guongsang.judge.people.masking import masked
from guongsang.judge.translations.parity import judge_parity
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.files import Found, read_file
from guongsang.report.terminal import TerminalReport
from guongsang.text.vietnamese import fold


def declare(on: Declare) -> None:
    """Declare `translate`."""

    @on.command("translate")
    @click.argument("file", required=False, metavar="[FILE]")
    @on.option("--to", metavar="CODE", says=say("Language of the translation; by default the only other one"))
    @on.option("--confirm", is_flag=True, says=say("Stamp the translation as one of the present source text"))
    @on.option("--yes", is_flag=True, says=say("Stamp without asking"))
    @on.option("--status", is_flag=True, says=say("List how all translations stand"))
    @on.option("--format", "form", type=click.Choice(["text", "json"]), default="text", says=say("Form of the list"))
    def translate(call: Call, file: str | None, to: str | None, **given: Any) -> int:
        content = content_of(call)
        if given["status"]:
            return _status(call, content, given["form"])
        if not file:
            every = command("translate", "--status")
            raise Refusal(say("name the file to translate; to list how all of them stand: {command}", command=every))
        entry = entry_of(call, content, file)
        lang = _language(content, entry, file, to)
        if not given["confirm"]:
            return _make(call, content, entry, lang)
        return _Stamping(call, content, entry, may_ask=not given["yes"]).carried_out(lang)


def _language(content: Content, entry: AnyEntry, file: str, to: str | None) -> str:
    """Find the language that is meant: as named, that of the file, or the only one there is."""
    others = content.config.languages[1:]
    if not others:
        raise Refusal(say("this site has one language; add another to languages in site_config.yaml first"))
    if to is not None:
        return pick(to, {code: code for code in others}, "--to")
    named = [code for code in others if file.replace("\\", "/").endswith(f"{entry.slug}.{code}.md")]
    if not named and len(others) > 1:
        raise Refusal(say("which language? give --to with one of: {names}", names=list(others)))
    return (named or list(others))[0]


def _make(call: Call, content: Content, entry: AnyEntry, lang: str) -> int:
    """Write the file of a translation, or say what an existing one lacks."""
    file = file_of(entry, lang)
    there = entry.translations.get(lang)
    if there is not None:
        call.report(
            say(
                "{file} exists already and is left as it is; it is: {state}", file=file, state=STATES[entry.state(lang)]
            )
        )
        _report_missing(call, missing_words(entry, there, internal_items(content, entry)))
        return WRONG
    text = skeleton(entry, lang, call.catalogue, internal_items(content, entry))
    write_new(call.root, {file: text.encode()})
    out(file)
    confirm = command("translate", "--confirm", file)
    call.report(say("Write each text there; when all is done, run: {command}", command=confirm))
    return DONE


def _named(name: str) -> Message | str:
    return say("the text below the fields") if name == "…" else name


def _report_missing(call: Call, names: Sequence[str]) -> None:
    for name in names:
        call.report(say("  not translated: {name}", name=_named(name)))


@dataclass(frozen=True)
class _Stamping:
    """Stamps a translation with the present fingerprint of its source, after showing what differs."""

    call: Call
    content: Content
    entry: AnyEntry
    may_ask: bool

    def carried_out(self, lang: str) -> int:
        """Show what differs, ask, and stamp. Raises Refusal, click.Abort."""
        call, entry = self.call, self.entry
        document = entry.translations.get(lang)
        if document is None:
            raise Refusal(
                say(
                    "there is no {file} yet; make it with: {command}",
                    file=file_of(entry, lang),
                    command=command("translate", entry.source.file, "--to", lang),
                )
            )
        _refuse_unfinished(self.content.findings, entry, document)
        if entry.state(lang) == "ready":
            call.report(say("{file} is stamped already; nothing was changed", file=document.file))
            keep_source(call.root, entry)
            return DONE
        self._show(document)
        if self.may_ask and sys.stdin is not None and sys.stdin.isatty() and not self._is_agreed():
            raise click.Abort
        self._stamp(document)
        return DONE

    def _stamp(self, document: Document) -> None:
        """Write the stamp. Raises Refusal where no place for it is found."""
        call, entry = self.call, self.entry
        data = read_file(Found(document.file, call.root / document.file))
        made = None if isinstance(data, Finding) else stamped(data, document, entry.fingerprint)
        if made is None:
            raise Refusal(
                say(
                    "no place for the stamp was found; write translates: {fingerprint} into {file} by hand",
                    fingerprint=entry.fingerprint,
                    file=document.file,
                )
            )
        replace_files({call.root / document.file: made})
        keep_source(call.root, entry)
        out(document.file)
        call.report(say("{file} is now stamped as a translation of the present text.", file=document.file))

    def _show(self, document: Document) -> None:
        """Print what differs from the source, what is not translated, and what changed or all there is."""
        report = TerminalReport(self.call.catalogue, self.content.sources, in_colour())
        for finding in judge_parity(self.entry.source, document):
            err(report.text(finding) + "\n")
        _report_missing(self.call, missing_words(self.entry, document, internal_items(self.content, self.entry)))
        changed = changed_parts(self.call.root, self.entry, document)
        if changed is not None:
            self.call.report(say("What changed in the source since this translation was stamped:"))
            self._print(changed, say("now: "), say("before: "))
            return
        self.call.report(say("The source, part by part, beside the translation; please compare them:"))
        source, target = self.entry.source.lang, document.lang
        self._print(all_parts(self.entry, document), f"{source}: ", f"{target}: ")

    def _print(self, parts: Sequence[Part], first: Message | str, second: Message | str) -> None:
        heads = [self.call.tell(head) if isinstance(head, Message) else head for head in (first, second)]
        for part in parts:
            err(f"  {part.name}" if part.name else "  —")
            for head, text in zip(heads, (part.now, part.beside), strict=True):
                err(f"    {head}{masked(' '.join(text.split())) or '…'}")

    def _is_agreed(self) -> bool:
        """Ask whether to stamp; anything but yes means no. Raises click.Abort at the end of input."""
        asks = self.call.tell(say("Does the translation say all of this? Stamp it? (yes/no)"))
        typed = click.prompt(asks, default="", show_default=False, prompt_suffix=" ", err=True).strip()
        return fold(typed) in {fold(self.call.tell(say("yes"))), "yes", "y", "c"}


def _refuse_unfinished(findings: Sequence[Finding], entry: AnyEntry, document: Document) -> None:
    """Refuse to stamp what is empty, has places to fill, or cannot be understood."""
    place = next((f.place for f in findings if f.place.file == document.file and f.code == "to-fill-in"), None)
    if place is not None:
        raise Refusal(
            say(
                "{file}, line {line}: a place is still to be filled in; nothing was changed",
                file=document.file,
                line=str(place.line),
            )
        )
    place = next((f.place for f in findings if f.place.file == document.file and f.severity == "error"), None)
    if place is not None:
        raise Refusal(
            say(
                "{file}, line {line}: there is an error, so nothing was changed; to see it: {command}",
                file=document.file,
                line=str(place.line),
                command=command("check", document.file),
            )
        )
    if not entry.translated(document.lang):
        raise Refusal(say("{file} holds no translation yet; nothing was changed", file=document.file))


def _status(call: Call, content: Content, form: str) -> int:
    """List all documents with the state of their translations, and how many there are of each."""
    rows = [(e.source.file, states(e, content.config)) for e in content.entries]
    totals = {lang: Counter(row[lang] for _, row in rows) for lang in content.config.languages[1:]}
    if form == "json":
        whole = {
            "schema_version": 1,
            "documents": [{"file": file, "states": row} for file, row in rows],
            "totals": {lang: {state: totals[lang][state] for state in STATES} for lang in totals},
        }
        out(json.dumps(whole, ensure_ascii=False, indent=1))
        return DONE
    width = max((len(file) for file, _ in rows), default=0)
    for file, row in rows:
        told = "  ".join(f"{lang}: {call.tell(STATES[state])}" for lang, state in row.items())
        out(f"{file:<{width}}  {told}")
    for lang, counted in totals.items():
        parts = ", ".join(f"{counted[state]} {call.tell(word)}" for state, word in STATES.items())
        out(call.tell(say("{language}: {parts}", language=Language(lang), parts=parts)))
    return DONE
