"""Codes of languages: which are known, what is proposed for others, and the names and dates that go with them."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from guongsang.i18n.languages import is_language, nearest, proposed
from guongsang.i18n.locale_format import language_in, language_name, show_date, show_month
from support.languages import found
from support.program import Ran
from support.site import edit


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
