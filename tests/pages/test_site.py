"""What is published: the whole tree under golden files, every link and language mark followed, and nothing that may not
be."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from guongsang import cli
from support.html import Reader, own_scripts, pages
from support.pdf import text_of
from support.program import Ran
from support.site import PROJECT, edit, lay_out, leave_untranslated, owe, tree

P1 = "content/exemplars/2024/noi-01.vi.md"
P2 = "content/exemplars/2024/noi-02.vi.md"
SHOWN_WHOLE = (
    "vi/index.html",
    "vi/guong/index.html",
    "vi/guong/2024/noi-01.html",
    "en/exemplars/2024/noi-01.html",
    "en/exemplars/2024/noi-02.html",
    "vi/dot/2024.html",
    "vi/ke-hoach/2024/noi.html",
    "vi/tieu-chi/2024/a-1.html",
    "en/feed.xml",
    "index.html",
    "404.html",
)


@pytest.fixture
def built(site: Callable[..., Path], run: Callable[..., Ran]) -> Callable[..., Path]:
    """Build a site of fixtures and give its folder."""

    def made(*layers: str | Path, words: tuple[str, ...] = ("--no-print",), unfinished: bool = False) -> Path:
        root = site(*layers)
        if unfinished:
            leave_untranslated(root)
            owe(root)
        ran = run("--root", root, "--today", "2025-01-15", "build", *words)
        assert ran.status == 0, ran.out + ran.err
        return root

    return made


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Build a site of fixtures once for all tests that only look at it, and give its folder."""

    @cache
    def made(layer: str) -> Path:
        root = lay_out(tmp_path_factory.mktemp(layer) / "trang", layer)
        assert cli.main(["--root", str(root), "--today", "2025-01-15", "build", "--no-print"]) == 0
        return root

    return made


def test_golden_tree(built: Callable[..., Path], golden: Callable[[str, str], None]) -> None:
    """Every file has the bytes it had; a choice of pages is kept whole, among them what is not done yet."""
    root = built("good", unfinished=True)
    files = tree(root / "output/site")
    for name in SHOWN_WHOLE:
        golden(f"good/{name}", files[name].decode())
    listing = "".join(
        f"{hashlib.sha256(data).hexdigest()[:16]}  {name}\n"
        for name, data in files.items()
        if not name.endswith((".png", ".jpg", ".webp"))
    )
    golden("good/tree.txt", listing)


def test_manifest_lists_every_file(built: Callable[..., Path]) -> None:
    """The manifest has the SHA-256 of each file and nothing else lies in the output."""
    root = built("good", words=())
    files = tree(root / "output")
    whole = json.loads(files.pop("manifest.json"))
    assert whole["schema_version"] == 1
    assert {f["path"]: f["sha256"] for f in whole["files"]} == {
        n: hashlib.sha256(d).hexdigest() for n, d in files.items()
    }
    assert all(set(f) == {"path", "sha256", "kind", "lang", "source"} for f in whole["files"])
    profile = next(f for f in whole["files"] if f["path"] == "site/en/exemplars/2024/noi-01.html")
    assert (profile["lang"], profile["source"]) == ("en", "content/exemplars/2024/noi-01.en.md")


@pytest.mark.parametrize("layer", ["good", "other"])
def test_every_link_leads_somewhere(published: Callable[[str], Path], layer: str) -> None:
    """All links of all pages are relative and lead to a file of the site and an id in it.

    Those of the page that is shown at any address begin at the root of its host.
    """
    root = published(layer)
    site = root / "output/site"
    base = {"good": "/", "other": "/spots/"}[layer]
    read = dict(pages(root))
    for name, page in read.items():
        for tag, attrs in page.tags:
            for key in ("href", "src"):
                target = urlsplit(attrs.get(key, ""))
                if key not in attrs or target.scheme in ("https", "mailto") or (tag == "use" and not target.path):
                    continue
                path = target.path
                if name == "404.html" and path:
                    assert path.startswith(base) and not target.netloc, attrs[key]
                    path = path.removeprefix(base)
                assert not path.startswith("/"), f"{name}: {attrs[key]}"
                to = Path(os.path.normpath(site / Path(name).parent / unquote(path))) if path else site / name
                assert to.is_file(), f"{name}: {attrs[key]}"
                if target.fragment:
                    there = read[to.relative_to(site).as_posix()]
                    assert target.fragment in [a.get("id") for _, a in there.tags], f"{name}: {attrs[key]}"


@pytest.mark.parametrize("layer", ["good", "other"])
def test_every_page_has_the_frame(published: Callable[[str], Path], layer: str) -> None:
    """One language, one main, one h1, a switch that leads to the same item, unique ids, no style in the page.

    No script either, but for that of the search on its own page and the lines that lead the lost home.
    """
    for name, page in pages(published(layer)):
        assert page.all("html")[0].get("lang"), name
        assert len(page.all("main")) == len(page.all("main", id="main")) == 1, name
        assert len(page.all("h1")) == 1, name
        assert own_scripts(name, page) and not page.all("style") and not any("style" in a for _, a in page.tags), name
        ids = [a["id"] for _, a in page.tags if "id" in a]
        assert len(ids) == len(set(ids)), name
        switch = [a for a in page.all("a") if "hreflang" in a and "lang" in a]
        assert switch and all(a["lang"] == a["hreflang"] for a in switch), name
        assert all(i.get("alt") is not None for i in page.all("img")), name


def test_the_switch_leads_to_the_same_item(published: Callable[[str], Path]) -> None:
    """From a profile in one language to the same profile in the other, and back."""
    read = dict(pages(published("good")))
    there = [a["href"] for a in read["vi/guong/2024/noi-01.html"].all("a", hreflang="en")]
    assert set(there) == {"../../../en/exemplars/2024/noi-01.html"}


def test_untranslated_pages_stay_in_their_frame(built: Callable[..., Path]) -> None:
    """A fallback page.

    That language's frame, a notice, the source text marked, canonical to the source, no hreflang.
    """
    root = built("good", unfinished=True)
    page = dict(pages(root))["en/exemplars/2024/noi-02.html"]
    assert page.all("html")[0]["lang"] == "en"
    assert page.lang_of("Mỗi người ghi đêm muốn nghỉ") == {"vi"}
    assert page.all("link", rel="canonical")[0]["href"] == "../../../vi/guong/2024/noi-02.html"
    assert not [a for a in page.all("link") if "hreflang" in a]
    assert [a for _, a in page.tags if a.get("role") == "note"]
    feed = (root / "output/site/en/feed.xml").read_text(encoding="utf-8")
    assert "noi-01" in feed and "noi-02" not in feed
    ready = dict(pages(root))["en/exemplars/2024/noi-01.html"]
    assert {a["hreflang"] for a in ready.all("link") if "hreflang" in a} == {"vi", "en"}


def test_names_are_marked_in_other_languages(published: Callable[[str], Path]) -> None:
    """A Vietnamese name on an English page is marked as Vietnamese; a translated text is not."""
    page = dict(pages(published("good")))["en/exemplars/2024/noi-01.html"]
    assert page.lang_of("Lê Thử Mai") == {"vi"}
    assert page.lang_of("Trays with names") == {"en"}
    assert page.lang_of("Write the name on the tray.") == {"en"}


def test_internal_evidence_is_in_no_byte(published: Callable[[str], Path]) -> None:
    """Internal evidence is nowhere in the output, nor is the verdict on an internal criterion beside a profile."""
    root = published("good")
    assert "text: Xếp loại tốt hai năm liền" in (root / P1).read_text(encoding="utf-8")
    assert not [n for n, d in tree(root / "output").items() if "Xếp loại tốt hai năm liền".encode() in d]
    page = (root / "output/site/vi/guong/2024/noi-01.html").read_text(encoding="utf-8")
    assert "A-3" not in page and "a-3" not in page


@pytest.mark.parametrize("channels", ["[]", "[print]"])
def test_a_name_without_consent_is_in_no_byte(
    site: Callable[..., Path], run: Callable[..., Ran], channels: str
) -> None:
    """Without consent to the name, position and unit stand in its place; no file of the site holds the name."""
    root = site()
    edit(root, P1, "name: [site, print], photo: []", f"name: {channels}, photo: []")
    edit(root, P1, "Điều dưỡng Lê Thử Mai ghi", "Một điều dưỡng ghi")
    edit(root, "content/exemplars/2024/noi-01.en.md", "Nurse Lê Thử Mai writes", "A nurse writes")
    assert run("--root", root, "build").status == 0
    files = tree(root / "output")
    assert "site/vi/guong/2024/noi-01.html" in files
    assert not [n for n, d in files.items() if "Thử Mai".encode() in d or b"thu-mai" in d]
    assert "ThửMai" not in text_of((root / "output/site/vi/ban-tin/2024-05.pdf").read_bytes())


def test_a_name_in_a_text_without_consent_keeps_the_file_out(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """A text that uses the name, even broken over lines, in capitals or with markup.

    Is left out as a whole and told.
    """
    root = site()
    edit(root, P1, "name: [site, print], photo: []", "name: [], photo: []")
    edit(root, P1, "Điều dưỡng Lê Thử Mai ghi", "Một điều dưỡng ghi")
    edit(root, "content/exemplars/2024/noi-01.en.md", "Nurse Lê Thử Mai writes", "A nurse writes")
    edit(root, "content/reviews/2024.vi.md", "Hai việc hay", "Nhờ **LÊ**\nThử Mai, hai việc hay")
    ran = run("--root", root, "--lang", "en", "build", "--no-print")
    assert ran.status == 0 and "content/reviews/2024.vi.md: its text uses a name without consent" in ran.err
    assert not (root / "output/site/vi/tong-ket/2024.html").exists()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/exemplars/2024/noi-01.en.md", "forty", "Lê Thử Mai’s forty"),
        (P1, "Khoa có", "Khoa của Lê Thử Mai's có"),
        (P1, "Khoa có", "![Lê Thử Mai phát thuốc](noi-02.png) Khoa có"),
        (P1, "Khoa có", "[Khoa](https://benhvienmau.example/L%C3%AA%20Th%E1%BB%AD%20Mai) có"),
        (P1, "Khoa có", "[Khoa](mailto:Lê.Thử.Mai@benhvienmau.example) có"),
        (P1, "source: BC-02/NOI", "source: Sổ của LÊ THỬ MAI"),
        ("content/pages/about.vi.md", "Trang này", "*Lê* Thử Mai và trang này"),
    ],
)
def test_a_name_does_not_hide(
    site: Callable[..., Path], run: Callable[..., Ran], file: str, old: str, new: str
) -> None:
    """A possessive, a description, an address, a source or another page does not let an unconsented name through."""
    root = site()
    edit(root, P1, "name: [site, print], photo: []", "name: [], photo: []")
    edit(root, P1, "Điều dưỡng Lê Thử Mai ghi", "Một điều dưỡng ghi")
    edit(root, "content/exemplars/2024/noi-01.en.md", "Nurse Lê Thử Mai writes", "A nurse writes")
    edit(root, file, old, new)
    ran = run("--root", root, "build", "--no-print")
    assert ran.status == 0 and "[no-consent]" in ran.out
    said = [d.decode(errors="replace").casefold() for d in tree(root / "output").values()]
    assert not [d for d in said if "thử mai" in d or "th%e1%bb%ad%20mai" in d]


@pytest.mark.parametrize(
    ("file", "old"),
    [("content/units.yaml", "Khoa Nội"), ("content/criteria/2024.yaml", "Kể lại"), ("site_config.yaml", "Việc Hay")],
)
def test_a_name_in_a_data_file_stops_the_build(
    site: Callable[..., Path], run: Callable[..., Ran], file: str, old: str
) -> None:
    """Data files cannot be left out, so an unconsented name there is an error, with --skip-invalid too."""
    root = site()
    edit(root, P1, "name: [site, print], photo: []", "name: [], photo: []")
    edit(root, file, old, f"{old} của Lê Thử Mai")
    assert run("--root", root, "build", "--no-print", "--skip-invalid").status == 1
    assert not (root / "output").exists()


def test_a_profile_that_cannot_be_read_keeps_its_name_hidden(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """With --skip-invalid a broken profile is left out, and so is every text that names the person."""
    root = site()
    edit(root, P1, "unit: noi", "unit: [noi")
    edit(root, "content/pages/about.vi.md", "Trang này", "Lê Thử Mai và trang này")
    assert run("--root", root, "build", "--no-print", "--skip-invalid").status == 0
    assert not [n for n, d in tree(root / "output").items() if "Thử Mai".encode() in d]


def test_a_photo_without_consent_is_shown_by_no_document(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A body that names the file of an unconsented photo does not show it, its own nor another's."""
    root = site()
    edit(root, P2, "photo: [site, print]", "photo: [print]")
    edit(root, P2, "Mỗi người ghi", "![Ảnh](noi-02.png) Mỗi người ghi")
    edit(root, "content/pages/about.vi.md", "Trang này", "![Ảnh](../exemplars/2024/noi-02.png) Trang này")
    ran = run("--root", root, "build", "--no-print")
    assert ran.status == 0 and ran.out.count("[no-consent]") == 2
    assert not [n for n in tree(root / "output/site") if n.endswith((".png", ".jpg", ".webp"))]


def test_a_withdrawn_profile_leaves_a_notice_without_a_name(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The page says that it was taken down; the name is nowhere, and lists, feeds and papers have forgotten it."""
    root = site()
    edit(root, P1, "sample: true", "withdrawn: {on: 2024-09-01, reason: consent, document: RB-01}\nsample: true")
    assert run("--root", root, "build").status == 0
    files = tree(root / "output")
    assert not [n for n, d in files.items() if "Thử Mai".encode() in d]
    assert not [n for n, d in files.items() if "Khay thuốc".encode() in d]
    page = Reader(files["site/vi/guong/2024/noi-01.html"].decode())
    assert [a for _, a in page.tags if a.get("role") == "note"]
    assert "Mai" not in text_of((root / "output/site/vi/ban-tin/2024-05.pdf").read_bytes())


def test_no_photo_without_consent(
    built: Callable[..., Path], site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """A photo without consent is not published.

    And no published picture carries metadata or a contributor's file name.
    """
    root = built("good", Path("broken") / "photo-metadata")
    pictures = [(n, d) for n, d in tree(root / "output/site").items() if n.endswith((".jpg", ".png", ".webp"))]
    assert pictures and not [
        n for n, d in pictures if b"079123456789" in d or b"Exif" in d or b"GPS" in d or "noi-02" in n
    ]
    edit(root, P2, "photo: [site, print]", "photo: [print]")
    assert run("--root", root, "build", "--no-print").status == 0
    assert not [n for n in tree(root / "output/site") if n.endswith((".jpg", ".png", ".webp"))]


def test_sample_profiles_bear_their_mark(published: Callable[[str], Path]) -> None:
    """A sample profile says so on its page, in the page's language."""
    page = (published("good") / "output/site/en/exemplars/2024/noi-01.html").read_text(encoding="utf-8")
    assert 'role="note"' in page and "Sample data" in page


def test_errors_change_nothing(built: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A build with an error ends with 1, says so, and leaves the last good output byte for byte."""
    root = built("good")
    before = tree(root / "output")
    edit(root, P1, "category: nurse", "category: nobody")
    ran = run("--root", root, "--lang", "en", "build")
    assert ran.status == 1 and "Nothing was published" in ran.err
    assert tree(root / "output") == before


def test_skip_invalid_leaves_out_and_says_so(built: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """With --skip-invalid the faulty documents are left out with their reason and the status is 0."""
    root = built("good")
    edit(root, P1, "category: nurse", "category: nobody")
    (root / "content/pages/hong.vi.md").write_bytes(b"\xff\xfe\x00")
    ran = run("--root", root, "--lang", "en", "build", "--no-print", "--skip-invalid")
    assert ran.status == 0
    assert f"{P1}: it has errors" in ran.err and "content/pages/hong.vi.md: it cannot be read" in ran.err
    assert not (root / "output/site/vi/guong/2024/noi-01.html").exists()
    assert (root / "output/site/vi/guong/2024/noi-02.html").exists()


def test_what_left_the_sources_leaves_the_output(built: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A removed page is gone after the next build, and nothing of the building lies beside the output."""
    root = built("good")
    (root / "content/pages/about.vi.md").unlink()
    (root / "content/pages/about.en.md").unlink()
    assert run("--root", root, "build", "--no-print").status == 0
    assert not (root / "output/site/vi/about.html").exists()
    assert {p.name for p in root.iterdir()} - {".cache"} == {"content", "output", "site_config.yaml"}


def test_a_foreign_folder_is_never_touched(site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path) -> None:
    """An output folder that holds something else is refused and left as it is."""
    other = tmp_path / "của tôi"
    other.mkdir()
    (other / "thu.txt").write_text("quan trọng", encoding="utf-8")
    assert run("--root", site(), "build", "--output", other).status == 2
    assert tree(other) == {"thu.txt": "quan trọng".encode()}


@pytest.mark.parametrize("left", ["manifest.json", ".git/HEAD", "luan-van.doc"])
def test_what_no_build_made_is_never_deleted(
    built: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path, left: str
) -> None:
    """Neither a foreign manifest, a hidden folder nor a file put beside the site is removed; the build is refused."""
    root = built("good")
    for folder in (tmp_path / "nơi khác", root / "output"):
        if left == "manifest.json" and folder.name == "output":
            continue
        (folder / left).parent.mkdir(parents=True, exist_ok=True)
        (folder / left).write_text("{}", encoding="utf-8")
        assert run("--root", root, "build", "--no-print", "--output", folder).status == 2
        assert (folder / left).read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize("place", ["content/out", "templates", "output/site/x", ".", "content"])
def test_the_output_may_not_lie_in_the_sources(built: Callable[..., Path], run: Callable[..., Ran], place: str) -> None:
    """An output inside the sources or inside an output, or one that holds the site, is refused."""
    root = built("good")
    before = tree(root)
    assert run("--root", root, "build", "--no-print", "--output", root / place).status == 2
    assert tree(root) == before


def test_a_killed_build_leaves_the_old_output(built: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """What a killed build left beside the output is swept, and an output lost between two renames is put back."""
    root = built("good")
    before = tree(root / "output")
    (root / "output").rename(root / ".output.old-1")
    (root / ".output.new-1/site").mkdir(parents=True)
    (root / ".output.new-1/site/index.html").write_text("half", encoding="utf-8")
    edit(root, P1, "category: nurse", "category: nobody")
    assert run("--root", root, "build").status == 1
    edit(root, P1, "category: nobody", "category: nurse")
    assert run("--root", root, "--today", "2025-01-15", "build", "--no-print").status == 0
    assert tree(root / "output") == before
    assert {p.name for p in root.iterdir()} - {".cache"} == {"content", "output", "site_config.yaml"}


def test_same_input_same_bytes(built: Callable[..., Path], tmp_path: Path) -> None:
    """Another folder, hash seed, time zone, day and order of files give the same bytes, papers included."""
    root = built("good", words=())
    before = tree(root / "output")
    copy = tmp_path / "Bản sao ở chỗ khác"
    copy.mkdir()
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_file() and "output" not in path.parts:
            target = copy / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "GUONGSANG_NO_VENV": "1",
    }
    words = [sys.executable, "-X", "utf8", str(PROJECT / "build.py"), "--root", str(copy), "--today", "2031-05-05"]
    done = subprocess.run(words, env=environment, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert tree(copy / "output") == before


def test_another_organisation_needs_no_change(published: Callable[[str], Path]) -> None:
    """Other languages, categories, criteria, section words and campaign names build a site; its address is used."""
    root = published("other")
    site = root / "output/site"
    page = (site / "fr/gens/2023-2024/keys.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in page and "Les clés perdues" in page and "Exemples" in page
    assert "https://museum.example/spots/fr/gens/2023-2024/keys.html" in (site / "sitemap.xml").read_text(
        encoding="utf-8"
    )
    assert 'lang="en">Archive' in page
    assert [p for p in (site / "assets").iterdir() if p.name.startswith("robe-")]


def test_lists_are_paged_by_24(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The 25th exemplar begins a second page, which the first links to."""
    root = site()
    text = (root / P1).read_text(encoding="utf-8")
    for n in range(10, 34):
        (root / f"content/exemplars/2024/noi-{n}.vi.md").write_text(text, encoding="utf-8")
    assert run("--root", root, "build", "--no-print").status == 0
    first = Reader((root / "output/site/vi/guong/index.html").read_text(encoding="utf-8"))
    assert [a for a in first.all("a") if a.get("href") == "page-2.html"]
    second = (root / "output/site/vi/guong/page-2.html").read_text(encoding="utf-8")
    assert "noi-" in second and not (root / "output/site/vi/guong/page-3.html").exists()


def test_hostile_text_is_inert(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Whatever is typed into fields stands as text on the page: no tag, attribute or template of it takes effect."""
    root = site()
    hostile = "\"'><script>alert(1)</script>{{ 7*7 }}{% raw %}<img src=x onerror=alert(1)>&lt;b&gt;"
    edit(root, P1, "title: Khay thuốc có tên, không ai nhầm", f"title: {json.dumps(hostile)}")
    edit(root, P1, "Ghi tên trước khi chia thuốc.", json.dumps(hostile))
    edit(root, "content/units.yaml", "vi: Khoa Nội", f"vi: {json.dumps(hostile)}")
    assert run("--root", root, "build", "--no-print").status == 0
    for name, page in pages(root):
        assert own_scripts(name, page) and not any(k.startswith("on") for _, a in page.tags for k in a), name
    assert "{{ 7*7 }}" in (root / "output/site/vi/guong/2024/noi-01.html").read_text(encoding="utf-8")


def test_headings_cannot_take_an_id_of_the_page(
    built: Callable[..., Path], site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Headings named like parts of the page keep their own anchors, and links to them lead there."""
    root = site()
    edit(
        root, P1, "## Bối cảnh", "## Main\n\nXem [lại](#main) và [bằng chứng](#evidence).\n\n## Evidence\n\n## Bối cảnh"
    )
    assert run("--root", root, "build", "--no-print").status == 0
    page = dict(pages(root))["vi/guong/2024/noi-01.html"]
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids)) and {"main", "h-main", "h-evidence"} <= set(ids)
    assert page.all("a", href="#h-evidence")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/units.yaml", "Khoa Nội", "Khoa Nội 🏥"),
        ("site_config.yaml", "Việc Hay", "Việc Hay ✓"),
        ("content/criteria/2024.yaml", "Điều dưỡng", "Điều dưỡng →"),
        (P1, "vi: lần", "vi: lần ✚"),
        (P1, "source: BC-02/NOI", "source: BC→02"),
        ("content/bulletins/2024-05.vi.md", "Số này", "Số này 🎉"),
        ("content/plans/2024/noi.vi.md", "title: ", "title: ✚ "),
        ("content/reviews/2024.vi.md", "title: ", "title: ☑ "),
        ("content/campaigns/2024.vi.md", "Mỗi khoa kể", "Mỗi khoa 🩺 kể"),
        (P1, "Khoa có", "Khoa &#x1F3E5; có"),
    ],
)
def test_letters_no_font_has_are_told_before_printing(
    site: Callable[..., Path], run: Callable[..., Ran], file: str, old: str, new: str
) -> None:
    """A letter that no font of the papers has is found in check at its place; without papers it does no harm."""
    root = site()
    edit(root, file, old, new)
    ran = run("--root", root, "check", "--format", "json")
    told = [f for f in json.loads(ran.out)["findings"] if f["code"] == "unprintable-letter"]
    assert ran.status == 1 and [f["file"] for f in told] == [file] and told[0]["column"] > 1
    assert run("--root", root, "build", "--no-print").status == 0


def test_a_draft_campaign_publishes_nothing(built: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """What `new campaign` makes is on no page, its criteria and its bulletin included, while it is a draft."""
    root = built("good")
    before = tree(root / "output/site")
    assert run("--root", root, "new", "campaign", "2025", "--from", "2024").status == 0
    assert (root / "content/criteria/2025.yaml").is_file()
    shutil.copytree(root / "content/exemplars/2024", root / "content/exemplars/2025")
    shutil.copytree(root / "content/plans/2024", root / "content/plans/2025")
    bulletin = (root / "content/bulletins/2024-05.vi.md").read_text(encoding="utf-8").replace("2024", "2025")
    (root / "content/bulletins/2025-05.vi.md").write_text(bulletin, encoding="utf-8", newline="\n")
    review = (root / "content/reviews/2024.vi.md").read_text(encoding="utf-8").replace("2024", "2025")
    (root / "content/reviews/2025.vi.md").write_text(review, encoding="utf-8", newline="\n")
    ran = run("--root", root, "--lang", "en", "build", "--skip-invalid", "--no-print")
    assert ran.status == 0
    assert "content/bulletins/2025-05.vi.md: its campaign is not published" in ran.err
    assert tree(root / "output/site") == before
    shown = run("--root", root, "build", "--drafts", "--no-print", "--skip-invalid")
    assert shown.status == 0 and (root / "output/site/vi/tieu-chi/2025.html").is_file()
