"""The recipes of criteria, kinds of check and fields, each carried out in a copy of the project."""

import json

from support.good import P1, P1_EN
from support.project import Project
from support.site import edit

CRITERIA = "content/criteria/2024.yaml"


def test_a_criterion_of_a_known_kind(project: Project) -> None:
    """A criterion added to the file of criteria is judged, told by its id, and has a page."""
    edit(
        project.site,
        CRITERIA,
        "  - id: A-5\n",
        "  - id: A-6\n    label: {vi: Có phong trào, en: Takes part in a movement}\n    for: {category: [nurse]}\n"
        "    check: {field: {path: movements, present: true}}\n  - id: A-5\n",
    )
    (finding,) = project.run("check", "--format", "json").findings()
    assert (finding["code"], finding["rule"], finding["file"]) == ("criterion-unmet", "A-6", P1)
    edit(project.site, P1, "sample: true", "movements: [{name: Khay thuốc an toàn}]\nsample: true")
    assert "Takes part in a movement" in project.build()["en/criteria/2024/a-6.html"].decode()


CHECK = '''"""The check `lessons`: the profile tells enough lessons."""

from dataclasses import dataclass

from guongsang.i18n.messages import say
from guongsang.judge.criteria.check import MET, Case, Check, FieldToWrite, Outcome
from guongsang.read.data.criteria import CheckForm
from guongsang.read.data.types import Criterion
from guongsang.read.fields.kinds import Integer
from guongsang.read.fields.table import build, required, table


@dataclass(frozen=True)
class LessonsOptions:
    """How many lessons the profile must tell."""

    min: int = required(Integer(1), say("Least number"))


def _judge(case: Case, criterion: Criterion) -> Outcome:
    assert isinstance(criterion.options, LessonsOptions)
    n, least = len(case.entry.facts.lessons), criterion.options.min
    if n >= least:
        return MET
    return Outcome("unmet", say("the profile tells {n} of {least} lessons", n=n, least=least), say("write down more"))


LESSONS_CHECK = Check(
    name="lessons",
    form=CheckForm(table(LessonsOptions), lambda tree: build(LessonsOptions, tree)),
    judge=_judge,
    is_open=lambda case, _: case.entry.source.open,
    scaffold=lambda _: FieldToWrite("lessons"),
)
'''
LESSONS = """  - id: A-6
    label: {vi: Nhiều bài học, en: Several lessons}
    for: {category: [nurse]}
    check: {lessons: {min: 2}}
"""


def test_a_kind_of_check(project: Project) -> None:
    """A file that makes a check, named among the kinds, is judged and scaffolded, and its options are checked."""
    project.add("guongsang/judge/criteria/lessons.py", CHECK)
    kinds = "guongsang/judge/criteria/kinds.py"
    line = "from guongsang.judge.criteria.section import SECTION_CHECK\n"
    project.edit(kinds, line, f"from guongsang.judge.criteria.lessons import LESSONS_CHECK\n{line}")
    project.edit(kinds, "FIELD_CHECK, SECTION_CHECK", "FIELD_CHECK, LESSONS_CHECK, SECTION_CHECK")
    project.translate("the profile tells {n} of {least} lessons", "bài nêu {n} trong {least} bài học")
    project.translate("write down more", "viết thêm")
    edit(project.site, CRITERIA, "  - id: A-5\n", f"{LESSONS}  - id: A-5\n")
    (finding,) = project.run("check", "--format", "json").findings()
    assert (finding["code"], finding["rule"], finding["file"]) == ("criterion-unmet", "A-6", P1)
    assert finding["message"].endswith("the profile tells 1 of 2 lessons")
    edit(project.site, P1, "lessons: [", "lessons: [Đọc tên trước khi phát., ")
    assert project.run("check", "--format", "json").findings("criterion-unmet") == []
    ran = project.run("new", "exemplar", "--yes", "--category", "nurse")
    fresh = (project.site / ran.out.strip()).read_text(encoding="utf-8")
    assert "# A-6: Nhiều bài học\nlessons:\n  - >-\n    [[" in fresh
    edit(project.site, CRITERIA, "{lessons: {min: 2}}", "{lessons: {least: 2}}")
    ran = project.run("check", "--format", "json")
    assert ran.status == 2
    told = {f["code"] for f in ran.findings() if f["file"] == CRITERIA}
    assert told == {"unknown-field", "missing-field"}


def test_a_field(project: Project) -> None:
    """A row in a table of fields is read, translated, judged and offered by editors; a template shows it."""
    fields, profiles, template = (
        "guongsang/read/tables/exemplar.py",
        "guongsang/render/web/profiles.py",
        "templates/web/exemplar.html",
    )
    row = '    motto: str = words(say("Motto"), say("what the person lives by"))\n'
    project.edit(fields, "    photo: str = optional(", f"{row}    photo: str = optional(")
    project.edit(profiles, "    lessons: list[Text]\n", "    motto: Text\n    lessons: list[Text]\n")
    made = "        lessons=lessons(profile, lang),\n"
    project.edit(profiles, made, f'        motto=profile.word(("motto",), lang),\n{made}')
    project.edit(template, "{% if lessons %}", "{% if motto %}<p>{{ motto }}</p>{% endif %}\n{% if lessons %}")
    project.translate("Motto", "Phương châm")
    project.translate("what the person lives by", "điều người ấy luôn làm theo")
    edit(project.site, P1, "sample: true", "motto: Ghi rồi mới chia.\nsample: true")
    edit(project.site, P1_EN, "position: Nurse", "position: Nurse\nmotto: Write first, then share out.")
    files = project.build()
    assert "<p>Ghi rồi mới chia.</p>" in files["vi/guong/2024/noi-01.html"].decode()
    assert "<p>Write first, then share out.</p>" in files["en/exemplars/2024/noi-01.html"].decode()
    assert project.run("schema").status == 0
    schema = json.loads((project.site / ".vscode/schemas/exemplar-2024.schema.json").read_text(encoding="utf-8"))
    assert schema["properties"]["motto"]["description"] == "Phương châm: điều người ấy luôn làm theo"
    edit(project.site, P1, "motto: Ghi rồi mới chia.", "motto: [Ghi]")
    (finding,) = project.run("check", "--format", "json", P1).findings("wrong-type")
    assert "“Motto” (motto)" in finding["message"]


def test_a_required_field(project: Project) -> None:
    """A required row in a table of fields stands in every fresh file, and is told where it is missing."""
    row = '    mentor: str = required(PlainText(), say("Mentor"), say("full name of the mentor"))\n'
    leader = "    leader: bool = "
    project.edit("guongsang/read/tables/exemplar.py", leader, f"{row}{leader}")
    project.translate("Mentor", "Người kèm cặp")
    project.translate("full name of the mentor", "họ và tên người kèm cặp")
    (finding,) = project.run("check", "--format", "json", P1).findings()
    assert (finding["code"], finding["file"]) == ("missing-field", P1)
    assert "“Mentor” (mentor)" in finding["message"]
    edit(project.site, P1, "sample: true", "mentor: Trần Thử Bình\nsample: true")
    assert project.run("check", "--format", "json", P1).findings() == []
    ran = project.run("new", "exemplar", "--yes")
    fresh = (project.site / ran.out.strip()).read_text(encoding="utf-8")
    assert "# Người kèm cặp\nmentor: >-\n  [[họ và tên người kèm cặp]]\n" in fresh
    told = project.run("check", "--format", "json", ran.out.strip()).findings()
    assert {f["code"] for f in told} == {"to-fill-in"}
    assert any("mentor" in f["message"] for f in told)
