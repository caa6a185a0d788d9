"""The command `verify`: whether a copy of the site is complete and unaltered, and what in it does not belong."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from guongsang.cli.call import DONE, FINDINGS, Call
from guongsang.cli.line.click_helpers import Declare
from guongsang.cli.streams import out
from guongsang.commands import command
from guongsang.i18n.messages import Message, say, say_n
from guongsang.publish.release import MANIFEST
from guongsang.publish.signing import signer_of
from guongsang.publish.verify import Verified, verify
from guongsang.text.visible import visible


def declare(on: Declare) -> None:
    """Declare `verify`."""

    @on.command("verify")
    @click.argument("folder", required=False, metavar="[DIR]")
    @on.option("--output", metavar="DIR", says=say("Folder of the last output; by default output/ of the site"))
    @on.option("--format", "form", type=click.Choice(("text", "json")), default="text", says=say("Form of the answer"))
    @on.option("--signers", metavar="FILE", says=say("Allowed signers (ssh-keygen), one of whom must have signed"))
    def verify_command(call: Call, folder: str | None, output: str | None, form: str, signers: str | None) -> int:
        made = Path(output).absolute() if output else call.root / "output"
        copy = Path(folder).absolute() if folder else made
        verified = verify(copy, made)
        if form == "json":
            out(_json(verified))
        else:
            _tell(call, verified)
        signed = signers is None or _tell_signer(call, _manifest_of(copy, made), Path(signers).absolute())
        return DONE if signed and not verified.faults else FINDINGS


def _manifest_of(copy: Path, made: Path) -> Path:
    """Return the manifest that a copy is compared with: that of the last output, else its own."""
    return (made if (made / MANIFEST).is_file() else copy) / MANIFEST


def _tell_signer(call: Call, manifest: Path, signers: Path) -> bool:
    """Tell who signed the manifest, and return whether anybody did who may."""
    who = signer_of(manifest, signers)
    if who is None:
        unsigned = say(
            "{file} bears no valid signature of anybody in {signers}", file=str(manifest), signers=str(signers)
        )
        call.report(unsigned)
        return False
    call.report(say("{file} is signed by {who}", file=str(manifest), who=who))
    return True


def _tell(call: Call, verified: Verified) -> None:
    """Print a line for each file that is not as it should be, and what that means."""
    for line in _lines(verified):
        out(visible(call.tell(line)))
    folder = str(verified.folder)
    if not verified.faults:
        out(call.tell(say_n("{folder} is whole: {n} file, unaltered", "{folder} is whole: {n} files, all unaltered",
                            n=verified.files, folder=folder)))  # fmt: skip
        return
    if verified.of_another_build:
        call.report(say("{folder} is whole, but it is of another build than the present output", folder=folder))
    call.report(
        say_n(
            "{n} file in {folder} is not as it should be",
            "{n} files in {folder} are not as they should be",
            n=verified.faults,
            folder=folder,
        )
    )
    if verified.is_release:
        call.report(say("To put the present output there: {command}", command=command("publish", folder)))


def _lines(verified: Verified) -> Iterator[Message]:
    """Yield what is wrong, files of withdrawn exemplars first."""
    for path, exemplar in verified.withdrawn:
        yield say("of a withdrawn exemplar ({id}), must be deleted: {file}", file=path, id=exemplar)
    yield from (say("no longer on the site, must be deleted: {file}", file=path) for path in verified.gone)
    yield from (say("missing: {file}", file=path) for path in verified.missing)
    yield from (say("altered: {file}", file=path) for path in verified.altered)
    yield from (say("not from this site: {file}", file=path) for path in verified.foreign)


def _json(verified: Verified) -> str:
    """Write the answer for programs: each fault with its kind and path."""
    faults: list[dict[str, str]] = [
        {"kind": "withdrawn", "path": path, "exemplar": exemplar} for path, exemplar in verified.withdrawn
    ]
    for kind in ("gone", "missing", "altered", "foreign"):
        faults += [{"kind": kind, "path": path} for path in getattr(verified, kind)]
    whole = {
        "schema_version": 1,
        "folder": str(verified.folder),
        "files": verified.files,
        "of_another_build": verified.of_another_build,
        "faults": faults,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)
