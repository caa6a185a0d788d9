"""How texts are set: what stays on one line, how long a story may be, and how its last page is filled."""

import re
import subprocess

import page
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guongsang.render.typst.unbreakable import unbreakable_phrases
from support.pdf import assert_conforms, lines_of, page_count, text_of
from support.sheets import SMALL, printed, with_body


def test_numbers_stay_with_their_words() -> None:
    """No line ends between a number and the short word before it, nor before a hyphen, a percent sign or the name."""
    text = " ".join(
        f"{'mẫu ' * (n % 7)}ngày {n} tăng {n} % - theo Gương Sáng, văn bản số {n}/QĐ-UBND." for n in range(90)
    )
    lines = [
        line.strip()
        for line in lines_of(printed(with_body({"tag": "p", "children": [text]})))
        if "UBND" in line or "%" in line
    ]
    assert len(lines) > 40
    assert [line for line in lines if re.search(r"(ngày|tăng|số|Gương)$|^(\d|%|-|Sáng)", line)] == []


def test_the_number_of_a_document_stays_whole() -> None:
    """After a colon too, where no word leads it: no line ends at its hyphen."""
    text = " ".join(f"{'mẫu ' * (n % 7)}Nguồn: {n}/BC-QLXD." for n in range(10, 90))
    lines = [line.strip() for line in lines_of(printed(with_body({"tag": "p", "children": [text]}))) if "BC" in line]
    assert len(lines) > 20
    assert [line for line in lines if line.endswith("-")] == []


@given(st.text("aẵ \n%-–0129/ngàySáng\u0303\u200d", max_size=120), st.sampled_from(["", "Sá ng", "ngày"]))
def test_parts_of_a_text_are_the_whole_text(text: str, name: str) -> None:
    """What is kept together and what is between are all of a text, blanks made one."""
    parts = unbreakable_phrases({"programme": name, "title": text}).get(text, [text])
    assert "".join(p if isinstance(p, str) else p[0] for p in parts) == re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("results", [0, 1, 2, 4])
@pytest.mark.parametrize("paragraphs", [1, 3, 6, 8])
def test_a_story_in_the_yearbook_takes_two_pages_at_most(paragraphs: int, results: int) -> None:
    """Whether its text is a few lines or five thousand letters, with results or without."""
    sheet = with_body(
        *[{"tag": "p", "children": ["Mỗi bước một tờ giấy, mỗi tờ giấy một dòng chữ. " * 13]}] * paragraphs
    )
    sheet["articles"][0]["measures"] = [
        {
            "label": "Số bước của một hồ sơ",
            "unit": "bước",
            "before": "34",
            "before_value": 34,
            "after": "25",
            "after_value": 25,
        }
    ] * results
    around = page_count(printed(SMALL, "yearbook")) - 1
    assert page_count(printed(sheet, "yearbook")) - around <= 2


@pytest.mark.parametrize(("sentences", "paragraphs"), [(6, 20), (8, 17), (9, 20), (11, 12), (11, 20), (12, 11)])
def test_no_story_ends_with_a_page_of_a_few_lines(sentences: int, paragraphs: int) -> None:
    """Where a text is longer than two pages, it is set smaller rather than leave a line or two to its last."""
    told = "Mỗi bước một tờ giấy, mỗi tờ giấy một dòng chữ. " * sentences
    pdf = printed(with_body(*[{"tag": "p", "children": [told]}] * paragraphs), "yearbook")
    pages = "\n".join(lines_of(pdf)).split("\f")
    lines = [count for text in pages if (count := sum("tờ giấy" in line for line in text.splitlines()))]
    assert lines[-1] > 6


def test_a_quotation_fills_a_second_page_that_would_be_thin() -> None:
    """It leaves the side column of the first page only where the second has room, and stands once either way."""
    measures = [{"label": "Số bước", "before": "34", "before_value": 34, "after": "25", "after_value": 25}]
    stands = []
    for paragraphs in range(3, 9):
        sheet = with_body(
            *[{"tag": "p", "children": ["Mỗi bước một tờ giấy, mỗi tờ giấy một dòng. " * 13]}] * paragraphs
        )
        sheet["articles"][0] |= {"measures": measures, "quote": {"text": "Nay chỉ hỏi một lần.", "by": "Bà Thử"}}
        pdf = printed(sheet, "yearbook")
        run = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
        pages = [text for text in run.stdout.decode().split("\f") if "mỗi tờ giấy" in text or "Số bước" in text]
        assert sum(" ".join(text.split()).count("chỉ hỏi một lần.") for text in pages) == 1
        stands.append(next(n for n, text in enumerate(pages) if "hỏi một lần." in " ".join(text.split())))
    assert stands[0] == 0 and 1 in stands and stands[-1] == 0


def test_a_long_story_runs_over() -> None:
    """Text that does not fit goes on to further pages, and its last word is printed."""
    story = [{"tag": "p", "children": ["Mỗi bước một tờ giấy. " * 60, f"Đoạn {number}."]} for number in range(12)]
    sheet = with_body(*story)
    sheet["articles"][0]["measures"] = [
        {"label": "Số bước", "before": "34", "before_value": 34, "after": "25", "after_value": 25}
    ] * 4
    pdf = printed(sheet)
    assert_conforms(pdf)
    assert page.validate_pdf_bytes(pdf, profile="ua1").document.page_count > 5
    assert "Đoạn11." in text_of(pdf)
