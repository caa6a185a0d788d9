"""New criteria: put at the end of the criteria file, which is right again and else as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.author.new.appended import Item
from guongsang.cli.new import criterion
from guongsang.read.yaml.placeholders import PLACEHOLDER
from support.keyboard import CTRL_C
from support.new_files import TODAY, findings_in
from support.program import Ran
from support.site import edit, tree

FILE = "content/criteria/2024.yaml"
NEW = ("new", "criterion", "--yes", "--label", "Giúp đồng nghiệp", "--severity", "reviewed=info")


@pytest.fixture
def root(site: Callable[..., Path]) -> Path:
    """Make a good site."""
    return site()


def added(root: Path, before: bytes) -> str:
    """Return what stands behind what stood in the file before."""
    after = (root / FILE).read_bytes()
    assert after.startswith(before)
    return after[len(before) :].decode()


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ([], "    check:\n      evidence: {}\n"),
        (
            ["--check", "evidence", "--min", "2", "--requires", "source, when", "--expects", "measure.after"],
            "      evidence:\n        min: 2\n        requires: [source, when]\n        expects: [measure.after]\n",
        ),
        (["--check", "evidence", "--continuous-years", "3"], 'continuous_years: "3"\n'),
        (["--check", "evidence", "--continuous-years", "true"], 'continuous_years: "true"\n'),
        (
            ["--check", "field", "--path", "progress.approved.document", "--present"],
            "      field:\n        path: progress.approved.document\n        present: true\n",
        ),
        (["--check", "field", "--path", "withdrawn", "--no-present"], "        present: false\n"),
        (
            ["--check", "field", "--path", "staff_category", "--one-of", "worker,public-employee"],
            "        one_of: [worker, public-employee]\n",
        ),
        (["--check", "field", "--path", "movements[].role", "--equals", "organiser"], "        equals: organiser\n"),
        (
            ["--check", "section", "--heading", "Cách làm: 1", "--min-words", "3"],
            '        heading:\n          vi: "Cách làm: 1"\n          en: >-\n            [[',
        ),
        (["--check", "unit_criteria", "--min", "1"], "      unit_criteria:\n        min: 1\n"),
        (["--check", "unit_criteria"], "      unit_criteria: {}\n"),
        (
            ["--for-category", "nurse, ward", "--for-leader"],
            "    for:\n      category: [nurse, ward]\n      leader: true\n",
        ),
        (
            ["--for-subject", "model", "--for-unit", "noi", "--for-others"],
            "      subject: [model]\n      leader: false\n",
        ),
        (["--internal", "--section", "II.2"], "    section: II.2\n"),
        (
            ["--set-by-unit", "noi", "--set-by-position", "Trưởng khoa", "--set-by-on", "1/3/2024"],
            "    set_by:\n      unit: noi\n      position: Trưởng khoa\n      on: 2024-03-01\n",
        ),
    ],
)
def test_each_kind_of_check_passes_check(words: list[str], lines: str, root: Path, run: Callable[..., Ran]) -> None:
    """What is written is right, stands at the end, and only asks for its translations."""
    before = (root / FILE).read_bytes()
    ran = run("--root", root, "--lang", "en", *TODAY, *NEW, *words)
    assert (ran.status, ran.out) == (0, FILE + "\n"), ran
    assert lines in added(root, before)
    assert {f["code"] for f in findings_in(run, root, FILE)} == {"to-fill-in"}
    assert run("--root", root, "build", "--no-print").status == 0
    assert "[[" not in (root / "output/site/en/criteria/2024.html").read_text(encoding="utf-8")


def test_the_default_level_is_left_out(root: Path, run: Callable[..., Ran]) -> None:
    """So is what was not answered."""
    before = (root / FILE).read_bytes()
    run("--root", root, "new", "criterion", "--yes", "--label", "Mới", "--severity", "registered=error")
    assert added(root, before).startswith("  - id: A-6\n    label:\n      vi: Mới\n")
    assert "severity" not in added(root, before) and "internal" not in added(root, before)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ([], "A-6"),
        (["--set-by-unit", "noi"], "NOI-2"),
        (["--set-by-unit", "duoc"], "DUOC-01"),
        (["--id", "X.1"], "X.1"),
    ],
)
def test_an_id_is_proposed(words: list[str], name: str, root: Path, run: Callable[..., Ran]) -> None:
    """The next one like the last of the plan, or of the unit."""
    before = (root / FILE).read_bytes()
    run("--root", root, *NEW, *words)
    assert added(root, before).startswith(f"  - id: {name}\n")


@pytest.mark.parametrize(
    "words",
    [
        ["--id", "A-1"],
        ["--id", "a-1"],
        ["--id", "A_1"],
        ["--id", "Mới 1"],
        ["--id", ""],
        ["--id", "A" * 50],
        ["--check", "poem"],
        ["--check", "field"],
        ["--check", "field", "--path", "title"],
        ["--check", "field", "--path", "titel", "--present"],
        ["--check", "field", "--path", "title", "--present", "--equals", "a"],
        ["--check", "section"],
        ["--check", "section", "--heading", "A", "--min", "1"],
        ["--check", "section", "--heading", "A", "--min-words", "-1"],
        ["--min", "0"],
        ["--min", "x"],
        ["--requires", "sourcee"],
        ["--expects", ","],
        ["--continuous-years", "nhiều"],
        ["--severity", "registered"],
        ["--severity", "registered=bad"],
        ["--severity", "born=error"],
        ["--for-category", "doctor"],
        ["--for-unit", "x"],
        ["--set-by-unit", "x"],
        ["--set-by-on", "2024-03-01"],
        ["--set-by-unit", "noi", "--set-by-on", "31/02/2024"],
        ["--criteria", "2030"],
        ["--label", "a\x07b"],
        ["--label", ""],
        ["--text", "a\nb"],
    ],
)
def test_wrong_answers_are_one_line_and_change_nothing(words: list[str], root: Path, run: Callable[..., Ran]) -> None:
    """An option is judged before anything is written."""
    before = tree(root)
    ran = run("--root", root, "--lang", "en", "new", "criterion", "--yes", "--label", "Mới", *words)
    assert ran.status == 2 and not ran.out and len(ran.err.strip().splitlines()) == 1, ran
    assert tree(root) == before


@pytest.mark.parametrize("words", [[], ["--yes"], ["--text", "Một"]])
def test_the_label_cannot_be_left_for_later(words: list[str], root: Path, run: Callable[..., Ran]) -> None:
    """Without a terminal it is an option that must be given."""
    before = tree(root)
    ran = run("--root", root, "--lang", "en", "new", "criterion", *words)
    assert ran.status == 2 and "--label" in ran.err and tree(root) == before


@pytest.mark.parametrize(
    "name", ["Nêu gương\u200b tốt", "Ne\u0302u gu\u031bo\u031bng", "- # : \"'", "[[x]]", "x" * 3000]
)
def test_what_is_typed_is_read_as_typed(name: str, root: Path, run: Callable[..., Ran]) -> None:
    """In composed letters, without what nobody sees."""
    ran = run("--root", root, *TODAY, "new", "criterion", "--yes", "--label", name, "--severity", "reviewed=info")
    assert ran.status == 0 and {f["code"] for f in findings_in(run, root, FILE)} == {"to-fill-in"}, ran
    assert "\u200b" not in (root / FILE).read_text(encoding="utf-8")


def test_another_way_of_writing_is_kept(root: Path, run: Callable[..., Ran]) -> None:
    """A mark of the order of bytes, line ends of Windows, a remark at the end."""
    data = b"\xef\xbb\xbf" + (root / FILE).read_bytes().replace(b"\n", b"\r\n")
    (root / FILE).write_bytes(data + b"\r\n# H\xe1\xba\xbft\r\n")
    assert run("--root", root, *NEW).status == 0
    after = (root / FILE).read_bytes()
    assert after.startswith(data) and after.endswith(b"\r\n\r\n# H\xe1\xba\xbft\r\n")
    assert after.count(b"\n") == after.count(b"\r\n")


def test_a_file_that_would_be_too_large_is_left_alone(root: Path, run: Callable[..., Ran]) -> None:
    """What no check would read is not written."""
    (root / FILE).write_bytes((root / FILE).read_bytes() + b"# " + b"x" * (999_900 - (root / FILE).stat().st_size))
    before = tree(root)
    ran = run("--root", root, "--lang", "en", *NEW, "--text", "a" * 1000)
    assert ran.status == 2 and "the limit is 1,000 KB" in ran.err and tree(root) == before


def test_a_faulty_file_is_told_and_left_alone(root: Path, run: Callable[..., Ran]) -> None:
    """The finding comes first."""
    edit(root, FILE, "id: A-2", "idd: A-2")
    before = tree(root)
    ran = run("--root", root, "--lang", "en", *NEW)
    assert ran.status == 2 and "error[unknown-field]" in ran.out and tree(root) == before


def test_a_first_criteria_file(root: Path, run: Callable[..., Ran]) -> None:
    """Where there is none, it is made under the name that the newest campaign has, with one category."""
    for file in [*root.glob("content/*/2024/*"), *root.glob("content/*/2024*"), *root.glob("content/bulletins/*")]:
        if file.is_file():
            file.unlink()
    ran = run("--root", root, *TODAY, "new", "criterion", "--yes", "--label", "Mới", "--category-label", "Gương tốt")
    assert (ran.status, ran.out) == (0, FILE + "\n"), ran
    text = (root / FILE).read_text(encoding="utf-8")
    assert text.startswith("categories:\n  - id: guong-tot\n    label:\n      vi: Gương tốt\n")
    assert "criteria:\n  - id: GEN-01\n" in text
    assert {f["code"] for f in findings_in(run, root, FILE)} == {"to-fill-in"}


@pytest.mark.parametrize("empty", ["[]", "[ ]"])
def test_a_file_without_criteria(empty: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The brackets of an empty list go."""
    root = site()
    head = (root / FILE).read_text(encoding="utf-8").split("criteria:")[0]
    (root / FILE).write_text(head + f"criteria: {empty}\n", encoding="utf-8", newline="\n")
    assert run("--root", root, *NEW).status == 0
    assert (root / FILE).read_text(encoding="utf-8").startswith(head + "criteria:\n  - id: GEN-01\n")


def test_questions_lead_through_a_criterion(root: Path, run: Callable[..., Ran], typing: Callable[..., None]) -> None:
    """Each kind of check has its own; a wrong answer is asked again; what is asked for depends on what was answered."""
    before = (root / FILE).read_bytes()
    lines = ["", "", "Mới", "", "II.2", "", "field", "titel", "?", "title", "", "maybe", "true"]
    typing(*lines, "", "", "no", "", "reviewed=info", "", "yes")
    ran = run("--root", root, "--lang", "en", *TODAY, "new", "criterion")
    assert ran.status == 0, ran.err
    assert "did you mean title?" in ran.err and "this cannot be left for later" in ran.err
    assert "To be written into content/criteria/2024.yaml:" in ran.err and "[everyone]" in ran.err
    assert "        path: title\n        present: true\n" in added(root, before)
    assert "      leader: false\n" in added(root, before)


def test_going_back_to_the_kind_of_check_asks_its_own_questions(
    root: Path, run: Callable[..., Ran], typing: Callable[..., None]
) -> None:
    """What belongs to the kind that was chosen first is not written."""
    before = (root / FILE).read_bytes()
    typing(
        "", "Mới", "", "", "", "section", "Cách làm", "<", "<", "unit_criteria", "", *[""] * 4, "reviewed=info", "", ""
    )
    ran = run("--root", root, "--lang", "en", *TODAY, "new", "criterion")
    assert ran.status == 0 and "heading" not in added(root, before), ran.err
    assert "unit_criteria: {}" in added(root, before)


def test_an_interrupted_criterion_is_gone_on_with(
    root: Path, run: Callable[..., Ran], typing: Callable[..., None]
) -> None:
    """Its answers are kept like those of other files."""
    before = (root / FILE).read_bytes()
    typing("", "Mới", CTRL_C)
    assert run("--root", root, "--lang", "en", "new", "criterion").status == 130
    assert (root / FILE).read_bytes() == before
    typing(*[""] * 20)
    ran = run("--root", root, "--lang", "en", *TODAY, "new", "criterion", "--severity", "reviewed=info")
    assert ran.status == 0 and "vi: Mới\n" in added(root, before), ran.err


def test_a_site_of_one_language_has_no_marks(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """There is nothing to translate."""
    root = site("other")
    edit(root, "site_config.yaml", "languages: [en, fr]", "languages: [en]")
    ran = run("--root", root, "new", "criterion", "--yes", "--label", "New", "--severity", "reviewed=info")
    assert ran.status == 0, ran
    text = (root / ran.out.strip()).read_text(encoding="utf-8")
    assert "[[" not in text and "  - id: R.2\n    label:\n      en: New\n" in text


@pytest.mark.parametrize("typed", ['Nine: "steps" # fast', "- one step less", "{a} & 'b'", "# no remark", "Yes"])
def test_the_marks_of_a_criterion_can_be_filled_in(typed: str, root: Path, run: Callable[..., Ran]) -> None:
    """Any signs may be typed in their place."""
    run("--root", root, *NEW, "--text", "Lời", "--check", "section", "--heading", "Cách làm")
    text = (root / FILE).read_text(encoding="utf-8")
    assert len(PLACEHOLDER.findall(text)) == 3
    (root / FILE).write_text(PLACEHOLDER.sub(lambda _: typed, text), encoding="utf-8")
    assert findings_in(run, root, FILE) == []


def test_a_file_that_was_changed_meanwhile_is_left_alone(
    root: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody else wrote while questions were answered is not lost."""
    real = criterion.appended

    def meanwhile(data: bytes, file: str, item: Item) -> bytes | None:
        (root / FILE).write_bytes(data + b"# x\n")
        return real(data, file, item)

    monkeypatch.setattr(criterion, "appended", meanwhile)
    ran = run("--root", root, "--lang", "en", *NEW)
    assert ran.status == 2 and "was changed meanwhile" in ran.err
    assert (root / FILE).read_bytes().endswith(b"# x\n")
