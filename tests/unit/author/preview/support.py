"""A preview without a server: the small site built in memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guongsang.author.preview.documents import ContentDocument
from guongsang.author.preview.preview import Preview
from guongsang.i18n.messages import Catalogue
from guongsang.model.site import Wishes
from guongsang.pipeline.building import Options
from support.preview import notes_of
from unit.support import TODAY, write_site

PROFILE = "vi/guong/2024/noi-01.html"
ENGLISH = Catalogue("en")


@dataclass(frozen=True)
class Previewed:
    """A preview and the folder of its site."""

    root: Path
    preview: Preview

    def page(self, path: str) -> str:
        """Return a page."""
        data = self.preview.file(path)
        assert data is not None, f"there is no page {path}"
        return data.decode()

    def band(self, path: str) -> str:
        """Return the text of the one band of a page."""
        (band,) = notes_of(self.page(path))
        return band

    def document(self, file: str) -> ContentDocument:
        """Return the document of a file."""
        return next(d for d in self.preview.shown.documents if file in d.files)

    def save(self, file: str, text: str | bytes) -> None:
        """Save a file and build."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        self.preview.build()


def previewed(root: Path, *layers: Mapping[str, str | bytes | None], wishes: Wishes | None = None) -> Previewed:
    """Write the small site with other files laid over it, and build its preview."""
    write_site(root, *layers)
    preview = Preview(Options(root, root / "output", TODAY, wishes or Wishes()), ENGLISH)
    preview.build()
    return Previewed(root, preview)
