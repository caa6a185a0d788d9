"""The program run through its front door, as a command line would."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from guongsang import cli


@dataclass(frozen=True)
class Ran:
    """What a run of the program gave."""

    status: int
    out: str
    err: str

    def findings(self, *codes: str) -> list[dict[str, Any]]:
        """Return the findings of a run with JSON: those of some codes, or all."""
        found: list[dict[str, Any]] = json.loads(self.out)["findings"]
        return [f for f in found if not codes or f["code"] in codes]


def run_program(capsys: pytest.CaptureFixture[str], *words: object) -> Ran:
    """Run the program with some words and return its status with what it wrote."""
    capsys.readouterr()
    status = cli.main([str(w) for w in words])
    captured = capsys.readouterr()
    return Ran(status, captured.out, captured.err)


def found(ran: Ran, code: str) -> list[dict[str, object]]:
    """Return the findings of a code, of a run with JSON."""
    return [f for f in json.loads(ran.out)["findings"] if f["code"] == code]
