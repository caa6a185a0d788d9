"""Profiles as a channel may show them: consent and internal criteria are applied here, once for each channel.

The channels are `site` (pages), `print` (papers that lie on the site too, so both consents are needed) and `office`
(papers of procedure, which are never published: they name everybody who is not withdrawn, and show internal evidence).
What a channel may not show is not in its public profile: no name, no photo, no internal evidence, no verdict on an
internal criterion, in no language.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from guongsang.digests import Digested
from guongsang.i18n.messages import Text
from guongsang.judge.criteria.evidence import is_internal
from guongsang.judge.criteria.verdicts import Verdict
from guongsang.judge.judgement import Judgement
from guongsang.judge.people.consent import allows
from guongsang.read.data.types import Criteria
from guongsang.read.documents.entry import Entry
from guongsang.read.documents.links import picture_file
from guongsang.read.documents.texts import LocalText, Texts
from guongsang.read.fields.kinds import FieldPath
from guongsang.read.tables.criteria import Category
from guongsang.read.tables.exemplar import Consent, Exemplar
from guongsang.read.tables.units import Unit
from guongsang.stages import stage_of
from guongsang.text.name_order import NameOrder
from guongsang.text.vietnamese import SortKey, slugify

Channel: TypeAlias = Literal["site", "print", "office"]


@dataclass(frozen=True)
class Profile:
    """An exemplar that the model has placed: its unit, category, criteria and verdicts. Renderers never see it."""

    entry: Entry[Exemplar]
    unit: Unit
    category: Category
    criteria: Criteria
    verdicts: tuple[Verdict, ...]
    on_paper: bool

    def may_show(self, what: Literal["name", "photo"], channel: Channel) -> bool:
        """Return whether name or photo may stand on a channel; consent to publish does not bind papers of procedure."""
        needed = {"site": ("site",), "print": ("site", "print"), "office": ()}[channel]
        return not self.entry.withdrawn and all(allows(self.entry, what, one) for one in needed)


@dataclass(frozen=True)
class PublicProfile(Digested):
    """An exemplar as one channel shows it. `facts` and `texts` hold nothing that the channel may not show.

    `name` is None without consent; `photo` is the path of its file from the site's root, None without consent or
    photo; `photo_withheld` says that there is one. `on_paper` says whether it stands on papers too.
    """

    campaign: str
    slug: str
    facts: Exemplar
    texts: Texts
    unit: Unit
    category: Category
    criteria: Criteria
    verdicts: tuple[Verdict, ...]
    name: Text | None
    photo: str | None
    photo_withheld: bool
    on_paper: bool

    kind = "exemplar"

    @property
    def id(self) -> str:
        """Return how references name the profile: 2022/qlxd-01."""
        return f"{self.campaign}/{self.slug}"

    @property
    def key(self) -> tuple[str, str]:
        """Return kind and id, which no other document has."""
        return self.kind, self.id

    @property
    def draft(self) -> bool:
        """Return whether it is a draft, which only builds with drafts show."""
        return self.facts.draft

    @property
    def sample(self) -> bool:
        """Return whether it is invented."""
        return self.facts.sample

    @property
    def moved_from(self) -> tuple[str, ...]:
        """Return its former names in addresses, without those that hold a name which may not be shown."""
        return self.facts.moved_from

    @property
    def progress(self) -> dict[str, date]:
        """Return the days of its steps, by stage, in their order."""
        return self.facts.progress.dates()

    @property
    def stage(self) -> str:
        """Return the last stage that it has reached."""
        return stage_of(self.progress) or ""

    @property
    def newest(self) -> date:
        """Return the day of its last step; without one, which only the preview shows, the last day that there is."""
        return max(self.progress.values(), default=date.max)

    def place_by_name(self, order: NameOrder) -> tuple[SortKey, str]:
        """Return its place in a list by name: persons by given or family name, teams and models by their own."""
        return order.place(self.facts.name, person=self._is_person), self.id

    def letter(self, order: NameOrder) -> str:
        """Return the letter of the alphabet under which it stands in such a list."""
        return order.letter(self.facts.name, person=self._is_person)

    @property
    def _is_person(self) -> bool:
        return self.category.subject == "individual"

    def word(self, path: FieldPath, lang: str) -> Text:
        """Return a word in a language, else in the source language."""
        return self.texts.word(path, lang)

    def source_text(self, text: str) -> Text:
        """Return a fact that is text, as of the source language."""
        return Text(text, self.texts.source.lang)


@dataclass(frozen=True)
class WithdrawnNotice:
    """What remains of a withdrawn profile: where it was, of which category, since when. `files` are its sources."""

    campaign: str
    slug: str
    category: Category
    on: date | None
    sample: bool
    file: str
    files: dict[str, str]

    kind = "exemplar"

    @property
    def id(self) -> str:
        """Return how references name the profile: 2022/qlxd-01."""
        return f"{self.campaign}/{self.slug}"

    @property
    def key(self) -> tuple[str, str]:
        """Return kind and id, which no other document has."""
        return self.kind, self.id


def place_profile(
    entry: Entry[Exemplar], unit: Unit, category: Category, criteria: Criteria, judgement: Judgement
) -> Profile:
    """Return a profile with its verdicts, and whether its story may stand on paper."""
    printable = not entry.withdrawn and allows(entry, "story", "print") and entry.key not in judgement.consent.off_paper
    return Profile(entry, unit, category, criteria, judgement.verdicts.get(entry.id, ()), printable)


def public_profile(profile: Profile, channel: Channel) -> PublicProfile:
    """Return a profile as a channel may show it. The office sees internal evidence and verdicts, and the consent."""
    entry, facts, internal = profile.entry, profile.entry.facts, channel == "office"
    named, pictured = profile.may_show("name", channel), bool(facts.photo) and profile.may_show("photo", channel)
    public = tuple(item for item in facts.evidence if internal or not is_internal(item, profile.criteria))
    verdicts = profile.verdicts if internal else tuple(_public(v) for v in profile.verdicts if not v.criterion.internal)
    shown = replace(
        facts,
        name=facts.name if named else "",
        photo=facts.photo if pictured else "",
        evidence=public,
        consent=facts.consent if internal else Consent(),
        allow=(),
        moved_from=facts.moved_from if named else _without_name(facts.moved_from, facts.name),
    )
    return PublicProfile(
        campaign=entry.campaign,
        slug=entry.slug,
        facts=shown,
        texts=_public_texts(entry.texts, shown, {item.id for item in facts.evidence} - {item.id for item in public}),
        unit=profile.unit,
        category=profile.category,
        criteria=profile.criteria,
        verdicts=verdicts,
        name=Text(facts.name, entry.source.lang) if named else None,
        photo=picture_file(entry.source, facts.photo) if pictured else None,
        photo_withheld=bool(facts.photo) and not pictured,
        on_paper=profile.on_paper,
    )


def withdrawn_notice(profile: Profile) -> WithdrawnNotice:
    """Return what remains of a withdrawn profile."""
    entry = profile.entry
    withdrawal = entry.facts.withdrawn
    files = {lang: document.file for lang, document in entry.translations.items()}
    return WithdrawnNotice(
        campaign=entry.campaign,
        slug=entry.slug,
        category=profile.category,
        on=withdrawal.on if withdrawal else None,
        sample=entry.sample,
        file=entry.source.file,
        files=files,
    )


def _public(verdict: Verdict) -> Verdict:
    """Return a verdict without what is wanting, which may hold any value of the file."""
    return replace(verdict, reason=None) if verdict.reason else verdict


def _public_texts(texts: Texts, shown: Exemplar, hidden: set[str]) -> Texts:
    def kept(text: LocalText) -> LocalText:
        gone: set[FieldPath] = set() if shown.photo else {("photo_alt",)}
        if hidden:
            gone |= {path for path in text.words if len(path) > 1 and path[0] == "evidence" and path[1] in hidden}
        if gone.isdisjoint(text.words):
            return text
        return replace(text, words={path: word for path, word in text.words.items() if path not in gone})

    translations = {lang: kept(text) for lang, text in texts.translations.items()}
    return replace(texts, source=kept(texts.source), translations=translations, name=shown.name)


def _without_name(slugs: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Leave out former names that hold a word of a name; a dead link does less harm."""
    words = {w for w in slugify(name).split("-") if len(w) > 1}
    return tuple(slug for slug in slugs if not words & set(re.split("-", slug)))
