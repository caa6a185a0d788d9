"""What tests of single rooms share: texts and small sites as values."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from guongsang.findings import Finding, Place
from guongsang.judge.criteria.kinds import CHECK_FORMS
from guongsang.judge.judgement import Judgement, judge_entries
from guongsang.model.assembly import make_site
from guongsang.model.site import Site, Wishes
from guongsang.read.content import Content
from guongsang.read.site import read_content
from guongsang.read.source import Source, read_text
from support.site import PROJECT

TODAY = date(2024, 6, 1)
CAMPAIGN = "content/campaigns/2024.vi.md"
PLAN = "content/plans/2024/noi.vi.md"
MAI = "content/exemplars/2024/noi-01.vi.md"

SITE: Mapping[str, str] = {
    "site_config.yaml": """\
title: {vi: Việc Hay, en: Good Work}
organisation: {name: {vi: Bệnh viện Mẫu, en: Sample Hospital}}
languages: [vi, en]
""",
    "content/units.yaml": """\
units:
  - {id: noi, name: {vi: Khoa Nội, en: Medicine}}
  - {id: duoc, name: {vi: Khoa Dược, en: Pharmacy}}
  - {id: cu, name: {vi: Khoa Cũ, en: Old Ward}, active_to: 2020-12-31}
""",
    "content/criteria/2024.yaml": """\
categories:
  - {id: nurse, label: {vi: Điều dưỡng, en: Nurse}}
  - {id: ward, subject: collective, label: {vi: Buồng bệnh, en: Ward}}
criteria:
  - id: A-1
    section: "2"
    label: {vi: Việc làm có nguồn, en: A deed with a source}
    check: {evidence: {min: 1, requires: [source]}}
""",
    CAMPAIGN: """\
---
title: Việc hay năm 2024
summary: Mỗi khoa kể một việc hay.
criteria: 2024
windows:
  register: {from: 2024-03-01, to: 2024-03-31, section: "3"}
  review: {from: 2024-11-01, to: 2024-11-30, section: "4"}
plan:
  before: 2024-04-15
  section: "3"
  parts:
    - {id: teach, label: {vi: Hướng dẫn, en: Teaching}, section: "3"}
quota: {min: 1, section: "3"}
publish_from: registered
---
Mỗi khoa chọn một việc đã làm được.
""",
    PLAN: """\
---
title: Kế hoạch của Khoa Nội
completed_on: 2024-04-10
lead: {name: Phan Thử Hà, position: Trưởng khoa}
exemplars: [noi-01]
activities:
  - {id: a1, part: teach, what: Hướng dẫn Khoa Dược., who: Trưởng khoa, from: 2024-04-15, due: 2024-05-30}
---
""",
    MAI: """\
---
title: Khay thuốc có tên
name: Lê Thử Mai
category: nurse
staff_category: public-employee
position: Điều dưỡng
unit: noi
summary: Điều dưỡng Lê Thử Mai ghi tên người bệnh lên từng khay thuốc.
consent: {on: 2024-03-02, document: DY-01, name: [site, print], photo: [], story: [site, print]}
progress:
  discovered: {on: 2024-02-20}
  registered: {on: 2024-03-10}
evidence:
  - id: e1
    serves: [A-1]
    text: Số lần kiểm lại mỗi tuần giảm từ 12 xuống 6.
    period: 2024-01/2024-02
    source: BC-02/NOI
    attested: {by: Trưởng khoa, on: 2024-03-05}
---
## Cách làm

Ghi tên lên khay.
""",
}
"""A small site in which nothing is wrong but that its second unit owes a registration and a plan."""

USUAL = frozenset(("untranslated", "quota-unmet", "plan-missing"))
"""What is told of the small site as it is."""


def source_of(text: str, file: str = "content/mau.vi.md") -> Source:
    """Read a text that may hold anything, without its findings."""
    source, _ = read_text(text.encode("utf-8"), file)
    assert source is not None
    return source


def codes(findings: Iterable[Finding]) -> list[str]:
    """Return the codes of findings in their order."""
    return [finding.code for finding in findings]


def shown(text: str, place: Place) -> str:
    """Return what stands at a place of a text with LF, as somebody would mark it in an editor."""
    lines = text.split("\n")
    if place.line == place.end_line:
        return lines[place.line - 1][place.column - 1 : place.end_column - 1]
    first = lines[place.line - 1][place.column - 1 :]
    last = lines[place.end_line - 1][: place.end_column - 1]
    return "\n".join([first, *lines[place.line : place.end_line - 1], last])


def changed(file: str, *changes: tuple[str, str]) -> dict[str, str]:
    """Return a file of the small site with some texts changed, each of which must stand there."""
    text = SITE[file]
    for old, new in changes:
        assert old in text, f"{old!r} does not stand in {file}"
        text = text.replace(old, new, 1)
    return {file: text}


def write_site(root: Path, *layers: Mapping[str, str | bytes | None]) -> Path:
    """Write the small site with other files laid over it; None takes a file away."""
    files: dict[str, str | bytes | None] = {**SITE}
    for layer in layers:
        files |= layer
    for file, text in files.items():
        if text is not None:
            path = root / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return root


def read_site(root: Path, *layers: Mapping[str, str | bytes | None]) -> Content:
    """Write the small site with other files laid over it, and read it."""
    return read_content(write_site(root, *layers), PROJECT, CHECK_FORMS)


def judge_site(root: Path, *layers: Mapping[str, str | bytes | None], today: date = TODAY) -> tuple[Content, Judgement]:
    """Write, read and judge the small site with other files laid over it."""
    content = read_site(root, *layers)
    return content, judge_entries(content, today)


def found_in(judgement: Judgement, file: str) -> list[str]:
    """Return the codes of what is told of one file."""
    return [finding.code for finding in judgement.findings if finding.place.file == file]


def told(root: Path, *layers: Mapping[str, str | bytes | None], today: date = TODAY) -> list[tuple[str, str]]:
    """Judge the small site with other files laid over it; return code and marked text of what is told beyond USUAL."""
    content, judgement = judge_site(root, *layers, today=today)
    out = []
    for finding in judgement.findings:
        if finding.code not in USUAL:
            source = content.sources.get(finding.place.file)
            out.append((finding.code, shown(source.text, finding.place) if source else finding.place.file))
    return out


def made_site(root: Path, *layers: Mapping[str, str | bytes | None], drafts: bool = False, papers: bool = True) -> Site:
    """Make the site that would be published of the small site with other files laid over it."""
    content, judgement = judge_site(root, *layers)
    return make_site(content, judgement, Wishes(drafts=drafts, papers=papers))
