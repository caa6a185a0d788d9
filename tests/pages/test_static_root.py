"""Files of `static/root/` lie at the root of the site under their own names, beside what the site makes."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import tree, write


def test_what_belongs_at_the_root_keeps_its_name(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Dots and folders too; the site's own words for robots stand in the place of ours; no litter is published.

    Whoever publishes under a umask that lets nobody else read: a web server reads the site, not the Office's papers.
    """
    root = site()
    files = {
        "CNAME": "guong.example",
        ".well-known/security.txt": "Contact:",
        "robots.txt": "User-agent: x",
        ".git/x": "",
    }
    for name, text in (files | {"a/Thumbs.db": ""}).items():
        write(root, f"static/root/{name}", text)
    before = os.umask(0o077)
    try:
        assert run("--root", root, "build", "--no-print").status == 0
    finally:
        os.umask(before)
    found = tree(root / "output/site")
    assert found["CNAME"] == b"guong.example" and found[".well-known/security.txt"] == b"Contact:"
    assert found["robots.txt"] == b"User-agent: x" and "vi/index.html" in found
    assert not [name for name in found if "Thumbs" in name or ".git" in name or "root" in name]
    assert run("--root", root, "verify").status == 0
    if os.name != "nt":
        paths = [root / "output", root / "output/site", *(root / "output/site").rglob("*")]
        assert {path.stat().st_mode & 0o777 for path in paths if path.is_dir()} == {0o755}
        assert {path.stat().st_mode & 0o777 for path in paths if path.is_file()} == {0o644}
        assert not any(p.stat().st_mode & 0o077 for p in (root / "output/office").rglob("*") if p.is_file())


@pytest.mark.parametrize("name", ["index.html", "vi/x.html", "EN/x", "assets", "Sitemap.xml"])
def test_what_the_site_makes_is_not_replaced(name: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Such a file stops the build, as no document can be left out for it."""
    root = site()
    write(root, f"static/root/{name}", "")
    ran = run("--root", root, "--lang", "en", "build", "--no-print", "--skip-invalid")
    assert ran.status == 1 and f"static/root/{name}" in ran.out and "[name-collision]" in ran.out
