"""The form by which a person agrees to be shown, filled in from the profile: what, where, how long, with what rights.

It is a letter to one person and no document of administration, so it has no number, and the person's own name stands on
it whatever was agreed to before. Its boxes are always empty: agreement is a deed of the person and never a default (Law
91/2025/QH15, Article 9).
"""

from collections.abc import Iterator
from datetime import date

from guongsang.i18n.messages import Message, Text, say
from guongsang.judge.people.due_days import ANSWER_WORKING_DAYS, OFF_DAYS, OFF_DAYS_WITH_THIRD_PARTIES
from guongsang.model.profiles import PublicProfile
from guongsang.render.paper.formal.letterhead import INTERNAL
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.typst.sheet import SheetValue
from guongsang.render.views.words import label_in

_LAW = say(
    "Basis: Article 9 of Law 91/2025/QH15 on the protection of personal data; Decree 356/2025/NĐ-CP, which details it."
)


def is_form_needed(profile: PublicProfile, seen: str) -> bool:
    """Return whether a person is still to be asked, or asked again.

    No form is needed where consent to the story is dated, has its document, is bound to what there is to be seen now,
    and has no last day after which it would have to be given anew.
    """
    consent = profile.facts.consent
    settled = consent.on and consent.document and "site" in consent.story and consent.of == seen
    return not settled or isinstance(consent.until, date)


def consent_sheet(writer: SheetWriter, profile: PublicProfile) -> dict[str, SheetValue]:
    """Make the sheet of the form for one person."""
    site, lang = writer.context.site, writer.context.lang
    national = site.config.formal.national
    return {
        "lang": lang,
        "programme": writer.text(site.config.title.text_in(lang)),
        "black_only": True,
        "organisation": writer.text(site.config.organisation.name.text_in(lang)),
        "parent": writer.text(label_in(site.config.organisation.parent, lang)),
        "nation": writer.say(say("SOCIALIST REPUBLIC OF VIET NAM")) if national else None,
        "motto": writer.say(say("Independence - Freedom - Happiness")) if national else None,
        "title": writer.say(say("Consent to be shown as an exemplar")),
        "notice": writer.notice(profile),
        "shown_title": writer.say(say("What will be shown")),
        "shown": [[writer.say(label), value] for label, value in _shown(writer, profile)],
        "agree_title": writer.say(say("What I agree to")),
        "agree_note": writer.say(say("Tick only what you agree to. What is not ticked is not agreed to.")),
        "agree_head": [writer.say(m) for m in (say("Shown of me"), say("On the site"), say("On paper"))],
        "agree": [writer.say(m) for m in _asked(profile)],
        "where": [writer.runs(line) for line in _where(writer)],
        "until_title": writer.say(say("How long my consent holds")),
        "until": [writer.say(m) for m in _how_long()],
        "terms": [[writer.say(head), writer.runs(text)] for head, text in _terms(writer)],
        "law": writer.say(_LAW) if national else None,
        "statement": writer.say(
            say("I have read the whole text and seen the pictures. I agree of my own free will to what I ticked.")
        ),
        "place_date": writer.say(say("Place, day … month … year …")),
        "signature": writer.say(say("Signature and full name")),
        "seen": writer.say(say("Fingerprint of what was seen: {value}", value=site.seen.get(profile.id, ""))),
        "internal": writer.say(INTERNAL),
        "sample": writer.say(say("Sample data: people and events are invented")) if profile.sample else None,
    }


def _shown(writer: SheetWriter, profile: PublicProfile) -> Iterator[tuple[Message, SheetValue]]:
    """Yield what the texts and pictures show of the person, each with its label."""
    lang = writer.context.lang
    yield say("Name"), writer.text(profile.name)
    if position := profile.word(("position",), lang):
        yield say("Position"), writer.text(position)
    yield say("Unit"), writer.text(profile.unit.name.text_in(lang))
    yield say("Headline"), writer.text(profile.word(("title",), lang))
    yield say("Summary"), writer.text(profile.word(("summary",), lang))
    if profile.facts.photo:
        described = profile.word(("photo_alt",), lang)
        yield say("Photo"), writer.text(described if described.value else profile.source_text(profile.facts.photo))
    yield say("Story"), writer.say(say("the whole text, as it was handed over with this form"))


def _asked(profile: PublicProfile) -> Iterator[Message]:
    """Yield what is agreed to one by one; nobody can agree to a photo that there is not."""
    yield say("My name")
    if profile.facts.photo:
        yield say("My photo")
    yield say("My story, without my name or with it")


def _where(writer: SheetWriter) -> Iterator[Message]:
    """Yield what the two channels are."""
    address = writer.context.site.config.base_url
    if address:
        yield say("Site: {address}, open to everybody.", address=address)
    else:
        yield say("Site: the web pages of the organisation, on the internet or inside it.")
    yield say("Paper: bulletins, posters and the yearbook, printed and as files beside the pages.")


def _how_long() -> tuple[Message, ...]:
    return (say("until day … month … year …"), say("for as long as I work here"), say("permanently"))


def _terms(writer: SheetWriter) -> Iterator[tuple[Message, Message | Text]]:
    """Yield what the person has to know before agreeing."""
    organisation = writer.context.site.config.organisation
    yield (
        say("Purpose"),
        say("To recognise good work, to make it known and to let others learn from it; nothing else."),
    )
    yield say("Responsible"), organisation.name.text_in(writer.context.lang)
    yield (
        say("My rights"),
        say(
            "To see what is kept and shown of me, to have it corrected, and to withdraw my consent at any time, wholly"
            " or in part, without giving a reason. Whoever does not agree, or withdraws, has no disadvantage from it."
        ),
    )
    yield (
        say("Withdrawal"),
        say(
            "A request is answered within {answer} working days; pages and files are taken down within {off} days,"
            " within {later} where others must act too. Paper that was handed out before is not recalled.",
            answer=str(ANSWER_WORKING_DAYS),
            off=str(OFF_DAYS),
            later=str(OFF_DAYS_WITH_THIRD_PARTIES),
        ),
    )
