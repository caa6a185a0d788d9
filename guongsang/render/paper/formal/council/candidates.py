"""The sheets of candidates: for the Council a page each, with what the plan asks and how it is shown to be met.

Candidates stand in the order of the units file, then by name. Each is set against the criteria alone: no score, no
rank, no figure by which one could be compared with another.
"""

from collections.abc import Iterator, Sequence

from guongsang.i18n.locale_format import show_date, show_number
from guongsang.i18n.messages import Message, Text, say
from guongsang.judge.criteria.evidence import is_internal
from guongsang.judge.criteria.verdicts import Verdict
from guongsang.judge.people.council import Seats
from guongsang.model.profiles import PublicProfile
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.read.tables.exemplar import STAFF_CATEGORIES, Attestation, Evidence, Measure
from guongsang.render.office.registration import registered_in
from guongsang.render.paper.formal.council.remarks import conflicts, gaps, improvements, is_unread
from guongsang.render.paper.formal.letterhead import INTERNAL
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.typst.sheet import SheetValue
from guongsang.render.views.evidence import time_of
from guongsang.render.views.words import label_in
from guongsang.stages import label_of

_HEADS = (
    say("Criterion (section of the plan)"),
    say("Status"),
    say("Evidence"),
    say("Source"),
    say("Figures"),
    say("Attested by"),
)


def by_unit(candidates: Sequence[PublicProfile]) -> dict[str, tuple[PublicProfile, ...]]:
    """Return the candidates of each unit that has any, by its id."""
    found: dict[str, list[PublicProfile]] = {}
    for profile in candidates:
        found.setdefault(profile.unit.id, []).append(profile)
    return {unit: tuple(own) for unit, own in found.items()}


def candidates_sheet(writer: SheetWriter, campaign: Entry[Campaign], unit: str) -> dict[str, SheetValue]:
    """Make the sheet of the candidates of a unit, a page each."""
    candidates, lang = (
        [p for p in registered_in(writer.context.site, campaign.slug) if p.unit.id == unit],
        writer.context.lang,
    )
    seats = Seats.of(campaign.facts.council)
    sample = campaign.sample or any(p.sample for p in candidates)
    return {
        "lang": lang,
        "black_only": True,
        "programme": writer.text(writer.context.site.config.title.text_in(lang)),
        "title": writer.text(campaign.word(("title",), lang)),
        "kind": writer.say(say("Candidate's sheet")),
        "internal": writer.say(INTERNAL),
        "sample": writer.say(say("Sample data: people and events are invented")) if sample else None,
        "head": [writer.say(label) for label in _HEADS],
        "others_head": [writer.say(label) for label in _HEADS[:3]],
        "labels": {
            "gaps": writer.say(say("What is missing")),
            "conflicts": writer.say(say("Conflicts of interest")),
            "improve": writer.say(say("What the unit may improve")),
        },
        "candidates": [_candidate(writer, seats, p) for p in candidates],
    }


def _candidate(writer: SheetWriter, seats: Seats, profile: PublicProfile) -> dict[str, SheetValue]:
    lang = writer.context.lang
    return {
        "name": writer.text(profile.name),
        "facts": [[writer.say(label), value] for label, value in _facts(writer, profile) if value],
        "summary": writer.text(profile.word(("summary",), lang)),
        "draft": writer.say(say("DRAFT")) if profile.draft else None,
        **_matrix(writer, profile),
        "gaps": _listed(writer, gaps(profile, lang), say("Nothing is missing.")),
        "conflicts": _listed(writer, conflicts(seats, profile, lang), say("None is known.")),
        "improve": _listed(writer, improvements(profile, lang), say("Nothing is asked of the unit.")),
    }


def _listed(writer: SheetWriter, remarks: Iterator[Message], otherwise: Message) -> list[SheetValue]:
    return [writer.runs(remark) for remark in remarks] or [writer.say(otherwise)]


def _facts(writer: SheetWriter, profile: PublicProfile) -> Iterator[tuple[Message, SheetValue]]:
    """Yield who a candidate is: labels and values, in a fixed order."""
    lang, facts = writer.context.lang, profile.facts
    staff = STAFF_CATEGORIES.label(facts.staff_category)
    yield say("Position"), writer.text(profile.word(("position",), lang))
    yield say("Unit"), writer.text(profile.unit.name.text_in(lang))
    yield say("Category"), writer.text(profile.category.label.text_in(lang))
    if profile.category.subject == "individual":
        yield say("Holds a leading post"), writer.say(say("yes") if facts.leader else say("no"))
        yield say("Staff category"), writer.say(staff) if staff else None
    yield say("Stage"), writer.say(label_of(profile.stage or None))
    steps = facts.progress.steps()
    for stage, label in (("selected", say("Selected")), ("registered", say("Registered"))):
        if step := steps.get(stage):
            document = profile.source_text(step.document) if step.document else None
            yield label, _joined(writer, show_date(step.on, lang) if step.on else None, document)


def _joined(writer: SheetWriter, *parts: Text | str | None) -> SheetValue:
    """Write parts with commas between; what is not known is left out."""
    runs = [run for part in parts if part for run in (", ", part)][1:]
    return writer.runs(*runs) if runs else None


def _matrix(writer: SheetWriter, profile: PublicProfile) -> dict[str, SheetValue]:
    """Set a row for each criterion that applies, in order; those with evidence that stands nowhere above come first."""
    evidence, told = profile.facts.evidence, dict[int, str]()
    rows: list[SheetValue] = []
    others: list[SheetValue] = []
    for verdict in profile.verdicts:
        own = [n for n, item in enumerate(evidence) if item.id in verdict.evidence]
        row = {**_criterion(writer, verdict), "status": writer.say(status_of(verdict)), "met": verdict.status == "met"}
        if any(n not in told for n in own):
            rows.append({**row, "items": [_item(writer, profile, evidence[n], told.get(n)) for n in own]})
            told |= {n: verdict.criterion.id for n in own if n not in told}
        else:
            others.append({**row, "claim": _shown_by(writer, verdict, [(evidence[n].id, told[n]) for n in own])})
    if rest := [item for n, item in enumerate(evidence) if n not in told]:
        label = writer.say(say("Serves no criterion that is asked here"))
        rows.append({"label": label, "items": [_item(writer, profile, item, None) for item in rest]})
    return {"rows": rows, "others": others}


def status_of(verdict: Verdict) -> Message:
    """Return how a candidate stands to a criterion; what the program cannot weigh is left to people."""
    if verdict.status == "thin" or is_unread(verdict):
        return say("needs a human look")
    return {"met": say("met"), "unmet": say("not met")}.get(verdict.status, say("open"))


def _criterion(writer: SheetWriter, verdict: Verdict) -> dict[str, SheetValue]:
    criterion = verdict.criterion
    return {
        "id": criterion.id,
        "label": writer.text(criterion.label.text_in(writer.context.lang)),
        "section": criterion.section,
        "internal": writer.say(say("internal")) if criterion.internal else None,
    }


def _shown_by(writer: SheetWriter, verdict: Verdict, told: Sequence[tuple[str, str]]) -> str:
    """Say by what a criterion is judged that no further evidence serves."""
    if told:
        return ", ".join(writer.say(say("{item} (see {id})", item=item, id=above)) for item, above in told)
    by_evidence = verdict.criterion.check == "evidence"
    return writer.say(say("No evidence") if by_evidence else say("Judged by the profile itself"))


def _item(writer: SheetWriter, profile: PublicProfile, item: Evidence, told: str | None) -> dict[str, SheetValue]:
    """Set an item of evidence; one that stands under another criterion already is named only."""
    if told:
        return {"claim": writer.say(say("{item} (see {id})", item=item.id, id=told))}
    lang = writer.context.lang
    when = time_of(item, lang)
    return {
        "id": item.id,
        "claim": writer.text(profile.word(("evidence", item.id, "text"), lang)),
        "when": writer.say(when) if when else None,
        "internal": writer.say(say("internal")) if is_internal(item, profile.criteria) else None,
        "source": writer.text(profile.source_text(item.source)) if item.source else None,
        "measure": _measure(writer, item.measure) if item.measure else None,
        "attested": _attested(writer, profile, item.attested) if item.attested else None,
    }


def _measure(writer: SheetWriter, measure: Measure) -> SheetValue:
    """Write a figure before and after in words, with what it measures."""
    lang = writer.context.lang
    label, unit = label_in(measure.label, lang), label_in(measure.unit, lang)
    ends: list[Message] = []
    if measure.before is not None:
        ends.append(say("before {figure}", figure=show_number(measure.before, lang)))
    if measure.after is not None:
        ends.append(say("after {figure}", figure=show_number(measure.after, lang)))
    if not ends:
        return None
    runs: list[Message | Text | str] = [label, ": "] if label else []
    runs += [run for end in ends for run in (", ", end)][1:]
    return writer.runs(*runs, *((" (", unit, ")") if unit else ()))


def _attested(writer: SheetWriter, profile: PublicProfile, attested: Attestation) -> SheetValue:
    lang = writer.context.lang
    day = show_date(attested.on, lang) if attested.on else None
    document = profile.source_text(attested.document) if attested.document else None
    return _joined(writer, label_in(attested.by, lang), day, document)
