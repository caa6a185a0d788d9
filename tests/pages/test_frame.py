"""What holds for every page: links that lead somewhere, a whole frame, and marks of each language."""

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from support.good import P1
from support.html import Reader, own_scripts, pages
from support.program import Ran


@pytest.mark.parametrize("layer", ["good", "other"])
def test_every_link_leads_somewhere(published: Callable[[str], Path], layer: str) -> None:
    """All links of all pages are relative and lead to a file of the site and an id in it.

    Those of the page that is shown at any address begin at the root of its host.
    """
    root = published(layer)
    site = root / "output/site"
    base = {"good": "/", "other": "/spots/"}[layer]
    read = dict(pages(root))
    for name, page in read.items():
        for tag, attrs in page.tags:
            for key in ("href", "src"):
                target = urlsplit(attrs.get(key, ""))
                if key not in attrs or target.scheme in ("https", "mailto") or (tag == "use" and not target.path):
                    continue
                path = target.path
                if name == "404.html" and path:
                    assert path.startswith(base) and not target.netloc, attrs[key]
                    path = path.removeprefix(base)
                assert not path.startswith("/"), f"{name}: {attrs[key]}"
                to = Path(os.path.normpath(site / Path(name).parent / unquote(path))) if path else site / name
                assert to.is_file(), f"{name}: {attrs[key]}"
                if target.fragment:
                    there = read[to.relative_to(site).as_posix()]
                    assert target.fragment in [a.get("id") for _, a in there.tags], f"{name}: {attrs[key]}"


@pytest.mark.parametrize("layer", ["good", "other"])
def test_every_page_has_the_frame(published: Callable[[str], Path], layer: str) -> None:
    """One language, one main, one h1, a switch that leads to the same item, unique ids, no style in the page.

    No script either, but for that of the search on its own page and the lines that lead the lost home.
    """
    for name, page in pages(published(layer)):
        assert page.all("html")[0].get("lang"), name
        assert len(page.all("main")) == len(page.all("main", id="main")) == 1, name
        assert len(page.all("h1")) == 1, name
        assert own_scripts(name, page) and not page.all("style") and not any("style" in a for _, a in page.tags), name
        ids = [a["id"] for _, a in page.tags if "id" in a]
        assert len(ids) == len(set(ids)), name
        switch = [a for a in page.all("a") if "hreflang" in a and "lang" in a]
        assert switch and all(a["lang"] == a["hreflang"] for a in switch), name
        assert all(i.get("alt") is not None for i in page.all("img")), name


def test_the_switch_leads_to_the_same_item(published: Callable[[str], Path]) -> None:
    """From a profile in one language to the same profile in the other, and back."""
    read = dict(pages(published("good")))
    there = [a["href"] for a in read["vi/guong/2024/noi-01.html"].all("a", hreflang="en")]
    assert set(there) == {"../../../en/exemplars/2024/noi-01.html"}


def test_untranslated_pages_stay_in_their_frame(built: Callable[..., Path]) -> None:
    """A fallback page.

    That language's frame, a notice, the source text marked, canonical to the source, no hreflang.
    """
    root = built("good", unfinished=True)
    page = dict(pages(root))["en/exemplars/2024/noi-02.html"]
    assert page.all("html")[0]["lang"] == "en"
    assert page.lang_of("Mỗi người ghi đêm muốn nghỉ") == {"vi"}
    assert page.all("link", rel="canonical")[0]["href"] == "../../../vi/guong/2024/noi-02.html"
    assert not [a for a in page.all("link") if "hreflang" in a]
    assert [a for _, a in page.tags if a.get("role") == "note"]
    feed = (root / "output/site/en/feed.xml").read_text(encoding="utf-8")
    assert "noi-01" in feed and "noi-02" not in feed
    ready = dict(pages(root))["en/exemplars/2024/noi-01.html"]
    assert {a["hreflang"] for a in ready.all("link") if "hreflang" in a} == {"vi", "en"}


def test_names_are_marked_in_other_languages(published: Callable[[str], Path]) -> None:
    """A Vietnamese name on an English page is marked as Vietnamese; a translated text is not."""
    page = dict(pages(published("good")))["en/exemplars/2024/noi-01.html"]
    assert page.lang_of("Lê Thử Mai") == {"vi"}
    assert page.lang_of("Trays with names") == {"en"}
    assert page.lang_of("Write the name on the tray.") == {"en"}


def test_sample_profiles_bear_their_mark(published: Callable[[str], Path]) -> None:
    """A sample profile says so on its page, in the page's language."""
    page = (published("good") / "output/site/en/exemplars/2024/noi-01.html").read_text(encoding="utf-8")
    assert 'role="note"' in page and "Sample data" in page


def test_lists_are_paged_by_24(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The 25th exemplar begins a second page, which the first links to."""
    root = site()
    text = (root / P1).read_text(encoding="utf-8")
    for n in range(10, 34):
        (root / f"content/exemplars/2024/noi-{n}.vi.md").write_text(text, encoding="utf-8")
    assert run("--root", root, "build", "--no-print").status == 0
    first = Reader((root / "output/site/vi/guong/index.html").read_text(encoding="utf-8"))
    assert [a for a in first.all("a") if a.get("href") == "page-2.html"]
    second = (root / "output/site/vi/guong/page-2.html").read_text(encoding="utf-8")
    assert "noi-" in second and not (root / "output/site/vi/guong/page-3.html").exists()
