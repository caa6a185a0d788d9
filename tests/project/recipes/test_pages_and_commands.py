"""The recipes of a bulletin layout, a page type and a command, each carried out in a copy of the project."""

from support.pdf import text_of
from support.project import Project
from support.site import edit

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


COMMAND = '''"""The command that counts documents."""

import click

from guongsang.cli.call import DONE, Call
from guongsang.cli.line.click_helpers import Declare
from guongsang.pipeline.checking import check_site


def declare(on: Declare) -> None:
    """Declare `count`."""

    @on.command("count")
    def count(call: Call) -> int:
        click.echo(len(check_site(call.root, call.today).content.entries))
        return DONE
'''


def test_a_command(project: Project) -> None:
    """A module that declares a command, listed among the commands, is run, and told by the help in both languages."""
    project.add("guongsang/cli/count.py", COMMAND)
    row = '    "count": Listed("count", say("Count the documents of the site.")),\n    "build": '
    project.edit("guongsang/cli/line/commands.py", '    "build": ', row)
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
