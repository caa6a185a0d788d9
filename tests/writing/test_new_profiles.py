"""New profiles: whole but for the places to fill, whatever was typed and whatever the criteria ask for."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from guongsang.read.source import read_text
from guongsang.read.yaml.front_matter import read_front
from support.new_files import TODAY, findings_in
from support.program import Ran
from support.site import edit


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
    text = (root / ran.out.strip()).read_text(encoding="utf-8")
    asked = text[text.index("  name:\n") : text.index("  photo:\n")]
    edit(root, ran.out.strip(), asked, "  name: []\n")
    assert "no-consent" in {f["code"] for f in findings_in(run, root, ran.out.strip())}


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
