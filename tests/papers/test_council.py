"""Papers for the Council: sheets of candidates, the voting paper, the draft of the minutes."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from guongsang import cli
from support.paper_sites import GONE, UNNAMED, built, person
from support.pdf import assert_conforms, pages_with, plain_objects, text_of
from support.program import Ran
from support.site import edit

CAMPAIGN, NURSE = "content/campaigns/2024.vi.md", "content/exemplars/2024/noi-01.vi.md"
COUNCIL = """council:
  name: {vi: Hội đồng Thử, en: Sample Council}
  chair: {name: Trần Mẫu Bình, position: {vi: Giám đốc, en: Director}}
  members:
    - {name: Bà Lê Thử Mai, position: {vi: Điều dưỡng trưởng, en: Head nurse}, unit: noi}
    - {name: Phạm Mẫu Đông, position: Trưởng khoa, unit: noi}
"""


@pytest.fixture(scope="module")
def papers(ward: Path) -> Mapping[str, bytes]:
    """Build the hospital, in which some withhold their name and one is withdrawn, without members of the Council."""
    return {path.removeprefix("office/2024/council/"): pdf for path, pdf in built(ward).items() if "/council/" in path}


def told(pdf: bytes) -> str:
    """Return the text of a paper without blanks."""
    return "".join(text_of(pdf).split())


def seated(root: Path) -> dict[str, bytes]:
    """Name the members of the Council, and build."""
    edit(root, CAMPAIGN, "quota:", f"{COUNCIL}quota:")
    return {path.removeprefix("office/2024/council/"): pdf for path, pdf in built(root).items() if "/council/" in path}


def test_each_candidate_has_a_page(papers: Mapping[str, bytes]) -> None:
    """There is a paper for each unit, with everybody who is registered, whatever consent says, and nobody withdrawn."""
    kinds = ("ballot", "minutes", "candidates-noi", "candidates-duoc")
    assert set(papers) == {f"{kind}.{lang}.pdf" for kind in kinds for lang in ("vi", "en")}
    for path, pdf in papers.items():
        assert_conforms(pdf)
        assert "".join(GONE.split()) not in told(pdf) and GONE.encode(
            "utf-16-be"
        ).hex().upper().encode() not in plain_objects(pdf)
        assert ("Internal,forprocessing" if ".en." in path else "Nộibộ,đểgiảiquyếtcôngviệc") in told(pdf)
    by_name = [
        pages_with(papers["candidates-duoc.vi.pdf"], name) for name in (UNNAMED, "Lý Thử Chỉ Trang", "Đỗ Thử Ân")
    ]
    assert all(len(pages) == 1 for pages in by_name) and len({pages[0][0] for pages in by_name}) == 3


def test_every_criterion_has_a_row(papers: Mapping[str, bytes]) -> None:
    """Criterion, claim, time, source, figures and attestation stand there in words, internal ones marked."""
    text = told(papers["candidates-noi.en.pdf"])
    for said in ("A-1(2)Adeedwithasourcemet", "A-2(2)Tellshowitwasdone", "A-3Goodgrade(internal)", "A-4Isstaff"):
        assert said in text
    assert "BC-02/NOI" in text and "before12,after6(times)" in text and "5March2024" in text
    assert "Judgedbytheprofileitself" in text and "Withoutasource:e2." in text and "Notattested:e2." in text


def test_nothing_is_counted_or_ranked(papers: Mapping[str, bytes]) -> None:
    """Candidates stand in the order of units and names; no word of a score."""
    for path in ("candidates-noi.en.pdf", "candidates-duoc.en.pdf", "ballot.en.pdf"):
        assert not [word for word in ("score", "points", "rank", "total", "%") if word in told(papers[path]).lower()]
    order = [told(papers["ballot.vi.pdf"]).index("".join(name.split())) for name in ("LêThửMai", "Đỗ Thử Ân", UNNAMED)]
    assert order == sorted(order)


def test_unmet_criteria_and_missing_papers_are_told(site: Callable[..., Path]) -> None:
    """Without any evidence every criterion still has its row, what is missing is told, and how to mend it."""
    root = site()
    person(root, "an-05", "Đỗ Thử Ân")
    profile = root / "content/exemplars/2024/an-05.vi.md"
    text = profile.read_text(encoding="utf-8")
    head, _, rest = text.partition("evidence:\n")
    profile.write_text(f"{head}draft: false\n---{rest.partition('---')[2]}", encoding="utf-8", newline="\n")
    assert cli.main(["--root", str(root), "build", "--skip-invalid"]) == 0
    text = told((root / "output/office/2024/council/candidates-duoc.en.pdf").read_bytes())
    assert "A-1(2)Adeedwithasourcenotmet" in text and "A-3Goodgrade(internal)notmet" in text
    assert "Thereisnoevidence." in text and "SendinwhatA-1“Adeedwithasource”asks." in text


def test_conflicts_of_interest_are_facts(site: Callable[..., Path]) -> None:
    """Who attests for themselves, sits on the Council as a candidate, or attests as a member of it is told."""
    root = site()
    assert "Thecampaignnamesnomembers" in told(built(root)["office/2024/council/candidates-noi.en.pdf"])
    edit(root, NURSE, "text: Xếp loại tốt hai năm liền.", "text: Xếp loại tốt.\n    attested: {by: 'Trần Mẫu Bình'}")
    papers = seated(root)
    text = told(papers["candidates-noi.en.pdf"])
    assert "OntheCouncilsitsBàLêThửMai(Headnurse),acandidate." in text
    assert "e1:attestedbyPhạmMẫuĐông(Trưởngkhoa),oftheCouncil." in text
    assert "e2:attestedbyTrầnMẫuBình(Director),oftheCouncil." in text
    edit(root, NURSE, "{by: 'Trần Mẫu Bình'}", "{by: Lê Thử Mai}")
    assert cli.main(["--root", str(root), "build", "--skip-invalid", "--shrink"]) == 0
    text = told((root / "output/office/2024/council/candidates-noi.en.pdf").read_bytes())
    assert "Thecandidateisalsowhoattestse2." in text
    assert "Havee2attestedbysomebodyotherthanthecandidate." in text


def test_the_meeting_fills_in_what_it_decides(site: Callable[..., Path]) -> None:
    """The voting paper has empty boxes and no signature, the minutes name the members and leave the rest blank."""
    papers = seated(site())
    ballot, minutes = told(papers["ballot.en.pdf"]), told(papers["minutes.en.pdf"])
    assert "SAMPLECOUNCIL" in ballot and "VOTINGPAPER" in ballot and "LêThửMai" in ballot
    assert not [word for word in ("DRAFT", "No.:", "seal", "CHAIR", "Recipients", "✓", "×") if word in ballot]
    assert "DRAFT" in minutes and "Chair:TrầnMẫuBình,Director" in minutes
    assert "2.PhạmMẫuĐông,Trưởngkhoa,InternalMedicine" in minutes and "Votesfor" in minutes and "SECRETARY" in minutes
    assert "BIÊNBẢN" in told(papers["minutes.vi.pdf"]) and "PHIẾUBIỂUQUYẾT" in told(papers["ballot.vi.pdf"])


def test_members_of_the_council_are_read(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """An unknown unit, a misspelt field and a name that is none are told; a member needs no consent to be named."""
    root = site()
    edit(root, NURSE, "name: [site, print]", "name: []")
    edit(root, NURSE, "Điều dưỡng Lê Thử Mai ghi", "Điều dưỡng ghi")
    edit(root, CAMPAIGN, "quota:", f"{COUNCIL}quota:")
    assert run("--root", root, "check").status == 0
    edit(root, NURSE, "sample: true", "sample: true\nwithdrawn: {on: 2024-06-01, reason: consent}")
    assert "a name without consent stands in a campaign" in run("--root", root, "--lang", "en", "check").out
    edit(root, CAMPAIGN, "name: Phạm Mẫu Đông, position: Trưởng khoa, unit: noi", "names: Phạm, unit: nowhere")
    out = run("--root", root, "--lang", "en", "check", "--all").out
    assert "there is no unit nowhere" in out and "names" in out
