"""Names of files that other programs leave, and names that cannot be given to a document."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.text.file_names import RESERVED, is_litter


@pytest.mark.parametrize(
    "name",
    [
        "~$bao-cao.docx",
        ".~lock.mau.vi.md#",
        ".~mau.docx",
        "~WRL0001.tmp",
        ".mau.tmp",
        ".#mau.vi.md",
        "#mau.vi.md#",
        ".mau.vi.md.swp",
        ".mau.vi.md.swo",
        "mau.vi.md.swp",
        "mau.vi.md.sb-1a2b3c4d-XyZ123",
        ".gitkeep",
        ".keep",
        ".sync.ffs_db",
        ".mau.vi.md.kate-swp",
        "mau.vi.md~",
        "mau.vi.md___jb_tmp___",
        "mau.vi.md___jb_old___",
        ".goutputstream-ABC123",
        ".fuse_hidden0001",
        ".nfs0000a1b2",
        "._mau.jpg",
        ".DS_Store",
        ".AppleDouble",
        "__MACOSX",
        ".Spotlight-V100",
        "Icon\r",
        "Thumbs.db",
        "ehthumbs_vista.db",
        "desktop.ini",
        "$RECYCLE.BIN",
        "System Volume Information",
        "@eaDir",
        "#recycle",
        ".directory",
        ".Trash-1000",
        ".Trashes",
        ".dropbox",
        ".dropbox.cache",
    ],
)
def test_what_other_programs_leave_is_litter_in_any_case(name: str) -> None:
    """Locks, half-saved copies and notes of systems are passed over, however their letters are written."""
    assert is_litter(name)
    assert is_litter(name.upper())
    assert is_litter(name.lower())


@pytest.mark.parametrize(
    "name",
    [
        "mau.vi.md",
        "mau.en.md",
        "mau.vi.md.bak",
        "mau - Copy.vi.md",
        "mau.tmp",
        "~mau.vi.md",
        "thumbs.jpg",
        "desktop.md",
        ".gitignore",
        ".nfs-notes",
        "icon",
        "trash.md",
        "recycle",
        "ds_store",
        "",
    ],
)
def test_what_may_be_meant_is_not_litter(name: str) -> None:
    """A file that somebody may want to publish is told, not passed over."""
    assert not is_litter(name)


@settings(deadline=None, max_examples=50)
@given(st.text("abz019-", min_size=1, max_size=30), st.sampled_from(["vi", "en"]))
def test_no_document_that_is_named_rightly_is_litter(slug: str, lang: str) -> None:
    """Names made of small letters, figures and hyphens with language and ending are always read."""
    assert not is_litter(f"{slug}.{lang}.md")


@pytest.mark.parametrize("slug", ["con", "prn", "aux", "nul", "com1", "com0", "lpt9", "index", "page-2", "page-10"])
def test_names_of_systems_and_of_our_own_pages_are_reserved(slug: str) -> None:
    """A file of that name cannot exist on Windows, or would lie where a page of the site lies."""
    assert RESERVED.fullmatch(slug)


@pytest.mark.parametrize("slug", ["cong", "con-1", "com", "com10", "page", "page-", "page-a", "indexes", "my-index"])
def test_names_that_only_resemble_them_are_free(slug: str) -> None:
    """Only the whole name counts."""
    assert RESERVED.fullmatch(slug) is None
