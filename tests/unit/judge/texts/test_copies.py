"""Copied texts, and one achievement that stands twice."""

from pathlib import Path

import pytest

from unit.support import MAI, SITE, changed, judge_site, told

OTHER = "content/exemplars/2024/noi-02.vi.md"
WORDS = [f"từ{n}" for n in range(60)]
LONG = " ".join(WORDS)


def profile(body: str, *changes: tuple[str, str], registered: str = "2024-03-11") -> str:
    """Return another profile with a body and with evidence of its own."""
    text = SITE[MAI].replace("Lê Thử Mai", "Trần Mẫu Cúc").replace("2024-03-10", registered)
    text = text.replace("giảm từ 12 xuống 6", "là năm").replace("BC-02", "BC-03")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text.replace("Ghi tên lên khay.", body)


def copies(root: Path, own: str, other: str, *changes: tuple[str, str], registered: str = "2024-03-11") -> list[str]:
    """Return what is told of two profiles with bodies."""
    layers = changed(MAI, ("Ghi tên lên khay.", own)), {OTHER: profile(other, *changes, registered=registered)}
    return [text for code, text in told(root, *layers) if code == "similar-text"]


@pytest.mark.parametrize(
    ("other", "copied"),
    [
        (LONG, True),
        (LONG.upper(), True),
        (", ".join(WORDS), True),
        ("Lời đầu khác hẳn. " + LONG + " Và lời cuối cũng khác.", True),
        (" ".join(WORDS[:20]), False),
        (" ".join(WORDS[:30]) + " " + " ".join(f"khác{n}" for n in range(40)), False),
        (" ".join(reversed(WORDS)), False),
        (f"<!-- {LONG} --> ngắn", False),
        ("ngắn", False),
    ],
)
def test_a_text_is_a_copy_where_half_of_it_stands_elsewhere(tmp_path: Path, other: str, copied: bool) -> None:
    """Case, commas and words around it make no difference; short texts and single sentences are none."""
    assert bool(copies(tmp_path, LONG, other)) is copied


def test_the_place_of_the_tone_mark_hides_no_copy(tmp_path: Path) -> None:
    """Hoà for hòa throughout is the same text."""
    old = " ".join(f"hòa từ{n}" for n in range(40))
    assert copies(tmp_path, old, old.replace("hòa", "hoà"))


@pytest.mark.parametrize(("registered", "file"), [("2024-03-11", OTHER), ("2024-03-09", MAI)])
def test_the_text_that_was_registered_later_is_told(tmp_path: Path, registered: str, file: str) -> None:
    """With the file and line of the first."""
    layers = changed(MAI, ("Ghi tên lên khay.", LONG)), {OTHER: profile(LONG, registered=registered)}
    _, judgement = judge_site(tmp_path, *layers)
    (finding,) = [f for f in judgement.findings if f.code == "similar-text"]
    first = ({MAI, OTHER} - {file}).pop()
    assert finding.place.file == file
    assert finding.message.args["file"] == first
    assert finding.message.args["percent"] == "100"


@pytest.mark.parametrize(
    ("text", "source", "told_of"),
    [
        ("Số lần kiểm lại mỗi tuần giảm từ 12 xuống 6.", "BC-02/NOI", True),
        ("số lần kiểm lại mỗi tuần, giảm từ 12 xuống 6", "bc-02/noi", True),
        ("Số lần kiểm lại mỗi tuần giảm từ 12 xuống 6.", "BC-09/NOI", False),
        ("Số lần kiểm lại mỗi tuần giảm từ 12 xuống 5.", "BC-02/NOI", False),
        ("Giảm còn 6.", "BC-02/NOI", False),
    ],
)
def test_one_achievement_counts_once(tmp_path: Path, text: str, source: str, told_of: bool) -> None:
    """The same words from the same document; words of a few syllables read alike for everyone."""
    body = " ".join(f"riêng{n}" for n in range(30))
    layer = {OTHER: profile(body, ("Số lần kiểm lại mỗi tuần là năm.", text), ("BC-03/NOI", source))}
    found = [one for code, one in told(tmp_path, layer) if code == "similar-text"]
    assert bool(found) is told_of


def test_the_same_figures_from_the_same_document_are_one_achievement(tmp_path: Path) -> None:
    """However it is told; other figures are another."""
    measure = "\n    measure: {before: 12, after: 6, unit: {vi: lần, en: times}, label: {vi: Kiểm, en: Checks}}"
    own = changed(MAI, ("source: BC-02/NOI", f"source: BC-02/NOI{measure}"))
    for after, there in (("6", True), ("5", False)):
        other = profile(
            "khác", ("source: BC-03/NOI", "source: BC-02/NOI" + measure.replace("after: 6", f"after: {after}"))
        )
        found = [one for code, one in told(tmp_path / after, own, {OTHER: other}) if code == "similar-text"]
        assert bool(found) is there


def test_withdrawn_and_unfinished_profiles_are_not_compared(tmp_path: Path) -> None:
    """Neither copy nor original."""
    for number, change in enumerate(
        [("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-01, reason: revoked}"), ("unit: noi", "unit: '[[khoa]]'")]
    ):
        assert not copies(tmp_path / str(number), LONG, LONG, change)
