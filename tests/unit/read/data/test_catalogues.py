"""The catalogues of a site's languages, laid over one another."""

from pathlib import Path

import pytest

from guongsang.i18n.catalogues import catalogue_paths
from guongsang.i18n.messages import say
from guongsang.read.data.catalogues import read_catalogue_of
from guongsang.read.data.loader import DataLoader
from guongsang.read.source import read_text
from unit.support import codes

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def po(**words: str) -> str:
    """Write a catalogue."""
    return HEAD + "".join(f'msgid "{key}"\nmsgstr "{value}"\n\n' for key, value in words.items())


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Return the folders of a site and of a project whose whole catalogue knows the sentences a and b."""
    root, look = tmp_path / "site", tmp_path / "project"
    for folder in (root, look):
        (folder / "locales").mkdir(parents=True)
    (look / "locales" / "vi.po").write_text(po(a="A", b="B"), encoding="utf-8")
    return root, look


def write(folder: Path, code: str, **words: str) -> None:
    """Write a catalogue into a folder."""
    (folder / "locales" / f"{code}.po").write_text(po(**words), encoding="utf-8")


def test_the_own_sentences_of_a_site_lie_over_those_of_the_project(folders: tuple[Path, Path]) -> None:
    """Sentence by sentence, so that one can be changed without copying all."""
    root, look = folders
    write(root, "vi", a="khác")
    loader = DataLoader(root)
    catalogue = read_catalogue_of(loader, "vi", look)
    assert catalogue is not None
    assert [catalogue.tell(say(key)) for key in "ab"] == ["khác", "B"]
    assert loader.findings == []


def test_a_variant_lies_over_its_language(folders: tuple[Path, Path]) -> None:
    """The project's before the site's, and in each the wider code first."""
    root, look = folders
    for folder, name in ((look, "project"), (root, "site")):
        write(folder, "pt", a=f"{name} pt")
        write(folder, "pt-BR", b=f"{name} pt-BR")
    assert [f"{path.parts[-3]}/{path.name}" for _, path in catalogue_paths("pt-BR", root, look)] == [
        "project/pt.po",
        "project/pt-BR.po",
        "site/pt.po",
        "site/pt-BR.po",
    ]
    catalogue = read_catalogue_of(DataLoader(root), "pt-BR", look)
    assert catalogue is not None and catalogue.code == "pt-BR"
    assert [catalogue.tell(say(key)) for key in "ab"] == ["site pt", "site pt-BR"]


def test_a_site_in_the_folder_of_the_project_reads_each_catalogue_once(folders: tuple[Path, Path]) -> None:
    """The same file is not laid over itself."""
    _, look = folders
    assert len(catalogue_paths("vi", look, look)) == 1


def test_english_needs_no_catalogue(folders: tuple[Path, Path]) -> None:
    """Its sentences are the keys; a variant of it may have some of its own."""
    root, look = folders
    loader = DataLoader(root)
    catalogue = read_catalogue_of(loader, "en", look)
    assert catalogue is not None and catalogue.tell(say("a")) == "a"
    write(root, "en-US", a="color")
    catalogue = read_catalogue_of(loader, "en-US", look)
    assert catalogue is not None and catalogue.tell(say("a")) == "color"
    assert loader.findings == []


def test_sentences_that_are_missing_are_counted(folders: tuple[Path, Path]) -> None:
    """Those that stand there without a translation, and those that do not stand there at all."""
    root, look = folders
    write(root, "fr", a="")
    loader = DataLoader(root)
    assert read_catalogue_of(loader, "fr", look) is not None
    (finding,) = loader.findings
    assert (finding.code, finding.message.args) == ("incomplete-catalogue", {"n": 2})


def test_a_language_without_a_catalogue_is_told_where_it_is_named(folders: tuple[Path, Path]) -> None:
    """At its code in the list of languages, not at another that begins alike."""
    root, look = folders
    loader = DataLoader(root)
    text = "title: {fr: x}\nlanguages: [fr-CA, fr]\n"
    source, _ = read_text(text.encode(), "site_config.yaml")
    assert source is not None
    loader.sources["site_config.yaml"] = source
    assert read_catalogue_of(loader, "fr", look) is None
    (finding,) = loader.findings
    assert (finding.place.line, finding.place.column) == (2, 20)


def test_a_broken_catalogue_is_told_at_its_line(folders: tuple[Path, Path]) -> None:
    """And the language has no words."""
    root, look = folders
    (root / "locales" / "vi.po").write_text(HEAD + 'msgid "a"\nmsgstr "{x}"\n', encoding="utf-8")
    loader = DataLoader(root)
    assert read_catalogue_of(loader, "vi", look) is None
    assert codes(loader.findings) == ["bad-catalogue"]
    assert (loader.findings[0].place.file, loader.findings[0].place.line) == ("locales/vi.po", 4)
