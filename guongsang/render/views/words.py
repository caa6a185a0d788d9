"""Lists and labels in the language of a page."""

from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Label, Text
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import unit_name
from guongsang.read.tables.campaign import LegalBasis
from guongsang.read.tables.common import OfficialDocument
from guongsang.render.views.context import RenderContext


@dataclass(frozen=True)
class ReplicationRow:
    """A unit that copied an exemplar, weak results too; `url` is None where the unit is unknown."""

    unit: Text
    url: str | None
    on: date | None
    result: Text


@dataclass(frozen=True)
class CitedDocument:
    """A cited document: number, date, issuer and title."""

    number: Text
    on: date | None
    issuer: Text | None
    title: Text | None


def replications(context: RenderContext, profile: PublicProfile) -> list[ReplicationRow]:
    """Return the units that copied a profile."""
    site, lang = context.site, context.lang
    return [
        ReplicationRow(
            unit=unit_name(site, copy.unit).text_in(lang),
            url=site.urls.list_of("units", lang, copy.unit) if copy.unit in site.units else None,
            on=copy.on,
            result=profile.word(("adopted_by", i, "result"), lang),
        )
        for i, copy in enumerate(profile.facts.adopted_by)
    ]


def lessons(profile: PublicProfile, lang: str) -> list[Text]:
    """Return the lessons learned, one by one."""
    return [profile.word(("lessons", i), lang) for i in range(len(profile.facts.lessons))]


def cited_document(document: LegalBasis | OfficialDocument, lang: str, source: str) -> CitedDocument:
    """Return a cited document; `source` is the language of its number."""
    return CitedDocument(
        Text(document.number, source),
        document.on,
        label_in(document.issuer, lang),
        label_in(document.title, lang),
    )


def label_in(label: Label | None, lang: str) -> Text | None:
    """Return a label in a language, if there is one."""
    return label.text_in(lang) if label else None
