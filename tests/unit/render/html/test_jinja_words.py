"""What Jinja2 says of a template, in the program's own words."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from guongsang.i18n.messages import Catalogue
from guongsang.render.html.jinja_words import in_own_words

KIND = "a value of another kind belongs here"
TOO_MUCH = "too much or too little stands between the brackets of what is called"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ 1/0 }}", "a number is divided by zero"),
        ("{{ 'a' + 1 }}", KIND),
        ("{{ 'a' < 1 }}", KIND),
        ("{{ -'a' }}", KIND),
        ("{% for x in 3 %}{% endfor %}", "this is no list"),
        ("{% for a, b in [1] %}{% endfor %}", "this is no list"),
        ("{{ 1 | length }}", "this is no list"),
        ("{{ 'x'() }}", "what is called here is no function"),
        ("{% macro m() %}{% endmacro %}{{ m(1) }}", TOO_MUCH),
        ("{{ 'x' | replace }}", TOO_MUCH),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "a stands twice here"),
        ("{% macro m(b, b) %}{% endmacro %}", "b stands twice here"),
        ("{{ [1][9] }}", "there is no 9 here"),
        ("{{ [] | first | upper }}", "this list holds no such item"),
        ("{% include 'no.html' %}", "there is no template no.html"),
        ("{{ 1 2 }}", "}} is missing before a number"),
        ("{% block %}{% endblock %}", "a name is missing before %}"),
        ("{% if x = 1 %}{% endif %}", "%} is missing before ="),
        ("{% set a.b = 1 %}", "this does not belong here"),
    ],
)
def test_what_jinja_says_is_told_in_our_words(text: str, told: str) -> None:
    """As Jinja2 itself says it of a template."""
    engine = Environment(loader=DictLoader({"a.html": text}), undefined=StrictUndefined, autoescape=True)
    with pytest.raises(Exception) as caught:
        engine.get_template("a.html").render()
    assert Catalogue("en").tell(in_own_words(str(caught.value))) == told


def test_what_is_not_known_is_quoted() -> None:
    """So nobody takes it for the program's own words."""
    assert Catalogue("en").tell(in_own_words("odd fault")) == "it cannot be carried out (“odd fault”)"
