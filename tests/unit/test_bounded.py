"""Work that is stopped where it takes more than it may."""

import os
import re
import time
from collections.abc import Iterator

import pytest

from guongsang.bounded import BoundedWorker, Stopped

ENDLESS = (re.match, "(a+)+$", "a" * 60 + "b")
"""A pattern that is matched for years, in C, where nothing inside the process can interrupt it."""


@pytest.fixture(scope="module")
def worker() -> Iterator[BoundedWorker]:
    """Use one worker for all; it is started anew whenever it was stopped."""
    yield BoundedWorker(100_000_000)


def test_what_the_work_gives_is_handed_back(worker: BoundedWorker) -> None:
    """One process does one piece of work after another."""
    process = worker.do(5, os.getpid)
    assert process != os.getpid()
    assert worker.do(5, sorted, [2, 1]) == [1, 2]
    assert worker.do(5, os.getpid) == process


def test_endless_work_is_stopped(worker: BoundedWorker) -> None:
    """And the next piece of work is done."""
    with pytest.raises(Stopped):
        worker.do(0.1, *ENDLESS)
    assert worker.do(5, len, "abc") == 3


def test_work_that_waits_is_stopped(worker: BoundedWorker) -> None:
    """Time on the clock counts too, with more patience."""
    with pytest.raises(Stopped):
        worker.do(0.05, time.sleep, 600)


@pytest.mark.skipif(os.name != "posix", reason="memory is limited in another way")
def test_memory_is_limited(worker: BoundedWorker) -> None:
    """More than a worker may have it does not get."""
    with pytest.raises(Stopped):
        worker.do(5, bytearray, 200_000_000)
    assert len(worker.do(5, bytes, 1_000_000)) == 1_000_000


@pytest.mark.parametrize("work", [(int, "x"), (os.abort,), (os._exit, 0)], ids=["raises", "aborts", "ends"])
def test_work_that_ends_its_process_is_stopped_work(worker: BoundedWorker, work: tuple[object, ...]) -> None:
    """Whatever happens to the process, this one goes on."""
    with pytest.raises(Stopped):
        worker.do(5, *work)  # type: ignore[arg-type]
    assert worker.do(5, len, "abc") == 3
