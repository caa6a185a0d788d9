"""Edits, breaks, kills, publishes and takes back an invented site for some minutes, and proves what is promised.

Run as `python bench/soak.py MINUTES [--seed N] [--exemplars N]`. All the while somebody reads the published site, and
whatever is read must be a whole file of some release. After each step the output must be what its manifest says, and no
run may end in a traceback or in a status that is not documented. In the end the output must be that of a clean build
of the same sources elsewhere, the web root must be complete, and no name of a withdrawn exemplar may stand in either.
Ends with status 1 and the first faults if anything of this was not so.
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]

from made_site import PROJECT, make_site, name_of  # noqa: E402

YEAR = "content/exemplars/2022"
STATUSES = {0, 1, 2, 3}
LONGEST_RUN = 120
"""Seconds after which a run counts as hanging."""
LAST = "2022-12-31"
"""The day on which all is judged."""
JUNK = (b"", b"---\ntitle: [\n---\n", b"---\ntitle: Ch\xe0o\n---\n", b"\x00" * 999, b"---\nunit: nowhere\n---\n")


@dataclass
class Soak:
    """A site under trial: its folder, the web root, the dice, what was done, what was read, what went wrong."""

    root: Path
    web: Path
    dice: random.Random
    count: int
    done: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    versions: dict[str, set[str]] = field(default_factory=dict)
    hidden: dict[Path, bytes] = field(default_factory=dict)
    withdrawn: set[int] = field(default_factory=set)

    def profiles(self) -> list[Path]:
        """List the profiles that can be read."""
        return [p for p in sorted((self.root / YEAR).glob("*.md")) if p not in self.hidden]

    def begin(self, *words: str) -> "subprocess.Popen[bytes]":
        """Start the program."""
        line = [sys.executable, "-X", "utf8", str(PROJECT / "build.py"), "--root", str(self.root), "--today", LAST]
        return subprocess.Popen([*line, *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def wait(self, words: str, process: "subprocess.Popen[bytes]") -> int:
        """Wait for the end of a run, and note what is wrong with it."""
        try:
            said = process.communicate(timeout=LONGEST_RUN)[1]
        except subprocess.TimeoutExpired:
            process.kill()
            said = process.communicate()[1]
            self.faults.append(f"{words}: did not end within {LONGEST_RUN} s")
        if b"Traceback" in said or process.returncode not in STATUSES:
            self.faults.append(f"{words}: status {process.returncode}: {said.decode(errors='replace')[-600:]}")
        return process.returncode

    def run(self, *words: str) -> int:
        """Run the program to its end."""
        return self.wait(" ".join(words), self.begin(*words))

    def kill(self, *words: str, within: float) -> None:
        """Kill a run at a moment of chance, unless it was done before; what it started ends by itself."""
        process = self.begin(*words)
        try:
            process.wait(self.dice.uniform(0.0, within))
        except subprocess.TimeoutExpired:
            process.kill()
            self.done["kills"] += 1
        process.communicate()


def edit(soak: Soak) -> None:
    """Add a sentence to a profile."""
    if there := soak.profiles():
        with soak.dice.choice(there).open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"\nThêm câu số {soak.dice.randrange(10**6)}.\n")


def add(soak: Soak) -> None:
    """Add a profile like another one, under the name of somebody else."""
    if there := soak.profiles():
        text = soak.dice.choice(there).read_text(encoding="utf-8")
        old = next(line for line in text.splitlines() if line.startswith("name: "))
        soak.count += 1
        text = text.replace(old, f"name: Đinh Mẫu Thứ {soak.count}").replace("photo:", "# photo:")
        text = text.replace("photo_alt:", "# photo_alt:")
        path = soak.root / YEAR / f"them-{soak.count}.vi.md"
        path.write_text(text, encoding="utf-8", newline="\n")


def remove(soak: Soak) -> None:
    """Delete a profile, if enough are left."""
    there = soak.profiles()
    if len(there) > 8:
        soak.dice.choice(there).unlink()


def rename(soak: Soak) -> None:
    """Give a profile another address."""
    there = [p for p in soak.profiles() if p.name.startswith("them-")]
    if there:
        soak.count += 1
        soak.dice.choice(there).rename(soak.root / YEAR / f"them-{soak.count}.vi.md")


def spoil(soak: Soak) -> None:
    """Make a profile unreadable."""
    if there := soak.profiles():
        path = soak.dice.choice(there)
        soak.hidden[path] = path.read_bytes()
        path.write_bytes(soak.dice.choice(JUNK))


def repair(soak: Soak) -> None:
    """Put all unreadable profiles back."""
    while soak.hidden:
        path, data = soak.hidden.popitem()
        path.write_bytes(data)


def withdraw(soak: Soak) -> None:
    """Withdraw one of the first exemplars; its name must then be gone."""
    for path in soak.profiles():
        n = path.name[1:4]
        if n.isdigit() and int(n) not in soak.withdrawn and len(soak.withdrawn) < 4:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("sample: true\n", "withdrawn: {on: 2022-11-20, reason: consent}\n", 1),
                            encoding="utf-8", newline="\n")  # fmt: skip
            soak.withdrawn.add(int(n))
            return


def build(soak: Soak) -> None:
    """Build."""
    soak.run("build", *_options(soak))


def build_killed(soak: Soak) -> None:
    """Build, and kill it."""
    soak.kill("build", *_options(soak), within=4.0)


def two_builds(soak: Soak) -> None:
    """Build twice at once."""
    pair = [soak.begin("build", *_options(soak)) for _ in range(2)]
    for process in pair:
        soak.wait("two builds", process)


def publish(soak: Soak) -> None:
    """Publish."""
    expect(soak)
    soak.run("publish", str(soak.web))


def publish_killed(soak: Soak) -> None:
    """Publish, and kill it."""
    expect(soak)
    soak.kill("publish", str(soak.web), within=1.5)


def roll_back(soak: Soak) -> None:
    """Put the last release back."""
    soak.run("publish", str(soak.web), "--rollback")


def spoil_caches(soak: Soak) -> None:
    """Change a byte of everything that is kept between builds."""
    for path in sorted((soak.root / ".cache").rglob("*")):
        if path.is_file() and (data := bytearray(path.read_bytes())):
            data[soak.dice.randrange(len(data))] ^= 0xFF
            path.write_bytes(data)


STEPS: dict[Callable[[Soak], None], int] = {
    edit: 6, add: 2, remove: 1, rename: 1, spoil: 2, repair: 3, withdraw: 1, spoil_caches: 1,
    build: 6, build_killed: 5, two_builds: 1, publish: 4, publish_killed: 3, roll_back: 1,
}  # fmt: skip
"""The steps, and how often each comes."""


def _options(soak: Soak) -> list[str]:
    papers = [] if soak.dice.random() < 0.1 else ["--no-print"]
    return [*papers, "--skip-invalid", "--shrink", "--jobs", soak.dice.choice("12")]


def expect(soak: Soak) -> None:
    """Note what will be right to read once the present output is published."""
    for path, digest in listed(soak.root / "output"):
        if path.startswith("site/"):
            soak.versions.setdefault(path.removeprefix("site/"), set()).add(digest)


def listed(output: Path) -> Iterator[tuple[str, str]]:
    """Yield path and SHA-256 of what a manifest lists; nothing where there is none."""
    manifest = output / "manifest.json"
    if manifest.exists():
        yield from ((row["path"], row["sha256"]) for row in json.loads(manifest.read_bytes())["files"])


def check_output(soak: Soak, step: str) -> None:
    """Note every file of the output that is missing, altered or not in the manifest."""
    output = soak.root / "output"
    rows = dict(listed(output))
    for path, digest in rows.items():
        data = (output / path).read_bytes() if (output / path).is_file() else b""
        if hashlib.sha256(data).hexdigest() != digest:
            soak.faults.append(f"after {step}: {path} is not what the manifest says")
    there = {p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file()}
    soak.faults += [f"after {step}: {path} is not in the manifest" for path in there - rows.keys() - {"manifest.json"}]


def read_all_the_while(soak: Soak, ended: threading.Event) -> None:
    """Read files of the web root until told to stop; each must be whole, and the front page must always be there."""
    dice = random.Random(1)
    while not ended.is_set():
        if not soak.versions or not (soak.web / "index.html").exists():
            if soak.done["reads"]:
                soak.faults.append("the front page was missing")
            ended.wait(0.05)
            continue
        path = dice.choice(["index.html", *list(soak.versions)])
        try:
            data = (soak.web / path).read_bytes()
        except FileNotFoundError:
            continue
        soak.done["reads"] += 1
        if hashlib.sha256(data).hexdigest() not in soak.versions.get(path, ()):
            soak.faults.append(f"read a {path} that no release has")


def prove(soak: Soak, elsewhere: Path) -> None:
    """Compare all with a clean build of the same sources, and look for names that must not be there."""
    repair(soak)
    last = ("build", "--skip-invalid", "--shrink")
    soak.faults += ["the last build failed"] if soak.run(*last) else []
    shutil.copytree(soak.root, elsewhere, ignore=shutil.ignore_patterns("output", ".cache", ".output.*"))
    clean = Soak(elsewhere, soak.web, soak.dice, 0)
    soak.faults += ["the clean build failed"] if clean.run(*last) else []
    mine, other = (dict(listed(root / "output")) for root in (soak.root, elsewhere))
    differing = {path for path in mine.keys() | other.keys() if mine.get(path) != other.get(path)}
    soak.faults += [f"not as in a clean build: {path}" for path in sorted(differing - {"office/gone.txt"})]
    publish(soak)
    for words in (("verify",), ("verify", str(soak.web))):
        soak.faults += [f"{' '.join(words)}: not whole"] if soak.run(*words) else []
    for n in soak.withdrawn:
        for path in [*soak.web.rglob("*"), *(soak.root / "output").rglob("*")]:
            if path.is_file() and not path.name.startswith("removed") and name_of(n).encode() in path.read_bytes():
                soak.faults.append(f"{path} names a withdrawn exemplar")
    left = [p.name for p in soak.root.iterdir() if p.name.startswith((".output.new", ".output.old"))]
    soak.faults += [f"left behind: {name}" for name in left]


def main(words: list[str]) -> int:
    """Make the site, go on for so many minutes, prove, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("minutes", type=float)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--exemplars", type=int, default=24)
    asked = parser.parse_args(words)
    os.environ["GUONGSANG_NO_VENV"] = "1"
    with TemporaryDirectory() as folder:
        soak = Soak(Path(folder, "trang"), Path(folder, "web"), random.Random(asked.seed), asked.exemplars)
        make_site(soak.root, asked.exemplars)
        ended = threading.Event()
        reader = threading.Thread(target=read_all_the_while, args=(soak, ended))
        reader.start()
        build(soak)
        until = time.monotonic() + 60 * asked.minutes
        while time.monotonic() < until and len(soak.faults) < 20:
            (step,) = soak.dice.choices(list(STEPS), list(STEPS.values()))
            step(soak)
            soak.done[step.__name__] += 1
            check_output(soak, step.__name__)
        ended.set()
        reader.join()
        prove(soak, Path(folder, "sach"))
    print(", ".join(f"{name.replace('_', ' ')} {n}" for name, n in sorted(soak.done.items())))
    print(f"{len(soak.faults)} faults", *soak.faults[:20], sep="\n")
    return int(bool(soak.faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
