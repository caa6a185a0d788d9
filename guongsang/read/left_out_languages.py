"""What is told of words in a language that a site no longer lists: once for each language, not for each word.

A language may be dropped from `languages` and taken up again. What is written in it stays in the files until then.
"""

from collections.abc import Iterable, Iterator

from guongsang.findings import Finding, find
from guongsang.i18n.messages import Language, say, say_n

_CODE = "unknown-language"


def is_left_out(finding: Finding) -> bool:
    """Return whether a finding tells of words in a language that the site does not list."""
    return finding.code == _CODE and finding.severity == "warning"


def told_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, those of words and files in a language that is left out as one at the first of their places."""
    left: dict[str, list[Finding]] = {}
    for finding in findings:
        if is_left_out(finding):
            left.setdefault(str(finding.message.args.get("code")), []).append(finding)
        else:
            yield finding
    for code, group in left.items():
        yield _left_out(code, group)


def _left_out(code: str, group: list[Finding]) -> Finding:
    files = {f.place.file for f in group}
    message = say_n(
        "{n} file holds words in {language}, which is none of the languages of this site; they are left out",
        "{n} files hold words in {language}, which is none of the languages of this site; they are left out",
        n=len(files),
        language=Language(code),
    )
    hint = say("add {code} to languages in site_config.yaml if it is wanted; else leave it, or delete them", code=code)
    return find(_CODE, min(f.place for f in group), message, hint).at_level("warning")
