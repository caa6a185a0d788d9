"""What `new criterion` asks; the questions about a check are made of the options of all kinds of check."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from guongsang.cli.new.answer_checks import odd_text, wrong_number
from guongsang.cli.new.prompts import Answer, Question
from guongsang.cli.new.questions import YES, day, name, site_id, switch, table, text, words_of
from guongsang.cli.new.readers import pick, read_choice, read_choices, read_text
from guongsang.findings import Refusal
from guongsang.i18n.messages import Message, say
from guongsang.judge.criteria.kinds import CHECK_FORMS
from guongsang.read.data.criteria import OptionsAt
from guongsang.read.data.loader import DataLoader
from guongsang.read.fields.kinds import Field, Flag, Integer, ListOf, Reading, Value
from guongsang.read.source import Source
from guongsang.report.terminal import LEVELS
from guongsang.stages import LABELS

CHECKS: Mapping[str, Message] = {
    "evidence": say("items of evidence serve it"),
    "field": say("a field of the profile stands there or has a value"),
    "section": say("the text has a section"),
    "unit_criteria": say("the unit has set criteria of its own"),
}
"""What each kind of check looks at; a kind without a line here is told by its name."""
_NONE = say("left out")
SUBJECTS = {
    "individual": say("individuals"),
    "collective": say("collectives"),
    "model": say("models"),
}


def _read_list(answer: Answer) -> list[str]:
    """Read texts with commas between. Raises Refusal."""
    names = [name.strip() for name in answer.text.split(",") if name.strip()]
    for one in names or [""]:
        if fault := odd_text(one):
            raise Refusal(fault)
    return names


def _read_number(answer: Answer) -> int:
    """Read a whole number. Raises Refusal."""
    return int(read_text(wrong_number)(answer))


def _read_levels(answer: Answer) -> dict[str, str]:
    """Read stages with the level that holds from each on: registered=warning, approved=error. Raises Refusal."""
    stages = {stage: answer.call.tell(label) for stage, label in LABELS.items()}
    levels: dict[str, str] = {level: answer.call.tell(label) for level, label in LEVELS.items()}
    found: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in answer.text.split(","))):
        stage, sign, level = part.replace(":", "=").partition("=")
        if not sign:
            raise Refusal(say("write a stage, the sign = and a level, like {example}", example="registered=warning"))
        found[pick(stage.strip(), stages, answer.option)] = pick(level.strip(), levels, answer.option)
    if not found:
        raise Refusal(say("this text is empty"))
    return {stage: found[stage] for stage in stages if stage in found}


def _options_of_checks() -> Iterator[Question]:
    """Yield a question for each option that a kind of check has; several kinds may share one."""
    seen: set[str] = set()
    for form in CHECK_FORMS.values():
        for option, spec in form.options.fields.items():
            if option not in seen:
                seen.add(option)
                yield _of_option(option, spec)


def _of_option(option: str, spec: Field) -> Question:
    """Return the question for an option of a check."""
    says, nothing = words_of(spec), None if spec.required else _NONE
    match spec.kind:
        case Flag():
            off = f"--no-{option.replace('_', '-')}"
            return Question(option, says, _read_true_or_false, off=off, nothing=nothing)
        case Integer():
            return Question(option, says, _read_number, metavar="N", nothing=nothing)
        case ListOf():
            return Question(option, says, _read_list, metavar="NAMES", nothing=nothing)
    return Question(option, says, read_text(odd_text), metavar="TEXT", nothing=nothing)


def _read_true_or_false(answer: Answer) -> bool:
    """Read true or false, as they stand in the file. Raises Refusal."""
    return pick(answer.text, {"true": "true", "false": "false"}, answer.option) == "true"


def wrong_option(kind: str, option: str, value: Value) -> Message | None:
    """Return what is wrong with an option of a check by itself, in one sentence with its cure, if anything is."""
    loader = DataLoader(Path())
    reading = Reading(Source("", f" {option}", (0,), {}), ())
    reading.spans[(option,)] = (1, 1 + len(option))
    CHECK_FORMS[kind].validate(OptionsAt(loader, reading, (), {option: value}))
    own = [finding for finding in loader.findings if finding.place.column > 1]
    return say("{what}; {cure}", what=own[0].message, cure=own[0].hint) if own else None


def _several(field: str, says: Message, nothing: Message) -> Question:
    """Ask for several of the ids of a site."""
    return Question(field, says, read_choices, metavar="IDS", nothing=nothing)


_ALL = say("everyone")
QUESTIONS: Mapping[str, Question] = table(
    name("criteria", say("Criteria file, such as 2022; by default that of the newest open campaign")),
    text(
        "category_label",
        say("First category of exemplars, where there is no criteria file yet"),
        say("There is no criteria file yet. What is its first category of exemplars called?"),
    ),
    site_id(
        "set_by_unit",
        say("Unit whose own criterion it is, an id of units.yaml"),
        say("Which unit sets it for itself? None if it is one of the plan"),
        nothing=_NONE,
    ),
    text("set_by_position", say("Who set it in the unit, by post, such as the head of the unit"), nothing=_NONE),
    day("set_by_on", say("Day on which the unit set it"), nothing=_NONE),
    text(
        "label",
        say("Label: what it asks, in a few words"),
        say("What does it ask, in a few words, such as: Helps colleagues grow"),
        needed=True,
    ),
    text(
        "text",
        say("Wording: what it asks, in a sentence or two"),
        say("What does it ask exactly, in a sentence or two?"),
        nothing=_NONE,
    ),
    text("section", say("Section of the plan that it comes from, such as II.2"), nothing=_NONE),
    Question(
        "id",
        say("Id, such as GEN-01; by default the next one that is free"),
        read_text(odd_text),
        metavar="ID",
        asks=say("Id of the criterion, never used before, such as GEN-01"),
    ),
    Question(
        "check",
        say("Kind of check: {names}", names=", ".join(CHECK_FORMS)),
        read_choice,
        metavar="KIND",
        asks=say("How is it checked?"),
    ),
    *_options_of_checks(),
    _several("for_category", say("Categories that it applies to, ids with commas between"), _ALL),
    _several("for_subject", say("Subjects that it applies to: individual, collective, model"), _ALL),
    switch(
        "for_leader",
        say("It applies to holders of a leading post only"),
        say("Only to holders of a leading post (yes), or only to others (no)?"),
        off="--for-others",
        nothing=_ALL,
    ),
    _several("for_unit", say("Units that it applies to, ids with commas between"), _ALL),
    Question(
        "severity",
        say("Levels (info, warning, error) from a stage on, such as registered=warning, approved=error"),
        _read_levels,
        metavar="LEVELS",
        nothing=say("an error from the registration on"),
    ),
    switch(
        "internal",
        say("Internal: its evidence is never published"),
        say("Is it internal, so that its evidence is never published? (yes/no)"),
        nothing=say("no"),
    ),
    YES,
)


def given_amiss(kind: str, given: Mapping[str, Any]) -> str | None:
    """Return an option that was given and belongs to another kind of check, if there is one."""
    own = CHECK_FORMS[kind].options.fields
    others = (option for form in CHECK_FORMS.values() for option in form.options.fields if option not in own)
    return next((QUESTIONS[option].option for option in others if given[option] is not None), None)
