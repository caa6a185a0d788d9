"""The configuration of a site."""

from pathlib import Path

import pytest

from guongsang.findings import Finding, SetupError
from guongsang.read.data.config import read_config
from guongsang.read.data.loader import DataLoader
from guongsang.read.data.types import DEFAULT_PORT, Config, Formal
from support.site import PROJECT
from unit.support import codes

HEAD = "title: {vi: Việc Hay}\norganisation: {name: {vi: Bệnh viện Mẫu}}\n"


def read(root: Path, text: str) -> Config:
    """Read a configuration."""
    (root / "site_config.yaml").write_text(text, encoding="utf-8")
    loader = DataLoader(root)
    config = read_config(loader, PROJECT)
    loader.raise_errors()
    return config


def faults(root: Path, text: str) -> list[Finding]:
    """Return what is wrong with a configuration."""
    with pytest.raises(SetupError) as caught:
        read(root, text)
    return caught.value.findings


def test_a_remark_on_a_letter_hides_no_error_at_the_same_place(tmp_path: Path) -> None:
    """A file that holds nothing but an invisible letter is told to hold no fields."""
    assert "wrong-type" in codes(faults(tmp_path, "\ufeff\u200b"))


def test_what_is_left_out_is_usual(tmp_path: Path) -> None:
    """No address, the usual words of sections, the usual port, papers as Decree 30 has them."""
    config = read(tmp_path, HEAD + "languages: [vi, en]\n")
    assert config.languages == ("vi", "en") and config.source_language == "vi"
    assert config.base_url is None and config.preview_port == DEFAULT_PORT
    assert config.formal == Formal()
    assert set(config.catalogues) == {"vi", "en"}
    assert config.sections["exemplars"]["en"] != config.sections["exemplars"]["vi"]


def test_what_is_given_is_taken(tmp_path: Path) -> None:
    """Address, words of sections one by one, port, and how papers are set."""
    config = read(
        tmp_path,
        HEAD
        + "languages: [vi, en]\nbase_url: https://a.example/b\nsections: {exemplars: {en: people}}\n"
        + "preview: {port: 8123}\n"
        + "print: {fonts: Times New Roman, formal: {national: false, size: 14, margins: {left: 35}}}\n",
    )
    assert config.base_url == "https://a.example/b/"
    usual = read(tmp_path, HEAD + "languages: [vi]\n").sections["exemplars"]
    assert config.sections["exemplars"] == {**usual, "en": "people"}
    assert config.preview_port == 8123
    assert config.formal == Formal(False, ("Times New Roman",), 14.0, (20, 20, 35, 18))


@pytest.mark.parametrize(
    ("languages", "more", "national"),
    [
        (("vi",), "", True),
        (("vi", "en"), "", True),
        (("en", "vi"), "", False),
        (("en",), "", False),
        (("en",), "print: {formal: {national: true}}\n", True),
        (("vi",), "print: {formal: {national: false}}\n", False),
    ],
)
def test_the_national_title_stands_where_sources_are_vietnamese(
    tmp_path: Path, languages: tuple[str, ...], more: str, national: bool
) -> None:
    """Unless the site says otherwise."""
    label = "{" + ", ".join(f"{code}: A" for code in languages) + "}"
    text = f"title: {label}\norganisation: {{name: {label}}}\nlanguages: [{', '.join(languages)}]\n{more}"
    assert read(tmp_path, text).formal.national is national


@pytest.mark.parametrize(
    ("text", "found", "line"),
    [
        (HEAD, "missing-field", 1),
        (HEAD + "languages: []\n", "bad-value", 3),
        (HEAD + "languages: [vi, xx]\n", "bad-value", 3),
        (HEAD + "languages: [vi, vi]\n", "bad-value", 3),
        (HEAD + "languages: [vi, VI]\n", "bad-value", 3),
        (HEAD + "languages: [vi, [en]]\n", "wrong-type", 3),
        (HEAD + "languages: [vi, fr]\n", "bad-catalogue", 3),
        (HEAD + "languages: [vi]\nbase_url: a.example\n", "bad-value", 4),
        (HEAD + "languages: [vi]\nbase_ur: https://a.example\n", "unknown-field", 4),
        (HEAD + "languages: [vi]\nsections: {plans: {vi: assets}}\n", "name-collision", 4),
        (HEAD + "languages: [vi]\nsections: {plans: {vi: x}, reviews: {vi: x}}\n", "name-collision", 4),
        (HEAD + "languages: [vi]\nsections: {plans: {vn: x}}\n", "unknown-language", 4),
        ("languages: [vi]\n", "missing-field", 1),
        ("title: [\n", "bad-yaml", 1),
    ],
)
def test_what_is_wrong_is_told_at_its_line(tmp_path: Path, text: str, found: str, line: int) -> None:
    """Languages, addresses, words of sections, fields."""
    told = faults(tmp_path, text)
    assert found in codes(told)
    assert next(f for f in told if f.code == found).place.line == line


@pytest.mark.parametrize(("typed", "meant"), [("vn", "vi"), ("english", "en"), ("en_US", "en-US"), ("qqqqqq", None)])
def test_a_code_that_is_none_comes_with_the_one_that_was_meant(tmp_path: Path, typed: str, meant: str | None) -> None:
    """Countries, names and underscores are understood."""
    told = faults(tmp_path, HEAD + f"languages: [vi, {typed}]\n")
    assert next(f for f in told if f.code == "bad-value").hint.args.get("name") == meant


def test_a_site_without_a_configuration_cannot_be_judged(tmp_path: Path) -> None:
    """The finding names the file that is missing."""
    with pytest.raises(SetupError) as caught:
        read_config(DataLoader(tmp_path), PROJECT)
    assert caught.value.findings[0].place.file == "site_config.yaml"
