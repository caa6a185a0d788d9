"""Measures printing: a yearbook of 200 exemplars, a bulletin of about twelve pages, 200 posters; and what others take.

Run as `python bench/paper.py [EXEMPLARS] [--weasyprint PYTHON]`, where PYTHON is one that has WeasyPrint. Each job runs
in a process of its own, three times, and the smallest figures count; told are processor time and peak memory, the
reading of all Markdown included, judging left out, and pictures looked at and drawn beforehand as in a second build.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from made_site import make_site  # noqa: E402

TODAY = date(2022, 12, 20)
TIMES = 3
PARTS = ("reading", "sheets", "printing")
GOALS = {"yearbook": (3.0, 400), "bulletin": (1.5, 400), "posters": (3.0, 400)}
"""Seconds of processor time and MiB that each job may take; posters without the reading, which is told beside."""


def main(words: list[str]) -> int:
    """Measure, or do one job as a process of its own."""
    if words[:1] == ["job"]:
        return _job(words[1], Path(words[2]))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exemplars", nargs="?", type=int, default=200)
    parser.add_argument("--weasyprint", default=sys.executable, metavar="PYTHON")
    asked = parser.parse_args(words)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        make_site(root, asked.exemplars, issues=5)
        _in_process("warm", root)
        missed = sum(_report(name, [_in_process(name, root) for _ in range(TIMES)]) for name in GOALS)
        html = root / "yearbook.html"
        print("the text of the yearbook as plain HTML, without cover, contents, indexes, bars and running heads:")
        has = subprocess.run([asked.weasyprint, "-c", "import weasyprint"], capture_output=True, check=False)
        _peer("WeasyPrint", [asked.weasyprint, "-m", "weasyprint", str(html), str(root / "w.pdf")], has.returncode == 0)
        browser = shutil.which("chromium") or shutil.which("chromium-browser")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={root / 'c.pdf'}", html.as_uri()]
        _peer("Chromium", [browser or "chromium", *flags], browser is not None)
    return 1 if missed else 0


def _in_process(name: str, root: Path) -> dict[str, float]:
    run = subprocess.run([sys.executable, __file__, "job", name, str(root)], capture_output=True, check=True)
    told: dict[str, float] = json.loads(run.stdout)
    return told


def _report(name: str, runs: list[dict[str, float]]) -> bool:
    seconds, mebibytes = GOALS[name]
    told = {key: min(run[key] for run in runs) for key in runs[0]}
    whole = sum(told[part] for part in PARTS if (name, part) != ("posters", "reading"))
    missed = whole > seconds or told["mib"] > mebibytes
    print(
        f"{name:10} {whole:6.2f} s (goal {seconds}): {', '.join(f'{part} {told[part]:.2f}' for part in PARTS)};"
        f" {told['mib']:.0f} MiB (goal {mebibytes}); {told['pages']:.0f} pages,"
        f" {told['bytes'] / 1024 / max(1, told['pages']):.1f} KiB a page{'  MISSED' if missed else ''}"
    )
    return missed


def _peer(name: str, command: list[str], present: bool) -> None:
    if not present:
        print(f"{name:10} is not installed: not compared")
        return
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"{name:10} {cpu:6.2f} s of processor time, {time.perf_counter() - start:.2f} s in all")


def _job(name: str, root: Path) -> int:
    """Do one job and tell what it took as JSON."""
    import resource  # only where there is one

    from guongsang.model.site import make_site as make_model
    from guongsang.pipeline import HOME, cache_of, check_site
    from guongsang.read.content import read_content
    from guongsang.render.images import Gallery
    from guongsang.render.paper import Press
    from guongsang.render.papers import list_papers, sheet_of

    keep = cache_of(root).keep
    begun = time.process_time()
    read_content(root, HOME, keep=keep)
    told = {"reading": time.process_time() - begun}
    checked = check_site(root, TODAY, keep=keep)
    site = make_model(checked.content, checked.judgement)
    papers = [p for p in list_papers(site, Gallery(site.content.pictures, keep=keep)) if p.studio.lang == "vi"]
    chosen = {
        "yearbook": [p for p in papers if p.layout == "yearbook"],
        "bulletin": [p for p in papers if p.layout == "newsletter"],
        "posters": [p for p in papers if p.path.endswith("-a3.pdf")],
        "warm": [p for p in papers if p.layout != "formal"],
    }[name]
    if name == "warm":
        for paper in chosen:
            sheet_of(paper)
        _as_html(root, sheet_of(next(p for p in papers if p.layout == "yearbook")))
        print(json.dumps({}))
        return 0
    begun = time.process_time()
    sheets = [sheet_of(paper) for paper in chosen]
    told["sheets"] = time.process_time() - begun
    begun = time.process_time()
    press = Press({p.name: p.read_bytes() for p in (HOME / "templates/print").glob("*.typ")})
    pdfs = [press.print(p.layout, *sheet, p.issued) for p, sheet in zip(chosen, sheets, strict=True)]
    told["printing"] = time.process_time() - begun
    told["bytes"] = sum(map(len, pdfs)) - sum(sum(map(len, pictures.values())) for _, pictures in sheets)
    told["pages"] = sum(pdf.count(b"/Type/Page/") + pdf.count(b"/Type /Page\n") for pdf in pdfs)
    told["mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(told))
    return 0


def _as_html(root: Path, written: tuple) -> None:  # type: ignore[type-arg]
    """Write the stories of a yearbook as plain HTML."""
    sheet, pictures = written
    for name, data in pictures.items():
        (root / name).write_bytes(data)
    parts = []
    for article in sheet["articles"]:
        photo = f'<img src="{article["photo"]}" alt="" width="180">' if article["photo"] else ""
        parts.append(f"<section><h1>{article['title']}</h1>{photo}{''.join(map(_element, article['body']))}</section>")
    style = "@page{size:170mm 240mm;margin:20mm}section{break-after:page}body{font:9.2pt/1.45 serif}"
    html = (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><style>{style}</style>{"".join(parts)}'
    )
    (root / "yearbook.html").write_text(html, encoding="utf-8")


def _element(node: object) -> str:
    if not isinstance(node, dict):
        return str(node)
    return f"<{node['tag']}>{''.join(map(_element, node.get('children', [])))}</{node['tag']}>"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
