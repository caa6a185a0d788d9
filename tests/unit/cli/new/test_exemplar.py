"""What `new` asks, and how answers are read."""

import io
from pathlib import Path
from unittest.mock import Mock

import pytest
from PIL import Image

from guongsang.author.new.photo import Photo
from guongsang.cli.new.exemplar import QUESTIONS
from guongsang.cli.new.prompts import Answer, Known
from guongsang.findings import Refusal


def photo(path: str) -> Photo:
    """Return the photo that an answer means."""
    read = QUESTIONS["photo"].read(Answer(path, "--photo", Known(), Mock()))
    assert isinstance(read, Photo)
    return read


def test_a_photo_is_read_as_it_will_be_written(tmp_path: Path) -> None:
    """A picture is drawn anew in its own form."""
    out = io.BytesIO()
    Image.new("RGB", (40, 20)).save(out, "JPEG")
    (tmp_path / "a.jpg").write_bytes(out.getvalue())
    read = photo(str(tmp_path / "a.jpg"))
    with Image.open(io.BytesIO(read.data)) as drawn:
        assert (drawn.format, drawn.size, read.ending) == ("JPEG", (40, 20), "jpg")


@pytest.mark.parametrize("name", ["b.jpg", "c.jpg", "", "."])
def test_what_is_no_picture_is_refused(tmp_path: Path, name: str) -> None:
    """Another file, none, a folder, and no answer at all."""
    (tmp_path / "b.jpg").write_bytes(b"x")
    with pytest.raises(Refusal):
        photo(str(tmp_path / name) if name else "")
