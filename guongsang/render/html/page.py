"""Pages and bodies as values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from guongsang.digests import value_digest
from guongsang.i18n.messages import Text
from guongsang.read.markdown.tree import Body
from guongsang.render.html.frame import Frame


@dataclass(frozen=True)
class Page:
    """A page as a value: its path, language, template, and all that the template may see.

    `data` is a dataclass whose fields are the names in the template. Files for machines have no `frame`. A page that is
    shown at addresses other than its own has a `base`: the path of the site from the root of its host.
    """

    url: str
    lang: str
    template: str
    data: object
    frame: Frame | None = None
    base: str = ""


@dataclass(frozen=True)
class LaterPage:
    """A page that is made when it is asked for: its path, its language, how.

    `given` returns a digest of all that goes into it, where that can be known before. `original` says whether search
    engines are told of this very page, `found` whether the site's own search may find it.
    """

    url: str
    lang: str
    make: Callable[[], Page]
    given: Callable[[], bytes] | None = None
    original: bool = True
    found: bool = True

    @cached_property
    def page(self) -> Page:
        """Return the page, made once."""
        return self.make()

    def known_by(self) -> bytes:
        """Return a digest of all that goes into it, or of what it shows where that is not known before."""
        return self._given or value_digest(self.page)

    @cached_property
    def _given(self) -> bytes:
        return self.given() if self.given else b""


@dataclass(frozen=True)
class BodyView:
    """A body ready for a page: anchors for its headings, its language, and what its tree names but does not hold.

    `targets` gives the address of each link, a path from the root or a full one, `pictures` the attributes of each
    picture (src, width, height, srcset, webp), both by what the text names; what is not among them is left out, but for
    its words. `name` is marked as of its own language wherever it stands.
    """

    body: Body
    anchors: tuple[str, ...]
    lang: str
    targets: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    name: Text | None = None
