"""Every file of the content is a document of the preview, or in its list: also what cannot be read."""

from pathlib import Path

import pytest

from unit.author.preview.support import PROFILE, previewed
from unit.support import MAI, PLAN, SITE, changed

NEW = "content/exemplars/2024/noi-02.vi.md"
URL = "vi/guong/2024/noi-02.html"


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"", "noi-02.vi.md"),
        (b"---\n---\n", "noi-02.vi.md"),
        ("---\ntitle: Chỉ có tiêu đề\n---\n".encode(), "Chỉ có tiêu đề"),
        ("---\ntitle: Hỏng ngoặc\ntags: [\n---\nThân\n".encode(), "Hỏng ngoặc"),
        ("title: Thiếu vạch\n\nThân\n".encode(), "Thiếu vạch"),
        ("---\ntitle: Không đóng\n".encode(), "Không đóng"),
        (b"\xff\xfe\x00a", "noi-02.vi.md"),
        (
            SITE[MAI].replace("title: Khay thuốc có tên", "title: Khay mới").replace("unit: noi", "unit: x").encode(),
            "Khay mới",
        ),
        (SITE[MAI].replace("title: Khay thuốc có tên", "title: Khay mới").replace("nurse", "x").encode(), "Khay mới"),
    ],
)
def test_what_cannot_be_shown_has_a_page_in_its_place(tmp_path: Path, data: bytes, title: str) -> None:
    """At the address that it will have, in the frame of the site, with its title or file name, and in the lists."""
    seen = previewed(tmp_path, {NEW: data})
    page, band = seen.page(URL), seen.band(URL)
    assert f"<h1>{title}</h1>" in page and '<nav class="menu"' in page
    assert band.startswith("Chưa đăng") and f"{NEW}:" in band
    for path in ("vi/guong/index.html", "vi/index.html", "en/exemplars/index.html", "vi/nam/2024/index.html"):
        assert "noi-02.html" in seen.page(path) and title in seen.page(path), path


def test_what_can_be_read_of_it_is_shown(tmp_path: Path) -> None:
    """The text of a profile whose unit nobody knows."""
    seen = previewed(tmp_path, changed(MAI, ("unit: noi", "unit: x")))
    assert "Ghi tên lên khay." in seen.page(PROFILE)


@pytest.mark.parametrize(
    ("begin", "end", "title"),
    [
        ("---\n", "tags: [\n---\n", "Chuyện [tên được che]"),
        ("---\n", "", "Chuyện [tên được che]"),
        ("", "", "noi-02.vi.md"),
    ],
)
def test_a_stand_in_has_no_hidden_name(tmp_path: Path, begin: str, end: str, title: str) -> None:
    """Neither in its title, nor in the list of all documents: of what cannot be read, no consent is known."""
    seen = previewed(tmp_path, {NEW: f"{begin}title: Chuyện Trần Thử Bình\nname: Trần Thử Bình\n{end}Thân\n"})
    assert f"<h1>{title}</h1>" in seen.page(URL)
    assert "Thử Bình" not in seen.page("__preview/documents.html") + seen.page(URL)


def test_a_withdrawn_profile_that_cannot_be_placed_tells_nothing(tmp_path: Path) -> None:
    """Its stand-in has neither title nor text."""
    withdrawn = ("unit: noi", "unit: x\nwithdrawn: {on: 2024-05-01, reason: consent}")
    page = previewed(tmp_path, changed(MAI, withdrawn)).page(PROFILE)
    assert "Khay thuốc" not in page and "Ghi tên lên khay" not in page and "Thử Mai" not in page


def test_a_translation_without_its_source_has_a_page(tmp_path: Path) -> None:
    """It is told there what is missing."""
    seen = previewed(tmp_path, {"content/exemplars/2024/noi-02.en.md": "---\ntitle: Alone\n---\nText\n"})
    assert "noi-02.en.md" in seen.band("en/exemplars/2024/noi-02.html")


def test_a_file_with_a_wrong_name_has_a_page_beside_those_of_the_preview(tmp_path: Path) -> None:
    """It has no address yet."""
    file = "content/exemplars/2024/Hồ sơ mới.vi.md"
    seen = previewed(tmp_path, {file: SITE[MAI]})
    url = seen.document(file).urls["vi"]
    assert url.startswith("__preview/") and "Đổi tên thành" in seen.band(url)


def test_a_file_of_a_language_that_the_site_lacks_is_told_of(tmp_path: Path) -> None:
    """What is only a warning to the build is the reason here."""
    file = "content/exemplars/2024/noi-01.fr.md"
    seen = previewed(tmp_path, {file: "---\ntitle: Plateaux\n---\nTexte\n"})
    assert "tiếng Pháp" in seen.band(seen.document(file).urls["vi"])


def test_a_faulty_translation_is_told_on_the_pages_of_its_document(tmp_path: Path) -> None:
    """The document itself is sound; nothing of the site is published before the translation can be read."""
    seen = previewed(tmp_path, {MAI.replace(".vi.", ".en."): "---\ntitle: [\n---\n"})
    assert "noi-01.en.md" in seen.band("en/exemplars/2024/noi-01.html")


def test_the_list_of_all_documents_names_every_file(tmp_path: Path) -> None:
    """With its state, why, and a link to its page; pictures, data and strays too."""
    stray = "content/exemplars/2024/bài viết.docx"
    seen = previewed(tmp_path, changed(PLAN, ("completed_on", "draft: true\ncompleted_on")), {NEW: b"", stray: b"x"})
    page = seen.page("__preview/documents.html")
    for file in seen.preview.known:
        assert f">{file}<" in page, file
    assert "2 documents are not public." in page and "It is a draft" in page and "It cannot be read" in page
    assert 'href="../vi/guong/2024/noi-02.html"' in page and 'href="../vi/ke-hoach/2024/noi.html"' in page


def test_a_new_file_is_told_once_with_its_address(tmp_path: Path) -> None:
    """From its first minute; the first build tells of none."""
    seen = previewed(tmp_path)
    assert not list(seen.preview.news())
    seen.save(NEW, b"")
    (news,) = seen.preview.news()
    assert news[1] == URL
    assert [link["href"] for link in seen.preview.links()] == ["/__preview/documents.html", f"/{URL}"]
    seen.save(NEW, b"---\n---\n")
    assert not list(seen.preview.news())


def test_a_mended_document_takes_its_place(tmp_path: Path) -> None:
    """The stand-in goes, and so does the band."""
    seen = previewed(tmp_path, {NEW: b""})
    whole = SITE[MAI].replace("Thử Mai", "Thử Minh").replace("title: Khay thuốc có tên", "title: Khay mới")
    seen.save(NEW, whole)
    assert "gs-band" not in seen.page(URL) and "<h1>Khay mới</h1>" in seen.page(URL)
    assert "gs-waiting" not in seen.page("vi/guong/index.html")


def test_the_former_address_of_a_draft_hides_no_page(tmp_path: Path) -> None:
    """Nobody judges addresses of what is not published."""
    draft = SITE[MAI].replace("title: Khay thuốc có tên", "title: Khay mới\ndraft: true\nmoved_from: [noi-01]")
    seen = previewed(tmp_path, {NEW: draft})
    assert "<h1>Khay thuốc có tên</h1>" in seen.page(PROFILE) and "<h1>Khay mới</h1>" in seen.page(URL)


def test_the_last_good_page_stays_under_a_band(tmp_path: Path) -> None:
    """In every language, be the new file unreadable or only wrong; until it is mended."""
    seen = previewed(tmp_path)
    for faulty in (SITE[MAI].replace("unit: noi", "unit: x"), "---\ntitle: [\n---\n", b"\xff"):
        seen.save(MAI, faulty)
        for path in (PROFILE, "en/exemplars/2024/noi-01.html"):
            assert "Ghi tên lên khay." in seen.page(path) and "Khoa Nội" in seen.page(PROFILE)
        assert seen.band(PROFILE).startswith("Đây là bản tốt gần nhất của trang")
    seen.save(MAI, SITE[MAI])
    assert "gs-band" not in seen.page(PROFILE)


def test_no_older_page_shows_what_consent_hides_now(tmp_path: Path) -> None:
    """A consent that is taken back holds at once, though the file has an error as well."""
    seen = previewed(tmp_path)
    seen.save(MAI, SITE[MAI].replace("name: [site, print]", "name: []").replace("position:", "postion:"))
    assert "Thử Mai" not in seen.page(PROFILE)


def test_no_older_page_of_others_shows_it_either(tmp_path: Path) -> None:
    """A page that names the person and has an error is made anew, with the name covered."""
    about = "content/pages/about.vi.md"
    seen = previewed(tmp_path, {about: "---\ntitle: Giới thiệu\n---\nChị Lê Thử Mai kể.\n"})
    (seen.root / MAI).write_text(SITE[MAI].replace("name: [site, print]", "name: []"), encoding="utf-8")
    seen.save(about, "---\ntitle: Giới thiệu\nmeu: 1\n---\nChị Lê Thử Mai kể.\n")
    assert "Thử Mai" not in seen.page("vi/about.html") and "meu" in seen.band("vi/about.html")


@pytest.mark.parametrize("base", ["", "base_url: https://thi-dua.example/co-quan/\n"])
def test_the_page_for_the_lost_begins_at_the_root(tmp_path: Path, base: str) -> None:
    """Whatever the address of the site: the preview lies at the root of its host."""
    seen = previewed(tmp_path, {"site_config.yaml": SITE["site_config.yaml"] + base})
    assert 'rel="stylesheet" href="/assets/' in seen.page("404.html")
