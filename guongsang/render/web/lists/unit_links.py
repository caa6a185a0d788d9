"""How units are named on pages: as links, and in lists, where those that came to an end say so."""

from dataclasses import dataclass

from guongsang.i18n.messages import Message, Text, say
from guongsang.model.site import unit_name
from guongsang.read.tables.units import Unit
from guongsang.render.views.context import RenderContext


@dataclass(frozen=True)
class UnitLink:
    """A unit and the address of its page."""

    name: Text
    url: str


def unit_link(context: RenderContext, unit: str) -> UnitLink:
    """Show a unit as a link."""
    name = unit_name(context.site, unit).text_in(context.lang)
    return UnitLink(name, context.site.urls.list_of("units", context.lang, unit))


def name_in_list(unit: Unit, lang: str) -> Text | Message:
    """Return the name of a unit for a list, with its last day where it came to an end."""
    name = unit.name.text_in(lang)
    return say("{unit} (until {day})", unit=name, day=unit.last_day) if unit.last_day else name
