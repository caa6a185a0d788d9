"""What a system says when it refuses something, in the program's own words; systems say it in English or their own.

Numbers are those of `errno`; Windows has numbers of its own for a few that it does not bring to them.
"""

import errno
import os
from collections.abc import Mapping

from guongsang.i18n.messages import Message, say

_HELD = say("another program holds it open")
_FULL = say("the disk is full")
_DENIED = say("there is no right to do this")
_WORDS: Mapping[str, Message] = {
    "ENOENT": say("there is no such file or folder"),
    "EACCES": _DENIED,
    "EPERM": _DENIED,
    "EROFS": say("this disk can only be read"),
    "ENOSPC": _FULL,
    "EDQUOT": _FULL,
    "EFBIG": say("the file would be too large"),
    "EEXIST": say("something has this name already"),
    "ENOTDIR": say("a file stands where a folder should be"),
    "EISDIR": say("a folder stands where a file should be"),
    "ENOTEMPTY": say("the folder is not empty"),
    "EBUSY": _HELD,
    "ETXTBSY": _HELD,
    "EMFILE": say("too many files are open"),
    "ENFILE": say("too many files are open"),
    "ENAMETOOLONG": say("the name or the path is too long"),
    "ELOOP": say("links lead in a circle"),
    "EINVAL": say("the system does not take this name or value"),
    "EIO": say("the disk or the network drive has a fault"),
    "ESTALE": say("the disk or the network drive has a fault"),
    "ENODEV": say("the disk is not there any more"),
    "ENXIO": say("the disk is not there any more"),
    "ENOMEM": say("memory ran out"),
    "EAGAIN": say("the system has no room for this at present"),
    "EADDRINUSE": say("the port is taken by another program"),
    "EADDRNOTAVAIL": say("this address is not one of this machine"),
    "EPIPE": say("nobody reads what is written"),
    "ETIMEDOUT": say("there was no answer in time"),
    "ECONNREFUSED": say("the other side refuses the connection"),
    "ENETUNREACH": say("there is no network"),
    "EHOSTUNREACH": say("there is no network"),
}
_BY_NUMBER = {getattr(errno, name): message for name, message in _WORDS.items() if hasattr(errno, name)}
_BY_TEXT = {os.strerror(number): message for number, message in _BY_NUMBER.items()}
_OF_WINDOWS = {32: _HELD, 33: _HELD, 112: _FULL, 206: _WORDS["ENAMETOOLONG"], 1224: _HELD}


def reason_of(fault: OSError) -> Message:
    """Return why a system refused, or the number of its fault."""
    windows = getattr(fault, "winerror", None)
    found = _OF_WINDOWS.get(windows or 0) or _BY_NUMBER.get(fault.errno or 0)
    return found or say("fault {number} of the system", number=str(fault.errno or windows or type(fault).__name__))


def in_own_words(reason: str) -> Message | str:
    """Return our own words for what a system said, where they are known; else the text as it is."""
    return _BY_TEXT.get(reason, reason)
