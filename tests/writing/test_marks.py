"""Whatever a writer types in place of a mark can be read, as it was typed."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guongsang.author.new.placeholders import ask
from guongsang.i18n.catalogues import read_catalogue
from guongsang.i18n.messages import Catalogue
from guongsang.read.fields.kinds import Either, Field, Group, ListOf
from guongsang.read.source import read_text
from guongsang.read.tables.documents import DOCUMENTS
from guongsang.read.yaml.node import values_in
from guongsang.read.yaml.parser import read_yaml
from guongsang.read.yaml.placeholders import PLACEHOLDER
from support.program import Ran
from support.site import PROJECT, edit

DOCUMENT = "criteria: 2024\ndocument: {number: 12/KH, on: 2024-01-29}"
MARK = "[[việc đã làm và kết quả, gọn trong một dòng]]"


def source_words_of(lang: str) -> Catalogue:
    """Return the words of a language."""
    return read_catalogue((PROJECT / "locales/vi.po").read_bytes(), lang) if lang == "vi" else Catalogue(lang)


def fields_of(group: Group, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Field]]:
    """Yield the fields of a table that hold one value or a list of them, also those of its groups."""
    for name, spec in group.fields.items():
        kind = spec.kind
        while isinstance(kind, (ListOf, Either)):
            kind = kind.kind if isinstance(kind, ListOf) else kind.kinds[0]
        if isinstance(kind, Group):
            yield from fields_of(kind, (*path, name))
        else:
            yield (*path, name), spec


@pytest.mark.parametrize(
    "typed",
    [
        'Bỏ câu "xin chờ", thêm một quầy',
        '"Một cửa" là một quầy',
        "Kết quả: giảm 3 ngày # đúng",
        "'Nhanh' và \"gọn\": 100 %",
        "- bớt một bước, {thêm} [hai]",
        "C:\\mẫu\\đơn & giấy * tờ",
        "Không",
    ],
)
def test_a_text_typed_over_a_mark_is_read(typed: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Quotation marks, colons, hashes and brackets need no care."""
    root = site()
    made = run("--root", root, "new", "exemplar", "--yes", "--category", "nurse", "--unit", "noi").out.strip()
    text = (root / made).read_text(encoding="utf-8")
    assert f"title: >-\n  {MARK}\n" in text
    (root / made).write_text(text.replace(MARK, typed), encoding="utf-8")
    told = json.loads(run("--root", root, "--lang", "en", "check", "--format", "json", made).out)["findings"]
    assert {f["code"] for f in told} <= {"to-fill-in", "no-consent", "untranslated", "criterion-unmet"}
    assert not any("Headline" in f["message"] for f in told)


def test_a_mark_on_its_own_line_is_pointed_at(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The place of what is to be filled in is that of the brackets."""
    root = site()
    made = run("--root", root, "new", "exemplar", "--yes", "--category", "nurse", "--unit", "noi").out.strip()
    lines = (root / made).read_text(encoding="utf-8").split("\n")
    told = json.loads(run("--root", root, "check", "--format", "json", made).out)["findings"]
    marks = [f for f in told if f["code"] == "to-fill-in"]
    assert marks and all(lines[f["line"] - 1][f["column"] - 1 :].startswith(("[[", '"[[')) for f in marks)


@pytest.mark.parametrize("sign", [">-", ">", "|", "|-"])
def test_a_name_on_a_line_of_its_own_is_hidden_where_the_file_cannot_be_read(
    sign: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Of a profile that cannot be read no consent is known, so its name may stand nowhere."""
    root = site()
    (root / "content/exemplars/2024/noi-03.vi.md").write_text(
        f"---\ntitle: Một\nname: {sign}\n  Trần Thử Bình\nconsent: {{on: \n---\nBài.\n", encoding="utf-8"
    )
    about = root / "content/pages/about.vi.md"
    about.write_text(about.read_text(encoding="utf-8") + "\nNhờ Trần Thử Bình.\n", encoding="utf-8")
    told = json.loads(run("--root", root, "check", "--format", "json", "content/pages").out)["findings"]
    assert "no-consent" in {f["code"] for f in told}


KINDS = [
    "exemplar --category nurse",
    "exemplar --category ward --unit noi",
    "plan --unit duoc",
    "bulletin",
    "page",
    "campaign 2025",
    "review --campaign 2024",
]
DAY = re.compile(r"\[\[[^\]]*\d{4}-\d{2}-\d{2}\]\]")


@pytest.mark.parametrize(
    "typed", ['Bớt: chín "bước" # nhanh', "- bớt một bước", "'Một' và {hai}", "# không là ghi chú"]
)
@pytest.mark.parametrize("words", KINDS)
def test_every_mark_of_every_new_file_can_be_filled_in(
    words: str, typed: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """A day where a day is asked for, any signs elsewhere: what is read is what was typed."""
    root = site()
    (root / "content/reviews/2024.vi.md").unlink()
    edit(root, "content/campaigns/2024.vi.md", "criteria: 2024", DOCUMENT)
    made = run("--root", root, "new", *words.split(), "--yes").out.split()[0]
    text = re.sub(r"(?m)^#.*\n", "", (root / made).read_text(encoding="utf-8"))
    front = text.split("\n---\n")[0]
    asked = len(PLACEHOLDER.findall(front)) - len(DAY.findall(front))
    filled = PLACEHOLDER.sub(lambda _: typed, DAY.sub("2024-05-06", text))
    (root / made).write_text(filled, encoding="utf-8")
    told = json.loads(run("--root", root, "--lang", "en", "check", "--format", "json", made).out)["findings"]
    assert not {"bad-yaml", "bad-date", "duplicate-key", "to-fill-in"} & {f["code"] for f in told}, (filled, told)
    source = read_text(filled.split("---\n")[1].encode(), made)[0]
    assert source is not None
    node = read_yaml(source)[0]
    assert node is not None and [value for _, _, value in values_in(node)].count(typed) == asked > 0


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_mark_says_more_than_the_label_of_its_field(lang: str) -> None:
    """Of every field of every kind of document, in both languages."""
    words = source_words_of(lang)
    for kind, group in DOCUMENTS.items():
        for path, spec in fields_of(group, (kind,)):
            (mark,) = PLACEHOLDER.findall(str(ask(spec, words)))
            assert mark.casefold() != words.tell(spec.label).casefold(), path


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/units.yaml", "en: Internal Medicine", 'en: "[[in English]]"'),
        ("content/criteria/2024.yaml", "en: Nurse", 'en: "[[in English]]"'),
        ("content/criteria/2024.yaml", "en: Is staff", 'en: "[[in English]]"'),
        ("content/criteria/2024.yaml", "en: At least one deed with its source.", 'en: "[[in English]]"'),
        ("content/criteria/2024.yaml", "en: What was done", 'en: "[[in English]]"'),
    ],
)
def test_a_mark_in_place_of_a_translated_label_is_told_and_not_shown(
    file: str, old: str, new: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """In data files too; the label of the source language stands there, as for one that is missing."""
    root = site()
    edit(root, file, old, new)
    ran = run("--root", root, "check", "--format", "json", file)
    assert ran.status == 0 and [f["code"] for f in ran.findings()] == ["to-fill-in"]
    assert run("--root", root, "build", "--no-print").status == 0
    assert not [p for p in (root / "output/site").rglob("*.html") if "[[in" in p.read_text(encoding="utf-8")]
