"""Makes a site of any number of exemplars for measuring: twelve units, four categories, texts of the usual length.

Deterministic: the same number gives the same files. People and deeds are invented.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image

PROJECT = Path(__file__).resolve().parent.parent
PHOTOS = sorted((PROJECT / "content" / "exemplars").rglob("*.jpg"))
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ")
GIVEN = ("Ánh", "Bình", "Chi", "Đức", "Giang", "Hòa", "Khuê", "Lâm", "Mỹ", "Ngọc", "Ổn", "Phước", "Quý", "Sẵn", "Thảo")
KINDS = ("good-deeds", "staff", "collective", "model")
UNITS = 12

CONFIG = """title: {vi: Gương Sáng, en: Shining Examples}
organisation:
  name: {vi: Sở Mẫu tỉnh Sông Mẫu, en: Sông Mẫu Sample Department}
  place: {vi: Sông Mẫu, en: Sông Mẫu}
languages: [vi, en]
base_url: https://guongsang.songmau.example/
"""
CRITERIA = """categories:
  - {id: good-deeds, label: {vi: Người tốt việc tốt, en: Good deeds}}
  - {id: staff, label: {vi: Cá nhân điển hình, en: Individual}}
  - {id: collective, subject: collective, label: {vi: Tập thể, en: Collective}}
  - {id: model, subject: model, label: {vi: Mô hình, en: Model}}
criteria:
  - id: A-1
    label: {vi: Việc làm có nguồn, en: A deed with a source}
    check: {evidence: {min: 1, requires: [source]}}
"""
CAMPAIGN = """---
title: Gương năm 2022
summary: Mỗi đơn vị kể những việc đáng học của mình.
criteria: 2022
windows:
  register: {from: 2022-06-01, to: 2022-06-30}
plan:
  parts: [{id: nurture, label: {vi: Bồi dưỡng, en: Nurturing}}]
publish_from: registered
closed: true
---
Kể việc đã làm được.
"""
PROFILE = """---
title: Việc số {n} bớt một bước, nhanh thêm nửa ngày
name: {name}
category: {kind}
position: Chuyên viên
unit: u{unit}
summary: Ở việc số {n}, {name} bỏ một bước hai bàn cùng làm, người dân nhận kết quả sớm hơn nửa ngày.
{photo}consent: {{on: 2022-06-04, name: [site, print], photo: [site, print], story: [site, print]}}
progress:
  registered: {{on: 2022-06-{day:02}}}
  honoured: {{on: 2022-10-05, document: {n}/QĐ-SM}}
evidence:
  - id: e1
    serves: [A-1]
    text: Thời gian xử lý một hồ sơ giảm.
    period: 2022-01/2022-05
    measure: {{before: {before}, after: {after}, unit: {{vi: ngày, en: days}}, label: {{vi: Thời gian, en: Time}}}}
    source: {n}/BC-SM
lessons: [Đếm trước khi sửa., Hỏi người đang làm.]
adopted_by:
  - {{unit: u{other}, on: 2022-09-15, result: Rà lại hồ sơ của mình và bỏ được hai bước.}}
sample: true
---
## Bối cảnh

Cuối năm 2021, một hồ sơ đi qua {before} bước và bốn bàn làm việc. Cứ bốn người nộp thì hơn một người phải quay lại bổ
sung, nhiều khi chỉ để nộp thêm tờ giấy đã nộp ở bàn trước. Không ai làm sai. Mỗi bàn chỉ làm đúng phần của mình.

## Cách làm

1. **Theo chân.** Ghi từng bước, ai làm, mất bao nhiêu phút, nằm chờ bao nhiêu giờ.
2. **Trải ra bàn.** Chép mỗi bước vào một tờ phiếu, xếp theo thứ tự, bước trùng đặt cạnh nhau.
3. **Hỏi người làm.** Với từng cặp trùng, hỏi một câu: nếu bỏ bước này thì rủi ro gì?
4. **Thử nhỏ.** Hai tuần, {before} hồ sơ đi đường mới, số còn lại vẫn đi đường cũ để so.

> “Trước đây tôi phải hỏi cùng một tờ giấy hai lần. Nay chỉ hỏi một lần.”
>
> Người nhận hồ sơ số {n}

## Kết quả

Năm tháng đầu năm, {before} hồ sơ đi theo đường mới, xem thêm tại [trang của tỉnh](https://songmau.example/).

| Chỉ số | Trước | Sau |
|---|---:|---:|
| Thời gian (ngày) | {before} | {after} |
| Số bước | 34 | 25 |

## Bài học

- Việc khó là mời được những người đang giữ bước thừa ngồi cùng một bàn.
- Bước do cấp khác quy định thì ghi lại để kiến nghị.
"""


PLAN = """---
title: Kế hoạch năm 2022 của Phòng Mẫu
completed_on: 2022-06-08
lead: {{name: Trần Mẫu Sẵn, position: Trưởng phòng}}
exemplars: [{ids}]
activities:
  - {{id: a1, part: nurture, what: Kể lại từng bước, who: Phòng Mẫu, from: 2022-06-15, due: 2022-09-30, status: done}}
---
Mỗi tuần một buổi.
"""


def name_of(n: int) -> str:
    """Return the invented name of an exemplar."""
    return f"{FAMILY[n % 10]} Mẫu {GIVEN[n % 15]}"


def make_site(root: Path, count: int, issues: int = 0) -> None:
    """Write a site of so many exemplars and, if wanted, one bulletin with the first so many of them."""
    _write(root, _frame())
    _write(root, _campaign(root / "content", 2022, range(count), issues))


def make_years(root: Path, count: int, years: Sequence[int]) -> None:
    """Write a site of so many exemplars, shared out among campaigns, each with a bulletin of four and two plans."""
    _write(root, _frame())
    for k, year in enumerate(years):
        numbers = range(k, count, len(years))
        _write(root, _campaign(root / "content", year, numbers, issues=4))
        for n in numbers[:2]:
            plan = _of_year(PLAN.format(ids=f"p{n:03}"), year)
            _write(root, {f"content/plans/{year}/u{n % UNITS}.vi.md": plan})


def _frame() -> dict[str, str]:
    """Return the files that belong to no campaign, by their paths."""
    units = "".join(
        f"  - {{id: u{i}, name: {{vi: Phòng Mẫu số {i + 1}, en: Sample Division {i + 1}}}}}\n" for i in range(UNITS)
    )
    return {"site_config.yaml": CONFIG, "content/units.yaml": f"units:\n{units}"}


def _campaign(content: Path, year: int, numbers: Sequence[int], issues: int) -> dict[str, str]:
    """Return the files of a campaign by their paths, and write its photos."""
    files = {f"content/criteria/{year}.yaml": CRITERIA, f"content/campaigns/{year}.vi.md": CAMPAIGN}
    for n in numbers:
        files[f"content/exemplars/{year}/p{n:03}.vi.md"] = _profile(content / f"exemplars/{year}", n)
    if issues:
        chosen = ", ".join(f"2022/p{n:03}" for n in numbers[:issues])
        head = 'title: Bản tin Mẫu\nnumber: "01"\ndate: 2022-09-30\nmasthead: {internal: true}\n'
        files[f"content/bulletins/{year}-12.vi.md"] = (
            f"---\n{head}exemplars: [{chosen}]\n---\n{'Số này kể việc. ' * 60}"
        )
    return {path: _of_year(text, year) for path, text in files.items()}


def _of_year(text: str, year: int) -> str:
    """Move a text from 2022 to another year."""
    return text.replace("2022", str(year))


def _write(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")


def _photo(n: int, into: Path) -> None:
    """Make a photo of one of the sample's, with a mark of its own, for papers hold the same picture once."""
    with Image.open(PHOTOS[n % len(PHOTOS)]) as photo:
        photo.paste((n % 256, 120, 60), (n % photo.width, 0, photo.width, 12))
        photo.save(into, quality=90)


def _profile(folder: Path, n: int) -> str:
    photo = ""
    if PHOTOS and n % 5 < 3:
        folder.mkdir(parents=True, exist_ok=True)
        _photo(n, folder / f"p{n:03}.jpg")
        photo = f"photo: p{n:03}.jpg\nphoto_alt: Tranh minh họa việc số {n}.\n"
    return PROFILE.format(
        n=n,
        name=name_of(n),
        kind=KINDS[n % 4],
        unit=n % UNITS,
        other=(n + 1) % UNITS,
        day=1 + n % 28,
        photo=photo,
        before=20 + n % 15,
        after=10 + n % 9,
    )
