"""What the targets in bodies lead to."""

from pathlib import Path

import pytest

from guongsang.read.content import Content
from guongsang.read.documents.links import (
    Broken,
    Item,
    Library,
    LinkTarget,
    Web,
    library_of,
    nearest_of,
    picture_file,
    pictures_used,
    resolve,
)
from guongsang.read.documents.texts import anchors_of, shared_anchors
from unit.support import MAI, changed, read_site

PAGES = {
    "content/pages/about.vi.md": "---\ntitle: Về chúng tôi\n---\n## Một hai\n\na\n\n## Một hai\n\nb\n\n## 漢字\n\nc\n",
    "content/pages/about.en.md": "---\ntitle: About\n---\n## One two\n\na\n\n## One\n\nb\n\n## Third\n\nc\n",
    "content/pages/broken.vi.md": "no front matter\n",
}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Read the small site with a page in two languages, and one that cannot be read."""
    return read_site(tmp_path_factory.mktemp("site"), PAGES)


@pytest.fixture(scope="module")
def library(content: Content) -> Library:
    """Return all that a link can lead to."""
    return library_of(content.entries, content.pictures, content.files)


def led(content: Content, library: Library, target: str) -> Web | Item | Broken:
    """Resolve a link that stands in the profile."""
    return resolve(library, content.by_id["exemplar", "2024/noi-01"].source, target)


@pytest.mark.parametrize(
    ("target", "to"),
    [
        ("../../pages/about.vi.md", ("about", None)),
        ("../../pages/about.en.md", ("about", None)),
        ("../../pages/about.md", ("about", None)),
        ("noi-01.vi.md", ("2024/noi-01", None)),
        ("./noi-01.md?x=1", ("2024/noi-01", None)),
        ("#cach-lam", ("2024/noi-01", "cach-lam")),
        ("#C%C3%A1ch", None),
        ("../../pages/about.md#mot-hai", ("about", "mot-hai")),
        ("../../pages/about.md#mot-hai-2", ("about", "mot-hai-2")),
        ("../../pages/about.md#muc", ("about", "muc")),
        ("../../pages/about.md#", ("about", None)),
        ("../../campaigns/2024.md", ("2024", None)),
    ],
)
def test_documents_and_their_headings(
    content: Content, library: Library, target: str, to: tuple[str, str | None] | None
) -> None:
    """With or without a language, relative to the file in which the link stands."""
    led_to = led(content, library, target)
    if to is None:
        assert isinstance(led_to, Broken) and led_to.code == "dangling-link"
    else:
        assert isinstance(led_to, Item)
        assert (led_to.target.key[1], led_to.anchor) == to


@pytest.mark.parametrize(
    "target", ["https://a.example/x?y#z", "http://a.example", "mailto:lan@a.example", "HTTPS://A.example"]
)
def test_safe_addresses_of_the_web(content: Content, library: Library, target: str) -> None:
    """They are kept as they were typed."""
    assert led(content, library, target) == Web(target)


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("javascript:alert(1)", "unsafe-link"),
        (" javascript:alert(1)", "unsafe-link"),
        ("JavaScript:alert(1)", "unsafe-link"),
        ("data:text/html,x", "unsafe-link"),
        ("ftp://a.example", "unsafe-link"),
        ("https://a.example/\nx", "unsafe-link"),
        ("//a.example", "unsafe-link"),
        ("\\\\server\\x", "unsafe-link"),
        ("a\\b.md", "unsafe-link"),
        ("/etc/passwd", "outside-content"),
        ("../../../x.md", "outside-content"),
        ("..%2f..%2f..%2fx.md", "outside-content"),
        ("noi-02.vi.md", "dangling-link"),
        ("#no-such", "dangling-link"),
        ("c:x.md", "dangling-link"),
    ],
)
def test_what_is_unsafe_or_leads_nowhere(content: Content, library: Library, target: str, code: str) -> None:
    """Scripts, other programs, paths out of the content, documents and headings that are not there."""
    led_to = led(content, library, target)
    assert isinstance(led_to, Broken) and led_to.code == code


def test_a_document_that_cannot_be_read_is_no_broken_link(content: Content, library: Library) -> None:
    """What is wrong with it is told already."""
    assert led(content, library, "../../pages/broken.vi.md") == Web("")


def test_a_name_close_to_a_file_of_the_folder_is_proposed(content: Content, library: Library) -> None:
    """And nothing of another folder."""
    led_to = led(content, library, "../../pages/abuot.md")
    assert isinstance(led_to, Broken) and led_to.hint.args == {"name": "about.md"}
    assert nearest_of("content/plans/abuot.md", library.by_file).args == {}


def test_anchors_are_those_of_the_source_where_both_have_as_many(content: Content) -> None:
    """So a link to a heading keeps its meaning in every language."""
    about = content.by_id["page", "about"]
    own = ("mot-hai", "mot-hai-2", "muc")
    assert anchors_of(about.source.body) == own
    english = about.texts.translations["en"]
    assert shared_anchors(about.texts, english) == own
    assert anchors_of(english.body) == ("one-two", "one", "third")


@pytest.mark.parametrize(
    ("body", "anchors"),
    [
        ("## Cách làm 2\n\n## Cách làm\n\n## Cách làm", ("cach-lam-2", "cach-lam", "cach-lam-3")),
        ("## Cách làm\n\n## Cách làm\n\n## Cách làm 2", ("cach-lam", "cach-lam-2", "cach-lam-2-2")),
        ("## a\n\n## A\n\n## á", ("a", "a-2", "a-3")),
        ("## 漢\n\n## 字\n\n## Mục 2", ("muc", "muc-2", "muc-2-2")),
        ("## Có chú thích[^1]\n\n[^1]: Nội dung.", ("co-chu-thich",)),
    ],
)
def test_no_two_headings_have_one_anchor(tmp_path: Path, body: str, anchors: tuple[str, ...]) -> None:
    """Whichever number a heading bears itself; a note is no part of a heading."""
    files = {"content/pages/about.vi.md": f"---\ntitle: Một\n---\n{body}\n"}
    assert anchors_of(read_site(tmp_path, files).by_id["page", "about"].source.body) == anchors


def test_a_translation_with_other_headings_has_its_own_anchors(tmp_path: Path) -> None:
    """Nothing says which belongs to which."""
    other = {**PAGES, "content/pages/about.en.md": "---\ntitle: About\n---\n## One two\n\na\n"}
    about = read_site(tmp_path, other).by_id["page", "about"]
    assert shared_anchors(about.texts, about.texts.translations["en"]) == ("one-two",)


def test_a_target_knows_its_headings_in_each_language() -> None:
    """A language without a text has those of the source; as many headings share the anchors of the source."""
    target = LinkTarget("page", "", "about", "vi", {"vi": ("mot", "hai"), "en": ("one", "two"), "fr": ("un",)})
    assert target.key == ("page", "about")
    assert LinkTarget("plan", "2024", "noi", "vi", {"vi": ()}).key == ("plan", "2024/noi")
    assert [target.own(lang) for lang in ("vi", "en", "de")] == [("mot", "hai"), ("one", "two"), ("mot", "hai")]
    assert [target.shared(lang) for lang in ("vi", "en", "fr")] == [("mot", "hai"), ("mot", "hai"), ("un",)]


def test_a_link_by_a_translated_heading_leads_to_the_shared_anchor(content: Content, library: Library) -> None:
    """From a translation as from the source."""
    english = content.by_id["page", "about"].translations["en"]
    led_to = [resolve(library, english, target) for target in ("#one", "#mot-hai-2")]
    assert [one.anchor for one in led_to if isinstance(one, Item)] == ["mot-hai-2", "mot-hai-2"]


def test_pictures_are_named_from_the_file_in_which_they_stand(tmp_path: Path) -> None:
    """The photo of a profile and those in any of its bodies, whether there are any."""
    site = read_site(
        tmp_path,
        changed(MAI, ("unit: noi\n", "unit: noi\nphoto: mai.jpg\n"), ("Ghi tên", "![x](../h%C3%ACnh.png)\n\nGhi tên")),
    )
    entry = site.by_id["exemplar", "2024/noi-01"]
    assert picture_file(entry.source, "a/../b.jpg") == "content/exemplars/2024/b.jpg"
    assert pictures_used(entry) == {"content/exemplars/2024/mai.jpg", "content/exemplars/hình.png"}
