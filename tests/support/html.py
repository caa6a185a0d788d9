"""Pages of a built site, read for what tests ask about."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from support.site import tree


class Reader(HTMLParser):
    """A page: its tags, and its texts with the language that holds where they stand."""

    VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self.langs: list[str] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and the language that holds inside it."""
        given = {k: v or "" for k, v in attrs}
        self.tags.append((tag, given))
        if tag not in self.VOID:
            self.open.append(tag)
            self.langs.append(given.get("lang") or (self.langs[-1] if self.langs else ""))

    def handle_endtag(self, tag: str) -> None:
        """Leave a tag."""
        while self.open and tag in self.open:
            self.langs.pop()
            if self.open.pop() == tag:
                break

    def handle_data(self, data: str) -> None:
        """Note a text with its language."""
        if data.strip() and self.langs:
            self.texts.append((self.langs[-1], data.strip()))

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """Return the attributes of tags that have some values."""
        return [a for t, a in self.tags if t == tag and all(a.get(k) == v for k, v in wanted.items())]

    def lang_of(self, text: str) -> set[str]:
        """Return the languages in which a text stands."""
        return {lang for lang, said in self.texts if text in said}


def pages(root: Path) -> Iterator[tuple[str, Reader]]:
    """Yield all pages of a built site."""
    for name, data in tree(root / "output/site").items():
        if name.endswith(".html"):
            yield name, Reader(data.decode())


def own_scripts(name: str, page: Reader) -> bool:
    """Return whether a page has no script but the one file of the search page and the few lines of the page of 404."""
    if name == "404.html":
        return [set(a) for a in page.all("script")] == [{"data-base"}]
    found = [a["src"] for a in page.all("script")]
    wanted = 1 if name.endswith(("/search/index.html", "/tim-kiem/index.html")) else 0
    return len(found) == wanted and all(src.startswith("../../assets/search-") for src in found)
