"""Web roots and outputs of a few bytes: built, published, looked at."""

from dataclasses import dataclass
from pathlib import Path

from guongsang.publish.gone import gone_files, gone_list
from guongsang.publish.patience import Patience
from guongsang.publish.release import File, staged
from guongsang.publish.release_list import RELEASE_LIST
from guongsang.publish.web_root.back import Back, go_back
from guongsang.publish.web_root.put import Put, put_release
from guongsang.publish.web_root.root import find_root
from guongsang.publish.withheld import Withheld
from support.site import tree


@dataclass(frozen=True)
class Place:
    """A folder with an output and a web root in it."""

    folder: Path
    patience: Patience = Patience(seconds=0)  # noqa: RUF009

    @property
    def output(self) -> Path:
        """Return the output."""
        return self.folder / "site/output"

    @property
    def root(self) -> Path:
        """Return the web root."""
        return self.folder / "www/guong"

    @property
    def store(self) -> Path:
        """Return where releases are kept."""
        return self.folder / "www/.guong.releases"

    def build(self, withheld: Withheld | None = None, **pages: str) -> None:
        """Build an output of some pages, the front page among them; each is of the exemplar of its name."""
        files = [File("site/index.html", b"home", "page"), File("office/secret.txt", b"secret", "office")]
        for name, text in pages.items():
            source = f"content/exemplars/2022/{name}.vi.md"
            files.append(File(f"site/vi/{name}.html", text.encode(), "page", "vi", source))
        if gone := gone_files(self.output, [file.path for file in files]):
            files.append(gone_list(gone, "Gone"))
        if withheld:
            files.append(withheld.as_file())
        with staged(self.output) as stage:
            for file in files:
                stage.add(file)

    def publish(self, **pages: str) -> Put:
        """Build an output of some pages, if any are given, and publish it."""
        if pages:
            self.build(**pages)
        self.root.parent.mkdir(exist_ok=True)
        return put_release(find_root(self.root, self.output, [self.folder / "site"]), self.output, self.patience)

    def back(self) -> Back:
        """Bring the release before back."""
        return go_back(find_root(self.root, self.output, [self.folder / "site"]), self.output, self.patience)

    def shown(self) -> dict[str, str]:
        """Return the files in the web root, without the list of the release."""
        return {path: data.decode() for path, data in tree(self.root).items() if path != RELEASE_LIST}

    def kept(self) -> list[str]:
        """Return the names of the releases that are kept, and of whatever else lies there."""
        names = [path.name for path in self.store.iterdir()] if self.store.is_dir() else []
        return sorted(name for name in names if name != "web.config" and not name.endswith(".json"))

    def beside(self) -> list[str]:
        """Return what lies beside the web root."""
        return sorted(path.name for path in self.root.parent.iterdir() if path != self.root)
