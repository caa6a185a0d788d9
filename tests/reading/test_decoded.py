"""What is decoded passes the same checks as what is typed: escapes, entities, codes in addresses, catalogues."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import P1
from support.languages import HEAD
from support.program import Ran, found
from support.site import edit, tree, write

BULLETIN = "content/bulletins/2024-05.vi.md"


@pytest.mark.parametrize(
    "value",
    [
        r'"\u200b"',
        r'"\xad\u2060"',
        r'"\u00a0\u2003"',
        r'"\u2800"',
        r'"\u3164"',
        r'"\u0301"',
        r'"\ufe0f"',
        r'"\ue000"',
        r'"\u202e"',
        r'"\0"',
        '"\u2800\u200b"',
    ],
)
@pytest.mark.parametrize("field", ["text: Xếp loại tốt hai năm liền.", "name: Lê Thử Mai", "source: BC-02/NOI"])
def test_a_value_of_which_nothing_is_seen_is_empty(
    site: Callable[..., Path], check: Callable[..., Ran], field: str, value: str
) -> None:
    """Letters that nobody sees fill no required field and are no evidence."""
    root = site()
    edit(root, P1, field, f"{field.partition(':')[0]}: {value}")
    assert [f["file"] for f in found(check(root), "bad-value")] == [P1]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://mau.example/%E2%80%AEa", "bidi-control"),
        ("https://mau.example/%00", "control-character"),
        ("https://mau.example/%E2%80%8B", "invisible-character"),
        ("https://mau.example/?q=%EF%BB%BFa", "invisible-character"),
        ("mailto:hoi@mau.example?subject=%E2%81%A6a", "bidi-control"),
    ],
)
def test_codes_in_an_address_are_read(
    site: Callable[..., Path], check: Callable[..., Ran], address: str, code: str
) -> None:
    """What stands in an address in codes is told like what is typed, at the address."""
    root = site()
    edit(root, P1, "Xem thêm", f"[trang]({address})\n\nXem thêm")
    (finding,) = found(check(root), code)
    assert finding["line"] == 42 and finding["file"] == P1


@pytest.mark.parametrize("address", ["https://mau.example/a%20b?x=%C3%A1%0A", "https://mau.example/%E1", "a%3f.vi.md"])
def test_usual_codes_in_an_address_pass(site: Callable[..., Path], check: Callable[..., Ran], address: str) -> None:
    """Blanks, letters with marks, line breaks of a mail and old encodings are no fault."""
    root = site()
    edit(root, P1, "Xem thêm", f"[trang]({address})\n\nXem thêm")
    ran = check(root)
    assert not any(found(ran, code) for code in ("mojibake", "control-character", "invisible-character"))


@pytest.mark.parametrize(
    ("letter", "code", "status"),
    [
        ("\u202e", "bidi-control", 2),
        ("\x08", "control-character", 2),
        ("\u200b", "invisible-character", 0),
        ("\u2066", "bidi-control", 2),
        ("\ue000", "invisible-character", 0),
    ],
)
def test_a_catalogue_is_looked_through(
    site: Callable[..., Path], check: Callable[..., Ran], letter: str, code: str, status: int
) -> None:
    """A sentence of a site's own catalogue is held to the same rules as any text."""
    root = site()
    write(root, "locales/vi.po", HEAD + f'msgid "Exemplars"\nmsgstr "Gương{letter} tốt"\n')
    ran = check(root)
    (finding,) = found(ran, code)
    assert ran.status == status and finding["file"] == "locales/vi.po"


@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\b", r"\x1f", r"\u0085", r"\ufffe"])
def test_control_characters_reach_no_file(site: Callable[..., Path], run: Callable[..., Ran], escape: str) -> None:
    """They are told, and what holds them is left out."""
    root = site()
    edit(root, BULLETIN, "title: ", f'title: "Tin {escape} Mẫu" # ')
    ran = run("--root", root, "--lang", "en", "build", "--no-print", "--skip-invalid")
    assert "[control-character]" in ran.out + ran.err
    texts = [d.decode() for n, d in tree(root / "output").items() if n.endswith((".html", ".xml", ".json", ".js"))]
    assert texts and not any(set(text) & set("\x00\x08\x1b\x1f\x85\ufffe") for text in texts)
