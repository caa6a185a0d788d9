"""The recipes of languages and their words, each carried out in a copy of the project."""

from support.good import ABOUT
from support.languages import HEAD
from support.project import Project
from support.site import edit, write


def test_an_abbreviation_that_the_search_knows(project: Project) -> None:
    """A row in the list of abbreviations brings the long form of a short one into the index."""
    project.add("locales/abbreviations.yaml", "  - {short: KTS, long: khúc khuỷu, lang: vi}\n")
    edit(project.site, ABOUT, "Trang này", "KTS viết trang này")
    files = project.build()
    assert '"khuc"' in "".join(data.decode() for name, data in files.items() if "assets/search/vi/" in name)


def test_a_language_of_a_site(project: Project) -> None:
    """A catalogue, an entry in the settings and labels make pages in a further language, its sentences in its words."""
    write(project.site, "locales/fr.po", f'{HEAD}msgid "Exemplars"\nmsgstr "Exemples"\n')
    edit(project.site, "site_config.yaml", "languages: [vi, en]", "languages: [vi, en, fr]")
    edit(project.site, "content/units.yaml", "en: Pharmacy", "en: Pharmacy, fr: Pharmacie")
    files = project.build()
    home = files["fr/index.html"].decode()
    assert '<html lang="fr">' in home and ">Exemples</a>" in home
    assert "Pharmacie" in files["fr/units/index.html"].decode()
    assert 'href="../fr/index.html"' in files["vi/index.html"].decode()


def test_an_own_wording_of_some_sentences(project: Project) -> None:
    """A catalogue of the site with one sentence changes that one and leaves the others to the project."""
    write(project.site, "locales/vi.po", f'{HEAD}msgid "Exemplars"\nmsgstr "Những người đáng quý"\n')
    home = project.build()["vi/index.html"].decode()
    assert ">Những người đáng quý</a>" in home and ">Đơn vị</a>" in home


def test_number_words_of_a_language(project: Project) -> None:
    """A figure of the source may stand in words in a language whose words are in the table."""
    write(project.site, "locales/fr.po", f'{HEAD}msgid "Exemplars"\nmsgstr "Exemples"\n')
    edit(project.site, "site_config.yaml", "languages: [vi, en]", "languages: [vi, en, fr]")
    edit(project.site, ABOUT, "Trang này", "Trang này có 76 dòng")
    write(project.site, "content/pages/about.fr.md", "---\ntitle: À propos\n---\nCette page a septante lignes.\n")
    assert "the figure 76 of the source" in project.run("check", "content/pages").out
    project.edit(
        "guongsang/judge/translations/numbers.py", '    "vi": {\n', '    "fr": {"septante": 76},\n    "vi": {\n'
    )
    assert "76" not in project.run("check", "content/pages").out
