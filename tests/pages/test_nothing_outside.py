"""Nothing outside a site is read, whatever lies or is named in it; nothing is written but output and cache."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import P1, P2
from support.program import Ran
from support.site import edit, tree, write

CANARY = "canary-7f3a91"
"""What stands in files outside of the site, and may stand in nothing that comes of it."""
ODD = ("link", "folder link", "pipe", "folder", "device")


@pytest.mark.skipif(os.name != "posix", reason="links, pipes and devices are made in other ways")
def test_nothing_outside_a_site_is_read_or_written(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Links, pipes, devices, folders named like files, paths that lead out: no command hangs or tells."""
    root = site()
    outside = root.parent / "outside"
    write(outside, "secret.vi.md", f"---\ntitle: {CANARY}\nmenu: 1\n---\n{CANARY}\n")
    write(outside, "secret.yaml", f"units:\n  - {{id: x, name: {{vi: {CANARY}}}}}\n")
    write(outside, "secret.css", f"/* {CANARY} */")
    (outside / "secret.png").write_bytes((root / "content/exemplars/2024/noi-02.png").read_bytes() + CANARY.encode())
    for folder, ending in {
        "content/pages": ".vi.md",
        "content/exemplars/2024": ".png",
        "content/criteria": ".yaml",
        "content": ".yaml",
        "fonts": ".ttf",
        "locales": ".po",
        "static": ".css",
        "static/root": ".txt",
        "templates/web": ".html",
        "templates/print": ".typ",
    }.items():
        (root / folder).mkdir(parents=True, exist_ok=True)
        for kind in ODD:
            _make(kind, root / folder / f"x-{kind.replace(' ', '-')}{ending}", outside)
    for way in ("../../../../outside/secret.png", f"{outside}/secret.png", "..\\..\\..\\..\\outside\\secret.png"):
        write(root, f"content/pages/y-{len(way)}.vi.md", f"---\ntitle: a\n---\n![a]({way})\n\n[a]({way})\n")
    edit(root, P2, "photo: noi-02.png", "photo: ../../../../outside/secret.png")
    edit(root, P1, "Xem thêm", f"![a](../../../../outside/secret.png) ![b](file://{outside}/secret.png) Xem thêm")
    before = {**tree(outside), **_sources(root)}
    assert _told(run, root, "check") == 2  # data files and fonts, without which nothing can be judged
    for folder in ("content/criteria", "content", "fonts"):
        for odd in (root / folder).glob("x-*"):
            odd.rmdir() if odd.is_dir() and not odd.is_symlink() else odd.unlink()
    assert _told(run, root, "check") == 1
    assert _told(run, root, "build", "--skip-invalid", "--no-print") == 0
    assert _told(run, root, "fix") in (0, 1)
    assert _told(run, root, "todo") in (0, 1)
    assert {**tree(outside), **_sources(root)} == before
    made = tree(root / "output") | tree(root / ".cache")
    assert len(made) > 50 and not [name for name, data in made.items() if CANARY.encode() in data]
    assert {p.name for p in root.parent.iterdir()} == {"outside", root.name}


def _told(run: Callable[..., Ran], root: Path, *words: str) -> int:
    """Run a command, which tells nothing of what lies outside, and return its status."""
    ran = run("--root", root, *words)
    assert CANARY not in ran.out + ran.err
    return ran.status


def _sources(root: Path) -> dict[str, bytes]:
    """Return the ordinary files of a site that a build does not make."""
    files = (p for p in root.rglob("*") if p.is_file() and not p.is_symlink())
    return {str(p): p.read_bytes() for p in files if p.relative_to(root).parts[0] not in ("output", ".cache")}


def _make(kind: str, path: Path, outside: Path) -> None:
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        secret = outside / f"secret{''.join(path.suffixes)}"
        path.symlink_to({"link": secret, "folder link": outside, "device": Path("/dev/null")}[kind])
