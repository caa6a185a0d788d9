"""What renderers know of any published document, be it a profile, a campaign or a free page."""

from typing import Protocol

from guongsang.i18n.messages import Text
from guongsang.read.documents.texts import Texts
from guongsang.read.fields.kinds import FieldPath


class PublicDocument(Protocol):
    """A document that has a page, with all that may be shown of its words in each language."""

    @property
    def kind(self) -> str:
        """exemplar, plan, campaign, review, bulletin or page."""

    @property
    def campaign(self) -> str:
        """The campaign that parts its folder, or nothing."""

    @property
    def slug(self) -> str:
        """Its name in addresses."""

    @property
    def id(self) -> str:
        """How references name it."""

    @property
    def key(self) -> tuple[str, str]:
        """Kind and id."""

    @property
    def draft(self) -> bool:
        """Whether it is a draft."""

    @property
    def sample(self) -> bool:
        """Whether it is invented."""

    @property
    def moved_from(self) -> tuple[str, ...]:
        """Its former names in addresses."""

    @property
    def texts(self) -> Texts:
        """Its words and bodies."""

    def word(self, path: FieldPath, lang: str) -> Text:
        """Return a word in a language, else in the source language."""
