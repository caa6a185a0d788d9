"""Makes pictures of all pages of all papers of a built site, one overview a paper, to be looked at before a release.

Run as `python bench/pictures.py FOLDER [OUTPUT]`, where OUTPUT is what a build made (by default `output/` of the
project). Needs pdftoppm (poppler-utils).
"""

import math
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

PROJECT = Path(__file__).resolve().parent.parent
ACROSS = 6
DOTS = 50


def main(words: list[str]) -> int:
    """Draw every paper of an output into a folder."""
    if not words or shutil.which("pdftoppm") is None:
        print(__doc__ if not words else "pdftoppm (poppler-utils) is not installed", file=sys.stderr)
        return 2
    target, output = Path(words[0]), Path(words[1]) if len(words) > 1 else PROJECT / "output"
    target.mkdir(parents=True, exist_ok=True)
    for pdf in sorted(output.rglob("*.pdf")):
        name = "-".join(pdf.relative_to(output).with_suffix(".png").parts)
        _overview(pdf).save(target / name)
        print(target / name)
    return 0


def _overview(pdf: Path) -> Image.Image:
    """Set the pages of a paper side by side."""
    with TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(DOTS), "-png", pdf, Path(folder, "p")], capture_output=True, check=True)
        pages = [Image.open(p).convert("RGB") for p in sorted(Path(folder).iterdir())]
    wide, tall = max(p.width for p in pages) + 8, max(p.height for p in pages) + 8
    across = min(ACROSS, len(pages))
    sheet = Image.new("RGB", (wide * across, tall * math.ceil(len(pages) / across)), "#888888")
    for number, drawn in enumerate(pages):
        sheet.paste(drawn, (wide * (number % across) + 4, tall * (number // across) + 4))
    return sheet


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
