"""Personal data in names of files and in addresses of links, where words are joined by hyphens and have no marks.

A bare telephone number passes there, because files and pages are numbered so; behind a word that says what it is
(`cccd-…`, `sdt-…`), and as twelve figures that can only be a number of identity, it is told.
"""

import re
from collections.abc import Iterator

from guongsang.text.patterns import lazy
from guongsang.text.personal_data.search import Personal
from guongsang.text.readable import Readable

_JOIN = r"[-_.=: ]*"
_NUMBER = r"(?P<it>[a-z]?\d(?:[-_. ]?\d){6,13})(?!\d)"
_FORMS = (
    (
        "identity-number",
        rf"(?:cccd|cmnd|cmtnd|can-?cuoc|cancuoc|ho-?chieu|passport|dinh-?danh){_JOIN}(?:so{_JOIN})?{_NUMBER}",
    ),
    (
        "identity-number",
        (
            r"(?<![\da-f])(?P<it>0(?:0[1-9]|[1-8]\d|9[0-6])(?:[0-3]\d{8}|(?P<s>[-_. ])[0-3]\d\d(?P=s)\d{3}"
            r"(?P=s)\d{3}))(?![\da-f])"
        ),
    ),
    ("identity-number", r"(?<!\d)(?P<it>0(?:0[1-9]|[1-8]\d|9[0-6])[0-3][-_. ]\d{4}[-_. ]\d{4})(?!\d)"),
    (
        "telephone-number",
        (
            rf"(?:sdt|so-?dien-?thoai|dien-?thoai|phone|tel|zalo|mobile|whatsapp|viber){_JOIN}"
            r"(?P<it>(?:84|0)?[35789]\d(?:[-_. ]?\d){7})(?!\d)"
        ),
    ),
    ("bank-account", rf"(?:stk|so-?tai-?khoan){_JOIN}{_NUMBER}"),
    ("insurance-number", rf"(?:bhxh|bhyt){_JOIN}(?:so{_JOIN})?{_NUMBER}"),
    ("driving-licence", rf"(?:gplx|bang-?lai){_JOIN}(?:so{_JOIN})?{_NUMBER}"),
)
_PATTERNS = tuple((kind, lazy(pattern, re.IGNORECASE)) for kind, pattern in _FORMS)
_DIGITS = lazy(r"\d(?:[-_. ]?\d){6}")


def personal_in_name(name: str) -> Iterator[Personal]:
    """Find personal data in the name of a file or an address, each number once."""
    readable = Readable.of(name)
    last = 0
    for kind, pattern in _PATTERNS if _DIGITS.search(readable.text) else ():
        for match in pattern.finditer(readable.text):
            if match.start("it") >= last:
                last = match.end("it")
                yield Personal(*readable.typed(*match.span("it")), kind)
