"""Sites of the tests in folders: laid out of fixtures, edited, read back."""

import shutil
from pathlib import Path

PROJECT = Path(__file__).parents[2]
SITES = PROJECT / "tests/sites"


def lay_out(root: Path, *layers: str | Path) -> Path:
    """Make a site in a folder out of fixtures, later ones laid over earlier ones; return the folder."""
    for layer in layers:
        shutil.copytree(SITES / layer, root, dirs_exist_ok=True)
    return root


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Change a file of a site once; the old text must stand there, and be another than the new one."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} does not stand in {file}"
    assert old != new, f"{old!r} is replaced by itself"
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def write(root: Path, file: str, text: str) -> None:
    """Write one file of a site, and the folders above it."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def owe(root: Path) -> None:
    """Let a second unit of the good site owe what it has not given: an exemplar and a plan."""
    edit(root, "content/units.yaml", "en: Pharmacy}, quota: false}", "en: Pharmacy}}")


def leave_untranslated(root: Path, file: str = "exemplars/2024/noi-02") -> None:
    """Take the English translation of a document of the good site away."""
    (root / f"content/{file}.en.md").unlink()


def tree(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files below a folder by their paths in it."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
