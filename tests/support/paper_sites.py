"""Sites for tests of papers: a hospital with all that is hard to print, more profiles at will, and a site's papers."""

import shutil
from pathlib import Path

from guongsang import cli
from support.site import SITES, edit, tree

CONSTRUCTS = """## Bối cảnh

Khoa có **bốn mươi** giường, *đủ* cả ~~năm~~ mười `hai` phòng.[^1] Xem [trang mẫu](https://mau.example/).

[^1]: Số liệu ghi chân trang.

## Cách làm

1. **Ghi tên.** Lên từng khay.
   - cỡ chữ lớn
     - mực xanh
2. Đọc tên trước khi phát.
3. **Đi một vòng**, từ cao xuống thấp.

Y tá nói:

> Khay nào cũng có chủ.

> “Có tên thì không nhầm.”
>
> Một người bệnh

| Tuần | Kiểm lại |
|---|---:|
| Tuần đầu | 12 |
| Tuần cuối | 6 |

---

    lệnh in nhãn

![Hình vẽ ô cửa](noi-02.png)

## Cách áp dụng

### Điều kiện

Cần một cây bút.
"""
WORDS = """bốn mươi|giường|đủ|cả năm|hai|trang mẫu|Số liệu ghi chân trang|Ghi tên|cỡ chữ lớn|mực xanh|Đọc tên
Khay nào|Có tên|Một người bệnh|Tuần cuối|Kiểm lại|lệnh in nhãn|Cách áp dụng|Điều kiện
cây bút""".replace("\n", "|").split("|")
"""Words of these constructs, each of which stands on paper."""

UNNAMED = "Trần Thử Khuyết"
GONE = "Vũ Mẫu Vắng"
LONG = "Khoa Điều trị nội trú ban ngày, Phục hồi chức năng và Chăm sóc sức khỏe người bệnh cao tuổi tại nhà"
PERSON = """---
title: {title}
name: {name}
category: nurse
staff_category: worker
position: Hộ lý
unit: {unit}
summary: {summary}
{consent}
progress: {{registered: {{on: 2024-03-12}}, honoured: {{on: 2024-05-01, document: {n}/QĐ-BVM}}}}
evidence:
  - {{id: e1, serves: [A-1], text: Việc làm., on: 2024-03-01, source: BB-{n}, measure: {{before: 1200000, after: 3}}}}
  - {{id: e2, serves: [A-3], text: Tốt., years: [2022, 2023]}}
{rest}---
## Cách làm

Mỗi tối đi một vòng, nghe từng người kể một câu chuyện.
"""
ALL = "consent: {on: 2024-03-02, name: [site, print], photo: [], story: [site, print]}"


def person(root: Path, slug: str, name: str, consent: str = ALL, **more: str) -> None:
    """Write a profile of the sample hospital."""
    given = {"title": f"Một vòng mỗi tối của {slug}", "unit": "duoc", "summary": "Nghe kể rồi mới hỏi.", "rest": ""}
    text = PERSON.format(n=slug, name=name, consent=consent, **{**given, **more})
    (root / f"content/exemplars/2024/{slug}.vi.md").write_text(text, encoding="utf-8", newline="\n")


def lay_out_ward(root: Path) -> Path:
    """Make the sample hospital with every construct of Markdown, long names, and people who are not to be named."""
    shutil.copytree(SITES / "good", root)
    edit(root, "site_config.yaml", "languages:", "base_url: https://benhvien.example/viechay/\nlanguages:")
    edit(root, "content/units.yaml", "Khoa Dược", f'"{LONG}"')
    source = (root / "content/exemplars/2024/noi-01.vi.md").read_text(encoding="utf-8")
    head = source.split("---\n")[1]
    for file, kept in (("exemplars/2024/noi-01", head), ("plans/2024/noi", None), ("reviews/2024", None)):
        path = root / f"content/{file}.vi.md"
        kept = kept or path.read_text(encoding="utf-8").split("---\n")[1]
        (path.parent / "noi-02.png").write_bytes((root / "content/exemplars/2024/noi-02.png").read_bytes())
        path.write_text(f"---\n{kept}---\n{CONSTRUCTS}", encoding="utf-8", newline="\n")
    person(root, "an-01", UNNAMED, ALL.replace("name: [site, print]", "name: []"))
    person(root, "an-02", "Lý Thử Chỉ Trang", ALL.replace("print]", "]").replace(", ]", "]"))
    person(root, "an-03", GONE, rest="withdrawn: {on: 2024-06-01, reason: consent}\n")
    person(root, "an-04", "Tôn Nữ Thử Công Huyền Mẫu Diễm Quỳnh Hương Nguyệt Ánh", title="Nghe " + "từng người kể " * 9)
    person(root, "an-05", "Đỗ Thử Ân")
    edit(root, "content/bulletins/2024-05.vi.md", "select:", "exemplars: [2024/an-03, 2024/an-04]\nselect:")
    return root


def built(root: Path) -> dict[str, bytes]:
    """Build a site and give its papers."""
    assert cli.main(["--root", str(root), "build"]) == 0
    return {path: data for path, data in tree(root / "output").items() if path.endswith(".pdf")}
