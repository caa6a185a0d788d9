"""How long each stage of a build takes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

STAGES = ("read", "judge", "model", "list", "search", "make", "publish")
"""The stages in order; papers and pictures are made beside the pages."""


class Timings:
    """Seconds of wall time by stage."""

    def __init__(self) -> None:
        """Begin with none."""
        self.seconds: dict[str, float] = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        """Add the time that something takes to a stage, without that of stages inside it."""
        begun, inside = time.perf_counter(), sum(self.seconds.values())
        try:
            yield
        finally:
            others = sum(self.seconds.values()) - inside
            self.seconds[stage] += time.perf_counter() - begun - others
