"""Every question says what it wants."""

import pytest

from guongsang.cli.new.command import KINDS
from guongsang.cli.new.prompts import Question
from guongsang.i18n.catalogues import read_catalogue
from guongsang.i18n.messages import Catalogue
from support.site import PROJECT

ASKED = [
    (kind.name, q)
    for kind in KINDS.values()
    for q in kind.questions.values()
    if q.field != "yes" and (q.metavar or q.asks)
]


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize(("kind", "question"), ASKED)
def test_a_question_is_more_than_a_label(kind: str, question: Question, lang: str) -> None:
    """In both languages it is a few words at least; one for a day shows one."""
    words = Catalogue("en") if lang == "en" else read_catalogue((PROJECT / "locales/vi.po").read_bytes(), "vi")
    asked = words.tell(question.asks or question.says)
    assert len(asked.split()) >= 3, (kind, question.field, asked)
    assert question.metavar != "DATE" or "10/6/2022" in asked


@pytest.mark.parametrize(("kind", "question"), ASKED)
def test_what_has_a_form_shows_an_example(kind: str, question: Question) -> None:
    """Days, numbers and names of files cannot be guessed."""
    asked = Catalogue("en").tell(question.asks or question.says)
    if question.metavar in ("DATE", "N") or question.field in ("slug", "id", "photo", "document", "severity"):
        assert " like " in asked or "such as" in asked, (kind, question.field, asked)
