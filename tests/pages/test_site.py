"""What is published: the whole tree under golden files, the same bytes anywhere, a site for any organisation, and
nothing of a draft."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from support.program import Ran
from support.site import PROJECT, tree

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


def test_same_input_same_bytes(built: Callable[..., Path], tmp_path: Path) -> None:
    """Another folder, hash seed, time zone, mask of modes, order of files and one process give the same bytes.

    Papers and the files of the Office are among them. Another day changes nothing of the site, only what the Office is
    told of days.
    """
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
    words = [sys.executable, "-X", "utf8", str(PROJECT / "build.py"), "--root", str(copy), "--today"]
    for day in ("2031-05-05", "2025-01-15"):
        done = subprocess.run(
            [*words, day, "build", "--jobs", "1"],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            check=False,
            umask=-1 if sys.platform == "win32" else 0o077,
        )
        assert done.returncode == 0, done.stderr.decode()
        after = tree(copy / "output")
        assert {p: data for p, data in after.items() if p.startswith("site/")} == {
            p: data for p, data in before.items() if p.startswith("site/")
        }
    assert after == before


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
    assert "content/bulletins/2025-05.vi.md: its campaign is a draft" in ran.err
    assert tree(root / "output/site") == before
    shown = run("--root", root, "build", "--drafts", "--no-print", "--skip-invalid")
    assert shown.status == 0 and (root / "output/site/vi/tieu-chi/2025.html").is_file()
