"""Work that several processes share out: every item is done, whatever becomes of a process."""

import subprocess
import sys

import pytest

from guongsang.workers import ENOUGH, number_of_shares, shared_out
from support.site import PROJECT

SHARED = """
import os, sys
from guongsang import workers
workers.ENOUGH = 2
mine = os.getpid()

def begin():
    os.write(1, b"begun\\n")

def work(share):
    {work}
    return [n * n for n in share]

done = workers.shared_out({jobs}, list(range({items})), work, begin)
print(sorted(n for share in done for n in share) == [n * n for n in range({items})], len(done))
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    print("none left")
"""
AT_THE_END = """
import atexit, os

def left():
    try:
        os.waitpid(-1, 0)
    except ChildProcessError:
        print("none left")

atexit.register(left)
"""
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are divided on Linux only")


def told(work: str = "", jobs: int = 3, items: int = 11) -> list[str]:
    """Share out work in a process of its own and return what it tells."""
    code = SHARED.format(work=work, jobs=jobs, items=items)
    ran = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


@LINUX
@pytest.mark.parametrize(
    ("jobs", "items", "shares"), [(3, 11, 3), (8, 11, 5), (2, 4, 2), (2, 3, 1), (1, 11, 1), (4, 0, 1)]
)
def test_every_item_is_done_once(jobs: int, items: int, shares: int) -> None:
    """In no more shares than there is work for."""
    assert told(jobs=jobs, items=items) == [*["begun"] * (shares - 1), f"True {shares}", "none left"]


@LINUX
@pytest.mark.parametrize(
    "dies",
    [
        "os._exit(0)",
        "os.kill(os.getpid(), 9)",
        "raise MemoryError",
        "raise KeyboardInterrupt",
        "return [lambda: 1]",
        "os.closerange(3, 99)",
    ],
)
def test_the_share_of_a_process_that_dies_is_done(dies: str) -> None:
    """By the one that waits for it."""
    assert told(f"if os.getpid() != mine: {dies}")[-2:] == ["True 3", "none left"]


@LINUX
def test_no_process_is_left_behind() -> None:
    """Where the one that shares out the work fails itself."""
    failing = "if os.getpid() == mine: raise SystemExit"
    code = SHARED.format(work=failing, jobs=3, items=11)
    code = AT_THE_END + code
    ran = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, encoding="utf-8", check=False)
    assert ran.stdout.splitlines()[-1:] == ["none left"], ran.stderr


def test_little_work_is_done_by_one() -> None:
    """Starting others would take longer."""
    assert number_of_shares(8, 2 * ENOUGH - 1) == 1
    assert shared_out(8, [1, 2], list, lambda: None) == [[1, 2]]
