"""Asks for what a new criterion needs, and puts it at the end of its criteria file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from guongsang.author.new.appended import Item, appended
from guongsang.author.new.criterion import (
    criterion_item,
    first_file,
    label_in_all_languages,
    proposed_id,
    wrong_id,
)
from guongsang.author.new.documents import newest_open
from guongsang.author.new.naming import wrong_slug
from guongsang.author.write import replace_files, write_new
from guongsang.cli.call import DONE, Call
from guongsang.cli.new.choices import label_of
from guongsang.cli.new.criterion_questions import CHECKS, QUESTIONS, SUBJECTS, given_amiss, wrong_option
from guongsang.cli.new.prompts import Declined, Known, Prompter
from guongsang.cli.new.readers import pick
from guongsang.cli.new.writing import text_bytes
from guongsang.cli.streams import err, out
from guongsang.commands import command
from guongsang.findings import Finding, Refusal
from guongsang.i18n.messages import say
from guongsang.judge.criteria.kinds import CHECK_FORMS
from guongsang.read.content import Content
from guongsang.read.data.criteria import read_criteria
from guongsang.read.data.loader import DataLoader
from guongsang.read.data.types import Criteria
from guongsang.read.fields.kinds import LocalizedText
from guongsang.read.files import TEXT_LIMIT, Found, read_file, too_large


def make_criterion(asker: Prompter, content: Content) -> int:
    """Make a criterion in its criteria file, or the first file. Raises Refusal."""
    criteria, file = _criteria(asker, content)
    category = "" if criteria else _first_category(asker)
    fields = _who_set_it(asker, content)
    unit = fields["set_by"]["unit"] if fields["set_by"] else None
    asked = {"label": asker.answer("label", Known(must=True)), **asker.answers("text", "section")}
    fields |= {n: label_in_all_languages(content, v) if v and n != "section" else v for n, v in asked.items()}
    known = criteria.criteria if criteria else {}
    fields["id"] = asker.answer(
        "id", Known(default=proposed_id(criteria, unit), wrong=lambda name: wrong_id(name, known))
    )
    fields["check"] = _check(asker, content)
    fields["for"] = _for(asker, content, criteria)
    fields |= asker.answers("severity", "internal")
    asker.done()
    return _written(asker, content, file, _Wish(criterion_item(_clean(fields)), category))


@dataclass(frozen=True)
class _Wish:
    """What is to be written: a criterion, and the category of a first file, nothing where there is a file."""

    item: Item
    category: str


def _criteria(asker: Prompter, content: Content) -> tuple[Criteria | None, str]:
    """Get the criteria file that the criterion goes into; none, with the path of the first one, where there is none."""
    newest, given = newest_open(content), asker.given["criteria"]
    if not content.criteria:
        name = given or (newest.facts.criteria or newest.slug if newest else str(asker.call.today.year))
        if fault := wrong_slug(name, frozenset()):
            raise Refusal(fault)
        return None, f"content/criteria/{name}.yaml"
    names = {name: name for name in content.criteria}
    usual = newest.facts.criteria if newest and newest.facts.criteria in names else list(names)[-1]
    if given is not None:
        usual = pick(given, names, "--criteria")
    elif len(names) > 1:
        usual = asker.answer("criteria", Known(names, default=usual))
    return content.criteria[usual], content.criteria[usual].file


def _first_category(asker: Prompter) -> str:
    """Get the name of the category that a first criteria file has."""
    usual = asker.call.tell(say("Individual exemplar"))
    return str(asker.answer("category_label", Known(default=usual)))


def _who_set_it(asker: Prompter, content: Content) -> dict[str, Any]:
    """Get which unit set the criterion for itself, by whom and when; None for one of the plan."""
    unit = asker.answer("set_by_unit", Known(_units(asker.call, content)))
    if unit is None:
        for name in ("set_by_position", "set_by_on"):
            if asker.given[name] is not None:
                raise Refusal(say("{option} needs {other}", option=QUESTIONS[name].option, other="--set-by-unit"))
        return {"set_by": None}
    more = asker.answers("set_by_position", "set_by_on")
    return {"set_by": {"unit": unit, **{name.removeprefix("set_by_"): value for name, value in more.items() if value}}}


def _units(call: Call, content: Content) -> dict[str, str]:
    return {unit.id: label_of(call, unit.name) for unit in content.units.values()}


def _check(asker: Prompter, content: Content) -> dict[str, Any]:
    """Get the kind of check and its options. Raises Refusal."""
    kinds = {name: asker.call.tell(CHECKS[name]) if name in CHECKS else name for name in CHECK_FORMS}
    kind = asker.answer("check", Known(kinds, default=next(iter(kinds))))
    if amiss := given_amiss(kind, asker.given):
        raise Refusal(say("{option} does not belong to the check {kind}", option=amiss, kind=kind))
    form, options = CHECK_FORMS[kind], dict[str, Any]()
    given = [name for name in form.alternatives if asker.given[name] is not None]
    if form.alternatives and len(given) != 1 and not (asker.may_ask and not given):
        told = ", ".join(QUESTIONS[name].option for name in form.alternatives)
        raise Refusal(say("give exactly one of: {options}", options=told))
    for name, spec in form.options.fields.items():
        among = name in form.alternatives
        if among and (name not in given if given else any(other in options for other in form.alternatives)):
            continue
        last = among and name == form.alternatives[-1]
        known = Known(must=spec.required or last, wrong=partial(wrong_option, kind, name))
        value = asker.answer(name, known)
        if value is not None:
            options[name] = label_in_all_languages(content, value) if isinstance(spec.kind, LocalizedText) else value
    return {kind: options}


def _for(asker: Prompter, content: Content, criteria: Criteria | None) -> dict[str, Any]:
    """Get whom the criterion applies to: nothing for everyone."""
    categories = {c.id: label_of(asker.call, c.label) for c in criteria.categories.values()} if criteria else {}
    subjects = {name: asker.call.tell(label) for name, label in SUBJECTS.items()}
    answers: dict[str, Any] = {}
    if categories or asker.given["for_category"] is not None:
        answers["category"] = asker.answer("for_category", Known(categories))
    answers["subject"] = asker.answer("for_subject", Known(subjects))
    answers["leader"] = asker.answer("for_leader")
    answers["unit"] = asker.answer("for_unit", Known(_units(asker.call, content)))
    return {name: value for name, value in answers.items() if value not in (None, [])}


def _written(asker: Prompter, content: Content, file: str, wish: _Wish) -> int:
    """Show the lines, ask once whether to write, write them and tell where they stand. Raises Refusal."""
    call, item = asker.call, wish.item
    old = b"" if wish.category else _read(call, file)
    new = text_bytes(first_file(content, wish.category, item)) if wish.category else _with(old, file, item)
    _judge(call, content, file, new)
    if asker.may_ask:
        call.report(say("To be written into {file}:", file=file))
        for line in item.lines():
            err(line)
        if not asker.answer("yes", Known(default=call.tell(say("yes")))):
            raise Declined
    if wish.category:
        write_new(call.root, {file: new})
    elif _read(call, file) != old:
        raise Refusal(say("{file} was changed meanwhile; nothing was written", file=file))
    else:
        replace_files({call.root / file: new})
    out(file)
    told = say("{file} now has the criterion {id}.", file=file, id=item.fields["id"])
    call.report(say("{done} To see what is left: {command}", done=told, command=command("check", file)))
    return DONE


def _read(call: Call, file: str) -> bytes:
    """Return the bytes of a criteria file. Raises Refusal."""
    data = read_file(Found(file, call.root / file))
    if isinstance(data, Finding):
        raise Refusal(say("{file}: {what}; {cure}", file=file, what=data.message, cure=data.hint))
    return data


def _with(old: bytes, file: str, item: Item) -> bytes:
    """Return the bytes of a file with a criterion. Where there is no place for it, show its lines and raise Refusal."""
    new = appended(old, file, item)
    if new is None:
        for line in item.lines():
            err(line)
        raise Refusal(
            say("no place was found in {file}; put the lines above at the end of its criteria by hand", file=file)
        )
    return new


def _clean(value: Any) -> Any:
    """Write what was answered as it would be read: in NFC, without signs that nobody sees."""
    match value:
        case str():
            return text_bytes(value).decode()
        case Mapping():
            return {name: _clean(inner) for name, inner in value.items()}
        case list():
            return [_clean(inner) for inner in value]
    return value


def _judge(call: Call, content: Content, file: str, new: bytes) -> None:
    """Read the file as it would be. Raises Refusal with the first error in it."""
    loader = DataLoader(call.root, {file: new})
    read_criteria(loader, Found(file, call.root / file), content.config.languages, content.units, CHECK_FORMS)
    large = [too_large(file, len(new), TEXT_LIMIT)] if len(new) > TEXT_LIMIT else []
    wrong = next((finding for finding in (*large, *loader.findings) if finding.severity == "error"), None)
    if wrong:
        raise Refusal(say("{what}; {cure}", what=wrong.message, cure=wrong.hint))
