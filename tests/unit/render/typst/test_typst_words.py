"""What Typst says of a template, in the program's own words."""

from pathlib import Path

import pytest
import typst

from guongsang.i18n.messages import Catalogue, Message
from guongsang.render.typst.typst_words import typst_in_own_words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('#import "none.typ": a', "there is no template none.typ"),
        ("= A\n#nothere()", "nothere is not known here"),
        ("#let a = (b: 1)\n#a.c", "there is no c here"),
        ("#let f(x) = x\n#f()", "x is missing"),
        ("#let f(x) = x\n#f(1, colour: 2)", "colour does not fit here"),
        ("#let x = (", "what opens here is not closed"),
        ('#let a = "abc', "the end of this text is missing"),
        ("#let x = ]", "an expression is missing"),
        ('#{ 1 + "a" }', "a value of another kind belongs here"),
        ("#text(size: 1)[x]", "a value of another kind belongs here"),
        ("#(1/0)", "a number is divided by zero"),
        ("#(1, 2).at(9)", "this list holds no such item"),
        ("#for x in 3 [x]", "this is no list"),
        ("#let (a, b) = (1,)", "this is no list"),
        ("#return 3", "this does not belong here"),
        ("]", "this does not belong here"),
        ("#while true {}", "this comes to no end"),
        ("#let f() = f()\n#f()", "this comes to no end"),
        ("@gone", "there is no gone here"),
        ("#sym.gone", "there is no gone here"),
        ("#assert(false)", "what the template asserts here does not hold"),
        ('#panic("no room")', "the template stops here: no room"),
    ],
)
def test_what_typst_says_is_told_in_our_words(text: str, told: str, tmp_path: Path) -> None:
    """As Typst itself says it of a template."""
    (tmp_path / "a.typ").write_text(text, encoding="utf-8")
    with pytest.raises(typst.TypstError) as caught:
        typst.Compiler(root=tmp_path).compile(input=tmp_path / "a.typ", format="pdf")
    message = typst_in_own_words(caught.value.message)
    assert isinstance(message, Message) and Catalogue("en").tell(message) == told


def test_what_is_not_known_is_quoted() -> None:
    """So nobody takes it for the program's own words."""
    assert Catalogue("en").tell(typst_in_own_words("odd fault")) == "it cannot be carried out (“odd fault”)"
