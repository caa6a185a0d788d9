"""What is found in a contributor's file: one type for terminal, JSON and every other telling.

A `Finding` is a value, never an exception: what is wrong, where (in the file as it lies on disk), and what to do about
it. Its level is that of its code. `SetupError` is the exception for a site that cannot be judged at all, because its
configuration, units, criteria or catalogues are wrong; it carries findings, and they are told the same way. `Refusal`
is the exception for a command that cannot be carried out; it carries one message and the exit status.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from guongsang.codes import CODES, Severity
from guongsang.i18n.languages import is_language, nearest
from guongsang.i18n.messages import Message, say
from guongsang.text.suggestions import closest


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file.

    Path from the site's root with `/`, lines and columns in code points from 1, end exclusive.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __reduce__(self) -> tuple[type["Place"], tuple[str | int, ...]]:
        """Return how it is made again when a record is read; the way of dataclasses with slots takes twice as long."""
        return Place, (self.file, self.line, self.column, self.end_line, self.end_column)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault with its place and its cure; `rule` and `section` name the criterion or rule of the plan, if any.

    Where it is `covered`, what stands at its place must not be shown as it is, in no excerpt. `replacement` is what
    belongs there instead, where that is certain. `unit` is the unit that owes what is told.
    """

    code: str
    severity: Severity
    place: Place
    message: Message
    hint: Message
    rule: str | None = None
    section: str | None = None
    covered: bool = False
    replacement: str | None = None
    unit: str | None = None

    def __reduce__(self) -> tuple[type["Finding"], tuple[object, ...]]:
        """Return how it is made again when a record is read, as of a place."""
        return Finding, tuple(getattr(self, name) for name in self.__slots__)

    def mended_by(self, replacement: str | None) -> "Finding":
        """Return the same finding with what belongs at its place."""
        return replace(self, replacement=replacement)

    def at_level(self, severity: Severity) -> "Finding":
        """Return the same finding at another level."""
        return replace(self, severity=severity)


def find(
    code: str, place: Place, message: Message, hint: Message, *, rule: str | None = None, section: str | None = None
) -> Finding:
    """Make a finding at the level that its code has."""
    return Finding(
        code=code,
        severity=CODES[code].level,
        place=place,
        message=message,
        hint=hint,
        rule=rule,
        section=section,
    )


def suggest(word: str, known: Iterable[str], otherwise: Message) -> Message:
    """Propose the one known word close to what was typed, marks, case and quotes ignored; else say otherwise."""
    near = closest(word.strip("“”‘’«»\"'"), known)
    return say("did you mean {name}?", name=near) if near else otherwise


def unknown_language(place: Place, code: str, languages: Sequence[str]) -> Finding:
    """Make the finding of a code that is none of a site's languages, with the one that is meant or all there are.

    What is a language, and none that is meant, may be one that the site had before: a warning.
    """
    near = nearest(code, languages)
    hint = (
        say("did you mean {name}?", name=near) if near else say("its languages are {names}", names=", ".join(languages))
    )
    found = find("unknown-language", place, say("the site has no language {code}", code=code), hint)
    return found.at_level("warning") if near is None and is_language(code) else found


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by place, then code; the same finding told twice is told once."""
    alike: dict[tuple[str | int, ...], list[Finding]] = {}
    for f in findings:
        at = f.place
        key = at.file, at.line, at.column, at.end_line, at.end_column, f.code, f.rule or "", f.message.text
        alike.setdefault(key, []).append(f)
    return [one for key in sorted(alike) for one in _each_once(alike[key])]


def _each_once(findings: list[Finding]) -> Iterable[Finding]:
    """Return findings that differ by nothing but what stands in their message, in the order of that."""
    if len(findings) == 1:
        return findings
    keyed = {repr(f.message.args): f for f in findings}
    return [keyed[key] for key in sorted(keyed)]


def count(findings: Iterable[Finding], severity: Severity) -> int:
    """Count the findings of one level."""
    return sum(f.severity == severity for f in findings)


def covered(text: str) -> str:
    """Return a text for a message without what it tells: "0912 345 678" → "0912 ••• 678", as long as it was.

    The first four and the last three letters and digits stay of numbers of nine and more, the first two else.
    """
    signs = [i for i, char in enumerate(text) if char.isalnum()]
    digits = sum(text[i].isdigit() for i in signs)
    shown = {*signs[:4], *signs[-3:]} if digits >= 9 else set(signs[:2])
    return "".join("•" if char.isalnum() and i not in shown else char for i, char in enumerate(text))


class Excerpts(Protocol):
    """A file of which lines can be shown."""

    def typed_line(self, number: int) -> str:
        """Return one line (from 1) as it was typed."""


class SetupError(Exception):
    """The site cannot be judged: its configuration, units, criteria, catalogues or templates are wrong."""

    def __init__(self, findings: Iterable[Finding], sources: Mapping[str, Excerpts] | None = None) -> None:
        """Carry all findings at once, with the files that were read, for excerpts."""
        self.findings = in_order(findings)
        self.sources = dict(sources or {})
        super().__init__(f"{len(self.findings)} findings")


class Refusal(Exception):
    """A command cannot be carried out; the exit status says why: 2 for wrong use, 3 for the environment."""

    def __init__(self, message: Message, *, status: Literal[2, 3] = 2) -> None:
        """Keep the message and the exit status."""
        super().__init__(message.text)
        self.message = message
        self.status = status
