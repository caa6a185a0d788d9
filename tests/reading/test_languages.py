"""Sites in any language that Unicode knows: codes with region and script, and catalogues laid over one another."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from guongsang.i18n.languages import codes_for, is_language, nearest, proposed
from guongsang.i18n.locale_format import language_in, language_name, show_date, show_month
from guongsang.i18n.messages import Catalogue, read_catalogue, say_n
from support.pdf import text_of
from support.program import Ran
from support.site import PROJECT, edit, owe, tree

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
OWN = HEAD + 'msgid "Exemplars"\nmsgstr "Những người đáng quý"\n'
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


@pytest.fixture
def spoken(site: Callable[..., Path]) -> Callable[..., Path]:
    """Make the good site in other languages; `labels` are the keys of its labels, where they are other ones."""

    def made(*codes: str, labels: tuple[str, ...] = ()) -> Path:
        root = site()
        for path in sorted(p for p in root.rglob("*") if p.suffix in (".md", ".yaml")):
            name, text = path.name, path.read_text(encoding="utf-8")
            if len(codes) == 1 and name.endswith(".en.md"):
                path.unlink()
                continue
            text = text if len(codes) > 1 else re.sub(r", en: [^,}]*(?=[,}])", "", text)
            text = text.replace("languages: [vi, en]", f"languages: [{', '.join(codes)}]")
            for old, new, key in zip(("vi", "en"), codes, labels or codes, strict=False):
                text = re.sub(rf"([{{ ]){old}: ", rf"\g<1>{key}: ", text).replace(f".{old}.md", f".{new}.md")
                name = name.replace(f".{old}.md", f".{new}.md")
            path.write_text(text, encoding="utf-8", newline="\n")
            path.rename(path.with_name(name))
        for code in codes:
            if code.partition("-")[0] not in ("vi", "en"):
                catalogue(root, code, HEAD + 'msgid "Exemplars"\nmsgstr "Exempla"\n')
        return root

    return made


def catalogue(root: Path, code: str, text: str) -> None:
    """Write a catalogue of a site."""
    path = root / "locales" / f"{code}.po"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def build(run: Callable[..., Ran], root: Path, *words: str) -> dict[str, str]:
    """Build a site without papers and give its pages."""
    ran = run("--root", root, "--today", "2025-01-15", "build", "--no-print", *words)
    assert ran.status == 0, ran.out + ran.err
    return {n: data.decode() for n, data in tree(root / "output/site").items() if n.endswith((".html", ".xml"))}


def found(run: Callable[..., Ran], root: Path, *codes: str) -> list[dict[str, object]]:
    """Check a site and give the findings of some codes, in English."""
    ran = run("--root", root, "--lang", "en", "--today", "2025-01-15", "check", "--format", "json")
    return [f for f in json.loads(ran.out)["findings"] if f["code"] in codes]


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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("en_US", "en-US"),
        ("en-", "en"),
        ("EN", "en"),
        ("english", "en"),
        ("Tiếng Anh", "en"),
        ("vn", "vi"),
        ("vie", "vi"),
        ("en-UK", "en-GB"),
        ("zh_hant_tw", "zh-Hant-TW"),
        ("xx-YY", None),
        ("xx", None),
        ("en-ZZ", None),
        ("en-US-x-own", None),
        ("1", None),
        ("../..", None),
        ("[vi, en]", None),
        ("{vi: en}", None),
        ("''", None),
    ],
)
def test_a_bad_code_is_one_finding(
    site: Callable[..., Path], run: Callable[..., Ran], typed: str, meant: str | None
) -> None:
    """What is no language is told once, at its place, with the code that is meant or examples of codes."""
    root = site()
    edit(root, "site_config.yaml", "languages: [vi, en]", f"languages: [vi, {typed}]")
    ran = run("--root", root, "--lang", "en", "check", "--format", "json")
    findings = json.loads(ran.out)["findings"]
    assert (ran.status, len(findings)) == (2, 1)
    assert (findings[0]["line"], findings[0]["column"]) == (5, 17)
    wanted = f"did you mean {meant}?" if meant else "write a code like vi, en, pt-BR or zh-Hant"
    assert findings[0]["hint"] == wanted


def test_codes_that_differ_in_case_are_one(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Two spellings of one code would be one folder on Windows, so the second is told."""
    root = site()
    edit(root, "site_config.yaml", "languages: [vi, en]", "languages: [vi, en-US, en-us]")
    ran = run("--root", root, "--lang", "en", "check", "--format", "json")
    assert [f["message"] for f in json.loads(ran.out)["findings"]] == ["the language en-us stands twice"]


def test_a_variant_takes_the_words_of_its_language(spoken: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Section words, catalogue and dates of vi-VN are those of vi; en-US has English words and its own dates."""
    pages = build(run, spoken("vi-VN", "en-US"))
    assert "<h1>Gương</h1>" in pages["vi-VN/guong/index.html"]
    assert "02/4/2024" in pages["vi-VN/guong/2024/noi-01.html"]
    assert "April 2, 2024" in pages["en-US/exemplars/2024/noi-01.html"]


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


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("en", "en-US"), ("en-us", "en-US"), ("eng", "en-US"), ("vn", "vi"), ("VI", "vi"), ("en_US", "en-US")],
)
def test_a_file_in_a_near_language_gets_a_proposal(
    site: Callable[..., Path], run: Callable[..., Ran], typed: str, hint: str
) -> None:
    """A file whose code is not exactly one of the site's is told with the name that it should have."""
    root = site()
    edit(root, "site_config.yaml", "languages: [vi, en]", "languages: [vi, en-US]")
    for path in root.rglob("*.en.md"):
        path.unlink()
    (root / f"content/pages/them.{typed}.md").write_text("---\ntitle: x\n---\n", encoding="utf-8")
    told = found(run, root, "unknown-language")
    assert [f["hint"] for f in told] == [f"did you mean them.{hint}.md?"]


def test_vietnamese_with_a_region_is_judged_as_vietnamese(spoken: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Old encodings and tone marks are looked for in texts of vi-VN as in those of vi."""
    root = spoken("vi-VN")
    page = root / "content/pages/about.vi-VN.md"
    page.write_text("---\ntitle: Thử\n---\nGiữ hòa khí và hoá giải hiểu lầm.\n", encoding="utf-8")
    assert len(found(run, root, "mixed-tone-placement")) == 1
    page.write_bytes("---\ntitle: Thử\n---\nUû ban nhaân daân quaän\n".encode())
    assert len(found(run, root, "legacy-encoding")) == 1


def test_languages_with_region_or_script_name_themselves() -> None:
    """What the code adds is told: the region or script by its own name, in the language that is asked for."""
    names = {"pt-BR": "Português (Brasil)", "zh-Hant": "繁體中文", "sr-Latn": "Srpski (latinica)"}
    assert {code: language_name(code) for code in names} == names
    assert language_name("en-US") == "American English" and language_name("es-419") == "Español latinoamericano"
    assert language_in("en-US", "vi") == "tiếng Anh (Mỹ)" and language_in("pt-br", "en") == "Brazilian Portuguese"
    assert language_name("en-VN") == "English (Vietnam)"


def test_dates_follow_the_region() -> None:
    """The order of day, month and year is that of the region; a region that CLDR lacks has the language's."""
    day = date(2022, 6, 6)
    shown = {code: show_date(day, code) for code in ("en-US", "en-GB", "en", "en-VN", "vi-VN", "fr-VN", "pt-BR")}
    assert shown == {
        "en-US": "June 6, 2022",
        "en-GB": "6 June 2022",
        "en": "6 June 2022",
        "en-VN": "6 June 2022",
        "vi-VN": "06/6/2022",
        "fr-VN": "6 juin 2022",
        "pt-BR": "6 de junho de 2022",
    }
    assert [show_month(day, c) for c in ("vi", "en", "pt-BR")] == ["tháng 6 năm 2022", "June 2022", "junho de 2022"]


@pytest.mark.parametrize("code", "vi en en-US en-us pt-BR zh-Hant zh-Hans-SG es-419 sr-Latn ca-valencia no tl".split())
def test_codes_of_languages_are_known(code: str) -> None:
    """A language with a script, region or variant that CLDR knows is one, however its further parts are cased."""
    assert is_language(code)


@pytest.mark.parametrize(
    "code", ["", "e", "EN", "en_US", "en-", "-en", "en--US", "en-XX", "en-Abcd", "root", "vi\n", "v" * 999]
)
def test_what_is_no_code_is_none(code: str) -> None:
    """Nothing else is a language, so no code can lead out of a folder."""
    assert not is_language(code)


def test_proposals_for_languages() -> None:
    """The nearest of some languages is the same one, else one of the same language, else one typed alike, else none."""
    assert nearest("pt-br", ["en", "pt-BR"]) == "pt-BR" and nearest("pt", ["en", "pt-BR"]) == "pt-BR"
    assert nearest("fr", ["vi", "en"]) is None and proposed("vi") is None and proposed("") is None


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
