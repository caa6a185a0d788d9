"""The check `section`: the source body has a section under a heading, of enough words."""

from dataclasses import dataclass

from guongsang.i18n.messages import Label, Message, say, say_n
from guongsang.judge.criteria.check import MET, TOLD_ELSEWHERE, Case, Check, Outcome, SectionToWrite, needed
from guongsang.read.data.criteria import CheckForm
from guongsang.read.data.types import Criterion
from guongsang.read.fields.kinds import LABEL, Integer, Tree
from guongsang.read.fields.table import build, optional, required, table
from guongsang.read.markdown.tree import Body, plain_text
from guongsang.text.suggestions import closest
from guongsang.text.vietnamese import count_words

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class SectionOptions:
    """The heading of the section in each language, and how many words it must have."""

    heading: Label = required(LABEL, say("Heading"), say("heading of the section, as it stands in the text"))
    min_words: int | None = optional(
        Integer(), say("Least number of words"), say("how many words at least, like {example}", example="80")
    )


def _make(tree: Tree) -> SectionOptions:
    return build(SectionOptions, tree)


def _options(criterion: Criterion) -> SectionOptions:
    assert isinstance(criterion.options, SectionOptions)
    return criterion.options


def _judge(case: Case, criterion: Criterion) -> Outcome:
    options, document = _options(criterion), case.entry.source
    wanted = options.heading.text_in(document.lang).value
    if document.body.refused:
        return TOLD_ELSEWHERE
    least = max(options.min_words or 0, 1)
    words = words_under(document.body, wanted)
    if words is None:
        hint = section_hint(wanted, document.body)
        return Outcome("unmet", say("the text has no section “{name}”", name=wanted), hint)
    if words < least:
        reason = say_n(
            "the section “{name}” has {n} word; {needed}",
            "the section “{name}” has {n} words; {needed}",
            name=wanted,
            n=words,
            needed=needed(least),
        )
        return Outcome("unmet", reason, say("tell step by step what was done, so that others can do it too"))
    return MET


def section_hint(wanted: str, body: Body) -> Message:
    """Return how to add a section, or that a heading close to it must read exactly so."""
    near = closest(wanted, [h.text for h in body.headings])
    if near:
        return say("did you mean the heading “{near}”? It must read “{name}”", near=near, name=wanted)
    return say("add a line “## {name}” and write below it", name=wanted)


def words_under(body: Body, heading: str) -> int | None:
    """Return how many words stand between a heading and the next of its level or above; None without the heading."""
    level, words = 0, 0
    for node in body.nodes:
        tag = "" if isinstance(node, str) else node.tag
        if tag in _HEADINGS:
            if level and int(tag[1]) <= level:
                return words
            if not level and same_heading(plain_text((node,)), heading):
                level = int(tag[1])
                continue
        if level:
            words += count_words(plain_text((node,)))
    return words if level else None


def same_heading(one: str, other: str) -> bool:
    """Return whether two headings read the same, but for blanks and capitals."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _is_open(case: Case, _: Criterion) -> bool:
    return case.entry.source.body.unfilled


def _scaffold(criterion: Criterion) -> SectionToWrite:
    options = _options(criterion)
    return SectionToWrite(options.heading, options.min_words or 0)


SECTION_CHECK = Check(
    name="section",
    form=CheckForm(table(SectionOptions), _make),
    judge=_judge,
    is_open=_is_open,
    scaffold=_scaffold,
)
