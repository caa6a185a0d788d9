"""New files in a test: the day on which they are made, and what is found in them on that day."""

import json
from collections.abc import Callable
from pathlib import Path

from support.program import Ran

TODAY = ("--today", "2024-05-01")


def findings_in(run: Callable[..., Ran], root: Path, *files: str) -> list[dict[str, str]]:
    """Check some files of a site."""
    ran = run("--root", root, *TODAY, "check", "--format", "json", *files)
    findings: list[dict[str, str]] = json.loads(ran.out)["findings"]
    return findings
