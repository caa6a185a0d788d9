"""What a page is known by before it is made: whatever changes on a page changes that too."""

import random
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from guongsang import HOME
from guongsang.digests import value_digest
from guongsang.findings import SetupError
from guongsang.folders import Folders
from guongsang.model.site import Site, Wishes
from guongsang.pipeline.checking import Remembered, check_site
from guongsang.records import Records
from guongsang.render.html.page import LaterPage
from guongsang.render.images import ImageStore
from guongsang.render.search.pages import findables
from guongsang.render.search.searchable import Findable
from guongsang.render.web.files.assets import static_assets
from guongsang.render.web.layout import Styles, make_layout
from guongsang.render.web.lists.listing import PER_PAGE
from guongsang.render.web.pages import list_pages
from support.good import P1, P1_EN, P2
from support.site import edit, write

TODAY = date(2024, 12, 1)
CHANGES = 60
P11, P12 = (f"content/exemplars/2024/noi-{number}.vi.md" for number in (11, 12))


def pages_of(site: Site, root: Path) -> list[LaterPage]:
    """Return all pages of a site."""
    statics = static_assets(Folders(root, HOME).project, root)
    styles = Styles({name: asset.path for name, asset in statics.items()})
    return list_pages(site, ImageStore(site.pictures, site.paper_pictures), styles)


def found_in(site: Site, lang: str, pages: Iterable[LaterPage]) -> Iterator[Findable]:
    """Return what can be found of the pages of a language."""
    return findables(make_layout(site, lang, Styles({})), (page for page in pages if page.lang == lang), site.profiles)


def changed_lines(text: str) -> Iterator[str]:
    """Yield the text with each of its lines changed in turn: another word, another number, none, twice."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        words, digits = list(re.finditer(r"[^\W\d_]{3,}", line)), list(re.finditer(r"\d", line))
        others = [f"{line[: w.start()]}{w[0]}o{line[w.end() :]}" for w in words[-2:]]
        others += [f"{line[: d.start()]}{(int(d[0]) + 1) % 10}{line[d.end() :]}" for d in digits[-2:]]
        for other in (*others, None, f"{line}\n{line}"):
            yield "\n".join(lines[:at] + ([] if other is None else [other]) + lines[at + 1 :])


def draw(root: Path, name: str, shade: int) -> None:
    """Draw a picture beside the profiles."""
    Image.new("RGB", (60, 40), (shade, 80, 120)).save(root / f"content/exemplars/2024/{name}.png")


def moved(root: Path) -> None:
    """Give a profile that others link to another name."""
    folder = root / "content/exemplars/2024"
    (folder / "noi-12.vi.md").rename(folder / "noi-22.vi.md")


def many(root: Path) -> None:
    """Add so many profiles that their list has a second page."""
    for number in range(30, 30 + PER_PAGE):
        shutil.copy(root / P12, root / f"content/exemplars/2024/noi-{number}.vi.md")


STEPS: tuple[Callable[[Path], object], ...] = (
    lambda root: draw(root, "noi-02", 9),
    lambda root: draw(root, "o", 9),
    many,
    lambda root: edit(root, P12, "unit: noi", "unit: duoc"),
    lambda root: edit(root, P11, "## Phần mới", "## Phần khác"),
    lambda root: shutil.copy(root / P1, root / "content/exemplars/2024/noi-03.vi.md"),
    moved,
)
"""Changes of what only a few pages show."""


@pytest.fixture
def root(site: Callable[..., Path]) -> Path:
    """Return a site with links from profile to profile, topics, a bulletin and pictures in a text."""
    made = site()
    edit(made, P1, "\n---\n", "\ntags: [Ca trực, Thuốc]\nrelated: [noi-02]\n---\n")
    edit(made, P2, "\n---\n", "\ntags: [Ca trực]\nadopted_by: [{unit: noi, on: 2024-04-02, result: Làm theo}]\n---\n")
    with (made / P2).open("a", encoding="utf-8") as file:
        file.write(
            "\n![Ô vuông](o.png)\n\n[Mai](noi-01.vi.md), [ba](noi-12.vi.md), [phần đầu](noi-11.vi.md#phan-moi)\n"
        )
    draw(made, "o", 1)
    for file, name in ((P11, "Bình"), (P12, "Chi")):
        write(made, file, (made / P1).read_text(encoding="utf-8").replace("Lê Thử Mai", f"Trần Mẫu {name}"))
    with (made / P11).open("a", encoding="utf-8") as added:
        added.write("\n## Phần mới\n\nMột lần nữa.\n")
    english = (made / P1_EN).read_text(encoding="utf-8")
    write(made, "content/exemplars/2024/noi-11.en.md", english + "\n## New part\n\nOnce more.\n")
    write(made, P1_EN, english + "\n[A part](noi-11.en.md#new-part)\n")
    return made


@pytest.mark.parametrize("everything", [False, True])
def test_pages_that_are_known_by_the_same_are_the_same(root: Path, everything: bool) -> None:
    """After many changes of any file, one at a time; most pages are known, and many stay as they were."""
    known: dict[bytes, bytes] = {}
    searched: dict[bytes, bytes] = {}
    records, again = Records(), 0

    def look() -> None:
        nonlocal again
        try:
            wishes = Wishes(papers=False, everything=everything)
            site = check_site(root, TODAY, wishes, remembered=Remembered(records)).site
        except SetupError:
            return
        pages = pages_of(site, root)
        for page in pages:
            if page.given:
                shown = value_digest(page.page)
                assert known.setdefault(page.given(), shown) == shown, page.url
                again += 1
        for found in (found for lang in site.config.languages for found in found_in(site, lang, pages)):
            read = value_digest(found.read())
            assert searched.setdefault(found.given(), read) == read, found.url

    look()
    assert len(known) > 10
    files = [path for path in sorted(root.rglob("*")) if path.suffix in (".md", ".yaml")]
    changes = [(path, text) for path in files for text in changed_lines(path.read_text(encoding="utf-8"))]
    for path, text in random.Random(1).sample(changes, CHANGES):
        before = path.read_bytes()
        path.write_text(text, encoding="utf-8", newline="\n")
        look()
        path.write_bytes(before)
    for change in STEPS:
        change(root)
        look()
    assert again > len(known) * 3 // 2
