"""Links and pictures of documents."""

import io
from pathlib import Path

import pytest
from PIL import Image

from unit.support import MAI, changed, told


def png() -> bytes:
    """Make a picture."""
    out = io.BytesIO()
    Image.new("RGB", (400, 300)).save(out, "PNG")
    return out.getvalue()


PICTURE = {"content/exemplars/2024/anh.png": png()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](noi-01.vi.md)", []),
        ("[a](noi-02.vi.md)", [("dangling-link", "noi-02.vi.md")]),
        ("[a](#cach-lam) [b](#no)", [("dangling-link", "#no")]),
        ("[a](javascript:x)", [("unsafe-link", "javascript:x")]),
        ("[a](/etc/passwd)", [("outside-content", "/etc/passwd")]),
        ("[bản đồ](https://a.example)", []),
        ("[kế hoạch](https://a.example/van ban 5.pdf)", [("unsafe-link", "https://a.example/van ban 5.pdf")]),
        ("[thư](mailto:vp@a.example?subject=Xin chào)", [("unsafe-link", "vp@a.example?subject=Xin chào")]),
        ("[thư](<https://a.example/a b>)", [("unsafe-link", "https://a.example/a b")]),
        ("[kế hoạch]()", [("dangling-link", "]")]),
        ("[](https://a.example)", [("vague-link-text", "https://a.example")]),
        ("[tại đây](https://a.example)", [("vague-link-text", "https://a.example")]),
        ("[**Xem thêm**…](https://a.example)", [("vague-link-text", "https://a.example")]),
        ("[ Click here ](https://a.example)", [("vague-link-text", "https://a.example")]),
        ("[Tại đây trưng bày](https://a.example)", []),
        ("[![ảnh](anh.png)](https://a.example)", []),
        ("![ảnh](anh.png)", []),
        ("![](anh.png)", [("missing-alt", "anh.png")]),
        ("![ảnh](anhh.png)", [("missing-image", "anhh.png")]),
        ("![ảnh](https://a.example/x.png)", [("unsafe-link", "https://a.example/x.png")]),
        ("![ảnh](//a.example/x.png)", [("unsafe-link", "//a.example/x.png")]),
        ("![ảnh](../../../x.png)", [("outside-content", "../../../x.png")]),
        ("![ảnh](broken.png)", []),
    ],
)
def test_targets_are_told_where_they_stand(tmp_path: Path, text: str, found: list[tuple[str, str]]) -> None:
    """Those that lead nowhere, leave the site unsafely, or show nothing."""
    layers = {**PICTURE, "content/exemplars/2024/broken.png": b"no picture"}
    got = told(tmp_path, changed(MAI, ("Ghi tên lên khay.", text)), layers)
    assert [one for one in got if one[0] not in ("stray-file", "bad-image")] == found


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("photo: anh.png\nphoto_alt: Chị Mai", []),
        ("photo: anh.png", [("missing-alt", "anh.png")]),
        ("photo: other.png\nphoto_alt: x", [("missing-image", "other.png")]),
        ("photo: /anh.png\nphoto_alt: x", [("outside-content", "/anh.png")]),
    ],
)
def test_the_photo_of_a_profile(tmp_path: Path, more: str, found: list[tuple[str, str]]) -> None:
    """It is there and described."""
    got = told(tmp_path, changed(MAI, ("unit: noi\n", f"unit: noi\n{more}\n")), PICTURE)
    assert [one for one in got if one[0] != "stray-file"] == found


def test_a_picture_that_nobody_uses_is_told(tmp_path: Path) -> None:
    """Unless a profile cannot be read, which might use it."""
    assert ("stray-file", "content/exemplars/2024/anh.png") in told(tmp_path / "a", PICTURE)
    found = told(tmp_path / "b", PICTURE, {MAI: "cannot be read"})
    assert "stray-file" not in [code for code, _ in found]
