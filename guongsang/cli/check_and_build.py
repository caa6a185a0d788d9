"""The commands that judge: `build`, which publishes what holds, and `check`, which only tells what is found."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from guongsang import HOME
from guongsang.cli.build_report import report_published, report_shrunk, report_stopped
from guongsang.cli.call import DONE, FINDINGS, WRONG, Call, Progress
from guongsang.cli.click_helpers import Declare
from guongsang.cli.lookup import meant_by
from guongsang.cli.streams import lasts
from guongsang.cli.telling import (
    FORMS,
    Form,
    Found,
    folder_of_paths,
    output_file,
    report_setup,
    tell_checked,
    tell_findings,
)
from guongsang.findings import SetupError, in_order
from guongsang.i18n.messages import say
from guongsang.model.site import Wishes
from guongsang.outputs import Folders, unreadable_templates_of
from guongsang.pipeline import Options, build_site, check_site
from guongsang.render.paper.system_fonts import SystemFonts

_LASTING = ("text", "json")
"""The forms of findings that depend on nothing but the site and the program."""


def declare(on: Declare) -> None:
    """Declare `build` and `check`."""

    @on.command("build")
    @on.option("--drafts", is_flag=True, says=say("Show drafts too"))
    @on.option("--skip-invalid", is_flag=True, says=say("Leave faulty documents out instead of stopping"))
    @on.option("--shrink", is_flag=True, says=say("Publish even if more than a third of the exemplars goes"))
    @on.option("--no-print", is_flag=True, says=say("Make no papers"))
    @on.option("--output", metavar="DIR", says=say("Folder to publish into; by default output/ of the site"))
    def build(call: Call, drafts: bool, skip_invalid: bool, shrink: bool, no_print: bool, output: str | None) -> int:
        folder = Path(output).absolute() if output else call.root / "output"
        return _build(
            call,
            Options(
                root=call.root,
                output=folder,
                today=call.today,
                wishes=Wishes(drafts, papers=not no_print),
                skip_invalid=skip_invalid,
                shrink=shrink,
                progress=Progress(call).tell,
            ),
        )

    @on.command("check")
    @click.argument("files", nargs=-1, metavar="[FILES]...")
    @on.option("--format", "name", type=click.Choice(FORMS), default="text", says=say("Form of the findings"))
    @on.option("--all", "each", is_flag=True, says=say("Tell each finding, also where many say the same"))
    @on.option("--out", "file", metavar="FILE", says=say("Write the findings into this file, as UTF-8"))
    @on.option(
        "--base",
        metavar="DIR",
        says=say("Folder that paths of sarif and github begin at; by default the one around the site that Git keeps"),
    )
    @on.option("--strict", is_flag=True, says=say("Warnings fail too"))
    def check(call: Call, files: tuple[str, ...], strict: bool, **form: Any) -> int:
        return _check(call, files, Form(**form), strict=strict)


def _build(call: Call, options: Options) -> int:
    try:
        built = build_site(options)
    except SetupError as fault:
        lasts()
        return report_setup(call, fault)
    tell_checked(call, built.checked.findings, built.checked, Form(building=True))
    if built.shrunk:
        report_shrunk(call, built.shrunk, options)
        lasts()
        return FINDINGS
    if not built.published:
        report_stopped(call, built, options)
        lasts()
        return FINDINGS
    report_published(call, built, options)
    if not built.moved:
        lasts(fonts=built.fonts != SystemFonts())
    return DONE


def _check(call: Call, words: Sequence[str], form: Form, *, strict: bool) -> int:
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
    if templates := unreadable_templates_of(Folders(call.root, HOME)):
        sources = {**checked.content.sources, **templates.sources}
        tell_findings(
            call, Found(in_order([*told, *templates.findings]), sources, len(checked.content.files) + 1), form
        )
        return WRONG
    tell_checked(call, told, checked, form)
    blocking = {id(f) for f in checked.blocking}
    failed = any(id(f) in blocking or (strict and f.severity == "warning") for f in told)
    return FINDINGS if failed else DONE
