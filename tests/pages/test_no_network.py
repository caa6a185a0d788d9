"""A build needs no network: in a process that has none, it gives the papers and pages that it always gives."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.site import PROJECT

HOOK = """
import os, sys

def refuse(event, given):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "socket.sendto"):
        os.write(2, f"{event} {given[1:]}".encode())
        os._exit(99)

sys.addaudithook(refuse)
"""


def built(root: Path, *before: str, environment: dict[str, str] | None = None) -> "subprocess.CompletedProcess[bytes]":
    """Build a site in a process of its own, begun by other words if need be."""
    words = [*before, sys.executable, "-X", "utf8", str(PROJECT / "build.py"), "--root", str(root)]
    given = {**os.environ, "GUONGSANG_NO_VENV": "1", **(environment or {})}
    return subprocess.run([*words, "--today", "2025-01-15"], env=given, capture_output=True, check=False)


def test_nothing_asks_for_the_network(site: Callable[..., Path], tmp_path: Path) -> None:
    """Neither a name is looked up nor a connection opened by Python, whatever the machine allows."""
    (tmp_path / "hook").mkdir()
    (tmp_path / "hook/sitecustomize.py").write_text(HOOK, encoding="utf-8")
    root = site()
    done = built(root, environment={"PYTHONPATH": str(tmp_path / "hook")})
    assert done.returncode == 0, done.stderr.decode()
    assert (root / "output/site/vi/ban-tin/2024-05.pdf").is_file()


def test_a_machine_without_network_builds(site: Callable[..., Path]) -> None:
    """In a network namespace of Linux that has no interface, libraries in other languages included."""
    alone = ("unshare", "--map-root-user", "--net")
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system gives no network namespace of one's own; the test above is all that can be shown here")
    root = site()
    done = built(root, *alone)
    assert done.returncode == 0, done.stderr.decode()
    assert (root / "output/site/vi/ban-tin/2024-05.pdf").is_file()
