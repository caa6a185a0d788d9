"""The command `publish`: puts the last good build into a web root in one step, or brings the release before it back."""

from collections.abc import Sequence
from pathlib import Path

import click

from guongsang import HOME
from guongsang.cli.call import DONE, Call
from guongsang.cli.line.click_helpers import Declare
from guongsang.commands import command
from guongsang.i18n.messages import say, say_n
from guongsang.publish.web_root.back import go_back
from guongsang.publish.web_root.put import Put, put_release
from guongsang.publish.web_root.root import WebRoot, find_root
from guongsang.text.visible import visible

_NAMED = 4


def declare(on: Declare) -> None:
    """Declare `publish`."""

    @on.command("publish")
    @click.argument("folder", metavar="DIR")
    @on.option("--rollback", is_flag=True, says=say("Show the release before the present one again"))
    @on.option("--output", metavar="DIR", says=say("Folder of the last output; by default output/ of the site"))
    def publish(call: Call, folder: str, rollback: bool, output: str | None) -> int:
        made = Path(output).absolute() if output else call.root / "output"
        root = find_root(Path(folder).absolute(), made, (call.root, HOME))
        if rollback:
            back = go_back(root, made)
            call.report(
                say(
                    "{folder} shows release {number} again; release {other} is kept",
                    folder=str(root.folder),
                    number=str(back.number),
                    other=str(back.instead_of),
                )
            )
        else:
            _report(call, root, put_release(root, made))
        return DONE


def _report(call: Call, root: WebRoot, put: Put) -> None:
    """Print what was published, and what became of what lay there."""
    folder, number = str(root.folder), str(put.number)
    if not put.is_new:
        call.report(
            say(
                "{folder} shows this build already (release {number}); nothing was changed",
                folder=folder,
                number=number,
            )
        )
    else:
        call.report(
            say_n(
                "Published into {folder} as release {number}: {n} file",
                "Published into {folder} as release {number}: {n} files",
                n=put.files,
                folder=folder,
                number=number,
            )
        )
    _report_others(call, put)
    _report_releases(call, root, put)


def _report_others(call: Call, put: Put) -> None:
    """Print which files others had put into the root, and what became of them."""
    if put.along:
        call.report(say("Left as they are, because the site did not put them there: {names}", names=_first(put.along)))
    if put.replaced:
        call.report(
            say("Replaced by files of the site; the old ones are kept with the release before: {names}",
                names=_first(put.replaced))
        )  # fmt: skip
    if put.mended:
        call.report(say("Put right, because somebody had altered or deleted them: {names}", names=_first(put.mended)))


def _report_releases(call: Call, root: WebRoot, put: Put) -> None:
    """Print which older releases had to go, and how to go back to the last."""
    if put.dropped:
        call.report(
            say("Deleted, because they showed what may not be shown any more: releases {numbers}",
                numbers=[str(number) for number in put.dropped])
        )  # fmt: skip
    for number in put.left:
        call.report(
            say("Delete this folder by hand; it shows what may not be shown any more: {folder}",
                folder=str(root.place(number)))
        )  # fmt: skip
    if put.is_new and put.can_go_back:
        again = command("publish", str(root.folder), "--rollback")
        call.report(say("To show the release before it again: {command}", command=again))


def _first(paths: Sequence[str]) -> str:
    """Return the first few of several paths."""
    return visible(", ".join([*paths[:_NAMED], *(["…"] if len(paths) > _NAMED else [])]))
