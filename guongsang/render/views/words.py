"""Lists and labels in the language of a page."""

from collections.abc import Mapping
from typing import Any

from guongsang.i18n.messages import Label, Text
from guongsang.model.profiles import Profile
from guongsang.model.site import unit_name
from guongsang.read.documents.entry import Entry
from guongsang.render.views.context import RenderContext


def adoptions(context: RenderContext, profile: Profile) -> list[dict[str, Any]]:
    """List the units that copied a profile, weak results too."""
    rows = []
    for i, row in enumerate(profile.entry.get("adopted_by") or []):
        known = row.get("unit") in context.site.units
        rows.append(
            {
                "unit": unit_name(context.site, row.get("unit", "")).told(context.lang),
                "url": context.site.urls.list_of("units", context.lang, row["unit"]) if known else None,
                "on": row.get("on"),
                "result": profile.entry.word(("adopted_by", i, "result"), context.lang),
            }
        )
    return rows


def words_list(entry: Entry, field_name: str, lang: str) -> list[Text]:
    """Return a list of words, item by item."""
    return [entry.word((field_name, i), lang) for i in range(len(entry.get(field_name) or []))]


def legal_basis(row: Mapping[str, Any], lang: str, source: str) -> dict[str, Any]:
    """Show a cited document: number, date, issuer and title."""
    return {
        "number": Text(row.get("number", ""), source),
        "on": row.get("on"),
        "issuer": label_in(row.get("issuer"), lang),
        "title": label_in(row.get("title"), lang),
    }


def label_in(label: Label | str | None, lang: str) -> Text | None:
    """Write a label, if there is one."""
    return label.told(lang) if isinstance(label, Label) else None
