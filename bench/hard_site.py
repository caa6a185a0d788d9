"""Makes a site of all that is hard to print: what is very long, very short, very many, or missing.

Each file of `content/exemplars/2022` is hard in one way, and its name says which; around them stand the exemplars of
`made_site`. Deterministic; people, deeds and figures are invented.
"""

import re
from pathlib import Path

from made_site import CAMPAIGN, PHOTOS, make_site
from PIL import Image

USUAL = 30
"""Exemplars of the usual kind around the hard ones."""
WORD = "Nghiêngnghiêngngảngảkhúckhuỷukhấpkhểnhloằngngoằngthoănthoắt"
LONG = "Hoàn thiện quy trình phối hợp liên thông giữa các phòng, đơn vị trong tiếp nhận, thẩm định và trả kết quả hồ sơ"
SENTENCES = (
    "Mỗi sáng, tổ trưởng đọc to tờ phiếu của ngày hôm trước, rồi hỏi ai còn vướng ở đâu.",
    "Việc nào quá hai ngày chưa xong thì được dán lên bảng, không ghi tên người, chỉ ghi bước đang nằm.",
    "Sau ba tháng, số lần phải hỏi lại giảm hẳn.",
    "Có người ngại, vì sợ tấm bảng thành chỗ chê trách; tổ bàn lại và bỏ cột ghi lỗi.",
    "Người dân nhận tin nhắn khi hồ sơ qua từng bàn, nên không phải gọi điện hỏi nữa.",
    "Hai đơn vị bạn đến ngồi cùng một buổi, mang theo hồ sơ của mình.",
    "Chi phí gồm một tập phiếu, hai hộp bút và công của bốn người trong sáu buổi chiều.",
    "Ẵm, ễ, ỗ, ự: những chữ có hai dấu cũng phải đứng gọn trong dòng.",
)
UNITS = """  - id: dai
    name: {vi: "Trung tâm Kiểm định chất lượng, Tư vấn giám sát và Quản lý dự án đầu tư hạ tầng kỹ thuật đô thị",
      en: "Centre for Quality Inspection, Supervision Consultancy and Management of Urban Infrastructure Projects"}
  - {id: ngan, name: {vi: Tổ A}}
"""
SIGNED = """document: {number: 00/KH-SM, on: 2022-05-25, issuer: Sở Mẫu tỉnh Sông Mẫu}
legal_bases:
  - {number: 00/QĐ-UBND, on: 2019-04-04, issuer: UBND tỉnh Sông Mẫu, title: Quyết định về tổ chức thi đua trên địa bàn}
plan:
  before: 2022-06-10
  parts:
    - {id: nurture, label: {vi: Bồi dưỡng, en: Nurturing}}
    - {id: spread, label: {vi: "Tuyên truyền, nhân rộng", en: Communication and replication}}
review: {sections: [{vi: Phát hiện, en: Discovery}, {vi: Bài học kinh nghiệm, en: Lessons learned}]}
report: {number: 00/BC-SM, on: 2022-12-20, to: Ủy ban nhân dân tỉnh Sông Mẫu}
recipients: [Ủy ban nhân dân tỉnh Sông Mẫu (để báo cáo), Ban Giám đốc Sở, Các phòng và đơn vị trực thuộc Sở]
signer: {form: KT, position: Phó Giám đốc, name: Dương Mẫu Khang}
"""
TRANSLATION = """---
title: Completing the procedure by which divisions and centres receive, appraise and return files
position: Deputy Head in charge of the procedure by which divisions and centres receive, appraise and return files
summary: After three months hardly anybody had to ask twice.
---
## What was done

Every morning the head of the team reads out the slip of the day before, and asks who is stuck, and where.
"""
PROFILE = """---
title: {title}
name: {name}
category: {category}
position: {position}
unit: {unit}
summary: {summary}
{photo}consent: {{on: 2022-06-04, name: {consent}, photo: {consent}, story: [site, print]}}
progress:
  registered: {{on: 2022-06-06}}
  honoured: {{on: 2022-10-05, document: 00/QĐ-SM}}
evidence:
  - {{id: e0, serves: [A-1], text: Có báo cáo kèm theo., on: 2022-05-01, source: 00/BC-SM}}
{evidence}{more}sample: true
---
{body}
"""
MEASURE = (
    "  - {{id: m{n}, serves: [A-1], text: Kết quả thứ {n}., period: 2022-01/2022-05, source: 0{n}/BC-SM,"
    ' measure: {{before: {before}, after: {after}, unit: "{unit}", label: "{label}"}}}}\n'
)
BOTH, SITE = "[site, print]", "[site]"


def prose(count: int, start: int = 0) -> str:
    """Write so many paragraphs of four sentences each."""
    return "\n\n".join(" ".join(SENTENCES[(start + 3 * p + s) % 8] for s in range(4)) for p in range(count))


def measures(count: int, big: bool = False) -> str:
    """Write so many results, small or of ten digits with long units."""
    unit, label = ("đồng mỗi năm ngân sách", "Kinh phí tiết kiệm được của toàn ngành") if big else ("ngày", "Thời gian")
    sizes = ((1234567890, 987654321), (12500000, 98000000)) if big else ((20, 14), (3, 18), (40, 39))
    rows = enumerate((sizes * 6)[:count], 1)
    return "".join(MEASURE.format(n=n, before=b, after=a, unit=unit, label=f"{label} ({n})") for n, (b, a) in rows)


def table(rows: int, columns: int) -> str:
    """Write a table."""
    head = " | ".join(f"Cột số {c + 1}" for c in range(columns))
    lines = [
        " | ".join([f"Đơn vị thứ {r + 1}", *(f"{(r * 7 + c) * 12345:,}".replace(",", ".") for c in range(1, columns))])
        for r in range(rows)
    ]
    return f"| {head} |\n|---{'|---:' * (columns - 1)}|\n" + "".join(f"| {line} |\n" for line in lines)


def told(parts: int, each: int = 1, level: int = 2) -> str:
    """Write so many headings with so many paragraphs each."""
    names = ("Bối cảnh", "Cách làm", "Ẵm ỄNH ỖNG Ự: chữ có hai dấu", "Kết quả", "Bài học")
    return "\n\n".join(f"{'#' * level} {names[p % 5]}\n\n{prose(each, p)}" for p in range(parts))


INTRICATE = f"""## Ẵ Ễ Ỗ Ự: chữ hai dấu ở đầu mục

{prose(1)} Có nguồn.[^1] Có nguồn khác nữa.[^2] {WORD}.

- Một
    - Hai: {SENTENCES[1]}
        - Ba: {SENTENCES[2]}
            - Bốn: {SENTENCES[3]}
- Lại một

```
def dem(ho_so): return sum(1 for h in ho_so if h.cho_qua_hai_ngay and not h.da_tra_ket_qua_cho_nguoi_dan)
```

> {SENTENCES[0]} {SENTENCES[3]} {SENTENCES[4]}
>
> Một người dân Thử

1. {SENTENCES[1]}
2. {SENTENCES[4]}

### {WORD}

> {SENTENCES[2]}

---

{prose(2, 3)}

[^1]: Báo cáo số 12/BC-SM, trang 3. {SENTENCES[1]}
[^2]: {SENTENCES[3]} {SENTENCES[4]}
"""
NOTES = prose(3) + "".join(f" Nguồn {n}.[^{n}]" for n in range(1, 13))
NOTES += "\n\n" + "\n".join(f"[^{n}]: {SENTENCES[n % 8]}" for n in range(1, 13))
LESSONS = "lessons:\n" + "".join(f'  - "{SENTENCES[n % 8]}"\n' for n in range(20))
ADOPTED = "adopted_by:\n" + "".join(
    f'  - {{unit: u{n}, on: 2022-09-{n + 1:02}, result: "{SENTENCES[n % 8]} {SENTENCES[(n + 3) % 8]}"}}\n'
    for n in range(12)
)
HARD: dict[str, dict[str, str]] = {
    "adopted-12": {"body": told(4), "more": ADOPTED, "evidence": measures(3)},
    "big-results-6": {"body": told(4), "evidence": measures(6, big=True)},
    "big-results-2": {"body": told(3), "evidence": measures(2, big=True)},
    "capitals": {"title": LONG.upper(), "body": told(4)},
    "capitals-short": {"title": "BỎ CHÍN BƯỚC ẴỄỖỰ", "body": told(3)},
    "code-lists-quotations": {"body": INTRICATE, "evidence": measures(2)},
    "headings-30": {"body": told(30)},
    "headings-level-3": {"body": "## Cách làm\n\n" + told(12, level=3), "evidence": measures(1)},
    "how-to-adopt": {"body": told(4) + f"\n\n## Cách áp dụng\n\n{prose(4)}", "evidence": measures(4), "more": LESSONS},
    "lessons-20": {"body": told(3), "more": LESSONS, "evidence": measures(3)},
    "long-all": {
        "title": f"{LONG} và những điều rút ra sau mười hai tháng làm thử",
        "name": "Công Tằng Tôn Nữ Hoàng Mẫu Nguyễn Phúc Bảo Thử Quỳnh Như Huyền Trân Khánh Nguyên",
        "position": f"Phó Trưởng phòng phụ trách {LONG.lower()}",
        "unit": "dai",
        "body": told(4),
        "evidence": measures(3),
    },
    "long-word": {"title": WORD, "name": f"Nguyễn {WORD}", "position": WORD, "body": f"## {WORD}\n\n{WORD} {WORD}"},
    "model-steps": {"category": "model", "body": "\n".join(f"{n}. {SENTENCES[n % 8]}" for n in range(1, 15))},
    "nameless": {"consent": SITE, "name": "Phạm Thử Vô", "photo": "face.png", "body": told(4), "evidence": measures(3)},
    "notes-12": {"body": NOTES, "evidence": measures(3)},
    "one-sentence": {"title": "Xong", "summary": "Đã xong.", "body": SENTENCES[2], "unit": "ngan"},
    "one-sentence-6-results": {"summary": "Đã xong.", "body": SENTENCES[2], "evidence": measures(6)},
    "picture-tall": {"body": f"{prose(2)}\n\n![Tranh cao](tall.png)\n\n{prose(1)}", "evidence": measures(3)},
    "picture-wide": {"body": f"{prose(2)}\n\n![Tranh rộng](wide.png)\n\n{prose(2)}", "photo": "wide.png"},
    "summary-60": {"summary": " ".join(["Một"] * 56 + ["câu dài đúng mực."]), "body": told(4), "evidence": measures(3)},
    "table-60": {"body": f"{prose(1)}\n\n{table(60, 3)}\n\n{prose(1)}", "evidence": measures(3)},
    "table-wide": {"body": f"{prose(1)}\n\n{table(9, 8)}\n\n{prose(1)}", "evidence": measures(2)},
    "text-5-pages": {"body": told(5, 6), "evidence": measures(3)},
}
# Texts that fill a page to a different height, with and without a photo and results: where a layout must choose.
HARD |= {
    f"fill-{count:02}-results-{results}": {"body": told(5, 1) + "\n\n" + prose(count), "evidence": measures(results)}
    for count in (1, 3, 5, 7, 9, 11, 13)
    for results in (0, 1, 3, 6)
}


def _profile(n: int, name: str, given: dict[str, str]) -> str:
    photo = given.get("photo", PHOTOS[n % len(PHOTOS)].name if n % 3 and PHOTOS else "")
    usual = {
        "title": f"Chuyện của {name}",
        "name": f"Trần Thử {name.replace('-', ' ').title()}",
        "category": "staff",
        "position": "Chuyên viên",
        "unit": f"u{n * 5 // len(HARD)}",
        "summary": f"{SENTENCES[n % 8]} {SENTENCES[(n + 2) % 8]}",
        "consent": BOTH,
        "evidence": "",
        "more": "",
    }
    values = {key: (given.get(key, value)) for key, value in usual.items()}
    values |= {key: f'"{values[key]}"' for key in ("title", "name", "position", "summary")}
    return PROFILE.format(
        **values, photo=f"photo: {photo}\nphoto_alt: Tranh minh họa.\n" if photo else "", body=given["body"]
    )


def _plan(chosen: str, activities: int, words: str) -> str:
    rows = "".join(
        f'  - {{id: a{n}, part: {("nurture", "spread")[n % 2]}, what: "{SENTENCES[n % 8]} {words}", who: Tổ Công đoàn,'
        f' due: 2022-{7 + n % 5:02}-15, status: done, result: "{words or "Xong"}"}}\n'
        for n in range(activities)
    )
    lead = f"completed_on: 2022-06-08\nlead: {{name: Bùi Thử Bình, position: Trưởng phòng}}\nexemplars: [{chosen}]\n"
    return f"---\ntitle: Kế hoạch bồi dưỡng, nhân rộng năm 2022\n{lead}activities:\n{rows}---\n{prose(activities // 8)}"


def _bulletin(number: int, chosen: list[str]) -> str:
    head = (
        f'title: Bản tin Mẫu số {number}\nnumber: "{number}"\ndate: 2022-12-{10 + number}\nmasthead: {{internal: true}}'
    )
    return f"---\n{head}\nexemplars: [{', '.join(f'2022/{name}' for name in chosen)}]\n---\n{prose(number * 2 - 1)}"


def make_hard_site(root: Path) -> None:
    """Write the site; bulletin 1 holds a single exemplar, 2 fifty, 3 all that are hard."""
    make_site(root, USUAL)
    content = root / "content"
    usual = sorted(path.name.split(".")[0] for path in content.glob("exemplars/2022/*.vi.md"))
    files = {f"exemplars/2022/{name}.vi.md": _profile(n, name, given) for n, (name, given) in enumerate(HARD.items())}
    files |= {
        "campaigns/2022.vi.md": re.sub(r"^plan:\n(?:  .*\n)+", SIGNED, CAMPAIGN, flags=re.MULTILINE),
        "exemplars/2022/long-all.en.md": TRANSLATION,
        "units.yaml": (content / "units.yaml").read_text(encoding="utf-8") + UNITS,
        "plans/2022/u0.vi.md": _plan("p000", 2, ""),
        "plans/2022/u1.vi.md": _plan("p001", 12, ""),
        "plans/2022/dai.vi.md": _plan("long-all", 40, LONG),
        "reviews/2022.vi.md": "---\ntitle: Tổng kết năm 2022\nheld_on: 2022-12-16\ndocument: 00/BB-SM\n"
        f"---\n## Phát hiện\n\n{INTRICATE}\n\n{table(30, 4)}\n\n{table(5, 8)}\n\n## Bài học kinh nghiệm\n\n{prose(3)}",
        "bulletins/2022-11.vi.md": _bulletin(1, ["one-sentence"]),
        "bulletins/2022-12.vi.md": _bulletin(2, (usual + list(HARD))[:50]),
        "bulletins/2022-13.vi.md": _bulletin(3, list(HARD)),
    }
    for folder in ("plans/2022", "reviews", "bulletins"):
        (content / folder).mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (content / name).write_text(text, encoding="utf-8", newline="\n")
    beside = content / "exemplars" / "2022"
    for photo in PHOTOS:
        (beside / photo.name).write_bytes(photo.read_bytes())
    for name, size in (("wide", (3200, 400)), ("tall", (500, 2000)), ("face", (800, 1000))):
        Image.new("RGB", size, "#7aa693").save(beside / f"{name}.png")
