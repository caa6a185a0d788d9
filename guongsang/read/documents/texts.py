"""What an entry says in each language: words by path and a body, with the source's where a translation lacks them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from guongsang.i18n.messages import Text
from guongsang.read.fields.kinds import FieldPath
from guongsang.read.markdown.tree import Body
from guongsang.text.vietnamese import slugify


@dataclass(frozen=True)
class LocalText:
    """The words and the body of one file; links in the body are relative to `file`."""

    file: str
    lang: str
    words: Mapping[FieldPath, str]
    body: Body

    @property
    def written(self) -> bool:
        """Return whether it has a body with nothing left to fill in."""
        return bool(self.body.text.strip()) and not self.body.unfilled


@dataclass(frozen=True)
class Texts:
    """The source text and its translations; `states` tells of each translation whether it is draft, ready or stale.

    `name` is marked as of the source language where it stands in a translated word.
    """

    source: LocalText
    translations: Mapping[str, LocalText]
    states: Mapping[str, str]
    name: str = ""

    @property
    def all(self) -> tuple[LocalText, ...]:
        """Return the texts of all files, the source first."""
        return (self.source, *self.translations.values())

    def word(self, path: FieldPath, lang: str) -> Text:
        """Return a word in a language, else in the source language; empty where there is none."""
        translation = self.translations.get(lang)
        if translation and path in translation.words and lang in self.states:
            return Text(translation.words[path], lang, self.name, self.source.lang)
        return Text(self.source.words.get(path, ""), self.source.lang)

    def body(self, lang: str) -> LocalText:
        """Return the text whose body is read in a language: the source where the translation has none."""
        translation = self.translations.get(lang)
        return translation if translation and translation.written else self.source

    def state(self, lang: str) -> str:
        """Return how a translation stands: source, none, draft, ready or stale."""
        return "source" if lang == self.source.lang else self.states.get(lang, "none")

    def file(self, lang: str) -> str:
        """Return the file of a language, else that of the source."""
        return self.translations[lang].file if lang in self.translations else self.source.file


def anchors_of(body: Body) -> tuple[str, ...]:
    """Return the anchors of a body's headings; a slug that comes again is numbered."""
    out: dict[str, None] = {}
    times: dict[str, int] = {}
    for heading in body.headings:
        anchor = slug = _slug(heading.text) or "muc"
        while anchor in out:
            times[slug] = times.get(slug, 1) + 1
            anchor = f"{slug}-{times[slug]}"
        out[anchor] = None
    return tuple(out)


@lru_cache(maxsize=4096)
def _slug(heading: str) -> str:
    """Return the slug of a heading; the same few stand in nearly all bodies."""
    return slugify(heading)


def shared_anchors(texts: Texts, text: LocalText) -> tuple[str, ...]:
    """Return the anchors under which a text's headings are published: those of the source where both have as many.

    So a link to a heading keeps its meaning in every language.
    """
    own, source = anchors_of(text.body), anchors_of(texts.source.body)
    return source if len(own) == len(source) else own
