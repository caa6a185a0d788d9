"""Judges the layouts that bulletins name against the print templates that there are."""

from collections.abc import Iterable, Iterator

from guongsang.findings import Finding, find, suggest
from guongsang.i18n.messages import say
from guongsang.read.content import Content

PARTS = frozenset(
    f"{name}.typ"
    for name in "candidates common consent covers formal posters stories story-parts story-ways type".split()
)
"""Print templates that no bulletin can be set by: what layouts share, and documents of administration."""


def judge_layouts(content: Content, templates: Iterable[str]) -> Iterator[Finding]:
    """Report bulletins whose layout is no print template; the parts that layouts share are none."""
    layouts = sorted(name.removesuffix(".typ") for name in templates if name not in PARTS)
    for entry in content.bulletins:
        layout = entry.facts.layout
        if layout and layout not in layouts:
            source = entry.source
            yield find(
                "bad-value",
                source.source.place(*source.spans.get(("layout",), source.fence)),
                say("there is no layout {name}", name=layout),
                suggest(layout, layouts, say("layouts are: {names}", names=layouts)),
            )
