"""Gương Sáng: from Markdown profiles of exemplars to a judged, bilingual website and printed bulletins.

Data flows one way through the folders of this package: read, judge, model, render, publish. `docs/architecture.md`
tells what belongs where and why.
"""

__version__ = "0.1.0"
