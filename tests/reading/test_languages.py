"""Sites in any language that Unicode knows: codes with region and script, and words that serve their variants."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from support.languages import build, found
from support.program import Ran
from support.site import edit, owe

SITES = (
    ("en-US",),
    ("pt-BR", "en"),
    ("vi", "zh-Hant"),
    ("zh-Hans",),
    ("sr-Latn", "en-GB"),
    ("es-419",),
    ("vi-VN", "en-US"),
    ("pt-br", "pt-PT"),
    ("en-VN", "ca-valencia"),
)


@pytest.mark.parametrize("codes", SITES, ids=" ".join)
def test_a_site_in_any_language_is_built(
    spoken: Callable[..., Path], run: Callable[..., Ran], codes: tuple[str, ...]
) -> None:
    """Folders, `html[lang]`, switch and feed have the code as the site wrote it; every link leads to a page."""
    root = spoken(*codes)
    pages = build(run, root)
    for code in codes:
        home = pages[f"{code}/index.html"]
        assert f'<html lang="{code}">' in home and f'lang="{code}" hreflang="{code}" aria-current="page"' in home
        assert f'xml:lang="{code}"' in pages[f"{code}/feed.xml"]
        targets = re.findall(r'<a href="([^":#]+)[#"]', home)
        assert len(targets) > 10
        for target in targets:
            assert (root / "output/site" / code / unquote(target)).is_file()


@pytest.mark.parametrize("codes", [("pt-BR", "en"), ("en-US",), ("sr-Latn", "en-GB")], ids=" ".join)
def test_every_command_works_in_any_language(
    spoken: Callable[..., Path], run: Callable[..., Ran], codes: tuple[str, ...]
) -> None:
    """Papers, all forms of findings, explanations, translations, new files, repairs and schemas: all end with 0."""
    root, first, last = spoken(*codes), codes[0], codes[-1]
    if len(codes) > 1:
        (root / f"content/exemplars/2024/noi-02.{last}.md").unlink()
    commands = [
        ["build"],
        *(["check", "--format", form] for form in ("text", "json", "sarif", "github")),
        ["check", "--lang", last],
        ["explain", f"content/exemplars/2024/noi-01.{first}.md"],
        ["explain", "missing-field", "--lang", first],
        ["translate", "--status"],
        *([["translate", f"content/exemplars/2024/noi-02.{first}.md", "--to", last]] if len(codes) > 1 else []),
        ["new", "exemplar", "--campaign", "2024", "--unit", "noi", "--category", "nurse", "--yes"],
        ["new", "campaign", "2025", "--from", "2024", "--yes"],
        ["fix"],
        ["schema"],
        ["build", "--drafts", "--no-print"],
    ]
    for words in commands:
        ran = run("--root", root, "--today", "2025-01-15", *words)
        assert ran.status == 0, (words, ran.out, ran.err)
    assert (root / f"content/campaigns/2025.{last}.md").is_file()
    assert (root / f"content/exemplars/2024/noi-03.{first}.md").is_file()


def test_a_variant_takes_the_words_of_its_language(spoken: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Section words, catalogue and dates of vi-VN are those of vi; en-US has English words and its own dates."""
    pages = build(run, spoken("vi-VN", "en-US"))
    assert "<h1>Gương</h1>" in pages["vi-VN/guong/index.html"]
    assert "02/4/2024" in pages["vi-VN/guong/2024/noi-01.html"]
    assert "April 2, 2024" in pages["en-US/exemplars/2024/noi-01.html"]


def test_labels_of_a_language_serve_its_variants(spoken: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """`{en: …}` is read on a site in en-US, unmarked; a key that serves no language of the site is told."""
    root = spoken("en-US", labels=("en",))
    page = build(run, root)["en-US/units/index.html"]
    assert "Khoa Nội" in page and "<span lang" not in page
    edit(root, "content/units.yaml", "{en: Khoa Dược}", "{en: Khoa Dược, en-GB: x}")
    told = found(run, root, "unknown-language")
    assert [(f["message"], f["hint"]) for f in told] == [("the site has no language en-GB", "did you mean en-US?")]
    known = json.loads(run("--root", root, "check", "--format", "json").out)["summary"]
    assert known["errors"] == 1


def test_words_of_addresses_serve_variants(spoken: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A word of `sections` in pt serves pt-BR, and two parts of one language may still not share a word."""
    root = spoken("pt-BR", "en")
    config = root / "site_config.yaml"
    before = config.read_text(encoding="utf-8")
    config.write_text(before + "sections: {exemplars: {pt: modelos}}\n", encoding="utf-8")
    assert "pt-BR/modelos/index.html" in build(run, root)
    config.write_text(before + "sections: {exemplars: {pt: units}}\n", encoding="utf-8")
    assert len(found(run, root, "name-collision")) == 1
    config.write_text(before + "sections: {exemplars: {pt-PT: modelos}}\n", encoding="utf-8")
    assert [f["hint"] for f in found(run, root, "unknown-language")] == ["did you mean pt-BR?"]


def test_vietnamese_with_a_region_is_judged_as_vietnamese(spoken: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Old encodings and tone marks are looked for in texts of vi-VN as in those of vi."""
    root = spoken("vi-VN")
    page = root / "content/pages/about.vi-VN.md"
    page.write_text("---\ntitle: Thử\n---\nGiữ hòa khí và hoá giải hiểu lầm.\n", encoding="utf-8")
    assert len(found(run, root, "mixed-tone-placement")) == 1
    page.write_bytes("---\ntitle: Thử\n---\nUû ban nhaân daân quaän\n".encode())
    assert len(found(run, root, "legacy-encoding")) == 1


@pytest.mark.parametrize("lang", ["en-US", "vi-VN", "en", "vi"])
def test_messages_come_in_variants_too(site: Callable[..., Path], run: Callable[..., Ran], lang: str) -> None:
    """`--lang` takes a language with its region, and tells in the words of the language."""
    root = site()
    owe(root)
    told = run("--root", root, "--lang", lang, "--today", "2025-01-15", "check").out
    assert ("warning[" if lang.startswith("en") else "cảnh báo[") in told


@pytest.mark.parametrize("lang", ["xx", "EN", "en_US", "../vi", "", "fr"])
def test_messages_in_no_language_are_wrong_use(site: Callable[..., Path], run: Callable[..., Ran], lang: str) -> None:
    """`--lang` with what is no language, or one without a catalogue, is one line and status 2."""
    ran = run("--root", site(), f"--lang={lang}", "check")
    assert ran.status == (2 if lang else 0) and len(ran.err.strip().splitlines()) == (1 if lang else 0)
