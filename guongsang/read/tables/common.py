"""Fields that several kinds of document share."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from guongsang.i18n.messages import Label, say
from guongsang.read.fields.kinds import (
    PLAIN_OR_LABEL,
    Date,
    Field,
    Flag,
    ListOf,
    OneOf,
    PlainText,
    Slug,
)
from guongsang.read.fields.table import optional, required, table

PAPER = say("number or name of the paper, like {example}", example="12/BB-QLXD")
PROFILE = say("id of a profile, its campaign and its file, like {example}", example="2022/qlxd-01")
UNIT = say("an id of units.yaml")
SECTION = say("number of the section in the plan of the campaign, like {example}", example="II.3")
TITLE = say("what it is called, in one short line")
"""Helps that several fields share."""


@dataclass(frozen=True)
class Allowance:
    """A finding that a document lets pass, and why."""

    code: str = required(
        PlainText(), say("Code of the finding"), say("code of the finding, like {example}", example="personal-data")
    )
    reason: str = required(PlainText(), say("Reason"), say("why it may stand, in one sentence"))


class DocumentFacts(Protocol):
    """What the facts of every kind of document have."""

    @property
    def title(self) -> str:
        """The title in the source language."""

    @property
    def draft(self) -> bool:
        """Whether the writer marked it as a draft."""

    @property
    def sample(self) -> bool:
        """Whether it is invented."""

    @property
    def allow(self) -> tuple[Allowance, ...]:
        """The findings that it lets pass."""

    @property
    def moved_from(self) -> tuple[str, ...]:
        """Its former names in addresses."""


DRAFT = Field(Flag(), say("Draft"))
SAMPLE = Field(Flag(), say("Sample data"))
ALLOW = Field(ListOf(table(Allowance)), say("Findings that are allowed"))
MOVED_FROM = Field(
    ListOf(Slug()),
    say("Former names in addresses"),
    help=say("former name of the file without its ending, like {example}", example="qlxd-01"),
)


@dataclass(frozen=True)
class Approval:
    """Who approved a document, when, and by which paper."""

    on: date | None = required(Date(), say("Date"))
    document: str = optional(PlainText(), say("Document"), PAPER)
    by: Label | None = optional(PLAIN_OR_LABEL, say("By"), say("who approved it, by post, like the Director"))


@dataclass(frozen=True)
class OfficialDocument:
    """A document of administration: number, date, issuing body, title."""

    number: str = optional(
        PlainText(), say("Number"), say("number of the document, like {example}", example="12/KH-SXD")
    )
    on: date | None = optional(Date(), say("Date"))
    issuer: Label | None = optional(PLAIN_OR_LABEL, say("Issuer"), say("the body that issued it"))
    title: Label | None = optional(PLAIN_OR_LABEL, say("Title"), TITLE)


FORMS_OF_SIGNING = OneOf(
    {
        "TM": say("On behalf of (TM.)"),
        "KT": say("For the head (KT.)"),
        "TL": say("By order of (TL.)"),
        "TUQ": say("By authorisation of (TUQ.)"),
        "Q": say("Acting (Q.)"),
    }
)


@dataclass(frozen=True)
class Signer:
    """Who signs a document, and for whom."""

    form: str = optional(FORMS_OF_SIGNING, say("Form of signing"))
    position: Label | None = optional(PLAIN_OR_LABEL, say("Position"), say("post of who signs"))
    name: str = optional(PlainText(), say("Full name"), say("full name of who signs"))
