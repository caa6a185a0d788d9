"""What tests of judging share: a site judged in English, with all that is told of it or the findings of some codes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.program import Ran


@pytest.fixture
def told(run: Callable[..., Ran]) -> Callable[..., list[dict[str, Any]]]:
    """Return the findings of some codes for a site."""

    def findings(root: Path, *codes: str, today: str = "2025-01-15") -> list[dict[str, Any]]:
        ran = run("--root", root, "--lang", "en", "--today", today, "check", "--format", "json")
        return [f for f in json.loads(ran.out)["findings"] if f["code"] in codes]

    return findings


@pytest.fixture
def check(run: Callable[..., Ran]) -> Callable[[Path], Ran]:
    """Judge a site, told in English as JSON."""
    return lambda root: run("--root", root, "--lang", "en", "--today", "2024-12-01", "check", "--format", "json")
