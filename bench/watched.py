"""Runs a command and tells what it took: seconds by the clock, seconds of processors, MiB of the largest process."""

import subprocess
import sys
import time


def main(command: list[str]) -> int:
    """Run the command without its output, and print what it took."""
    begun = time.perf_counter()
    status = subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - begun
    processor, memory = _of_children()
    print(wall, processor, memory)
    return status


def _of_children() -> tuple[float, float]:
    """Return seconds of processors and MiB; nothing is known of either on Windows."""
    if sys.platform == "win32":
        return 0.0, 0.0
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    per_unit = 1_048_576 if sys.platform == "darwin" else 1024
    return used.ru_utime + used.ru_stime, used.ru_maxrss / per_unit


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
