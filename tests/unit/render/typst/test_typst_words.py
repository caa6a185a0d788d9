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
    ],
)
def test_what_typst_says_is_told_in_our_words(text: str, told: str, tmp_path: Path) -> None:
    """As Typst itself says it of a template."""
    (tmp_path / "a.typ").write_text(text, encoding="utf-8")
    with pytest.raises(typst.TypstError) as caught:
        typst.Compiler(root=tmp_path).compile(input=tmp_path / "a.typ", format="pdf")
    message = typst_in_own_words(caught.value.message)
    assert isinstance(message, Message) and Catalogue("en").tell(message) == told


def test_what_is_not_known_stays_as_it_is() -> None:
    """A template may stop with words of its own."""
    assert typst_in_own_words("no room for the title") == "no room for the title"
