"""Languages in other writing systems: pages that run from right to left, fonts of the site, papers left out."""

import re
from collections.abc import Callable
from pathlib import Path

import fontpkg
import pytest

from support.program import Ran
from support.site import edit, write

RTL = ("ar", "he", "fa", "ur", "ckb")
LTR = ("km", "zh-Hant", "th", "el", "ru")


def speaking(root: Path, *codes: str) -> Path:
    """Let a site speak more languages, each with an empty catalogue."""
    edit(root, "site_config.yaml", "languages: [vi, en]", f"languages: [vi, en, {', '.join(codes)}]")
    for code in codes:
        write(root, f"locales/{code}.po", f'msgid ""\nmsgstr "Language: {code}\\n"\n')
    return root


def page(root: Path, name: str) -> str:
    """Return a page that is published."""
    return (root / "output/site" / name).read_text(encoding="utf-8")


def test_pages_say_in_which_direction_they_run(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """From right to left by the language; what runs against the page is marked where its language is."""
    root = speaking(site(), *RTL, *LTR)
    assert run("--root", root, "build", "--no-print").status == 0
    for code in RTL:
        assert f'<html lang="{code}" dir="rtl">' in page(root, f"{code}/index.html")
        assert '<span lang="vi" dir="ltr">' in page(root, f"{code}/index.html")
        assert re.search(rf'lang="{code}" dir="rtl" hreflang="{code}"', page(root, "vi/index.html"))
    for code in (*LTR, "vi", "en"):
        assert f'<html lang="{code}">' in page(root, f"{code}/index.html")
    assert 'lang="vi"><' not in page(root, "ar/index.html")


def test_the_style_sheet_knows_no_left_and_right(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Sides are those of the text; four values of one property would name left and right."""
    root = site()
    assert run("--root", root, "build", "--no-print").status == 0
    [sheet] = (root / "output/site/assets").glob("style-*.css")
    screen = sheet.read_text(encoding="utf-8").partition("@page")[0]
    assert not re.search(r"(?:margin|padding|border)-(?:left|right)|text-align:(?:left|right)|float:", screen)
    assert not re.search(r"(?:margin|padding|inset):(?:[^;} ]+ ){3}[^;} ]+[;}]", screen)


@pytest.mark.parametrize("code", ["km", "zh-Hant", "ar", "th", "ka"])
def test_what_no_font_can_print_is_left_out(site: Callable[..., Path], run: Callable[..., Ran], code: str) -> None:
    """One warning tells it; pages, other papers and the links to them stay."""
    root = speaking(site(), code)
    ran = run("--root", root, "--lang", "en", "build")
    assert ran.status == 0 and ran.out.count("[missing-font]") == 1, ran.out + ran.err
    papers = [p.relative_to(root / "output").as_posix() for p in (root / "output").rglob("*.pdf")]
    assert any(p.startswith("site/vi/") for p in papers) and any(p.endswith(".en.pdf") for p in papers)
    assert not [p for p in papers if p.startswith(f"site/{code}/") or p.endswith(f".{code}.pdf")]
    pages = (root / "output/site" / code).rglob("*.html")
    assert not [p for p in pages if ".pdf" in p.read_text(encoding="utf-8")]


@pytest.mark.parametrize("code", ["zh", "ja", "th", "km", "he"])
def test_without_a_font_for_the_source_language_nothing_is_printed(
    site: Callable[..., Path], run: Callable[..., Ran], code: str
) -> None:
    """Its letters stand on the papers of all languages; one warning tells it, and all pages are published."""
    root = speaking(site(), code)
    edit(root, "site_config.yaml", f"[vi, en, {code}]", f"[{code}, en]")
    for file in sorted((root / "content").rglob("*.vi.md")):
        file.rename(file.with_name(file.name.replace(".vi.", f".{code}.")))
    for file in [*(root / "content").rglob("*.yaml"), root / "site_config.yaml"]:
        write(root, file.relative_to(root).as_posix(), file.read_text(encoding="utf-8").replace("vi:", f"{code}:"))
    text = {"zh": "好榜样", "ja": "良い手本", "th": "แบบอย่าง", "km": "គំរូល្អ", "he": "דוגמה"}[code]
    edit(root, "site_config.yaml", "Bệnh viện Mẫu", text)
    ran = run("--root", root, "--lang", "en", "build", "--skip-invalid")
    assert ran.status == 0 and ran.out.count("[missing-font]") == 1, ran.out + ran.err
    assert "the source language" in ran.out and "unprintable-letter" not in ran.out
    assert text in page(root, f"{code}/index.html") and not list((root / "output").rglob("*.pdf"))


def test_a_font_of_the_site_serves_its_language_only(
    site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is published under the digest of its bytes, named for its language, and allowed by the content policy.

    The stand-in has Cyrillic letters, which our fonts are made to lack.
    """
    monkeypatch.setattr(
        "guongsang.render.typst.fonts.printable", lambda: frozenset(range(0x250)) | {*range(0x1E00, 0x20D0)}
    )
    root = speaking(site(), "ru")
    (root / "fonts").mkdir()
    (root / "fonts/OFL.txt").write_text("SIL Open Font License", encoding="utf-8")
    (root / "fonts/Chữ.ttf").write_bytes(Path(fontpkg.path("Noto Serif")).read_bytes())
    ran = run("--root", root, "build", "--no-print")
    assert ran.status == 0 and "missing-font" not in ran.out
    [font] = (root / "output/site/assets/fonts").iterdir()
    [sheet] = (root / "output/site/assets").glob("site-fonts-*.css")
    told = sheet.read_text(encoding="utf-8")
    assert f'url("fonts/{font.name}")' in told and re.findall(r":lang\(([^)]+)\)", told) == ["ru"]
    assert "font-src 'self'" in page(root, "vi/index.html") and sheet.name in page(root, "ru/index.html")


@pytest.mark.parametrize("name", ["a.ttf", "b.otf", "c.woff2", "d.ttc", "e.docx"])
def test_what_is_no_font_is_told(site: Callable[..., Path], run: Callable[..., Ran], name: str) -> None:
    """A file that cannot be used as a font is a warning, and nothing of it is published."""
    root = site()
    (root / "fonts").mkdir()
    (root / "fonts" / name).write_bytes(b"\0\1\0\0\0\5rubbish")
    ran = run("--root", root, "build", "--no-print")
    assert ran.status == 0 and ran.out.count("[stray-file]") == 1 and f"fonts/{name}" in ran.out
    assert not (root / "output/site/assets/fonts").exists()


def test_without_fonts_pages_stay_as_they_were(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """No style sheet of fonts, no word of fonts in the policy."""
    root = site()
    assert run("--root", root, "build", "--no-print").status == 0
    assert "font-src" not in page(root, "vi/index.html")
    assert not list((root / "output/site/assets").glob("site-fonts*"))


@pytest.mark.parametrize("code", ["en", "vi", "km", "ar", "zh-Hant"])
def test_a_site_of_one_language_needs_no_words_of_another(
    site: Callable[..., Path], run: Callable[..., Ran], code: str
) -> None:
    """Labels, names and headings in its one language are enough."""
    root = site()
    for path in sorted(root.rglob("*.en.md")):
        path.unlink()
    for path in sorted(p for p in root.rglob("*") if p.suffix in (".md", ".yaml")):
        text = re.sub(r"\{vi: ([^{}]*?), en: [^{}]*\}", rf"{{{code}: \1}}", path.read_text(encoding="utf-8"))
        text = text.replace("[vi, en]", f"[{code}]").replace(".vi.md", f".{code}.md")
        path.unlink()
        name = path.name.replace(".vi.md", f".{code}.md")
        path.with_name(name).write_text(text, encoding="utf-8", newline="\n")
    write(root, f"locales/{code}.po", f'msgid ""\nmsgstr "Language: {code}\\n"\n')
    ran = run("--root", root, "--lang", "en", "build", "--no-print")
    assert ran.status == 0 and "error[" not in ran.out, ran.out
    assert [p.name for p in (root / "output/site").iterdir() if p.name in ("vi", "en", code)] == [code]
