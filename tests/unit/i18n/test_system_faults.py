"""What a system refuses is told in the program's own words."""

import errno
import os

import pytest

from guongsang.i18n.messages import Catalogue
from guongsang.i18n.system_faults import in_own_words, reason_of

ENGLISH = Catalogue("en")


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOENT, "there is no such file or folder"),
        (errno.EACCES, "there is no right to do this"),
        (errno.EPERM, "there is no right to do this"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "this disk can only be read"),
        (errno.EISDIR, "a folder stands where a file should be"),
        (errno.ENAMETOOLONG, "the name or the path is too long"),
        (errno.EBUSY, "another program holds it open"),
        (9999, "fault 9999 of the system"),
    ],
)
def test_the_number_decides(number: int, told: str) -> None:
    """Not the words, which each system has in its own language."""
    assert ENGLISH.tell(reason_of(OSError(number, "Cửa đóng"))) == told


def test_a_fault_without_a_number_has_its_kind() -> None:
    """And none of the words of a library."""
    assert ENGLISH.tell(reason_of(OSError("cannot write"))) == "fault OSError of the system"


def test_the_words_of_the_system_are_known() -> None:
    """As another process hands them over."""
    assert ENGLISH.tell(in_own_words(os.strerror(errno.ENOSPC))) == "the disk is full"
    assert in_own_words("PanicException") == "PanicException"
