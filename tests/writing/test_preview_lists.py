"""Feeds and results of the search say in the preview which documents are not public yet."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from guongsang.author.preview.preview import Preview
from guongsang.i18n.messages import Catalogue
from guongsang.model.site import Wishes
from guongsang.pipeline.building import Options
from support.site import edit

PROFILE = "content/exemplars/2024/noi-01.vi.md"
TITLE = "Khay thuốc có tên, không ai nhầm"


def previewed(root: Path) -> Preview:
    """Build a preview of a site."""
    preview = Preview(Options(root, root / "output", date(2024, 6, 1), Wishes(False)), Catalogue("en"))
    preview.build()
    return preview


def titles_of(preview: Preview, lang: str) -> tuple[list[str], list[str]]:
    """Return the titles in the feed and in the search of a language."""
    feed = (preview.file(f"{lang}/feed.xml") or b"").decode()
    preview.file(f"{lang}/nothing.html")
    found = []
    for path in preview.files:
        if re.match(rf"assets/search/{lang}/t\d", path):
            data = (preview.file(path) or b"").decode()
            found += [
                "".join(run if isinstance(run, str) else run[0] for run in title)
                for _, title, *_ in json.loads(data.strip()[3:-1])
            ]
    return re.findall(r"<title>([^<]*)</title>", feed), found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sample: true", "sample: true\ndraft: true"),
        ("approved: {on: 2024-04-02, by: Giám đốc}", "nurtured: {on: 2024-05-02}\nleader: x"),
        ("story: [site, print]", "story: []"),
        ("lessons: [Ghi tên trước khi chia thuốc.]", 'lessons: ["[[viết bài học]]"]'),
        ("discovered: {on: 2024-02-20}", "discovered: {on: 2024-03-20}"),
    ],
)
def test_what_is_not_public_is_marked_wherever_it_is_listed(site: Callable[..., Path], old: str, new: str) -> None:
    """As links to it are on pages; what is public is not."""
    root = site()
    edit(root, PROFILE, old, new)
    feed, search = titles_of(previewed(root), "vi")
    for titles in (feed, search):
        own = [title for title in titles if title.startswith(TITLE)]
        assert own in ([], [f"{TITLE} (chưa đăng)"]) and sum("chưa đăng" in title for title in titles) == len(own)
    assert f"{TITLE} (chưa đăng)" in [*feed, *search]


def test_what_is_public_has_no_mark(site: Callable[..., Path]) -> None:
    """A site without drafts is listed as it will be published."""
    for titles in titles_of(previewed(site()), "vi"):
        assert TITLE in titles and not any("(" in title for title in titles)
