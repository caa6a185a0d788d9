"""Profiles as each channel may show them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from guongsang.i18n.messages import Text
from guongsang.model.profiles import Channel, Profile, PublicProfile, place_profile, public_profile, withdrawn_notice
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.exemplar import Consent
from guongsang.text.name_order import NameOrder
from unit.support import MAI, changed, judge_site, made_site

CRITERIA = "content/criteria/2024.yaml"
CHANNELS: tuple[Channel, ...] = ("site", "print", "office")
PUBLIC: tuple[Channel, ...] = ("site", "print")
AGREED: list[tuple[str, tuple[Channel, ...]]] = [
    ("[site, print]", ("site", "print", "office")),
    ("[site]", ("site", "office")),
    ("[print]", ("office",)),
    ("[]", ("office",)),
]
"""What consent says of a channel, and the channels on which it then may be shown: always on papers of procedure."""
QUIET = ("Điều dưỡng Lê Thử Mai ghi", "Điều dưỡng ghi")
PHOTO = ("unit: noi\n", "unit: noi\nphoto: mai.png\nphoto_alt: Chị ghi tên lên khay\n")
WITHDRAWN = ("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-01, reason: revoked}")
SECRET = """\
  - id: e2
    serves: [A-2]
    text: Điểm thi nội bộ là 9.
---
## Cách làm"""
INTERNAL = ("---\n## Cách làm", SECRET)
ENGLISH = """\
---
title: Named trays
photo_alt: She writes a name on a tray
evidence:
  e1: {text: Checks fell from 12 to 6.}
  e2: {text: The internal score is 9.}
---
## How

She writes the name on the tray.
"""
CHECK = "    check: {evidence: {min: 1, requires: [source]}}\n"
SCORE = "  - {id: A-2, label: {vi: Điểm, en: Score}, check: {evidence: {}}, internal: true}\n"
WITH_INTERNAL_CRITERION = changed(CRITERIA, (CHECK, CHECK + SCORE))


def placed(root: Path, *changes: tuple[str, str], english: str | None = None) -> Profile:
    """Place the profile of a small site with an internal criterion; `english` is its translation."""
    files = {MAI.replace(".vi.", ".en."): english}
    content, judgement = judge_site(root, WITH_INTERNAL_CRITERION, changed(MAI, *changes), files)
    (entry,) = content.exemplars
    criteria = content.criteria["2024"]
    return place_profile(entry, content.units["noi"], criteria.categories["nurse"], criteria, judgement)


def profile(root: Path, *changes: tuple[str, str]) -> PublicProfile:
    """Make the profile of the small site as its pages show it."""
    (one,) = made_site(root, changed(MAI, *changes)).profiles
    return one


def values_in(value: object) -> Iterator[object]:
    """Yield a value and all that it holds, by the fields of dataclasses, items and values of mappings."""
    yield value
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from values_in(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from values_in(key)
            yield from values_in(item)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from values_in(item)


@pytest.mark.parametrize(("agreed", "shown"), AGREED)
def test_a_name_stands_on_the_channels_that_consent_covers(
    tmp_path: Path, agreed: str, shown: tuple[Channel, ...]
) -> None:
    """Papers lie on the site too, so they need consent for both channels; those of the Office need none."""
    one = placed(tmp_path, ("name: [site, print]", f"name: {agreed}"), QUIET)
    made = {channel: public_profile(one, channel) for channel in CHANNELS}
    assert tuple(channel for channel in CHANNELS if made[channel].name == Text("Lê Thử Mai", "vi")) == shown
    assert {channel for channel in CHANNELS if made[channel].name is None} == {*CHANNELS} - {*shown}
    assert {channel: p.facts.name for channel, p in made.items()} == {
        channel: "Lê Thử Mai" if channel in shown else "" for channel in CHANNELS
    }
    assert all(p.texts.name == p.facts.name for p in made.values())


def test_a_name_that_is_withheld_stands_nowhere_in_a_public_profile(tmp_path: Path) -> None:
    """Neither in facts, words and former addresses, nor in what belongs to the consent."""
    former = ("unit: noi", "unit: noi\nmoved_from: [le-thu-mai, noi-07]")
    one = placed(tmp_path, ("name: [site, print]", "name: []"), QUIET, former)
    for channel in PUBLIC:
        told = repr(public_profile(one, channel))
        assert "Lê Thử Mai" not in told and "thu-mai" not in told and "DY-01" not in told


@pytest.mark.parametrize(("agreed", "shown"), AGREED)
def test_a_photo_stands_on_the_channels_that_consent_covers(
    tmp_path: Path, agreed: str, shown: tuple[Channel, ...]
) -> None:
    """With its description in every language; elsewhere it is only known that there is one."""
    one = placed(tmp_path, PHOTO, ("photo: []", f"photo: {agreed}"), english=ENGLISH)
    for channel in CHANNELS:
        made = public_profile(one, channel)
        there = channel in shown
        assert made.photo == ("content/exemplars/2024/mai.png" if there else None)
        assert made.facts.photo == ("mai.png" if there else "")
        assert made.photo_withheld is not there
        assert bool(made.word(("photo_alt",), "vi")) is bool(made.word(("photo_alt",), "en")) is there
        assert ("mai.png" in repr(made)) is there


def test_a_profile_without_a_photo_withholds_none(tmp_path: Path) -> None:
    """Whatever consent says."""
    one = placed(tmp_path, ("photo: []", "photo: [site, print]"))
    made = [public_profile(one, channel) for channel in CHANNELS]
    assert [(p.photo, p.photo_withheld) for p in made] == [(None, False)] * 3


@pytest.mark.parametrize(
    "changes",
    [[INTERNAL], [INTERNAL, ("serves: [A-2]", "serves: [A-1]\n    internal: true")]],
    ids=["served", "marked"],
)
def test_internal_evidence_is_in_no_public_facts_and_words(tmp_path: Path, changes: list[tuple[str, str]]) -> None:
    """On no public channel and in no language; the Office sees it."""
    one = placed(tmp_path, *changes, english=ENGLISH)
    assert [item.id for item in public_profile(one, "office").facts.evidence] == ["e1", "e2"]
    for channel in PUBLIC:
        made = public_profile(one, channel)
        assert [item.id for item in made.facts.evidence] == ["e1"]
        words = [path for text in made.texts.all for path in text.words if path[0] == "evidence"]
        assert words == [("evidence", "e1", "text")] * 2
        assert made.word(("evidence", "e1", "text"), "en").value == "Checks fell from 12 to 6."


@pytest.mark.parametrize(("channel", "judged"), [("site", ["A-1"]), ("print", ["A-1"]), ("office", ["A-1", "A-2"])])
def test_verdicts_on_internal_criteria_are_for_the_office(tmp_path: Path, channel: Channel, judged: list[str]) -> None:
    """Nobody else sees that there is such a criterion."""
    made = public_profile(placed(tmp_path, INTERNAL), channel)
    assert [verdict.criterion.id for verdict in made.verdicts] == judged


@pytest.mark.parametrize(
    ("agreed", "kept"), [("[site, print]", ("le-thu-mai", "mai-01", "noi-07")), ("[]", ("noi-07",))]
)
def test_former_names_that_hold_a_withheld_name_are_left_out(
    tmp_path: Path, agreed: str, kept: tuple[str, ...]
) -> None:
    """Each word of the name counts; a dead link does less harm."""
    former = ("unit: noi", "unit: noi\nmoved_from: [le-thu-mai, mai-01, noi-07]")
    one = placed(tmp_path, ("name: [site, print]", f"name: {agreed}"), QUIET, former)
    assert [public_profile(one, channel).moved_from for channel in PUBLIC] == [kept] * 2


def test_consent_and_what_is_allowed_are_on_no_public_channel(tmp_path: Path) -> None:
    """They are between the writer and the person; the Office keeps the register of consents."""
    one = placed(tmp_path, ("unit: noi", "unit: noi\nallow: [{code: untranslated, reason: Chưa cần}]"))
    made = {channel: public_profile(one, channel).facts for channel in CHANNELS}
    assert [facts.allow for facts in made.values()] == [()] * 3
    assert [made[channel].consent for channel in PUBLIC] == [Consent()] * 2
    assert made["office"].consent.document == "DY-01"


@pytest.mark.parametrize(
    ("changes", "on_paper"),
    [
        ([], True),
        ([("story: [site, print]", "story: [site]")], False),
        ([("name: [site, print]", "name: [site]"), QUIET], True),
        ([WITHDRAWN], False),
    ],
)
def test_a_story_stands_on_paper_where_consent_covers_it(
    tmp_path: Path, changes: list[tuple[str, str]], on_paper: bool
) -> None:
    """The public profile says so too, because pages link to papers."""
    one = placed(tmp_path, *changes)
    assert (one.on_paper, public_profile(one, "site").on_paper) == (on_paper, on_paper)


def test_of_a_withdrawn_profile_a_notice_remains(tmp_path: Path) -> None:
    """Where it was, of which category, since when, and from which files; no name, no photo."""
    one = placed(tmp_path, WITHDRAWN, PHOTO, ("photo: []", "photo: [site, print]"), english=ENGLISH)
    notice = withdrawn_notice(one)
    assert (notice.key, notice.category.id, notice.on) == (("exemplar", "2024/noi-01"), "nurse", date(2024, 5, 1))
    assert (notice.file, notice.files) == (MAI, {"en": MAI.replace(".vi.", ".en.")})
    assert not notice.sample and "Mai" not in repr(notice)
    made = public_profile(one, "site")
    assert (made.name, made.photo) == (None, None)


def test_no_entry_is_within_reach_of_a_renderer(tmp_path: Path) -> None:
    """The profiles of a site hold public facts and texts, never the file that they were read from."""
    site = made_site(tmp_path)
    profiles = (*site.profiles, *site.on_paper.values(), *site.office)
    assert len(profiles) == 3
    for one in profiles:
        assert not any(isinstance(value, (Entry, Profile)) for value in values_in(one))


def test_a_profile_has_its_unit_category_stage_and_verdicts(tmp_path: Path) -> None:
    """All that pages need."""
    one = profile(tmp_path)
    assert (one.id, one.unit.id, one.category.id, one.stage) == ("2024/noi-01", "noi", "nurse", "registered")
    assert [(v.criterion.id, v.status) for v in one.verdicts] == [("A-1", "met")]
    assert (one.newest, one.progress) == (
        date(2024, 3, 10),
        {"discovered": date(2024, 2, 20), "registered": date(2024, 3, 10)},
    )
    assert one.source_text("BC-02/NOI") == Text("BC-02/NOI", "vi")
    assert not one.draft and not one.sample


@pytest.mark.parametrize(
    ("changes", "letter"),
    [
        ([], "M"),
        ([("name: Lê Thử Mai", "name: Đỗ Mẫu Ước"), QUIET], "Ư"),
        ([("name: Lê Thử Mai", "name: Tổ Đúng Giờ"), ("category: nurse", "category: ward")], "T"),
    ],
)
def test_persons_stand_by_given_name_and_teams_by_their_first_word(
    tmp_path: Path, changes: list[tuple[str, str]], letter: str
) -> None:
    """As a reader looks for them."""
    one = profile(tmp_path, *changes)
    order = NameOrder("vi", ())
    assert one.letter(order) == letter
    assert one.place_by_name(order)[1] == one.id
