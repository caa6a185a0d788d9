"""Tests of guongsang.author.preview.watch."""

import threading
from pathlib import Path

from guongsang.author.preview.watch import Watch


def test_what_was_saved_before_the_folders_were_watched_is_looked_for(tmp_path: Path) -> None:
    """The first quiet second makes a call, as nothing told of a save that came while the first build was running."""
    (tmp_path / "content").mkdir()
    called = threading.Event()
    watch = Watch(tmp_path, [], called.set)
    watch.start()
    try:
        assert called.wait(timeout=20)
    finally:
        watch.stop()
