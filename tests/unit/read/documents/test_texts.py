"""What an entry says in each language."""

from dataclasses import replace

import pytest

from guongsang.i18n.messages import Text
from guongsang.read.documents.texts import LocalText, Texts
from guongsang.read.markdown.tree import Body

SOURCE = LocalText("a.vi.md", "vi", {("title",): "Một", ("summary",): "Lê Thử Mai"}, Body("Thân.\n", 0))
READY = LocalText("a.en.md", "en", {("title",): "Le Mai, Lê Thử Mai"}, Body("Body.\n", 0))
STARTED = LocalText("a.fr.md", "fr", {("title",): "Un"}, Body(" \n", 0))
TEXTS = Texts(SOURCE, {"en": READY, "fr": STARTED}, {"en": "ready"}, "Lê Thử Mai")


@pytest.mark.parametrize(
    ("path", "lang", "text"),
    [
        (("title",), "vi", Text("Một", "vi")),
        (("title",), "en", Text("Le Mai, Lê Thử Mai", "en", "Lê Thử Mai", "vi")),
        (("title",), "fr", Text("Một", "vi")),
        (("title",), "de", Text("Một", "vi")),
        (("summary",), "en", Text("Lê Thử Mai", "vi")),
        (("nothing",), "en", Text("", "vi")),
        (("nothing",), "vi", Text("", "vi")),
    ],
)
def test_a_word_falls_back_to_the_source(path: tuple[str, ...], lang: str, text: Text) -> None:
    """One by one; words of a translation that does not count yet are not used."""
    assert TEXTS.word(path, lang) == text


@pytest.mark.parametrize(("lang", "file"), [("vi", "a.vi.md"), ("en", "a.en.md"), ("fr", "a.vi.md"), ("de", "a.vi.md")])
def test_a_body_is_read_in_the_language_that_has_one(lang: str, file: str) -> None:
    """Else in the source language."""
    assert TEXTS.body(lang).file == file


@pytest.mark.parametrize(("lang", "state"), [("vi", "source"), ("en", "ready"), ("fr", "none"), ("de", "none")])
def test_a_translation_has_a_state(lang: str, state: str) -> None:
    """None where it does not count or is not there."""
    assert TEXTS.state(lang) == state


@pytest.mark.parametrize(("lang", "file"), [("vi", "a.vi.md"), ("en", "a.en.md"), ("fr", "a.fr.md"), ("de", "a.vi.md")])
def test_each_language_has_a_file(lang: str, file: str) -> None:
    """A translation that is only begun has its own."""
    assert TEXTS.file(lang) == file


def test_the_source_stands_first_among_the_texts() -> None:
    """Then the translations in their order."""
    assert TEXTS.all == (SOURCE, READY, STARTED)


@pytest.mark.parametrize(
    ("body", "written"),
    [(Body("a\n", 0), True), (Body("", 0), False), (Body(" \n", 0), False), (Body("a\n", 0, unfilled=True), False)],
)
def test_a_text_is_written_once_nothing_in_its_body_is_wanting(body: Body, written: bool) -> None:
    """Blanks are no body."""
    assert replace(SOURCE, body=body).written is written
