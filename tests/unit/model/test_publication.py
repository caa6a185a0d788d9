"""Why a document is not published: all reasons, in one place."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from guongsang.i18n.messages import Catalogue, say
from guongsang.model.publication import LeftOut, Reason, Rules, faulty_entries, is_sound, reasons_against
from unit.support import CAMPAIGN, MAI, PLAN, SITE, changed, judge_site

ENGLISH = Catalogue("en")
PAGE = "content/pages/about.vi.md"
REVIEW = "content/reviews/2024.vi.md"
BULLETIN = "content/bulletins/2024-05.vi.md"
HEAD = "title: Bản tin\nnumber: 1\ndate: 2024-05-01\nmasthead: {internal: true}\n"
DRAFT = ("unit: noi", "unit: noi\ndraft: true")
ERROR = ("unit: noi", "unit: x")
UNFILLED_WORD = ("position: Điều dưỡng", "position: '[[chức vụ]]'")
UNFILLED_FACT = ("registered: {on: 2024-03-10}", "registered: {on: '[[ngày]]'}")
NO_NAME = ("name: [site, print]", "name: []")
EARLY = ("  registered: {on: 2024-03-10}\n", "")
NO_STORY = ("story: [site, print]", "story: [print]")
CHANGED_SINCE = ("registered: {on: 2024-03-10}", "approved: {on: 2024-03-10, by: A, fingerprint: '000000000000'}")
WITHDRAWN = ("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-01, reason: revoked}")

Layer = Mapping[str, str | None]


def rules_for(root: Path, *layers: Layer, campaigns: str = "2024", drafts: bool = False) -> Rules:
    """Read and judge the small site with other files laid over it, as publication is decided by."""
    content, judgement = judge_site(root, *layers)
    return Rules(content, judgement, frozenset(campaigns.split()), drafts)


def against(rules: Rules, file: str = MAI) -> dict[int, tuple[str, str]]:
    """Return the reasons against a file by rank: the short sentence, and that for its writer."""
    (entry,) = (e for e in rules.content.entries if e.source.file == file)
    return {r.rank: (ENGLISH.tell(r.short), ENGLISH.tell(r.for_writer)) for r in reasons_against(entry, rules)}


def bulletin(rest: str) -> dict[str, str]:
    """Return a bulletin."""
    return {BULLETIN: f"---\n{HEAD}{rest}\n---\n"}


def test_nothing_speaks_against_what_is_whole(tmp_path: Path) -> None:
    """Profile, plan, campaign, review and page."""
    files = {REVIEW: "---\ntitle: T\nheld_on: 2024-11-20\n---\na\n", PAGE: "---\ntitle: T\n---\na\n"}
    rules = rules_for(tmp_path, files)
    assert [against(rules, file) for file in (MAI, PLAN, CAMPAIGN, REVIEW, PAGE)] == [{}] * 5


NO_CONSENT = "its text uses a name without consent"
WRITE_IT = "write progress.registered when that is done"


@pytest.mark.parametrize(
    ("change", "rank", "short", "long"),
    [
        (DRAFT, 0, "it is a draft", "it is a draft; remove “draft: true” (line 8) when it is finished"),
        (ERROR, 1, "it has errors", "it has 1 error, told below"),
        (UNFILLED_WORD, 2, "there are places in it still to be filled in", "1 place is still to be filled in"),
        (NO_NAME, 3, NO_CONSENT, NO_CONSENT),
        (
            EARLY,
            5,
            "its stage has not reached “Registered”",
            f"it is published from “Registered” on, and stands at “Identified”; {WRITE_IT}",
        ),
        (
            NO_STORY,
            6,
            "there is no consent to show the story on the site",
            "there is no consent to show the story on the site (consent.story lacks site)",
        ),
        (
            CHANGED_SINCE,
            7,
            "it was changed after its approval",
            "it was changed after its approval (progress.approved.fingerprint)",
        ),
    ],
)
def test_each_reason_stands_alone(tmp_path: Path, change: tuple[str, str], rank: int, short: str, long: str) -> None:
    """With a short sentence for lists, and one that tells its writer what to do."""
    assert against(rules_for(tmp_path, changed(MAI, change))) == {rank: (short, long)}


@pytest.mark.parametrize(("file", "long"), [(MAI, "2024"), (PLAN, "2024"), (REVIEW, "2024")])
def test_a_campaign_that_is_not_published_is_a_reason(tmp_path: Path, file: str, long: str) -> None:
    """Of profiles and plans by their folder, of a review by its name."""
    rules = rules_for(tmp_path, {REVIEW: "---\ntitle: T\nheld_on: 2024-11-20\n---\na\n"}, campaigns="2023")
    assert against(rules, file) == {4: ("its campaign is not published", f"its campaign {long} is not published")}


def test_criteria_that_are_not_known_are_the_last_reason(tmp_path: Path) -> None:
    """Their own error is told at the campaign."""
    rules = rules_for(tmp_path, changed(CAMPAIGN, ("criteria: 2024", "criteria: 2023")))
    unknown = "its unit, category or criteria are not known"
    assert against(rules) == {8: (unknown, unknown)}


def test_a_profile_without_any_stage_says_so(tmp_path: Path) -> None:
    """Not even found."""
    steps = ("progress:\n  discovered: {on: 2024-02-20}\n  registered: {on: 2024-03-10}\n", "")
    _, long = against(rules_for(tmp_path, changed(MAI, steps)))[5]
    assert "stands at “no stage yet”" in long


@pytest.mark.parametrize(("wanted", "stage"), [("", "Approved"), ("publish_from: selected\n", None)])
def test_the_stage_that_is_wanted_is_the_campaigns(tmp_path: Path, wanted: str, stage: str | None) -> None:
    """The approval where it says nothing."""
    told = against(rules_for(tmp_path, changed(CAMPAIGN, ("publish_from: registered\n", wanted))))
    assert told.get(5, (None,))[0] == (f"its stage has not reached “{stage}”" if stage else None)


def test_several_reasons_are_all_told_and_the_lowest_rank_stands_for_them(tmp_path: Path) -> None:
    """A writer mends them in one go."""
    content, judgement = judge_site(tmp_path, changed(MAI, DRAFT, UNFILLED_WORD, EARLY, NO_STORY))
    rules = Rules(content, judgement, frozenset())
    reasons = reasons_against(content.exemplars[0], rules)
    assert [r.rank for r in sorted(reasons, key=lambda r: r.rank)] == [0, 2, 4, 5, 6]
    assert LeftOut(MAI, reasons).reason == say("it is a draft")
    assert LeftOut(MAI, tuple(reversed(reasons))).reason == say("it is a draft")


def test_of_two_reasons_the_lower_rank_is_given() -> None:
    """In whatever order they were found."""
    first, second = (Reason(n, say("reason {n}", n=n), say("long")) for n in (2, 6))
    assert LeftOut("a", (second, first)).reason == first.short


def test_places_to_be_filled_in_are_counted_in_its_own_file(tmp_path: Path) -> None:
    """Not in others, which are told apart."""
    body = ("Ghi tên lên khay.", "[[viết]]")
    rules = rules_for(tmp_path, changed(MAI, UNFILLED_WORD, body), {PAGE: "---\ntitle: T\n---\n[[viết]]\n"})
    assert against(rules)[2][1] == "2 places are still to be filled in"


def test_errors_in_every_language_are_counted(tmp_path: Path) -> None:
    """They keep the whole entry from being published."""
    english = {MAI.replace(".vi.", ".en."): "---\ntitle: [x]\nunit: noi\n---\nBody.\n"}
    rules = rules_for(tmp_path, changed(MAI, ERROR), english)
    assert against(rules)[1] == ("it has errors", "it has 3 errors, told below")
    (entry,) = rules.content.exemplars
    assert len(rules.errors_in(entry)) == 3
    assert faulty_entries(rules.content, rules.judgement) == {entry.key}


@pytest.mark.parametrize(
    ("changes", "with_drafts", "without"),
    [
        ([DRAFT], [], [0]),
        ([DRAFT, UNFILLED_WORD], [], [0, 2]),
        ([("Ghi tên lên khay.", "[[viết]]")], [], [2]),
        ([UNFILLED_FACT], [2, 5], [2, 5]),
        ([DRAFT, UNFILLED_WORD, UNFILLED_FACT], [2, 5], [0, 2, 5]),
        ([DRAFT, ERROR], [1], [0, 1]),
        ([DRAFT, NO_STORY], [6], [0, 6]),
        ([DRAFT, NO_NAME], [3], [0, 3]),
    ],
)
def test_drafts_are_let_in_where_only_words_are_wanting(
    tmp_path: Path, changes: list[tuple[str, str]], with_drafts: list[int], without: list[int]
) -> None:
    """Facts that are wanting, errors and consent count all the same."""
    content, judgement = judge_site(tmp_path, changed(MAI, *changes))
    campaigns = frozenset(["2024"])
    assert sorted(against(Rules(content, judgement, campaigns, drafts=True))) == with_drafts
    assert sorted(against(Rules(content, judgement, campaigns, drafts=False))) == without


@pytest.mark.parametrize(
    ("changes", "ranks"), [([], []), ([NO_STORY], []), ([CHANGED_SINCE], []), ([DRAFT], [0]), ([EARLY], [5])]
)
def test_a_withdrawn_profile_needs_no_consent(tmp_path: Path, changes: list[tuple[str, str]], ranks: list[int]) -> None:
    """Nothing of its story stands in the notice; it stands only where the profile would have."""
    gone = changed(MAI, *changes)[MAI].replace(*WITHDRAWN, 1)
    assert sorted(against(rules_for(tmp_path, {MAI: gone}))) == ranks


@pytest.mark.parametrize(
    ("rest", "campaigns", "ranks"),
    [
        ("exemplars: [2024/noi-01]", "2024", []),
        ("exemplars: [2024/noi-01]", "2023", [4]),
        ("select: {campaign: 2024}", "2023", [4]),
        ("exemplars: [2024/noi-01]\nselect: {campaign: 2024}", "2023", [4]),
        ("select: {unit: noi}", "2023", []),
        ("layout: newsletter", "", []),
    ],
)
def test_a_bulletin_belongs_to_the_campaigns_that_it_names(
    tmp_path: Path, rest: str, campaigns: str, ranks: list[int]
) -> None:
    """One of them is enough, and one that names none belongs to all."""
    told = against(rules_for(tmp_path, bulletin(rest), campaigns=campaigns), BULLETIN)
    assert sorted(told) == ranks
    assert set(told.values()) <= {("its campaign is not published", "its campaign is not published")}


def test_one_published_campaign_is_enough_for_a_bulletin(tmp_path: Path) -> None:
    """The profiles of the other are left out of it."""
    other = {"content/campaigns/2023.vi.md": SITE[CAMPAIGN].replace("năm 2024", "năm 2023")}
    both = bulletin("exemplars: [2024/noi-01]\nselect: {campaign: 2023}")
    assert against(rules_for(tmp_path, other, both, campaigns="2023"), BULLETIN) == {}


def test_a_page_has_no_campaign(tmp_path: Path) -> None:
    """It is published whatever the campaigns are."""
    files = {PAGE: "---\ntitle: T\n---\na\n"}
    assert against(rules_for(tmp_path, files, campaigns=""), PAGE) == {}


@pytest.mark.parametrize(
    ("change", "sound"),
    [
        (DRAFT, False),
        (ERROR, False),
        (UNFILLED_WORD, False),
        (NO_NAME, False),
        (EARLY, True),
        (NO_STORY, True),
        (CHANGED_SINCE, True),
    ],
)
def test_a_document_is_sound_whatever_its_stage_and_campaign(
    tmp_path: Path, change: tuple[str, str], sound: bool
) -> None:
    """The papers of the Office show what is registered before it is published."""
    rules = rules_for(tmp_path, changed(MAI, change), campaigns="")
    (entry,) = rules.content.exemplars
    assert is_sound(entry, rules, faulty_entries(rules.content, rules.judgement)) is sound
