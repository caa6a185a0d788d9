"""A bulletin as a sheet: the plain data that paper is printed from, in one language, every word chosen.

In comes a bulletin of the site; out come the sheet of `paper` and the pictures that it names. Whether a name or photo
may be printed is decided here, so that no print template can let one out.
"""

from guongsang.i18n.locale_format import show_month
from guongsang.i18n.messages import Text, say
from guongsang.model.bulletins import Issue
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.documents import Bulletin
from guongsang.render.paper.news import decisions, news
from guongsang.render.paper.stories import back, frame, is_sample, story, unit_rows
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.paper.yearbook import indexes
from guongsang.render.typst.sheet import SheetValue


def bulletin_sheet(writer: SheetWriter, issue: Issue) -> dict[str, SheetValue]:
    """Make the sheet of a bulletin in the language of a writer, which gathers its pictures."""
    entry, lang, site = issue.entry, writer.context.lang, writer.context.site
    editorial, profiles = entry.texts.body(lang), issue.printed
    units = [u for u in site.units.values() if u.quota and u.active(issue.day)]
    return {
        **frame(writer),
        "issue": {
            "title": writer.text(entry.word(("title",), lang)),
            "number": writer.say(say("No. {number}", number=entry.facts.number)),
            "date": show_month(issue.day, lang),
            "licence": _licence(writer, entry),
            "is_sample": entry.sample or is_sample(profiles),
            "is_draft": entry.draft,
        },
        "editorial": {
            "title": writer.say(say("From the editors")),
            "body": writer.body(editorial),
            "lang": editorial.lang,
        }
        if editorial.body.nodes
        else None,
        "street": unit_rows(writer, units, profiles),
        "news": news(writer, issue),
        "articles": [story(writer, p) for p in profiles],
        "decisions": decisions(writer, issue),
        **indexes(writer, profiles),
        "back": back(writer, site.urls.absolute(writer.context.url(entry))),
    }


def _licence(writer: SheetWriter, entry: Entry[Bulletin]) -> SheetValue:
    if licence := entry.facts.masthead.licence:
        return writer.text(Text(licence, entry.source.lang))
    return writer.say(say("For internal circulation"))
