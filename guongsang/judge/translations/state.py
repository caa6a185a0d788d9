"""Judges how translations stand to their sources: none, draft, stale, and whether they say the same."""

from collections.abc import Iterator

from guongsang.commands import Command, command
from guongsang.findings import Finding, find
from guongsang.i18n.messages import Language, say
from guongsang.judge.translations.parity import judge_parity, state_counts
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry


def judge_translations(content: Content, entry: AnyEntry) -> Iterator[Finding]:
    """Judge an entry in every language but the source's; a draft needs no translation yet."""
    for lang in content.config.languages[1:] if not (entry.withdrawn or entry.draft) else ():
        if not _is_misnamed(content, entry, lang):
            yield from _judge(entry, lang)
        if state_counts(entry, lang):
            yield from judge_parity(entry.source, entry.translations[lang])


def _is_misnamed(content: Content, entry: AnyEntry, lang: str) -> bool:
    """Return whether a translation is there under a wrong name, or beside the right name of its source."""
    wanted = entry.source.file.removesuffix(f"{entry.source.lang}.md") + f"{lang}.md"
    return lang not in entry.translations and (
        entry.source.file in content.misnamed or wanted in content.misnamed.values()
    )


def _judge(entry: AnyEntry, lang: str) -> Iterator[Finding]:
    state = entry.state(lang)
    translation = entry.translations.get(lang)
    if state == "none":
        file = entry.source.file.removesuffix(f"{entry.source.lang}.md") + f"{lang}.md"
        place = (
            translation.source.place(*translation.fence)
            if translation
            else entry.source.source.place(*entry.source.fence)
        )
        yield find(
            "untranslated",
            place,
            say(
                "there is no translation into {language}; the source is shown with a notice",
                language=Language(lang),
            ),
            say("write the body of {file}; when it is complete: {command}", file=file, command=_confirm(file))
            if translation
            else say(
                "make {file} with: {command}", file=file, command=command("translate", entry.source.file, "--to", lang)
            ),
        )
    elif state == "draft" and translation:
        yield find(
            "draft-translation",
            translation.source.place(*translation.fence),
            say("the translation is a draft, because it does not say what it translates; it is shown with a notice"),
            say("when it is complete: {command}", command=_confirm(translation.file)),
        )
    elif state == "stale" and translation:
        yield find(
            "stale-translation",
            translation.place("translates"),
            say("the source was changed after this translation; it is shown with a notice"),
            say("bring it up to date, then: {command}", command=_confirm(translation.file)),
        )


def _confirm(file: str) -> Command:
    return command("translate", "--confirm", file)
