"""The part of a site that a paper is made of, and a digest of exactly that part.

A poster shows one exemplar, a yearbook those of one campaign. Whoever writes their sheets is handed a site that holds
nothing else: what is not in the digest cannot come into the sheet.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, partial

from guongsang.commands import Start
from guongsang.digests import digest_of, value_digest
from guongsang.i18n.messages import Catalogue
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import Site
from guongsang.model.urls import Urls
from guongsang.read.data.types import Config
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import Entry
from guongsang.read.documents.links import Library, picture_file
from guongsang.read.pictures import Picture
from guongsang.read.tables.campaign import Campaign
from guongsang.render.images import ImageStore

_TAKEN_APART = (Site, Config, Catalogue, Library, Entry, Document)
"""Values that hold sets, which have no order, or much that others hold too."""


@dataclass(frozen=True)
class Part:
    """A part of a site and its pictures; `digest` returns a digest of all that it holds."""

    site: Site
    images: ImageStore
    digest: Callable[[], bytes]


class Parts:
    """Takes parts of one site; what several of them hold is digested once."""

    def __init__(self, site: Site, images: ImageStore) -> None:
        """Begin with the whole site and its pictures."""
        self._whole, self._images = site, images
        self._empty = _emptied(site)
        self._library = replace(site.library, pictures={})
        self._digests = _Digests()
        self._parts: dict[str, Part] = {}

    def of_poster(self, profile: PublicProfile) -> Part:
        """Return what the posters of an exemplar are made of: of links they show the words only."""
        if profile.id not in self._parts:
            files, targets = (text.file for text in profile.texts.all), self._whole.library.by_file
            own = Library({file: targets[file] for file in files if file in targets}, {}, frozenset())
            self._parts[profile.id] = self._part(replace(self._empty, library=own), [profile])
        return self._parts[profile.id]

    def of_form(self, profile: PublicProfile) -> Part:
        """Return what the consent form of a person is made of, which shows no picture."""
        site = replace(self._empty, office=(profile,), seen={profile.id: self._whole.seen.get(profile.id, "")})
        return Part(site, ImageStore({}, {}, self._images.keep), cache(partial(self._digests.of, site)))

    def of_yearbook(self, campaign: Entry[Campaign], profiles: Sequence[PublicProfile]) -> Part:
        """Return what the yearbook of a campaign is made of, and where links in its stories lead."""
        if campaign.slug not in self._parts:
            site = replace(
                self._empty,
                campaigns=(campaign,),
                progress={campaign.slug: self._whole.progress[campaign.slug]},
                library=self._library,
                addresses=self._whole.urls_of,
            )
            self._parts[campaign.slug] = self._part(site, profiles)
        return self._parts[campaign.slug]

    def of_candidates(self, campaign: Entry[Campaign], unit: str, candidates: tuple[PublicProfile, ...]) -> Part:
        """Return what the sheets of a unit's candidates are made of: no pictures, no links."""
        key = f"candidates of {unit} in {campaign.slug}"
        if key not in self._parts:
            site = replace(self._empty, campaigns=(campaign,), office=candidates)
            self._parts[key] = Part(site, ImageStore({}, {}), cache(partial(self._digests.of, site)))
        return self._parts[key]

    def _part(self, site: Site, profiles: Sequence[PublicProfile]) -> Part:
        """Return a part with some exemplars, and with the pictures that these may show."""
        pictures = _pictures_of(profiles, self._whole.paper_pictures)
        site = replace(site, on_paper={p.id: p for p in profiles}, paper_pictures=pictures)
        return Part(site, ImageStore({}, pictures, self._images.keep), cache(partial(self._digests.of, site)))


def _emptied(site: Site) -> Site:
    """Return a site without documents, which has the configuration, the units and the wishes of another."""
    catalogues = {code: replace(words, start=Start()) for code, words in site.config.catalogues.items()}
    config = replace(site.config, catalogues=catalogues)
    return replace(
        site,
        config=config,
        urls=Urls(config),
        abbreviations=(),
        criteria={},
        campaigns=(),
        profiles=(),
        on_paper={},
        office=(),
        other_years={},
        office_years={},
        seen={},
        withdrawn=(),
        removed=(),
        plans=(),
        reviews=(),
        bulletins=(),
        pages=(),
        progress={},
        library=Library({}, {}, frozenset()),
        pictures={},
        paper_pictures={},
        left_out=(),
        published=None,
        addresses={lang: {} for lang in config.languages},
    )


def _pictures_of(profiles: Sequence[PublicProfile], pictures: Mapping[str, Picture]) -> dict[str, Picture]:
    """Return the pictures that some exemplars name, as far as papers may show them."""
    named = {p.photo: None for p in profiles if p.photo}
    named |= {
        picture_file(text, image.to): None for p in profiles for text in p.texts.all for image in text.body.images
    }
    return {file: pictures[file] for file in named if file in pictures}


class _Digests:
    """Digests of values of which some are parts of many others."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> bytes:
        """Return a digest of a value; it holds as long as nobody changes it."""
        if id(value) not in self._known:
            self._known[id(value)] = value, self._made(value)  # held, so that its id stays its own
        return self._known[id(value)][1]

    def _made(self, value: object) -> bytes:
        if isinstance(value, _TAKEN_APART):
            values = (self.of(getattr(value, field.name)) for field in fields(value))
            return digest_of(type(value).__qualname__, *values)
        if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
            return digest_of("map", *(part for key, inner in value.items() for part in (key, self.of(inner))))
        if isinstance(value, tuple):
            return digest_of("tuple", *map(self.of, value))
        if isinstance(value, frozenset):
            return digest_of("set", *sorted(map(value_digest, value)))
        return value_digest(value)
