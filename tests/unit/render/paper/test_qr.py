"""QR codes for paper."""

import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest

from guongsang.render.images import make_anew
from guongsang.render.paper.qr import qr_svg


@pytest.mark.parametrize("url", ["https://a.example/", "https://a.example/vi/guong/2024/noi-01.html", "x" * 300])
def test_an_address_is_a_square_of_svg(url: str) -> None:
    """With the quiet zone of four modules around it and no size of its own."""
    root = ET.fromstring(qr_svg(url, make_anew))
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    assert width == height and (width - 8 - 17) % 4 == 0
    assert "width" not in root.attrib and root.tag == "{http://www.w3.org/2000/svg}svg"


def test_the_same_address_gives_the_same_drawing_and_another_another() -> None:
    """So that papers can be compared and kept."""
    assert qr_svg("https://a.example/1", make_anew) == qr_svg("https://a.example/1", make_anew)
    assert qr_svg("https://a.example/1", make_anew) != qr_svg("https://a.example/2", make_anew)


def test_a_drawing_is_kept_under_a_name_that_its_address_decides() -> None:
    """Which does not give the address away."""
    names: list[str] = []

    def keep(name: str, make: Callable[[], bytes]) -> bytes:
        names.append(name)
        return make()

    for url in ("https://keep.example/1", "https://keep.example/2"):
        qr_svg(url, keep)
    assert len(set(names)) == 2
    assert all(name.endswith(".svg") and "keep" not in name for name in names)


def test_what_is_kept_is_not_drawn_again() -> None:
    """What was kept is handed out."""
    assert qr_svg("https://kept.example/", lambda name, make: b"<svg/>") == "<svg/>"
