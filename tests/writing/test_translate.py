"""Translations: a file to fill that is never taken for one, a stamp that changes one line, a list of all."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import edit, leave_untranslated

SOURCE = "content/exemplars/2024/noi-01.vi.md"
FILE = "content/exemplars/2024/noi-01.en.md"


def state(run: Callable[..., Ran], root: Path, file: str = SOURCE) -> str:
    """Ask how the English translation of a document stands."""
    listed = json.loads(run("--root", root, "translate", "--status", "--format", "json").out)
    found: str = next(row["states"]["en"] for row in listed["documents"] if row["file"] == file)
    return found


@pytest.mark.parametrize("word", [SOURCE, FILE, "content/exemplars/2024/noi-01", "exemplars/2024/noi-01", "noi-01"])
def test_a_file_to_fill_shows_the_source(word: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The new file has an empty place for every word, the source beside it, no facts; it counts as no translation."""
    root = site()
    (root / FILE).unlink()
    ran = run("--root", root, "translate", word)
    assert (ran.status, ran.out) == (0, FILE + "\n")
    text = (root / FILE).read_text(encoding="utf-8")
    assert "# Khay thuốc có tên, không ai nhầm\ntitle:\n" in text
    assert "  # Số lần kiểm lại mỗi tuần giảm từ 12 xuống 6.\n  e1:\n" in text
    assert "<!--\n1. Ghi tên lên khay.\n2. Đọc tên trước khi phát.\n-->" in text
    assert "unit:" not in text and "progress" not in text
    assert state(run, root) == "none"
    told = json.loads(run("--root", root, "check", "--format", "json", FILE).out)["findings"]
    assert [f["code"] for f in told] == ["untranslated"]
    assert run("--root", root, "build", "--no-print", "--skip-invalid").status == 0
    page = (root / "output/site/en/exemplars/2024/noi-01.html").read_text(encoding="utf-8")
    assert "Write the translation" not in page and 'lang="vi"' in page


def test_a_filled_file_is_a_draft_until_it_is_stamped(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Words make a draft, the stamp makes it ready, a changed source makes it stale, a new stamp ready again."""
    root = site()
    (root / FILE).unlink()
    run("--root", root, "translate", SOURCE)
    edit(root, FILE, "title:\n", "title: Named trays\n")
    with (root / FILE).open("a", encoding="utf-8") as file:
        file.write("## What was done\n\nNames on trays.\n")
    assert state(run, root) == "draft"
    assert run("--root", root, "translate", "--confirm", FILE).out == FILE + "\n"
    assert state(run, root) == "ready"
    again = run("--root", root, "--lang", "en", "translate", "--confirm", FILE)
    assert again.status == 0 and "already" in again.err and not again.out
    edit(root, SOURCE, "không ai nhầm", "không ai lẫn")
    assert state(run, root) == "stale"
    ran = run("--root", root, "--lang", "en", "translate", SOURCE)
    assert ran.status == 2 and "it is: stale" in ran.err and "not translated: summary" in ran.err
    assert run("--root", root, "translate", "--confirm", SOURCE, "--to", "en").status == 0
    assert state(run, root) == "ready"


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line", [b"", b"translates: 000000000000 # x", b"translates:", b"'translates': \"0\""])
def test_the_stamp_changes_one_line(
    end: bytes, bom: bytes, line: bytes, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Everything but the stamp stays byte for byte: line ends, the mark at the start, NFD, comments, blanks."""
    root = site()
    head = [b"---", *([line] if line else []), "title: Kha\u0301y  ".encode(), b"---", b"A text\xe2\x80\xa8here.", b""]
    (root / FILE).write_bytes(bom + end.join(head))
    assert run("--root", root, "translate", "--confirm", FILE).status == 0
    after = (root / FILE).read_bytes()
    kept = after.split(end)
    assert after.startswith(bom + b"---" + end)
    assert len(kept) == len(head) + (not line)
    assert kept[-4:] == head[-4:]
    assert kept[1].endswith(b" # x") == line.endswith(b" # x")
    assert state(run, root) == "ready"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "name the file"),
        (["nio-01"], "did you mean noi-01"),
        (["noi-91"], "there is no file noi-91 in this site"),
        (["no/such.md"], "there is no file"),
        (["../../etc/passwd"], "there is no file"),
        ([SOURCE, "--to", "fr"], "there is no fr"),
        (["--confirm", "noi-02"], "there is no content/exemplars/2024/noi-02.en.md yet"),
    ],
)
def test_wrong_wishes_are_one_line(
    words: list[str], told: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """What cannot be done is told in one line with status 2."""
    root = site()
    leave_untranslated(root)
    ran = run("--root", root, "--lang", "en", "translate", *words)
    assert ran.status == 2 and told in ran.err and len(ran.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\ntitle: T\n---\n[[the text]]\n", "line 4: a place is still to be filled in"),
        ('---\ntitle: "[[T]]"\n---\nText.\n', "line 2: a place is still to be filled in"),
        ("---\ntitle: T\nunit: noi\n---\nText.\n", "line 3: there is an error"),
        ("---\ntitle: T\n---\n<!-- Text. -->\n", "holds no translation yet"),
    ],
)
def test_the_unfinished_is_not_stamped(
    text: str, told: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Places to fill, errors and empty files are not stamped, and the file stays as it is."""
    root = site()
    (root / FILE).write_text(text, encoding="utf-8")
    ran = run("--root", root, "--lang", "en", "translate", "--confirm", FILE)
    assert ran.status == 2 and told in ran.err
    assert (root / FILE).read_text(encoding="utf-8") == text


def test_all_are_listed_with_totals(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The list names every document with its state in each language, and counts them."""
    root = site()
    for file in ("exemplars/2024/noi-02", "plans/2024/noi"):
        leave_untranslated(root, file)
    ran = run("--root", root, "--lang", "en", "translate", "--status")
    assert f"{SOURCE}  en: ready\n" in ran.out
    assert ran.out.endswith("English: 2 none, 0 draft, 5 ready, 0 stale\n")
    assert "tiếng Anh: 2 chưa có, 0 dự thảo, 5 dùng được, 0 đã cũ" in run("--root", root, "translate", "--status").out
