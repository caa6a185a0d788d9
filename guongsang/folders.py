"""Where the templates of a site lie."""

from dataclasses import dataclass
from pathlib import Path

from guongsang.text.file_names import is_litter


@dataclass(frozen=True)
class Folders:
    """Where templates and static files are looked for: in the site's folder first, then in the project's."""

    root: Path
    project: Path

    @property
    def web_templates(self) -> list[Path]:
        """Return the folders of web templates."""
        return [self.root / "templates/web", self.project / "templates/web"]

    @property
    def print_templates(self) -> dict[str, Path]:
        """Return the print templates by name; a site's own stand in the place of the project's."""
        folders = (self.project, self.root)
        found = (p for folder in folders for p in sorted((folder / "templates/print").glob("*.typ")))
        return {p.name: p for p in found if p.is_file() and not is_litter(p.name)}
