"""Tells what the program is made of, and whether any of it is known to be unsafe; for those who release it.

    python supply/supply.py sbom FILE
    python supply/supply.py audit

`sbom` writes what `requirements.lock.txt` pins as CycloneDX 1.6 (JSON), the same bytes for the same lock file. `audit`
asks PyPI for known vulnerabilities of all pins, those of the tests and of this folder too, and ends with status 1 if
there is one or if a pin is not known there. The tools for it have an environment of their own, `supply/.venv`, so that
neither users nor tests install them.
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
sys.path[:0] = [str(PROJECT)]

from build import CannotStart, install, prepare, python_of, tell  # noqa: E402

ENVIRONMENT, LOCK = HERE / ".venv", HERE / "requirements.lock.txt"
LOCKS = (PROJECT / "requirements-test.lock.txt", LOCK)
"""All pins; those of the tests hold those of a build."""


def main(words: list[str]) -> int:
    """Carry out a command; 3 where its tools cannot be installed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("sbom").add_argument("file", type=Path)
    commands.add_parser("audit")
    asked = parser.parse_args(words)
    try:
        prepare(ENVIRONMENT, [LOCK], install)
    except CannotStart as failure:
        tell(*failure.args)
        return 3
    return write_sbom(asked.file) if asked.command == "sbom" else audit()


def write_sbom(file: Path) -> int:
    """Write the components of a build, checked against the schema of CycloneDX, and return the status of the tool."""
    form = ["--of", "JSON", "--sv", "1.6", "--output-reproducible", "--validate", "--output-file", str(file)]
    about = ["--pyproject", str(PROJECT / "pyproject.toml"), "--mc-type", "application"]
    return _run("cyclonedx_py", "requirements", *form, *about, str(PROJECT / "requirements.lock.txt"))


def audit() -> int:
    """Ask for known vulnerabilities of each lock file, all of them, and return 1 if one did not pass."""
    given = ["--strict", "--require-hashes", "--disable-pip", "--progress-spinner", "off"]
    return max([_run("pip_audit", *given, "--requirement", str(lock)) for lock in LOCKS])


def _run(module: str, *words: str) -> int:
    command = [str(python_of(ENVIRONMENT)), "-X", "utf8", "-W", "ignore", "-m", module, *words]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
