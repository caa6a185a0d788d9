"""The commands that judge: `build`, which publishes what holds, and `check`, which only tells what is found."""

from pathlib import Path
from typing import Any

import click

from guongsang.cli.call import Call, Progress
from guongsang.cli.line.click_helpers import Declare
from guongsang.i18n.messages import say

FORMS = ("text", "json", "sarif", "github")


def declare(on: Declare) -> None:
    """Declare `build` and `check`."""

    @on.command("build")
    @on.option("--drafts", is_flag=True, says=say("Show drafts too"))
    @on.option("--skip-invalid", is_flag=True, says=say("Leave faulty documents out instead of stopping"))
    @on.option("--shrink", is_flag=True, says=say("Publish even if more than a third of the exemplars goes"))
    @on.option("--no-print", is_flag=True, says=say("Make no papers"))
    @on.option("--output", metavar="DIR", says=say("Folder to publish into; by default output/ of the site"))
    @on.option("--jobs", type=click.IntRange(1, 64), metavar="N", says=say("How many processes may work at once"))
    @on.option("--timings", is_flag=True, says=say("Tell how long each stage took"))
    @on.option("--sign", metavar="KEY", says=say("Sign the manifest with this private key of SSH"))
    def build(call: Call, drafts: bool, no_print: bool, output: str | None, **given: Any) -> int:
        from guongsang.cli.build import build_and_report
        from guongsang.model.site import Wishes
        from guongsang.pipeline.building import Options
        from guongsang.workers import processes

        folder = Path(output).absolute() if output else call.root / "output"
        return build_and_report(
            call,
            Options(
                root=call.root,
                output=folder,
                today=call.today,
                wishes=Wishes(drafts, papers=not no_print),
                skip_invalid=given["skip_invalid"],
                shrink=given["shrink"],
                progress=Progress(call).tell,
                jobs=given["jobs"] or processes(),
                key=Path(given["sign"]).absolute() if given["sign"] else None,
            ),
            timings=given["timings"],
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
        from guongsang.cli.check import check_and_tell
        from guongsang.cli.told.findings import Form

        return check_and_tell(call, files, Form(**form), strict=strict)
