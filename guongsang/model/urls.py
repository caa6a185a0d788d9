"""Addresses: the one place where a page's path below `output/site` is made.

A path is relative to the site's root and never begins with `/`; pages link to one another by going up and down from
where they are, so the site works under any address and from a shared folder.
"""

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote, urlsplit

from guongsang.i18n.languages import words_for
from guongsang.read.data.types import Config

ASSETS = "assets"
_IN_PATHS = "/%:@!$&'()*+,;=~"


@dataclass(frozen=True)
class Urls:
    """Makes the addresses of one site from the words of its sections."""

    config: Config
    _sections: dict[tuple[str, str], str] = field(default_factory=dict, compare=False)

    def section(self, name: str, lang: str) -> str:
        """Return the word of a section in a language; a language without its own word takes the English one."""
        word = self._sections.get((name, lang))
        if word is None:
            words = self.config.sections[name]
            word = self._sections[name, lang] = words_for(words, lang) or words["en"]
        return word

    def home(self, lang: str) -> str:
        """Return the front page of a language."""
        return f"{lang}/index.html"

    def index(self, section: str, lang: str, page: int = 1) -> str:
        """Return a section's list, or one of its further pages."""
        return f"{lang}/{self.section(section, lang)}/{_paged(page)}"

    def item(self, section: str, lang: str, *parts: str) -> str:
        """Return the page of one item of a section."""
        return f"{lang}/{self.section(section, lang)}/{'/'.join(part.lower() for part in parts)}.html"

    def list_of(self, section: str, lang: str, name: str, page: int = 1) -> str:
        """Return a paged list below a section, such as the exemplars of a unit."""
        return f"{lang}/{self.section(section, lang)}/{name.lower()}/{_paged(page)}"

    def page(self, lang: str, slug: str) -> str:
        """Return a free page."""
        return f"{lang}/{slug}.html"

    def entry(self, kind: str, campaign: str, slug: str, lang: str) -> str:
        """Return the page of a document."""
        match kind:
            case "page":
                return self.page(lang, slug)
            case "exemplar":
                return self.item("exemplars", lang, campaign, slug)
            case "plan":
                return self.item("plans", lang, campaign, slug)
        return self.item(f"{kind}s", lang, slug)

    @cached_property
    def from_host(self) -> str:
        """Return the path of the site from the root of its host, `/` where the site has no address."""
        path = quote(urlsplit(self.config.base_url or "").path.strip("/"), safe=_IN_PATHS)
        return f"/{path}/" if path else "/"

    def absolute(self, url: str) -> str | None:
        """Return the full address of a page as a URI (RFC 3986), if the site's own is configured."""
        if not self.config.base_url:
            return None
        return f"{self._host}{self.from_host}{quote(url, safe=_IN_PATHS)}"

    @cached_property
    def _host(self) -> str:
        base = urlsplit(self.config.base_url or "")
        return f"{base.scheme}://{_ascii_host(base.netloc)}"


def _ascii_host(host: str) -> str:
    """Return a host as DNS has it (xn--…), or quoted where no such name can be made of it."""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return quote(host, safe=_IN_PATHS)


def paper_beside(url: str, mark: str = "") -> str:
    """Return the address of a paper beside a page: its own, a mark, and the ending of a PDF."""
    return f"{url.removesuffix('.html')}{mark}.pdf"


def _paged(page: int) -> str:
    return "index.html" if page == 1 else f"page-{page}.html"


def relative(url: str, page: str) -> str:
    """Return the way from one page to another, an anchor kept."""
    path, mark, anchor = url.partition("#")
    if not path or path == page:
        return mark + anchor if anchor else posixpath.basename(page)
    there, here = path.split("/"), page.split("/")
    shared = 0
    while shared < len(here) - 1 and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - 1 - shared) + "/".join(there[shared:]) + mark + anchor
