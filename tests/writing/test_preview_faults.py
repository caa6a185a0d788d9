"""The live preview while a site is faulty: the fault is told, and the last good page stays."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from support.preview import HOME, Served, errors, get, main_of, notes_of, run, show, text_of_page


def test_a_faulty_document_keeps_its_last_good_page(serve: Callable[..., Served]) -> None:
    """A fault is told with place and cure, the page stays as it was under a band, and all is well after the repair."""
    served = serve()

    async def work() -> None:
        file = text_of_page(served.root)
        url = f"vi/{Path(file).name.removesuffix('.vi.md')}.html"
        good = (served.root / file).read_text(encoding="utf-8")
        before = (await get(served, url)).body
        browser = await show(served, url)
        (served.root / file).write_text(good.replace("title:", "tilte:", 1), encoding="utf-8")
        state = await browser.hear_until(lambda s: bool(errors(s)))
        kept = (await get(served, url)).body.decode()
        assert state["reload"] and "This is the last good page" not in before.decode()
        assert notes_of(kept)[0].startswith("Đây là bản tốt gần nhất") and main_of(before.decode()) in kept
        note = state["notes"][0]
        assert note["level"] == "error" and note["place"].startswith(file) and note["hint"]
        assert note["href"].startswith("vscode://file/") and re.search(r":\d+:\d+$", note["href"])
        (served.root / file).write_text(good, encoding="utf-8")
        state = await browser.hear_until(lambda s: not errors(s))
        assert not state["reload"] and (await get(served, url)).body == before

    run(work)


@pytest.mark.parametrize("broken", ["title: [\n", "", "\udcff"])
def test_a_faulty_configuration_is_survived(serve: Callable[..., Served], broken: str) -> None:
    """The last good site stays while the configuration is broken, and comes to life again afterwards."""
    served = serve()

    async def work() -> None:
        config = served.root / "site_config.yaml"
        good, before = config.read_bytes(), (await get(served, HOME)).body
        browser = await show(served, HOME)
        config.write_bytes(broken.encode("utf-8", "surrogateescape"))
        await browser.hear_until(lambda s: bool(errors(s)))
        assert (await get(served, HOME)).body == before
        config.write_bytes(good)
        await browser.hear_until(lambda s: not errors(s))

    run(work)


def test_a_site_broken_from_the_start_comes_up_when_it_is_mended(serve: Callable[..., Served]) -> None:
    """With nothing good to show yet, a bare page tells what is wrong and reloads once the site can be built."""
    good: list[bytes] = []

    def prepare(root: Path) -> None:
        config = root / "site_config.yaml"
        good.append(config.read_bytes())
        config.write_bytes(b"title: [\n")

    served = serve(prepare=prepare)

    async def work() -> None:
        browser = await show(served, HOME)
        (served.root / "site_config.yaml").write_bytes(good[0])
        assert (await browser.hear_until(lambda s: s["reload"]))["reload"]
        assert (await get(served, HOME)).code == 200

    run(work)
