"""Signs the manifest of an output, and tells whose signature it bears, with `ssh-keygen -Y` of the machine (OpenSSH).

The manifest holds the SHA-256 of every file, so one signature stands for the whole output. Who may sign is a file of
allowed signers, as ssh-keygen(1) describes it.
"""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.i18n.system_faults import reason_of
from guongsang.publish.faults import cannot_read

NAMESPACE = "guongsang"
"""What signatures are made for; one made for something else is none."""
SIGNATURE = "manifest.json.sig"
"""The name of a signature, which lies beside the manifest."""


def sign(manifest: Path, key: Path) -> None:
    """Write the signature of a manifest beside it, with a private key of SSH. Raises Refusal."""
    done = _run(["sign", "-f", str(key), "-n", NAMESPACE, str(manifest)])
    if done.returncode or not manifest.with_name(SIGNATURE).is_file():
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise Refusal(
            say(
                "the manifest was not signed with {key}, and nothing was changed: {reason}. A key with a"
                " passphrase must be handed to ssh-agent first",
                key=str(key),
                reason=" ".join(reason),
            ),
            status=3,
        )


def signer_of(manifest: Path, signers: Path) -> str | None:
    """Return who of the allowed signers signed a manifest; None where none of them did. Raises Refusal."""
    try:
        data = manifest.read_bytes()
        signers.read_bytes()
    except OSError as fault:
        raise cannot_read(Path(fault.filename), fault) from fault
    known = ["-f", str(signers), "-s", str(manifest.with_name(SIGNATURE))]
    for name in _run(["find-principals", *known]).stdout.decode("utf-8", "replace").splitlines():
        if _run(["verify", *known, "-I", name, "-n", NAMESPACE], data).returncode == 0:
            return name
    return None


def _run(words: Sequence[str], data: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(["ssh-keygen", "-Y", *words], input=data, capture_output=True, check=False)
    except OSError as fault:
        raise Refusal(
            say("ssh-keygen, which signs and proves signatures, cannot be started: {reason}", reason=reason_of(fault)),
            status=3,
        ) from fault
