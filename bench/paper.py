"""Measures printing: a yearbook of 200 exemplars, a bulletin, 200 posters, beside WeasyPrint and Chromium if present.

Run as `python bench/paper.py [EXEMPLARS]`. Each job runs in a process of its own; told are processor time and peak
memory, the reading of all Markdown included, judging left out, pictures drawn beforehand as in a second build.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from made_site import make_site  # noqa: E402

TODAY = date(2022, 12, 20)
GOALS = {"yearbook": (3.0, 400), "bulletin": (1.5, 400), "posters": (3.0, 400)}
"""Seconds of processor time and MiB that each job may take."""


def main(words: list[str]) -> int:
    """Measure, or do one job as a process of its own."""
    if words[:1] == ["job"]:
        return _job(words[1], Path(words[2]))
    count = int(words[0]) if words else 200
    with TemporaryDirectory() as folder:
        root = Path(folder)
        make_site(root, count, issues=5)
        _in_process("warm", root)
        missed = sum(_report(name, _in_process(name, root)) for name in GOALS)
        html = root / "yearbook.html"
        _peer("WeasyPrint", [sys.executable, "-m", "weasyprint", str(html), str(root / "w.pdf")], _has_weasyprint)
        browser = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
        flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={root / 'c.pdf'}", html.as_uri()]
        _peer("Chromium", [browser, *flags], lambda: shutil.which(browser) is not None)
    return 1 if missed else 0


def _in_process(name: str, root: Path) -> dict[str, float]:
    run = subprocess.run([sys.executable, __file__, "job", name, str(root)], capture_output=True, check=True)
    told: dict[str, float] = json.loads(run.stdout)
    return told


def _report(name: str, told: dict[str, float]) -> bool:
    seconds, mebibytes = GOALS[name]
    missed = told["seconds"] > seconds or told["mib"] > mebibytes
    print(
        f"{name:10} {told['seconds']:6.2f} s (goal {seconds}) {told['mib']:6.0f} MiB (goal {mebibytes})"
        f" {told['pages']:5.0f} pages {told['bytes'] / 1024 / max(1, told['pages']):6.1f} KiB a page"
        f"{'  MISSED' if missed else ''}"
    )
    return missed


def _peer(name: str, command: list[str], present: Callable[[], bool]) -> None:
    """Print the text of the yearbook, as plain HTML with the same pictures, by another program."""
    if not present():
        print(f"{name:10} is not installed: not compared")
        return
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    print(
        f"{name:10} {cpu:6.2f} s of processor time, {time.perf_counter() - start:.2f} s in all, same text in plain HTML"
    )


def _has_weasyprint() -> bool:
    return subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True, check=False).returncode == 0


def _job(name: str, root: Path) -> int:
    """Do one job and tell what it took as JSON."""
    import resource  # only where there is one

    from guongsang.model.site import make_site as make_model
    from guongsang.pipeline import HOME, check_site
    from guongsang.publish.cache import Cache
    from guongsang.read.content import read_content
    from guongsang.render.images import Gallery
    from guongsang.render.paper import print_paper
    from guongsang.render.papers import list_papers, sheet_of

    cache = Cache(root / ".cache")
    begun = time.process_time()
    read_content(root, HOME)
    reading = time.process_time() - begun
    checked = check_site(root, TODAY)
    site = make_model(checked.content, checked.judgement)
    gallery = Gallery(site.content.pictures, keep=cache.keep)
    papers = [p for p in list_papers(site, gallery) if p.studio.lang == "vi"]
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
    templates = {p.name: p.read_bytes() for p in (HOME / "templates/print").glob("*.typ")}
    pdfs = [print_paper(p.layout, *sheet_of(p), templates, p.issued) for p in chosen]
    took = time.process_time() - begun + reading
    size = sum(map(len, pdfs)) - _photos(chosen)
    pages = sum(pdf.count(b"/Type/Page/") + pdf.count(b"/Type /Page\n") for pdf in pdfs)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": took, "mib": peak, "pages": pages, "bytes": size}))
    return 0


def _photos(papers: list) -> int:  # type: ignore[type-arg]
    from guongsang.render.papers import sheet_of

    return sum(sum(map(len, sheet_of(p)[1].values())) for p in papers)


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
