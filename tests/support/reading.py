"""What tests of reading share: the free page of a site, and the findings of some codes."""

import json
from pathlib import Path
from typing import Any

from support.good import ABOUT
from support.program import Ran


def page(root: Path, data: bytes) -> None:
    """Write the free page of a site as bytes."""
    (root / ABOUT).write_bytes(data)


def findings(ran: Ran, *codes: str) -> list[dict[str, Any]]:
    """Return the findings of some codes out of a run with JSON."""
    return [f for f in json.loads(ran.out)["findings"] if f["code"] in codes]
