"""The fonts of a site on its pages: each is used for text in languages that it is for, and for nothing else."""

import hashlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from guongsang.model.urls import ASSETS
from guongsang.read.data.types import Config
from guongsang.read.font_files import FOLDER, FontFile
from guongsang.render.typst.fonts import fonts_of_language
from guongsang.render.web.files.assets import Asset

STYLES = "site-fonts.css"


def font_assets(config: Config) -> dict[str, Asset]:
    """Return the fonts that some language of a site needs, and the style sheet that says for which; often none."""
    needed = {code: fonts for code in config.languages if (fonts := fonts_of_language(config, code))}
    files = {font.file: _asset(font) for fonts in needed.values() for font in fonts}
    if not files:
        return {}
    sheet = "".join([*map(_face, files.values()), *_rules(needed, files)]).encode()
    return {**files, STYLES: Asset(f"{ASSETS}/site-fonts-{_digest(sheet)}.css", sheet)}


def _asset(font: FontFile) -> Asset:
    ending = PurePosixPath(font.file).suffix.lower()
    return Asset(f"{ASSETS}/{FOLDER}/{_digest(font.data)}{ending}", font.data)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]


def _family(asset: Asset) -> str:
    return f'"site {PurePosixPath(asset.path).stem}"'


def _face(asset: Asset) -> str:
    url = PurePosixPath(asset.path).relative_to(ASSETS)
    return f'@font-face{{font-family:{_family(asset)};src:url("{url}");font-display:swap}}\n'


def _rules(needed: dict[str, list[FontFile]], files: dict[str, Asset]) -> Iterator[str]:
    for code, fonts in needed.items():
        families = ",".join(_family(files[font.file]) for font in fonts)
        yield f":lang({code}){{font-family:{families},var(--sans)}}\n"
