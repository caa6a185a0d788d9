"""Code on paper: a word of it that no line holds is broken, others are not."""

import re
import subprocess

import pytest

from support.pdf import assert_conforms, text_of
from support.sheets import printed, with_body

LONG = {
    "a token": "ab12" * 75,
    "a name with underscores": "x9_" * 100,
    "a path": "/mẫu" * 75,
    "Vietnamese": "nghiêng" * 43,
    "digits": "0123456789" * 30,
    "capitals": "WM" * 150,
}


def ends_of_words(pdf: bytes) -> list[float]:
    """Return where the words of a paper end on the right, in shares of the width of their page."""
    run = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    told = run.stdout.decode()
    [width, *_] = re.findall(r'<page width="([\d.]+)"', told)
    return [float(end) / float(width) for end in re.findall(r'<word .*?xMax="([\d.]+)"', told)]


@pytest.mark.parametrize("layout", ["newsletter", "yearbook"])
@pytest.mark.parametrize("kind", LONG)
def test_long_words_of_code_stay_on_the_page(kind: str, layout: str) -> None:
    """In a sentence and in a block: every piece of them ends within the margin of the page."""
    code = {"tag": "code", "children": [LONG[kind]]}
    block = {"tag": "pre", "children": [f"ngắn\n{LONG[kind]}\n"]}
    pdf = printed(with_body({"tag": "p", "children": ["Một mã ", code, " trong câu."]}, block), layout)
    assert_conforms(pdf)
    assert "ngắn" in text_of(pdf)
    assert len(ends_of_words(pdf)) > 10 and max(ends_of_words(pdf)) < 0.97


def test_short_words_of_code_stay_whole() -> None:
    """They go to the next line as they are, without anything between their letters."""
    words = [f"ten_tep_{n}.vi.md" for n in range(10, 60)]
    nodes = [node for word in words for node in ({"tag": "code", "children": [word]}, " ")]
    found = text_of(printed(with_body({"tag": "p", "children": nodes})))
    assert all(word in found for word in words) and "\u200b" not in found
