"""New files: asked for or given as options, whole and honest, never over an old one, all or nothing."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from guongsang.read.source import read_text
from guongsang.read.yaml.front_matter import read_front
from support.program import Ran
from support.site import edit

TODAY = ("--today", "2024-05-01")


class Keyboard(io.StringIO):
    """Somebody at a terminal who types these lines."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let somebody type."""
    return lambda *lines: monkeypatch.setattr("sys.stdin", Keyboard("".join(f"{line}\n" for line in lines)))


def files_of(root: Path) -> dict[str, bytes]:
    """Return everything that lies in a site."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def findings_in(run: Callable[..., Ran], root: Path, *files: str) -> list[dict[str, str]]:
    """Check some files of a site."""
    ran = run("--root", root, *TODAY, "check", "--format", "json", *files)
    findings: list[dict[str, str]] = json.loads(ran.out)["findings"]
    return findings


@pytest.mark.parametrize("category", ["nurse", "ward"])
def test_a_new_profile_only_asks_to_be_filled_in(
    category: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """A fresh file is judged to be whole but for the places to fill, which say what to write."""
    root = site()
    ran = run("--root", root, "new", "exemplar", "--yes", "--unit", "noi", "--category", category)
    assert (ran.status, ran.out) == (0, "content/exemplars/2024/noi-03.vi.md\n")
    told = findings_in(run, root, *ran.out.split())
    assert {f["code"] for f in told} == {"to-fill-in"}
    assert all(re.search(": .{4,}", f["message"]) for f in told)
    text = (root / ran.out.strip()).read_text(encoding="utf-8")
    assert ("serves: [A-3]" in text) == (category == "nurse")
    assert ("serves: [NOI-1]" in text) == (category == "ward")
    assert "## Cách làm" in text and "# A-1, mục 2: Việc làm có nguồn" in text


@pytest.mark.parametrize("layer", ["good", "other"])
def test_nothing_asked_and_nothing_given_is_a_file_to_fill(
    layer: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """With --yes alone, every answer is a place to fill, category and unit too."""
    root = site(layer)
    ran = run("--root", root, "new", "exemplar", "--yes")
    assert ran.status == 0
    assert {f["code"] for f in findings_in(run, root, *ran.out.split())} == {"to-fill-in"}


HARD = """
categories:
  - {id: team, subject: collective, label: {vi: Tổ, en: Team}}
  - {id: person, label: {vi: Người, en: Person}}
criteria:
  - {id: E1, label: {vi: "Có <b> -- và -->", en: E}, check: {evidence: {min: 3, requires: [attested.by, when],
     expects: [measure.before]}}, severity: {discovered: error}, internal: true}
  - {id: E2, label: {vi: Nhiều năm, en: E}, check: {evidence: {continuous_years: true}}, severity: {discovered: error}}
  - {id: F1, label: {vi: Vai, en: F}, check: {field: {path: "movements[].role", one_of: [organiser]}},
     severity: {discovered: error}}
  - {id: F2, label: {vi: Phong trào, en: F}, check: {field: {path: "movements[].name", present: true}},
     severity: {discovered: error}}
  - {id: F3, label: {vi: Ai nhân rộng, en: F}, check: {field: {path: adopted_by, present: true}},
     severity: {discovered: error}}
  - {id: F4, label: {vi: Không nhãn, en: F}, check: {field: {path: tags, present: false}},
     severity: {discovered: error}}
  - {id: F5, label: {vi: Biên bản, en: F}, check: {field: {path: progress.selected.document, present: true}},
     severity: {discovered: error}}
  - {id: F6, label: {vi: Viên chức, en: F}, for: {subject: individual},
     check: {field: {path: staff_category, equals: worker}}, severity: {discovered: error}}
  - {id: F7, label: {vi: Có tờ, en: F}, check: {field: {path: consent.document, present: true}},
     severity: {discovered: error}}
  - {id: S1, label: {vi: Mở đầu, en: S}, check: {section: {heading: {vi: "1. *Việc* [hay]", en: S}, min_words: 50}},
     severity: {discovered: error}}
  - {id: S2, label: {vi: Mở đầu nữa, en: S}, check: {section: {heading: {vi: "1. *Việc* [hay]", en: S}}},
     severity: {discovered: error}}
  - {id: U1, label: {vi: Riêng, en: U}, for: {leader: "true", unit: [noi]}, check: {unit_criteria: {min: 2}},
     severity: {discovered: error}}
"""


@pytest.mark.parametrize("category", ["team", "person"])
@pytest.mark.parametrize("leader", ["--leader", "--no-leader"])
def test_any_criteria_file_makes_a_file_that_only_asks(
    category: str, leader: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """All kinds of check, demanded from the first day on, with odd signs in their words, are prepared and marked."""
    root = site()
    (root / "content/criteria/2024.yaml").write_text(HARD, encoding="utf-8")
    words = ["--unit", "noi", "--category", category, leader, "--discovered", "2024-03-02"]
    ran = run("--root", root, *TODAY, "new", "exemplar", "--yes", *words)
    assert ran.status == 0, ran.err
    told = findings_in(run, root, *ran.out.split())
    assert {f["code"] for f in told} == {"to-fill-in"}, told
    text = (root / ran.out.strip()).read_text(encoding="utf-8")
    assert text.count("serves: [E1]") == 3 and text.count("## 1. ") == 1
    assert ("staff_category:" in text) == (category == "person")


@pytest.mark.parametrize(
    "name",
    [
        "Tổ: Mẫu",
        '"Mẫu"',
        "'Mẫu'",
        "0123",
        "no",
        "# Mẫu",
        "- Mẫu",
        "Mẫu 🙂",
        "a\\b",
        "[Mẫu]",
        "{x}",
        "@ & *",
        "~",
        "1e3",
    ],
)
def test_what_was_typed_is_what_is_read(name: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A name or headline of any look stays as typed, and is in no name of a file."""
    root = site()
    words = ["--unit", "noi", "--category", "nurse", "--name", name, "--title", name, "--position", name]
    ran = run("--root", root, *TODAY, "new", "exemplar", "--yes", *words)
    assert (ran.status, ran.out) == (0, "content/exemplars/2024/noi-03.vi.md\n")
    source, _ = read_text((root / ran.out.strip()).read_bytes(), "x")
    assert source is not None
    front, faults = read_front(source)
    assert front.node is not None and front.node.members is not None and not faults
    assert [front.node.members[k].node.text for k in ("name", "title", "position")] == [name] * 3


def test_answers_that_name_the_person_or_hide_signs_make_a_clean_file(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """As long as consent is still to be written down, the own name is no finding; signs nobody sees are not written."""
    root = site()
    words = [
        "--unit",
        "noi",
        "--category",
        "nurse",
        "--name",
        "Lê Thử\u202e Lan",
        "--title",
        "Lê Thử Lan chia\u200b ca",
    ]
    ran = run("--root", root, *TODAY, "new", "exemplar", "--yes", *words)
    assert {f["code"] for f in findings_in(run, root, ran.out.strip())} == {"to-fill-in"}
    assert 'title: "Lê Thử Lan chia ca"\n' in (root / ran.out.strip()).read_text(encoding="utf-8")
    asked = next(line for line in (root / ran.out.strip()).read_text(encoding="utf-8").split("\n") if "  name:" in line)
    edit(root, ran.out.strip(), asked, "  name: []")
    assert "no-consent" in {f["code"] for f in findings_in(run, root, ran.out.strip())}


def test_the_wizard_asks_again_and_writes_at_the_end(
    site: Callable[..., Path], run: Callable[..., Ran], typing: Callable[..., None]
) -> None:
    """Choices are numbered and labelled, a wrong answer is asked again with a hint, an empty one means later."""
    root = site()
    typing(
        "nurze", "2", "Khoa Nội", "Lê Thử Mai", "Một việc", "", "Tổ trưởng", "", "31/02/2024", "2/3/2024", "", "", "có"
    )
    ran = run("--root", root, *TODAY, "new", "exemplar")
    assert ran.status == 0, ran.err
    assert " 2. ward  Buồng bệnh" in ran.err and "nurse" in ran.err and "31/02/2024" in ran.err
    text = (root / "content/exemplars/2024/noi-03.vi.md").read_text(encoding="utf-8")
    assert "category: ward" in text and "unit: noi" in text and "on: 2024-03-02" in text
    assert 'summary: "[[' in text


def test_an_interrupt_changes_nothing(
    site: Callable[..., Path], run: Callable[..., Ran], typing: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C or the end of the input ends with 130 and one line, at a question or at the last one."""
    root = site()
    before = files_of(root)
    for lines in ([], ["1", "noi"], ["1", "noi", "a", "b", "", "", "", "", "", "", "không"]):
        typing(*lines)
        ran = run("--root", root, "--lang", "en", "new", "exemplar")
        assert ran.status == 130 and ran.err.endswith("stopped; nothing was changed\n")

    def interrupted(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    typing("1")
    monkeypatch.setattr("click.prompt", interrupted)
    assert run("--root", root, "new", "exemplar").status == 130
    assert files_of(root) == before


@pytest.mark.parametrize(
    "words",
    [
        ["exemplar"],
        ["exemplar", "--unit", "noi"],
        ["exemplar", "--yes", "--unit", "nio"],
        ["exemplar", "--yes", "--category", "x"],
        ["exemplar", "--yes", "--campaign", "2042"],
        ["exemplar", "--yes", "--discovered", "2024-02-31"],
        ["exemplar", "--yes", "--slug", "noi-01"],
        ["exemplar", "--yes", "--slug", "Nội 1"],
        ["exemplar", "--yes", "--slug", "con"],
        ["exemplar", "--yes", "--slug", "../x"],
        ["exemplar", "--yes", "--title", ""],
        ["exemplar", "--yes", "--name", "a\nb"],
        ["exemplar", "--yes", "--summary", "một " * 61],
        ["exemplar", "--yes", "--staff-category", "boss"],
        ["exemplar", "--yes", "--photo", "no-such.jpg"],
        ["exemplar", "--yes", "--photo", __file__],
        ["exemplar", "--yes", "--photo", ""],
        ["exemplar", "--yes", "--photo", "."],
        ["exemplar", "--yes", "--also", "fr"],
        ["exemplar", "--yes", "extra"],
        ["plan", "--yes"],
        ["plan", "--yes", "--unit", "noi"],
        ["bulletin", "--yes", "--exemplars", "2024/noi-99"],
        ["bulletin", "--yes", "--slug", "2024-05"],
        ["page", "--yes", "--menu", "x"],
        ["page", "--yes", "--slug", "about"],
        ["poem"],
        [],
    ],
)
def test_wrong_wishes_are_one_line_and_change_nothing(
    words: list[str], site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """What cannot be made is told in one line with status 2."""
    root = site()
    before = files_of(root)
    ran = run("--root", root, "new", *words)
    assert ran.status == 2 and not ran.out
    assert len(ran.err.strip().splitlines()) == 1
    assert files_of(root) == before


def test_a_photo_is_copied_clean(site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path) -> None:
    """The photo lies beside the file under its name, upright, not too large, without what the camera wrote."""
    root = site()
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Máy ảnh Mẫu"
    photo = tmp_path / "Lê Thử Mai.JPG"
    Image.new("RGB", (3000, 1500), "red").save(photo, "JPEG", exif=exif)
    words = ["--unit", "noi", "--category", "nurse", "--photo", photo, "--photo-alt", "Một ô đỏ."]
    ran = run("--root", root, "new", "exemplar", "--yes", *words)
    assert ran.out.split() == ["content/exemplars/2024/noi-03.jpg", "content/exemplars/2024/noi-03.vi.md"]
    with Image.open(root / "content/exemplars/2024/noi-03.jpg") as image:
        assert image.size == (1000, 2000) and not image.getexif()
    assert {f["code"] for f in findings_in(run, root, *ran.out.split())} == {"to-fill-in"}


def test_a_refusing_disk_leaves_nothing_behind(
    site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A folder that cannot be written ends with 3 and one line; what was written of a set before is taken back."""
    root = site()
    before = files_of(root)
    real, calls = Path.open, []

    def refuse(self: Path, mode: str = "r", *rest: object, **more: object) -> object:
        if "x" in mode:
            calls.append(self)
            if len(calls) > 1:
                raise PermissionError(13, "Permission denied")
        return real(self, mode, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    photo = root / "content/exemplars/2024/noi-02.png"
    ran = run("--root", root, "--lang", "en", "new", "exemplar", "--yes", "--photo", photo)
    monkeypatch.undo()
    assert ran.status == 3 and "Permission denied" in ran.err and len(ran.err.strip().splitlines()) == 1
    assert files_of(root) == before and len(calls) > 1


def test_a_plan_names_the_exemplars_and_parts(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A plan is prepared with work for each part of the campaign's plans, and the unit's exemplars."""
    root = site()
    (root / "content/plans/2024/noi.vi.md").unlink()
    ran = run("--root", root, *TODAY, "new", "plan", "--yes", "--unit", "noi", "--completed-on", "2024-04-10")
    assert ran.out == "content/plans/2024/noi.vi.md\n"
    text = (root / ran.out.strip()).read_text(encoding="utf-8")
    assert "exemplars: [noi-01, noi-02]" in text and "part: teach" in text and "completed_on: 2024-04-10" in text
    assert {f["code"] for f in findings_in(run, root, *ran.out.split())} == {"to-fill-in"}


def test_bulletins_and_pages(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Bulletins take year and month for a name, pages their title; both only ask to be filled in."""
    root = site()
    made = [
        ["bulletin", "--number", "02", "--select", "2024", "--internal"],
        ["bulletin", "--number", "03", "--exemplars", "2024/noi-01", "--licence", "12/GP-XBBT", "--date", "2024-06-01"],
        ["page", "--title", "Hỏi: đáp", "--menu", "20"],
    ]
    names = ["bulletins/2024-05-2.vi.md", "bulletins/2024-06.vi.md", "pages/hoi-dap.vi.md"]
    for words, name in zip(made, names, strict=True):
        ran = run("--root", root, *TODAY, "new", *words, "--yes")
        assert (ran.status, ran.out) == (0, f"content/{name}\n"), ran.err
        assert {f["code"] for f in findings_in(run, root, *ran.out.split())} == {"to-fill-in"}


def test_what_is_to_be_filled_in_is_never_published(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A mark left in a file without draft keeps it from the site, and the build goes on without it and says so."""
    root = site()
    edit(root, "content/exemplars/2024/noi-01.vi.md", "2. Đọc tên", "2. [[Bước hai]] Đọc tên")
    edit(root, "content/pages/about.vi.md", "title: Giới thiệu", 'title: "[[tên trang]]"')
    ran = run("--root", root, "--lang", "en", *TODAY, "build", "--no-print")
    assert ran.status == 0
    assert "noi-01.vi.md: there are places in it still to be filled in" in ran.err
    site_files = [p.relative_to(root).as_posix() for p in (root / "output/site").rglob("*.html")]
    assert not [f for f in site_files if "noi-01" in f or "about" in f]
    assert not [f for f in (root / "output/site").rglob("*.html") if "[[" in f.read_text(encoding="utf-8")]


def test_drafts_can_be_seen_while_words_are_missing(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """With --drafts a draft that only lacks words is shown with its marks; one that lacks facts is not."""
    root = site()
    edit(root, "content/pages/about.vi.md", "title: Giới thiệu", 'title: "[[tên trang]]"\ndraft: true')
    run("--root", root, *TODAY, "new", "exemplar", "--yes")
    ran = run("--root", root, *TODAY, "build", "--no-print", "--drafts")
    assert ran.status == 0
    assert "[[tên trang]]" in (root / "output/site/vi/about.html").read_text(encoding="utf-8")
    assert not list((root / "output/site").rglob("new-01.html"))


OLD = "content/campaigns/2024.vi.md"
NEW = "content/campaigns/2025.vi.md"


def test_a_new_campaign_carries_rules_over(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Windows and due dates move, comments and words stay, what was of the old year goes, and the rest is listed."""
    root = site()
    edit(root, OLD, "publish_from: registered", "closed: true\n# Lời của Văn phòng\npublish_from: registered # sớm")
    edit(root, OLD, "criteria: 2024", 'criteria: "2024"\ndocument: {number: 12/KH, on: 2024-02-29}')
    edit(root, OLD, "quota: {", "office_advice: {on: 2024-03-20}\nreport:\n  number: 9\n  on: 2024-12-01\nquota: {")
    edit(
        root,
        OLD,
        "quota: {",
        "readings:\n  - decided: {by: A, on: 2024-01-02}\n    reading: R\n"
        "  - {reading: S, decided: {by: A, on: 2024-01-02}}\n  - {decided: {by: A}, reading: T}\nquota: {",
    )
    edit(root, OLD, "from: 2024-03-01", "from: 2024-02-29")
    assert run("--root", root, "check", "--format", "json", OLD).status == 0
    ran = run("--root", root, "--lang", "en", "new", "campaign", "2025", "--yes")
    assert ran.status == 0, ran.err
    assert ran.out.split() == [NEW, "content/campaigns/2025.en.md", "content/criteria/2025.yaml"]
    text = (root / NEW).read_text(encoding="utf-8")
    assert "register: {from: 2025-02-28, to: 2025-03-31" in text and "before: 2025-04-15" in text
    assert "# Lời của Văn phòng\npublish_from: registered # sớm" in text and 'criteria: "2025"' in text
    assert 'document: {number: "[[' in text and "draft: true\n---" in text
    assert not [word for word in ("closed", "office_advice", "report:", "decided", "12/KH") if word in text]
    assert "  - reading: R\n  - {reading: S}\n  - {reading: T}\n" in text
    assert f"{NEW}:2: title: Việc hay năm 2024" in ran.err and "set_by: {unit: noi, on: 2024-03-01}" in ran.err
    told = findings_in(run, root, *ran.out.split())
    assert {f["code"] for f in told} <= {"to-fill-in", "stale-translation", "year-mismatch"}, told
    made = run("--root", root, "new", "exemplar", "--yes", "--unit", "noi", "--category", "ward")
    assert made.out == "content/exemplars/2025/noi-01.vi.md\n"


@pytest.mark.parametrize("words", [["2024"], ["x"], ["Năm 2025"], ["2025", "--from", "2023"], ["con"], ["9999999"], []])
def test_a_campaign_that_cannot_be_made_is_one_line(
    words: list[str], site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """A name without a year, a taken one or an unknown old campaign is told in one line, and nothing is written."""
    root = site()
    before = files_of(root)
    ran = run("--root", root, "new", "campaign", *words, "--yes")
    assert ran.status == 2 and len(ran.err.strip().splitlines()) == 1 and files_of(root) == before


def test_odd_old_campaigns(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Criteria that are not of one year are kept, one written between braces is refused, none is asked."""
    root = site("other")
    ran = run("--root", root, "new", "campaign", "2024-2025", "--yes")
    assert ran.status == 0 and "criteria: museum" in (root / ran.out.strip()).read_text(encoding="utf-8")
    old = root / "content/campaigns/2024-2025.en.md"
    old.write_text("---\n{title: T, criteria: museum, windows: {register: {from: 2024-01-01, to: 2024-02-01}}}\n---\n")
    ran = run("--root", root, "new", "campaign", "2026", "--from", "2024-2025", "--yes")
    assert ran.status == 2 and "by hand" in ran.err
    for file in (root / "content/campaigns").iterdir():
        file.unlink()
    ran = run("--root", root, "new", "campaign", "2026", "--yes")
    assert ran.status == 0 and {f["code"] for f in findings_in(run, root, *ran.out.split())} == {"to-fill-in"}
    assert run("--root", root, "new", "exemplar", "--yes").out == "content/exemplars/2026/new-01.en.md\n"


@pytest.mark.parametrize(
    "words",
    [
        ["new", "exemplar", "--yes"],
        ["new", "campaign", "2025", "--yes"],
        ["translate", "--status"],
        ["explain", "noi-01"],
        ["schema"],
    ],
)
def test_a_site_that_cannot_be_judged_is_told_first(
    words: list[str], site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Where units or criteria are wrong, the tools tell those findings with status 2 and write nothing."""
    root = site()
    edit(root, "content/units.yaml", "id: noi", "idd: noi")
    before = files_of(root)
    ran = run("--root", root, "--lang", "en", *words)
    assert ran.status == 2 and "error[unknown-field]" in ran.out and "before this is put right" in ran.err
    assert files_of(root) == before
