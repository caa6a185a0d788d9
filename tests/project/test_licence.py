"""The licence: MIT for the program, CC BY 4.0 for the sample, and no dependency whose licence forbids that."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, metadata

import pytest

from support.site import PROJECT

PERMISSIVE = {
    *("0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "HPND", "ISC", "MIT"),
    *("MIT-0", "MIT-CMU", "PSF-2.0", "Python-2.0", "Unlicense", "Zlib", "ZPL-2.1"),
}
"""Licences (SPDX) of libraries that a program under MIT may use and be handed on with."""
FONTS = {"OFL-1.1"}
"""Fonts under it may be embedded in pages and papers of any licence."""
FOR_TESTS = {"MPL-2.0"}
"""Asks for the source of what is changed and handed on; what only tests use is neither."""
RUN_TIME, TESTS = "requirements.lock.txt", "requirements-test.lock.txt"
ALLOWED = {RUN_TIME: PERMISSIVE | FONTS, TESTS: PERMISSIVE | FONTS | FOR_TESTS}

NAMES = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD 3-Clause License": "BSD-3-Clause",
    "BSD License": "BSD",
    "CC0 1.0 Universal (CC0 1.0) Public Domain Dedication": "CC0-1.0",
    "Historical Permission Notice and Disclaimer (HPND)": "HPND",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
    "The Unlicense (Unlicense)": "Unlicense",
    "Zope Public License": "ZPL-2.1",
}
"""What older metadata call a licence, in SPDX."""
EXCEPTIONS = {
    "axe-playwright-python": (
        "MIT AND MPL-2.0",
        "its metadata name none; its LICENSE is that of MIT, axe-core's MPL-2.0",
    ),
}
"""Licences that were looked up by hand, each with the reason why."""
ELSEWHERE = {"colorama": "BSD-3-Clause"}
"""Licences of what the locks hold for other systems only, so that it is not installed here."""

Metadata = Mapping[str, list[str]]


def fault_of(name: str, told: Metadata, allowed: set[str]) -> str | None:
    """Return what is wrong with the licence that the metadata of a distribution name, if anything is."""
    stated = list(_stated(told))
    if not stated:
        return f"{name} names no licence that is known here"
    refused = [licence for licence in stated if not allows(licence, allowed)]
    return f"{name} is under {' and '.join(refused)}, which is not allowed" if refused else None


def _stated(told: Metadata) -> Iterator[str]:
    """Yield every licence that is stated: the expression, which stands for all, else classifiers and the old field."""
    if expressions := told.get("License-Expression"):
        yield from expressions
        return
    for classifier in told.get("Classifier", []):
        kind, _, licence = classifier.rpartition(" :: ")
        if kind.startswith("License") and classifier != "License :: OSI Approved":
            yield NAMES.get(licence, licence)
    for field in told.get("License", []):
        if field.strip() and field.strip().upper() != "UNKNOWN":
            yield NAMES.get(field.strip(), field.strip())


def allows(expression: str, allowed: set[str]) -> bool:
    """Return whether an SPDX expression leaves a way to use something under allowed licences only."""
    while inner := re.search(r"\(([^()]*)\)", expression):
        found = "✓" if allows(inner[1], allowed) else "✗"
        expression = expression[: inner.start()] + found + expression[inner.end() :]
    choices = [choice.split(" AND ") for choice in expression.split(" OR ")]
    return any(all(part.strip() in {*allowed, "✓"} for part in choice) for choice in choices)


def locked(lock: str) -> dict[str, str]:
    """Return the distributions of a lock file, with the marker of those that only some systems need."""
    text = (PROJECT / lock).read_text(encoding="utf-8")
    return {m[1]: m[2].strip() for m in re.finditer(r"^([A-Za-z0-9_.-]+)==[^\s;]+ *;?([^\\\n]*)", text, re.MULTILINE)}


def metadata_of(name: str) -> Metadata | None:
    """Return the metadata of a distribution, None where it is not installed."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return None
    return {key: told.get_all(key) or [] for key in ("License-Expression", "License", "Classifier")}


def licence_fault(name: str, marker: str, allowed: set[str]) -> str | None:
    """Return what is wrong with the licence of a locked distribution, installed or not."""
    if name in EXCEPTIONS:
        licence, _ = EXCEPTIONS[name]
        return fault_of(name, {"License-Expression": [licence]}, allowed)
    told = metadata_of(name)
    if told is None and marker and name in ELSEWHERE:
        told = {"License-Expression": [ELSEWHERE[name]]}
    return f"{name} is not installed, so nobody knows its licence" if told is None else fault_of(name, told, allowed)


@pytest.mark.parametrize("lock", [RUN_TIME, TESTS])
def test_the_licence_of_every_dependency_allows_ours(lock: str) -> None:
    """Whatever the locks hold may be used by a program under MIT; what is unknown is refused."""
    rows = locked(lock)
    assert {"jinja2", "typing-extensions", "fontpkg-noto-serif"} <= set(rows)
    assert [fault for name, marker in rows.items() if (fault := licence_fault(name, marker, ALLOWED[lock]))] == []


def test_no_row_of_the_tables_is_left_over() -> None:
    """An exception is needed, and what is said to be of other systems is locked with a marker."""
    rows = locked(TESTS)
    for name in EXCEPTIONS:
        told = metadata_of(name)
        assert name in rows and (told is None or fault_of(name, told, ALLOWED[TESTS]))
    assert all(rows.get(name) for name in ELSEWHERE)


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"License": ["UNKNOWN"]},
        {"License": [""]},
        {"License": ["Proprietary"]},
        {"License": ["MIT\n\nand whatever the vendor asks"]},
        {"License-Expression": ["GPL-3.0-or-later"]},
        {"License-Expression": ["AGPL-3.0-only"], "License": ["MIT"]},
        {"License-Expression": ["MIT AND GPL-2.0-only"]},
        {"License-Expression": ["MIT AND (GPL-2.0-only OR LGPL-2.1-only)"]},
        {"License-Expression": ["GPL-2.0-only WITH Classpath-exception-2.0"]},
        {"License-Expression": ["MIT OR"]},
        {"License-Expression": ["MIT Apache-2.0"]},
        {"License-Expression": ["MIT (GPL-2.0-only)"]},
        {"License-Expression": ["(MIT"]},
        {"License-Expression": ["LicenseRef-Proprietary"]},
        {"License": ["GPLv3"], "Classifier": ["License :: OSI Approved :: MIT License"]},
        {"Classifier": ["License :: OSI Approved"]},
        {"Classifier": ["License :: Other/Proprietary License"]},
        {"Classifier": ["License :: OSI Approved :: GNU General Public License v3 (GPLv3)"]},
        {"Classifier": ["Programming Language :: Python"]},
    ],
)
def test_other_licences_are_refused_by_name(told: Metadata) -> None:
    """Copyleft, proprietary, unclear and missing licences are refused, and the distribution is named."""
    assert "invented" in (fault_of("invented", told, ALLOWED[TESTS]) or "")


@pytest.mark.parametrize(
    "told",
    [
        {"License-Expression": ["MIT"], "License": ["whatever stood here before"]},
        {"License-Expression": ["Apache-2.0 OR GPL-2.0-only"]},
        {"License-Expression": ["(MIT OR GPL-2.0-only) AND PSF-2.0"]},
        {"License": ["BSD"], "Classifier": ["License :: OSI Approved :: BSD License"]},
        {"Classifier": ["License :: OSI Approved", "License :: OSI Approved :: The Unlicense (Unlicense)"]},
        {"License-Expression": ["OFL-1.1"]},
    ],
)
def test_licences_that_allow_ours_pass(told: Metadata) -> None:
    """A choice of licences needs one that is allowed, a sum needs all."""
    assert fault_of("invented", told, ALLOWED[RUN_TIME]) is None


def test_what_only_tests_may_use_is_refused_at_run_time() -> None:
    """The Mozilla licence is allowed for tests alone."""
    told = {"License-Expression": ["MPL-2.0"]}
    assert fault_of("invented", told, ALLOWED[TESTS]) is None
    assert fault_of("invented", told, ALLOWED[RUN_TIME])


def test_the_licence_is_named_wherever_it_is_looked_for() -> None:
    """LICENSE is that of MIT with its holder; README, pyproject.toml and CONTRIBUTING.md name both licences."""
    text = {
        file: (PROJECT / file).read_text(encoding="utf-8") for file in ("LICENSE", "LICENSE-CONTENT.md", "README.md")
    }
    assert re.match(
        r"MIT License\n\nCopyright \(c\) 20\d\d(-20\d\d)? the Gương Sáng authors\n\nPermission", text["LICENSE"]
    )
    assert "https://creativecommons.org/licenses/by/4.0/" in text["LICENSE-CONTENT.md"]
    vietnamese, english = text["README.md"].split("## In English")
    for half in (vietnamese, english):
        assert all(f"[{file}]({file})" in half for file in ("LICENSE", "LICENSE-CONTENT.md"))
        assert "MIT" in half and "CC BY 4.0" in half
    assert "MIT" in (contributing := (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert "CC BY 4.0" in contributing
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (project["license"], project["license-files"]) == ("MIT", ["LICENSE", "LICENSE-CONTENT.md"])


def test_the_sample_names_its_licence_in_every_language() -> None:
    """The page about the sample says CC BY 4.0, whichever language it is read in."""
    for lang, address in (("vi", "by/4.0/deed.vi"), ("en", "by/4.0/")):
        page = (PROJECT / f"content/pages/about.{lang}.md").read_text(encoding="utf-8")
        assert f"[CC BY 4.0](https://creativecommons.org/licenses/{address})" in page
