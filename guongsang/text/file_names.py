"""Names that other programs leave beside a writer's files: locks of open files, half-saved copies, notes of a system.

They are understood and passed over wherever files of a site are listed: nothing is told of them, nothing of them is
published. What might be a text that somebody means to publish is not in this list (`x.vi.md.bak`, `x - Copy.vi.md`).
"""

import re

_LITTER = re.compile(
    r"~\$.*"  # Word, Excel: the owner of an open file
    r"|\.~.*"  # LibreOffice (.~lock.x#), WPS Office
    r"|~.*\.tmp|\..*\.tmp"  # what is being saved
    r"|\.#.*|#.*#"  # Emacs: locks, what was not saved
    r"|\..*\.sw[a-z]|\..*\.kate-swp"  # Vim, Kate
    r"|.*~"  # the text before the last save
    r"|.*___jb_(?:tmp|old)___|\.goutputstream-.*|\.fuse_hidden.*|\.nfs[0-9a-f]+"
    r"|\._.*|\.ds_store|\.appledouble|\.localized|__macosx|\.spotlight-v100|\.fseventsd|\.temporaryitems|icon\r"
    r"|thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|\$recycle\.bin|system volume information"
    r"|@eadir|#recycle|\.directory|\.trash(?:es|-.*)?|\.dropbox(?:\..*)?",
    re.DOTALL | re.IGNORECASE,
)


def is_litter(name: str) -> bool:
    """Return whether a file or folder of this name is what another program left; letter case does not matter."""
    return _LITTER.fullmatch(name) is not None


RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]|index|page-[0-9]+")
"""Names that Windows or the site's own pages keep for themselves."""
