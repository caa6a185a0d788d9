"""Grows a site of some tens of profiles for tests in a browser: two languages, units, years, every kind of consent.

All people are invented ("Thử", "Mẫu"). What may not be published bears words that stand nowhere else, so that a test
can look for them in every byte.
"""

from pathlib import Path

from support.site import write

HIDDEN = ("Mẫu Giấu Tênthật", "Mẫu Rútlui Hồsơ", "Mẫu Chưaxét Đăngký", "Nộibộthôi", "Bảnnháp Mẫu")
"""Words of a name without consent, a withdrawn profile, one not yet approved, internal evidence, and a draft."""

UNITS = ("noi", "duoc", "vp", "ksnk")
CATEGORIES = ("nurse", "ward", "way")
NAMES = (
    "Nguyễn Thử An",
    "Nguyễn Thử Ân",
    "Đỗ Thị Mẫu",
    "Đặng Văn Thử",
    "Trần Thuỷ Hoà",
    "Trần Thủy Hà",
    "Lê Thử Dương",
    "Lê Thử Đường",
    "Hoàng Mẫu Khoẻ",
    "Phạm Thử Nguyệt",
)
DEEDS = (
    ("chuyển đổi số sổ trực", "Mỗi tối nhóm nhập sổ trực vào bảng chung trên đường làng.", "digitising the duty book"),
    ("xây dựng góc thuốc", "Nhóm xây kệ và dựng bảng tên thuốc; thi đua, khen thưởng theo tháng.", "a medicine corner"),
    ("thủ tục ngắn gọn", "Phiếu hẹn còn một trang, bản tin TĐKT đã đăng lại cách này.", "shorter inspections"),
    ("phơi thuốc nam", "Hàng dương che nắng, dương cầm ở sảnh giúp người chờ đỡ mệt.", "coaching new nurses"),
)
CONFIG = """title: {vi: Việc Hay, en: Good Work}
organisation: {name: {vi: Bệnh viện Mẫu, en: Sample Hospital}}
languages: [vi, en]
"""
UNIT_FILE = """units:
  - {id: noi, name: {vi: Khoa Nội, en: Internal Medicine}}
  - {id: duoc, name: {vi: Khoa Dược, en: Pharmacy}}
  - {id: vp, name: {vi: Văn phòng, en: Office}}
  - {id: ksnk, name: {vi: Kiểm soát nhiễm khuẩn, en: Infection Control}}
"""
CRITERIA = """categories:
  - {id: nurse, label: {vi: Điều dưỡng, en: Nurse}}
  - {id: ward, subject: collective, label: {vi: Buồng bệnh, en: Ward}}
  - {id: way, subject: model, label: {vi: Cách làm, en: Way of working}}
criteria:
  - {id: A-1, label: {vi: Việc làm có nguồn, en: A deed with a source}, check: {evidence: {min: 1}}}
  - {id: A-2, label: {vi: Có chuyển biến, en: A change}, check: {evidence: {}}, severity: {reviewed: info}}
  - {id: A-3, label: {vi: Xếp loại, en: Grade}, check: {evidence: {}}, severity: {reviewed: info}, internal: true}
"""


def grow(root: Path, count: int = 40) -> Path:
    """Write the site into a folder and give the folder."""
    write(root, "site_config.yaml", CONFIG)
    write(root, "content/units.yaml", UNIT_FILE)
    write(
        root,
        "content/pages/about.vi.md",
        "---\ntitle: Giới thiệu\nmenu: 10\n---\nTrang kể về cầu vồng mùa hạ, sân 1.240 m², giảm 27,5 tấn CO₂.\n",
    )
    for year in (2023, 2024):
        write(root, f"content/criteria/{year}.yaml", CRITERIA)
        write(
            root,
            f"content/campaigns/{year}.vi.md",
            f"---\ntitle: Việc hay năm {year}\ncriteria: {year}\npublish_from: approved\n---\nMỗi khoa kể một việc.\n",
        )
    for n in range(count):
        year, unit = 2023 + n % 2, UNITS[n % 7 % 4]
        write(root, f"content/exemplars/{year}/{unit}-{n:02}.vi.md", _profile(n, year, unit))
        if n % 3:
            write(root, f"content/exemplars/{year}/{unit}-{n:02}.en.md", _translation(n))
    for n, (name, more) in enumerate(
        (
            (HIDDEN[0], "consent: {on: 2024-01-02, name: [], photo: [], story: [site]}"),
            (HIDDEN[1], "withdrawn: {on: 2024-09-01, reason: consent, document: RB-01}"),
            (HIDDEN[2], "progress: {registered: {on: 2024-03-10}}"),
            (HIDDEN[4], "draft: true"),
        )
    ):
        hidden = _profile(70 + n, 2024, "noi", name, f"kín {'abcd'[n]}", more)
        write(root, f"content/exemplars/2024/noi-{70 + n}.vi.md", hidden)
    return root


def _profile(n: int, year: int, unit: str, name: str = "", deed: str = "", more: str = "") -> str:
    name = name or NAMES[n % len(NAMES)] + ("" if n < len(NAMES) else f" {'Bình Cường Dũng Giang'.split()[n // 10]}")
    what, story, _ = DEEDS[n % len(DEEDS)]
    serves = "A-1, A-2" if n % 3 == 0 else "A-1"
    evidence = f"{{id: e1, serves: [{serves}], text: Việc số {n} có sổ ghi, source: BC-{n:02}}}"
    lines = [
        f"title: Việc số {n} về {deed or what}",
        f"name: {name}",
        f"category: {CATEGORIES[n % 5 % 3]}",
        "position: Nhân viên",
        f"unit: {unit}",
        f"summary: Một việc nhỏ số {n} mà ai cũng làm theo được.",
        "consent: {on: 2023-01-02, name: [site], photo: [], story: [site]}",
        f"progress: {{registered: {{on: {year}-03-{1 + n % 28:02}}}, approved: {{on: {year}-04-{1 + n % 28:02}}}"
        + (f", nurtured: {{on: {year}-06-01}}" if n % 4 == 0 else "")
        + "}",
        f"evidence:\n  - {evidence}\n  - {{id: e2, serves: [A-3], text: {HIDDEN[3]} loại tốt.}}",
        "sample: true",
    ]
    key = more.partition(":")[0]
    lines = [line for line in lines if not key or not line.startswith(f"{key}:")] + [more] * bool(more)
    return "---\n" + "\n".join(lines) + f"\n---\n## Cách làm\n\n{story}\n\nĐây là việc thứ {n} trong năm {year}.\n"


def _translation(n: int) -> str:
    deed = DEEDS[n % len(DEEDS)][2]
    return (
        f"---\ntitle: Deed {n}, {deed}\nposition: Staff\nsummary: A small deed that everyone can copy.\n---\n"
        f"## What was done\n\n{NAMES[n % 10] if n < 10 else 'The team'} coached others; planned stories were copied.\n"
    )
