# -*- coding: utf-8 -*-
"""Starts Gương Sáng: makes the environment it needs on the first run, then hands over to its commands.

In come the arguments of a command line and the pinned libraries of requirements.lock.txt; out comes a run of
`guongsang.cli` inside `.venv`. GUONGSANG_VENV places that elsewhere; GUONGSANG_NO_VENV=1 takes the running Python as it
is. The environment is ready when the last thing written into it, a digest of the lock file and of the kind of Python,
is the one expected; else it is made anew, so a first run that was cut short does no harm. Standard library only, and no
syntax newer than Python 3.6, so that an unsupported Python gets a plain sentence. No catalogue can be read yet, so what
is told stands in Vietnamese and English.
"""

import contextlib
import errno
import functools
import hashlib
import os
import sys
import sysconfig
import time
from pathlib import Path
from typing import IO, Callable, Iterator, List, Optional, Sequence, Set

HERE = Path(__file__).resolve().parent
LOCK = HERE / "requirements.lock.txt"
TEST_LOCK = HERE / "requirements-test.lock.txt"
READY, GUARD, UNFINISHED = "guongsang.ready", "guongsang.lock", "unfinished"
NO_NETWORK = (
    "Không tải được thư viện: không có mạng, hoặc Python không phải bản 64 bit. Không có mạng: trên máy cùng loại gõ",
    "  python -m pip download -r requirements.lock.txt -d wheels",
    "chép wheels về một thư mục không dấu cách, đặt PIP_NO_INDEX=1 và PIP_FIND_LINKS=<thư mục>, rồi chạy lại.",
    "The libraries could not be fetched: no network, or not a 64-bit Python. Without a network, type the line above",
    "on a like machine, copy wheels to a path without blanks, set PIP_NO_INDEX=1 and PIP_FIND_LINKS=<path>, run again.",
)
NO_ROOM = (
    "Hãy xem ổ đĩa còn trống chừng 400 MB và thư mục có ghi được không, hoặc đặt GUONGSANG_VENV tới chỗ khác.",
    "See that the disk has about 400 MB free and can be written to, or point GUONGSANG_VENV elsewhere.",
)
CHECKS = (
    ("ruff format --check", ["-m", "ruff", "format", "--check", "."]),
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("mypy --strict", ["-m", "mypy", "--strict", "guongsang", "build.py"]),
    ("lint-imports", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-logo"]),
)
ON_ALL_CORES = ["--numprocesses=auto", "--dist=worksteal"]


class CannotStart(Exception):
    """Something around the program is missing; holds the lines to tell."""


def check_python(version: Sequence[int]) -> None:  # cần / needs Python 3.11 - 3.14
    """Refuse a version of Python for which not all libraries exist as wheels."""
    if not (3, 11) <= tuple(version) <= (3, 14):
        told = "Gương Sáng cần Python 3.11 đến 3.14 / needs Python 3.11 to 3.14, not {}.{}"
        raise CannotStart(told.format(*version))


def main(arguments: List[str]) -> int:
    """Start the command that the arguments name; the exit status is 3 if it cannot start, 130 if interrupted."""
    try:
        check_python(sys.version_info[:2])
        return start(arguments)
    except KeyboardInterrupt:
        return 130
    except CannotStart as failure:
        tell(*failure.args)
    except OSError as failure:
        tell(str(failure), *NO_ROOM)
    return 3


def start(arguments: List[str]) -> int:
    """See that the environment is there, go into it, and hand over."""
    for_tests = test_arguments(arguments)
    env = Path(os.environ.get("GUONGSANG_VENV") or HERE / ".venv").absolute()
    bare = os.environ.get("GUONGSANG_NO_VENV") == "1"
    if not bare:
        prepare(env, [LOCK] if for_tests is None else [TEST_LOCK, LOCK], install)
    if not (sys.flags.utf8_mode and (bare or env.samefile(sys.prefix))):
        return run_again(sys.executable if bare else str(python_of(env)), arguments)
    return hand_over() if for_tests is None else run_checks(for_tests)


def test_arguments(arguments: Sequence[str]) -> Optional[List[str]]:
    """Return what follows the command `test`, None for another command; options of every command may come before it."""
    rest = list(arguments)
    while rest and rest[0].partition("=")[0] in {"--root", "--lang", "--today"}:
        del rest[: 1 if "=" in rest[0] else 2]
    return rest[1:] if rest[:1] == ["test"] else None


def python_of(env: Path) -> Path:
    """Return the interpreter of an environment."""
    return env / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp(lock: Path) -> str:
    """Return the digest of a lock file and of the kind of Python that is running."""
    kind = f"{sys.implementation.cache_tag} {sysconfig.get_platform()}\n"
    return hashlib.sha256(kind.encode() + lock.read_bytes()).hexdigest()


def stamps_in(env: Path) -> Set[str]:
    """Return the stamps of the lock files that the environment holds in full."""
    try:
        return set((env / READY).read_text(encoding="ascii").split()) if python_of(env).exists() else set()
    except (FileNotFoundError, UnicodeDecodeError):
        return set()


def write_stamps(env: Path, stamps: Sequence[str]) -> None:
    """Write down what the environment holds; a stamp cut short is none."""
    (env / READY).write_text(" ".join(stamps), encoding="ascii")


def prepare(env: Path, locks: Sequence[Path], fill: Callable[[Path, Path], None]) -> None:
    """Fill the environment from the first lock file unless it is; the other lock files are parts of the first.

    What was begun and not finished is thrown away; an environment that holds the last lock file is only added to.
    """
    wanted = [stamp(lock) for lock in locks]
    if wanted[0] in stamps_in(env):
        return
    with alone(env):
        present = stamps_in(env)
        if wanted[0] in present:
            return
        tell("Chuẩn bị lần đầu, chừng một phút… / First run: preparing the environment, about a minute…")
        kept = [wanted[-1]] if wanted[-1] in present and UNFINISHED not in present else []
        write_stamps(env, [*kept, UNFINISHED])
        if not kept:
            empty(env)
        try:
            fill(env, locks[0])
        except CannotStart:
            write_stamps(env, kept)
            raise
        write_stamps(env, wanted)


@contextlib.contextmanager
def alone(env: Path) -> Iterator[None]:
    """Keep other first runs out of the environment; the system lets go of the lock even if this run is killed."""
    env.mkdir(parents=True, exist_ok=True)
    guard = env / GUARD
    if any(env.iterdir()) and not guard.exists():
        raise CannotStart(
            f"Thư mục {env} có sẵn, không do build.py làm ra. Hãy xoá nó hoặc đặt GUONGSANG_VENV tới chỗ khác.",
            f"The folder {env} was not made by build.py. Remove it, or point GUONGSANG_VENV elsewhere.",
        )
    with guard.open("ab") as file:
        if not lock_is_ours(file):
            tell("Một lần chạy khác đang chuẩn bị, xin đợi… / Another run is preparing the environment, waiting…")
            while not lock_is_ours(file):
                time.sleep(0.2)
        os.set_inheritable(file.fileno(), True)  # an orphaned pip goes on holding the lock
        yield


def lock_is_ours(file: IO[bytes]) -> bool:
    """Try to lock an open file; where the file system knows no locks, count it as locked."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
    return True


def empty(env: Path) -> None:
    """Remove everything from the environment but the lock that keeps others out."""
    import shutil

    for entry in list(env.iterdir()):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != GUARD:
            entry.unlink()


def install(env: Path, lock: Path) -> None:
    """Make the environment if it is not there, and install what the lock file pins: wheels only, each by its hash."""
    import subprocess
    from importlib.util import find_spec

    own_pip = find_spec("ensurepip") is not None
    if not (find_spec("venv") and (own_pip or find_spec("pip"))):
        need = f"sudo apt install python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        raise CannotStart("Python này thiếu phần venv. Hãy gõ:", "This Python lacks its venv part. Please type:", need)
    python = str(python_of(env))
    pip = [python, "-I", "-X", "utf8", "-m", "pip"] if own_pip else [sys.executable, "-m", "pip", "--python", python]
    options = ["--require-hashes", "--only-binary=:all:", "--no-deps", "--disable-pip-version-check", "--no-input"]
    steps = [[*pip, "install", *options, "-r", str(lock)]]
    if not python_of(env).exists():
        steps.insert(0, [sys.executable, "-m", "venv", *([] if own_pip else ["--without-pip"]), str(env)])
    for step in steps:
        pipe, settings = subprocess.PIPE, {**os.environ, "PIP_USER": "0", "PYTHONUTF8": "1"}
        done = subprocess.run(step, stdout=pipe, stderr=subprocess.STDOUT, env=settings, close_fds=False, check=False)
        if done.returncode:
            said = done.stdout.decode("utf-8", "replace")
            offline = "No space left" not in said and ("onnection" in said or "No matching distribution" in said)
            raise CannotStart(*said.splitlines()[-12:], "", *(NO_NETWORK if offline else NO_ROOM))


def run_again(python: str, arguments: List[str]) -> int:
    """Run this file with another Python and with UTF-8 mode, and return its exit status."""
    import subprocess

    command = [python, "-X", "utf8", str(Path(__file__).resolve()), *arguments]
    if os.name != "nt":
        os.execv(command[0], command)
    child = subprocess.Popen(command)
    while True:
        with contextlib.suppress(KeyboardInterrupt):  # the child gets it too and decides how to end
            return child.wait()


def hand_over() -> int:
    """Run the commands of the program."""
    try:
        from guongsang.cli import main as run

        return run()
    except ModuleNotFoundError as missing:
        raise CannotStart(
            f"Python này thiếu thư viện {missing.name}; hãy cài requirements.lock.txt hoặc bỏ GUONGSANG_NO_VENV.",
            f"This Python lacks the library {missing.name}; install requirements.lock.txt or unset GUONGSANG_NO_VENV.",
        ) from missing


def run_checks(for_pytest: List[str]) -> int:
    """Run all checks, then all tests on all cores, or only what arguments for pytest ask for; 1 if any failed."""
    import subprocess

    # The tests start the program hundreds of times, so what Python compiles is kept whatever the machine prefers.
    run = functools.partial(subprocess.call, cwd=HERE, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""})
    failed = []
    for name, arguments in () if for_pytest else CHECKS:
        tell(f"== {name}")
        if run([sys.executable, "-X", "utf8", *arguments]):
            failed.append(name)
    tell("== pytest")
    status = run([sys.executable, "-X", "utf8", "-m", "pytest", *(for_pytest or ON_ALL_CORES)])
    if failed:
        tell("Không đạt / failed: " + ", ".join(failed))
    return status or int(bool(failed))


def tell(*lines: str) -> None:
    """Print lines to standard error."""
    print(*lines, sep="\n", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
