"""Puts every page of every paper of a site on contact sheets, so that a person can look at all of them.

    python bench/sheets.py FOLDER [--root SITE] [--stress]

The site is built with drafts into FOLDER/site-build first, all pages are drawn into FOLDER/pages, and the sheets lie in
FOLDER, in the order of the papers, with file and page number under each page. With `--stress` the site is the one of
`hard_site`, made in FOLDER/site. Needs what the tests need, and pdftoppm (poppler-utils).
"""

import argparse
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hard_site import make_hard_site
from PIL import Image, ImageDraw, ImageFont

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from guongsang import cli  # noqa: E402

DOTS = 60
"""Dots an inch at which a page is drawn."""
ACROSS, DOWN = 5, 2
MARGIN, CAPTION = 8, 18


def draw(pdf: Path, into: Path) -> list[Path]:
    """Draw the pages of a paper, posters on A3 as small as those on A4, and give their pictures in order."""
    into.mkdir(parents=True, exist_ok=True)
    dots = DOTS / 2**0.5 if pdf.stem.endswith("-a3") else DOTS
    subprocess.run(["pdftoppm", "-r", f"{dots:.1f}", "-png", pdf, into / "p"], check=True, capture_output=True)
    return sorted(into.glob("p-*.png"))


def draw_all(output: Path, into: Path) -> list[tuple[str, Path]]:
    """Draw all papers of an output; give what stands under each page, and its picture."""
    papers = sorted(output.rglob("*.pdf"))
    names = [paper.relative_to(output).with_suffix("").as_posix() for paper in papers]
    with ThreadPoolExecutor(2) as threads:
        drawn = threads.map(draw, papers, (into / name for name in names))
    return [
        (f"{name} · {number}", page)
        for name, pages in zip(names, drawn, strict=True)
        for number, page in enumerate(pages, 1)
    ]


def group(pages: list[tuple[str, Path]]) -> dict[str, list[tuple[str, Path]]]:
    """Put pages of one kind together: a folder of the output each, but long papers by themselves."""
    groups: dict[str, list[tuple[str, Path]]] = {}
    counts: dict[Path, int] = {}
    for _, page in pages:
        counts[page.parent] = counts.get(page.parent, 0) + 1
    for caption, page in pages:
        name = caption.rpartition(" · ")[0]
        if counts[page.parent] <= ACROSS:
            name = name.rpartition("/")[0]
        groups.setdefault(re.sub(r"\W+", "-", name), []).append((caption, page))
    return groups


def contact_sheet(pages: list[tuple[str, Path]]) -> Image.Image:
    """Set a handful of pages side by side, each in a frame with its caption below."""
    opened = [(caption, Image.open(path).convert("RGB")) for caption, path in pages]
    wide = max(page.width for _, page in opened) + MARGIN
    tall = max(page.height for _, page in opened) + MARGIN + CAPTION
    across = min(ACROSS, len(opened))
    sheet = Image.new("RGB", (wide * across + MARGIN, tall * -(-len(opened) // across) + MARGIN), "#8a8a84")
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(12)
    for number, (caption, page) in enumerate(opened):
        x, y = MARGIN + wide * (number % across), MARGIN + tall * (number // across)
        sheet.paste(page, (x, y))
        # What tells papers apart stands at the end of their names.
        while pen.textlength(caption, font) > wide - MARGIN:
            caption = caption[1:]
        pen.text((x, y + page.height + 2), caption, fill="white", font=font)
    return sheet


def make_sheets(output: Path, folder: Path) -> int:
    """Draw the papers of an output and write the sheets into a folder; give how many pages there are."""
    shutil.rmtree(folder / "pages", ignore_errors=True)
    for old in folder.glob("*.png"):
        old.unlink()
    pages = draw_all(output, folder / "pages")
    for name, of_group in group(pages).items():
        for start in range(0, len(of_group), ACROSS * DOWN):
            sheet = contact_sheet(of_group[start : start + ACROSS * DOWN])
            sheet.save(folder / f"{name}-{start // (ACROSS * DOWN) + 1:02}.png")
    return len(pages)


def main() -> int:
    """Build, draw, say how many pages there are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--root", type=Path, default=PROJECT)
    parser.add_argument("--stress", action="store_true")
    asked = parser.parse_args()
    folder = asked.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.which("pdftoppm") is None:
        print("pdftoppm (poppler-utils) is not installed", file=sys.stderr)
        return 2
    root = asked.root
    if asked.stress:
        root = folder / "site"
        shutil.rmtree(root, ignore_errors=True)
        make_hard_site(root)
    output = folder / "site-build"
    status = cli.main(["--root", str(root), "build", "--drafts", "--output", str(output)])
    if status:
        return status
    print(f"{make_sheets(output, folder)} pages on the sheets in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
