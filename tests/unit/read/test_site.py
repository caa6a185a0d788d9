"""A whole site from its folder: what belongs together, and what belongs nowhere."""

import unicodedata
from pathlib import Path

import pytest

from guongsang.findings import SetupError
from guongsang.judge.criteria.kinds import CHECK_FORMS
from guongsang.read.site import read_content, read_entry
from guongsang.records import Records
from support.site import PROJECT
from unit.support import CAMPAIGN, MAI, PLAN, SITE, codes, read_site, write_site

PAGE = "---\ntitle: Một\n---\nMột trang.\n"


def test_files_that_belong_together_are_one_entry(tmp_path: Path) -> None:
    """The source with its translations, in the order of kind and id."""
    content = read_site(tmp_path, {MAI.replace(".vi.", ".en."): "---\ntitle: T\n---\nBody.\n"})
    assert [(e.kind, e.id) for e in content.entries] == [
        ("campaign", "2024"),
        ("exemplar", "2024/noi-01"),
        ("plan", "2024/noi"),
    ]
    entry = content.by_id["exemplar", "2024/noi-01"]
    assert [document.file for document in entry.documents] == [MAI, MAI.replace(".vi.", ".en.")]
    assert content.exemplars == (entry,) and content.pages == ()
    assert content.exists("exemplar", "2024/noi-01") and not content.exists("exemplar", "2024/noi-02")
    assert content.findings == ()


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("content/a.vi.md", "stray-file"),
        ("content/notes.txt", "stray-file"),
        ("content/pages/deep/a.vi.md", "stray-file"),
        ("content/exemplars/a.vi.md", "stray-file"),
        ("content/page/a.vi.md", "stray-file"),
        ("content/pages/a.docx", "stray-file"),
        ("content/criteria/2024.yml", "stray-file"),
        ("content/pages/a.md", "bad-file-name"),
        ("content/pages/vi.md", "bad-file-name"),
        ("content/pages/Trang Một.vi.md", "bad-file-name"),
        ("content/pages/một.vi.md", "bad-file-name"),
        ("content/pages/a--b.vi.md", "bad-file-name"),
        ("content/pages/index.vi.md", "bad-file-name"),
        ("content/exemplars/Năm 2024/a.vi.md", "bad-file-name"),
        ("content/pages/a.fr.md", "unknown-language"),
        ("content/pages/a.vn.md", "unknown-language"),
        ("content/pages/other.en.md", "orphan-translation"),
    ],
)
def test_a_file_is_understood_or_told(tmp_path: Path, file: str, code: str) -> None:
    """Nothing below the content is skipped in silence."""
    content = read_site(tmp_path, {file: PAGE})
    assert [(f.code, f.place.file) for f in content.findings] == [(code, file)]


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("content/pages/Trang Một.vi.md", "trang-mot.vi.md"),
        ("content/pages/a.vn.md", "a.vi.md"),
        ("content/page/a.vi.md", "pages"),
        ("content/pages/a.md", "a.vi.md"),
        ("content/pages/vi.md", "bai.vi.md"),
    ],
)
def test_the_hint_gives_the_name_that_was_meant(tmp_path: Path, file: str, hint: str) -> None:
    """So that it can be copied."""
    (finding,) = read_site(tmp_path, {file: PAGE}).findings
    assert finding.hint.args["name"] == hint


def test_what_other_programs_leave_is_passed_over(tmp_path: Path) -> None:
    """Nothing is told of it."""
    content = read_site(tmp_path, {"content/pages/~$a.docx": "x", "content/.DS_Store": "x"})
    assert content.findings == () and "content/.DS_Store" not in content.files


def test_names_that_differ_only_in_case_are_told(tmp_path: Path) -> None:
    """On Windows they are one file; the one in small letters is read."""
    write_site(tmp_path, {"content/pages/a.vi.md": PAGE})
    (tmp_path / "content/pages/A.vi.md").write_text(PAGE, encoding="utf-8")
    if (tmp_path / "content/pages/a.vi.md").samefile(tmp_path / "content/pages/A.vi.md"):
        pytest.skip("names that differ in case are one file here")
    content = read_content(tmp_path, PROJECT, CHECK_FORMS)
    assert codes(content.findings) == ["name-collision"]
    assert content.by_id["page", "a"].source.file == "content/pages/a.vi.md"


@pytest.mark.parametrize("text", ["no front matter", "---\na: [\n---\n", b"caf\xe9"])
def test_an_entry_that_cannot_be_read_is_known_as_such(tmp_path: Path, text: str | bytes) -> None:
    """Others that refer to it are not told that it does not exist; its name is made out where that can be."""
    content = read_site(tmp_path, {MAI: text})
    assert content.unread == {("exemplar", "2024/noi-01")}
    assert content.exists("exemplar", "2024/noi-01") and not content.exemplars
    assert len(content.findings) == 1


def test_the_name_in_a_profile_that_cannot_be_read_is_made_out(tmp_path: Path) -> None:
    """It may not stand anywhere, because no consent is known."""
    content = read_site(tmp_path, {MAI: SITE[MAI].removeprefix("---\n")})
    assert content.unread_names == {"2024/noi-01": "Lê Thử Mai"}


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("name: Lê Thử Mai", 'name: "Lê Thử Mai', {"2024/noi-01": "Lê Thử Mai"}),
        ("consent: {on", "consent: {on: [", {"2024/noi-01": "Lê Thử Mai"}),
        ("consent: {on", "consents: {on", {}),
        ("title: Khay", "title: [Khay", {"2024/noi-01": "Lê Thử Mai"}),
        ("unit: noi", "unit: Khoa Nội", {}),
        ("---\n## Cách làm", "## Cách làm", {"2024/noi-01": "Lê Thử Mai"}),
        ("staff_category: public-employee", "withdrawn: [", {"2024/noi-01": "Lê Thử Mai"}),
    ],
)
def test_a_name_is_hidden_where_nobody_knows_whether_it_may_be_shown(
    tmp_path: Path, old: str, new: str, names: dict[str, str]
) -> None:
    """The rest of such a profile is read, but its name, its consent or its withdrawal cannot be."""
    text = SITE[MAI].replace(old, new)
    assert text != SITE[MAI]
    content = read_site(tmp_path, {MAI: text})
    assert content.unread_names == names and content.exemplars


def test_data_files_that_are_wrong_keep_a_site_from_being_read(tmp_path: Path) -> None:
    """All of their faults are told at once."""
    files = {"content/units.yaml": "units: []\n", "content/criteria/2024.yaml": "criteria: x\n"}
    with pytest.raises(SetupError) as caught:
        read_site(tmp_path, files)
    assert {f.place.file for f in caught.value.findings} == set(files)


def test_what_was_read_before_is_not_read_again(tmp_path: Path) -> None:
    """As long as its bytes are the same; what changed is read anew."""
    records = Records()
    write_site(tmp_path, {"content/pages/a.vi.md": PAGE})
    first = read_content(tmp_path, PROJECT, CHECK_FORMS, records)
    second = read_content(tmp_path, PROJECT, CHECK_FORMS, records)
    assert second.by_id["page", "a"].source is first.by_id["page", "a"].source
    (tmp_path / "content/pages/a.vi.md").write_text(PAGE.replace("Một trang", "Hai trang"), encoding="utf-8")
    third = read_content(tmp_path, PROJECT, CHECK_FORMS, records)
    assert third.by_id["page", "a"].source.body.text == "Hai trang.\n"
    assert third.by_id["plan", "2024/noi"].source is first.by_id["plan", "2024/noi"].source


def test_a_remembered_fault_is_told_each_time(tmp_path: Path) -> None:
    """Nothing is forgotten because it was told once."""
    records = Records()
    write_site(tmp_path, {"content/pages/a.vi.md": PAGE.replace("Một trang", "a\u200bb")})
    told = [codes(read_content(tmp_path, PROJECT, CHECK_FORMS, records).findings) for _ in range(2)]
    assert told == [["invisible-character"]] * 2


def test_one_document_can_be_read_from_memory(tmp_path: Path) -> None:
    """A new file is looked at before it lies on disk; one that cannot be read is none."""
    config = read_site(tmp_path).config
    entry = read_entry(config, PLAN, SITE[PLAN].encode())
    assert entry is not None and (entry.kind, entry.id) == ("plan", "2024/noi")
    assert read_entry(config, PLAN, b"nothing") is None


def test_decomposed_names_of_files_are_told_by_their_composed_form(tmp_path: Path) -> None:
    """As macOS writes them."""
    name = unicodedata.normalize("NFD", "ảnh")
    content = read_site(tmp_path, {f"content/pages/{name}.vi.md": PAGE})
    assert [f.place.file for f in content.findings] == ["content/pages/ảnh.vi.md"]


def test_sources_are_kept_for_excerpts(tmp_path: Path) -> None:
    """Of data files and of documents."""
    content = read_site(tmp_path)
    assert {CAMPAIGN, MAI, PLAN, "site_config.yaml", "content/units.yaml"} <= set(content.sources)
    assert any(text == "Khoa Nội" for _, _, text in content.data_values["content/units.yaml"])
