"""Carries out `check`: tells what is found, for the whole site or what some words limit it to."""

from collections.abc import Sequence
from dataclasses import replace

from guongsang import HOME
from guongsang.cache import cache_of
from guongsang.cli.call import DONE, FINDINGS, WRONG, Call
from guongsang.cli.lookup import meant_by
from guongsang.cli.streams import lasts
from guongsang.cli.told.findings import (
    Form,
    Found,
    folder_of_paths,
    output_file,
    report_setup,
    tell_checked,
    tell_findings,
)
from guongsang.findings import SetupError, in_order
from guongsang.folders import Folders
from guongsang.pipeline.checking import check_site
from guongsang.pipeline.template_check import unreadable_templates_of

_LASTING = ("text", "json")
"""The forms of findings that depend on nothing but the site and the program."""


def check_and_tell(call: Call, words: Sequence[str], form: Form, *, strict: bool) -> int:
    """Check a site, tell what the words limit it to, and return the exit status."""
    if form.file is not None:
        output_file(form.file)
    if form.base is not None:
        folder_of_paths(call, form)
    if form.file is None and form.name in _LASTING and not words:
        lasts()
    try:
        checked = check_site(call.root, call.today)
    except SetupError as fault:
        return report_setup(call, fault, form)
    wanted = meant_by(call, checked.content, words)
    told = [f for f in checked.findings if wanted.holds(f)]
    form = replace(form, words=wanted.words)
    if templates := unreadable_templates_of(Folders(call.root, HOME), cache_of(call.root).keep):
        sources = {**checked.content.sources, **templates.sources}
        tell_findings(
            call, Found(in_order([*told, *templates.findings]), sources, len(checked.content.files) + 1), form
        )
        return WRONG
    tell_checked(call, told, checked, form)
    blocking = {id(f) for f in checked.blocking}
    failed = any(id(f) in blocking or (strict and f.severity == "warning") for f in told)
    return FINDINGS if failed else DONE
