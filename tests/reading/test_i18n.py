"""Words.

The Vietnamese catalogue is whole, languages write dates and figures their own way, labels fall back marked.
"""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from guongsang.i18n.catalogues import CatalogueError, read_catalogue
from guongsang.i18n.languages import is_language
from guongsang.i18n.locale_format import language_in, language_name, show_date, show_date_in_full, show_number
from guongsang.i18n.messages import Catalogue, Label, say, say_n
from support.program import Ran
from support.sentences import sentences
from support.site import PROJECT, edit, leave_untranslated


def test_the_vietnamese_catalogue_is_whole() -> None:
    """Each sentence has its Vietnamese, none is fuzzy, none is left over from a sentence that is gone."""
    data = (PROJECT / "locales/vi.po").read_bytes()
    catalogue = read_catalogue(data, "vi")
    entries = {e.id if isinstance(e.id, str) else e.id[0] for e in read_po(io.BytesIO(data)) if e.id}
    wanted = sentences()
    assert not {text: place for text, place in wanted.items() if text not in entries}
    assert not entries - set(wanted)
    assert not catalogue.untold


def test_messages_are_told_in_the_language_of_the_call(run: Callable[..., Ran], site: Callable[..., Path]) -> None:
    """Vietnamese is the source language of the site and so the language of messages; --lang changes it, anywhere."""
    root = site()
    leave_untranslated(root)
    assert "cảnh báo[" in run("--root", root, "check").out
    assert "warning[" in run("check", "--root", root, "--lang", "en").out
    assert "warning[" in run("check", f"--root={root}", "--lang=en").out


def test_dates_and_figures() -> None:
    """Vietnamese has the leading zeros of official dates and a decimal comma; English is British.

    Others follow CLDR.
    """
    assert show_date(date(2022, 6, 6), "vi") == "06/6/2022"
    assert show_date_in_full(date(2019, 4, 4), "vi") == "ngày 04 tháng 4 năm 2019"
    assert show_date(date(2022, 6, 6), "en") == "6 June 2022"
    assert show_date(date(2022, 6, 6), "fr") == "6 juin 2022"
    assert show_number(1234567.5, "vi") == "1.234.567,5"
    assert show_number(1234567.5, "en") == "1,234,567.5"


def test_labels_fall_back_to_the_source_language() -> None:
    """A label that lacks a language is told in the source's and says so."""
    label = Label({"vi": "Khoa Nội"}, "vi")
    assert (label.text_in("en").value, label.text_in("en").lang) == ("Khoa Nội", "vi")


def test_languages_name_themselves() -> None:
    """The switch names each language in itself; codes that are none are known."""
    assert (language_name("vi"), language_name("en"), language_name("fr")) == ("Tiếng Việt", "English", "Français")
    assert (language_in("en", "vi"), language_in("vi", "en")) == ("tiếng Anh", "Vietnamese")
    assert is_language("km") and not is_language("xx-nothing") and not is_language("")


def test_plurals_follow_the_language() -> None:
    """English has two forms, Vietnamese one; a catalogue's forms are used in the order of its language."""
    message = say_n("{n} page", "{n} pages", n=1)
    assert Catalogue("en").tell(message) == "1 page"
    assert Catalogue("en").tell(say_n("{n} page", "{n} pages", n=2)) == "2 pages"
    assert Catalogue("vi", {"{n} page": ("{n} trang",)}).tell(message) == "1 trang"


def test_a_catalogue_with_a_strange_place_is_refused() -> None:
    """A place in a translation that the English text does not have would print as it is.

    So it is refused with its line.
    """
    data = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Hello {name}"\nmsgstr "Chào {ten}"\n'
    )
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(data.encode(), "vi")
    assert caught.value.line == 4


def test_braces_of_contributors_are_text() -> None:
    """Braces in what stands in a place are not places themselves."""
    assert Catalogue("en").tell(say("Hello {name}", name="{name} {0}")) == "Hello {name} {0}"


def test_a_catalogue_with_an_odd_head_is_a_finding(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A table of letters that does not exist is told with the file, like any fault of the set-up."""
    root = site("other")
    edit(root, "locales/fr.po", "charset=UTF-8", "charset=UTF-99")
    ran = run("--root", root, "check")
    assert ran.status == 2 and "[bad-catalogue]" in ran.out and "locales/fr.po:1:1" in ran.out
