"""The table of a criteria file. Which kinds of check there are is handed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Label, say
from guongsang.read.fields.kinds import (
    LABEL,
    PLAIN_OR_LABEL,
    Date,
    Either,
    Field,
    Flag,
    Group,
    ListOf,
    PlainText,
    Ref,
    Slug,
    one_of_words,
)
from guongsang.read.fields.table import optional, required, table
from guongsang.stages import LABELS, STAGES

SUBJECTS = ("individual", "collective", "model")
_ONE_OR_MORE = Either((PlainText(), ListOf(PlainText())))
_LEVEL = one_of_words("info", "warning", "error")


@dataclass(frozen=True)
class Category:
    """A kind of exemplar; `subject` is individual, collective or model."""

    id: str = required(Slug(example="good-deeds"), say("Id"))
    subject: str = optional(one_of_words(*SUBJECTS), say("Subject"), default="individual")
    label: Label = required(LABEL, say("Label"))


@dataclass(frozen=True)
class SetBy:
    """Which unit set a criterion of its own (I.4), by whom, when."""

    unit: str = required(Ref("unit"), say("Unit"))
    position: Label | None = optional(PLAIN_OR_LABEL, say("Position"))
    on: date | None = optional(Date(), say("Date"))


@dataclass(frozen=True)
class CriterionRow:
    """A criterion as it is written; whom it is for, its check and its levels stay trees in the order of the file."""

    id: str = required(Slug(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*", "GEN-01"), say("Id"))
    section: str = optional(PlainText(), say("Section of the plan"))
    label: Label | None = required(LABEL, say("Label"))
    text: Label | None = optional(LABEL, say("Wording"))
    for_: Mapping[str, str | list[str]] | None = optional(
        Group(
            {
                "category": Field(_ONE_OR_MORE, say("Category")),
                "subject": Field(_ONE_OR_MORE, say("Subject")),
                "leader": Field(_ONE_OR_MORE, say("Holds a leading post")),
                "unit": Field(_ONE_OR_MORE, say("Unit")),
            }
        ),
        say("Applies to"),
    )
    check: Mapping[str, Mapping[str, object]] | None = required(Group({}), say("Check"))
    severity: Mapping[str, str] | None = optional(
        Group({stage: Field(_LEVEL, LABELS[stage]) for stage in STAGES}), say("Level by stage")
    )
    internal: bool = optional(Flag(), say("Internal"))
    set_by: SetBy | None = optional(table(SetBy), say("Set by"))


@dataclass(frozen=True)
class CriteriaFile:
    """The categories and the criteria of a file."""

    categories: tuple[Category, ...] = required(ListOf(table(Category), least=1), say("Categories"))
    criteria: tuple[CriterionRow, ...] = required(ListOf(table(CriterionRow)), say("Criteria"))


def criteria_table(checks: Mapping[str, Group]) -> Group:
    """Return the table of a criteria file with these kinds of check, each with the table of its options."""
    fields = dict(table(CriterionRow).fields)
    fields["check"] = Field(
        Group({name: Field(group, say("Check")) for name, group in checks.items()}), say("Check"), required=True
    )
    whole = dict(table(CriteriaFile).fields)
    whole["criteria"] = Field(ListOf(Group(fields)), whole["criteria"].label, required=True)
    return Group(whole)
