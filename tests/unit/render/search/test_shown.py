"""What a result of the search shows."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.i18n.messages import Text
from guongsang.render.search.searchable import Searchable
from guongsang.render.search.shown import SHOWN_LENGTH, Run, shown

MAI = Text("khay của Mai", "vi", "Mai", "vi")
MAI_IN_ENGLISH = Text("Mai's tray, by Mai", "en", "Mai", "vi")


def told(*texts: Text, lang: str = "vi") -> list[Run]:
    """Return the text of the excerpt."""
    return shown(Searchable("u", Text("a", "vi"), body=texts), lang)[3]


@pytest.mark.parametrize(
    ("texts", "runs"),
    [
        ((), []),
        ((Text("", "vi"),), []),
        ((Text("", "vi"), Text("", "vi")), ["\n"]),
        ((Text("", "vi"), Text("b", "vi")), ["\nb"]),
        ((Text("a", "vi"), MAI, Text("", "vi"), Text("b", "vi")), ["a\nkhay của Mai\n\nb"]),
        ((Text("a", "en"), Text("b", "vi")), [("a", "en"), "\nb"]),
        ((Text("", "en"), Text("b", "vi")), ["\nb"]),
        ((Text("a", "en"), Text("b", "en")), [("a", "en"), "\n", ("b", "en")]),
        ((MAI, MAI_IN_ENGLISH, MAI), ["khay của Mai\nMai", ("'s tray, by ", "en"), "Mai\nkhay của Mai"]),
    ],
)
def test_texts_stand_line_by_line(texts: tuple[Text, ...], runs: list[Run]) -> None:
    """In as few runs as can be, where they are in the page's language."""
    assert told(*texts) == runs


TEXTS = st.builds(
    Text,
    st.sampled_from(["", "a", "a Mai b", "Mai"]),
    st.sampled_from(["vi", "en"]),
    st.sampled_from(["", "Mai"]),
    st.just("vi"),
)


@settings(deadline=None, max_examples=100)
@given(st.lists(TEXTS, max_size=5), st.sampled_from(["vi", "en"]))
def test_nothing_is_lost_and_the_page_s_language_is_not_named(texts: list[Text], lang: str) -> None:
    """Whatever languages stand side by side; no two neighbours are both in the page's language."""
    runs = told(*texts, lang=lang)
    assert "".join(run if isinstance(run, str) else run[0] for run in runs) == "\n".join(text.value for text in texts)
    assert all(run[1] != lang for run in runs if not isinstance(run, str)) and all(runs)
    assert not any(isinstance(a, str) and isinstance(b, str) for a, b in pairwise(runs))


def test_what_is_beyond_the_length_is_left_out() -> None:
    """Wherever the limit falls."""
    for texts in ((Text("a" * SHOWN_LENGTH, "vi"), MAI), (Text("a" * (SHOWN_LENGTH - 3), "vi"), MAI_IN_ENGLISH)):
        assert sum(len(run if isinstance(run, str) else run[0]) for run in told(*texts)) == SHOWN_LENGTH
