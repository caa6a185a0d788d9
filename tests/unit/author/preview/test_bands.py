"""The band over a page that is not public: why, what is missing, and where; marks at links to it."""

from dataclasses import replace
from pathlib import Path

import pytest

from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.model.site import Wishes
from unit.author.preview.support import PROFILE, previewed
from unit.support import CAMPAIGN, MAI, PLAN, SITE, changed

EN = "en/exemplars/2024/noi-01.html"
NOT_PUBLIC = "Chưa đăng: trang này chỉ thấy được khi xem thử."


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ([("unit: noi", "unit: noi\ndraft: true")], "Đây là dự thảo; viết xong thì xóa “draft: true” (dòng 8)"),
        ([("position: Điều dưỡng", "postion: Điều dưỡng")], "Còn 1 lỗi, báo ở dưới"),
        ([("position: Điều dưỡng", "position: '[[chức vụ]]'")], "Còn 1 chỗ chưa điền"),
        ([("  registered: {on: 2024-03-10}\n", "")], "Chỉ đăng từ chặng “Đăng ký”"),
        ([("story: [site, print]", "story: [print]")], "Chưa có sự đồng ý đăng câu chuyện lên trang web"),
        (
            [("registered: {on: 2024-03-10}", "approved: {on: 2024-03-10, by: A, fingerprint: '000000000000'}")],
            "progress.approved.fingerprint",
        ),
        ([("name: [site, print]", "name: []")], "Bài nêu tên người chưa đồng ý"),
        ([("unit: noi", "unit: khong-co")], "Còn 1 lỗi, báo ở dưới"),
        ([("category: nurse", "category: '[[loại]]'")], "Còn 1 chỗ chưa điền"),
    ],
)
def test_a_band_says_why_a_page_is_not_public(tmp_path: Path, changes: list[tuple[str, str]], reason: str) -> None:
    """In the language of the page, with the reasons that `explain` gives."""
    seen = previewed(tmp_path, changed(MAI, *changes))
    band = seen.band(PROFILE)
    assert band.startswith(NOT_PUBLIC) and reason in band and "noi-01.vi.md" in band
    assert seen.band(EN).startswith("Not public yet: this page is seen in the preview only.")
    assert "Khay thuốc có tên" in seen.page(PROFILE)


def test_a_public_page_has_no_band(tmp_path: Path) -> None:
    """Nor has any other page, and no link is marked."""
    seen = previewed(tmp_path)
    for path in seen.preview.files:
        if path.endswith(".html"):
            assert "gs-band" not in seen.page(path) and "gs-mark" not in seen.page(path), path


def test_what_is_wrong_is_told_in_the_band(tmp_path: Path) -> None:
    """With place, hint, and the address that opens an editor; personal data is covered."""
    seen = previewed(tmp_path, changed(MAI, ("unit: noi", "unit: khong-co"), ("Ghi tên lên khay.", "Gọi 0912345678.")))
    page, band = seen.page(PROFILE), seen.band(PROFILE)
    assert f"{MAI}:7:7" in band and "không có đơn vị khong-co" in band
    assert f'href="vscode://file/{(tmp_path / MAI).as_posix().lstrip("/")}:7:7"' in page
    assert "0912345678" not in page.partition("</aside>")[0]


def test_a_withdrawn_profile_is_a_notice_with_a_band(tmp_path: Path) -> None:
    """The notice holds no name, and the band says what it is."""
    seen = previewed(tmp_path, changed(MAI, ("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-01, reason: revoked}")))
    assert seen.band(PROFILE).startswith("Gương này đã gỡ: trên trang chỉ còn lời báo này.")
    assert "Thử Mai" not in seen.page(PROFILE)


def test_a_hidden_name_is_hidden_here_too(tmp_path: Path) -> None:
    """Neither name nor photo are shown without consent, and the band says why."""
    seen = previewed(tmp_path, changed(MAI, ("name: [site, print]", "name: []")))
    assert "Tên không hiện trên trang web: consent.name chưa có site." in seen.band(PROFILE)
    assert "[tên được che] ghi tên người bệnh" in seen.page(PROFILE)
    for path in seen.preview.files:
        if path.endswith((".html", ".xml", ".js")):
            assert "Thử Mai" not in seen.page(path), path


def test_a_name_in_a_campaign_is_covered(tmp_path: Path) -> None:
    """The site is shown all the same, though nothing can be published before the name is taken out."""
    text = ("Mỗi khoa chọn một việc", "Chị Lê Thử Mai nhắc mỗi khoa chọn một việc")
    seen = previewed(tmp_path, changed(MAI, ("name: [site, print]", "name: []")), changed(CAMPAIGN, text))
    assert "Chị [tên được che] nhắc" in seen.page("vi/dot/2024.html") and seen.band("vi/dot/2024.html")


def test_a_name_in_a_data_file_shows_nothing_new(tmp_path: Path) -> None:
    """Its words are on too many pages; what is wrong is told."""
    units = SITE["content/units.yaml"].replace("Khoa Dược", "Khoa Lê Thử Mai")
    seen = previewed(tmp_path, changed(MAI, ("name: [site, print]", "name: []")), {"content/units.yaml": units})
    assert not seen.preview.files and any(n["code"] == "no-consent" for n in seen.preview.notes("index.html"))


def test_a_page_that_cannot_be_made_has_a_stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stands in a document that is not public, it has a page."""
    seen = previewed(tmp_path, changed(MAI, ("unit: noi", "unit: noi\ndraft: true")))
    refused = Refusal(say("no"), status=3)

    def refuse() -> bytes:
        raise refused

    files = {**seen.preview.files, PROFILE: replace(seen.preview.files[PROFILE], make=refuse)}
    seen.preview.shown = replace(seen.preview.shown, files=files)
    assert "<h1>Khay thuốc có tên</h1>" in seen.page(PROFILE) and seen.band(PROFILE).startswith(NOT_PUBLIC)


def test_links_to_a_page_that_is_not_public_are_marked(tmp_path: Path) -> None:
    """In lists and on the front page; links of the page to itself are not."""
    seen = previewed(tmp_path, changed(MAI, ("unit: noi", "unit: noi\ndraft: true")))
    mark = 'Khay thuốc có tên <span class="gs-mark">chưa đăng</span></a>'
    for path in ("vi/guong/index.html", "vi/index.html", "vi/don-vi/noi/index.html", "vi/nam/2024/index.html"):
        assert mark in seen.page(path), path
    assert "gs-mark" not in seen.page(PROFILE)


def test_documents_of_a_draft_campaign_have_a_band(tmp_path: Path) -> None:
    """The campaign itself, its plan and its profile."""
    seen = previewed(tmp_path, changed(CAMPAIGN, ("criteria: 2024", "criteria: 2024\ndraft: true")))
    assert "dự thảo" in seen.band("vi/dot/2024.html")
    for path in (PROFILE, "vi/ke-hoach/2024/noi.html"):
        assert "2024.vi.md" in seen.band(path)


def test_drafts_are_judged_as_build_judges_them(tmp_path: Path) -> None:
    """With the wish for drafts, to be a draft is no reason; others stay."""
    draft = ("unit: noi", "unit: noi\ndraft: true")
    wishes = Wishes(drafts=True)
    page = previewed(tmp_path / "a", changed(MAI, draft), wishes=wishes).page(PROFILE)
    assert "gs-band" not in page and "Trang này còn là dự thảo" in page
    assert "Trang này còn là dự thảo" not in previewed(tmp_path / "c", changed(MAI, draft)).page(PROFILE)
    both = previewed(tmp_path / "b", changed(MAI, draft, ("story: [site, print]", "story: []")), wishes=wishes)
    assert "dự thảo" not in both.band(PROFILE).split("chỗ cần")[0] and "đồng ý" in both.band(PROFILE)


def test_a_site_with_templates_of_its_own_has_the_band(tmp_path: Path) -> None:
    """Even with a skeleton that knows nothing of it."""
    own = '<!doctype html><head></head><body><main id="main">{{ frame.title }}</main></body>'
    layers = {"templates/web/exemplar.html": own}
    seen = previewed(tmp_path, changed(MAI, ("unit: noi", "unit: noi\ndraft: true")), layers)
    assert seen.band(PROFILE).startswith(NOT_PUBLIC)
    seen = previewed(tmp_path / "b", changed(PLAN, ("completed_on", "draft: true\ncompleted_on")))
    assert seen.band("vi/ke-hoach/2024/noi.html").startswith(NOT_PUBLIC)
