"""Looks for inputs that bring the program down or hold it up: files of a site, changed at random, for some minutes.

    python bench/fuzz.py 60 [SEED]

Each round lays out a small site, puts invented and changed files into it, and runs `check`, `fix`, `translate` and
`todo`. A round fails where a command ends in anything but 0, 1 or 2, or takes longer than ten seconds; its seed is
told, and `python bench/fuzz.py 0 SEED` runs it again. The status is 1 if any failed.
"""

import contextlib
import io
import random
import sys
import tempfile
import time
import warnings
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "tests")]

from guongsang import cli  # noqa: E402
from support.hostile import vectors  # noqa: E402
from support.site import lay_out  # noqa: E402

SIGNS = (
    "[ ] ( ) ! ` ``` ~~~ < > * ** _ ~~ \\ & # | |-| --- === : {} {{ }} [[ ]] [^1] [^1]: - + 1. a) • > \" ' @ %"
    " http:// www. \u0301 \ufeff \u200b \x00 \x0c \r\n \n \n\n \t nan 1e999 -1 0 9999-12-31 2024-02-30 null yes ~ Đ ẹ́"
).split(" ")
SLOW = 10


def changed(data: bytes, luck: random.Random) -> bytes:
    """Return a file with some stretches cut, doubled, swapped, or replaced by signs, vectors or bytes."""
    for _ in range(luck.randint(1, 6)):
        at = luck.randrange(len(data) + 1)
        end = min(at + luck.choice((0, 1, 3, 20, 200)), len(data))
        new = luck.choice(
            (
                b"",
                data[at:end] * luck.choice((2, 3, 50)),
                luck.choice(SIGNS).encode() * luck.choice((1, 1, 2, 30, 400)),
                luck.choice(VECTORS).encode(),
                bytes(luck.randrange(256) for _ in range(3)),
                data[luck.randrange(len(data) + 1) :][:60],
            )
        )
        data = data[:at] + new + data[end:]
    return data


VECTORS = vectors("text", "markdown", "terminal")


def failed(seed: int) -> str:
    """Run one round; return what went wrong in it, if anything."""
    luck = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        root = lay_out(Path(folder) / "site", "good")
        files = sorted(p for p in root.rglob("*") if p.is_file())
        for path in luck.sample(files, luck.randint(1, 4)):
            path.write_bytes(changed(path.read_bytes(), luck))
        documents = [p for p in files if p.name.endswith(".vi.md")]
        for words in (["check"], ["fix"], ["translate", str(luck.choice(documents))], ["fix", "--write"], ["todo"]):
            begun = time.monotonic()
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as told:
                try:
                    status = cli.main(["--root", str(root), "--today", "2024-12-01", *words])
                except Exception as fault:  # what is looked for
                    return f"{words[0]}: {type(fault).__name__} {fault}"
            if status not in (0, 1, 2):
                return f"{words[0]}: status {status}: {told.getvalue().strip()[-300:]}"
            if (took := time.monotonic() - begun) > SLOW:
                return f"{words[0]}: {took:.1f} s"
    return ""


def main() -> int:
    """Run rounds until the minutes are over; at least one."""
    warnings.simplefilter("ignore")
    end = time.monotonic() + 60 * float(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    begun, found = seed, 0
    while seed == begun or time.monotonic() < end:
        if told := failed(seed):
            found += 1
            print(f"seed {seed}: {told}", flush=True)
        seed += 1
    print(f"{seed - begun} rounds, {found} failed")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
