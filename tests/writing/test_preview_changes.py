"""The live preview follows what is saved: one build for a batch, and a new page only where something changed."""

import os
import re
import shutil
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from support.preview import HOME, Served, errors, get, run, show, text_of_page
from support.site import edit

STILL = 0.05
"""Saves that follow one another faster are one batch, as the watch waits for 60 milliseconds without any."""


def test_only_the_changed_page_reloads(serve: Callable[..., Served]) -> None:
    """A save lets the page made of that file reload; a page that looks as before is told that it may stay."""
    served = serve()

    async def work() -> None:
        file = text_of_page(served.root)
        url = f"vi/{Path(file).name.removesuffix('.vi.md')}.html"
        changed, other = await show(served, url), await show(served, "vi/don-vi/index.html")
        text = (served.root / file).read_text(encoding="utf-8")
        (served.root / file).write_text(text + "\nThêm một câu.\n", encoding="utf-8")
        assert (await changed.hear_until(lambda s: s["reload"]))["reload"]
        assert not (await other.hear())["reload"]
        assert "Thêm một câu." in (await get(served, url)).body.decode()

    run(work)


def test_a_batch_of_saves_is_one_build(serve: Callable[..., Served]) -> None:
    """Files saved one right after the other, with old dates, make exactly one build, after which all are shown."""
    served = serve()
    ready = served.root.parent / "sẵn"
    ready.mkdir()

    async def work() -> None:
        browser = await show(served, HOME)
        folder = served.root / "content/pages"
        for batch in "abcde":
            for i in range(8):
                copy = ready / f"{batch}-{i}.vi.md"
                shutil.copy2(folder / "about.vi.md", copy)
                os.utime(copy, (1_000_000_000, 1_000_000_000))
            saved = [time.monotonic()]
            for copy in sorted(ready.iterdir()):
                copy.rename(folder / copy.name)
                time.sleep(0.01)
                saved.append(time.monotonic())
            await browser.hear()
            longest = max(after - before for before, after in pairwise(saved))
            if longest < STILL:
                break
            await browser.keeps_still()
        assert longest < STILL, "this machine is too busy to save one file after the other"
        assert await browser.keeps_still()
        for i in range(8):
            assert (await get(served, f"vi/{batch}-{i}.html")).code == 200

    run(work)


def test_a_folder_that_comes_later_is_watched(serve: Callable[..., Served]) -> None:
    """A site that gets templates of its own while it is shown is rebuilt with them, and with their later changes."""
    served = serve()

    async def work() -> None:
        browser = await show(served, HOME)
        folder = served.root / "templates/web"
        folder.mkdir(parents=True)
        await browser.hear()
        (folder / "home.html").write_text("<!doctype html><head></head>Một", encoding="utf-8")
        await browser.hear_until(lambda s: s["reload"])
        assert "Một" in (await get(served, HOME)).body.decode()
        browser = await show(served, HOME)
        (folder / "home.html").write_text("<!doctype html><head></head>{{ nothing }}", encoding="utf-8")
        state = await browser.hear_until(lambda s: bool(errors(s)))
        assert errors(state) == ["bad-template"] and "Một" in (await get(served, HOME)).body.decode()

    run(work)


def test_polling_sees_changes_too(serve: Callable[..., Served]) -> None:
    """--poll looks at the files themselves, for drives that tell nothing."""
    served = serve("--port", "0", "--poll")

    async def work() -> None:
        browser = await show(served, HOME)
        config = served.root / "site_config.yaml"
        config.write_text("title: [\n", encoding="utf-8")
        await browser.hear_until(lambda s: bool(errors(s)))

    run(work)


def test_an_edit_of_a_data_file_is_seen(serve: Callable[..., Served]) -> None:
    """A unit renamed in the data is renamed in the pages."""
    served = serve()

    async def work() -> None:
        browser = await show(served, "vi/don-vi/index.html")
        name = re.search(r"vi: ([^,}\n]+)", (served.root / "content/units.yaml").read_text(encoding="utf-8"))
        assert name
        edit(served.root, "content/units.yaml", name[1], "Phòng Tên Mới")
        await browser.hear_until(lambda s: s["reload"])
        assert "Phòng Tên Mới" in (await get(served, "vi/don-vi/index.html")).body.decode()

    run(work)
