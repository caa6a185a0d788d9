"""The index of the search: the same keys as in the browser, the same bytes in any run, nothing that is not published,
any language."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.i18n.messages import Text
from guongsang.render.search.keys import Speller, stem
from guongsang.text.vietnamese import fold
from support.grown import HIDDEN, grow
from support.program import Ran
from support.site import PROJECT, edit, write

KEYS = json.loads((Path(__file__).parent / "search_keys.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", KEYS, ids=lambda row: row["word"])
def test_keys_of_words(row: dict[str, str]) -> None:
    """A word has its folded and its exact key, and English its stem; the browser is held to the same list."""
    [[(folded, exact)]] = Speller().runs(Text(row["word"], "vi"))
    assert (folded, exact, stem(folded)) == (row["folded"], row["exact"], row["stem"])


def index_of(root: Path, lang: str) -> str:
    """Return all that the index of a language says, in one text."""
    files = sorted((root / "output/site/assets/search" / lang).iterdir())
    return "".join(path.read_text(encoding="utf-8") for path in files)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Grow a site and build it with one hash seed."""
    return _built(grow(tmp_path_factory.mktemp("một") / "trang"), "1")


def _built(root: Path, seed: str) -> Path:
    words = [sys.executable, "-X", "utf8", str(PROJECT / "build.py"), "--root", str(root), "build", "--no-print"]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "GUONGSANG_NO_VENV": "1"}
    done = subprocess.run(words, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return root


def test_the_same_bytes_under_any_hash_seed(built: Path, tmp_path: Path) -> None:
    """Another hash seed changes no file of the site and no name of one."""
    other = _built(grow(tmp_path / "trang"), "2")
    files = [
        {p.relative_to(root).as_posix(): p.read_bytes() for p in (root / "output").rglob("*") if p.is_file()}
        for root in (built, other)
    ]
    assert [name for name in files[0] if "assets/search/" in name] and files[0] == files[1]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_is_not_published_is_in_no_byte(built: Path, hidden: str) -> None:
    """Names without consent, withdrawn, unapproved and draft profiles and internal evidence leave no word anywhere.

    Neither as written nor folded.
    """
    rare = max(hidden.split(), key=len)
    site = built / "output/site"
    said = "".join(p.read_text(encoding="utf-8") for p in site.rglob("*") if p.suffix in (".html", ".js", ".xml"))
    assert rare not in said and fold(rare) not in said.lower()
    assert "Nguyệt" in said and '"nguyet"' in said


def test_a_change_in_one_text_renames_few_files(built: Path, tmp_path: Path) -> None:
    """What a changed text does not touch keeps its name and bytes; only the table of contents is always new."""
    root = grow(tmp_path / "trang")
    edit(root, "content/exemplars/2023/noi-14.vi.md", "Phiếu hẹn còn một trang", "Phiếu hẹn còn nửa trang")
    _built(root, "1")
    before, after = (
        {p.name for p in (r / "output/site/assets/search/vi").iterdir() if p.name.startswith("t")}
        for r in (built, root)
    )
    assert len(after - before) == 1 and len(before) > 9


def test_a_text_is_indexed_by_its_own_language(built: Path) -> None:
    """On the English side Vietnamese text keeps its endings; English words lose theirs."""
    said = index_of(built, "en")
    assert '"coach":' in said and '"copy":' in said and '"khoe":' in said and '"inspection":' in said


def test_any_language_is_indexed(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """French and English need nothing of Vietnamese; a fallback page is found under the words of its text."""
    root = site("other")
    assert run("--root", root, "build", "--no-print").status == 0
    assert '"cles":' in index_of(root, "fr") and (root / "output/site/fr/search/index.html").is_file()


def test_scripts_without_blanks_are_cut_into_letters(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Khmer writes no blanks between words; each letter with its marks can be found, and pairs of them."""
    root = site()
    edit(root, "content/pages/about.vi.md", "Trang này", "ភ្នំពេញ Trang này")
    assert run("--root", root, "build", "--no-print").status == 0
    said = index_of(root, "vi")
    assert '"នំ":' in said and '"នំ":{"ពេ"' in said


def test_abbreviations_of_the_site_replace_those_of_the_project(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """The file of a site replaces the project's as a whole; a short form brings its long form into the index."""
    root = site()
    edit(root, "content/pages/about.vi.md", "Trang này", "NVYT viết trang này, TĐKT")
    assert run("--root", root, "build", "--no-print").status == 0
    assert '"khen"' in index_of(root, "vi") and '"tế"' not in index_of(root, "vi")
    write(root, "locales/abbreviations.yaml", "abbreviations:\n- {short: NVYT, long: nhân viên y tế, lang: vi}\n")
    assert run("--root", root, "build", "--no-print").status == 0
    assert '"khen"' not in index_of(root, "vi") and '"tê4"' in index_of(root, "vi")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("abbreviations:\n- {short: T Đ, long: thi đua, lang: vi}\n", "bad-value"),
        ("abbreviations:\n- {short: TĐ, long: thi đua, lang: vi}\n- {short: TĐ, long: b, lang: vi}\n", "duplicate-key"),
        ("abbreviations:\n- {short: TĐ, lang: vi}\n", "missing-field"),
        ("abbreviations: TĐKT\n", "wrong-type"),
        ("- a\n", "wrong-type"),
        ("", "wrong-type"),
        ("abbreviations: [}\n", "bad-yaml"),
    ],
)
def test_faults_of_abbreviations_are_told(
    site: Callable[..., Path], run: Callable[..., Ran], text: str, code: str
) -> None:
    """A wrong list of abbreviations is told at its place, as faults of other data files are."""
    root = site()
    write(root, "locales/abbreviations.yaml", text)
    ran = run("--root", root, "check", "--format", "json")
    told = [f for f in json.loads(ran.out)["findings"] if f["file"] == "locales/abbreviations.yaml"]
    assert ran.status == 2 and [f["code"] for f in told] == [code]


def test_an_empty_site_has_a_search_page(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A site without a single document still has its search page."""
    root = site()
    for path in sorted((root / "content").rglob("*.md")):
        path.unlink()
    assert run("--root", root, "build", "--no-print").status == 0
    assert (root / "output/site/vi/tim-kiem/index.html").is_file()


def test_the_script_is_small(built: Path) -> None:
    """The script weighs at most 4.2 KB over the wire."""
    (script,) = (built / "output/site/assets").glob("search-*.js")
    assert len(gzip.compress(script.read_bytes(), 9)) <= 4300


def test_what_every_reader_loads_is_small(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The style sheet is at most 6 KB and the script of the search at most 4.2 KB, compressed as servers send them."""
    root = site()
    assert run("--root", root, "build", "--no-print").status == 0
    assets = root / "output/site/assets"
    for pattern, limit in (("*.css", 6 * 1024), ("*.js", 4300)):
        [only] = [p for p in assets.glob(pattern) if p.stem.startswith(("style", "search-"))]
        assert len(gzip.compress(only.read_bytes(), 9)) <= limit
