"""The poster of an exemplar as a sheet: one story to hang on a wall, in two sizes.

Title, name, summary and figure can be read from three metres on A3; the code on it leads to the page, if the site has
an address. On A4 the same sheet is drawn smaller.
"""

from guongsang.model.profiles import PublicProfile
from guongsang.render.paper.qr import qr_svg
from guongsang.render.paper.stories import frame, is_sample, story
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.typst.sheet import SheetValue
from guongsang.render.views.posters import POSTER_SIZES


def poster_sheet(writer: SheetWriter, profile: PublicProfile, size: str) -> dict[str, SheetValue]:
    """Make the sheet of a poster; a bulletin may be set as posters too, one for each of its exemplars."""
    told = story(writer, profile, POSTER_SIZES[size])
    del told["body"]
    for name in writer.pictures.keys() - {told["photo"]}:  # those of the body
        del writer.pictures[name]
    return {
        **frame(writer),
        "paper": size,
        "issue": {"title": told["title"], "is_sample": is_sample([profile]), "is_draft": profile.draft},
        "articles": [{**told, "qr": qr_svg(told["url"], writer.context.images.keep) if told["url"] else None}],
    }
