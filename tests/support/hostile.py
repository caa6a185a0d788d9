"""A site whose every field and body is written by somebody who means harm, and what is known of what it says.

The vectors stand in `tests/hostile/vectors.txt`. What judging would refuse is shown all the same, as the preview does,
so that what makes pages is held to be safe by itself.
"""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from guongsang import HOME
from guongsang.folders import Folders
from guongsang.model.site import Site
from guongsang.outputs import list_files
from guongsang.pipeline.building import fonts_of, office_years
from guongsang.pipeline.checking import check_site, whole_site
from guongsang.records import Records
from support.good import ABOUT
from support.site import edit, lay_out, write

VECTORS = Path(__file__).parents[1] / "hostile/vectors.txt"
TODAY = date(2024, 12, 1)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\\\")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_UNPRINTABLE = re.compile("[\uff00-\uffef\u2028\u2029\u017f]")
_IN_FIELDS = 8
_IN_BODIES = 6


def vectors(*kinds: str) -> list[str]:
    """Return the vectors of some kinds: text, markdown, terminal."""
    found: list[str] = []
    kind = ""
    for line in VECTORS.read_text(encoding="utf-8").splitlines():
        if line.startswith("## ") and line.partition(":")[0][3:] in ("text", "markdown", "terminal"):
            kind = line.partition(":")[0][3:]
        elif line and kind in kinds:
            found.append(_ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else "\\", line).replace("␤", "\n"))
    return found


def chunks(texts: Sequence[str], size: int) -> Iterator[list[str]]:
    """Yield some texts at a time."""
    for at in range(0, len(texts), size):
        yield list(texts[at : at + size])


def hostile_site(root: Path) -> Path:
    """Lay out the site: profiles, units, criteria and a campaign by fields, free pages by bodies."""
    lay_out(root, "good")
    for translation in (root / "content").rglob("*.en.md"):
        translation.unlink()
    edit(root, "site_config.yaml", "languages: [vi, en]", "languages: [vi]")
    fields = list(chunks([_UNPRINTABLE.sub("", _CONTROLS.sub(" ", v)) for v in vectors("text")], _IN_FIELDS))
    units = [f"  - {{id: u{i}, name: {{vi: {_quoted(texts)}}}, quota: false}}\n" for i, texts in enumerate(fields)]
    with (root / "content/units.yaml").open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(units)
    for i, texts in enumerate(fields):
        write(root, f"content/exemplars/2024/x-{i}.vi.md", _profile(i, texts))
    edit(root, "content/campaigns/2024.vi.md", "title: Việc hay năm 2024", f"title: {_quoted(fields[0])}")
    edit(root, "content/plans/2024/noi.vi.md", "who: Điều dưỡng trưởng", f"who: {_quoted(fields[1])}")
    edit(root, "content/bulletins/2024-05.vi.md", "title: Bản tin Việc Hay", f"title: {_quoted(fields[2])}")
    edit(root, "content/criteria/2024.yaml", "vi: Việc làm có nguồn", f"vi: {_quoted(fields[3])}")
    edit(root, "site_config.yaml", "vi: Bệnh viện Mẫu", f"vi: {_quoted(fields[4])}")
    edit(root, ABOUT, "title:", f"title: {_quoted(fields[5])} #")
    for i, texts in enumerate(chunks(vectors("text", "markdown"), _IN_BODIES)):
        parts = "".join(f"\n\n## Mục {n}\n\n{text}\n" for n, text in enumerate(texts))
        write(root, f"content/pages/b-{i}.vi.md", f"---\ntitle: Trang {i}\nmenu: {i + 20}\n---\n{parts}")
    return root


def _quoted(texts: Sequence[str]) -> str:
    return json.dumps(" · ".join(texts), ensure_ascii=False)


def _profile(number: int, texts: list[str]) -> str:
    """Return a profile with the texts in every field, each field beginning with another of them."""
    f = [_quoted(texts[i:] + texts[:i]) for i in range(len(texts))] * _IN_FIELDS
    return f"""---
title: {f[0]}
name: {f[1]}
category: nurse
staff_category: public-employee
position: {f[2]}
unit: u{number}
summary: {f[3]}
consent: {{on: 2024-03-02, document: {f[4]}, name: [site, print], photo: [], story: [site, print]}}
progress:
  registered: {{on: 2024-03-10, document: {f[5]}}}
evidence:
  - id: e1
    serves: [A-1]
    text: {f[6]}
    on: 2024-02-01
    measure: {{before: 12, after: 6, unit: {{vi: {f[7]}}}, label: {{vi: {f[8]}}}}}
    source: {f[9]}
    attested: {{by: {f[10]}, on: 2024-03-05, document: {f[11]}}}
movements: [{{name: {f[12]}, launched_by: union, role: member, on: 2024-01-02}}]
adopted_by: [{{unit: duoc, on: 2024-05-06, result: {f[13]}}}]
lessons: [{f[14]}, {f[15]}]
tags: [{f[16]}]
---
## Cách làm

{texts[0]} {texts[-1]} và mọi người cùng làm việc ấy.
"""


def show_all(root: Path, output: Path, papers: Sequence[str] = ()) -> Site:
    """Write everything that pages, search, feeds and files of the Office would show, be it refused or not.

    Of the papers only those are printed that are named.
    """
    checked = check_site(root, TODAY)
    whole = whole_site(checked)
    listed = list_files(Folders(root, HOME), whole, fonts_of(checked), years=office_years(checked, TODAY))
    for file in (*(f for f in listed.files if f.kind != "paper" or f.path in papers), *listed.search(Records())):
        path = output / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.made().data)
    listed.pool.stop()
    return whole
