"""What other printers take for the texts of our papers, beside what ours takes, each in a process of its own.

The peers, WeasyPrint and Chromium, are no part of the project and are looked for. They are handed plain HTML with the
same words and pictures but without most of the layout, so they have less to do; and posters in one file, where ours
prints a file each. Told are processor time of all processes, time on the clock and peak memory of the largest process,
start and reading of the input included. Runs on Linux.
"""

import ctypes
import json
import os
import pickle
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
SIZES = {"yearbook": "170mm 240mm", "bulletin": "A4", "posters": "A3"}
MISSING = "cover, contents, indexes, figures with bars, running heads, columns, colours, codes, PDF/A"
SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2): who is left by its parent becomes our child, so that its time is counted."""


def compare(root: Path, python: str) -> None:
    """Print each job from the files that `prepare` wrote, by ours and by the peers, and tell the figures."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    has = subprocess.run([python, "-c", "import weasyprint"], capture_output=True, check=False).returncode == 0
    for name in (["WeasyPrint"] if not has else []) + (["Chromium"] if not browser else []):
        print(f"{name} is not installed: not compared")
    print(f"the same words and pictures by others, from plain HTML without {MISSING}:")
    for job in SIZES:
        html, pdf = root / f"{job}.html", root / f"{job}.pdf"
        flags = (
            "--headless --no-sandbox --disable-gpu --disable-breakpad --no-first-run --disable-background-networking"
        )
        commands = {"ours": [sys.executable, __file__, "print", str(root / f"{job}.pickle")]}
        if has:
            commands["WeasyPrint"] = [python, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", str(html), str(pdf)]
        if browser:
            commands["Chromium"] = [browser, *flags.split(), f"--print-to-pdf={pdf}", html.as_uri()]
        figures = {name: _in_process(command) for name, command in commands.items()}
        for name, taken in figures.items():
            times = taken["seconds"] / figures["ours"]["seconds"]
            print(
                f"{job:10} {name:10} {taken['seconds']:6.2f} s of processor time ({times:.1f} x ours),"
                f" {taken['clock']:6.2f} s in all, {taken['mib']:4.0f} MiB"
            )


def prepare(root: Path, job: str, papers: Iterable[tuple[str, Mapping[str, Any], Mapping[str, bytes], Any]]) -> None:
    """Write the sheets of a job, and their words and pictures as plain HTML."""
    papers = list(papers)
    (root / f"{job}.pickle").write_bytes(pickle.dumps(papers))
    parts = []
    for _, sheet, pictures, _ in papers:
        for name, data in pictures.items():
            (root / name).write_bytes(data)
        if sheet.get("editorial"):
            parts.append(_section(sheet["editorial"]))
        parts += map(_section, sheet["articles"])
    style = f"@page{{size:{SIZES[job]};margin:20mm}}section{{break-after:page}}body{{font:9.2pt/1.45 serif}}"
    head = f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><style>{style}</style>'
    (root / f"{job}.html").write_text(head + "".join(parts), encoding="utf-8")


def _section(article: Mapping[str, Any]) -> str:
    photo = f'<img src="{article["photo"]}" alt="" width="180">' if article.get("photo") else ""
    summary = f"<p><strong>{_text(article['summary'])}</strong></p>" if article.get("summary") else ""
    body = "".join(map(_element, article.get("body") or []))
    return f"<section><h1>{_text(article['title'])}</h1>{photo}{summary}{body}</section>"


def _text(value: Any) -> str:
    return escape(value["text"] if isinstance(value, dict) else str(value or ""))


def _element(node: Any) -> str:
    if not isinstance(node, dict):
        return escape(str(node))
    inner = "".join(map(_element, node.get("children", [])))
    return f"<img src='{node['src']}' alt=''>" if node["tag"] == "img" else f"<{node['tag']}>{inner}</{node['tag']}>"


def _in_process(command: list[str]) -> dict[str, float]:
    run = subprocess.run([sys.executable, __file__, "measure", *command], capture_output=True, check=True)
    told: dict[str, float] = json.loads(run.stdout)
    return told


def _measure(command: list[str]) -> None:
    """Run a program, wait for all that it started, and tell what they took as JSON."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    begun = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    clock = time.perf_counter() - begun
    while True:
        try:
            os.wait()
        except ChildProcessError:
            break
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(json.dumps({"seconds": used.ru_utime + used.ru_stime, "clock": clock, "mib": used.ru_maxrss / 1024}))


def _print(file: Path) -> None:
    """Print sheets by our own press."""
    sys.path.insert(0, str(PROJECT))
    from guongsang.render.typst.printers import TypstPool

    pool = TypstPool({p.name: p.read_bytes() for p in (PROJECT / "templates/print").glob("*.typ")})
    for number, (layout, sheet, pictures, issued) in enumerate(pickle.loads(file.read_bytes())):
        file.with_name(f"{file.stem}-{number}.pdf").write_bytes(pool.print(layout, sheet, pictures, issued))


if __name__ == "__main__":
    if sys.argv[1] == "measure":
        _measure(sys.argv[2:])
    else:
        _print(Path(sys.argv[2]))
