"""Catalogues laid over one another: a site's own over the project's, a variant's over its language's."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.i18n.catalogues import read_catalogue
from guongsang.i18n.languages import codes_for
from guongsang.i18n.messages import Catalogue, say_n
from support.languages import HEAD, build, catalogue, found
from support.pdf import text_of
from support.program import Ran
from support.site import PROJECT, owe

OWN = HEAD + 'msgid "Exemplars"\nmsgstr "Những người đáng quý"\n'


def test_a_catalogue_serves_the_variants_of_its_language(spoken: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """pt-BR takes `pt.po` and lays `pt-BR.po` over it; without either the language has no catalogue."""
    root = spoken("pt-BR", "en")
    (root / "locales/pt-BR.po").unlink()
    missing = found(run, root, "bad-catalogue")
    assert [f["message"] for f in missing] == ["the language pt-BR has no catalogue (locales/pt-BR.po)"]
    assert (missing[0]["line"], missing[0]["column"]) == (5, 13)
    catalogue(root, "pt", HEAD + 'msgid "Units"\nmsgstr "Unidades"\n\nmsgid "Exemplars"\nmsgstr "Modelos"\n')
    catalogue(root, "pt-BR", HEAD + 'msgid "Exemplars"\nmsgstr "Exemplos"\n')
    home = build(run, root)["pt-BR/index.html"]
    assert ">Unidades</a>" in home and ">Exemplos</a>" in home and "Modelos" not in home


def test_no_words_come_from_another_script(spoken: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """`zh.po` is written with other signs than zh-Hant, so it does not serve it; it serves zh-Hans."""
    root = spoken("vi", "zh-Hant")
    (root / "locales/zh-Hant.po").rename(root / "locales/zh.po")
    assert len(found(run, root, "bad-catalogue")) == 1
    assert codes_for("zh-Hans") == ("zh-Hans", "zh") and codes_for("zh-TW") == ("zh-TW", "zh-Hant")
    assert codes_for("sr-Latn-RS") == ("sr-Latn-RS", "sr-Latn") and codes_for("pt-br") == ("pt-br", "pt-BR", "pt")


def test_own_sentences_lie_over_those_of_the_project(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A catalogue of one sentence changes that sentence alone, on pages and at the terminal."""
    root = site()
    owe(root)
    before = build(run, root)
    catalogue(root, "vi", OWN + '\nmsgid "error"\nmsgstr "chỗ hỏng"\n\nmsgid "warning"\nmsgstr "nhắc"\n')
    after = build(run, root)
    changed = {name for name in before if before[name] != after[name]}
    assert changed and all(name.startswith("vi/") for name in changed)
    assert ">Những người đáng quý</a>" in after["vi/index.html"] and ">Đơn vị</a>" in after["vi/index.html"]
    assert before["vi/index.html"].replace(">Gương<", ">Những người đáng quý<") == after["vi/index.html"]
    assert not found(run, root, "incomplete-catalogue", "bad-catalogue")
    told = run("--root", root, "--today", "2025-01-15", "check").out
    assert "nhắc[plan-missing]: Khoa Dược chưa có kế hoạch" in told


def test_own_sentences_stand_in_papers(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A paper has the site's own wording, and that of the project for all the rest."""
    root = site()
    catalogue(root, "vi", HEAD + 'msgid "List"\nmsgstr "Bảng vàng"\n')
    assert run("--root", root, "--today", "2025-01-15", "build").status == 0
    text = text_of((root / "output/office/2024/registration.vi.pdf").read_bytes())
    assert "BẢNGVÀNG" in text and "Tómtắt" in text


@pytest.mark.parametrize("head", ["", HEAD], ids=["without a head", "with a head"])
def test_plural_forms_lie_over_too(site: Callable[..., Path], run: Callable[..., Ran], head: str) -> None:
    """A sentence with a number is laid over with all its forms, as many as its language has, head or no head."""
    root = site()
    one = 'msgid "{n} exemplar"\nmsgid_plural "{n} exemplars"\nmsgstr[0] "{n} tấm gương"\n'
    catalogue(root, "vi", head + one)
    catalogue(root, "en", head + one.replace("{n} tấm gương", "{n} deed") + 'msgstr[1] "{n} deeds"\n')
    pages = build(run, root)
    assert "2 tấm gương" in pages["vi/guong/index.html"] and "2 deeds" in pages["en/exemplars/index.html"]
    assert not found(run, root, "incomplete-catalogue")


def test_only_what_is_missing_in_both_is_told(spoken: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Untranslated and fuzzy entries of a site's own catalogue fall back to the project's, and count only without."""
    root = spoken("vi", "fr")
    empty = 'msgid "Units"\nmsgstr ""\n\n#, fuzzy\nmsgid "Exemplars"\nmsgstr "?"\n'
    catalogue(root, "vi", HEAD + empty)
    whole = read_catalogue((PROJECT / "locales/vi.po").read_bytes(), "vi").words
    told = found(run, root, "incomplete-catalogue")
    assert [(f["file"], f["message"]) for f in told] == [
        ("locales/fr.po", f"{len(whole) - 1:,} sentences are not translated")
    ]
    assert ">Đơn vị</a>" in build(run, root)["vi/index.html"]


def test_english_has_an_own_wording(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A site may bring `en.po`: its sentences are used, on pages and at the terminal, and nothing is missing."""
    root = site()
    owe(root)
    catalogue(root, "en", HEAD + 'msgid "Exemplars"\nmsgstr "Bright people"\n\nmsgid "warning"\nmsgstr "look"\n')
    assert ">Bright people</a>" in build(run, root)["en/index.html"]
    ran = run("--root", root, "--lang", "en", "--today", "2025-01-15", "check")
    assert "look[plan-missing]" in ran.out and "incomplete-catalogue" not in ran.out


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('\nmsgid "Units"\nmsgstr "{x}"\n', 7),
        ("\n\nhello\n", 8),
        ('\nmsgid "{n} page"\nmsgid_plural "{n} pages"\nmsgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\n', 7),
    ],
)
def test_a_broken_entry_is_told_at_its_line(
    site: Callable[..., Path], run: Callable[..., Ran], text: str, line: int
) -> None:
    """What cannot be used in a site's own catalogue is told at its line, in the words of the project."""
    root = site()
    catalogue(root, "vi", OWN + text)
    ran = run("--root", root, "--today", "2025-01-15", "check", "--format", "json")
    told = json.loads(ran.out)["findings"]
    assert ran.status == 2
    assert [(f["code"], f["file"], f["line"]) for f in told] == [("bad-catalogue", "locales/vi.po", line)]
    assert "bảng dịch" in str(told[0]["hint"])


def test_a_catalogue_laid_over_keeps_what_it_lacks() -> None:
    """Laying over is per sentence: the upper one's words win, the lower one's fill, untold is what both lack."""
    under = Catalogue("pt", {"a": ("1",), "b": ("2",)}, frozenset({"c", "d"}))
    over = Catalogue("pt-BR", {"b": ("3",), "c": ("4",)}, frozenset({"a", "e"}))
    both = over.laid_over(under)
    assert (both.code, both.words) == ("pt-BR", {"a": ("1",), "b": ("3",), "c": ("4",)})
    assert both.untold == {"d", "e"}


def test_a_catalogue_without_a_head_has_the_forms_of_its_language() -> None:
    """Russian has three forms and Vietnamese one, although no head says so."""
    entry = b'msgid "{n} page"\nmsgid_plural "{n} pages"\nmsgstr[0] "{n} a"\nmsgstr[1] "{n} b"\nmsgstr[2] "{n} c"\n'
    russian = read_catalogue(entry, "ru")
    assert [russian.tell(say_n("{n} page", "{n} pages", n=n)) for n in (1, 3, 5)] == ["1 a", "3 b", "5 c"]
