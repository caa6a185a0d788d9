"""The page of codes as data."""

import pytest

from guongsang.author.code_docs import Explained, read_codes
from guongsang.codes import CODES
from support.site import PROJECT

PAGE = """\
# Codes

### `bad-date`

**Ngày sai.** Không có ngày này.

Thêm một đoạn.

**A wrong date.** There is no such day.

```yaml
on: 31/02/2022
```

```yaml
## not a heading
on: 2022-02-28
```

## Warnings

text between

### `late`

**Muộn.**

**Late.**
"""


def test_each_code_has_its_texts_and_examples() -> None:
    """A text goes on to the next that begins in bold; lines of examples are no headings."""
    codes = read_codes(PAGE)
    assert list(codes) == ["bad-date", "late"]
    assert codes["bad-date"].texts == {
        "vi": "Ngày sai. Không có ngày này.\n\nThêm một đoạn.",
        "en": "A wrong date. There is no such day.",
    }
    assert codes["bad-date"].examples == ("on: 31/02/2022\n", "## not a heading\non: 2022-02-28\n")
    assert codes["late"].examples == ()


@pytest.mark.parametrize(
    ("lang", "first"), [("vi", "Ngày sai."), ("vi-VN", "Ngày sai."), ("en", "A wrong"), ("fr", "A wrong")]
)
def test_a_meaning_is_told_in_a_language_of_the_page(lang: str, first: str) -> None:
    """In English where it has none of the reader's, with the examples behind it, set in."""
    told = read_codes(PAGE)["bad-date"].text_in(lang)
    assert told.startswith(first)
    assert told.endswith("    ## not a heading\n    on: 2022-02-28")


def test_a_code_without_a_text_is_told_as_nothing() -> None:
    """Nothing is raised."""
    assert Explained({}, ()).text_in("vi") == ""


def test_our_own_page_explains_every_code_in_both_languages() -> None:
    """And no code that there is not."""
    codes = read_codes((PROJECT / "docs" / "codes.md").read_text(encoding="utf-8"))
    assert set(codes) == set(CODES)
    assert all(set(one.texts) == {"vi", "en"} and all(one.texts.values()) for one in codes.values())
