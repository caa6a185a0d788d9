"""`fix`: what is certain is repaired, nothing else; twice is once; all files are written, or none."""

import os
import stat
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.author.repair.letters import difference, repair
from guongsang.read.fields.convert import read_tree
from guongsang.read.fields.kinds import Reading
from guongsang.read.source import read_text
from guongsang.read.tables.exemplar import EXEMPLAR
from guongsang.read.yaml.front_matter import read_front
from support.program import Ran
from support.site import PROJECT, SITES, edit

PROFILE = "content/exemplars/2024/noi-01.vi.md"
PAGE = "content/pages/about.vi.md"
PIECES = st.sampled_from(
    [
        "---\n", "–--\n", "title: ", "title:", "summary: >\n  ", "progress:\n\tregistered: {on: 10/6/2024}\n",
        "consent: {on: 31/02/2024, name: [“site”]}\n", "“Một cửa: nhanh”", "Một: hai: ba\n", "C«ng ty cæ phÇn",
        "Coâng ty", "coå phaàn", "Tiáº¿ng Viá»‡t", "Ä‘", "Ã ", "Ã¡", "Ð", "Nguyеn", "\u200b", "\u202e", "\u00ad",
        "\x07", "\x0b",
        "\ue0b7 ", "e\u0302\u0301", "  \n", " \n", "\t\n", "\n", "\r\n", "\r", "\ufeff", "```\n", "- ", "+ ", "#1", "`",
        "\xa0", "a\u0323\u0302" * 3, "'", '"', "{", "]", ": ", "lessons:\n  -\ta\n", "\ufffd",
        "evidence:\n  - id: e1\n",
    ]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=14), st.booleans())
def test_twice_is_once(pieces: list[str], fields: bool) -> None:
    """A repaired file has nothing left to repair, whatever stood in it; a trap in a front matter too."""
    text = "".join(pieces)
    data = (f"---\n{text}\n---\nBài.\n" if fields else text).encode("utf-8", "surrogatepass")
    once = repair(data, PROFILE)
    assert repair(once.data, PROFILE).data == once.data
    assert not repair(once.data, PROFILE).changes


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_survived(data: bytes) -> None:
    """No bytes end in an exception; what nothing is certain of stays as it is; what is shown steers no terminal."""
    once = repair(data, PAGE)
    assert repair(once.data, PAGE).data == once.data
    assert once.changes or once.data == data
    assert all(unicodedata.category(sign) != "Cc" or sign in "\t\n" for sign in difference(once))


def _values(data: bytes, file: str) -> object:
    source, _ = read_text(data, file)
    assert source is not None
    front, _ = read_front(source)
    assert front.node is not None
    return read_tree(Reading(source, ("vi", "en", "fr")), front.node, EXEMPLAR, front.fence)


GOOD = sorted([*PROJECT.glob("content/exemplars/*/*.md"), *SITES.glob("good/content/exemplars/*/*.md")])


@pytest.mark.parametrize("path", GOOD, ids=lambda p: p.name)
def test_a_good_file_keeps_its_values(path: Path) -> None:
    """A sound file is left as it is byte by byte; in NFD with CRLF and a BOM, its values and line ends stay."""
    data = path.read_bytes()
    file = f"content/exemplars/2022/{path.name}"
    assert repair(data, file).data == data
    text = data.decode("utf-8")
    other = b"\xef\xbb\xbf" + unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode()
    assert repair(other, file).data == b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert _values(repair(other, file).data, file) == _values(data, file)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("consent: {on: 10/6/2024}", "consent: {on: 2024-06-10}"),
        ("consent: {on: “10/6/2024”}", "consent: {on: 2024-06-10}"),
        ("consent: {name: [“site”, print]}", "consent: {name: [site, print]}"),
        ("consent:\n\ton: 2024-06-10", "consent:\n  on: 2024-06-10"),
        ("consent:\n\xa0\xa0on: [", None),
        ("movements:\n  -\tname: a", "movements:\n  - name: a"),
        ("position:Điều dưỡng", "position: Điều dưỡng"),
        ("position： Điều dưỡng", "position: Điều dưỡng"),
        ("position: Điều dưỡng: trưởng", 'position: "Điều dưỡng: trưởng"'),
        ("position: “Điều dưỡng: trưởng”", 'position: "Điều dưỡng: trưởng"'),
        ("position: C«ng ty cæ phÇn", "position: Công ty cổ phần"),
        ("position: Tiáº¿ng Viá»‡t", "position: Tiếng Việt"),
        ("position: Nguyеn\u200b Ðức", "position: Nguyen Đức"),
        ("position: Điều dưỡng   # ghi chú  ", "position: Điều dưỡng   # ghi chú"),
        # what is not certain, or is no fault
        ("consent: {on: 31/02/2024}", None),
        ("consent: {on: 10/6}", None),
        ("position: 10/6/2024", None),
        ("position: “Điều dưỡng”", None),
        ("lessons: ['10/6/2024', no, 010]", None),
        ("position: Hoà và Hòa, thuỷ", None),
        ("position: Tổ #1", None),
        ("lessons:\n  - |\n    giữ hai dấu cách  \n    ở cuối", None),
        ("position: LÃ  rồi", None),
    ],
)
def test_repairs_of_fields(old: str, new: str | None) -> None:
    """Each slip becomes what was meant, by the kind of its field; words, names and unclear dates stay."""
    head, tail = "---\n# lời ghi chú\ntitle: Thử\n", "\nunit: noi # giữ\n---\nBài.\n"
    repaired = repair((head + old + tail).encode(), PROFILE)
    assert repaired.data.decode() == head + (old if new is None else new) + tail


def test_repairs_of_bodies() -> None:
    """Blanks at the end go, two that break a line and those in code stay; bullets of Word become list items."""
    body = "Một  \nhai \n\n\ue0b7\tba\n```\nmã  \n```\nhết  \n"
    repaired = repair(f"---\ntitle: a\n---\n{body}".encode(), PAGE)
    assert repaired.data.decode() == "---\ntitle: a\n---\nMột  \nhai\n\n- ba\n```\nmã  \n```\nhết\n"


@pytest.mark.parametrize(
    "data",
    [
        "---\ntitle: Liªn hÖ víi bÖnh viÖn\n---\nKhoa Néi.\n".encode("latin-1"),
        "---\ntitle: Liên hệ với bệnh viện\n---\nKhoa Nội.\n".encode("utf-16"),
    ],
)
def test_whole_files_in_another_encoding(data: bytes) -> None:
    """A file in TCVN3 or UTF-16 becomes UTF-8."""
    assert repair(data, PAGE).data.decode() == "---\ntitle: Liên hệ với bệnh viện\n---\nKhoa Nội.\n"


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("Khoa làm\n-ghi tên", "Khoa làm\n- ghi tên"),
        ("-một", "- một"),
        ("> +một", "> + một"),
        ("<!-- -x -->\n-một", "<!-- -x -->\n- một"),
        ("```\n-một\n```", "```\n-một\n```"),
        ("-một\n-hai", "-một\n-hai"),
        ("-5 độ", "-5 độ"),
        ("Ông\n2. Tuấn", "Ông\n2. Tuấn"),
    ],
)
def test_an_item_alone_gets_its_blank(typed: str, mended: str) -> None:
    """In a row they are read as a list already; what may be a figure or a name is left."""
    head = "---\ntitle: Một\n---\n"
    assert repair(f"{head}{typed}\n".encode(), PAGE).data.decode() == f"{head}{mended}\n"


def test_it_is_shown_before_it_is_written(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Without --write nothing changes and hidden signs are written out; with it the file keeps its rights."""
    root = site()
    edit(root, PROFILE, "registered: {on: 2024-03-10}", "registered: {on: 10/3/2024}")
    edit(root, PAGE, "Trang này", "Trang\u202e này\x1b[31m")
    before = (root / PROFILE).read_bytes()
    (root / PROFILE).chmod(0o640)
    ran = run("--root", root, "--lang", "en", "fix")
    assert ran.status == 0 and (root / PROFILE).read_bytes() == before
    assert "-  registered: {on: 10/3/2024}\n+  registered: {on: 2024-03-10}\n" in ran.out
    assert "<U+202E>" in ran.out and "\u202e" not in ran.out and "\x1b" not in ran.out
    assert "2 files can be repaired" in ran.err
    assert run("--root", root, "fix", "--write", PROFILE).status == 0
    assert b"{on: 2024-03-10}" in (root / PROFILE).read_bytes()
    assert "\u202e" in (root / PAGE).read_text(encoding="utf-8")
    if os.name == "posix":
        assert stat.S_IMODE((root / PROFILE).stat().st_mode) == 0o640
    assert run("--root", root, "fix", "--write").status == 0
    assert "Nothing to repair." in run("--root", root, "--lang", "en", "fix").err
    assert not list(root.rglob("*.tmp"))


def test_a_file_that_may_not_be_written_leaves_all_as_they_were(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """With one read-only file nothing at all is written: one line, status 3, no leftovers."""
    root = site()
    edit(root, PROFILE, "registered: {on: 2024-03-10}", "registered: {on: 10/3/2024}")
    edit(root, PAGE, "Trang này", "Trang\u200b này")
    (root / PAGE).chmod(0o444)
    before = (root / PROFILE).read_bytes()
    ran = run("--root", root, "--lang", "en", "fix", "--write")
    assert ran.status == 3 and "about.vi.md cannot be written" in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    assert (root / PROFILE).read_bytes() == before and not list(root.rglob("*.tmp"))


def test_only_files_of_the_site(site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path) -> None:
    """A file outside or missing is wrong use; a link is told and not followed."""
    root = site()
    secret = tmp_path / "ngoai.vi.md"
    secret.write_text("---\ntitle: a\u200b\n---\n", encoding="utf-8")
    assert run("--root", root, "fix", secret).status == 2
    assert run("--root", root, "fix", "content/pages/khong-co.vi.md").status == 2
    try:
        (root / "content/pages/link.vi.md").symlink_to(secret)
    except OSError:
        pytest.skip("this system lets no links be made")
    ran = run("--root", root, "fix", "--write", "content/pages/link.vi.md")
    assert ran.status == 1 and "[symlink]" in ran.out
    assert "\u200b" in secret.read_text(encoding="utf-8")
