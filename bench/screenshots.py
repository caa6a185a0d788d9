"""Takes pictures of the main pages of a site in Chromium, for looking at them: wide, on a phone, narrow, dark, printed.

    python bench/screenshots.py FOLDER [--root SITE]

The site is built with drafts into FOLDER/site-build first; the pictures lie in FOLDER, named after page and mode. Needs
what the tests need, and a Chromium.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]

from guongsang import cli  # noqa: E402
from support.chromium import FLAGS, chromium_path  # noqa: E402

MODES = {
    "wide": {"viewport": {"width": 1366, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "dark": {"viewport": {"width": 1366, "height": 900}, "color_scheme": "dark"},
    "forced": {"viewport": {"width": 1366, "height": 900}, "forced_colors": "active"},
}
MANY = 3
"""Pages taken of each folder of the site: an index, and the first of its items."""


def chosen(site: Path) -> list[Path]:
    """Choose the pages: at most three of each folder, in the order of their names."""
    pages: list[Path] = []
    for folder in sorted({p.parent for p in site.rglob("*.html")}):
        pages += sorted(folder.glob("*.html"))[:MANY] if len(folder.relative_to(site).parts) < 4 else []
    return pages


def take(browser: Browser, site: Path, into: Path) -> int:
    """Take all pictures; give how many."""
    taken = 0
    for mode, options in MODES.items():
        context = browser.new_context(**options)
        page = context.new_page()
        for path in chosen(site):
            page.goto(path.as_uri())
            name = path.relative_to(site).with_suffix("").as_posix().replace("/", "-")
            page.screenshot(path=into / f"{name}-{mode}.png", full_page=True)
            taken += 1
            if mode == "wide":
                page.pdf(path=into / f"{name}-print.pdf", prefer_css_page_size=True)
        context.close()
    return taken


def main() -> int:
    """Build, take the pictures, say how many."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--root", type=Path, default=PROJECT)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    output = asked.folder.resolve() / "site-build"
    status = cli.main(["--root", str(asked.root), "build", "--drafts", "--no-print", "--output", str(output)])
    if status:
        return status
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        print(f"{take(browser, output / 'site', asked.folder)} pictures in {asked.folder}")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
