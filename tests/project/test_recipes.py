"""The recipes of CONTRIBUTING.md, each carried out in a copy of the project as somebody does who has only read it."""

import json
import re
from pathlib import Path

import pytest

from support.pdf import text_of
from support.project import Project, copy_project
from support.site import PROJECT, edit, write

P1 = "content/exemplars/2024/noi-01.vi.md"
P1_EN = "content/exemplars/2024/noi-01.en.md"
ABOUT = "content/pages/about.vi.md"
CRITERIA = "content/criteria/2024.yaml"
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Copy the project."""
    return copy_project(tmp_path)


def test_the_recipes_name_files_that_exist() -> None:
    """Every path of the project that CONTRIBUTING.md names is there; places to fill in are none."""
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = re.findall(
        r"`((?:guongsang|templates|locales|tests|docs|bench|content)/[^`<> ]*|requirements[^` ]*)`", text
    )
    assert len(paths) > 20
    assert [path for path in paths if not (PROJECT / path).exists() and path != "locales/<code>.po"] == []


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
    assert '# A-6: Nhiều bài học\nlessons: ["[[' in fresh
    edit(project.site, CRITERIA, "{lessons: {min: 2}}", "{lessons: {least: 2}}")
    ran = project.run("check", "--format", "json")
    assert ran.status == 2
    assert {(f["code"], f["file"]) for f in ran.findings()} == {
        ("unknown-field", CRITERIA),
        ("missing-field", CRITERIA),
    }


def test_a_field(project: Project) -> None:
    """A row in a table of fields is read, translated, judged and offered by editors; a template shows it."""
    fields, profiles, template = (
        "guongsang/read/tables/exemplar.py",
        "guongsang/render/web/profiles.py",
        "templates/web/exemplar.html",
    )
    row = '    motto: str = words(say("Motto"), say("what the person lives by"))\n'
    project.edit(fields, "    photo: str = optional(Ref", f"{row}    photo: str = optional(Ref")
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
    assert '# Người kèm cặp\nmentor: "[[họ và tên người kèm cặp]]"\n' in fresh
    told = project.run("check", "--format", "json", ran.out.strip()).findings()
    assert {f["code"] for f in told} == {"to-fill-in"}
    assert any("mentor" in f["message"] for f in told)


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


def test_an_abbreviation_that_the_search_knows(project: Project) -> None:
    """A row in the list of abbreviations brings the long form of a short one into the index."""
    project.add("locales/abbreviations.yaml", "  - {short: KTS, long: khúc khuỷu, lang: vi}\n")
    edit(project.site, ABOUT, "Trang này", "KTS viết trang này")
    files = project.build()
    assert '"khuc"' in "".join(data.decode() for name, data in files.items() if "assets/search/vi/" in name)


def test_a_language_of_a_site(project: Project) -> None:
    """A catalogue, an entry in the settings and labels make pages in a further language, its sentences in its words."""
    write(project.site, "locales/fr.po", f'{HEAD}msgid "Exemplars"\nmsgstr "Exemples"\n')
    edit(project.site, "site_config.yaml", "languages: [vi, en]", "languages: [vi, en, fr]")
    edit(project.site, "content/units.yaml", "en: Pharmacy", "en: Pharmacy, fr: Pharmacie")
    files = project.build()
    home = files["fr/index.html"].decode()
    assert '<html lang="fr">' in home and ">Exemples</a>" in home
    assert "Pharmacie" in files["fr/units/index.html"].decode()
    assert 'href="../fr/index.html"' in files["vi/index.html"].decode()


def test_an_own_wording_of_some_sentences(project: Project) -> None:
    """A catalogue of the site with one sentence changes that one and leaves the others to the project."""
    write(project.site, "locales/vi.po", f'{HEAD}msgid "Exemplars"\nmsgstr "Những người đáng quý"\n')
    home = project.build()["vi/index.html"].decode()
    assert ">Những người đáng quý</a>" in home and ">Đơn vị</a>" in home


LAYOUT = """#import "common.typ": *
#set document(title: plain(sheet.issue.title))
#show: base
= Tờ rơi
#for it in sheet.articles { heading(level: 2, words(it.title)); flow(it.body, top: true, shift: 1) }
"""


def test_a_bulletin_layout(project: Project) -> None:
    """A file in the project's print templates is a layout that a bulletin may name."""
    project.add("templates/print/to-roi.typ", LAYOUT)
    edit(project.site, "content/bulletins/2024-05.vi.md", 'number: "01"', 'number: "01"\nlayout: to-roi')
    ran = project.run("build")
    assert ran.status == 0, ran.out + ran.err
    assert "Tờrơi" in text_of((project.site / "output/site/vi/ban-tin/2024-05.pdf").read_bytes())


def test_a_form_of_personal_data(project: Project) -> None:
    """A kind with its forms, and its name for messages, is found in texts and told covered; what is near it is not."""
    project.edit(
        "guongsang/text/personal_data.py",
        "_KINDS = (\n",
        '_KINDS = (\n    _Kind("number-plate", _forms(r"(?P<it>biển số \\d\\d[A-Z]-[\\d.]{6})"), ("biển số",)),\n',
    )
    project.edit(
        "guongsang/judge/people/personal_data.py",
        "_KINDS = {\n",
        '_KINDS = {\n    "number-plate": say("the number plate of a car"),\n',
    )
    project.translate("the number plate of a car", "biển số xe")
    edit(project.site, P1, "Xem thêm", "Xe biển số 29A-123.45 tới, biển số nhà thì không. Xem thêm")
    (finding,) = project.run("check", "--format", "json").findings("personal-data")
    assert finding["message"] == "the number plate of a car stands here: bi•• •• •••-•••.••"


def test_number_words_of_a_language(project: Project) -> None:
    """A figure of the source may stand in words in a language whose words are in the table."""
    write(project.site, "locales/fr.po", f'{HEAD}msgid "Exemplars"\nmsgstr "Exemples"\n')
    edit(project.site, "site_config.yaml", "languages: [vi, en]", "languages: [vi, en, fr]")
    edit(project.site, ABOUT, "Trang này", "Trang này có 76 dòng")
    write(project.site, "content/pages/about.fr.md", "---\ntitle: À propos\n---\nCette page a septante lignes.\n")
    assert "the figure 76 of the source" in project.run("check", "content/pages").out
    project.edit(
        "guongsang/judge/translations/numbers.py", '    "vi": {\n', '    "fr": {"septante": 76},\n    "vi": {\n'
    )
    assert "76" not in project.run("check", "content/pages").out


COMMAND = '''"""The command that counts documents."""

import click

from guongsang.cli.call import DONE, Call
from guongsang.cli.click_helpers import Declare
from guongsang.i18n.messages import say
from guongsang.pipeline import check_site


def declare(on: Declare) -> None:
    """Declare `count`."""

    @on.command("count", says=say("Count the documents of the site."))
    def count(call: Call) -> int:
        click.echo(len(check_site(call.root, call.today).content.entries))
        return DONE
'''


def test_a_command(project: Project) -> None:
    """A module that declares a command, named among the kinds, is run, and told by the help in both languages."""
    project.add("guongsang/cli/count.py", COMMAND)
    project.edit("guongsang/cli/__init__.py", "import check_and_build, ", "import check_and_build, count, ")
    project.edit("guongsang/cli/__init__.py", "KINDS = (", "KINDS = (count, ")
    project.translate("Count the documents of the site.", "Đếm các văn bản của trang.")
    ran = project.run("count")
    assert (ran.status, ran.out) == (0, "7\n"), ran.err
    assert "Count the documents" in project.run("--help").out
    assert "Đếm các văn bản" in project.python("build.py", "--help", "--lang", "vi").out


PAGES = '''"""The page of thanks: whom a site thanks."""

from collections.abc import Iterator
from dataclasses import dataclass

from guongsang.i18n.messages import Text, say
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.layout import PageLayout


@dataclass(frozen=True)
class ThanksView:
    """What the page of thanks shows."""

    names: list[Text]


def thanks_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the page of thanks of a language."""
    names = [unit.name.text_in(context.lang) for unit in context.site.units.values()]
    urls = layout.everywhere(lambda code: f"{code}/thanks.html")
    yield layout.page("thanks.html", urls, say("Thanks to all"), ThanksView(names))
'''
TEMPLATE = """{# Whom a site thanks. #}
{% extends "base.html" %}
{% block main %}
      <h1>{{ say("Thanks to all") }}</h1>
      <ul>{% for name in names %}<li>{{ name }}</li>{% endfor %}</ul>
{% endblock %}
"""
READER = """    match page.data:
        case ThanksView() as view:
            return Searchable(page.url, view.names[0], body=tuple(view.names))
"""


def test_a_page_type(project: Project) -> None:
    """A function that makes pages, listed with the others, a template and a reader give pages that can be found."""
    project.add("guongsang/render/web/thanks.py", PAGES)
    project.add("templates/web/thanks.html", TEMPLATE)
    pages = "guongsang/render/web/pages.py"
    project.edit(
        pages,
        "from guongsang.render.web.style_guide",
        "from guongsang.render.web.thanks import thanks_pages\nfrom guongsang.render.web.style_guide",
    )
    project.edit(
        pages,
        "    yield from feed_pages(context)",
        "    yield from thanks_pages(context, layout)\n    yield from feed_pages(context)",
    )
    search = "guongsang/render/search/readers.py"
    project.edit(search, "    match page.data:\n", READER)
    project.edit(
        search,
        "from guongsang.render.web.profiles import ExemplarView\n",
        "from guongsang.render.web.profiles import ExemplarView\nfrom guongsang.render.web.thanks import ThanksView\n",
    )
    project.translate("Thanks to all", "Cảm ơn tất cả")
    files = project.build()
    assert "<h1>Cảm ơn tất cả</h1>" in files["vi/thanks.html"].decode()
    english = files["en/thanks.html"].decode()
    assert "<h1>Thanks to all</h1>" in english and "<li>Internal Medicine</li>" in english
    assert 'href="../vi/thanks.html"' in english
    assert "en/thanks.html" in "".join(data.decode() for name, data in files.items() if "assets/search/en/" in name)


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
    line = "from guongsang.judge.texts.office_habits import judge_office_habits\n"
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
