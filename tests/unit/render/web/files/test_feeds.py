"""What machines read: feeds, the site map, the word to robots."""

from dataclasses import replace
from pathlib import Path

from guongsang.i18n.messages import Text
from guongsang.render.html.page import Page
from guongsang.render.images import ImageStore
from guongsang.render.views.context import RenderContext
from guongsang.render.web.files.feeds import feed_id, feed_pages, site_files, sitemap
from guongsang.render.web.layout import PageLayout, Styles, make_layout
from guongsang.render.web.pages import made_page
from unit.support import MAI, SITE, changed, made_site

BASE = changed("site_config.yaml", ("languages:", "base_url: https://a.example/b\nlanguages:"))


def test_a_feed_holds_what_is_written_in_its_language(tmp_path: Path) -> None:
    """Newest first, with the times of the content."""
    text = SITE[MAI].replace("Lê Thử Mai", "Trần Mẫu Cúc").replace("BC-02", "BC-05").replace("12 xuống 6", "9 xuống 5")
    site = made_site(tmp_path, {MAI.replace("01", "02"): text.replace("2024-03-10", "2024-03-12")})
    (page,) = feed_pages(RenderContext(site, ImageStore({}, {}), "vi"))
    assert (page.url, page.lang, page.data.updated) == ("vi/feed.xml", "vi", "2024-03-12")
    assert [entry.updated for entry in page.data.entries] == ["2024-03-12", "2024-03-10"]
    (page,) = feed_pages(RenderContext(site, ImageStore({}, {}), "en"))
    assert page.data.entries == [] and page.data.updated == "1970-01-01"


def test_ids_of_a_feed_last(tmp_path: Path) -> None:
    """The full address, or a tag where the site has none."""
    mail = changed("site_config.yaml", ("Sample Hospital}}", "Sample Hospital}, email: a@b.example}"))
    assert feed_id(made_site(tmp_path / "a", BASE), "vi/x.html") == "https://a.example/b/vi/x.html"
    assert feed_id(made_site(tmp_path / "b", mail), "vi/x.html") == "tag:b.example,2022:vi/x.html"
    assert feed_id(made_site(tmp_path / "c"), "vi/x.html") == "tag:localhost,2022:vi/x.html"


def page(layout: PageLayout, url: str, canonical: str) -> Page:
    """Return a page whose original lies at an address."""
    made = layout.page("x.html", {"vi": url, "en": url}, Text("X", "vi"), None)
    assert made.frame is not None
    return replace(made, frame=replace(made.frame, canonical=canonical))


def test_a_site_map_holds_the_originals(tmp_path: Path) -> None:
    """No copies in other languages, no page for the lost, nothing that is no page; sorted."""
    site = made_site(tmp_path, BASE)
    base, layout = "https://a.example/b/", make_layout(site, "vi", Styles({}))
    pages = [
        page(layout, "vi/b.html", f"{base}vi/b.html"),
        page(layout, "en/b.html", f"{base}vi/b.html"),
        page(layout, "vi/a.html", f"{base}vi/a.html"),
        page(layout, "404.html", f"{base}404.html"),
        Page("vi/feed.xml", "vi", "feed.xml", None),
    ]
    made = sitemap(site, [made_page(site, it) for it in pages])
    assert made is not None and made.url == "sitemap.xml"
    assert made.data.urls == [f"{base}vi/a.html", f"{base}vi/b.html"]


def test_a_site_without_an_address_has_no_map(tmp_path: Path) -> None:
    """The word to robots names one only where there is one."""
    site = made_site(tmp_path / "a")
    assert sitemap(site, []) is None
    assert [(p.url, p.data.sitemap) for p in site_files(site)] == [("robots.txt", None)]
    (robots,) = site_files(made_site(tmp_path / "b", BASE))
    assert robots.data.sitemap == "https://a.example/b/sitemap.xml"
