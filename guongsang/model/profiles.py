"""A profile with what may be shown of it."""

from dataclasses import dataclass
from datetime import date

from guongsang.judge.criteria.verdicts import Verdict
from guongsang.judge.judgement import Judgement
from guongsang.judge.people.consent import allows
from guongsang.read.data.types import Category, Criteria, Unit
from guongsang.read.documents.entry import Entry
from guongsang.stages import stage_of
from guongsang.text.vietnamese import SortKey, initial, name_sort_key, sort_key


@dataclass(frozen=True)
class Profile:
    """An exemplar that has a page: published, or withdrawn with a notice in its place.

    A paper lies on the site too, so what stands on it needs consent for both.
    """

    entry: Entry
    unit: Unit
    category: Category
    stage: str
    criteria: Criteria
    verdicts: tuple[Verdict, ...]
    withdrawn: bool
    names_on_site: bool
    photo_on_site: bool
    on_paper: bool
    names_on_paper: bool
    photo_on_paper: bool
    name_in_print: bool

    @property
    def id(self) -> str:
        """Name the profile: 2022/qlxd-01."""
        return self.entry.id

    @property
    def newest(self) -> date:
        """Return the day of its last step, by which lists put the newest first."""
        return max(self.entry.progress.values())

    @property
    def place_by_name(self) -> tuple[SortKey, str]:
        """Return its place in a list by name: persons by given name, teams and models by their own."""
        name = str(self.entry.get("name"))
        return (name_sort_key if self.category.subject == "individual" else sort_key)(name), self.id

    @property
    def letter(self) -> str:
        """Return the letter of the alphabet under which it stands in such a list."""
        name = str(self.entry.get("name"))
        return initial(name if self.category.subject == "individual" else name.split()[0])


def make_profile(entry: Entry, unit: Unit, category: Category, criteria: Criteria, judgement: Judgement) -> Profile:
    withdrawn = bool(entry.get("withdrawn"))

    def may(what: str, channel: str) -> bool:
        return not withdrawn and allows(entry, what, channel)

    photo = bool(entry.get("photo"))
    return Profile(
        entry,
        unit,
        category,
        stage_of(entry.progress) or "",
        criteria,
        judgement.verdicts.get(entry.id, ()),
        withdrawn,
        may("name", "site"),
        photo and may("photo", "site"),
        may("story", "print") and (entry.kind, entry.id) not in judgement.consent.off_paper,
        may("name", "site") and may("name", "print"),
        photo and may("photo", "site") and may("photo", "print"),
        may("name", "print"),
    )
