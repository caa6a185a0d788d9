"""The site of a call, and what a word of the command line means in it: a path, a slug; with what was nearly meant."""

import click

from guongsang.cli.call import Call
from guongsang.cli.check_and_build import report_setup
from guongsang.findings import Refusal, SetupError
from guongsang.i18n.messages import Message, say
from guongsang.judge.criteria.kinds import CHECK_FORMS
from guongsang.pipeline import HOME, cache_of
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.site import read_content
from guongsang.text.suggestions import closest


def content_of(call: Call) -> Content:
    """Read the site. Where it cannot be judged, tell why and raise Exit with status 2."""
    try:
        return read_content(call.root, HOME, CHECK_FORMS, keep=cache_of(call.root).known)
    except SetupError as fault:
        raise click.exceptions.Exit(report_setup(call, fault)) from None


def entry_of(call: Call, content: Content, word: str) -> AnyEntry:
    """Return the entry that a path, a path without its ending, an id or a slug means. Raises Refusal."""
    names = {name: entry for entry in content.entries for name in _names(entry, content)}
    for name in (call.path(word), word):
        if name in names:
            return names[name]
    raise Refusal(no_such(word, [*names, *content.files]))


def _names(entry: AnyEntry, content: Content) -> list[str]:
    stem = entry.source.file.removesuffix(f".{entry.source.lang}.md")
    files = [f"{stem}.{lang}.md" for lang in content.config.languages]
    names = [stem, *files, f"{entry.kind}s/{entry.id}"]
    alone = sum(e.slug == entry.slug for e in content.entries) == 1
    return [*names, *([entry.slug] if alone else []), *([entry.id] if entry.kind == "exemplar" else [])]


def no_such(word: str, known: list[str]) -> Message:
    """Return a message that nothing has this name, with the nearest that there is."""
    tail = word.replace("\\", "/").rpartition("/")[2]
    tails = {name.rpartition("/")[2]: name for name in known}
    near = closest(word, known) or tails.get(closest(tail, tails) or "")
    if near:
        return say("there is no file {name} in this site; did you mean {near}?", name=word, near=near)
    return say("there is no file {name} in this site", name=word)
