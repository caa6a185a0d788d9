"""A bulletin as a sheet: the plain data that paper is printed from, in one language, every word chosen.

In comes a bulletin of the site; out come the sheet of `paper` and the pictures that it names. Whether a name or photo
may be printed is decided here, so that no print template can let one out.
"""

from typing import Any

from guongsang.i18n.locale_format import show_month
from guongsang.i18n.messages import Text, say
from guongsang.model.bulletins import Bulletin
from guongsang.read.documents.entry import Entry
from guongsang.render.paper.news import decisions, news
from guongsang.render.paper.stories import back, frame, is_sample, story, street
from guongsang.render.paper.writer import Hand
from guongsang.render.paper.yearbook import indexes


def bulletin_sheet(hand: Hand, bulletin: Bulletin) -> dict[str, Any]:
    """Make the sheet of a bulletin in the language of a hand, which gathers its pictures."""
    entry, lang, site = bulletin.entry, hand.studio.lang, hand.studio.site
    body, body_lang = entry.body(lang)
    profiles = [p for p in bulletin.profiles if p.on_paper]
    houses = [u for u in site.units.values() if u.quota and u.active(entry.get("date"))]
    return {
        **frame(hand),
        "issue": {
            "title": hand.text(entry.word(("title",), lang)),
            "number": hand.say(say("No. {number}", number=entry.get("number"))),
            "date": show_month(entry.get("date"), lang),
            "licence": _licence(hand, entry),
            "is_sample": bool(entry.get("sample")) or is_sample(profiles),
            "is_draft": entry.draft,
        },
        "editorial": {
            "title": hand.say(say("From the editors")),
            "body": hand.body(hand.document(entry, body_lang), body.nodes),
            "lang": body_lang,
        }
        if body.nodes
        else None,
        "street": street(hand, houses, profiles),
        "news": news(hand, bulletin),
        "articles": [story(hand, p) for p in profiles],
        "decisions": decisions(hand, bulletin),
        **indexes(hand, profiles),
        "back": back(hand, site.urls.absolute(hand.studio.url(entry))),
    }


def _licence(hand: Hand, entry: Entry) -> Any:
    masthead = entry.get("masthead") or {}
    if masthead.get("licence"):
        return hand.text(Text(masthead["licence"], entry.source.lang))
    return hand.say(say("For internal circulation"))
