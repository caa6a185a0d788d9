"""What every page carries around its own content: name of the site, menu, language switch, way back, foot.

The switch leads to the same item in each language, because every page exists in all of them. Search engines are told
of another language only where that is a real translation; a page that shows the source for want of one names the
source's page as its original (canonical) instead.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from guongsang.i18n.locale_format import language_name
from guongsang.i18n.messages import Message, Text, say
from guongsang.model.documents import PublicDocument
from guongsang.model.site import Site
from guongsang.read.tables.config import Organisation
from guongsang.render.html.frame import Alternate, Frame, LanguageLink, Link, Masthead, MenuItem
from guongsang.render.html.page import Page
from guongsang.render.views.words import label_in
from guongsang.render.web.outline import outline_of

SECTIONS: Mapping[str, Message] = {
    "exemplars": say("Exemplars"),
    "units": say("Units"),
    "categories": say("Categories"),
    "years": say("Years"),
    "tags": say("Topics"),
    "criteria": say("Criteria"),
    "plans": say("Plans"),
    "campaigns": say("Campaigns"),
    "reviews": say("Reviews"),
    "bulletins": say("Bulletins"),
    "adoption": say("Who copied what"),
}
BY_NAME = "a-z"
"""The part of an address under which the list by name lies."""
MENU = ("exemplars", "units", "plans", "campaigns", "criteria", "bulletins")


@dataclass(frozen=True)
class Styles:
    """Paths of the published files of the look: the style sheet, the icon, the drawings."""

    files: Mapping[str, str]


@dataclass(frozen=True)
class PageLayout:
    """Makes pages of one language: puts the frame around what a page shows."""

    site: Site
    lang: str
    styles: Styles
    menu: tuple[tuple[Message | Text, str, str], ...] = ()

    def page(
        self,
        template: str,
        urls: Mapping[str, str],
        title: Text | Message,
        data: object,
        *,
        crumbs: Sequence[tuple[Message | Text, str]] = (),
        section: str = "",
        document: PublicDocument | None = None,
        description: Text | None = None,
    ) -> Page:
        """Make a page; `urls` are its addresses in all languages, `data` is a dataclass of what its template shows."""
        url, site = urls[self.lang], self.site
        canonical, alternates = _originals(site, urls, self.lang, document)
        frame = Frame(
            title=title,
            site=site.config.title.text_in(self.lang),
            organisation=self._organisation,
            description=description,
            styles=self.styles.files,
            home=site.urls.home(self.lang),
            menu=[MenuItem(label, to, _current(to == url, name == section)) for label, to, name in self.menu],
            languages=[
                LanguageLink(code, language_name(code), urls[code], code == self.lang) for code in site.config.languages
            ],
            crumbs=[Link(label, to) for label, to in crumbs],
            feed=f"{self.lang}/feed.xml",
            sample=site.sample,
            by_name=site.urls.list_of("exemplars", self.lang, BY_NAME),
            tagged=site.tagged,
            adopted=site.adopted,
            links=self._links,
            canonical=canonical,
            alternates=alternates,
        )
        return Page(url, self.lang, template, data, frame)

    @cached_property
    def outline(self) -> bytes:
        """Return a digest of all that pages of exemplars show of the rest of the site."""
        return outline_of(self.site, self.styles.files)

    @cached_property
    def _organisation(self) -> Masthead:
        return _told(self.site.config.organisation, self.lang)

    @cached_property
    def _links(self) -> Mapping[str, str]:
        return {name: self.site.urls.index(name, self.lang) for name in (*SECTIONS, "search")}

    def everywhere(self, make: Callable[[str], str]) -> dict[str, str]:
        """Return the address of the same page in every language; `make` takes a language."""
        return {code: make(code) for code in self.site.config.languages}


def _current(own: bool, below: bool) -> str:
    if not below:
        return ""
    return "page" if own else "true"


def _told(organisation: Organisation, lang: str) -> Masthead:
    return Masthead(
        name=organisation.name.text_in(lang),
        parent=label_in(organisation.parent, lang),
        place=label_in(organisation.place, lang),
        address=label_in(organisation.address, lang),
        email=organisation.email or None,
        phone=organisation.phone or None,
    )


def _originals(
    site: Site, urls: Mapping[str, str], lang: str, document: PublicDocument | None
) -> tuple[str, list[Alternate]]:
    """Return canonical and alternates: full addresses where the site has one, else paths from the root."""
    homes = {code: site.urls.home(code) for code in urls}
    shared = set(urls.values()) == {"index.html"}  # the root page chooses between the front pages
    real = {
        code: url
        for code, url in (homes if shared else urls).items()
        if document is None or document.texts.state(code) != "none"
    }
    own = urls[lang if lang in real else site.config.source_language]
    alternates = (
        [Alternate(code, _whole(site, url)) for code, url in real.items()]
        if lang in real and len(set(real.values())) > 1
        else []
    )
    if alternates and real == homes:
        alternates.append(Alternate("x-default", _whole(site, "index.html")))
    return _whole(site, own), alternates


def _whole(site: Site, url: str) -> str:
    return site.urls.absolute(url) or url


def make_layout(site: Site, lang: str, styles: Styles) -> PageLayout:
    """Prepare the frame of a language: sections that have something in them, then the free pages of the menu."""
    filled = {
        "exemplars": True,
        "units": True,
        "plans": bool(site.plans),
        "campaigns": bool(site.campaigns),
        "criteria": bool(site.criteria),
        "bulletins": bool(site.bulletins),
    }
    menu: list[tuple[Message | Text, str, str]] = [
        (SECTIONS[name], site.urls.index(name, lang), name) for name in MENU if filled[name]
    ]
    menu += [
        (page.word(("title",), lang), site.urls.page(lang, page.slug), f"page:{page.slug}")
        for page in site.pages
        if page.facts.menu is not None
    ]
    return PageLayout(site, lang, styles, tuple(menu))


@dataclass(frozen=True)
class Pager:
    """The pages of a long list: numbers with their addresses, and the ways on and back."""

    number: int
    pages: tuple[tuple[str, str, bool], ...] = ()
    back: str | None = None
    on: str | None = None
    of: int = field(default=1)
