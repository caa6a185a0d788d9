"""What tests of pages share: sites of fixtures, built for one test or once for all."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from guongsang import cli
from support.program import Ran
from support.site import lay_out, leave_untranslated, owe


@pytest.fixture
def built(site: Callable[..., Path], run: Callable[..., Ran]) -> Callable[..., Path]:
    """Build a site of fixtures and give its folder."""

    def made(*layers: str | Path, words: tuple[str, ...] = ("--no-print",), unfinished: bool = False) -> Path:
        root = site(*layers)
        if unfinished:
            leave_untranslated(root)
            owe(root)
        ran = run("--root", root, "--today", "2025-01-15", "build", *words)
        assert ran.status == 0, ran.out + ran.err
        return root

    return made


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Build a site of fixtures once for all tests that only look at it, and give its folder."""

    @cache
    def made(layer: str) -> Path:
        root = lay_out(tmp_path_factory.mktemp(layer) / "trang", layer)
        assert cli.main(["--root", str(root), "--today", "2025-01-15", "build", "--no-print"]) == 0
        return root

    return made
