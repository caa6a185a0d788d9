"""What is told of the names in a group of fields: those that are missing, and those that are none."""

from guongsang.findings import find
from guongsang.i18n.messages import say
from guongsang.read.fields.examples import example
from guongsang.read.fields.kinds import Field, Group, Reading, field_name
from guongsang.text.suggestions import closest


def report_missing(reading: Reading, name: str, spec: Field, at: tuple[int, int]) -> None:
    """Keep the finding that a field does not stand."""
    reading.findings.append(
        find(
            "missing-field",
            reading.source.place(*at),
            say("{field} is missing", field=field_name(spec.label, (name,))),
            say("add a line: {line}", line=f"{name}: {example(spec.kind)}"),
        )
    )


def report_unknown(reading: Reading, name: str, at: tuple[int, int], group: Group) -> None:
    """Keep the finding that a name is none of the fields of its group."""
    near = closest(name, group.names)
    hint = (
        say("did you mean {name} (“{label}”)?", name=near, label=group.fields[near].label)
        if near
        else say("remove it; the fields here are: {names}", names=", ".join(group.names))
    )
    if (bare := name.replace("\xa0", " ").strip()) != name:
        hint = say("before {name} stands a blank that is none for YAML; delete it and type ordinary blanks", name=bare)
    if name.isdigit():
        hint = say("a comma parts two fields here; write decimals with a point, like 27.5")
    reading.findings.append(
        find("unknown-field", reading.source.place(*at), say("there is no field {name} here", name=name), hint)
    )
