"""Cards, notices and stages of profiles."""

from dataclasses import dataclass
from typing import Any

from guongsang.i18n.messages import Language, Message, Text, say
from guongsang.model.profiles import Profile
from guongsang.read.documents.entry import Entry
from guongsang.read.documents.links import picture_file
from guongsang.render.images import WebImage
from guongsang.render.views.context import RenderContext, name_of
from guongsang.stages import LABELS, STAGES
from guongsang.text.vietnamese import initial


@dataclass(frozen=True)
class Thumbnail:
    """The picture of a card.

    A photo, or a drawn window that is open, a model's, or closed, with a letter or nothing.
    """

    kind: str
    photo: WebImage | None = None
    alt: Text | None = None
    letter: str = ""


@dataclass(frozen=True)
class Card:
    """An exemplar in a list."""

    url: str
    title: Text
    summary: Text
    category: Text
    unit: Text
    unit_url: str
    who: Text | None
    position: Text
    stage: Message
    window: Thumbnail
    sample: bool
    translated: bool


@dataclass(frozen=True)
class Notice:
    """A note at the head of a page; `kind` is sample, none, draft, stale or withdrawn."""

    kind: str
    message: Message


def card(context: RenderContext, profile: Profile) -> Card:
    """Make the card of an exemplar."""
    entry, lang = profile.entry, context.lang
    return Card(
        context.url(entry),
        entry.word(("title",), lang),
        entry.word(("summary",), lang),
        profile.category.label.told(lang),
        profile.unit.name.told(lang),
        context.site.urls.list_of("units", lang, profile.unit.id),
        name_of(profile),
        entry.word(("position",), lang),
        LABELS[profile.stage],
        thumbnail(context, profile),
        bool(entry.get("sample")),
        entry.state(lang) != "none",
    )


def thumbnail(context: RenderContext, profile: Profile) -> Thumbnail:
    """Choose the picture of a profile.

    A photo with consent, a letter only where the name may stand, else closed shutters.
    """
    entry = profile.entry
    if profile.photo_on_site:
        photo = context.images.show(picture_file(entry.source, entry.get("photo")))
        if photo:
            return Thumbnail("photo", photo, entry.word(("photo_alt",), context.lang))
    if profile.category.subject == "model":
        return Thumbnail("model")
    if not profile.names_on_site or (entry.get("photo") and not profile.photo_on_site):
        return Thumbnail("closed")
    if profile.category.subject == "collective":
        return Thumbnail("open")
    return Thumbnail("open", letter=initial(entry.get("name")))


def notices(context: RenderContext, entry: Entry) -> list[Notice]:
    """List what a reader must know before reading: sample data, no or an old translation."""
    out = []
    if entry.get("sample"):
        out.append(Notice("sample", say("The people, units and figures on this page are invented.")))
    state, source = entry.state(context.lang), Language(entry.source.lang)
    if state == "none":
        out.append(
            Notice(
                "none",
                say(
                    "This page is not translated yet. The text is shown in {language}.",
                    language=source,
                ),
            )
        )
    elif state == "draft":
        out.append(
            Notice(
                "draft",
                say(
                    "This translation is a draft; the original is in {language}.",
                    language=source,
                ),
            )
        )
    elif state == "stale":
        out.append(
            Notice(
                "stale",
                say(
                    "This translation is older than the original in {language}.",
                    language=source,
                ),
            )
        )
    if entry.draft:
        out.append(Notice("draft", say("This page is a draft and will not be published.")))
    return out


def stages(profile: Profile) -> list[dict[str, Any]]:
    """List the stages with their dates; those to come are not done."""
    progress = profile.entry.progress
    return [
        {
            "label": LABELS[s],
            "on": progress.get(s),
            "document": profile.entry.get("progress", s, "document"),
            "done": s in progress,
        }
        for s in STAGES
        if s in progress or STAGES.index(s) > STAGES.index(profile.stage)
    ]
