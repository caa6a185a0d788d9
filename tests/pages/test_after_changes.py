"""Whatever changed since the last build, the output is that of a clean build, byte for byte, and so is what is told."""

import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

from support.good import ABOUT, P1, P1_EN, P2
from support.program import Ran
from support.site import PROJECT, edit, tree, write

BUILD = ("build", "--no-print", "--skip-invalid", "--shrink", "--lang", "en")
DAYS = ("2024-03-01", "2024-06-15", "2024-12-01")


class Changing:
    """A site that changes step by step; `day` is the day that it is judged by."""

    def __init__(self, root: Path, dice: random.Random) -> None:
        """Begin with a site."""
        self.root, self.dice, self.day, self.count = root, dice, DAYS[-1], 0

    def another(self) -> str:
        """Return a word that was not there before."""
        self.count += 1
        return f"lần {self.count}"

    def _add(self, file: str, more: str) -> None:
        path = self.root / file
        if path.exists():
            write(self.root, file, path.read_text(encoding="utf-8") + more)

    def body(self) -> None:
        """Add a paragraph to a profile."""
        self._add(P1, f"\n\nThêm {self.another()}, {self.count} giường.\n")

    def body_of_a_translation(self) -> None:
        """Add a paragraph to a translation."""
        self._add(P1_EN, f"\n\nMore {self.count}.\n")

    def page(self) -> None:
        """Add a link to a free page, and a name that is nobody's."""
        self._add(ABOUT, f"\n\n[Gương {self.another()}](../exemplars/2024/noi-01.vi.md)\n")

    def broken_link(self) -> None:
        """Let a page link to nowhere."""
        self._add(ABOUT, "\n\n[Mất](../exemplars/2024/noi-99.vi.md)\n")

    def title(self) -> None:
        """Give a profile another title, which stands on many pages."""
        self._replace(P2, "title: ", f"title: {self.another()} ")

    def unit(self) -> None:
        """Give a unit another name."""
        self._replace("content/units.yaml", "vi: Khoa ", f"vi: Khoa {self.count} ")
        self.count += 1

    def criterion(self) -> None:
        """Give a criterion another label."""
        self._replace("content/criteria/2024.yaml", "label: {vi: ", f"label: {{vi: {self.count} ")
        self.count += 1

    def campaign(self) -> None:
        """Add to the campaign's text."""
        self._add("content/campaigns/2024.vi.md", f"\n\nThêm {self.another()}.\n")

    def configuration(self) -> None:
        """Give the site another title."""
        self._replace("site_config.yaml", "title: {vi: ", f"title: {{vi: {self.count} ")
        self.count += 1

    def new_profile(self) -> None:
        """Add a profile of somebody else."""
        text = (PROJECT / "tests/sites/good" / P1).read_text(encoding="utf-8")
        name = f"noi-{10 + self.count}"
        write(self.root, f"content/exemplars/2024/{name}.vi.md", text.replace("Lê Thử Mai", f"Trần Mẫu {name[-1]}x"))
        self.count += 1

    def renamed_profile(self) -> None:
        """Rename a profile that was added, if there is one."""
        for path in sorted((self.root / "content/exemplars/2024").glob("noi-1*.vi.md"))[:1]:
            path.rename(path.with_name(path.name.replace("noi-1", "noi-5")))

    def deleted_profile(self) -> None:
        """Delete a profile that was added, if there is one."""
        for path in sorted((self.root / "content/exemplars/2024").glob("noi-[15]*.vi.md"))[:1]:
            path.unlink()

    def photo(self) -> None:
        """Take another picture of the ward."""
        shade = self.dice.randrange(256)
        Image.new("RGB", (60, 40), (shade, 80, 120)).save(self.root / "content/exemplars/2024/noi-02.png")

    def template(self) -> None:
        """Lay a template over the project's, or take it away."""
        self._toggle(
            "templates/web/page.html", (PROJECT / "templates/web/page.html").read_text(encoding="utf-8") + "<!-- -->"
        )

    def style(self) -> None:
        """Lay a style over the project's, or take it away."""
        self._toggle("static/style.css", "body { color: black }\n")

    def catalogue(self) -> None:
        """Lay a sentence over the project's, or take it away."""
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        self._toggle("locales/vi.po", head + 'msgid "Contact"\nmsgstr "Nơi hỏi"\n')

    def draft(self) -> None:
        """Make the ward's profile a draft, or public again."""
        text = (self.root / P2).read_text(encoding="utf-8")
        other = (
            text.replace("\ndraft: true\n", "\n")
            if "\ndraft: true\n" in text
            else text.replace("\n", "\ndraft: true\n", 1)
        )
        write(self.root, P2, other)

    def broken_profile(self) -> None:
        """Break a profile that was added, if there is one."""
        for path in sorted((self.root / "content/exemplars/2024").glob("noi-[15]*.vi.md"))[:1]:
            edit(self.root, path.relative_to(self.root).as_posix(), "unit: noi", "unit: nowhere")
            break

    def another_day(self) -> None:
        """Judge by another day."""
        self.day = self.dice.choice(DAYS)

    def damaged_caches(self) -> None:
        """Spoil a byte of everything that is kept."""
        for path in sorted((self.root / ".cache").rglob("*")):
            if path.is_file() and (data := bytearray(path.read_bytes())):
                data[self.dice.randrange(len(data))] ^= 0xFF
                path.write_bytes(data)

    def no_caches(self) -> None:
        """Throw away everything that is kept."""
        shutil.rmtree(self.root / ".cache", ignore_errors=True)

    def interrupted(self) -> None:
        """Leave what a killed build leaves."""
        write(self.root, ".output.new-123/site/vi/index.html", "half")

    def damaged_output(self) -> None:
        """Change, add to and delete pages of the output."""
        pages = sorted((self.root / "output/site").rglob("*.html"))
        self.dice.choice(pages).write_text("x", encoding="utf-8")
        self.dice.choice(pages).unlink(missing_ok=True)

    def nothing(self) -> None:
        """Change nothing."""

    def _replace(self, file: str, old: str, new: str) -> None:
        edit(self.root, file, old, new)

    def _toggle(self, file: str, text: str) -> None:
        if (self.root / file).exists():
            (self.root / file).unlink()
        else:
            write(self.root, file, text)


STEPS = sorted(name for name in vars(Changing) if not name.startswith("_") and name != "another")


def published(run: Callable[..., Ran], site: Changing) -> tuple[Ran, Mapping[str, bytes]]:
    """Build, and return what was told of the documents and the site."""
    ran = run("--root", site.root, "--today", site.day, *BUILD)
    assert ran.status == 0, ran
    return Ran(ran.status, ran.out, ""), tree(site.root / "output/site")


def clean(run: Callable[..., Ran], site: Changing, aside: Path) -> tuple[Ran, Mapping[str, bytes]]:
    """Build the same site without anything that was left by builds before; then put that back."""
    names = [name for name in (".cache", "output") if (site.root / name).exists()]
    for name in names:
        (site.root / name).rename(aside / name)
    told = published(run, site)
    for name in (".cache", "output"):
        shutil.rmtree(site.root / name)
    for name in names:
        (aside / name).rename(site.root / name)
    return told


@pytest.mark.parametrize("seed", range(3))
def test_after_any_changes_it_is_a_clean_build(
    site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path, seed: int
) -> None:
    """Edits, additions, renames, deletions, what lies around the documents, another day, damage and interrupts."""
    dice = random.Random(seed)
    changing, aside = Changing(site(), dice), tmp_path / "aside"
    aside.mkdir()
    published(run, changing)
    steps = dice.sample(STEPS, len(STEPS))[: len(STEPS) // 2]
    for step in steps:
        getattr(changing, step)()
        told, found = published(run, changing)
        told_clean, found_clean = clean(run, changing, aside)
        assert told == told_clean, (step, steps)
        assert sorted(found) == sorted(found_clean), (step, steps)
        assert found == found_clean, (step, steps)
