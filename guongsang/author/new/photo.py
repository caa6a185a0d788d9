"""A writer's photo made ready for a site: upright, at most 2,000 points long, without anything hidden in it."""

from dataclasses import dataclass
from pathlib import Path

from guongsang.findings import Finding, Refusal
from guongsang.i18n.messages import say
from guongsang.read.files import PICTURE_LIMIT, Found, read_file
from guongsang.read.pictures import inspect_picture
from guongsang.render.draw import SAVE_AGAIN, cannot_draw, draw, fallback_form

LONGEST = 2000


@dataclass(frozen=True)
class Photo:
    """A picture drawn anew: its bytes and the ending of its name."""

    data: bytes
    ending: str


def clean_photo(path: Path) -> Photo:
    """Read a picture file and draw it anew. Raises Refusal."""
    data = read_file(Found(path.name, path), PICTURE_LIMIT)
    looked = data if isinstance(data, Finding) else inspect_picture(data, path.name)
    if isinstance(data, Finding) or isinstance(looked, Finding):
        fault = data if isinstance(data, Finding) else looked
        assert isinstance(fault, Finding)
        raise Refusal(say("the photo {file}: {what}; {cure}", file=str(path), what=fault.message, cure=fault.hint))
    form = fallback_form(looked.format)
    try:
        return Photo(draw(data, LONGEST, form), form)
    except Exception as fault:
        raise Refusal(
            say("the photo {file}: {what}; {cure}", file=str(path), what=cannot_draw(fault), cure=SAVE_AGAIN)
        ) from fault
