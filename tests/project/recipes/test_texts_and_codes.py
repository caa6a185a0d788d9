"""The recipes of a repair, a form of personal data and a finding code, each carried out in a copy of the project."""

from support.good import ABOUT, P1
from support.project import Project
from support.site import edit


def test_a_safe_repair(project: Project) -> None:
    """A step, or a mend of lines that YAML cannot read, is made where it stands in its list, and told."""
    project.edit(
        "guongsang/author/repair/steps.py",
        "\nSTEPS = (\n",
        '\nSTEPS = (\n    Step(lambda text, _: text.replace("（", "(").replace("）", ")"), say("narrow brackets")),\n',
    )
    project.edit(
        "guongsang/author/repair/mends.py",
        "\nMENDS = (\n",
        '\nMENDS = (\n    Mend(\n        re.compile(rf"{_FIELD}(?P<it> *= *)"),\n        lambda _: ": ",\n'
        '        say("a colon instead of = after the name of a field"),\n    ),\n',
    )
    project.translate("narrow brackets", "ngoặc đơn thường")
    project.translate("a colon instead of = after the name of a field", "dấu hai chấm thay cho dấu = sau tên trường")
    edit(project.site, ABOUT, "title: Giới thiệu", "title = Giới thiệu （mới）")
    ran = project.run("fix", "--write")
    assert ran.status == 0 and "1 file was repaired." in ran.err
    assert f"{ABOUT}: narrow brackets (lines 2)" in ran.out
    assert f"{ABOUT}: a colon instead of = after the name of a field (lines 2)" in ran.out
    assert "\ntitle: Giới thiệu (mới)\n" in (project.site / ABOUT).read_text(encoding="utf-8")


def test_a_form_of_personal_data(project: Project) -> None:
    """A kind with its forms, and its name for messages, is found in texts and told covered; what is near it is not."""
    project.edit(
        "guongsang/text/personal_data/numbers.py",
        "NUMBERS = (\n",
        'NUMBERS = (\n    Kind("library-card", forms(r"(?P<it>thẻ thư viện [\\d.]{6})"), ("thẻ thư viện",)),\n',
    )
    project.edit(
        "guongsang/judge/people/personal_data.py",
        "_KINDS = {\n",
        '_KINDS = {\n    "library-card": say("the number of a library card"),\n',
    )
    project.translate("the number of a library card", "số thẻ thư viện")
    edit(project.site, P1, "Xem thêm", "Có thẻ thư viện 12.345, thẻ thư viện mới thì không. Xem thêm")
    (finding,) = project.run("check", "--format", "json").findings("personal-data")
    assert finding["message"] == "the number of a library card stands here: th• ••• •••• ••.•••"


FOUND = '''"""Judges titles that are written in capitals only, which are hard to read."""

from collections.abc import Iterator

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.read.content import Content


def judge_titles(content: Content) -> Iterator[Finding]:
    """Judge the title of every document."""
    for entry in content.entries:
        for document in entry.documents:
            if str(document.words.get(("title",), "")).isupper():
                yield find(
                    "shouted-title",
                    document.source.place(*document.spans[("title",)]),
                    say("the title is written in capitals"),
                    say("write it as a sentence"),
                )
'''
EXPLAINED = """### `shouted-title`

**Cảnh báo.** Cả tên bài viết hoa nên khó đọc, và máy đọc màn hình có thể đánh vần từng chữ. Viết như một câu thường.

**Warning.** A title in capitals is hard to read, and screen readers may spell it out. Write it as a sentence.

```yaml
title: GIỚI THIỆU   # sai / wrong
title: Giới thiệu   # đúng / right
```

### `office-heading`
"""


def test_a_finding_code(project: Project) -> None:
    """A code with its level, its text and a small site that shows it is told, explained, and passes its tests."""
    project.add("guongsang/judge/texts/titles.py", FOUND)
    judgement = "guongsang/judge/judgement.py"
    line = "from guongsang.judge.texts.copies import judge_copies\n"
    project.edit(judgement, line, f"{line}from guongsang.judge.texts.titles import judge_titles\n")
    project.edit(
        judgement,
        "        *judge_years(content),\n",
        "        *judge_titles(content),\n        *judge_years(content),\n",
    )
    line = '    "late": Code('
    project.edit("guongsang/codes.py", line, f'    "shouted-title": Code("warning", allowable=True),\n{line}')
    project.edit("docs/codes.md", "### `office-heading`\n", EXPLAINED)
    project.translate("the title is written in capitals", "tên bài viết hoa cả")
    project.translate("write it as a sentence", "viết như một câu thường")
    page = "---\ntitle: GIỚI THIỆU\nmenu: 10\n---\nTrang này của chúng tôi.\n"
    project.add(f"tests/sites/broken/shouted-title/{ABOUT}", page)
    edit(project.site, ABOUT, "title: Giới thiệu", "title: GIỚI THIỆU")
    assert "warning[shouted-title]: the title is written in capitals" in project.run("check").out
    assert "screen readers may spell it out" in project.run("explain", "shouted-title").out
    tests = (
        "tests/commands/test_findings.py",
        "tests/commands/test_explain.py",
        "-k",
        "shouted or every_code",
        "--renew",
    )
    ran = project.python("-m", "pytest", "-p", "no:cacheprovider", *tests)
    assert ran.status == 0, ran.out
    assert "lỗi" not in (told := (project.home / "tests/golden/messages/shouted-title.txt").read_text(encoding="utf-8"))
    assert "cảnh báo[shouted-title]: tên bài viết hoa cả" in told and "# en, status 0" in told
