"""The sample that comes with the project.

The 2022 campaign in order, and the three deficient items of the domain on top.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.html import Reader
from support.pdf import assert_conforms, text_of
from support.program import Ran
from support.site import PROJECT, SITES, tree

TITLES = (
    "Bớt chín bước, nhanh sáu ngày",
    "Nine steps fewer, six days faster",
    "Hố ga có số nhà",
    "Manholes with house numbers",
    "Chín người, không một mẫu phải thử lại",
    "Nine people, and not one sample tested twice",
    "Mười hai lời hứa trên bảng, mười một lời đã giữ",
)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Copy the sample into a temporary folder."""
    root = tmp_path / "mẫu"
    root.mkdir()
    shutil.copytree(PROJECT / "content", root / "content")
    shutil.copyfile(PROJECT / "site_config.yaml", root / "site_config.yaml")
    return root


def codes(ran: Ran, file: str) -> set[tuple[str, str, str | None]]:
    """Return level, code and rule of the findings in a file."""
    return {(f["severity"], f["code"], f["rule"]) for f in json.loads(ran.out)["findings"] if f["file"] == file}


def test_the_sample_is_sound(sample: Path, run: Callable[..., Ran]) -> None:
    """No error and nothing thin; the warnings are those that the sample is meant to show."""
    ran = run("--root", sample, "--today", "2026-11-24", "check", "--format", "json")
    assert ran.status == 0
    found = [f["code"] for f in json.loads(ran.out)["findings"]]
    assert {c: found.count(c) for c in found} == {
        "quota-unmet": 5,
        "plan-missing": 4,
        "late": 1,
        "untranslated": 1,
        "stale-translation": 1,
    }


def test_deficient_items_are_told(sample: Path, run: Callable[..., Ran]) -> None:
    """The good-deeds team.

    The leader who attests to herself and the plan of another's exemplar get what they should.
    """
    shutil.copytree(SITES / "deficient", sample, dirs_exist_ok=True)
    ran = run("--root", sample, "--today", "2026-11-24", "check", "--format", "json")
    assert ran.status == 1
    assert codes(ran, "content/exemplars/2022/ktvl-01.vi.md") >= {
        ("error", "criterion-unmet", "GPD-06"),
        ("error", "criterion-unmet", "SHR-01"),
        ("error", "missing-alt", None),
        ("warning", "thin-evidence", "GEN-04"),
        ("warning", "criterion-unmet", "GPD-02"),
        ("warning", "outside-window", None),
        ("warning", "lookalike-letter", None),
        ("info", "not-nfc", None),
    }
    assert codes(ran, "content/exemplars/2022/khtc-01.vi.md") >= {
        ("error", "criterion-unmet", "LDR-03"),
        ("error", "criterion-unmet", "IND-04"),
        ("error", "criterion-unmet", "LDR-05"),
        ("error", "self-attested", None),
        ("error", "personal-data", None),
        ("warning", "similar-text", None),
        ("warning", "thin-evidence", "LDR-04"),
        ("warning", "stale-approval", None),
    }
    assert codes(ran, "content/plans/2022/qln.vi.md") >= {
        ("error", "plan-wrong-unit", None),
        ("error", "plan-part-missing", None),
        ("error", "missing-field", None),
        ("error", "legacy-encoding", None),
        ("warning", "late", None),
        ("warning", "year-mismatch", None),
    }
    assert run("--root", sample, "build").status == 1
    assert run("--root", sample, "build", "--skip-invalid", "--no-print").status == 0
    assert not [n for n in tree(sample / "output") if "ktvl-01" in n or "khtc-01" in n]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Build the sample once, papers included."""
    from guongsang import cli

    out = tmp_path_factory.mktemp("sample") / "output"
    assert cli.main(["--root", str(PROJECT), "--today", "2026-11-24", "build", "--output", str(out)]) == 0
    yield out / "site"


def test_names_without_consent_and_of_the_withdrawn_are_in_no_byte(built: Path) -> None:
    """The one who allowed print only, and the one whose recognition was revoked, are not named anywhere.

    Papers included.
    """
    sources = "".join(p.read_text(encoding="utf-8") for p in (PROJECT / "content").rglob("*.md"))
    assert "name: Phạm Mẫu Hoà" in sources and "name: Lê Thử Ước" in sources
    for name in ("Phạm Mẫu Hoà", "Phạm Mẫu Hòa", "Lê Thử Ước"):
        assert not [n for n, d in tree(built).items() if name.encode() in d]
        assert not [p for p in built.rglob("*.pdf") if name.replace(" ", "") in text_of(p.read_bytes())]


def test_papers_conform_and_can_be_searched(built: Path) -> None:
    """Each paper is PDF/UA-1 and PDF/A-2a; each bulletin has its language and the titles of its stories.

    There are four bulletins, seven posters in two sizes and two languages, two yearbooks.
    """
    papers = sorted(built.rglob("*.pdf"))
    assert len(papers) == 4 + 7 * 2 * 2 + 2
    for pdf in papers:
        assert_conforms(pdf.read_bytes())
    for pdf in (p for p in papers if p.parent.name in ("ban-tin", "bulletins")):
        text = text_of(pdf.read_bytes())
        html = Reader(pdf.with_suffix(".html").read_text(encoding="utf-8"))
        lang = pdf.relative_to(built).parts[0]
        stories = [said for _, said in html.texts if said in TITLES]
        assert len(stories) >= 2 and all("".join(title.split()) in text for title in stories)
        assert {"vi": "Trongsốnày", "en": "Inthisissue"}[lang] in text


def test_every_page_of_the_sample_is_whole(built: Path) -> None:
    """All pages have one h1, and every link leads to a file; only the page of 404 has paths from the root."""
    for path in built.rglob("*.html"):
        html = Reader(path.read_text(encoding="utf-8"))
        assert len(html.all("h1")) == 1, path
        for link in html.all("a"):
            target = link.get("href", "").partition("#")[0]
            if target and ":" not in target:
                assert target.startswith("/") == (path.name == "404.html"), f"{path}: {target}"
                base = built if target.startswith("/") else path.parent
                assert (base / target.lstrip("/")).resolve().is_file(), f"{path}: {target}"
