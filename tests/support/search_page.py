"""The search page in a browser: opened, typed into and read as a reader does."""

import re
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from support.server import Published

PLACES = {"vi": "vi/tim-kiem/index.html", "en": "en/search/index.html"}


class Search:
    """A search page as a reader uses it."""

    def __init__(self, page: Page, published: Published, scheme: str = "http") -> None:
        """Keep the page and where the site is."""
        self.page, self.published, self.scheme = page, published, scheme

    def open(self, query: str = "", lang: str = "vi", **picked: Any) -> "Search":
        """Open the page with a query and picked facets, and wait until it has answered."""
        state = urlencode({"q": query, **picked}, doseq=True)
        self.page.goto(self.published.at(f"{PLACES[lang]}?{state}", self.scheme))
        return self.answered()

    def answered(self) -> "Search":
        """Wait for the number of results."""
        expect(self.page.locator("#found")).to_have_text(re.compile(r"\d"))
        return self

    def type(self, query: str) -> "Search":
        """Type a query anew and wait until it is answered."""
        box = self.page.locator("#q")
        self.page.evaluate("document.getElementById('found').textContent = ''")
        box.fill(query)
        box.press("Enter")
        return self.answered()

    @property
    def count(self) -> int:
        """Return the number of results."""
        return int(re.sub(r"\D", "", self.page.locator("#found").inner_text()))

    @property
    def names(self) -> list[str]:
        """Return the names of the results shown, in order."""
        return [line.split(" · ")[0] for line in self.page.locator("#hits .meta").all_inner_texts()]

    @property
    def titles(self) -> list[str]:
        """Return the headings of the results shown, in order."""
        return self.page.locator("#hits h3").all_inner_texts()

    @property
    def marked(self) -> set[str]:
        """Return the different words that are marked as found."""
        return set(self.page.locator("#hits mark").all_inner_texts())
