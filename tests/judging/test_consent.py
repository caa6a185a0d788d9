"""A name without consent is in no byte of the site, however it is written in the sources."""

from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.text.person_names import Names, Owner
from support.good import ABOUT, P1, P1_EN
from support.program import Ran, found
from support.site import edit, tree

NAME = "Lê Thử Mai"


def hide(root: Path) -> None:
    """Take the consent to the name back, and write the texts without it."""
    edit(root, P1, "name: [site, print], photo: []", "name: [], photo: []")
    edit(root, P1, "Điều dưỡng Lê Thử Mai ghi", "Một điều dưỡng ghi")
    edit(root, P1_EN, "Nurse Lê Thử Mai writes", "A nurse writes")


def naming(root: Path) -> list[str]:
    """Return the files of the published site that hold the name in any way of writing."""
    hidden = Names()
    hidden.remember(NAME, Owner("2024/noi-01"))
    files = {n: d for n, d in tree(root / "output/site").items() if n.endswith((".html", ".xml", ".js", ".txt"))}
    assert len(files) > 20
    return [n for n, d in files.items() if any(hidden.found_in(f"{n}\n{d.decode()}"))]


@pytest.mark.parametrize(
    "name",
    [
        r'"Le\u0302 Thu\u031B\u0309 Mai"',
        r'"L\u00ea Th\u1eed Mai"',
        r'"Lê Th\u200bử Mai"',
        r'"Lê Thử M\xadai"',
        r'"L\u00ea\_Th\u1eed\_Mai"',
        r'"Lê \u202aThử\u202c Mai"',
        '"Lê Thử\\\n  \\ Mai"',
        "'Lê\n  Thử Mai'",
        "LÊ THỬ MAI",
        "Le Thu Mai",
    ],
)
def test_a_name_with_escapes_is_hidden_like_any_other(
    site: Callable[..., Path], run: Callable[..., Ran], name: str
) -> None:
    """Whatever the front matter's escapes decode to is brought to the usual letters, so every text is searched."""
    root = site()
    hide(root)
    edit(root, P1, "name: Lê Thử Mai", f"name: {name}")
    edit(root, ABOUT, "Trang này", "Bà Lê Thử Mai và trang này")
    ran = run("--root", root, "build", "--no-print", "--skip-invalid")
    assert ran.status == 0 and "content/pages/about.vi.md" in ran.err
    assert naming(root) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ABOUT, "Trang này", "Bà L&ecirc; Thử Mai và trang này"),
        (ABOUT, "Trang này", "Bà Lê Th&shy;ử Mai và trang này"),
        (ABOUT, "Trang này", "Bà Le&#770; Thu&#x31B;&#777; Mai và trang này"),
        (ABOUT, "Trang này", "Bà Lê&nbsp;Thử&#8203;&#32;Mai và trang này"),
        (ABOUT, "Trang này", "Bà Le<!-- x -->\u0302 Thử Mai và trang này"),
        (ABOUT, "Trang này", "Bà Lê[^n] Thử Mai và trang này\n\n[^n]: Một chú thích.\n\nTrang này"),
        (ABOUT, "Trang này", "Ba Le Thu Mai va trang nay"),
        (ABOUT, "Trang này", "Bà le\nthu mai và trang này"),
        (ABOUT, "Trang này", "#LeThuMai và trang này"),
        (P1, "Khoa có", "[Trang riêng](https://benhvienmau.example/le-thu-mai) của khoa có"),
        (P1, "Khoa có", "[Viết thư](mailto:lethumai@benhvienmau.example): khoa có"),
        (P1, "source: BC-02/NOI", r'source: "So cua L\u00ea Thu\u031b\u0309 Mai"'),
        (P1_EN, "forty", "Le Thu Mai's forty"),
        (P1_EN, "forty", "Thu Mai Le's forty"),
        ("content/pages/about.en.md", "Our page", "LE THU MAI and our page"),
        ("content/plans/2024/noi.vi.md", "title: ", "title: Le Thu Mai - "),
    ],
)
def test_a_name_cannot_slip_through_by_how_it_is_written(
    site: Callable[..., Path], run: Callable[..., Ran], file: str, old: str, new: str
) -> None:
    """Entities, notes, comments, missing marks and words run together hide no name; the text is left out and told."""
    root = site()
    hide(root)
    edit(root, file, old, new)
    ran = run("--root", root, "--lang", "en", "check")
    assert f"{file}:" in ran.out and "[no-consent]" in ran.out
    run("--root", root, "build", "--no-print", "--skip-invalid")
    assert naming(root) == []


@pytest.mark.parametrize("withdrawn", [False, True])
def test_a_name_in_an_address_keeps_the_page_out(
    site: Callable[..., Path], run: Callable[..., Ran], withdrawn: bool
) -> None:
    """A file name made of the person's name gives no page, nor the notice of a withdrawal."""
    root = site()
    hide(root)
    folder = (root / P1).parent
    (folder / "noi-01.en.md").unlink()
    (folder / "noi-01.vi.md").rename(folder / "le-thu-mai.vi.md")
    if withdrawn:
        gone = "withdrawn: {on: 2024-09-01, reason: consent, document: RB-01}\n"
        edit(root, "content/exemplars/2024/le-thu-mai.vi.md", "sample: true", f"{gone}sample: true")
    for file in ("content/plans/2024/noi.vi.md", "content/bulletins/2024-05.vi.md"):
        text = (root / file).read_text(encoding="utf-8").replace("noi-01", "le-thu-mai")
        (root / file).write_text(text, encoding="utf-8", newline="\n")
    ran = run("--root", root, "--lang", "en", "build", "--no-print", "--skip-invalid")
    assert ran.status == 0
    assert "content/exemplars/2024/le-thu-mai.vi.md: its text uses a name without consent" in ran.err
    assert naming(root) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "column"),
    [
        (P1, "Khoa có", "Chị **Mai** kể: khoa có", 1),
        (P1, "Khoa có", "Điều dưỡng M&#97;i kể: khoa có", 6),
        (P1, "Khoa có", "[Thư](mailto:mailt@benhvienmau.example): khoa có", 14),
        (P1, "Điều dưỡng ghi", "L.T. Mai ghi", 10),
        (P1_EN, "forty", "Ms Mai's forty", 22),
        (ABOUT, "Trang này", "Cô Mai và trang này", 1),
    ],
)
def test_a_title_with_the_given_name_is_a_warning(
    site: Callable[..., Path], check: Callable[..., Ran], file: str, old: str, new: str, column: int
) -> None:
    """In the own profile and in what links to it the person may be known; nothing is left out for it."""
    root = site()
    hide(root)
    edit(root, P1, "Một điều dưỡng ghi", "Điều dưỡng ghi")
    edit(root, file, old, new)
    (finding,) = found(check(root), "given-name")
    assert (finding["file"], finding["column"], finding["severity"]) == (file, column, "warning")
    edit(root, P1, "name: []", "name: [site]")
    assert not found(check(root), "given-name")


def test_a_name_with_escapes_in_a_data_file_is_found(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Values of data files are searched as they are read, over lines too; remarks are not."""
    root = site()
    hide(root)
    edit(root, "content/units.yaml", "units:", "# Lê Thử Mai lập danh sách này\nunits:")
    assert "[no-consent]" not in run("--root", root, "check").out
    edit(root, "content/units.yaml", "vi: Văn phòng", 'vi: "Văn phòng L\\u00ea\n      Th\\u1eed Mai"')
    ran = run("--root", root, "build", "--no-print", "--skip-invalid")
    assert ran.status == 1 and "content/units.yaml:6:" in ran.out and "[no-consent]" in ran.out
    assert not (root / "output").exists()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_name_in_a_campaign_is_an_error(site: Callable[..., Path], run: Callable[..., Ran], lang: str) -> None:
    """A campaign is not left out with its whole year: an unconsented name in it stops the build, as in a data file."""
    root = site()
    hide(root)
    campaign = f"content/campaigns/2024.{lang}.md"
    edit(root, campaign, "title: ", "title: Học Le Thu Mai - ")
    ran = run("--root", root, "--lang", "en", "build", "--no-print", "--skip-invalid")
    assert ran.status == 1 and "error[no-consent]: a name without consent stands in a campaign" in ran.out
    assert f"--> {campaign}:" in ran.out
    assert not (root / "output").exists()


def test_odd_letters_behind_escapes_and_entities_are_told(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """What is decoded passes the same checks as typed letters, each finding at its value or entity."""
    root = site()
    edit(root, ABOUT, "title: ", 'summary_is_none: x\ntitle: "\\u202eA\\b\\u200b\\u00d0\\u1ed7" #')
    edit(root, ABOUT, "Trang này", "A&#8238;&#x200b;&ETH;&#7895; `&shy;` trang này")
    ran = run("--root", root, "--lang", "en", "check", ABOUT)
    assert ran.status == 1
    for code in ("bidi-control", "invisible-character", "lookalike-letter"):
        assert ran.out.count(f"[{code}]") == 2, code
    assert ran.out.count("[control-character]") == 1
