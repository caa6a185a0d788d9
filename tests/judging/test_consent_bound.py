"""What a consent is bound to, how long it holds, and when a request to take a profile down must be carried out."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.good import P1, P1_EN, P2
from support.program import Ran
from support.site import edit

PHOTO = "content/exemplars/2024/noi-02.png"
CAMPAIGN = "content/campaigns/2024.vi.md"
Told = Callable[..., Any]


@pytest.fixture
def bound(site: Callable[..., Path], run: Callable[..., Ran]) -> Path:
    """Return a site whose two consents are bound to what there is to be seen."""
    root = site()
    assert run("--root", root, "fix", "--consent", "--write", P1, P2).status == 0
    return root


@pytest.mark.parametrize(
    ("file", "old", "new", "stale"),
    [
        (P1, "Ghi tên lên khay.", "Ghi họ tên lên khay.", True),
        (P1, "name: Lê Thử Mai\n", "name: Lê Mẫu Mai\n", True),
        (P1, "position: Điều dưỡng\n", "position: Điều dưỡng trưởng\n", True),
        (P1, "lessons: [Ghi tên", "lessons: [Ghi họ tên", True),
        (P1, "Số lần kiểm lại mỗi tuần giảm", "Số lần kiểm lại giảm", True),
        (P2, "một ô cửa sáng", "một ô cửa", True),
        (P1, "Dùng cho tủ thuốc trực.", "Dùng cho hai tủ thuốc.", False),
        (P1, "approved: {on: 2024-04-02", "approved: {on: 2024-04-03", False),
        (P1, "source: BC-02/NOI", "source: BC-03/NOI", False),
        (P1, "name: [site, print], photo", "name: [site], photo", False),
        (P1_EN, "title: ", "title: New ", False),
    ],
)
def test_a_consent_holds_for_what_the_person_saw(
    bound: Path, told: Told, file: str, old: str, new: str, stale: bool
) -> None:
    """Words that can be published count; facts, translations and what others add do not."""
    assert told(bound, "stale-consent") == []
    edit(bound, file, old, new)
    assert bool(told(bound, "stale-consent")) is stale


def test_another_photo_is_something_that_the_person_has_not_seen(bound: Path, told: Told) -> None:
    """Its bytes count, under whatever name it lies."""
    with (bound / PHOTO).open("ab") as file:
        file.write(b"\0")
    (found,) = told(bound, "stale-consent")
    assert found["file"] == P2 and f"fix --consent --write {P2}" in found["hint"]


def test_internal_evidence_is_not_seen(site: Callable[..., Path], run: Callable[..., Ran], told: Told) -> None:
    """It may change, as nobody publishes it."""
    root = site()
    edit(root, P1, "    years: [2022, 2023]\n", "    years: [2022, 2023]\n    internal: true\n")
    run("--root", root, "fix", "--consent", "--write", P1)
    edit(root, P1, "Xếp loại tốt hai năm liền.", "Xếp loại tốt hai năm.")
    assert told(root, "stale-consent") == []


@pytest.mark.parametrize("text", ["crlf", "nfd", "blanks"])
def test_how_a_text_is_stored_does_not_count(bound: Path, told: Told, text: str) -> None:
    """Line ends, forms of Unicode and blanks at line ends are nothing that anybody sees."""
    words = (bound / P1).read_text(encoding="utf-8")
    made = {
        "crlf": words.replace("\n", "\r\n"),
        "nfd": unicodedata.normalize("NFD", words),
        "blanks": words.replace("khay.\n", "khay. \n"),
    }
    (bound / P1).write_bytes(made[text].encode())
    assert told(bound, "stale-consent") == []


@pytest.mark.parametrize("of", ["0123456789ab", "x", "'ab cd'", "true"])
def test_a_fingerprint_that_is_none_is_stale(site: Callable[..., Path], told: Told, of: str) -> None:
    """It is told at its place, as that of an approval is."""
    root = site()
    edit(root, P1, "document: DY-01", f"document: DY-01, of: {of}")
    (found,) = told(root, "stale-consent", "bad-value", "wrong-type")
    assert found["code"] == "stale-consent" and found["line"] == 9


def test_a_campaign_may_leave_out_what_was_changed_after_consent(bound: Path, run: Callable[..., Ran]) -> None:
    """By default it is on the site all the same; what is left out is named with its reason."""
    page = bound / "output/site/vi/guong/2024/noi-01.html"
    edit(bound, P1, "Ghi tên lên khay.", "Ghi họ tên lên khay.")
    assert run("--root", bound, "build", "--no-print").status == 0 and page.exists()
    edit(bound, CAMPAIGN, "publish_from: registered", "publish_from: registered\nstale_consent: leave-out")
    ran = run("--root", bound, "--lang", "en", "build", "--no-print", "--shrink")
    assert ran.status == 0 and f"{P1}: it was changed after the person agreed" in ran.err
    assert not page.exists()


def test_a_consent_that_covers_nothing_is_not_stale(site: Callable[..., Path], told: Told) -> None:
    """Nothing stands on it."""
    root = site()
    edit(root, P1, "document: DY-01, name: [site, print], photo: [], story: [site, print]", "of: 0123456789ab")
    assert told(root, "stale-consent") == []


@pytest.mark.parametrize(
    ("until", "today", "ended"),
    [
        ("2024-06-30", "2024-06-30", False),
        ("2024-06-30", "2024-07-01", True),
        ("employment", "2099-01-01", False),
        ("permanent", "2099-01-01", False),
    ],
)
def test_a_consent_holds_on_its_last_day(
    site: Callable[..., Path], told: Told, until: str, today: str, ended: bool
) -> None:
    """On the day after it is told."""
    root = site()
    edit(root, P1, "document: DY-01", f"document: DY-01, until: {until}")
    assert bool(told(root, "consent-ended", "contradiction", today=today)) is ended
    assert told(root, "bad-date", today=today) == []


@pytest.mark.parametrize(
    ("until", "code", "words"),
    [
        ("forever", "bad-date", "employment, permanent"),
        ("31/12/2027", "bad-date", "2027-12-31"),
        ("2027-02-30", "bad-date", "no day 2027-02-30"),
        ("permanant", "bad-date", "permanent"),
        ("[permanent]", "wrong-type", "single value"),
        ("2024-03-01", "date-order", "before it was given"),
    ],
)
def test_what_until_may_be_is_told_in_full(
    site: Callable[..., Path], told: Told, until: str, code: str, words: str
) -> None:
    """A date or one of two words; one slip is one finding."""
    root = site()
    edit(root, P1, "document: DY-01", f"document: DY-01, until: {until}")
    (found,) = told(root, "bad-date", "wrong-type", "bad-value", "date-order", "consent-ended")
    assert found["code"] == code and words in found["message"] + found["hint"]


@pytest.mark.parametrize(
    ("on", "requested", "found"),
    [
        ("2024-06-18", "2024-06-03", None),
        ("2024-06-19", "2024-06-03", "withdrawal-due"),
        ("2024-06-02", "2024-06-03", "date-order"),
        ("2024-06-03", "2024-06-03", None),
        ("2024-06-03", "sớm", "bad-date"),
        ("2024-06-03", "2026-06-03", "contradiction"),
    ],
)
def test_a_request_is_carried_out_within_fifteen_days(
    site: Callable[..., Path], told: Told, on: str, requested: str, found: str | None
) -> None:
    """Later is told at the day, unless a reason allows it; earlier than the request is a slip."""
    root = site()
    edit(root, P1, "sample: true", f"withdrawn: {{on: {on}, reason: consent, requested_on: {requested}}}\nsample: true")
    codes = [f["code"] for f in told(root, "withdrawal-due", "date-order", "bad-date", "contradiction")]
    assert codes == ([found] if found else [])
