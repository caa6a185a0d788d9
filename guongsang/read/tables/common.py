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


@dataclass(frozen=True)
class Allowance:
    """A finding that a document lets pass, and why."""

    code: str = required(PlainText(), say("Code of the finding"))
    reason: str = required(PlainText(), say("Reason"))


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
MOVED_FROM = Field(ListOf(Slug()), say("Former names in addresses"))


@dataclass(frozen=True)
class Approval:
    """Who approved a document, when, and by which paper."""

    on: date | None = required(Date(), say("Date"))
    document: str = optional(PlainText(), say("Document"))
    by: Label | None = optional(PLAIN_OR_LABEL, say("By"))


@dataclass(frozen=True)
class OfficialDocument:
    """A document of administration: number, date, issuing body, title."""

    number: str = optional(PlainText(), say("Number"))
    on: date | None = optional(Date(), say("Date"))
    issuer: Label | None = optional(PLAIN_OR_LABEL, say("Issuer"))
    title: Label | None = optional(PLAIN_OR_LABEL, say("Title"))


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
    position: Label | None = optional(PLAIN_OR_LABEL, say("Position"))
    name: str = optional(PlainText(), say("Full name"))
