"""Addresses of pages, and ways from one to another."""

import posixpath
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.i18n.messages import Label
from guongsang.model.urls import Urls, paper_beside, relative
from guongsang.read.data.types import Config
from support.site import PROJECT

SECTIONS = {
    "exemplars": {"vi": "guong", "en": "people"},
    "plans": {"vi": "ke-hoach", "en": "plans"},
    "reviews": {"vi": "tong-ket", "en": "reviews"},
    "bulletins": {"vi": "ban-tin", "en": "bulletins"},
    "campaigns": {"vi": "dot", "en": "campaigns"},
    "units": {"vi": "don-vi", "en": "units"},
}
CONFIG = Config(Label({"vi": "A"}, "vi"), {}, ("vi", "en"), None, SECTIONS, {})
URLS = Urls(CONFIG)


def test_the_project_is_where_it_is_thought_to_be() -> None:
    """Tests that read a site need its catalogues."""
    assert (Path(PROJECT) / "locales" / "vi.po").is_file()


@pytest.mark.parametrize(
    ("kind", "campaign", "slug", "lang", "url"),
    [
        ("exemplar", "2024", "noi-01", "vi", "vi/guong/2024/noi-01.html"),
        ("exemplar", "2024", "noi-01", "en", "en/people/2024/noi-01.html"),
        ("exemplar", "2024", "noi-01", "fr", "fr/people/2024/noi-01.html"),
        ("plan", "2024", "noi", "vi", "vi/ke-hoach/2024/noi.html"),
        ("campaign", "", "2024", "vi", "vi/dot/2024.html"),
        ("review", "", "2024", "en", "en/reviews/2024.html"),
        ("bulletin", "", "2024-05", "vi", "vi/ban-tin/2024-05.html"),
        ("page", "", "about", "vi", "vi/about.html"),
    ],
)
def test_each_kind_of_document_has_its_place(kind: str, campaign: str, slug: str, lang: str, url: str) -> None:
    """In the words of the language; one without its own words takes the English ones."""
    assert URLS.entry(kind, campaign, slug, lang) == url


def test_lists_have_pages() -> None:
    """The first is the index, the others are numbered; ids are small in addresses."""
    assert URLS.home("vi") == "vi/index.html"
    assert URLS.index("exemplars", "vi") == "vi/guong/index.html"
    assert URLS.index("exemplars", "vi", 2) == "vi/guong/page-2.html"
    assert URLS.list_of("units", "en", "NOI", 3) == "en/units/noi/page-3.html"
    assert URLS.item("exemplars", "en", "2024", "GEN-01") == "en/people/2024/gen-01.html"


def test_a_variant_takes_the_words_of_its_language() -> None:
    """Brazilian from Portuguese."""
    urls = Urls(replace(CONFIG, sections={"exemplars": {"en": "people", "pt": "pessoas"}}))
    assert urls.index("exemplars", "pt-BR") == "pt-BR/pessoas/index.html"


@pytest.mark.parametrize(
    ("base", "host", "absolute"),
    [
        (None, "/", None),
        ("https://a.example/", "/", "https://a.example/vi/x.html"),
        ("https://a.example/b/c/", "/b/c/", "https://a.example/b/c/vi/x.html"),
        ("https://a.example/gương/", "/g%C6%B0%C6%A1ng/", "https://a.example/g%C6%B0%C6%A1ng/vi/x.html"),
        ("https://phòng.example:8080/a&b/", "/a&b/", "https://xn--phng-mqa.example:8080/a&b/vi/x.html"),
        ("https://a.example/a%20b/", "/a%20b/", "https://a.example/a%20b/vi/x.html"),
    ],
)
def test_the_address_of_a_site(base: str | None, host: str, absolute: str | None) -> None:
    """From the root of its host, and in full where it is known."""
    urls = Urls(replace(CONFIG, base_url=base))
    assert urls.from_host == host
    assert urls.absolute("vi/x.html") == absolute


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("vi/gương/a.html", "vi/g%C6%B0%C6%A1ng/a.html"),
        ("km/ស្អាត/a.html", "km/%E1%9E%9F%E1%9F%92%E1%9E%A2%E1%9E%B6%E1%9E%8F/a.html"),
        ("zh-Hant/保密/index.html", "zh-Hant/%E4%BF%9D%E5%AF%86/index.html"),
        ("ar/سر/a.html", "ar/%D8%B3%D8%B1/a.html"),
        ("vi/a%20b.html", "vi/a%20b.html"),
        ("vi/a b.html", "vi/a%20b.html"),
    ],
)
def test_full_addresses_are_percent_encoded(url: str, path: str) -> None:
    """Site maps and feeds take URIs only (RFC 3986); what is encoded already stays."""
    assert Urls(replace(CONFIG, base_url="https://a.example/")).absolute(url) == f"https://a.example/{path}"


@pytest.mark.parametrize(
    ("url", "page", "way"),
    [
        ("vi/a.html", "vi/b.html", "a.html"),
        ("vi/a.html", "vi/a.html", "a.html"),
        ("vi/a.html#x", "vi/a.html", "#x"),
        ("#x", "vi/a.html", "#x"),
        ("vi/a.html#x", "vi/b.html", "a.html#x"),
        ("en/a.html", "vi/a.html", "../en/a.html"),
        ("assets/x.css", "vi/guong/2024/a.html", "../../../assets/x.css"),
        ("vi/guong/2024/a.html", "vi/index.html", "guong/2024/a.html"),
        ("vi/guong/index.html", "vi/guong/2024/a.html", "../index.html"),
        ("a.html", "b.html", "a.html"),
        ("vi/a/b.html", "vi/a.html", "a/b.html"),
        ("", "vi/a.html", "a.html"),
    ],
)
def test_the_way_from_one_page_to_another(url: str, page: str, way: str) -> None:
    """Up as far as needed and down again; an anchor is kept."""
    assert relative(url, page) == way


PATH = st.lists(st.sampled_from(["vi", "en", "a", "b"]), max_size=3).map(lambda parts: "/".join([*parts, "p.html"]))


@settings(deadline=None, max_examples=50)
@given(PATH, PATH)
def test_any_way_leads_where_it_should(url: str, page: str) -> None:
    """Joined to the folder of the page, it is the address, and it never goes up more than it must."""
    way = relative(url, page)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(page), way)) == url
    assert way.count("../") <= page.count("/")
    assert not way.startswith("/")


@pytest.mark.parametrize(
    ("url", "mark", "paper"),
    [("vi/a.html", "", "vi/a.pdf"), ("vi/a.html", "-poster", "vi/a-poster.pdf"), ("vi/html.html", "", "vi/html.pdf")],
)
def test_a_paper_lies_beside_its_page(url: str, mark: str, paper: str) -> None:
    """With its ending, and a mark where there are several."""
    assert paper_beside(url, mark) == paper
