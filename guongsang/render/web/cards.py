"""Cards, notices and stages of profiles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guongsang.digests import Digested
from guongsang.i18n.messages import Language, Message, Text, say
from guongsang.model.documents import PublicDocument
from guongsang.model.profiles import PublicProfile
from guongsang.render.images import WebImage
from guongsang.render.views.context import RenderContext
from guongsang.stages import LABELS, STAGES, label_of, reached


@dataclass(frozen=True)
class Thumbnail:
    """What stands in the place of a card's picture.

    `kind` is `photo`, `named` (a person or team), `unnamed` or `model`; `letter` is the initial of a person.
    """

    kind: str
    photo: WebImage | None = None
    alt: Text | None = None
    letter: str = ""

    @property
    def drawing(self) -> str:
        """Return the name of the drawing that is shown, "" for a photo."""
        if self.kind == "named":
            return "open" if self.letter else "team"
        return {"model": "model", "unnamed": "shut"}.get(self.kind, "")


DRAWINGS = ("open", "model", "team", "half", "shut")
"""The names of all drawings, in the order in which a page holds them."""


def drawings_of(thumbnails: Iterable[Thumbnail | None], *others: str) -> list[str]:
    """Return the names of the drawings that a page needs: its thumbnails, others, and what these consist of."""
    names = {thumbnail.drawing for thumbnail in thumbnails if thumbnail} | set(others)
    if names & {"model", "team"}:
        names.add("open")
    return [name for name in DRAWINGS if name in names]


@dataclass(frozen=True)
class Card(Digested):
    """An exemplar in a list; `who` is its name, if it may be shown."""

    url: str
    title: Text
    summary: Text
    category: Text
    unit: Text
    who: Text | None
    position: Text
    stage: Message
    thumbnail: Thumbnail
    sample: bool
    translated: bool


@dataclass(frozen=True)
class Notice:
    """A note at the head of a page; `kind` is sample, none, draft, stale or withdrawn."""

    kind: str
    message: Message


@dataclass(frozen=True)
class StageRow:
    """A stage with its day and paper; one to come is not done, `last` is the last one before those."""

    label: Message
    on: date | None
    document: str
    done: bool
    last: bool


def card(context: RenderContext, profile: PublicProfile) -> Card:
    """Return the card of an exemplar."""
    return context.once("card", profile, lambda: _card(context, profile))


def _card(context: RenderContext, profile: PublicProfile) -> Card:
    lang = context.lang
    return Card(
        url=context.url(profile),
        title=profile.word(("title",), lang),
        summary=profile.word(("summary",), lang),
        category=profile.category.label.text_in(lang),
        unit=profile.unit.name.text_in(lang),
        who=profile.name,
        position=profile.word(("position",), lang),
        stage=label_of(profile.stage),
        thumbnail=thumbnail(context, profile),
        sample=profile.sample,
        translated=profile.texts.state(lang) != "none",
    )


def cards_of(context: RenderContext, profiles: Iterable[PublicProfile], *others: str) -> tuple[list[Card], list[str]]:
    """Return the cards of exemplars and the drawings that a page needs for them, and others."""
    cards = [card(context, profile) for profile in profiles]
    return cards, drawings_of((it.thumbnail for it in cards), *others)


def thumbnail(context: RenderContext, profile: PublicProfile) -> Thumbnail:
    """Choose the picture of a profile: its photo, a letter only where the name may stand, else a neutral drawing."""
    if profile.photo and (photo := context.images.web(profile.photo)):
        return Thumbnail("photo", photo, profile.word(("photo_alt",), context.lang))
    if profile.category.subject == "model":
        return Thumbnail("model")
    if profile.name is None or profile.photo_withheld:
        return Thumbnail("unnamed")
    if profile.category.subject == "collective":
        return Thumbnail("named")
    return Thumbnail("named", letter=profile.letter(context.site.name_order))


def notices(context: RenderContext, document: PublicDocument) -> list[Notice]:
    """List what a reader must know before reading: sample data, no or an old translation."""
    out = []
    if document.sample:
        out.append(Notice("sample", say("The people, units and figures on this page are invented.")))
    state, source = document.texts.state(context.lang), Language(document.texts.source.lang)
    if state == "none":
        missing = say("This page is not translated yet. The text is shown in {language}.", language=source)
        out.append(Notice("none", missing))
    elif state == "draft":
        draft = say("This translation is a draft; the original is in {language}.", language=source)
        out.append(Notice("draft", draft))
    elif state == "stale":
        stale = say("This translation is older than the original in {language}.", language=source)
        out.append(Notice("stale", stale))
    wishes = context.site.wishes
    if document.draft and (wishes.drafts or not wishes.everything):  # else a band says it
        out.append(Notice("draft", say("This page is a draft and will not be published.")))
    return out


def stages(profile: PublicProfile) -> list[StageRow]:
    """List the stages with their days; those to come are not done."""
    progress, steps = profile.progress, profile.facts.progress.steps()
    shown = [s for s in STAGES if s in progress or not reached(profile.stage or None, s)]
    return [
        StageRow(
            label=LABELS[s],
            on=progress.get(s),
            document=steps[s].document if s in steps else "",
            done=s in progress,
            last=s in progress and after is not None and after not in progress,
        )
        for s, after in zip(shown, [*shown[1:], None], strict=True)
    ]
