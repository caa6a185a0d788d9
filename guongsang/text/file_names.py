"""Names that other programs leave beside a writer's files: locks of open files, half-saved copies, notes of a system.

They are understood and passed over wherever files of a site are listed: nothing is told of them, nothing of them is
published. What might be a text that somebody means to publish is not in this list (`x.vi.md.bak`, `x - Copy.vi.md`).
"""

import re

from guongsang.text.patterns import lazy
from guongsang.text.vietnamese import slugify

_LITTER = lazy(
    r"~\$.*"  # Word, Excel: the owner of an open file
    r"|\.~.*"  # LibreOffice (.~lock.x#), WPS Office
    r"|~.*\.tmp|\..*\.tmp"  # what is being saved
    r"|\.#.*|#.*#"  # Emacs: locks, what was not saved
    r"|\..*\.sw[a-z]|.*\.md\.sw[op]|\..*\.kate-swp"  # Vim, Kate
    r"|.*\.sb-[0-9a-f]{8}-[\w-]+"  # TextEdit and Pages while they save
    r"|.*~"  # the text before the last save
    r"|.*\.(?:crdownload|partial|part|download)"  # what a browser is fetching
    r"|\.gitkeep|\.keep|\.sync\.ffs_(?:db|lock)"
    r"|\.(?:svn|hg|vscode|idea|obsidian|stfolder|stversions)|\.(?:_?sync_|owncloudsync).*"
    r"|.*___jb_(?:tmp|old)___|\.goutputstream-.*|\.fuse_hidden.*|\.nfs[0-9a-f]+"
    r"|\._.*|\.ds_store|\.appledouble|\.localized|__macosx|\.spotlight-v100|\.fseventsd|\.temporaryitems|icon\r"
    r"|thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|\$recycle\.bin|system volume information"
    r"|@eadir|#recycle|\.directory|\.trash(?:es|-.*)?|\.dropbox(?:\..*)?",
    re.DOTALL | re.IGNORECASE,
)


def is_litter(name: str) -> bool:
    """Return whether a file or folder of this name is what another program left; letter case does not matter."""
    return _LITTER.fullmatch(name) is not None


RESERVED = lazy(r"con|prn|aux|nul|com[0-9]|lpt[0-9]|index|page-[0-9]+")
"""Names that Windows or the site's own pages keep for themselves."""

LIMIT = 80
"""How many letters a name in an address has at most."""
_COPY_SIGNS = lazy(
    r"(?: +[-–] *|_-_)(?:copy|bản sao|ban sao|sao chép)(?:[ _]*\(\d+\))?"  # Explorer
    r"|[ _]*\(\d{1,3}\)"  # browsers, Zalo
    r"|[ _]*\((?:copy|another copy|\d+(?:st|nd|rd|th) copy|(?:một )?bản sao[^)]*|ban sao[^)]*)\)"  # Linux
    r"|[ _]*\([^)]*(?:conflicted copy|case conflict|xung đột)[^)]*\)"  # Dropbox, Nextcloud
    r"|\.sync-conflict-\d{8}-\d{6}-[a-z0-9]+"  # Syncthing
    r"|[ _]copy(?: \d+)?(?=\.)"  # macOS
    r"|^(?:copy of|bản sao của|bản sao|ban sao cua)[ _]+",  # Google Drive
    re.IGNORECASE,
)
_COMPUTER = lazy(r"-(?:DESKTOP|LAPTOP|PC|WIN|MAY)-[A-Z0-9]{4,}(?:-\d+)?")  # OneDrive, after the owner's computer
_OLDER = lazy(r"\.(?:bak|bk|backup|old|orig|rej|save|autosave|tmp|temp|wbk|asd)\d*(?=\.|$)", re.IGNORECASE)


def without_copy_signs(name: str) -> str:
    """Return a name without what programs add to those of copies and older states: `x.vi (1).md` → `x.vi.md`."""
    return _OLDER.sub("", _COMPUTER.sub("", _COPY_SIGNS.sub("", name)))


def is_copy(name: str) -> bool:
    """Return whether a name is that of a copy, or of an older or unfinished state, that a program made of a file."""
    return without_copy_signs(name) != name


def numbered(base: str, taken: frozenset[str]) -> str:
    """Return the next free number after a unit's id: qlxd-01, qlxd-02."""
    base = slugify(base, LIMIT - 4) or "new"
    used = [int(m[1]) for name in taken if (m := re.fullmatch(rf"{re.escape(base)}-([0-9]{{1,3}})", name))]
    slug = f"{base}-{max(used, default=0) + 1:02}"
    return f"{base}-no-{max(used, default=0) + 1:02}" if RESERVED.fullmatch(slug) else slug


def free(base: str, taken: frozenset[str]) -> str:
    """Return a slug made of a text, with a number behind it where it is taken or kept for something else."""
    slug = slugify(base, LIMIT - 3)
    if slug and slug not in taken and not RESERVED.fullmatch(slug):
        return slug
    n = 2
    while f"{slug or 'new'}-{n}" in taken:
        n += 1
    return f"{slug or 'new'}-{n}"
