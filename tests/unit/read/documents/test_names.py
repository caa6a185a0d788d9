"""Names of documents: which files are documents, and what their paths say."""

from pathlib import Path

import pytest

from guongsang.findings import Finding
from guongsang.i18n.messages import Catalogue
from guongsang.read.documents.names import (
    DocumentName,
    document_name,
    entry_of,
    sort_files,
    stray_file,
    without_twins,
)
from guongsang.read.files import Found

ENGLISH = Catalogue("en")
LANGUAGES = ("vi", "en", "pt-BR")


def found(*files: str) -> list[Found]:
    """Return files as the walk through a site finds them."""
    return [Found(file, Path(file)) for file in files]


@pytest.mark.parametrize(
    ("file", "group"),
    [
        ("content/units.yaml", None),
        ("content/criteria/2024.yaml", "criteria"),
        ("content/criteria/2024.yml", "stray"),
        ("content/criteria/2024.YAML", "stray"),
        ("content/criteria/a/2024.yaml", "stray"),
        ("content/criteria/Năm.yaml", "stray"),
        ("content/criteria/a.md", "stray"),
        ("content/exemplars/2024/noi-01.vi.md", "documents"),
        ("content/exemplars/2024/Nội 01.md", "documents"),
        ("content/exemplars/noi-01.vi.md", "stray"),
        ("content/exemplars/2024/a/noi-01.vi.md", "stray"),
        ("content/plans/2024/noi.vi.md", "documents"),
        ("content/campaigns/2024.vi.md", "documents"),
        ("content/campaigns/2024/a.vi.md", "stray"),
        ("content/pages/about.vi.md", "documents"),
        ("content/pages/about.vi.MD", "stray"),
        ("content/pages/about.txt", "stray"),
        ("content/about.vi.md", "stray"),
        ("content/notes/about.vi.md", "stray"),
        ("content/pages/a.png", "pictures"),
        ("content/exemplars/2024/photos/a/b.JPG", "pictures"),
        ("content/exemplars/2024/.a.jpg", "stray"),
        ("content/a.png", "stray"),
        ("content/notes/a.png", "stray"),
    ],
)
def test_each_file_is_one_thing(file: str, group: str | None) -> None:
    """The file of units is read apart; whatever fits nowhere is stray, so nothing is skipped in silence."""
    files = sort_files(found(file))
    groups = {
        "criteria": files.criteria,
        "documents": files.documents,
        "pictures": files.pictures,
        "stray": files.stray,
    }
    assert [name for name, items in groups.items() if items] == ([group] if group else [])


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("content/exemplars/2024/noi-01.vi.md", DocumentName("exemplar", "2024", "noi-01", "vi")),
        ("content/plans/2024/noi.en.md", DocumentName("plan", "2024", "noi", "en")),
        ("content/campaigns/2024.vi.md", DocumentName("campaign", "", "2024", "vi")),
        ("content/reviews/2024.pt-BR.md", DocumentName("review", "", "2024", "pt-BR")),
        ("content/bulletins/2024-05.vi.md", DocumentName("bulletin", "", "2024-05", "vi")),
        ("content/pages/a.vi.md", DocumentName("page", "", "a", "vi")),
        (f"content/pages/{'a' * 80}.vi.md", DocumentName("page", "", "a" * 80, "vi")),
    ],
)
def test_a_path_says_kind_campaign_slug_and_language(file: str, name: DocumentName) -> None:
    """All files of one entry share all but the language."""
    assert document_name(file, LANGUAGES) == name
    assert name.entry == (name.kind, name.campaign, name.slug)


HYPHENS = "use small letters without marks, digits and single hyphens, at most 80, like qlxd-01"
KEPT = "the site or Windows keeps this name for itself; choose another"


@pytest.mark.parametrize(
    ("file", "code", "message", "hint"),
    [
        ("pages/about.md", "bad-file-name", "the name lacks its language", "rename it to about.vi.md"),
        ("pages/about..md", "bad-file-name", "the name lacks its language", "rename it to about.vi.md"),
        ("pages/about.vi..md", "bad-file-name", "the name lacks its language", "rename it to about.vi.md"),
        ("pages/en.md", "bad-file-name", "the name lacks its language", "rename it to bai.vi.md"),
        ("pages/about.pt.md", "unknown-language", "the site has no language pt", "did you mean about.pt-BR.md?"),
        (
            "pages/about.fr.md",
            "unknown-language",
            "the site has no language fr",
            "the languages of this site are vi, en, pt-BR; add fr to site_config.yaml if it is wanted",
        ),
        ("pages/Về.vi.md", "bad-file-name", "Về cannot be part of an address", "rename it to ve.vi.md"),
        ("pages/About.vi.md", "bad-file-name", "About cannot be part of an address", "rename it to about.vi.md"),
        ("pages/a b.vi.md", "bad-file-name", "a b cannot be part of an address", "rename it to a-b.vi.md"),
        ("pages/a--b.vi.md", "bad-file-name", "a--b cannot be part of an address", "rename it to a-b.vi.md"),
        ("pages/-a.vi.md", "bad-file-name", "-a cannot be part of an address", "rename it to a.vi.md"),
        ("pages/漢.vi.md", "bad-file-name", "漢 cannot be part of an address", HYPHENS),
        ("pages/index.vi.md", "bad-file-name", "index cannot be part of an address", KEPT),
        ("pages/con.vi.md", "bad-file-name", "con cannot be part of an address", KEPT),
        ("pages/Con.vi.md", "bad-file-name", "Con cannot be part of an address", KEPT),
        ("exemplars/Năm/a.vi.md", "bad-file-name", "Năm cannot be part of an address", "rename the folder to nam"),
        ("exemplars/page-2/a.vi.md", "bad-file-name", "page-2 cannot be part of an address", KEPT),
    ],
)
def test_a_name_that_is_no_address_is_told(file: str, code: str, message: str, hint: str) -> None:
    """With the name that it should have, where one can be made."""
    finding = document_name(f"content/{file}", LANGUAGES)
    assert isinstance(finding, Finding)
    assert (finding.code, finding.place.file) == (code, f"content/{file}")
    assert (ENGLISH.tell(finding.message), ENGLISH.tell(finding.hint)) == (message, hint)


def test_a_slug_has_eighty_letters_at_most() -> None:
    """Longer paths cannot be opened on some machines."""
    assert isinstance(document_name(f"content/pages/{'a' * 81}.vi.md", LANGUAGES), Finding)


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("content/exemplars/2024/noi-01.vi.md", ("exemplar", "2024/noi-01")),
        ("content/pages/about.vi.md", ("page", "about")),
        ("content/pages/about.en.md", None),
        ("content/pages/about.md", None),
    ],
)
def test_the_source_file_of_an_entry_names_it(file: str, key: tuple[str, str] | None) -> None:
    """Even if it cannot be read."""
    assert entry_of(file, "vi") == key


MOVE = "move it out of content/, or name it as the folder asks: <name>.<language>.md"


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("content/exemplar/2024/a.vi.md", "did you mean the folder exemplars?"),
        ("content/page/a.vi.md", "did you mean the folder pages?"),
        ("content/notes/a.vi.md", MOVE),
        ("content/pages/a.txt", MOVE),
        ("content/criteria/a.txt", "move it out of content/"),
        ("content/a.txt", MOVE),
    ],
)
def test_a_stray_file_is_told_with_the_folder_that_was_meant(file: str, hint: str) -> None:
    """Where there is one of a close name."""
    finding = stray_file(file)
    assert (finding.code, finding.place.file, ENGLISH.tell(finding.hint)) == ("stray-file", file, hint)


@pytest.mark.parametrize(
    ("files", "kept", "told"),
    [
        (["a.md", "b.md"], ["a.md", "b.md"], []),
        (["A.md", "a.md"], ["a.md"], ["A.md"]),
        (["a.md", "A.md"], ["a.md"], ["A.md"]),
        (["Ab.md", "AB.md"], ["AB.md"], ["Ab.md"]),
        (["x/A.md", "y/a.md"], ["x/A.md", "y/a.md"], []),
    ],
)
def test_of_names_that_differ_only_in_case_one_is_kept(files: list[str], kept: list[str], told: list[str]) -> None:
    """That in small letters; whichever the disk lists first."""
    documents, findings = without_twins(found(*files))
    assert [item.file for item in documents] == kept
    assert [(f.code, f.place.file) for f in findings] == [("name-collision", file) for file in told]
