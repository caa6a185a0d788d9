"""Names without consent are covered in what only the preview shows, in whatever markup they stand."""

from pathlib import Path

import pytest

from guongsang.model.assembly import make_site
from guongsang.model.covering import cover_names, cover_nodes
from guongsang.model.site import Site, Wishes
from guongsang.read.markdown.tree import Element, Node, plain_text
from guongsang.text.person_names import Names, Owner
from unit.support import MAI, changed, judge_site

MARK = "[…]"


def names() -> Names:
    """Return the name of a person without consent."""
    known = Names()
    known.remember("Lê Thử Mai", Owner("2024/noi-01"))
    return known


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Chị Lê Thử Mai ghi tên.", "Chị […] ghi tên."),
        ("Lê Thử Mai và Lê Thử Mai", "[…] và […]"),
        ("LÊ THỬ MAI", "[…]"),
        ("Le Thu Mai", "[…]"),
        ("Lê Thử Mai", "[…]"),
        ("Lê Thử Minh", "Lê Thử Minh"),
        ("", ""),
    ],
)
def test_a_name_in_a_text_is_covered(text: str, covered: str) -> None:
    """All of it, as often as it stands there; another person's name stays."""
    assert cover_names(text, names(), MARK) == covered


def p(*children: Node) -> Element:
    """Return a paragraph."""
    return Element("p", {}, children)


@pytest.mark.parametrize(
    ("nodes", "text"),
    [
        ((p("Chị Lê Thử Mai ghi tên."),), "Chị […] ghi tên.\n"),
        ((p("Chị Lê ", Element("em", {}, ("Thử",)), " Mai ghi tên."),), "Chị […] ghi tên.\n"),
        ((p("Lê Thử", Element("br"), "Mai ghi."),), "[…]\n ghi.\n"),
        ((p("Một."), p("Hai, ", Element("strong", {}, ("Lê Thử Mai",)), ".")), "Một.\nHai, […].\n"),
        ((p("Ghi", Element("note", {}, ("theo Lê Thử Mai",)), " tên."),), "Ghitheo […]\n tên.\n"),
        ((p("Lê Thử", Element("note", {}, ("xem 1",)), " Mai"),), "[…]xem 1\n\n"),
        ((Element("ul", {}, (Element("li", {}, ("Lê Thử Mai",)), Element("li", {}, ("Trần",)))),), "[…]\nTrần\n"),
    ],
)
def test_a_name_in_a_body_is_covered(nodes: tuple[Node, ...], text: str) -> None:
    """Also one that markup or a note parts."""
    assert plain_text(cover_nodes(nodes, names(), MARK)) == text


def test_what_a_picture_shows_is_covered() -> None:
    """The words of a picture are read too."""
    made = cover_nodes((Element("img", {"src": "a.jpg", "alt": "Ảnh Lê Thử Mai"}),), names(), MARK)
    assert made == (Element("img", {"src": "a.jpg", "alt": "Ảnh […]"}),)


def whole(root: Path, *changes: tuple[str, str]) -> Site:
    """Make the site that shows everything, with the profile changed."""
    content, judgement = judge_site(root, changed(MAI, *changes))
    return make_site(content, judgement, Wishes(everything=True))


def test_a_withheld_profile_is_shown_without_the_name(tmp_path: Path) -> None:
    """Its summary and body use the name, for which consent is wanting."""
    site = whole(tmp_path, ("name: [site, print]", "name: []"), ("Ghi tên lên khay.", "Chị **Lê Thử** Mai ghi."))
    profile = site.by_id["2024/noi-01"]
    assert profile.name is None
    assert profile.word(("summary",), "vi").value == "Điều dưỡng [tên được che] ghi tên người bệnh lên từng khay thuốc."
    assert "Mai" not in plain_text(profile.texts.source.body.nodes)


def test_a_name_with_consent_is_shown(tmp_path: Path) -> None:
    """Nothing is covered where consent covers the name."""
    site = whole(tmp_path)
    assert "Lê Thử Mai" in site.by_id["2024/noi-01"].word(("summary",), "vi").value
