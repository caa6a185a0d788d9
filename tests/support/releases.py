"""Outputs that take the place of one another: published, read back, and what lies beside them."""

from pathlib import Path

from guongsang.publish.release import File, staged


def publish(output: Path, **files: str) -> None:
    """Publish some files by their names below the site."""
    with staged(output) as stage:
        for name, text in files.items():
            stage.add(File(f"site/{name}.html", text.encode(), "page"))


def published(output: Path) -> dict[str, str]:
    """Return the files of the site in an output."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((output / "site").glob("*.html"))}


def beside(output: Path) -> list[str]:
    """Return what lies beside an output."""
    return sorted(path.name for path in output.parent.iterdir() if path != output)
