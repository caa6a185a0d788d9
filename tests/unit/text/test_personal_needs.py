"""What a form of personal data needs stands in every text in which its pattern finds something, however it is typed."""

import re
import warnings

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from guongsang.text.personal_data import accounts, contact, health, numbers, people, unmarked
from guongsang.text.personal_data.forms import Form, Kind, Needs
from guongsang.text.personal_data.search import compared, held_by, longest_rows, personal_in
from guongsang.text.readable import Readable, text_of_markup

KINDS = [
    kind
    for module in (accounts, contact, health, numbers, people, unmarked)
    for kind in (*vars(module).values(), *getattr(module, "NUMBERS", ()))
    if isinstance(kind, Kind)
]
FORMS = [
    pytest.param(form, id=f"{kind.name}-{number}")
    for kind in {id(kind): kind for kind in KINDS}.values()
    for number, form in enumerate(kind.forms)
    if form.needs != Needs()
]


@pytest.mark.parametrize("form", FORMS)
def test_needs_stand_in_what_is_found(form: Form) -> None:
    @settings(max_examples=5, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(form.pattern.pattern, form.pattern.flags)))
    def run(text: str) -> None:
        text = text.replace("\xa0", " ")
        held = held_by(text.lower(), text)
        assert form.needs.met(held) or not form.pattern.search(text)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # long patterns of another letter case are told to be slow
        run()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ngân hàng VıetinbanK 1012 3456 789", "bank-account"),
        ("ſố tài khoản: 1012 3456 7890", "bank-account"),
        ("ＣＣＣＤ số ０１２３４５６７８", "identity-number"),
        ("ĐIỆN THOẠİ 912 345 678", "telephone-number"),
        ("có HỘ CHIẾU B1234567", "identity-number"),
        ("Mẹ: bà Trần Thử Hoa", "relative"),
        ("MẸ: bà Trần Thử Hoa", "relative"),
        ("anh bị UNG\u200b THƯ", "health"),
    ],
)
def test_letters_that_are_typed_otherwise_hide_nothing(text: str, kind: str) -> None:
    assert kind in [found.kind for found in personal_in(text)]


@pytest.mark.parametrize(
    ("text", "figures", "anyhow"),
    [
        ("", 0, 0),
        ("năm 2022", 0, 0),
        ("2022-05-31", 8, 8),
        ("2022: 140, 2023", 0, 11),
        ("0345 (671) 234", 10, 10),
        ("0345\n671 234", 0, 0),
        ("0345 a 671 234 567", 9, 9),
    ],
)
def test_figures_are_counted_in_rows(text: str, figures: int, anyhow: int) -> None:
    assert longest_rows(text) == (figures, anyhow)


@given(st.text("skiſıİßå", max_size=9))
@example("ſ")
def test_small_letters_are_those_that_patterns_compare(text: str) -> None:
    assert re.fullmatch(re.escape(compared(text)), text, re.IGNORECASE) or "ı" in text
    assert not set(compared(text)) & set("ſıİ")


@given(st.text("&#48;sup2\\\\x30*_`[](a) <!-->\n912\u0301é", max_size=40))
@example("&sup2; &#57;12 \\x31 **9**12 [a](b)")
def test_text_of_markup_is_that_with_places(raw: str) -> None:
    assert text_of_markup(raw) == Readable.of_markup(raw).text
