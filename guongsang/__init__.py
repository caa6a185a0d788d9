"""Gương Sáng: from Markdown profiles of exemplars to a judged, bilingual website and printed bulletins.

Data flows one way through the folders of this package: read, judge, model, render, publish. `docs/architecture.md`
tells what belongs where and why.
"""

from pathlib import Path

__version__ = "0.1.0"

HOME = Path(__file__).resolve().parent.parent
"""The project's own folder, whose templates, static files and catalogues a site uses where it has none of its own."""

SOURCES = ("content", "templates", "static", "locales", "fonts")
"""The folders of a site that are read; beside them lies `site_config.yaml`."""
